"""The use cases: one function, one action; the only package that joins the tables with the rest."""
