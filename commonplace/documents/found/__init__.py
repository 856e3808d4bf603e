"""What a file says of itself: title, authors, date and the like, each with where it stood and how sure."""
