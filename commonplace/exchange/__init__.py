"""Libraries going out: quotes as notes, in Pandoc Markdown and LaTeX, written so that nobody's work is lost."""
