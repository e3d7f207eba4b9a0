"""Assertions for test suites on what a control looks like, whatever its document states."""

from checkboxnet.testing.settings import configure
from checkboxnet.testing.unexpected import UnexpectedStateError

__all__ = ["UnexpectedStateError", "configure"]
