"""``highlight`` and ``highlights``."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, UsageError, count, describe, name, text
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from decimal import Decimal

    from commonplace.library.highlights import HighlightLine

_SHORT_ID = 12
# Of a highlight in another text than its source shows; the first two only need the command ``reread``.
_WAITING = {
    "exact": "it stands in the present text, too",
    "moved": "it stands in the present text, too",
    "uncertain": "it may stand in the present text",
    "lost": "it is not in the present text",
}


def _highlight(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.add_argument(
        "--quote",
        metavar="TEXT",
        type=text,
        action="append",
        default=[],
        help="the passage as you read it: line breaks, hyphens at line ends, ligatures and spaces may differ, and "
        "what a page break puts into it may be left out; repeat it for a passage with a gap",
    )
    parser.add_argument("--occurrence", metavar="N", type=count, help="which one, where the quote stands several times")
    parser.add_argument(
        "--area",
        metavar="PAGE,X0,Y0,X1,Y1",
        type=_area,
        help="a part of a page instead of a quote, in points from the top left of the unrotated page",
    )
    parser.add_argument(
        "--concept", metavar="NAME", type=name, action="append", default=[], help="a concept to put on it; repeat it"
    )
    parser.add_argument("--create", action="store_true", help="add the concepts that are not there yet")
    parser.add_argument("--note", metavar="TEXT", type=text, default="", help="what you have to say about it")
    parser.add_argument("--private", action="store_true", help="for yourself alone")
    parser.set_defaults(run=_mark)
    describe(
        parser,
        "Mark a passage of a source.",
        "highlight Kishida2022Security --quote 'a free and open Indo-Pacific' --concept FOIP",
        "highlight Kishida2022Security --quote 反撃能力 --occurrence 2 --concept counterstrike --create",
        "highlight Kishida2022Security --area 62,72,90,300,240 --note 'The map.'",
    )


def _highlights(parser: Parser) -> None:
    add_filters(parser)
    parser.add_argument(
        "--person",
        dest="persons",
        metavar="NAME",
        type=text,
        action="append",
        default=[],
        help="only of this person; repeat it (who you are is said before the command)",
    )
    parser.add_argument(
        "--waiting", action="store_true", help="only those that wait in another text than their source shows"
    )
    parser.set_defaults(run=_list)
    describe(
        parser,
        "List the marked passages. Filters of one kind mean “or”, different kinds “and”.",
        "highlights --concept FOIP --concept counterstrike",
        "highlights --source Kishida2022Security --json",
        person=False,
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"highlight": _highlight, "highlights": _highlights}


def add_filters(parser: Parser) -> None:
    """Add the filters of highlights: concepts and sources."""
    parser.add_argument(
        "--concept",
        metavar="NAME",
        type=name,
        action="append",
        default=[],
        help="only with this concept or one under it; repeat it",
    )
    parser.add_argument(
        "--source", metavar="SOURCE", type=text, action="append", default=[], help="only of this source; repeat it"
    )
    parser.add_argument("--exact", action="store_true", help="a concept does not include those under it")


def _area(word: str) -> tuple[str, Decimal, Decimal, Decimal, Decimal]:
    """Return page and corners; a page's label may hold a comma, so the numbers are taken from the right."""
    from decimal import Decimal, InvalidOperation

    parts = text(word).rsplit(",", 4)
    try:
        x0, y0, x1, y1 = (Decimal(part) for part in parts[1:])
    except (InvalidOperation, ValueError):
        raise argparse.ArgumentTypeError(f"“{word}” is not PAGE,X0,Y0,X1,Y1") from None
    if not (parts[0].strip() and all(number.is_finite() for number in (x0, y0, x1, y1))):
        raise argparse.ArgumentTypeError(f"“{word}” is not PAGE,X0,Y0,X1,Y1")
    return parts[0].strip(), x0, y0, x1, y1


def _mark(args: Namespace) -> None:
    if bool(args.quote) == bool(args.area):
        raise UsageError(
            "main.py highlight: Give --quote, or --area, and not both.", hint="See main.py highlight --help."
        )
    from commonplace.cli.session import opened
    from commonplace.library.highlighting import HighlightRequest, highlight

    request = HighlightRequest(
        quotes=tuple(args.quote),
        occurrence=args.occurrence,
        area=args.area,
        concepts=tuple(args.concept),
        create=args.create,
        note=args.note,
        private=args.private,
    )
    with opened(args) as library:
        line = highlight(library, args.source, request)
    show(args, line, lambda: highlight_lines(line))


def _list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.highlights import Filter, list_highlights

    wanted = Filter(
        concepts=tuple(args.concept),
        sources=tuple(args.source),
        persons=tuple(args.persons),
        exact=args.exact,
        waiting=args.waiting,
    )
    with opened(args) as library:
        lines = list_highlights(library, wanted)
    show(args, lines, lambda: (text for line in lines for text in [*highlight_lines(line), ""]))
    if not lines:
        remark(args, "No highlights.")


def highlight_lines(line: HighlightLine) -> Iterator[str]:
    """Yield a highlight for people: where it stands and its concepts, the quote, what was written about it."""
    from commonplace.cli.tables import plain

    where = ", ".join(filter(None, (line.citekey or line.source[:_SHORT_ID], line.locator)))
    concepts = f"  [{'; '.join(line.concepts)}]" if line.concepts else ""
    private = "  (private)" if line.private else ""
    yield plain(f"{line.id[:_SHORT_ID]}  {where}{concepts}{private}")
    yield f"    “{plain(line.quote)}”" if line.quote else "    (a part of the page)"
    if line.edited and line.printed:
        yield f"    (printed: “{plain(line.printed)}”)"
    if line.placement != "placed":
        proposal = f", {line.score} %: “{plain(line.proposal)}”" if line.proposal else ""
        yield f"    (waits: {_WAITING[line.placement]}{proposal})"
    for note in line.notes:
        private = " (private)" if note.private and not line.private else ""
        yield f"    {plain(note.author)}{private}: {plain(note.text)}"
