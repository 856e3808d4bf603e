"""The paragraphs of an article of a law or treaty: those whose numbers are printed, else as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.designations import is_title
from core.parts import Part, first_line
from core.records import Block, Layer

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PRINTED = re.compile(
    rf"[(（]?(?P<count>[0-9０-９]{{1,2}})(?:[.．)）]{{1,2}}(?![0-9０-９])|\u3000|\s(?=[A-Z]|[^\x00-\x7f]))|(?P<circled>[{_CIRCLED}])"
)
_ITEM = re.compile(
    r"[(（]?(?:[a-z]{1,5}|[一二三四五六七八九十]+|[イロハニホヘトア-オ])[)）.．]|(?:[一二三四五六七八九十]+|[イロハニホヘト])\s|[•・‣◦▪*–—-]\s"
)


def is_item(line: str) -> bool:
    """Whether a line is a point of a list inside a paragraph: (a), 二, イ."""
    return bool(_ITEM.match(line))


def paragraphs_of_article(layer: Layer, part: Part, blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Return where an article's paragraphs begin, and their numbers; none where it is one paragraph only.

    Args:
        layer: Whose blocks they are.
        part: The article.
        blocks: Its counted blocks, the one it begins with among them where that is no heading.
    """
    own = [block for block in blocks if block is layer.blocks[part.index] and not _is_headline(layer, block)]
    body = [block for block in blocks if block is not layer.blocks[part.index]]
    if not own and not part.said.rest and len(body) > 1 and _is_headed(layer, body[0]):
        body = body[1:]
    found = _printed(layer, own, body)
    if len(found) == len(own):
        counted = own + [block for block in body if not is_item(first_line(layer, block))]
        found = [(block.start, str(number)) for number, block in enumerate(counted, 1)]
    return found if len(found) > 1 else []


def _is_headline(layer: Layer, block: Block) -> bool:
    return is_title(layer.text[block.start : block.end].strip())


def _is_headed(layer: Layer, block: Block) -> bool:
    """Whether the first block below an article's number is its title."""
    line = first_line(layer, block)
    return _is_headline(layer, block) and not _PRINTED.match(line) and not is_item(line)


def _printed(layer: Layer, own: Sequence[Block], body: Sequence[Block]) -> list[tuple[int, str]]:
    """Return the paragraphs whose numbers are printed, in order; what stands beside the article's own is the first."""
    found = [(block.start, "1") for block in own]
    for block in body:
        if _count(first_line(layer, block)) == len(found) + 1:
            found.append((block.start, str(len(found) + 1)))
    return found


def _count(line: str) -> int:
    match = _PRINTED.match(line)
    if not match:
        return 0
    return int(match["count"]) if match["count"] else _CIRCLED.index(match["circled"]) + 1
