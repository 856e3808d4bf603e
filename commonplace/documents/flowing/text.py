"""Plain text to a layer: the file's own characters, with its headings and paragraphs marked on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.encodings import decode
from commonplace.documents.found.metadata_text import found_in_text
from core.records import Block

EXTRACTOR = extractor("text")

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?。！？:;：；,，、…][\"'”’」』）)\]]*$")
_BULLET = re.compile(r"\s*(?:[•・‣◦▪*–-]|\(?\d{1,3}[.)])\s+\S")
_HEADING_LIMIT = 120


def read_text(data: bytes, encoding: str = "") -> Extracted:
    """Return the text of a file; blank lines stay in it.

    Raises:
        UnreadableError: The bytes are not in the named encoding.
    """
    text, name = decode(data, encoding)
    remark = "" if name in ("utf-8", "ascii") else f"read as {name}"
    return Extracted(
        kind="text",
        extractor=EXTRACTOR,
        text=text,
        blocks=tuple(blocks_of(text)),
        found=found_in_text(text),
        remark=remark,
    )


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a plain text: one a paragraph where blank lines part them, else one a line."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    spans = [part for span in paragraphs for part in _parted(text, *span)]
    for number, (start, end) in enumerate(spans):
        yield _block(text, start, end, first=number == 0, last=number == len(spans) - 1)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a run of lines whole where they look wrapped, else line by line, as people paste web pages."""
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    if len(lines) > 1 and _wrapped(text, lines):
        yield start, end
    else:
        yield from lines


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if any(_BULLET.match(text, *line) for line in lines):
        return False
    lengths = [end - start for start, end in lines[:-1]]
    longest = max(lengths)
    # Wrapped lines are about equally long, and few of them end where a sentence does.
    ends = sum(bool(_SENTENCE_END.search(text, *line)) for line in lines[:-1])
    return longest <= _HEADING_LIMIT and min(lengths) > longest * 0.6 and ends * 2 <= len(lengths)


def _block(text: str, start: int, end: int, *, first: bool, last: bool) -> Block:
    if _BULLET.match(text, start, end):
        return Block("list-item", start, end, 1)
    if not last and _is_heading(text[start:end]):
        return Block("heading", start, end, 1 if first else 2)
    return Block("paragraph", start, end)


def _is_heading(line: str) -> bool:
    return len(line) <= _HEADING_LIMIT and "\n" not in line and not _SENTENCE_END.search(line.rstrip())
