"""References: BibTeX files as they came, keys, names, locators and citation syntax; the home of bibtexparser."""
