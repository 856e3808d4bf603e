"""Numbered, frozen steps from one library format to the next; each is one transaction with its record."""
