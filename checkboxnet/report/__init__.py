"""How files, HTML pages, Markdown and progress are written and shown."""
