"""The numbered parts of a flowing document, in the order in which they stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from core.designations import LONGEST_TITLE, Designation, Number, is_title, numeral
from core.records import Block, Layer

BEGINNERS = frozenset({"heading", "paragraph", "list-item"})
_LINE = 300
_EDGE = " \t\xa0\u3000.．:：—–-"
_CAPTION = re.compile(r"[(（][^()（）\n]{1,60}[)）]\n")


@dataclass(frozen=True, slots=True)
class Part:
    """A part that begins with the block at ``index`` of its layer.

    ``marked`` where the program that made the file numbers it, so that the number can be nothing else.
    """

    index: int
    said: Designation
    marked: bool = False


def printed_numbers(block: Block) -> list[str]:
    """Return the numbers that are printed before a block and are none of its text; its own stands last.

    Others stood in paragraphs of their own above it, as the Article 5 above an article's first paragraph.
    """
    return [span.target for span in block.spans if span.style == "number" and span.start == block.start]


def first_line(layer: Layer, block: Block) -> str:
    """Return a block's first line as it is printed, with the number before it."""
    return " ".join([*printed_numbers(block)[-1:], _typed_line(layer, block)])


def _typed_line(layer: Layer, block: Block) -> str:
    """Return the beginning of a block up to the end of its first line, or its second below a caption in brackets."""
    text = layer.text[block.start : min(block.end, block.start + _LINE)].lstrip()
    caption = _CAPTION.match(text) if text.startswith(("(", "（")) else None
    return text[caption.end() if caption else 0 :].partition("\n")[0].strip()


def parts(layer: Layer, kinds: Collection[str], read: Callable[[str, bool], Designation | None]) -> list[Part]:
    """Return the parts that blocks of some kinds begin; ``read`` is given a line and whether it is a heading."""
    return [
        part
        for index, block in enumerate(layer.blocks)
        if block.kind in kinds and (part := _part(layer, index, block, read))
    ]


def _part(layer: Layer, index: int, block: Block, read: Callable[[str, bool], Designation | None]) -> Part | None:
    line = _typed_line(layer, block)
    for number in reversed(printed_numbers(block)):
        if said := read(number.strip(_EDGE), True):
            return Part(index, replace(said, rest=line, bare=False), marked=True)
    typed = read(line, block.kind == "heading")
    return Part(index, typed) if typed else None


def runs(found: list[Part]) -> list[list[Part]]:
    """Return the stretches in which numbers grow; one that says its number twice begins once."""
    stretches: list[list[Part]] = []
    for part in found:
        last = stretches[-1][-1].said.number if stretches else ()
        if not last or part.said.number < last:
            stretches.append([part])
        elif part.said.number > last:
            stretches[-1].append(part)
    return stretches


def is_contents(layer: Layer, run: list[Part]) -> bool:
    """Whether parts follow on each other without text between them, as in a table of contents."""
    between = layer.blocks[run[0].index : run[-1].index]
    return all(is_title(layer.text[block.start : block.end]) for block in between)


def numerals(layer: Layer) -> list[Part]:
    """Return the parts that begin with 2, 2.1 or 2.1.3: headings, and what fills a gap in their order.

    Numbers that may be there for another reason are left out: "3 lessons", "2.5 million more", "6 August".
    """
    found = parts(layer, BEGINNERS, lambda line, _: numeral(line))
    kept: list[Part] = []
    for part, after in zip(found, _next_headings(layer, found), strict=True):
        before = kept[-1].said.number if kept else ()
        if _is_heading(layer, part):
            fits = part.marked or _is_trusted(part.said, before, after)
        else:
            fits = _stands_alone(layer, part) and _fills(part.said, before, after)
        if fits:
            kept.append(part)
    return kept


def _next_headings(layer: Layer, found: list[Part]) -> list[Number]:
    """Return for each part the number of the heading that comes next; empty for the last ones."""
    after: Number = ()
    numbers = []
    for part in reversed(found):
        numbers.append(after)
        after = part.said.number if _is_heading(layer, part) else after
    return numbers[::-1]


def _is_heading(layer: Layer, part: Part) -> bool:
    return layer.blocks[part.index].kind == "heading"


def _is_trusted(said: Designation, before: Number, after: Number) -> bool:
    number = said.number
    if _follows(before, number) or _is_inside(after, number):
        return True
    if said.bare:
        return number[0] <= 1
    return len(number) == 1 or number[-1] <= 1 or _is_inside(number, before) or _follows(number, after)


def _fills(said: Designation, before: Number, after: Number) -> bool:
    """Whether a number outside a heading is the very one that is missing between two headings."""
    number = said.number
    return not said.bare and (_follows(before, number) if before else _is_inside(after, number)) and number < after


def _stands_alone(layer: Layer, part: Part) -> bool:
    """Whether a block is one short line and no point of a list."""
    block = layer.blocks[part.index]
    beside = layer.blocks[max(part.index - 1, 0) : part.index] + layer.blocks[part.index + 1 : part.index + 2]
    return block.end - block.start <= LONGEST_TITLE and all(one.kind != "list-item" for one in beside)


def _follows(before: Number, number: Number) -> bool:
    """Whether a number is the next one after another or after a part that this one is in: 2.1 → 2.2, 2.1 → 3."""
    at = len(number) - 1
    return len(before) > at and before[:at] == number[:at] and number[at] == before[at] + 1


def _is_inside(number: Number, outer: Number) -> bool:
    return bool(outer) and len(number) > len(outer) and number[: len(outer)] == outer
