"""Audits: what a page's controls look like, against what its document declares."""
