"""``merge``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe, path
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from commonplace.library.merging import MergeReport

CONFLICTS_LEFT = 4
_CALLED = {"shelf": "collected source", "file-name": "file name", "bibfile": ".bib file"}


def _merge(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=path, help="a package, or a library")
    add_options(parser)
    parser.set_defaults(run=_take)
    describe(
        parser,
        "Take a colleague's package or library into this one: all of it or nothing, and undo takes it back. What two\n"
        "people said apart of one thing stays as a conflict; both are kept. Exit status 4 where conflicts are left.",
        "merge reading-group.commonplace-share --dry-run",
        "merge reading-group.commonplace-share",
    )


def add_options(parser: Parser) -> None:
    """Add what can be said about a merge."""
    parser.add_argument("--dry-run", action="store_true", help="only tell what would come of it")
    parser.add_argument("--with-deletions", action="store_true", help="merge it also where many things vanish by it")


PARSERS: Mapping[str, Callable[[Parser], None]] = {"merge": _merge}


def _take(args: Namespace) -> int:
    from commonplace.cli.session import opened, opened_or_made
    from commonplace.library.merging import merge

    with (opened if args.dry_run else opened_or_made)(args) as library:
        report = merge(library, args.file, dry_run=args.dry_run, with_deletions=args.with_deletions)
    return show_report(args, report)


def show_report(args: Namespace, report: MergeReport) -> int:
    """Show what a merge did or would do; return the exit status."""
    show(args, report, lambda: [*_told(report)])
    if report.conflicts_left and not report.dry_run:
        from commonplace.cli.tables import how_many

        remark(args, f"To be settled: {how_many(report.conflicts_left, 'conflict')}; see `conflicts`.")
        return CONFLICTS_LEFT
    return 0


def _told(report: MergeReport) -> Iterator[str]:
    from commonplace.cli.tables import how_many

    if report.deliverer:
        yield f"From {report.deliverer.name or 'somebody'}, as the package says; made {report.deliverer.made[:10]}."
    if report.unchanged:
        yield "It holds nothing that is not here; nothing was written."
        return
    would = "Would be" if report.dry_run else "Were"
    if not (report.added or report.changed or report.deletions or report.conflicts):
        yield "What is shown stays as it is; only earlier wordings and who said them come along."
    if report.added:
        yield f"{would} added: {_counted(report.added)}."
    if report.changed:
        yield f"{would} changed: {_counted(report.changed_kinds)}."
    if report.deletions:
        yield f"{would} deleted: {_counted(report.deleted)}."
    if report.asks and report.dry_run:
        yield "These are many: merge it with --with-deletions if that is meant."
    if report.conflicts:
        yield f"New conflicts: {report.conflicts:,}."
    for one in report.persons:
        work = _counted({"highlight": one.highlights, "note": one.notes, "tagging": one.taggings})
        yield f"Work of {one.name or one.person[:12]}: {work}."
    for pair in report.duplicates:
        yield f"Perhaps the same ({pair.why}): {pair.kind} {pair.name} and {pair.other_name}."
    if report.missing_documents:
        names = ", ".join(one.citekey or one.name or one.source[:12] for one in report.missing_documents)
        yield f"Without a copy here: {how_many(len(report.missing_documents), 'source')}: {names}."
        yield "Where another copy of one is here, `copies` finds it."
    if report.waiting:
        wait = "1 highlight waits" if report.waiting == 1 else f"{report.waiting:,} highlights wait"
        yield f"In another text than the source shows, {wait} for a place: `reanchor --all` finds what is sure."
    if report.backup:
        yield f"The records as they were before: {report.backup}"


def _counted(counts: Mapping[str, int]) -> str:
    from commonplace.cli.tables import how_many

    return ", ".join(how_many(count, _CALLED.get(kind, kind)) for kind, count in counts.items() if count)
