"""Lists and trees as Qt wants them, fed with records."""
