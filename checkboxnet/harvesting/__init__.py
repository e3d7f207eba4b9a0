"""Labelled crops out of any web page, from a real browser."""
