"""Reading: pages and flowing text, what is selected in them, and the marks drawn under it."""
