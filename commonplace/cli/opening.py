"""``open``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli.parsing import Parser, describe, text


def _open(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", nargs="?", type=text, default="", help="a citation key, or an id")
    parser.add_argument("--page", metavar="P", type=text, default="", help="its page: a printed label, or #N")
    parser.set_defaults(run=_show)
    describe(
        parser,
        "Open the window, at a source and a page of it.",
        "open",
        "open Kishida2022Security --page 62",
        "open Kishida2022Security --page '#12'",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"open": _open}


def _show(args: Namespace) -> int:
    status: int = args.window(args.library, args.person, args.source, args.page)
    return status
