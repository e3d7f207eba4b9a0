"""Weights in the formats of other runtimes, each file confirmed by its own."""
