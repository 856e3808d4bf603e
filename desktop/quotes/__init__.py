"""The quotes of the whole library in one table."""
