"""Labelled crops: read, split, augment and mix them, and see what they hold."""
