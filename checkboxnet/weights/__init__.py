"""Weights: the folder format, the registry of names, the Hugging Face Hub."""
