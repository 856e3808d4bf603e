"""Bringing documents in from the window, and what an empty library offers."""
