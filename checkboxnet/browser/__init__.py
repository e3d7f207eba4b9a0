"""Pages in a real Chromium: where they come from, and the controls in them."""
