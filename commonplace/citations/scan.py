r"""Where the parts of one entry stand in a .bib's text.

bibtexparser reads the file; this scanner is for what it leaves: the places of fields inside an entry that is to be
edited, and entries that break its rules (no key, comments between fields, a missing comma, ``\\}``, an ``@`` at the
beginning of a line inside a value).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_HEAD = re.compile(r"@[ \t]*(\w+)\s*([{(])")
_SPACE = re.compile(r"(?:\s+|%[^\r\n]*)*")
_NAME = re.compile(r'[^\s={}"#%(),]+')
_KEY_STOP = {"{": re.compile(r'[,={}"]'), "(": re.compile(r'[,={})"]')}
_BRACES = re.compile(r"(?<!\\)[{}]")
_ALL_BRACES = re.compile(r"[{}]")
_QUOTES = re.compile(r'(?<!\\)[{}"]')
_ALL_QUOTES = re.compile(r'[{}]|(?<!\\)"')


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """A field: its name as written begins at ``start``, its value with delimiters is ``[value, end)``."""

    name: str
    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class EntryLayout:
    """The places of an entry's parts; ``comma`` says whether one follows the key, ``faults`` what was not in order."""

    kind: tuple[int, int]
    key: tuple[int, int]
    comma: bool
    fields: tuple[FieldSpan, ...]
    close: int
    faults: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.close + 1


def scan_entry(text: str, start: int, limit: int) -> EntryLayout | None:
    """The layout of the entry whose ``@`` is at ``start``, or None if it does not end before ``limit``.

    Braces after a backslash are left out of the count, as bibtexparser does; where that leads nowhere all are
    counted, as BibTeX does.
    """
    return _Scanner(text, limit, counts_all=False).entry(start) or _Scanner(text, limit, counts_all=True).entry(start)


def value_pieces(source: str) -> tuple[tuple[int, int], ...] | None:
    """The spans of a value's pieces between ``#`` signs, or None if it is no well-formed value."""
    return _known_pieces(source) if len(source) < _SHORT else _value_pieces(source)


def _value_pieces(source: str) -> tuple[tuple[int, int], ...] | None:
    scanner = _Scanner(source, len(source), counts_all=False)
    pieces = scanner.pieces(0)
    return tuple(pieces) if pieces and pieces[0][0] == 0 and pieces[-1][1] == len(source) else None


# A file names the same few macros and years in thousands of entries.
_SHORT = 100
_known_pieces = lru_cache(maxsize=2048)(_value_pieces)


def closes(text: str, start: int, limit: int) -> bool:
    """Whether the braces that begin at ``start`` are closed before ``limit``."""
    depth = 0
    for mark in _ALL_BRACES.finditer(text, start, limit):
        depth += 1 if mark[0] == "{" else -1
        if depth <= 0:
            return True
    return False


class _Scanner:
    def __init__(self, text: str, limit: int, *, counts_all: bool) -> None:
        self.text, self.limit = text, limit
        self._braces = _ALL_BRACES if counts_all else _BRACES
        self._quotes = _ALL_QUOTES if counts_all else _QUOTES
        self._faults: list[str] = []

    def entry(self, start: int) -> EntryLayout | None:
        head = _HEAD.match(self.text, start, self.limit)
        if not head:
            return None
        closing = "}" if head[2] == "{" else ")"
        found = self._key(head.end(), head[2])
        if not found:
            return None
        key, comma, position = found
        body = self._fields(position, closing)
        if body is None:
            return None
        fields, close = body
        return EntryLayout(head.span(1), key, comma, tuple(fields), close, tuple(dict.fromkeys(self._faults)))

    def space(self, position: int) -> int:
        """Past white space and comments."""
        found = _SPACE.match(self.text, position, self.limit)
        end = found.end() if found else position
        if "%" in self.text[position:end]:
            self._faults.append("comment")
        return end

    def _key(self, position: int, opening: str) -> tuple[tuple[int, int], bool, int] | None:
        """The key's span, whether a comma follows, and where the fields begin."""
        start = self.space(position)
        stop = _KEY_STOP[opening].search(self.text, start, self.limit)
        if not stop or stop[0] in '{"':
            return None
        words = self.text[start : stop.start()]
        end = start + len(words.rstrip())
        if stop[0] == ",":
            return (start, end), True, stop.end()
        if stop[0] != "=":
            return (start, end), False, stop.start()
        first = _NAME.match(self.text, start, self.limit)
        if not first or len(words.split()) < 2:
            self._faults.append("no-key")
            return (position, position), False, start
        self._faults.append("no-comma-after-key")
        return first.span(), False, first.end()

    def _fields(self, position: int, closing: str) -> tuple[list[FieldSpan], int] | None:
        fields: list[FieldSpan] = []
        while True:
            position = self.space(position)
            char = self.text[position : position + 1] if position < self.limit else ""
            if char == closing:
                return fields, position
            if char == ",":
                position += 1
                continue
            name = _NAME.match(self.text, position, self.limit)
            equals = self.space(name.end()) if name else position
            if not name or self.text[equals : equals + 1] != "=":
                return None
            pieces = self.pieces(equals + 1)
            if not pieces:
                return None
            fields.append(FieldSpan(name[0], position, pieces[0][0], pieces[-1][1]))
            position = self.space(pieces[-1][1])
            if self.text[position : position + 1] not in (",", closing):
                self._faults.append("missing-comma")

    def pieces(self, position: int) -> list[tuple[int, int]] | None:
        spans: list[tuple[int, int]] = []
        while True:
            start = self.space(position)
            end = self._piece(start)
            if end is None:
                return None
            spans.append((start, end))
            after = self.space(end)
            if self.text[after : after + 1] != "#" or after >= self.limit:
                return spans
            position = after + 1

    def _piece(self, start: int) -> int | None:
        char = self.text[start : start + 1]
        if char == "{":
            return self._closing(self._braces, start, "}")
        if char == '"':
            return self._closing(self._quotes, start, '"')
        bare = _NAME.match(self.text, start, self.limit)
        return bare.end() if bare else None

    def _closing(self, marks: re.Pattern[str], start: int, closing: str) -> int | None:
        depth = 0
        for mark in marks.finditer(self.text, start + 1, self.limit):
            if mark[0] == closing and depth == 0:
                return mark.end()
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            if depth < 0:
                return None
        return None
