"""Reading a .bib so that nothing of it is lost.

bibtexparser splits the text into blocks; their places are found again by walking through the text.  What it gives up
on is read by `scan_entry`, and what nobody can read stays where it is and is listed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import bibtexparser
from bibtexparser.model import (
    Block,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Preamble as PreambleBlock

from commonplace.citations.decoding import Decoded, decode
from commonplace.citations.keys import TakenKeys, key_for, usable_key
from commonplace.citations.latex import balanced
from commonplace.citations.places import DONE, Lines, usual_newline
from commonplace.citations.records import (
    BibEntry,
    BibFile,
    Enclosing,
    Macro,
    Preamble,
    Problem,
    macro_names,
    open_value,
    sound_text,
)
from commonplace.citations.scan import EntryLayout, closes, scan_entry

# Every failure is listed by us; the library's own log lines would only say it again.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_NAME = re.compile(r'[^\s%{}"#=(),]+')
_NO_NAME = re.compile(r'[\s%{}"#=(),]+')
_BARE = re.compile(r'[^\s{}"#,=%()]+')
_BRACES = re.compile(r"(?<!\\)[{}]")
# A line that begins an entry rather than a value's line that happens to begin with "@".
_BEGINNING = re.compile(
    r"(?<![^\r\n])[ \t]*@[ \t]*(?:(?i:string|comment|preamble)\s*[{(]"
    r"|\w+\s*[{(]\s*(?:[^\s,={}()\"]+\s*,|[\w-]+\s*=|,))"
)
_LOST = re.compile(r"^[ \t,}]*(?:@[ \t]*\w+|[\w-]+[ \t]*=[ \t]*[{\"\d])", re.MULTILINE)
_SHOWN = 200
_TEXT_ONLY: frozenset[Enclosing] = frozenset(("brace", "quote"))
_LONGEST_LINE = 2000
# A file that leads the parser astray more often than this is read on without starting anew.
_MOST_RESTARTS = 40


def read_bib(data: bytes) -> BibFile:
    """Read a .bib; never fails, whatever the bytes: what is wrong is in ``problems``, each with its line."""
    decoded = decode(data)
    reader = _Reader(decoded)
    reader.read()
    entries = reader.finished()
    return BibFile(
        encoding=decoded.encoding,
        bom=decoded.bom,
        text=decoded.text,
        entries=entries,
        macros=tuple(reader.macros),
        preambles=tuple(reader.preambles),
        problems=tuple(sorted(reader.problems, key=lambda problem: problem.line)),
        newline=usual_newline(decoded.text),
        odd=decoded.odd,
    )


@lru_cache(maxsize=4096)
def _field_name(written: str) -> str:
    return sound_text(written.lower()) if _NAME.fullmatch(written) else ""


def _closes_once(value: str) -> bool:
    """Whether the brace that begins the value is closed by the one that ends it."""
    depth = 0
    for mark in _BRACES.finditer(value):
        depth += 1 if mark[0] == "{" else -1
        if depth == 0:
            return mark.end() == len(value)
    return False


def _opened(source: str) -> tuple[str, Enclosing] | None:
    """As `open_value`, with the common forms recognised at once."""
    first, last = source[:1], source[-1:]
    if first == "{" and last == "}":
        inner = source[1:-1]
        if "}" not in inner or _closes_once(source):
            return inner, "brace"
    elif first == '"' and last == '"' and len(source) > 1 and '"' not in source[1:-1]:
        return source[1:-1], "quote"
    elif _BARE.fullmatch(source):
        return source, "bare"
    elif not source:
        return "", "bare"
    return open_value(source)


class _Reader:
    """One pass over a file; keys are settled at the end, when all of them are known."""

    def __init__(self, decoded: Decoded) -> None:
        self.text = decoded.text
        self.macros: list[Macro] = []
        self.preambles: list[Preamble] = []
        self.problems: list[Problem] = []
        self._entries: list[BibEntry] = []
        self._lines = Lines(decoded.text)
        self._unclean = "\r" in decoded.text or "\x00" in decoded.text
        self._used = 0
        if decoded.trouble:
            self._list_undecodable(decoded)
        if (nul := decoded.text.find("\x00")) >= 0:
            self._list("control-character", nul)

    def _list_undecodable(self, decoded: Decoded) -> None:
        listed = 0
        for at in (decoded.at, *(at for at, _ in decoded.odd)):
            if self._lines.at(at) > listed:
                self._list("not-decodable", at, other=decoded.trouble)
                listed = self._lines.at(at)

    def read(self) -> None:
        """Walk through the blocks, starting anew where a repaired entry ends in the middle of one."""
        origin = 0
        for turn in range(_MOST_RESTARTS + 1):
            restart = self._walk(origin, may_restart=turn < _MOST_RESTARTS)
            if restart is None:
                return
            origin = restart

    def _walk(self, origin: int, *, may_restart: bool) -> int | None:
        part = self.text[origin:] if origin else self.text
        cursor = origin
        for block in bibtexparser.parse_string(part, parse_stack=[]).blocks:
            raw = block.raw or ""
            start = self.text.find(raw, cursor)
            if start < 0:
                continue
            cursor = start + len(raw)
            if start >= self._used:
                self._block(block, start, cursor)
            elif cursor > self._used and may_restart and not isinstance(block, ImplicitComment):
                return self._used
        return None

    def _block(self, block: Block, start: int, end: int) -> None:
        if isinstance(block, ParsingFailedBlock) and block.ignore_error_block is not None:
            twice = isinstance(block, DuplicateFieldKeyBlock)
            block = block.ignore_error_block
            if isinstance(block, String) and not twice:
                self._list("duplicate-macro", start, block.key)
        if isinstance(block, (Entry, ParsingFailedBlock)) and self._commented(start):
            self._list("commented-out", start, end=end)
        elif isinstance(block, Entry):
            self._entry(block, start, end)
        elif isinstance(block, String):
            self.macros.append(Macro(block.key, sound_text(block.value), start, end, self._lines.at(start)))
        elif isinstance(block, PreambleBlock):
            self.preambles.append(Preamble(sound_text(block.value), start, end, self._lines.at(start)))
        elif isinstance(block, ParsingFailedBlock):
            self._failed(start)
        elif isinstance(block, ImplicitComment):
            self._loose(start, end)

    def _commented(self, start: int) -> bool:
        if not start or self.text[start - 1] in "\r\n":
            return False
        before = self.text[max(0, start - _LONGEST_LINE) : start]
        return re.split(r"[\r\n]", before)[-1].lstrip().startswith("%")

    def _entry(self, block: Entry, start: int, end: int) -> None:
        fields: dict[str, str] = {}
        enclosings: dict[str, Enclosing] = {}
        twice: list[str] = []
        for field in block.fields:
            name, source = _field_name(field.key), field.value
            opened = _opened(source)
            if not name or opened is None:
                self._odd_entry(block, start, end)
                return
            if name in fields:
                twice.append(f"{name} = {source}")
                continue
            fields[name], enclosings[name] = opened
        for raw in twice:
            self._list("duplicate-field", start, block.key, raw)
        # In round brackets BibTeX and biber read an entry, pandoc stops at it.
        sound = not twice and self.text[end - 1] == "}"
        self._keep(block.key, block.entry_type, fields, enclosings, start, end, sound=sound)

    def _odd_entry(self, block: Entry, start: int, end: int) -> None:
        """An entry that bibtexparser accepted although its fields are not in order."""
        layout = scan_entry(self.text, start, self._limit(start, end))
        if layout:
            self._laid_out(layout, start)
            return
        fields: dict[str, str] = {}
        enclosings: dict[str, Enclosing] = {}
        for field in block.fields:
            name, opened = _field_name(field.key), _opened(field.value)
            if not name or opened is None:
                self._list("odd-value", start, block.key, f"{field.key} = {field.value}")
                name = name or _field_name(_NO_NAME.sub("-", field.key)) or "unnamed"
            if name not in fields:
                fields[name], enclosings[name] = opened or (balanced(field.value), "brace")
        self._keep(block.key, block.entry_type, fields, enclosings, start, end, sound=False)

    def _limit(self, start: int, at_least: int = 0) -> int:
        """Where the next entry begins that is surely none of this one's values."""
        found = _BEGINNING.search(self.text, max(start + 1, at_least))
        return found.start() if found else len(self.text)

    def _failed(self, start: int) -> None:
        limit = self._limit(start)
        layout = scan_entry(self.text, start, limit)
        special = re.match(r"@[ \t]*(?i:string|comment|preamble)\b", self.text[start : start + 40])
        if layout and not special:
            self._laid_out(layout, start)
            return
        self._used = start + len(self.text[start:limit].rstrip())
        key = re.match(r"@[ \t]*\w+\s*[{(]\s*([^\s,={}]*)\s*,", self.text[start : start + 300])
        kind = "unreadable" if closes(self.text, start, limit) else "unclosed"
        self._list(kind, start, key[1] if key else "", end=self._used)

    def _laid_out(self, layout: EntryLayout, start: int) -> None:
        self._used = layout.end
        key = self.text[slice(*layout.key)]
        for fault in layout.faults:
            if fault in ("missing-comma", "no-comma-after-key"):
                self._list(fault, start, key, end=layout.end)
        fields: dict[str, str] = {}
        enclosings: dict[str, Enclosing] = {}
        for span in layout.fields:
            name, source = _field_name(span.name), self.text[span.value : span.end]
            if name in fields:
                self._list("duplicate-field", span.start, key, f"{name} = {source}")
            elif opened := _opened(source):
                fields[name], enclosings[name] = opened
        kind = self.text[slice(*layout.kind)].lower()
        self._keep(key, kind, fields, enclosings, start, layout.end, sound=False)

    def _loose(self, start: int, end: int) -> None:
        """Text between entries is a comment; what looks like the rest of an entry is listed."""
        lost = _LOST.search(self.text[start:end])
        if not lost:
            return
        at = start + len(lost[0]) - len(lost[0].lstrip(" \t,}")) + lost.start()
        layout = scan_entry(self.text, at, self._limit(at))
        if layout and layout.fields:
            self._laid_out(layout, at)
        else:
            self._list("loose-text", at, end=end)

    def _keep(
        self,
        key: str,
        kind: str,
        fields: Mapping[str, str],
        enclosings: Mapping[str, Enclosing],
        start: int,
        end: int,
        *,
        sound: bool = True,
    ) -> None:
        if self._unclean:
            fields = {name: sound_text(value) for name, value in fields.items()}
        line = self._lines.at(start)
        self._entries.append(BibEntry(key, kind, fields, enclosings, start, end, line, key, sound))

    def _list(self, kind: str, at: int, key: str = "", raw: str = "", *, end: int = 0, other: object = "") -> None:
        shown = raw or self.text[at : end or at + 80]
        done = DONE[kind].format(key=key, other=other)
        self.problems.append(Problem(self._lines.at(at), key, kind, sound_text(shown[:_SHOWN]), done))

    def finished(self) -> tuple[BibEntry, ...]:
        """The entries with keys that can be cited, no two alike."""
        if not self._entries:
            self._list("no-entries" if self.text.strip() else "empty-file", 0)
        self._check_values()
        return tuple(self._with_keys())

    def _with_keys(self) -> list[BibEntry]:
        taken = TakenKeys(entry.key for entry in self._entries)
        first: dict[str, BibEntry] = {}
        folded: dict[str, BibEntry] = {}
        kept: list[BibEntry] = []
        for entry in self._entries:
            other = first.setdefault(entry.key, entry)
            kind = "" if other is entry else "duplicate-key"
            if not usable_key(entry.key):
                kind = "bad-key" if entry.key else "no-key"
            elif kind and (other.type, other.fields) == (entry.type, entry.fields):
                self._list("duplicate-entry", entry.start, entry.key, end=entry.end, other=other.line)
                continue
            if kind:
                entry = replace(entry, key=key_for(entry.fields, taken), sound=False)
                taken.add(entry.key)
                self._list(kind, entry.start, entry.key, end=entry.end, other=other.line)
            elif (twin := folded.setdefault(entry.key.casefold(), entry)) is not entry:
                self._list("similar-key", entry.start, entry.key, other=twin.line)
            kept.append(entry)
        return kept

    def _check_values(self) -> None:
        known = {macro.name.lower() for macro in self.macros}
        for entry in self._entries:
            if _TEXT_ONLY.issuperset(entry.enclosings.values()):
                continue
            for name, enclosing in entry.enclosings.items():
                self._check_bare(entry, name, enclosing, known)

    def _check_bare(self, entry: BibEntry, name: str, enclosing: Enclosing, known: set[str]) -> None:
        value = entry.fields[name]
        if not value and enclosing == "bare":
            self._list("empty-value", entry.start, entry.key, f"{name} =")
        for macro in macro_names(value, enclosing):
            if macro not in known:
                self._list("unknown-macro", entry.start, entry.key, f"{name} = {value}")
