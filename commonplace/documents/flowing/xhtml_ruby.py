"""The readings of ruby in web pages and books: which belongs to which characters."""

from __future__ import annotations

from lxml import etree

_PARTS = ("rb", "rt", "rp", "rtc")


def part_ruby(tree: etree._Element) -> None:
    """Set the parts of ruby beside each other, as browsers do; the parser nests those that end without saying so."""
    for part in list(tree.iter(*_PARTS)):
        outer = part.getparent()
        while outer is not None and _is_left_open(outer, part):
            followers = [part, *part.itersiblings()]
            behind, outer.tail = outer.tail, None
            for follower in reversed(followers):
                outer.addnext(follower)
            followers[-1].tail = (followers[-1].tail or "") + (behind or "")
            outer = part.getparent()


def _is_left_open(outer: etree._Element, part: etree._Element) -> bool:
    """Say whether a part of a ruby begins only where the one around it is at its end."""
    if outer.tag not in _PARTS or (outer.tag == "rtc" and part.tag in ("rt", "rp")):
        return False
    return next(outer.iterancestors("ruby"), None) is not None


def readings_of(container: etree._Element) -> list[str]:
    """Return the readings that a container holds, or the one that it is."""
    parts = [element for element in container.iter() if str(element.tag).rpartition("}")[2] == "rt"]
    return [reading_of(part) for part in parts or [container]]


def reading_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()


class Ruby:
    """The bases and readings of one ruby, paired by their order; a second container has readings of its own."""

    def __init__(self, start: int) -> None:
        self._from = start
        self._base_from = -1
        self._waiting: list[tuple[int, int]] = []
        self._pairs: list[tuple[int, int, str]] = []
        self._second: list[str] = []
        self._marked = False

    def base_begins(self, at: int) -> None:
        self._base_from, self._marked = at, True

    def base_ends(self, at: int) -> None:
        if 0 <= self._base_from < at:
            self._waiting.append((self._base_from, at))
        self._base_from = -1

    def reading(self, text: str, at: int) -> None:
        if not self._marked and self._from < at:
            self._waiting.append((self._from, at))
            self._from = at
        if self._waiting:
            start, end = self._waiting.pop(0)
            self._pairs.append((start, end, text))
        elif self._pairs and text:
            start, end, before = self._pairs[-1]
            self._pairs[-1] = (start, end, before + text)

    def container(self, readings: list[str], at: int) -> None:
        """Take a container's readings: those of bases that have one already are shown besides."""
        if self._pairs:
            self._second = readings
            return
        for reading in readings:
            self.reading(reading, at)

    def spans(self, at: int) -> list[tuple[int, int, str]]:
        """Return start, end and reading of each pair; one reading over many bases is one pair."""
        pairs = self._pairs
        if self._marked and self._waiting and pairs:
            last = max(end for _, end in self._waiting)
            pairs = [(pairs[0][0], min(last, at), "".join(reading for _, _, reading in pairs))]
        return [pair for pair in [*pairs, *self._second_of(pairs)] if pair[2]]

    def _second_of(self, pairs: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        if len(self._second) == len(pairs):
            return [(start, end, text) for (start, end, _), text in zip(pairs, self._second, strict=True)]
        return [(pairs[0][0], pairs[-1][1], "".join(self._second))] if pairs else []
