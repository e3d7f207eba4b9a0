"""Training: from labelled crops to a weights folder."""
