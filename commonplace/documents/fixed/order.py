"""The lines of a page as a person reads them, where the order they are drawn in cannot be meant.

Most files draw their pages in reading order, and know it better than any guess.  Another order is given only where
the drawn one is plainly none: columns drawn line by line across the page, a right column before the left one, a part
of the text after what stands below it.  Tables, which are read across, stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from commonplace.documents.fixed.lines import TextLine, body_size

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_FEWEST_ROWS = 4
_LONG = 60
_TITLE = 4
# A line beside another is one of so many next to it, from above to below.
_NEAR = 4

Order = list[int]


def is_right_to_left(text: str) -> bool:
    """Return whether most letters of a text are of a script that runs from right to left."""
    if text.isascii():
        return False
    found = len(_RIGHT_TO_LEFT.findall(text))
    return found > 0 and 2 * found > sum(map(str.isalpha, text))


def reading_order(lines: Sequence[TextLine]) -> Order | None:
    """Return the lines' numbers as they are to be read; None where they are drawn in an order that may be meant."""
    followers = _followers(lines)
    speaking = list(followers)
    if len(speaking) < _FEWEST_ROWS:
        return None
    mirrored = is_right_to_left("".join(lines[at].text for at in speaking))
    page = _Page(lines, speaking, mirrored)
    if not page.clear or not page.disordered():
        return None
    ordered = page.ordered()
    if ordered == speaking:
        return None
    return [*_before_first(lines, speaking), *(one for at in ordered for one in (at, *followers[at]))]


def _followers(lines: Sequence[TextLine]) -> dict[int, list[int]]:
    """Return the upright lines with text, each with the others that are drawn after it and go where it goes."""
    found: dict[int, list[int]] = {}
    last = -1
    for at, line in enumerate(lines):
        if line.upright and line.letters:
            found[at] = []
            last = at
        elif last >= 0:
            found[last].append(at)
    return found


def _before_first(lines: Sequence[TextLine], speaking: Sequence[int]) -> range:
    return range(speaking[0]) if speaking else range(len(lines))


class _Page:
    """A page's lines sorted into bands from top to bottom, each with its columns in reading order.

    A line that crosses the gutters is a band of its own kind, with one column.  ``clear`` is False where lines stand
    beside others that should have the page's whole width to themselves.
    """

    def __init__(self, lines: Sequence[TextLine], speaking: Sequence[int], mirrored: bool) -> None:
        self.lines = lines
        self.mirrored = mirrored
        self.body = body_size([lines[at] for at in speaking])
        self.gutters = _gutters([lines[at] for at in speaking])
        self.clear = True
        self.bands = self._bands(speaking)

    def _bands(self, speaking: Sequence[int]) -> list[list[list[int]]]:
        crossing = sorted((at for at in speaking if self._crosses(at)), key=self._middle) if self.gutters else []
        edges = [self._middle(at) for at in crossing]
        # Between each two crossing lines, and at both ends, there may be lines in columns.
        shelves: list[list[list[int]]] = [[[] for _ in range(len(self.gutters) + 1)] for _ in range(len(edges) + 1)]
        crossed = set(crossing)
        for at in speaking:
            if at not in crossed:
                shelf = bisect_left(edges, self._middle(at))
                shelves[shelf][self._column(at)].append(at)
                near = crossing[max(shelf - _NEAR, 0) : shelf + _NEAR] if self.clear else ()
                self.clear &= not any(self._beside(at, other) for other in near)
        bands: list[list[list[int]]] = []
        for number, columns in enumerate(shelves):
            if any(columns):
                bands.append(columns[::-1] if self.mirrored else columns)
            if number < len(crossing):
                if number and not any(columns) and bands and len(bands[-1]) == 1:
                    bands[-1][0].append(crossing[number])
                else:
                    bands.append([[crossing[number]]])
        for band in bands:
            for column in band:
                column.sort()
        return bands

    def _crosses(self, at: int) -> bool:
        left, _, right, _ = self.lines[at].box
        return any(left < gutter - 2 and right > gutter + 2 for gutter in self.gutters)

    def _column(self, at: int) -> int:
        left, _, right, _ = self.lines[at].box
        return sum((left + right) / 2 > gutter for gutter in self.gutters)

    def _middle(self, at: int) -> float:
        return (self.lines[at].box[1] + self.lines[at].box[3]) / 2

    def _beside(self, one: int, other: int) -> bool:
        return _shared(self.lines[one], self.lines[other]) > 0.5

    def disordered(self) -> bool:
        """Return whether the drawn order is plainly none."""
        return any(map(self._torn, self.bands)) or self._bands_climb() or bool(self._late_titles())

    def _torn(self, band: Sequence[Sequence[int]]) -> bool:
        return self._interleaved(band) or self._swapped(band) or any(map(self._climbs, band))

    def _interleaved(self, band: Sequence[Sequence[int]]) -> bool:
        """Return whether columns of running text are drawn line by line across the page."""
        columns = [column for column in band if column]
        if len(columns) < 2 or not all(self._runs(column) for column in columns):
            return False
        home = {at: number for number, column in enumerate(columns) for at in column}
        changes = sum(home[one] != home[other] for one, other in pairwise(sorted(home)))
        return changes >= 0.6 * (len(home) - 1)

    def _swapped(self, band: Sequence[Sequence[int]]) -> bool:
        """Return whether a column of running text is drawn whole before the one, as wide as it, that is read first."""
        columns = [column for column in band if len(column) >= _FEWEST_ROWS and self._runs(column)]
        for one, other in pairwise(columns):
            wide, narrow = sorted((self._width(one), self._width(other)), reverse=True)
            if other[-1] < one[0] and narrow > 0.75 * wide:
                return True
        return False

    def _climbs(self, column: Sequence[int]) -> bool:
        parts = self._parts(column)
        return parts is not None and any(self._above(other, one) for one, other in pairwise(parts))

    def _bands_climb(self) -> bool:
        """Return whether a band of some length is drawn after the one below it."""
        whole = [sorted(at for column in band for at in column) for band in self.bands]
        long = [band for band in whole if self._is_long(band)]
        return any(other[-1] < one[0] for one, other in pairwise(long))

    def _late_titles(self) -> Order:
        """Return the lines in larger type that stand above all the text and are drawn after some of it."""
        members = sorted(at for band in self.bands for column in band for at in column)
        text = [at for at in members if self._is_text(at)]
        if not text:
            return []
        top = min(self.lines[at].box[1] for at in text)
        return [at for at in members if at > text[0] and self._is_title(self.lines[at], top)]

    def _is_title(self, line: TextLine, top: float) -> bool:
        return line.size > 1.15 * self.body and line.letters >= _TITLE and line.box[3] <= top + line.size / 2

    def _is_text(self, at: int) -> bool:
        return abs(self.lines[at].size - self.body) < 0.6

    def _parts(self, column: Sequence[int]) -> list[list[int]] | None:
        """Return a column's lines in runs that go down the page; None where the runs overlap and tell nothing.

        A run of a line or two, as of a head or a page number, goes with the run it is drawn next to.
        """
        runs: list[list[int]] = []
        for at in column:
            if runs and self._middle(at) > self._middle(runs[-1][-1]) - self.lines[at].size:
                runs[-1].append(at)
            else:
                runs.append([at])
        parts: list[list[int]] = []
        waiting: list[int] = []
        for run in runs:
            if not self._is_long(run):
                (parts[-1] if parts else waiting).extend(run)
            else:
                parts.append([*waiting, *run])
                waiting = []
        spans = sorted(self._extent(part) for part in parts)
        if any(other[0] < one[1] - 1 for one, other in pairwise(spans)):
            return None
        return parts

    def _extent(self, part: Sequence[int]) -> tuple[float, float]:
        """Return from where to where a run's text goes, without the short lines that came with it."""
        long = [self.lines[at].box for at in part if self._is_text(at) and self.lines[at].letters >= _LONG / 2]
        boxes = long or [self.lines[at].box for at in part]
        return min(box[1] for box in boxes), max(box[3] for box in boxes)

    def _above(self, one: Sequence[int], other: Sequence[int]) -> bool:
        return self._extent(one)[1] <= self._extent(other)[0] + 1

    def _is_long(self, run: Sequence[int]) -> bool:
        return sum(self.lines[at].letters for at in run if self._is_text(at)) >= _LONG

    def _runs(self, column: Sequence[int]) -> bool:
        """Return whether a column holds running text: lines that fill it, and go on from one to the next."""
        lines = [self.lines[at] for at in column]
        if len(lines) < _FEWEST_ROWS:
            return False
        width = self._width(column)
        filled = [(line.box[2] - line.box[0]) / width for line in lines]
        wide = _WIDE.search("".join(line.text for line in lines)) is not None
        if median(filled) < 0.75 or mean(line.letters for line in lines) < (8 if wide else 15):
            return False
        going_on = sum(_goes_on(one.text, other.text) for one, other in pairwise(lines))
        return going_on >= 0.25 * (len(lines) - 1) or sum(fill >= 0.85 for fill in filled) >= 0.6 * len(lines)

    def _width(self, column: Sequence[int]) -> float:
        return max(
            max(self.lines[at].box[2] for at in column) - min(self.lines[at].box[0] for at in column),
            1.0,
        )

    def ordered(self) -> Order:
        """Return the lines band by band, and in a band whose drawn order is none column by column."""
        found: Order = []
        for band in self.bands:
            if not self._torn(band):
                found += sorted(at for column in band for at in column)
                continue
            for column in band:
                found += self._downwards(column)
        titles = self._late_titles()
        return [*titles, *(at for at in found if at not in titles)]

    def _downwards(self, column: Sequence[int]) -> Order:
        parts = self._parts(column) or []
        rest = set(column).difference(*parts)
        return [at for part in sorted(parts, key=self._extent) for at in part] + sorted(rest)


def _goes_on(one: str, other: str) -> bool:
    """Return whether a line's sentence goes on in the next."""
    one, other = one.rstrip(), other.lstrip()
    return bool(one and other) and (one[-1] in "-\u2010\u00ad" or (other[0].islower() and one[-1] not in ".!?:"))


def _shared(one: TextLine, other: TextLine) -> float:
    """Return how much of the lower of two lines stands at the height of the other."""
    height = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return height / max(min(one.box[3] - one.box[1], other.box[3] - other.box[1]), 0.1)


def _gutters(lines: Sequence[TextLine]) -> list[float]:
    """Return where the white between columns is, from left to right: where many neighbours have it between them."""
    gaps = list(_gaps(lines))
    found: list[float] = []
    most = 0
    while gaps:
        place, votes = _crowded(gaps)
        most = most or votes
        if votes < max(_FEWEST_ROWS - 1, most / 2):
            break
        found.append(place)
        gaps = [gap for gap in gaps if not gap[0] < place < gap[1]]
    return sorted(found)


def _gaps(lines: Sequence[TextLine]) -> Iterator[tuple[float, float]]:
    """Yield the white between each line and its next neighbour on the right."""
    by_top = sorted(lines, key=lambda line: line.box[1])
    for number, line in enumerate(by_top):
        best: TextLine | None = None
        for other in _near(by_top, number):
            if other.box[0] > line.box[2] and _shared(line, other) > 0.5 and (not best or other.box[0] < best.box[0]):
                best = other
        if best and best.box[0] - line.box[2] > 0.7 * line.size and _long_enough(line) and _long_enough(best):
            yield line.box[2], best.box[0]


def _long_enough(line: TextLine) -> bool:
    return line.letters >= 8 or (line.letters >= 4 and _WIDE.search(line.text) is not None)


def _near(by_top: Sequence[TextLine], number: int) -> Iterator[TextLine]:
    line = by_top[number]
    height = line.box[3] - line.box[1]
    for at in range(number - 1, -1, -1):
        if by_top[at].box[1] < line.box[1] - height:
            break
        yield by_top[at]
    for at in range(number + 1, len(by_top)):
        if by_top[at].box[1] > line.box[3]:
            break
        yield by_top[at]


def _crowded(gaps: Sequence[tuple[float, float]]) -> tuple[float, int]:
    """Return the middle of the stretch that most gaps hold, and how many do."""
    events = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    most = held = 0
    begin = end = 0.0
    for number, (place, change) in enumerate(events):
        held += change
        if held > most:
            most, begin = held, place
            end = events[number + 1][0] if number + 1 < len(events) else place
    return (begin + end) / 2, most
