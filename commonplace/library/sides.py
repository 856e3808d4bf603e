"""What stands against each other in a conflict, in full: passages with all their words, which lists cut short."""

from __future__ import annotations

from dataclasses import replace

from commonplace.library.anchoring import PART_BREAK, layer_or_empty
from commonplace.library.conflicts import ConflictLine, HeadLine
from commonplace.library.session import Library
from core.ids import canonical
from db.highlights import read_anchor


def in_full(library: Library, line: ConflictLine) -> ConflictLine:
    """Return a conflict whose passages have their whole texts, in a paragraph below the place."""
    return replace(line, heads=tuple(_in_full(library, line, head) for head in line.heads))


def _in_full(library: Library, line: ConflictLine, head: HeadLine) -> HeadLine:
    if line.register != "anchor" or head.kind != "value":
        return head
    anchor = read_anchor(canonical(head.raw))
    text = layer_or_empty(library, anchor.layer).text if anchor.ranges else ""
    words = PART_BREAK.join(text[start:end] for start, end in anchor.ranges) if text else anchor.exact
    place = head.value.partition(": “")[0]
    return replace(head, value=f"{place}\n\n{words}") if words else head
