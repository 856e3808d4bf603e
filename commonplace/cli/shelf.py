"""``shelf``: sources kept together in collections."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, UsageError, describe, name, text
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from commonplace.library.shelving import CollectionLine


def _shelf(parser: Parser) -> None:
    parser.add_argument("sources", metavar="SOURCE", type=text, nargs="*", help="citation keys, or ids")
    parser.add_argument("--name", metavar="NAME", type=name, help="the collection; it is made with its first source")
    parser.add_argument("--off", action="store_true", help="take the sources out of it")
    parser.set_defaults(run=_run)
    describe(
        parser,
        "Put sources into a collection, or take them out. Without words: the collections there are.",
        "shelf Kishida2022Security Abe2016 --name 'Chapter 2'",
        "shelf Abe2016 --name 'Chapter 2' --off",
        "shelf",
        "sources --shelf 'Chapter 2'",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"shelf": _shelf}


def _run(args: Namespace) -> None:
    if not args.sources and not args.name and not args.off:
        _list(args)
    elif args.sources and args.name:
        _put(args)
    else:
        raise UsageError(
            "main.py shelf: Give sources, and the collection with --name.", hint="See main.py shelf --help."
        )


def _list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.shelving import list_collections

    with opened(args) as library:
        lines = list_collections(library)
    show(args, lines, lambda: _table(lines))


def _put(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.shelving import shelve

    with opened(args) as library:
        line = shelve(library, args.sources, args.name, off=args.off)
    show(args, line, lambda: _table([line]))


def _table(lines: Sequence[CollectionLine]) -> list[str]:
    from commonplace.cli.tables import table

    rows = [[line.name, len(line.sources)] for line in lines]
    return table(["Collection", "Sources"], rows, numbers={1}) if rows else []
