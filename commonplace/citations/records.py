"""What a .bib holds, as the parts of this package hand it to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from commonplace.citations.dates import MONTHS
from commonplace.citations.decoding import Odd
from commonplace.citations.scan import value_pieces

Enclosing = Literal["brace", "quote", "bare", "concatenation"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a .bib that is not in order.

    Attributes:
        line: Where it begins, from 1; 0 where it belongs to no place in a file.
        kind: A stable word in kebab case.
        raw: The text it is about, or its beginning.
        done: In words, what was done with it, or what it means.
    """

    line: int
    key: str
    kind: str
    raw: str
    done: str


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry of a .bib.

    Attributes:
        key: Unique in its file; the written one wherever that can be used.
        type: Lower case.
        fields: Raw values without their outer delimiters, by lower-case name; a concatenation stays as written.
        enclosings: How each value was written.
        start: Its place in the file's text, from "@" to ``end`` after the closing delimiter.
        line: Of its "@", from 1.
        written_key: The key as it stands in the file; empty where there is none.
        sound: Whether every other program reads it as we do, so that its text may be handed on as it is.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    enclosings: Mapping[str, Enclosing]
    start: int
    end: int
    line: int
    written_key: str
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Macro:
    """An ``@string``; ``value`` is its source with delimiters, since it may be a concatenation."""

    name: str
    value: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Preamble:
    value: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class BibFile:
    """A .bib as it came: its text, what stands where in it, and what is needed to write the same bytes again."""

    encoding: str
    bom: bytes
    text: str
    entries: tuple[BibEntry, ...]
    macros: tuple[Macro, ...] = ()
    preambles: tuple[Preamble, ...] = ()
    problems: tuple[Problem, ...] = ()
    newline: str = "\n"
    odd: Odd = field(default=(), repr=False)

    def slice(self, entry: BibEntry) -> str:
        """The entry's text as it stands in the file, with the file's own line ends."""
        return self.text[entry.start : entry.end]

    def macro_values(self) -> dict[str, str]:
        """Macro sources by lower-case name; of two with one name the later holds, as in BibTeX."""
        return {macro.name.lower(): macro.value for macro in self.macros}


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A reference as checks and exports see it, whether it came in a .bib or was made here.

    Attributes:
        key: The key it is cited by.
        enclosings: How values were written; those not named are text, months apart.
        text: Its source where nobody edited it and others can read it; empty where it is to be rendered.
        macros: Sources of the ``@string`` macros of its file by lower-case name.
        line: Its line in its file, 0 if it has none.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    enclosings: Mapping[str, Enclosing] = field(default_factory=dict)
    text: str = ""
    macros: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


def sound_text(text: str) -> str:
    """Text as the program keeps it: line ends are newlines, and there is no NUL."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")


def open_value(source: str) -> tuple[str, Enclosing] | None:
    """A value's text without its outer delimiters and how it was written; None if it is no well-formed value."""
    pieces = value_pieces(source)
    if pieces is None:
        return None
    if len(pieces) > 1:
        return source, "concatenation"
    if source[0] == "{":
        return source[1:-1], "brace"
    if source[0] == '"':
        return source[1:-1], "quote"
    return source, "bare"


def closed_value(value: str, enclosing: Enclosing) -> str:
    """The inverse of `open_value`."""
    if enclosing == "brace":
        return "{" + value + "}"
    return f'"{value}"' if enclosing == "quote" else value


def macro_names(value: str, enclosing: Enclosing) -> list[str]:
    """The macros that a value uses, lower case, months and numbers left out."""
    if enclosing in ("brace", "quote"):
        return []
    if enclosing == "bare" and (value.isdecimal() or value.lower() in MONTHS):
        return []
    words = [value[a:b].lower() for a, b in value_pieces(value) or [] if value[a] not in '{"']
    return [word for word in words if not word.isdecimal() and word not in MONTHS]
