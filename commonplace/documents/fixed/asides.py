"""What on a document's pages is not running text, on its axis, and the printed numbers of the pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from commonplace.documents.fixed.edges import EdgeLine, edge_lines
from commonplace.documents.fixed.endnotes import endnote_marks
from commonplace.documents.fixed.margins import Margins, margins
from commonplace.documents.fixed.pages import PageText
from core.records import Span


def document_asides(pages: Sequence[PageText]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return the asides of all pages in order and without overlaps, and for each page its printed number or empty."""
    edges = [edge_lines(index, page.stretches, page.height) for index, page in enumerate(pages)]
    found = margins(edges)
    called = endnote_marks([page.raised for page in pages], [page.text for page in pages])
    by_page: list[list[Span]] = [[] for _ in pages]
    for index, span in _margin_spans(found, pages):
        by_page[index].append(span)
    spans: list[Span] = []
    at = 0
    for page, around, marks in zip(pages, by_page, called, strict=True):
        around.sort(key=lambda span: span.start)
        own = [*page.asides, *_apart(marks, page.asides)] if marks else page.asides
        for span in sorted([*around, *_left_over(own, around)], key=lambda span: span.start):
            spans.append(Span(at + span.start, at + span.end, span.style, span.target))
        at += len(page.text)
    return tuple(spans), found.printed


def _margin_spans(found: Margins, pages: Sequence[PageText]) -> Iterator[tuple[int, Span]]:
    """Yield the page numbers, and of each head what stands beside them; a whole line goes with its newline."""
    numbers: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one in found.numbers:
        spot = numbers.setdefault((one.line.page, one.line.start), [])
        if (one.numeral.start, one.numeral.end) not in spot:
            spot.append((one.numeral.start, one.numeral.end))
    heads = {(line.page, line.start): line for line in found.heads}
    lines: dict[tuple[int, int], EdgeLine] = heads | {
        (one.line.page, one.line.start): one.line for one in found.numbers
    }
    for place, line in lines.items():
        whole = _with_newline(line, pages[line.page].text)
        is_head = place in heads
        at = 0
        for begin, end in sorted(numbers.get(place, ())):
            if is_head and line.text[at:begin].strip():
                yield line.page, Span(line.start + at, line.start + begin, "running-head")
            # A number that ends its line takes the newline with it, unless text that stays goes before.
            to_end = not line.text[end:].strip() and (is_head or begin == 0)
            at = whole - line.start if to_end else end
            yield line.page, Span(line.start + begin, line.start + at, "page-number")
        if is_head and line.start + at < whole:
            yield line.page, Span(line.start + at, whole, "running-head")


def _with_newline(line: EdgeLine, text: str) -> int:
    end = line.start + len(line.text)
    return end + 1 if text[end : end + 1] == "\n" else end


def _apart(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """Return the spans that share nothing with others, which lie one behind the other."""
    starts = [other.start for other in taken]
    last = [bisect_left(starts, one.end) - 1 for one in spans]
    return [one for one, at in zip(spans, last, strict=True) if at < 0 or taken[at].end <= one.start]


def _left_over(spans: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Yield what of spans is left beside others, which come first; what they tear apart stays as its longer part."""
    for span in spans:
        start, end = span.start, span.end
        for other in taken:
            if other.end <= start or end <= other.start:
                continue
            if other.start - start >= end - other.end:
                end = other.start
            else:
                start = other.end
        if start < end:
            yield Span(start, end, span.style, span.target)
