"""What stands beside the reader: sources, concepts, highlights, notes."""
