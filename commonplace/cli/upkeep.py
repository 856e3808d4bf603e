"""``new``, ``check``, ``backup`` and ``doctor``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe
from commonplace.cli.printing import remark, show
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.upkeep import CheckReport


def _new(parser: Parser) -> None:
    parser.set_defaults(run=_make)
    describe(parser, "Make an empty library; one that is there is not touched.", "--library thesis.commonplace new")


def _check(parser: Parser) -> None:
    parser.add_argument("--rebuild", action="store_true", help="make the tables anew from the ledger, too")
    parser.set_defaults(run=_verify)
    describe(
        parser,
        "Verify every record, document and table of the library. Exit status 1 where something is wrong.",
        "check",
        "check --rebuild",
    )


def _backup(parser: Parser) -> None:
    parser.set_defaults(run=_back_up)
    describe(parser, "Make a verified backup and print where it lies.", "backup")


def _doctor(parser: Parser) -> None:
    parser.set_defaults(run=_examine)
    describe(parser, "See whether this computer has what the program needs.", "doctor")


PARSERS: Mapping[str, Callable[[Parser], None]] = {
    "new": _new,
    "check": _check,
    "backup": _backup,
    "doctor": _doctor,
}


def _make(args: Namespace) -> None:
    from commonplace.library.session import new_library

    with new_library(args.library, args.person) as library:
        made = {"library": str(library.path), "id": library.library_id, "person": library.person_name}
    show(args, made, lambda: [made["library"]])
    remark(args, "An empty library was made.")


def _verify(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.upkeep import check_library

    with opened(args) as library:
        report = check_library(library, rebuild=args.rebuild)
    show(args, report, lambda: _check_lines(report))
    if report.problems:
        from commonplace.cli.tables import how_many

        raise NotDoneError(
            f"The library has {how_many(len(report.problems), 'problem')}; it was not changed by looking.",
            hint="Make a backup before you go on, and see `check --rebuild`.",
            code="problems-found",
        )


def _check_lines(report: CheckReport) -> Iterator[str]:
    yield from (f"problem: {problem}" for problem in report.problems)
    yield from (f"remark: {remark}" for remark in report.remarks)
    yield from (f"{what}: {count:,}" for what, count in report.counts.items())
    if not report.problems:
        yield "All is well."


def _back_up(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.upkeep import back_up

    with opened(args) as library:
        path = back_up(library)
    show(args, {"backup": str(path)}, lambda: [str(path)])


def _examine(args: Namespace) -> None:
    from commonplace.cli.tables import table
    from commonplace.library.doctor import examine

    findings = examine(args.library)
    rows = [[finding.state, finding.what, finding.detail] for finding in findings]
    show(args, findings, lambda: table(["State", "What", ""], rows))
    if any(finding.state == "problem" for finding in findings):
        raise NotDoneError(
            "Something on this computer needs attention; see the lines marked problem.", code="problems-found"
        )
