"""Running heads and feet and page numbers, told by what repeats and what counts over the pages of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from commonplace.documents.fixed.edges import Edge, EdgeLine
from commonplace.documents.fixed.numerals import Numeral, numerals
from core.page_labels import count_on

_SAME_PLACE = 3.0
_NEAR = 4
_FAR = 12
_FEW = 3
_FOOT = 72.0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A page number in its line."""

    line: EdgeLine
    numeral: Numeral


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands around the text of a document's pages.

    Attributes:
        heads: Lines that are running heads or feet, page numbers in them included.
        numbers: The page numbers, and second ones, as those of a reprint or a file.
        printed: For each page its number; empty where none is known.
    """

    heads: tuple[EdgeLine, ...]
    numbers: tuple[Numbered, ...]
    printed: tuple[str, ...]


def margins(pages: Sequence[Sequence[EdgeLine]]) -> Margins:
    """Return the running heads and page numbers of a document, given the outermost lines of each of its pages."""
    able = [list(_able(lines)) for lines in pages]
    numbers = _page_numbers(able)
    seconds = _second_numbers(able, numbers)
    heads = _heads(pages, [*numbers, *seconds])
    strays = _strays(able, numbers)
    standing = {one.line.page for page in able for one in page if one.numeral.alone and _is_bare(one.line)}
    printed = _printed(len(pages), numbers, {one.line.page for one in strays}, standing)
    return Margins(tuple(heads), (*numbers, *seconds, *strays), tuple(printed))


# Page numbers


def _page_numbers(pages: Sequence[Sequence[Numbered]]) -> list[Numbered]:
    """Return the numbers that count on from page to page.

    Where two runs claim a page, the longer has it, and of equal ones that of bare numbers.
    """
    runs = _all_runs(one for page in pages for one in page)
    runs.sort(key=lambda run: (-len(_pages_of(run)), not all(one.numeral.alone for one in run)))
    taken: set[int] = set()
    found: list[Numbered] = []
    for run in runs:
        if proven := _proven([one for one in run if one.line.page not in taken]):
            found += proven
            numbered = _pages_of(proven)
            taken.update(range(numbered[0], numbered[-1] + 1))
    for pair in _pairs(runs, taken, found, len(pages)):
        found += pair
    return sorted(found, key=lambda one: (one.line.page, one.line.start, one.numeral.start))


def _second_numbers(pages: Sequence[Sequence[Numbered]], numbers: Sequence[Numbered]) -> list[Numbered]:
    """Return the bare numbers at the very edge that count on, too, on pages that have another number."""
    numbered = set(_pages_of(numbers))
    taken = {(one.line.page, one.line.start) for one in numbers}
    left = [
        one
        for page in pages
        for one in page
        if one.numeral.alone
        and one.line.row == 0
        and one.line.page in numbered
        and _is_bare(one.line)
        and (one.line.page, one.line.start) not in taken
    ]
    return [one for run in _all_runs(left) for one in _proven(run)]


def _all_runs(able: Iterable[Numbered]) -> list[list[Numbered]]:
    """Return the numbers that count on from each other as the pages do; one alone is no run."""
    series: defaultdict[tuple[str, int], list[Numbered]] = defaultdict(list)
    for one in able:
        series[one.numeral.series, one.numeral.value - one.line.page].append(one)
    return [run for members in series.values() if len(members) > 1 for run in _runs(members)]


def _able(lines: Sequence[EdgeLine]) -> Iterator[Numbered]:
    """Yield what may be a page's number; nothing where two in a row count on, as on a spread of two printed pages."""
    found = [Numbered(line, numeral) for line in lines for numeral in numerals(line.text)]
    if len(found) < 2:
        yield from found
        return
    for one in found:
        neighbours = {
            other.numeral.value
            for other in found
            if other is not one and (other.line.edge, other.line.row) == (one.line.edge, one.line.row)
        }
        if not neighbours & {one.numeral.value - 1, one.numeral.value + 1}:
            yield one


def _runs(members: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Yield the numbers of one series in runs without long gaps."""
    run: list[Numbered] = []
    for one in members:
        if run and one.line.page - run[-1].line.page > _FAR:
            if len(run) > 1:
                yield run
            run = []
        run.append(one)
    if len(run) > 1:
        yield run


def _pages_of(run: Sequence[Numbered]) -> list[int]:
    return sorted({one.line.page for one in run})


def _slot(line: EdgeLine) -> tuple[Edge, int]:
    return line.edge, round(line.place / _SAME_PLACE)


def _proven(run: Sequence[Numbered]) -> list[Numbered]:
    """Return the numbers of a run where three pages or more agree, standing alone at one height or in repeated rows.

    Where they do, a bare number nearest to an edge that says what the run does is its page's, as at a chapter's foot.
    """
    if len(run) < _FEW:
        return []
    alone = _level([one for one in run if one.numeral.alone and _is_bare(one.line)])
    others = _level([one for one in run if not (one.numeral.alone and _is_bare(one.line))])
    found = alone if _agree(alone, 3) else []
    if _agree(others, 3) and _share_rows(others):
        numbered = {one.line.page for one in found}
        found = [*found, *(one for one in others if one.line.page not in numbered)]
    if found:
        numbered = {one.line.page for one in found}
        bare = (one for one in run if one.numeral.alone and _is_bare(one.line) and one.line.row == 0)
        found = [*found, *(one for one in bare if one.line.page not in numbered)]
    return found


def _level(run: Sequence[Numbered]) -> list[Numbered]:
    """Return the numbers at whose height there are others."""
    usual = Counter(_slot(one.line) for one in run)
    return [one for one in run if sum(usual[place] for place in _places(one.line)) > 1]


def _is_bare(line: EdgeLine) -> bool:
    return line.alone and not line.beside


def _agree(run: Sequence[Numbered], enough: int) -> bool:
    """Return whether so many pages near each other have numbers at the same height, most of them."""
    numbered = _pages_of(run)
    if len(numbered) < enough or not any(other - one <= 2 for one, other in pairwise(numbered)):
        return False
    return 2 * max(Counter(place for one in run for place in _places(one.line)).values()) >= len(numbered)


def _pairs(
    runs: Sequence[Sequence[Numbered]], taken: set[int], found: Sequence[Numbered], pages: int
) -> list[list[Numbered]]:
    """Return the runs of two pages, and what is left of others, that stand where most pages have their numbers.

    Two pages alone would prove little in a long document, and all there is in a short one.
    """
    pairs = []
    for run in runs:
        bare = [one for one in run if _is_bare(one.line) and one.numeral.alone and one.line.row == 0]
        free = [one for one in bare if one.line.page not in taken]
        if _agree(free, 2) or (pages <= _FEW and len(_pages_of(run)) == 2 and _agree(run, 2) and _share_rows(run)):
            pairs.append(free or list(run))
            taken.update(_pages_of(pairs[-1]))
    slots: defaultdict[tuple[Edge, int], set[int]] = defaultdict(set)
    for one in (*found, *(one for pair in pairs for one in pair)):
        for place in _places(one.line):
            slots[place].add(one.line.page)
    return [pair for pair in pairs if all(2 * len(slots[_slot(one.line)]) >= pages for one in pair)]


def _places(line: EdgeLine) -> list[tuple[Edge, int]]:
    """Return the slots a line may be counted in, its own and the ones beside it."""
    edge, place = _slot(line)
    return [(edge, place - 1), (edge, place), (edge, place + 1)]


def _strays(pages: Sequence[Sequence[Numbered]], numbers: Sequence[Numbered]) -> list[Numbered]:
    """Return the numbers that count on from none but stand alone where others of the document do.

    In a short document the number of a page is known for one where it stands at the foot and counts the page.
    """
    numbered = set(_pages_of(numbers))
    usual = Counter(_slot(one.line) for one in numbers)
    found = []
    for page, able in enumerate(pages):
        for one in able if page not in numbered else ():
            if one.line.row or not _is_bare(one.line):
                continue
            counts = one.numeral.value == page + 1 and one.line.edge == "bottom" and one.line.place < _FOOT
            in_place = any(usual[place] >= 3 for place in _places(one.line))
            if one.numeral.alone and (in_place or (len(pages) <= _FEW and counts)):
                found.append(one)
    return found


def _share_rows(run: Sequence[Numbered]) -> bool:
    """Return whether many rows of a run are the same but for the numbers, as heads are and headings are not."""
    keys = Counter(one.line.row_key for one in run)
    return 3 * sum(count for key, count in keys.items() if key and count > 1) >= len(run)


def _printed(count: int, numbers: Sequence[Numbered], others: set[int], standing: set[int]) -> list[str]:
    """Return each page's number: its own, or what the ones around it agree on.

    Args:
        count: How many pages there are.
        numbers: The page numbers that count on.
        others: Pages that say another number; they have none.
        standing: Pages on which any number stands alone at an edge: none is counted out to them from a run beside.
    """
    labels = [""] * count
    runs: list[list[Numbered]] = []
    for one in numbers:
        labels[one.line.page] = one.numeral.label
        if runs and _count_on(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        first, last = run[0], run[-1]
        for page in range(first.line.page, last.line.page):
            labels[page + 1] = count_on(labels[page], 1)
        before = first.line.page - 1
        # A number before the first is proven by the document's beginning, or where it is the first of all.
        if (
            before >= 0
            and not labels[before]
            and before not in standing
            and (first.numeral.value == 2 or (before == 0 and first.numeral.value > 1))
        ):
            labels[before] = count_on(first.numeral.label, -1)
        if last.line.page == count - 2 and not labels[-1] and count - 1 not in standing:
            labels[-1] = count_on(last.numeral.label, 1)
    return ["" if page in others else label for page, label in enumerate(labels)]


def _count_on(one: Numbered, other: Numbered) -> bool:
    steps = other.line.page - one.line.page
    same = one.numeral.series == other.numeral.series
    return same and other.numeral.value - one.numeral.value == steps


# Running heads


def _heads(pages: Sequence[Sequence[EdgeLine]], numbers: Sequence[Numbered]) -> list[EdgeLine]:
    """Return the lines that repeat at one place over the pages, and those in a row with page numbers."""
    lines = [line for page in pages for line in page if line.key and line.alone]
    repeated = {id(line) for slot in _slots(lines) for line in _repeated(slot, len(pages))}
    forms = _forms(pages, repeated)
    rows = {(one.line.page, one.line.edge, one.line.row) for one in numbers}
    usual = Counter(_slot(one.line) for one in numbers)
    found = []
    for page in pages:
        # What is nearer to the edge than a head is a head itself, or a page number; a heading has text around it.
        reached: Counter[Edge] = Counter()
        for line in sorted(page, key=lambda line: line.row):
            numbered = (line.page, line.edge, line.row) in rows
            beside = numbered and any(usual[place] >= 3 for place in _places(line))
            is_head = bool(line.key) and (beside or (id(line) in repeated and line.page not in forms))
            if is_head and line.row <= reached[line.edge]:
                found.append(line)
            if (is_head or numbered) and line.row == reached[line.edge]:
                reached[line.edge] = line.row + 1
    return sorted(found, key=lambda line: (line.page, line.start))


def _slots(lines: Iterable[EdgeLine]) -> Iterator[list[EdgeLine]]:
    """Yield the lines of each place, by pages."""
    ordered = sorted(lines, key=lambda line: (line.edge, line.place))
    slot: list[EdgeLine] = []
    for line in ordered:
        if slot and (line.edge != slot[-1].edge or line.place - slot[-1].place > _SAME_PLACE / 2):
            yield sorted(slot, key=lambda line: line.page)
            slot = []
        slot.append(line)
    if slot:
        yield sorted(slot, key=lambda line: line.page)


def _repeated(slot: Sequence[EdgeLine], pages: int) -> list[EdgeLine]:
    """Return the heads of a place; none where most of what stands there is said once, as a page's first line is."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for line in slot:
        if line.page not in by_key[line.key]:
            by_key[line.key].append(line.page)
    enough = 2 if pages <= _FEW or _take_turns(by_key) else 3
    found = [line for line in slot if len(by_key[line.key]) >= enough and _has_near(by_key[line.key], line.page)]
    there, heads = {line.page for line in slot}, {line.page for line in found}
    if 2 * len(heads) < len(there):
        return []
    # Where nearly every page has a head, what stands in its place on the others is one too.
    if len(heads) >= 6 and 4 * len(heads) >= 3 * len(there):
        return [line for line in slot if line.row == 0 or line.page in heads]
    return found


def _take_turns(by_key: Mapping[str, Sequence[int]]) -> bool:
    """Return whether two lines hold a place between them, one on left pages and one on right ones, all but once."""
    often = sorted((pages for pages in by_key.values() if len(pages) > 1), key=len)[-2:]
    sides = [{page % 2 for page in pages} for pages in often]
    others = sum(map(len, by_key.values())) - sum(map(len, often))
    return len(often) == 2 and others <= 1 and sides in ([{0}, {1}], [{1}, {0}])


def _has_near(where: Sequence[int], page: int) -> bool:
    at = bisect_left(where, page)
    return any(0 <= other < len(where) and abs(where[other] - page) <= _NEAR for other in (at - 1, at + 1))


def _forms(pages: Sequence[Sequence[EdgeLine]], repeated: set[int]) -> set[int]:
    """Return the pages whose rows all repeat, as those of a form do: there nothing tells a head from the text."""
    found = set()
    for page, lines in enumerate(pages):
        for edge in ("top", "bottom"):
            rows = {line.row for line in lines if line.edge == edge}
            again = {line.row for line in lines if line.edge == edge and id(line) in repeated}
            if len(rows) > 3 and rows == again:
                found.add(page)
    return found
