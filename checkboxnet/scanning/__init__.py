"""Controls on a bare screenshot: the detector that finds them, and what is found."""
