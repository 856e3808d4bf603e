"""``history``, ``restore``, ``undo`` and ``redo``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe, text
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from commonplace.library.past import PastStep
    from core.records import Step

_LONGEST_VALUE = 100


def _history(parser: Parser) -> None:
    parser.add_argument(
        "thing",
        metavar="ID",
        type=text,
        nargs="?",
        help="only what touched this concept, citation key or thing, with every value it had",
    )
    parser.add_argument(
        "--person",
        dest="by",
        metavar="NAME",
        type=text,
        default="",
        help="only what this person did (who you are is said before the command)",
    )
    parser.add_argument(
        "--day", metavar="YYYY-MM-DD", type=text, default="", help="only what was done on this day (UTC)"
    )
    parser.set_defaults(run=_list)
    describe(
        parser,
        "List what was done, the newest first.",
        "history",
        "history 3f2a9c81d0",
        "history --person Ann --day 2024-05-01",
        person=False,
    )


def _restore(parser: Parser) -> None:
    parser.add_argument("thing", metavar="ID", type=text, help="of a highlight, a concept, a reference, …")
    parser.add_argument("register", metavar="REGISTER", type=text, help="what of it, as history --json names it")
    parser.add_argument("version", metavar="VERSION", type=text, help="the version's id, or six digits or more of it")
    parser.set_defaults(run=_go_back)
    describe(
        parser,
        "Go back to what was said of a thing before; history ID tells what that was.",
        "restore 3f2a9c81d0 definition 91ab03ff",
    )


def _undo(parser: Parser) -> None:
    parser.add_argument(
        "--action",
        metavar="ID",
        dest="one",
        type=text,
        default="",
        help="take back this action, where nothing builds on it",
    )
    parser.set_defaults(run=_take_back)
    describe(parser, "Take back my last step; it works after a restart, too.", "undo", "undo --action 3f2a9c81d0")


def _redo(parser: Parser) -> None:
    parser.set_defaults(run=_do_again)
    describe(parser, "Do again what the last undo took back.", "redo")


PARSERS: Mapping[str, Callable[[Parser], None]] = {
    "history": _history,
    "restore": _restore,
    "undo": _undo,
    "redo": _redo,
}


def _list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.past import past, past_of

    steps: Sequence[Step | PastStep]
    with opened(args) as library:
        if args.thing is None:
            steps = past(library, person=args.by, day=args.day)
        else:
            steps = past_of(library, args.thing, person=args.by, day=args.day)
    show(args, steps, lambda: _table(steps))


def _table(steps: Sequence[Step | PastStep]) -> Iterator[str]:
    from commonplace.cli.tables import clip, plain, table

    if not steps:
        return
    undoing = {step.id for step in steps if step.undoes}
    rows = [[step.at, step.person, _said(step, undoing)] for step in steps]
    heading, *lines = table(["When", "Who", "What"], rows)
    yield heading
    for line, step in zip(lines, steps, strict=True):
        yield line
        for one in getattr(step, "values", ()):
            value = clip(plain(one.value), _LONGEST_VALUE)
            yield f"    {one.thing[:8]} {one.register} {one.version[:8]}: {value}{'' if one.standing else ' (earlier)'}"


def _said(step: Step | PastStep, undoing: Collection[str]) -> str:
    """Return what a step did; one that takes an undo back did the thing again."""
    if not step.undoes:
        brought = _brought(getattr(step, "brought", {}))
        return step.label + (f" ({brought})" if brought else "") + (" (undone)" if step.undone else "")
    return f"{'Redo' if step.undoes in undoing else 'Undo'}: {step.label}"


def _brought(counts: Mapping[str, int]) -> str:
    from commonplace.cli.tables import how_many

    return ", ".join(how_many(counts[kind], kind) for kind in ("highlight", "note", "source") if counts.get(kind))


def _take_back(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.past import undo_action
    from commonplace.library.upkeep import undo

    with opened(args) as library:
        done = undo_action(library, args.one) if args.one else undo(library)
    show(args, done, lambda: [f"Undone: {done.label}"])


def _do_again(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.upkeep import redo

    with opened(args) as library:
        done = redo(library)
    show(args, done, lambda: [f"Done again: {done.label}"])


def _go_back(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import plain
    from commonplace.library.past import restore

    with opened(args) as library:
        done = restore(library, args.thing, args.register, args.version)
    stands = "is again" if done.changed else "is already"
    show(args, done, lambda: [plain(f"{done.subject}: {done.what} {stands} {done.value}")])
