"""What a reader takes out of a file, before it becomes a layer."""

from __future__ import annotations

from dataclasses import dataclass

from core.records import Block, Found, Page, Span


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file's text on one axis, with its pages or blocks and what it says of itself.

    ``remark`` is what the user should know of it, or empty.
    """

    kind: str
    extractor: str
    text: str
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    found: tuple[Found, ...] = ()
    asides: tuple[Span, ...] = ()
    remark: str = ""
