"""The formats that notes can be written in, by the names of the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from commonplace.exchange import latex, markdown
from commonplace.exchange.bundle import NotesBundle
from commonplace.exchange.writing import ANGLED, PERCENT, Comment
from core.errors import NotDoneError, UnknownNameError


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write notes.

    Attributes:
        render: Makes the file's text.
        suffix: What the file's name usually ends in.
        comment: How the file holds a comment; it carries the mark of our own output.
        cites: Whether it cites by key, so that a ``.bib`` has to be written beside it.
    """

    name: str
    render: Callable[[NotesBundle], str]
    suffix: str
    comment: Comment | None
    cites: bool


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "md": Format("md", markdown.render, ".md", ANGLED, cites=True),
        "latex": Format("latex", latex.render, ".tex", PERCENT, cites=True),
    }
)

# Promised names that a later version writes.
_LATER = frozenset(
    ["obsidian", "natbib", "org", "typst", "html", "docx", "odt", "txt", "csv", "xlsx", "json", "ris", "bib"]
)


def format_named(name: str) -> Format:
    """Return the format of that name.

    Raises:
        NotDoneError: This version does not write it yet.
        UnknownNameError: No version does.
    """
    if name in FORMATS:
        return FORMATS[name]
    known = " and ".join(FORMATS)
    if name in _LATER:
        raise NotDoneError(
            f"This version does not write the format {name} yet; it writes {known}. Nothing was written.",
            hint=f"Use --format with one of: {', '.join(FORMATS)}.",
        )
    raise UnknownNameError(
        f"There is no format named {name}; this version writes {known}. Nothing was written.",
        hint=f"Use --format with one of: {', '.join(FORMATS)}.",
    )
