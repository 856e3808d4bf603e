"""Sharing with colleagues: packages that go out and come in, what people said apart, and what waits to be looked at."""
