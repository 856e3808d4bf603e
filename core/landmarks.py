"""What a document without pages of its own is cited by besides its paragraphs: printed pages, articles, sections.

A number that the program prints before a block counts as if it stood in the text.

Articles and sections count only where two of them at least stand in order.  A part that was not meant to be one would
be cited wrongly, while paragraphs can always be counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from core import designations
from core.article_paragraphs import is_item, paragraphs_of_article
from core.designations import Designation
from core.layers import UNCOUNTED
from core.parts import BEGINNERS, Part, first_line, is_contents, numerals, parts, runs
from core.printed_paragraphs import numbered_throughout, numbered_within
from core.records import Layer

Landmark: TypeAlias = tuple[str, int, str]
"""page, article, section, chapter or paragraph; where it begins; its label, empty where a part ends.

A paragraph is one of the article, section or chapter that stands before it, where one does.
"""

_HEADINGS = frozenset({"heading"})
_BELOW_HEADINGS = 99


def landmarks(layer: Layer) -> list[Landmark]:
    """Return what a flowing document is cited by besides its blocks, in order; nothing where it has pages."""
    if layer.pages:
        return []
    return _printed_pages(layer) or _articles(layer) or _with_paragraphs(_sections(layer), numbered_throughout(layer))


def _with_paragraphs(found: list[Landmark], numbered: list[tuple[int, str]]) -> list[Landmark]:
    """Return sections with the paragraphs that bear numbers of their own, instead of those that were counted."""
    if not numbered:
        return found
    parts_only = [mark for mark in found if mark[0] != "paragraph"]
    return sorted([*parts_only, *(("paragraph", start, label) for start, label in numbered)], key=lambda mark: mark[1])


def _printed_pages(layer: Layer) -> list[Landmark]:
    spans = (span for block in layer.blocks for span in block.spans if span.style == "page" and span.target.strip())
    marks = [("page", span.start, " ".join(span.target.split())) for span in spans]
    return sorted(marks, key=lambda mark: mark[1])


def _articles(layer: Layer) -> list[Landmark]:
    found = runs(parts(layer, BEGINNERS, lambda line, heading: designations.article(line, heading=heading)))
    if not any(len(run) > 1 for run in found):
        # In "Article 1 The purpose of this Act is …" nothing parts the number from the text; that they count shows it.
        read = runs(parts(layer, BEGINNERS, lambda line, _: designations.article(line, heading=True)))
        found = [run for run in read if _counts_from_one(run)]
    ends = [*(run[0].index for run in found[1:]), len(layer.blocks)]
    # A table of contents and supplementary provisions begin with the same article as the text itself, which is longest.
    whole = [(run, end) for run, end in zip(found, ends, strict=False) if run[0].said.number == found[0][0].said.number]
    if not whole:
        return []
    run, end = max(whole, key=lambda stretch: _start(layer, stretch[1]) - _start(layer, stretch[0][0].index))
    return list(_marks(layer, "article", run, end)) if len(run) > 1 else []


def _counts_from_one(run: Sequence[Part]) -> bool:
    """Return whether a run counts 1, 2, 3 without a gap, from its first part to its last."""
    return len(run) > 2 and [part.said.number for part in run] == [(number,) for number in range(1, len(run) + 1)]


def _sections(layer: Layer) -> list[Landmark]:
    read = {
        "numeral": numerals(layer),
        "section": parts(layer, _HEADINGS, lambda line, _: designations.section(line)),
        "chapter": parts(layer, _HEADINGS, lambda line, _: designations.chapter(line)),
        "roman": _marked(layer, designations.roman_numeral),
        "letter": _marked(layer, designations.letter),
    }
    found = {form: run for form, every in read.items() if (run := _only_run(layer, every))}
    if not found:
        return []
    # Numbers with points name their part in the whole document; others may count inside what begins before them.
    pointed = any(len(part.said.number) > 1 for part in found.get("numeral", ()))
    form = "numeral" if pointed else min(found, key=lambda form: found[form][0].index)
    kind = "chapter" if form == "chapter" else "section"
    return list(_marks(layer, kind, found[form], len(layer.blocks)))


def _marked(layer: Layer, read: Callable[[str], Designation | None]) -> list[Part]:
    """Return the headings that are numbered in letters, on one level; none where they do not count from the first.

    Typed before a title, I and C and "A" would be words as well; and C may be a hundred.
    """
    found = [part for part in parts(layer, _HEADINGS, lambda line, _: read(line)) if part.marked]
    if not found or found[0].said.number != (1,):
        return []
    level = layer.blocks[found[0].index].level
    return [part for part in found if layer.blocks[part.index].level == level]


def _only_run(layer: Layer, found: list[Part]) -> list[Part]:
    """Return the parts where they stand in one order, besides tables of contents; else none."""
    stretches = [run for run in runs(found) if not is_contents(layer, run)]
    return stretches[0] if len(stretches) == 1 and len(stretches[0]) > 1 else []


def _marks(layer: Layer, kind: str, run: Sequence[Part], end: int) -> Iterator[Landmark]:
    ends = [*(part.index for part in run[1:]), _counted_from(layer, end)]
    for part, following in zip(run, ends, strict=True):
        closed = min(_counted_from(layer, _closed(layer, part, following)), following)
        yield kind, _start(layer, part.index), part.said.label
        for start, label in _paragraphs(layer, kind, part, closed):
            yield "paragraph", start, label
        if closed < len(layer.blocks) and (closed < following or part is run[-1]):
            yield kind, _start(layer, closed), ""


def _counted_from(layer: Layer, index: int) -> int:
    """Return the first counted block from one on: what stands above it belongs to what is before, as headings do."""
    return next(
        (at for at in range(index, len(layer.blocks)) if layer.blocks[at].kind not in UNCOUNTED), len(layer.blocks)
    )


def _closed(layer: Layer, part: Part, end: int) -> int:
    """Return the heading at which a part ends because it has its rank or a higher one and no number, or the end."""
    own = layer.blocks[part.index]
    level = own.level if own.kind == "heading" else _BELOW_HEADINGS
    for index in range(part.index + 1, end):
        block = layer.blocks[index]
        titled = index == part.index + 1 and not part.said.rest
        if block.kind == "heading" and block.level <= level and not titled and not is_item(first_line(layer, block)):
            return index
    return end


def _paragraphs(layer: Layer, kind: str, part: Part, end: int) -> list[tuple[int, str]]:
    counted = [block for block in layer.blocks[part.index : end] if block.kind not in UNCOUNTED]
    if kind == "article":
        return paragraphs_of_article(layer, part, counted)
    below = [block for block in counted if block is not layer.blocks[part.index]]
    return numbered_within(part.said.number, below) or [
        (block.start, str(number)) for number, block in enumerate(below, 1)
    ]


def _start(layer: Layer, index: int) -> int:
    return layer.blocks[index].start if index < len(layer.blocks) else len(layer.text)
