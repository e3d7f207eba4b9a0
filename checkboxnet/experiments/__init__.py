"""Experiments: training recipes as data, and what runs them."""
