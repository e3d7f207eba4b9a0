"""Runtimes that turn model input into logits."""
