"""Things, registers and values of the ledger in words that a person understands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from commonplace.citations.latex import plain
from commonplace.library.locating import place_of_anchor, place_text
from commonplace.library.session import Library
from core.ids import Json, canonical
from db.called import Called, called
from db.highlights import read_anchor
from db.sources import SourceFacts, sources_by_layer

_LONGEST = 80
_REGISTERS: Mapping[tuple[str, str], str] = {
    ("person", "name"): "name",
    ("source", "reference"): "the reference it belongs to",
    ("source", "labels"): "page labels",
    ("source", "replaces"): "the version it takes the place of",
    ("source", "layer"): "the text that is shown",
    ("reference", "citekey"): "citation key",
    ("reference", "type"): "type of the entry",
    ("reference", "slice"): "entry in a .bib",
    ("reference", "found"): "what its file says",
    ("alias", "present"): "whether the key leads there",
    ("bibfile", "replaces"): "the state it takes the place of",
    ("concept", "name"): "name",
    ("concept", "definition"): "definition",
    ("concept", "colour"): "colour",
    ("concept", "parents"): "place in the tree",
    ("label", "present"): "whether it is called so",
    ("label", "text"): "writing of the name",
    ("label", "language"): "language of the name",
    ("highlight", "anchor"): "passage",
    ("highlight", "colour"): "colour",
    ("highlight", "edited_quote"): "wording of the quote",
    ("shelf", "present"): "whether it is in the collection",
    ("tagging", "present"): "whether it is tagged so",
    ("note", "text"): "text of the note",
    ("same", "present"): "whether the two are the same",
}
_PRESENT: Mapping[str, tuple[str, str]] = {
    "tagging": ("tagged", "not tagged"),
    "same": ("the same", "not the same"),
    "shelf": ("in the collection", "not in the collection"),
    "label": ("called so", "not called so"),
    "alias": ("the key leads there", "the key does not lead there"),
}


class Teller:
    """Tells in words; what it names it reads in sets, so give it all ids first with ``read``."""

    def __init__(self, library: Library) -> None:
        self._shown = library.shown
        self._called: dict[str, Called] = {}
        self._layers: dict[str, SourceFacts] = {}

    def read(self, ids: Iterable[str], values: Iterable[tuple[str, Json]]) -> None:
        """Read what is to be named: things by their ids, and those named in values, each with its register."""
        said = list(values)
        wanted = {*ids, *(id for register, value in said for id in named_in(register, value))}
        self._called.update(called(self._shown, wanted - self._called.keys()))
        layers = {str(value["layer"]) for register, value in said if register == "anchor" and isinstance(value, dict)}
        self._layers.update(sources_by_layer(self._shown, layers - self._layers.keys() - {""}))

    def kind(self, id: str) -> str:
        return self._called[id].kind if id in self._called else ""

    def thing(self, id: str) -> str:
        """Return what a thing is, in a few words; its id where nothing is known of it."""
        one = self._called.get(id)
        if one is None:
            return id[:12]
        told = _THINGS.get(one.kind)
        return (told(self, one) if told else one.text) or id[:12]

    def words(self, id: str) -> tuple[str, ...]:
        """Return a thing's own words, quoted where they are a passage or a note, and the names of what it is about.

        Both are empty where there are none, as of a marked area.
        """
        one = self._called.get(id)
        return (self._own(one), *(self._own(self._called.get(about)) for about in one.about)) if one else (id[:12],)

    def _own(self, one: Called | None) -> str:
        if one is None or one.kind not in ("highlight", "note"):
            return (_source(self, one) if one.kind == "source" else one.text) if one else ""
        return quoted(one.text) if one.text.strip() else ""

    def name(self, id: str) -> str:
        """Return the mere name of a concept, reference, source or person."""
        one = self._called.get(id)
        if one is None:
            return id[:12]
        if one.kind == "source" and one.about:
            return self.name(one.about[0])
        return one.text or id[:12]

    def register(self, kind: str, register: str) -> str:
        """Return in plain words what a register of a kind of thing is."""
        if register == "deleted":
            return "whether it is deleted"
        return _REGISTERS.get((kind, register), f"field {register.partition(':')[2] or register}")

    def value(self, kind: str, register: str, value: Json) -> str:
        """Return a register's value as a person reads it."""
        family, _, field = register.partition(":")
        if register == "present":
            return _PRESENT.get(kind, ("yes", "no"))[not value]
        if register == "deleted":
            return "deleted" if (value.get("deleted") if isinstance(value, dict) else value) else "not deleted"
        if family == "field":
            return plain(value, field) if isinstance(value, str) and value else "nothing" if value == "" else "not said"
        told = _VALUES.get(register)
        if told is not None and value is not None:
            return told(self, value)
        return str(value) if value not in (None, "") else "nothing"

    def passage(self, value: Json) -> str:
        anchor = read_anchor(canonical(value))
        facts = self._layers.get(anchor.layer)
        place = place_text(place_of_anchor(facts, anchor)) if facts is not None else anchor.locator
        spans = ", ".join(f"{start}\u2013{end}" for start, end in anchor.ranges)
        stands = f"{place} ({spans})" if place and spans else place or spans
        return f"{stands}: {quoted(anchor.exact)}" if anchor.exact else stands


def named_in(register: str, value: Json) -> Iterator[str]:
    """Yield the ids of the things that a value names."""
    if register == "parents" and isinstance(value, list):
        yield from (id for id in value if isinstance(id, str))
    elif register in ("reference", "replaces") and isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        yield from (str(value[name]) for name in ("bibfile", "source") if value.get(name))


def quoted(text: str) -> str:
    """Return a text in one line between quotation marks, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"


def _parents(teller: Teller, value: Any) -> str:
    return f"under {', '.join(map(teller.name, value))}" if value else "at the top"


def _labels(_teller: Teller, value: Any) -> str:
    return ", ".join(f"page #{index + 1} is {label}" for index, label in value) or "as the file says"


def _slice(teller: Teller, value: Any) -> str:
    return f"{value['key']} in {teller.name(value['bibfile'])}" if value.get("bibfile") else str(value.get("key", ""))


def _highlight(_teller: Teller, one: Called) -> str:
    return quoted(one.text) if one.text.strip() else "marked area"


def _note(teller: Teller, one: Called) -> str:
    target, *person = one.about
    by = f" by {teller.name(person[0])}" if person else ""
    return f"note{by} on {teller.thing(target)}: {quoted(one.text)}"


def _tagging(teller: Teller, one: Called) -> str:
    return " tagged ".join(map(teller.thing, one.about))


def _same(teller: Teller, one: Called) -> str:
    return " and ".join(map(teller.name, one.about))


def _source(teller: Teller, one: Called) -> str:
    key = teller.name(one.about[0]) if one.about else ""
    return f"{key} ({one.text})" if key and one.text else key or one.text


_VALUES: Mapping[str, Callable[[Teller, Any], str]] = {
    "parents": _parents,
    "labels": _labels,
    "slice": _slice,
    "found": lambda _teller, value: "; ".join(f"{name}: {plain(said or '', name)}" for name, said in value),
    "anchor": Teller.passage,
    "reference": lambda teller, value: teller.name(value),
    "replaces": lambda teller, value: teller.thing(value),
}
_THINGS: Mapping[str, Callable[[Teller, Called], str]] = {
    "highlight": _highlight,
    "note": _note,
    "tagging": _tagging,
    "same": _same,
    "source": _source,
    "shelf": lambda teller, one: f"{teller.thing(one.about[0])} in the collection {one.text}",
    "label": lambda teller, one: f"{one.text}, another name of {teller.name(one.about[0])}",
    "alias": lambda teller, one: f"{one.text}, another key of {teller.name(one.about[0])}",
}
