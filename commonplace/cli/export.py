"""``export``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli.highlight import add_filters
from commonplace.cli.parsing import Parser, describe, path, text
from commonplace.cli.printing import remark, show


def _export(parser: Parser) -> None:
    add_filters(parser)
    parser.add_argument("--format", metavar="NAME", type=text, required=True, help="md or latex")
    parser.add_argument(
        "-o", "--out", metavar="OUT", type=path, required=True, help="the file; its .bib is written beside it"
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that is not our own unchanged output")
    parser.add_argument("--with-private", action="store_true", help="with what is for yourself alone")
    parser.set_defaults(run=_write)
    describe(
        parser,
        "Write the tagged quotes as notes, in the outline of the concepts, each with its citation; with a .bib of "
        "exactly\nwhat is cited.",
        "export --format md -o notes.md",
        "export --concept FOIP --format latex -o foip.tex",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"export": _export}


def _write(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import how_many, plain
    from commonplace.library.exporting import export_notes
    from commonplace.library.highlights import Filter

    wanted = Filter(
        concepts=tuple(args.concept),
        sources=tuple(args.source),
        exact=args.exact,
        with_private=args.with_private,
    )
    with opened(args) as library:
        report = export_notes(library, wanted, format=args.format, out=args.out, force=args.force)
    show(args, report, lambda: report.files)
    for warning in report.warnings:
        remark(args, plain(warning))
    remark(args, f"{how_many(report.quotes, 'quote')} written.")
