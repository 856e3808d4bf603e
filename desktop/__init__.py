"""The window, which is still to come; the only home of PySide6."""
