"""Worker processes and the way to them: they read and draw strangers' files, and may die of one."""
