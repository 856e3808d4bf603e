"""``search``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, count, describe, text
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from commonplace.library.searching import Hit

_SCOPES = ("sources", "highlights", "notes")


def _search(parser: Parser) -> None:
    parser.add_argument("query", metavar="QUERY", type=text, help="words; “words in quotes” are a phrase")
    parser.add_argument(
        "--in", dest="scopes", choices=_SCOPES, action="append", help="where to look; repeat it; without, everywhere"
    )
    parser.add_argument("--limit", metavar="N", type=count, help="at most so many hits")
    parser.set_defaults(run=_find)
    describe(
        parser,
        "Find words in sources, highlights and notes; case, width, accents and ligatures make no difference.",
        "search counterstrike",
        "search 反撃 --in sources --limit 20",
        "search '\"free and open\"' --json",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"search": _search}


def _find(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.searching import search

    with opened(args) as library:
        result = search(library, args.query, scopes=args.scopes or _SCOPES, limit=args.limit)
    show(args, result.hits, lambda: map(_line, result.hits))
    if not result.hits:
        remark(args, "Nothing found.")
    elif result.more:
        remark(args, "There is more; raise --limit to see it.")


def _line(hit: Hit) -> str:
    from commonplace.cli.tables import plain

    where = ", ".join(filter(None, (hit.citekey or hit.source[:12], hit.locator)))
    return f"{plain(where)}: {plain(hit.snippet)}"
