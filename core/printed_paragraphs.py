"""Paragraphs by the numbers that a document prints before them, where these are the paragraphs' and not a list's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.designations import Number
from core.parts import printed_numbers
from core.records import Block, Layer

_KINDS = frozenset({"paragraph", "list-item"})
_NUMBER = re.compile(r"[(（]?([0-9]{1,4}(?:\.[0-9]{1,4})*)[.)）]?")


def numbered_throughout(layer: Layer) -> list[tuple[int, str]]:
    """Return where the paragraphs begin that are numbered from 1 on through the whole document, and their numbers.

    None where the numbers may be those of lists: they begin anew, stand below one heading only, or most text has none.
    """
    blocks = [block for block in layer.blocks if block.kind in _KINDS and len(_number(block)) == 1]
    blocks = [block for block in blocks if block.level == blocks[0].level]
    if [_number(block)[0] for block in blocks] != list(range(1, len(blocks) + 1)) or not blocks:
        return []
    first, last = blocks[0].start, blocks[-1].start
    from_first = [block for block in layer.blocks if block.start >= first]
    goes_on = any(block.kind == "heading" and block.start < last for block in from_first)
    if not goes_on or not _most(blocks, from_first):
        return []
    return [(block.start, str(number)) for number, block in enumerate(blocks, 1)]


def numbered_within(number: Number, blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Return where the paragraphs of a section begin that bear its number and their own, 2.1 in section 2.

    Args:
        number: The section's.
        blocks: Its counted blocks.
    """
    found = [block for block in blocks if block.kind in _KINDS and _number(block)[:-1] == number]
    if [_number(block)[-1] for block in found] != list(range(1, len(found) + 1)) or not _most(found, blocks):
        return []
    return [(block.start, ".".join(map(str, _number(block)))) for block in found]


def _number(block: Block) -> Number:
    said = _NUMBER.fullmatch(next(iter(printed_numbers(block)[-1:]), ""))
    return tuple(int(step) for step in said[1].split(".")) if said else ()


def _most(found: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether most of some text is numbered; points inside points that are do not count."""
    level = max((block.level for block in found), default=0)
    beside = [
        block for block in blocks if block.kind == "paragraph" or (block.kind == "list-item" and block.level <= level)
    ]
    return bool(found) and 2 * len(found) > len(beside)
