"""``history``, ``undo`` and ``redo``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe, text
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from core.records import Step


def _history(parser: Parser) -> None:
    parser.add_argument("thing", metavar="ID", type=text, nargs="?", help="only what touched this thing")
    parser.set_defaults(run=_list)
    describe(parser, "List what was done, the newest first.", "history", "history 3f2a9c81d0")


def _undo(parser: Parser) -> None:
    parser.set_defaults(run=_take_back)
    describe(parser, "Take back my last step; it works after a restart, too.", "undo")


def _redo(parser: Parser) -> None:
    parser.set_defaults(run=_do_again)
    describe(parser, "Do again what the last undo took back.", "redo")


PARSERS: Mapping[str, Callable[[Parser], None]] = {"history": _history, "undo": _undo, "redo": _redo}


def _list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.upkeep import history

    with opened(args) as library:
        steps = history(library, args.thing)
    show(args, steps, lambda: _table(steps))


def _table(steps: Sequence[Step]) -> list[str]:
    from commonplace.cli.tables import table

    if not steps:
        return []
    undoing = {step.id for step in steps if step.undoes}
    rows = [[step.at, step.person, _said(step, undoing)] for step in steps]
    return table(["When", "Who", "What"], rows)


def _said(step: Step, undoing: Collection[str]) -> str:
    """Return what a step did; one that takes an undo back did the thing again."""
    if not step.undoes:
        return step.label + (" (undone)" if step.undone else "")
    return f"{'Redo' if step.undoes in undoing else 'Undo'}: {step.label}"


def _take_back(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.upkeep import undo

    with opened(args) as library:
        done = undo(library)
    show(args, done, lambda: [f"Undone: {done.label}"])


def _do_again(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.upkeep import redo

    with opened(args) as library:
        done = redo(library)
    show(args, done, lambda: [f"Done again: {done.label}"])
