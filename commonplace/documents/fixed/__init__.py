"""Documents with pages of their own: text, labels, and the places of characters."""
