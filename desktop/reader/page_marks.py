"""The marks of a document by page, so that ten thousand of them cost no more than those in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.records import Box, Page, Range
from desktop.reader.marks import Mark, stacked
from desktop.reader.page_places import PagePlaces


@dataclass(frozen=True, slots=True)
class MarkOnPage:
    """What a mark covers of a page, a box for each stretch of a line."""

    mark: Mark
    boxes: Sequence[Box]


class PageMarks:
    """The marks of one document."""

    def __init__(self, marks: Sequence[Mark], pages: Sequence[Page]) -> None:
        self._by_page: dict[int, list[Mark]] = {}
        self._boxes: dict[tuple[int, str], Sequence[Box]] = {}
        self._marks = {mark.id: mark for mark in marks}
        starts = [page.start for page in pages]
        for mark in stacked(marks):
            for page in _pages_of(mark, starts):
                self._by_page.setdefault(page, []).append(mark)

    def get(self, id: str) -> Mark | None:
        return self._marks.get(id)

    def on_page(self, page: int, places: PagePlaces) -> list[MarkOnPage]:
        """Return the marks of a page in reading order, as far as their places are known."""
        found = [MarkOnPage(mark, self._places_of(page, mark, places)) for mark in self._by_page.get(page, ())]
        return [one for one in found if one.boxes]

    def at(self, page: int, x: float, y: float, places: PagePlaces) -> list[str]:
        """Return the ids of the marks at a point of a page (in points), the shortest first."""
        x, y = x * 1000, y * 1000
        found = [
            (length(one.mark.ranges), one.mark.id)
            for one in self.on_page(page, places)
            if any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in one.boxes)
        ]
        return [id for _, id in sorted(found)]

    def _places_of(self, page: int, mark: Mark, places: PagePlaces) -> Sequence[Box]:
        if mark.area is not None:
            return [mark.area[1:]]
        if not places.knows(page):
            return ()
        key = page, mark.id
        if key not in self._boxes:
            self._boxes[key] = places.lines(page, mark.ranges)
        return self._boxes[key]


def length(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _pages_of(mark: Mark, starts: Sequence[int]) -> Iterator[int]:
    if mark.area is not None:
        yield mark.area[0]
        return
    last = -1
    for start, end in mark.ranges:
        first = max(bisect_right(starts, start) - 1, last + 1, 0)
        last = max(bisect_right(starts, max(end - 1, start)) - 1, last)
        yield from range(first, last + 1)
