"""The .bib that goes with notes: exactly the cited entries, with the parents and macros they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from commonplace.citations.dates import MONTHS, month_macro
from commonplace.citations.latex import balanced
from commonplace.citations.records import (
    BibFile,
    Enclosing,
    KnownEntry,
    closed_value,
    macro_names,
    open_value,
    sound_text,
)
from commonplace.citations.rendering import render_entry
from commonplace.citations.scan import scan_entry, value_pieces
from commonplace.citations.tame import tame

PARENTS = ("crossref", "xref", "xdata", "entryset", "related")
_XDATA = re.compile(r"^\s*xdata\s*=\s*(.+?)\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Subset:
    """``text`` is UTF-8-ready; ``keys`` what it holds, in order; ``missing`` keys that nobody knows."""

    text: str
    keys: tuple[str, ...]
    missing: tuple[str, ...]


def known_entries(file: BibFile) -> list[KnownEntry]:
    """The entries of a .bib for `subset`; those that other programs would stumble over are rendered anew."""
    macros = file.macro_values()
    return [
        KnownEntry(
            key=entry.key,
            type=entry.type,
            fields=entry.fields,
            enclosings=entry.enclosings,
            text=sound_text(file.slice(entry)) if entry.sound and entry.key == entry.written_key else "",
            macros=macros,
            line=entry.line,
        )
        for entry in file.entries
    ]


def parents(fields: Mapping[str, str]) -> list[str]:
    """The keys of the entries that this one draws on, in order."""
    keys = [key.strip() for name in PARENTS for key in fields.get(name, "").split(",")]
    for name, value in fields.items():
        if name != "xdata" and (granular := _XDATA.match(value)):
            keys += [piece.strip() for piece in granular[1].split(",")]
    return [key for key in dict.fromkeys(keys) if key]


def subset(known: Iterable[KnownEntry], cited: Iterable[str]) -> Subset:
    """The cited entries and what they need, parents after their children, as BibTeX wants them."""
    by_key = _Index(known)
    missing: dict[str, None] = {}
    wanted: list[str] = []
    for key in dict.fromkeys(cited):
        if entry := by_key.get(key):
            wanted.append(entry.key)
        else:
            missing[key] = None
    order = [_tamed(_with_parent(_with_month(by_key[key]), by_key)) for key in _children_first(by_key, wanted, missing)]
    macros, entries = _settle_macros(order)
    strings = [f"@string{{{name} = {value}}}\n" for name, value in macros.items()]
    texts = [_text(entry, macros) + "\n" for entry in entries]
    text = "\n".join((["".join(strings)] if strings else []) + texts)
    return Subset(text, tuple(entry.key for entry in entries), tuple(missing))


class _Index:
    """Entries by key; a key that stands nowhere so is looked up without regard to capitals, as BibTeX does."""

    def __init__(self, known: Iterable[KnownEntry]) -> None:
        self._exact: dict[str, KnownEntry] = {}
        self._folded: dict[str, KnownEntry] = {}
        for entry in known:
            self._exact.setdefault(entry.key, entry)
            self._folded.setdefault(entry.key.casefold(), entry)
        self.places = {key: place for place, key in enumerate(self._exact)}

    def get(self, key: str) -> KnownEntry | None:
        return self._exact.get(key) or self._folded.get(key.casefold())

    def __getitem__(self, key: str) -> KnownEntry:
        return self._exact[key]

    def drawn_on(self, entry: KnownEntry, missing: dict[str, None]) -> list[str]:
        found = []
        for key in parents(entry.fields):
            # A part of an entry is named `key-field-index`.
            parent = self.get(key) or self.get(key.rsplit("-", 2)[0]) or self.get(key.rsplit("-", 1)[0])
            if parent:
                found.append(parent.key)
            else:
                missing[key] = None
        return found


def _children_first(index: _Index, wanted: list[str], missing: dict[str, None]) -> list[str]:
    """A depth-first order turned round; circles are cut where they close."""
    done: dict[str, None] = {}
    begun: set[str] = set()
    for key in sorted(wanted, key=index.places.__getitem__, reverse=True):
        waiting = [(key, False)]
        while waiting:
            current, is_over = waiting.pop()
            if is_over:
                done[current] = None
            elif current not in begun:
                begun.add(current)
                waiting.append((current, True))
                waiting += [(parent, False) for parent in index.drawn_on(index[current], missing)]
    return list(reversed(done))


def _settle_macros(entries: list[KnownEntry]) -> tuple[dict[str, str], list[KnownEntry]]:
    """The macros that are used, those they use first; an entry whose macros mean something else is written out."""
    macros: dict[str, str] = {}
    settled = []
    for entry in entries:
        needed = _needed(entry)
        if all(macros.get(name, value) == value for name, value in needed.items()):
            macros.update(needed)
            settled.append(entry if _knows_all(entry) else _written_out(entry))
        else:
            settled.append(_written_out(entry))
    return macros, settled


def _used(entry: KnownEntry) -> list[str]:
    return [name for field, how in entry.enclosings.items() for name in macro_names(entry.fields.get(field, ""), how)]


def _knows_all(entry: KnownEntry) -> bool:
    return all(name in entry.macros for name in _used(entry))


def _needed(entry: KnownEntry) -> dict[str, str]:
    needed: dict[str, str] = {}
    begun: set[str] = set()

    def add(name: str) -> None:
        if name in begun or name not in entry.macros:
            return
        begun.add(name)
        opened = open_value(entry.macros[name])
        for inner in macro_names(*opened) if opened else ():
            add(inner)
        needed[name] = entry.macros[name]

    for name in _used(entry):
        add(name)
    return needed


def _written_out(entry: KnownEntry) -> KnownEntry:
    """The entry without macros, but for the months."""
    fields = spelled_out(entry.fields, entry.enclosings, entry.macros)
    enclosings = {
        name: how if fields.get(name) == entry.fields.get(name) else "brace" for name, how in entry.enclosings.items()
    }
    return replace(entry, fields=fields, enclosings=enclosings, text="")


def spelled_out(
    fields: Mapping[str, str], enclosings: Mapping[str, Enclosing], macros: Mapping[str, str]
) -> dict[str, str]:
    """Fields as they can be read without their file: pieces joined, macros put in, a month alone left as it is."""
    written = dict(fields)
    for name, how in enclosings.items():
        if how in ("brace", "quote") or name not in fields:
            continue
        if how == "concatenation" or macro_names(fields[name], how):
            written[name] = expanded(fields[name], macros)
    return written


def expanded(source: str, macros: Mapping[str, str], depth: int = 0) -> str:
    """The text of a value's source with its macros put in; unknown ones stay as their names."""
    pieces = []
    for start, end in value_pieces(source) or []:
        piece = source[start:end]
        if piece[0] in '{"':
            pieces.append(piece[1:-1])
        elif piece.lower() in macros and depth < 10:
            pieces.append(expanded(macros[piece.lower()], macros, depth + 1))
        else:
            pieces.append(piece)
    return "".join(pieces)


def _is_common(value: str, enclosing: Enclosing) -> bool:
    """Whether every program ends the value where we do."""
    if enclosing == "bare":
        return bool(value)
    return balanced(value) == value and not (enclosing == "quote" and '\\"' in value)


def _with_month(entry: KnownEntry) -> KnownEntry:
    """The entry with a month in words as the macro, which biber and every style understand."""
    month, how = entry.fields.get("month", ""), entry.enclosings.get("month")
    macro = month_macro(month)
    if not macro or how == "concatenation" or month.isdecimal() or (how in (None, "bare") and month.lower() in MONTHS):
        return entry
    return _patched(entry, "month", macro, "bare")


def _with_parent(entry: KnownEntry, index: _Index) -> KnownEntry:
    """The entry with its parent's key as that is written, since biber tells capitals apart."""
    for name in ("crossref", "xref"):
        parent = index.get(entry.fields.get(name, ""))
        if parent and parent.key != entry.fields[name]:
            entry = _patched(entry, name, parent.key, "brace")
    return entry


def _tamed(entry: KnownEntry) -> KnownEntry:
    """The entry without commands that nobody would want to run."""
    for name, value in entry.fields.items():
        if (harmless := tame(value, name)) != value:
            entry = _patched(entry, name, harmless, entry.enclosings.get(name, "brace"))
    macros = {name: tame(value) for name, value in entry.macros.items() if "\\" in value or "^^" in value}
    return replace(entry, macros={**entry.macros, **macros}) if macros else entry


def _patched(entry: KnownEntry, name: str, value: str, how: Enclosing) -> KnownEntry:
    """The entry with one value replaced, in its text too."""
    layout = scan_entry(entry.text, 0, len(entry.text)) if entry.text else None
    spans = [span for span in layout.fields if span.name.lower() == name] if layout else []
    text = entry.text[: spans[0].value] + closed_value(value, how) + entry.text[spans[0].end :] if spans else ""
    enclosings: dict[str, Enclosing] = {**entry.enclosings, name: how}
    return replace(entry, text=text, fields={**entry.fields, name: value}, enclosings=enclosings)


def _text(entry: KnownEntry, macros: Mapping[str, str]) -> str:
    names = (*macros, *MONTHS)
    if entry.text and all(_is_common(entry.fields.get(name, ""), how) for name, how in entry.enclosings.items()):
        return entry.text
    return render_entry(entry.type, entry.key, entry.fields, entry.enclosings, macros=names)
