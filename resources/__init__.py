"""Files the program reads while it runs; ``sample`` holds the demo's sources, all written for it."""
