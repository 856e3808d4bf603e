"""What the user chooses about the window, and the dialog in which that is done."""
