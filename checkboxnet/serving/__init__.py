"""Predictions over HTTP (extra `serve`)."""
