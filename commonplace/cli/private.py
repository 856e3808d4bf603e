"""``private``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli.parsing import Parser, describe, text
from commonplace.cli.printing import remark, show


def _private(parser: Parser) -> None:
    parser.add_argument("highlight", metavar="HIGHLIGHT", type=text, help="its id, or six digits or more of it")
    parser.add_argument("--note", action="store_true", help="my note on it, and with --off also the highlight")
    parser.add_argument("--off", action="store_true", help="record it in the library: for all to see, and for good")
    parser.set_defaults(run=_switch)
    describe(
        parser,
        "Move a highlight of mine, with my tags and notes on it, out of the library into my private part of it. That "
        "lies\non this computer; no package, export or copy of the library holds it.",
        "private 3f2a9c81d0",
        "private 3f2a9c81d0 --note",
        "private 3f2a9c81d0 --off",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"private": _private}


def _switch(args: Namespace) -> None:
    from commonplace.cli.highlight import highlight_lines
    from commonplace.cli.session import opened
    from commonplace.library.privacy import EARLIER, switch

    with opened(args) as library:
        line = switch(library, args.highlight, on=not args.off, note=args.note)
    show(args, line, lambda: highlight_lines(line))
    remark(args, "It stands in the library now, for all to see." if args.off else EARLIER)
