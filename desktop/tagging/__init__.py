"""Marking from the selection: the bar above it, and the box in which concepts are found by a few letters."""
