"""``sources``, ``text``, ``boxes`` and ``page-label``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from commonplace.cli import output
from commonplace.cli.parsing import Parser, describe, layer_id, name, position, text
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from commonplace.library.sources import SourceLine, SourceText, Stretch

_RUNS = 4


def _sources(parser: Parser) -> None:
    parser.add_argument(
        "--shelf",
        "--collection",
        dest="shelves",
        metavar="NAME",
        type=name,
        action="append",
        default=[],
        help="only what is in this collection; repeat it",
    )
    parser.set_defaults(run=_list)
    describe(parser, "List the stored documents.", "sources", "sources --shelf 'Chapter 2'", "sources --json")


def _text(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.add_argument("--page", metavar="P", type=text, help="only this page: its printed label, or #N")
    parser.set_defaults(run=_print)
    describe(
        parser,
        "Print exactly the canonical text of a source: the axis that passages are counted on.",
        "text Kishida2022Security",
        "text Kishida2022Security --page 62",
        "text Kishida2022Security --page '#12' --json",
    )


def _boxes(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.add_argument("start", metavar="START", type=position, help="where the passage begins on the source's text")
    parser.add_argument("end", metavar="END", type=position, help="where it ends; the character there is left out")
    parser.add_argument("--password", metavar="TEXT", type=text, default="", help="what opens an encrypted document")
    parser.add_argument("--layer", metavar="ID", type=layer_id, help="the layer of a highlight that waits")
    parser.set_defaults(run=_place)
    describe(
        parser,
        "Tell where a passage stands: a rectangle a line, in points from the top left of the unrotated page.",
        "boxes Kishida2022Security 1200 1260 --json",
    )


def _page_label(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.add_argument("page", metavar="P", type=text, help="the page: the label it has now, or #N in the file")
    said = parser.add_mutually_exclusive_group(required=True)
    said.add_argument("label", metavar="LABEL", nargs="?", type=text, help="what is printed on it")
    said.add_argument("--clear", action="store_true", help="take back what was said of this page before")
    parser.set_defaults(run=_relabel)
    describe(
        parser,
        "Say which printed page a page is; the pages after it count on from there.",
        "page-label Kishida2022Security '#1' 62",
        "page-label Kishida2022Security '#1' --clear",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {
    "sources": _sources,
    "text": _text,
    "boxes": _boxes,
    "page-label": _page_label,
}


def _list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.sources import list_sources

    with opened(args) as library:
        lines = list_sources(library, args.shelves)
    show(args, lines, lambda: _table(lines))
    if not lines and not args.shelves:
        remark(args, "No sources yet; bring some in with: main.py import PATH…")


def _table(lines: Sequence[SourceLine]) -> list[str]:
    from commonplace.cli.tables import table

    if not lines:
        return []
    rows = [
        [
            line.citekey or line.id[:12],
            f"{line.title} (an older version)" if line.replaced else line.title,
            "; ".join(line.authors),
            line.date,
            line.kind,
            line.pages or "",
            line.highlights,
            _cited_by(line),
        ]
        for line in lines
    ]
    headings = ["Key", "Title", "Authors", "Date", "Kind", "Pages", "Highlights", "Cited by"]
    return table(headings, rows, numbers={5, 6})


def _print(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.sources import read_text

    with opened(args) as library:
        found = read_text(library, args.source, args.page)
    if args.json:
        show(args, _text_data(found), list)
    else:
        output.write_text(found.text)


def _text_data(found: SourceText) -> dict[str, object]:
    stretches = "pages" if found.paged else "blocks"
    return {
        "layer": found.layer,
        "extractor": found.extractor,
        "text": found.text,
        stretches: [_stretch_data(one) for one in found.stretches],
    }


def _stretch_data(stretch: Stretch) -> dict[str, object]:
    """Return a page's or block's fields; where it was not said, who names a page and how is left out."""
    said = {"origin": stretch.origin, "file": stretch.file, "printed": stretch.printed}
    placed = {"label": stretch.label, "start": stretch.start, "end": stretch.end}
    return {**placed, **{field: value for field, value in said.items() if value}}


def _place(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.placing import boxes

    with opened(args) as library:
        found = boxes(library, args.source, args.start, args.end, args.password, args.layer or "")
    show(
        args,
        found,
        lambda: [f"#{b.page} ({b.label}): {b.x0:.1f} {b.y0:.1f} {b.x1:.1f} {b.y1:.1f}" for b in found],
    )


def _relabel(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.sources import clear_page_label, set_page_label

    with opened(args) as library:
        if args.clear:
            line = clear_page_label(library, args.source, args.page)
        else:
            line = set_page_label(library, args.source, args.page, args.label)
    show(args, line, lambda: [f"{line.citekey or line.id[:12]}: {_cited_by(line)}"])


def _cited_by(line: SourceLine) -> str:
    """Return the labels of pages and who says so: ``pp. i–xii (file), 1–300 (printed)``; else what is counted."""
    if not line.page_labels:
        return f"{line.cited_by}s" if line.cited_by else ""
    from core.page_labels import PageLabel, runs

    labels = [PageLabel(*said) for said in zip(line.page_labels, line.page_label_origins, strict=True)]
    found = runs(labels)
    shown = []
    for origin, group in groupby(found[:_RUNS], lambda run: run[0].origin):
        ranges = [first.text if first.text == last.text else f"{first.text}–{last.text}" for first, last in group]
        shown.append(f"{', '.join(ranges)} ({origin})")
    more = ["…"] if len(found) > _RUNS else []
    return f"{'p.' if len(labels) == 1 else 'pp.'} {', '.join(shown + more)}"
