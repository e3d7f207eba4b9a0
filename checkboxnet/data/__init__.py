"""Datasets of labelled crops: reading, checking, splitting, measuring, augmenting."""
