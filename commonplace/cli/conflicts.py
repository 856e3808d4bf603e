"""``conflicts`` and ``resolve``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, count, describe, text
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from commonplace.library.conflicts import ConflictLine, HeadLine


def _conflicts(parser: Parser) -> None:
    parser.set_defaults(run=_list)
    describe(
        parser,
        "List what people said apart of one thing. Everything that was said is kept; choose with resolve what stands.",
        "conflicts",
        "conflicts --json",
    )


def _resolve(parser: Parser) -> None:
    parser.add_argument("conflict", metavar="ID", type=text, help="of the conflict, or six digits or more of it")
    parser.add_argument(
        "--keep",
        metavar="N",
        type=count,
        nargs="+",
        action="extend",
        required=True,
        help="what stands, by its number; several where several can",
    )
    parser.set_defaults(run=_settle)
    describe(
        parser,
        "Settle a conflict. Undo brings it back.",
        "resolve 3f2a9c81d0 --keep 1",
        "resolve 3f2a9c81d0 --keep 2 1",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"conflicts": _conflicts, "resolve": _resolve}


def _list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.conflicts import list_conflicts

    with opened(args) as library:
        found = list_conflicts(library)
    show(args, found, lambda: _shown(found))


def _shown(found: Sequence[ConflictLine]) -> Iterator[str]:
    from commonplace.cli.tables import plain

    for line in found:
        yield plain(f"{line.id[:12]}  {line.subject}: {line.what}")
        for head in line.heads:
            shown = " (shown)" if head.shown and line.kind == "values" else ""
            who = f"{head.person or 'unknown'}, {head.at}" if head.at else head.person or "unknown"
            yield f"  {head.number}. {plain(_marked(line, head))}  [{plain(who)}]{shown}"


def _marked(line: ConflictLine, head: HeadLine) -> str:
    """Return a head's value with the words between marks that no other head has at that place."""
    from core.differences import word_differences

    first = line.heads[0]
    if line.kind != "values" or head is first or " " not in head.value:
        return head.value
    pieces = word_differences(first.value, head.value)
    return "".join(f"[{one.text}]" if one.which == "after" else one.text for one in pieces if one.which != "before")


def _settle(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import how_many, plain
    from commonplace.library.conflicts import resolve

    with opened(args) as library:
        done = resolve(library, args.conflict, args.keep)
    left = f" {how_many(done.left, 'conflict is', 'conflicts are')} left." if done.left else ""
    show(args, done, lambda: [f"Settled: {plain(done.subject)}, {plain(done.what)}.{left}"])
