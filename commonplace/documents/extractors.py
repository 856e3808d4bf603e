"""What the present readers call themselves in the layers they make.  Loads no parser, so that anybody may ask."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version

# Each reader's own release, and the library under it whose release makes a difference, too.  The release grows when
# the same bytes give another layer than before.
_READERS = {
    "pdf": (4, "pymupdf"),
    "xps": (4, "pymupdf"),
    "cbz": (3, "pymupdf"),
    "image": (3, "pymupdf"),
    "text": (1, ""),
    "markdown": (4, ""),
    "html-page": (4, ""),
    "html-article": (4, "trafilatura"),
    "mhtml": (2, ""),
    "epub": (3, ""),
    "docx": (4, ""),
    "odt": (4, ""),
    "rtf": (3, ""),
}
_READER = re.compile(r"([a-z-]+)/([0-9]+)((?: [^ /]+ [0-9.]+)?)")
_NUMBER = re.compile(r"[0-9]+")


@cache
def extractor(reader: str) -> str:
    """Return a reader's name with its release and that of the library under it: ``pdf/3 pymupdf 1.28.2``."""
    release, library = _READERS[reader]
    return f"{reader}/{release}" + (f" {library} {version(library)}" if library else "")


def is_older(name: str) -> bool:
    """Say whether a layer's extractor is an older release of one of the present readers.

    A web archive's names two readers.  What no reader of files made, as the text of a recognition, is never older.
    """
    readers = list(_READER.finditer(name))
    if not readers or not name.startswith(tuple(f"{reader}/" for reader in _READERS)):
        return False
    return any(_numbers(found[0]) < _numbers(extractor(found[1])) for found in readers if found[1] in _READERS)


def of_whole_page(name: str) -> bool:
    """Say whether a layer holds all of a web page, and not only its article."""
    return any(found[1] == "html-page" for found in _READER.finditer(name))


def _numbers(name: str) -> list[int]:
    return [int(number) for number in _NUMBER.findall(name)]
