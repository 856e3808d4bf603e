"""Finding words in one document that is open: every place, in the text as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from core.asides import RunningText
from core.folding import Folded, fold, folded
from core.records import Layer, Range


def places_in(layer: Layer, wanted: str) -> list[Range]:
    """Return every place of what a person typed, in reading order and never overlapping.

    Case, diacritics, ligatures, line breaks and hyphens at them mean nothing, as in search; unlike there, words need
    not be typed to their end, and a place may lie inside a word.  Places reach over running heads and notes.
    """
    needle = fold(wanted)
    if not needle:
        return []
    whole, running, without = _prepared(layer)
    places = set(_places(whole, needle))
    if running is not None and without is not None:
        places.update(running.original(*place) for place in _places(without, needle))
    found: list[Range] = []
    for start, end in sorted(places):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _places(text: Folded, needle: str) -> Iterator[Range]:
    at = text.text.find(needle)
    while at >= 0:
        yield text.original(at, at + len(needle))
        at = text.text.find(needle, at + len(needle))


@lru_cache(2)
def _folded(text: str) -> Folded:
    return folded(text)


def _prepared(layer: Layer) -> tuple[Folded, RunningText | None, Folded | None]:
    """Return a layer's text folded, whole and without what is not running text."""
    if not layer.asides:
        return _folded(layer.text), None, None
    running = RunningText(layer.text, layer.asides)
    return _folded(layer.text), running, _folded(running.text)
