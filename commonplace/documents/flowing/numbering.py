"""Numbers that programs print before headings and list items, which stand nowhere in the text of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

from commonplace.documents.flowing.number_forms import formatted

LONGEST = 100
_FIRST = re.compile(r"\W{0,2}(\w+)[.):、\s\]]")
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list, or of headings, is numbered; levels are counted from 0.

    Attributes:
        form: The form of its own number, by Word's names.
        pieces: What is printed: words, and levels whose numbers stand there.
        start: Its first number.
        restarts_below: It begins anew after a level smaller than this one.
        legal: All numbers in it are Arabic, whatever the form of their levels.
    """

    form: str
    pieces: tuple[str | int, ...]
    start: int = 1
    restarts_below: int = _DEEPEST
    legal: bool = False


class Counters:
    """The numbers that a list has reached."""

    def __init__(self) -> None:
        self._reached: dict[int, int] = {}

    def restart(self, level: int, start: int | None = None) -> None:
        """Let a level begin anew, with its own first number or another."""
        self._reached.pop(level, None)
        if start is not None:
            self._reached[level] = start - 1

    def count(self, level: int, levels: Mapping[int, Level]) -> str:
        """Count one more on a level, and return what is printed there; empty where that is a bullet or nothing."""
        if level not in levels:
            return ""
        self._reached[level] = self._reached.get(level, levels[level].start - 1) + 1
        for deeper in [deeper for deeper in self._reached if deeper > level]:
            if level < min(deeper, levels[deeper].restarts_below if deeper in levels else deeper):
                del self._reached[deeper]
        shown = "".join(
            piece if isinstance(piece, str) else self._number(piece, levels, levels[level].legal)
            for piece in levels[level].pieces
        )
        return " ".join(shown.split()) if any(sign.isalnum() for sign in shown) else ""

    def _number(self, level: int, levels: Mapping[int, Level], legal: bool) -> str:
        """Return a level's number; one above that has none yet shows the one it will begin with."""
        said = levels.get(level)
        if said is None:
            return ""
        number = self._reached.get(level, said.start)
        return formatted(number, "decimal" if legal and formatted(number, said.form) else said.form)


def label_number(said: str) -> str:
    """Return the number in a list item's label; empty for a bullet, one of which is a Latin o."""
    label = " ".join(said.split())[:LONGEST]
    return label if label != "o" and any(sign.isalnum() for sign in label) else ""


def is_typed(number: str, text: str) -> bool:
    """Say whether a text begins with the number that would be printed before it: 1., (1) or １ for 1."""
    own, typed = (_FIRST.match(normalize("NFKC", said)) for said in (number.rpartition(" ")[2], text[:LONGEST]))
    return own is not None and typed is not None and own[1].casefold() == typed[1].casefold()


@dataclass(slots=True)
class Ordered:
    """A list of which the items are numbered one after another.

    Attributes:
        form: The form of its numbers, by Word's names.
        next: The next number.
        step: What is added for the one behind it.
        ending: What is printed behind a number.
    """

    form: str
    next: int = 1
    step: int = 1
    ending: str = "."


class OpenLists:
    """Counts the items of lists in a tree; an item's number waits for its first words."""

    def __init__(self) -> None:
        self._lists: list[Ordered | None] = []
        self._items: list[str] = []

    def open(self, ordered: Ordered | None) -> None:
        """Begin a list, None for one with bullets."""
        self._lists.append(ordered)

    def close(self) -> None:
        self._lists.pop()

    def open_item(self, number: int | None = None, form: str = "") -> None:
        """Begin an item, which may say its own number and the form of it."""
        ordered = self._lists[-1] if self._lists else None
        shown = ""
        if ordered is not None:
            number = ordered.next if number is None else number
            ordered.next = number + ordered.step
            shown = formatted(number, form if form and ordered.form != "none" else ordered.form)
        self._items.append(f"{shown}{ordered.ending}" if shown and ordered else "")

    def say(self, number: str) -> None:
        """Take the number that the file gives for the item in hand."""
        if self._items:
            self._items[-1] = number

    def close_item(self) -> None:
        self._items.pop()

    @property
    def waiting(self) -> str:
        """What is printed before the words that come next; of an item that begins with a list both numbers."""
        return " ".join(filter(None, self._items)) if any(self._items) else ""

    def told(self) -> None:
        """The words have come that bear the numbers."""
        self._items = [""] * len(self._items)
