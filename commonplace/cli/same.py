"""``same``: that two references, concepts or persons are the same, or not."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, UsageError, describe, name
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from commonplace.library.duplicates import Proposal
    from commonplace.library.sameness import SameLine


def _same(parser: Parser) -> None:
    parser.add_argument("things", metavar="A B", type=name, nargs="*", help="citation keys, concepts, persons or ids")
    parser.add_argument("--off", action="store_true", help="say that they are not the same")
    parser.add_argument(
        "--kind", choices=("reference", "concept", "person"), default="", help="of what kind the two are"
    )
    parser.set_defaults(run=_run)
    describe(
        parser,
        "Say that two are the same: they are shown as one, and both names lead to it. Without A and B: what may be.",
        "same Abe2016 abe-nairobi",
        "same 'FOIP' 'Free and Open Indo-Pacific'",
        "same NSS NSS --off",
        "same",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"same": _same}


def _run(args: Namespace) -> None:
    if not args.things and not args.off:
        _propose(args)
    elif len(args.things) == 2:
        _say(args)
    else:
        raise UsageError("main.py same: Give two things.", hint="See main.py same --help.")


def _say(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.sameness import same

    with opened(args) as library:
        line = same(library, *args.things, off=args.off, kind=args.kind)
    show(args, line, lambda: _told(line))


def _told(line: SameLine) -> Iterator[str]:
    from commonplace.cli.tables import plain

    names = " and ".join(line.names)
    already = "" if line.changed else " already"
    yield plain(f"{names} are one{already}, shown as {line.shown}." if line.same else f"{names} are two{already}.")


def _propose(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.duplicates import duplicates

    with opened(args) as library:
        found = duplicates(library)
    show(args, found, lambda: _table(found))


def _table(found: Sequence[Proposal]) -> list[str]:
    from commonplace.cli.tables import table

    rows = [
        [one.kind, *(f"{name} ({id[:8]})" for name, id in zip(one.names, (one.a, one.b), strict=True)), one.why]
        for one in found
    ]
    return table(["What", "One", "Other", "Why"], rows) if rows else []
