"""``reread`` and ``reanchor``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from commonplace.cli.anchors import CLASSES, counted, to_look_at
from commonplace.cli.parsing import Parser, UsageError, count, describe, text
from commonplace.cli.printing import remark, show
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.rereading import Reread

_OUTCOMES = (("changed", "read anew"), ("same", "read as before"), ("failed", "failed"))
_SHORT_ID = 12


def _reread(parser: Parser) -> None:
    parser.add_argument("sources", metavar="SOURCE", type=text, nargs="*", help="a citation key, or an id")
    parser.add_argument("--all", action="store_true", help="all sources that an older reader read")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would become of the highlights")
    parser.add_argument("--password", metavar="TEXT", type=text, default="", help="for encrypted documents")
    parser.add_argument("--encoding", metavar="NAME", type=text, default="", help="of text files; without, found out")
    parser.set_defaults(run=_read_anew)
    describe(
        parser,
        "Read stored documents with the readers as they are now, and find the highlights again in their new text.\n"
        "Those whose place is not sure stay in the text they were marked in, and wait: highlights --waiting.",
        "reread Kishida2022Security --dry-run",
        "reread --all",
    )


def _reanchor(parser: Parser) -> None:
    parser.add_argument("highlight", metavar="HIGHLIGHT", type=text, nargs="?", help="the id of one that waits")
    parser.add_argument("--all", action="store_true", help="all that wait and whose place is sure")
    parser.add_argument("--accept", action="store_true", help="it stands where it is proposed")
    parser.add_argument(
        "--quote", metavar="TEXT", type=text, action="append", default=[], help="it reads so now; repeat it over a gap"
    )
    parser.add_argument("--occurrence", metavar="N", type=count, help="which one, where the quote stands several times")
    parser.set_defaults(run=_settle)
    describe(
        parser,
        "Say where a highlight that waits stands in the text its source shows now.",
        "reanchor --all",
        "reanchor 3f2a9c81d0 --accept",
        "reanchor 3f2a9c81d0 --quote 'a free and open Indo-Pacific'",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"reread": _reread, "reanchor": _reanchor}


def _read_anew(args: Namespace) -> None:
    if bool(args.sources) == args.all:
        raise UsageError("main.py reread: Name sources, or give --all.", hint="See main.py reread --help.")
    from commonplace.cli.session import opened
    from commonplace.library.rereading import HowToRead, reread

    how = HowToRead(args.password, args.encoding)
    lines: list[Reread] = []
    with opened(args) as library, closing(reread(library, args.sources, how, dry_run=args.dry_run)) as done:
        try:
            lines.extend(done)
        finally:  # what was finished stays, and is told even where the rest was stopped
            show(args, _data(lines), lambda: _for_people(lines))
    if not lines:
        remark(args, "No source was read by an older reader.")
    elif args.dry_run:
        remark(args, "Nothing was changed.")
    _complain(lines)


def _data(lines: Sequence[Reread]) -> dict[str, object]:
    """Return the highlights of all sources by their class, and what became of each source."""
    kept = ("source", "citekey", "name", "status", "former", "extractor", "reason")
    found: dict[str, object] = {
        name: [one for line in lines if line.anchors for one in getattr(line.anchors, name)] for name in CLASSES
    }
    return {**found, "sources": [{name: getattr(line, name) for name in kept} for line in lines]}


def _for_people(lines: Sequence[Reread]) -> Iterator[str]:
    from commonplace.cli.tables import plain

    words = dict(_OUTCOMES)
    for line in lines:
        parts = [words[line.status], line.citekey or line.source[:_SHORT_ID], plain(line.name), line.reason]
        yield "  ".join(filter(None, [*parts, counted(line.anchors) if line.anchors else ""]))
        if line.anchors:
            yield from to_look_at(line.anchors)


def _complain(lines: Sequence[Reread]) -> None:
    failed = sum(line.status == "failed" for line in lines)
    if failed:
        raise NotDoneError(
            f"{failed:,} of {len(lines):,} sources could not be read anew; they are as they were.",
            hint="The reason stands with each source.",
            code="reread-failed",
        )


def _settle(args: Namespace) -> None:
    if args.all and not (args.highlight or args.accept or args.quote):
        _settle_all(args)
        return
    if args.all or not args.highlight or args.accept == bool(args.quote):
        raise UsageError(
            "main.py reanchor: Give a highlight with --accept or --quote, or --all.",
            hint="See main.py reanchor --help.",
        )
    from commonplace.cli.highlight import highlight_lines
    from commonplace.cli.session import opened
    from commonplace.library.settling import settle

    with opened(args) as library:
        line = settle(library, args.highlight, args.quote, args.occurrence)
    show(args, line, lambda: highlight_lines(line))


def _settle_all(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.settling import settle_all

    with opened(args) as library:
        done = settle_all(library)
    show(args, done, lambda: [counted(done) or "no highlights wait", *to_look_at(done)])
