"""The speed of each promise, measured beside the limit of the library under it.

    python3 -m uv run python -m benchmarks                    all rows of the table
    python3 -m uv run python -m benchmarks import search      some of them
    python3 -m uv run python -m benchmarks --pdfs DIR         over the PDFs of a folder (``.pdf.gz`` too)

Every work is timed alternately with the engine's own, so that a machine that is busy for a while is busy for both;
times are medians, a ratio is the median of the pairs' ratios.

The promises are made for two cores and the PDFs of Debian's texlive-latex-base-doc and debian-reference-ja: unpack
the two packages with ``dpkg-deb -x PACKAGE.deb DIR``.  Without ``--pdfs`` a small set is made on the fly, in which
starting the processes weighs more than it does in the corpus.

Python keeps its compiled modules in that run's own folder: without any, as where PYTHONDONTWRITEBYTECODE is set, each
start compiles the program and peewee anew, which takes longer than all the rest of a search.

Everything happens in a temporary folder; no profile and no library of the person who runs this is touched.
"""
