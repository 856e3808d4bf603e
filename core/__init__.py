"""Records, errors, ids, and pure functions on text; imports nothing of the house."""
