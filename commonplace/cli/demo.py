"""``demo``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli import output
from commonplace.cli.parsing import Parser, describe, path
from commonplace.cli.printing import show

_FOLDER = "commonplace-demo"


def _demo(parser: Parser) -> None:
    parser.add_argument(
        "--into", metavar="DIR", type=path, help=f"the folder for it; without, {_FOLDER} in the current one"
    )
    parser.add_argument("--no-window", action="store_true", help="open no window afterwards")
    parser.set_defaults(run=_make)
    describe(
        parser,
        "Make a sample library on Japan's security policy, and print the notes it exports and where they lie.",
        "demo",
        "demo --into /tmp/sample --no-window",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"demo": _demo}


def _make(args: Namespace) -> None:
    from pathlib import Path

    from commonplace.library.demo import make_demo

    report = make_demo(args.into or Path(_FOLDER), args.person)
    if args.json:
        show(args, report, list)
        return
    output.write_text(report.notes)
    lies = [path.resolve() for path in (report.library, *map(Path, report.files))]
    output.write_lines(["", "These notes and their library lie here:", *map(str, lies)])
