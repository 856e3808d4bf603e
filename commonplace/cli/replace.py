"""``replace``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli.anchors import counted, to_look_at
from commonplace.cli.parsing import Parser, describe, path, text
from commonplace.cli.printing import remark, show


def _replace(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.add_argument("file", metavar="FILE", type=path, help="its new version")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would become of the highlights")
    parser.add_argument("--password", metavar="TEXT", type=text, default="", help="for an encrypted file")
    parser.add_argument("--encoding", metavar="NAME", type=text, default="", help="of a text file; without, found out")
    parser.set_defaults(run=_run)
    describe(
        parser,
        "Store a new version of a source, and find the highlights again in it. The old version is kept.\n"
        "Highlights whose place is not sure stay in the old version, and wait: highlights --waiting.",
        "replace Kishida2022Security strategy-revised.pdf --dry-run",
        "replace Kishida2022Security strategy-revised.pdf",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"replace": _replace}


def _run(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.replacing import replace_source
    from commonplace.library.rereading import HowToRead

    how = HowToRead(args.password, args.encoding)
    with opened(args) as library:
        done = replace_source(library, args.source, args.file, how, dry_run=args.dry_run)
    show(args, done, lambda: [counted(done) or "no highlights", *to_look_at(done)])
    if args.dry_run:
        remark(args, "Nothing was changed.")
    elif done.uncertain or done.lost:
        remark(args, "What is uncertain or lost waits: highlights --waiting, then reanchor HIGHLIGHT.")
    if done.reason:
        remark(args, done.reason)
