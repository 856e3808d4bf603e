"""Documents that flow: texts, web pages, e-books and word processors' files, as blocks on one axis."""
