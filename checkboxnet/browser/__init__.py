"""A web page in a real Chromium: where it comes from, what is in it, and in which state."""
