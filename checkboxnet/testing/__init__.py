"""Assertions for test suites on what a control looks like, whatever its page says of it."""
