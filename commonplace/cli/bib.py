"""``bib import``, ``export`` and ``check``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli import output
from commonplace.cli.parsing import Parser, describe, path, text
from commonplace.cli.printing import remark, show
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.bibliography import BibProblem, BibReport


def _bib(parser: Parser) -> None:
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    _import(commands.add_parser("import", help="take in a .bib file and link its entries to sources"))
    _export(commands.add_parser("export", help="write references as BibTeX"))
    _check(commands.add_parser("check", help="list what is wrong in the references"))
    describe(
        parser,
        "Keep bibliographies. A file that came in leaves as the very bytes it was, but for the entries you edited.",
        "bib import references.bib",
        "bib export -o all.bib",
        "bib export --file references.bib -o references.bib --force",
        "bib check",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"bib": _bib}


def _import(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=path, help="the .bib file; a later state of one updates it")
    parser.set_defaults(run=_run_import)
    describe(parser, "Take in a .bib file and link its entries to sources.", "bib import references.bib")


def _export(parser: Parser) -> None:
    parser.add_argument("-o", "--out", metavar="FILE", type=path, help="where to write; without, to stdout")
    parser.add_argument("--file", metavar="NAME", type=text, help="that .bib as it came, with what was edited")
    parser.add_argument("--force", action="store_true", help="overwrite a file that is not our own")
    parser.set_defaults(run=_run_export)
    describe(
        parser,
        "Write all references as BibTeX, or a .bib that was imported.",
        "bib export -o all.bib",
        "bib export --file references.bib > references.bib",
    )


def _check(parser: Parser) -> None:
    parser.set_defaults(run=_run_check)
    describe(parser, "List what is wrong in the references. Exit status 1 where something is.", "bib check --json")


def _run_import(args: Namespace) -> None:
    from commonplace.cli.session import opened_or_made
    from commonplace.library.bibliography import import_bib

    with opened_or_made(args) as library:
        report = import_bib(library, args.file)
    show(args, report, lambda: report_lines(report))


def report_lines(report: BibReport) -> Iterator[str]:
    """Yield what came of a .bib, for people: its counts, then its problems."""
    from commonplace.cli.tables import how_many

    yield (
        f"{how_many(report.entries, 'entry', 'entries')}: {report.added:,} added, {report.updated:,} updated, "
        f"{report.linked:,} linked to sources"
    )
    yield from _problem_lines(report.problems)


def _problem_lines(problems: Sequence[BibProblem]) -> Iterator[str]:
    from commonplace.cli.tables import clip, plain

    for one in problems:
        done = f"; {one.done}" if one.done else ""
        key = f" {one.key}" if one.key else ""
        yield plain(f"line {one.line}{key}: {one.kind}{done}: {clip(plain(one.raw), 80)}")


def _run_export(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.bibexport import export_bib, write_bib_file

    with opened(args) as library:
        if args.out is None:
            _print(args, export_bib(library, args.file))
            return
        write_bib_file(library, args.out, args.file, force=args.force)
    show(args, {"files": [str(args.out)]}, lambda: [str(args.out)])


def _print(args: Namespace, data: bytes) -> None:
    """Write a .bib exactly; as JSON its text, which is all that JSON can hold, and the encoding that it had."""
    if not args.json:
        output.write_bytes(data)
        return
    from commonplace.citations.decoding import decode

    found = decode(data)
    show(args, {"text": found.text, "encoding": found.encoding}, list)


def _run_check(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import how_many
    from commonplace.library.bibexport import check_bib

    with opened(args) as library:
        problems = check_bib(library)
    show(args, problems, lambda: _problem_lines(problems))
    if problems:
        raise NotDoneError(
            f"The references have {how_many(len(problems), 'problem')}; nothing was changed.",
            hint="Correct them with `reference set`, or in the file and import it again.",
            code="problems-found",
        )
    remark(args, "The references are in order.")
