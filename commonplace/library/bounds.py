"""What a highlight covers, said by ranges or a rectangle: an area marked, and a passage given other bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from commonplace.library.anchoring import PART_BREAK
from commonplace.library.highlighting import Mark, record
from commonplace.library.highlights import Filter, HighlightLine, find_highlights, highlight_lines
from commonplace.library.locating import with_place
from commonplace.library.naming import source_named
from commonplace.library.passages import anchored, parts_of
from commonplace.library.session import Library
from core.errors import NotDoneError
from core.records import Anchor, Box, Range
from db.documents import read_layer
from db.highlights import anchor_value
from db.kinds import HIGHLIGHT
from db.sources import sources
from db.step_labels import named


def highlight_area(
    library: Library, source: str, page: int, area: Box, concepts: Sequence[str] = (), *, private: bool = False
) -> HighlightLine:
    """Highlight a rectangle of a page, in thousandths of a point, tagged with concepts by id.

    Raises:
        UnknownNameError: There is no such source.
        NotDoneError: It has no such page, or nothing of it lies in the rectangle.
    """
    facts = sources(library.engine, [source_named(library, source)])[0]
    layer = read_layer(library.engine, facts.layer)
    if not 0 <= page < len(layer.pages):
        raise NotDoneError("There is no such page in this source; nothing was highlighted.", code="no-pages")
    sheet = layer.pages[page]
    left, right = max(area[0], 0), min(area[2], sheet.width)
    top, bottom = max(area[1], 0), min(area[3], sheet.height)
    if left >= right or top >= bottom:
        raise NotDoneError("The area lies outside the page; nothing was highlighted.", code="bad-area")
    anchor = with_place(facts, Anchor(facts.id, facts.layer, (), area=(page, left, top, right, bottom)))
    label = f"Highlight in {named(facts.id)}"
    with library.action(label, private=private) as action:
        (id,) = record(action, [Mark("", anchor, tuple(concepts))])
    return highlight_lines(library, Filter(), ids=[id])[0]


def change_ranges(library: Library, highlight: str, ranges: Sequence[Range]) -> HighlightLine:
    """Let a highlight cover other ranges of the same text; its tags and notes stay with it.

    Args:
        library: Where it is.
        highlight: Its id.
        ranges: In the layer that its source shows.

    Raises:
        NotDoneError: It is gone, marks an area, or the ranges are no passage of the text.
    """
    found = find_highlights(library, Filter(), ids=[highlight])
    if not found or found[0].anchor.area is not None:
        raise NotDoneError("This highlight has no text whose bounds could be moved; nothing was changed.")
    facts = sources(library.engine, [found[0].anchor.source])[0]
    layer = read_layer(library.engine, facts.layer)
    ordered = sorted(ranges)
    edges = [edge for one in ordered for edge in one]
    if not edges or edges != sorted(edges) or edges[0] < 0 or edges[-1] > len(layer.text):
        raise NotDoneError("These bounds are no passage of the text; nothing was changed.", code="bad-range")
    if not all(layer.text[start:end].strip() for start, end in ordered):
        raise NotDoneError("A highlight needs some text to stand on; nothing was changed.", code="bad-range")
    exact = PART_BREAK.join(parts_of(layer, ordered))
    anchor = replace(anchored(facts, layer, ordered), exact=exact)
    with library.action("Move the bounds of a highlight", private=found[0].private) as action:
        action.set(HIGHLIGHT, highlight, "anchor", anchor_value(anchor))
    return highlight_lines(library, Filter(), ids=[highlight])[0]
