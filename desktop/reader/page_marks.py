"""The marks of a document by page, so that ten thousand of them cost no more than those in sight."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from core.records import Box, Page, Range
from desktop.reader.marks import Mark, stacked
from desktop.reader.page_places import PagePlaces

_Boxes: TypeAlias = dict[tuple[int, tuple[Range, ...]], Sequence[Box]]


@dataclass(frozen=True, slots=True)
class MarkOnPage:
    """What a mark covers of a page, a box for each stretch of a line."""

    mark: Mark
    boxes: Sequence[Box]


class PageMarks:
    """The marks of one document, and their places as far as they were found."""

    def __init__(self, marks: Sequence[Mark], pages: Sequence[Page], before: PageMarks | None = None) -> None:
        """Take marks; what is known of the places of those that were there ``before`` is kept."""
        self._boxes: _Boxes = before._boxes if before is not None else {}
        self._marks = {mark.id: mark for mark in marks}
        by_page: defaultdict[int, list[Mark]] = defaultdict(list)
        starts = [page.start for page in pages]
        for mark in stacked(marks):
            for page in _pages_of(mark, starts):
                by_page[page].append(mark)
        self._by_page = dict(by_page)

    def get(self, id: str) -> Mark | None:
        return self._marks.get(id)

    def on_page(self, page: int) -> list[MarkOnPage]:
        """Return the marks of a page in reading order, those whose places are known."""
        found = [MarkOnPage(mark, self._known(page, mark) or ()) for mark in self._by_page.get(page, ())]
        return [one for one in found if one.boxes]

    def find(self, page: int, places: PagePlaces, seconds: float = 0.0) -> bool:
        """Find where the marks of a page stand, for so many seconds at most, and without a limit where it is 0.

        Returns:
            Whether all that can be known is known now; nothing can where the page was not measured.
        """
        until = time.perf_counter() + seconds
        if not places.knows(page):
            return True
        unknown = [mark for mark in self._by_page.get(page, ()) if self._known(page, mark) is None]
        for number, mark in enumerate(unknown, 1):
            self._boxes[page, mark.ranges] = places.lines(page, mark.ranges)
            if seconds and time.perf_counter() > until:
                return number == len(unknown)
        return True

    def is_found(self, page: int) -> bool:
        """Return whether the places of all marks of a page are known."""
        return all(self._known(page, mark) is not None for mark in self._by_page.get(page, ()))

    def at(self, page: int, x: float, y: float, places: PagePlaces) -> list[str]:
        """Return the ids of the marks at a point of a page (in points), the shortest first."""
        self.find(page, places)
        x, y = x * 1000, y * 1000
        found = [
            (length(one.mark.ranges), one.mark.id)
            for one in self.on_page(page)
            if any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in one.boxes)
        ]
        return [id for _, id in sorted(found)]

    def _known(self, page: int, mark: Mark) -> Sequence[Box] | None:
        return [mark.area[1:]] if mark.area is not None else self._boxes.get((page, mark.ranges))


def length(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _pages_of(mark: Mark, starts: Sequence[int]) -> Iterable[int]:
    """Return the indexes of the pages a mark lies on, each once."""
    if mark.area is not None:
        return (mark.area[0],)
    spans = [
        (max(bisect_right(starts, start) - 1, 0), max(bisect_right(starts, max(end - 1, start)) - 1, 0))
        for start, end in mark.ranges
    ]
    if len(spans) == 1:
        return range(spans[0][0], spans[0][1] + 1)
    return sorted({page for first, last in spans for page in range(first, last + 1)})
