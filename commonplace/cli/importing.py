"""``import``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from commonplace.cli import output
from commonplace.cli.parsing import Parser, describe, path, text
from commonplace.cli.printing import remark, show
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.importing import ImportLine, ImportProgress
    from commonplace.library.session import Library

_SCAN = "no text layer"
_OUTCOMES = (
    ("imported", "imported"),
    ("duplicate", "already there"),
    ("skipped", "skipped"),
    ("failed", "failed"),
)


def _import(parser: Parser) -> None:
    parser.add_argument("paths", metavar="PATH", type=path, nargs="+", help="files, and folders with all in them")
    parser.add_argument("--bib", metavar="FILE", type=path, help="a .bib to take in afterwards and link to the sources")
    parser.add_argument("--password", metavar="TEXT", type=text, default="", help="for encrypted files")
    parser.add_argument("--encoding", metavar="NAME", type=text, default="", help="of text files; without, found out")
    parser.add_argument("--whole-page", action="store_true", help="keep all of a web page, not only its article")
    parser.set_defaults(run=_run)
    describe(
        parser,
        "Bring files and folders into the library: PDF, texts, web pages, e-books and word processors' files.\n"
        "Files that are there already are known again; a file that cannot be read is listed with its "
        "reason,\nand the others are imported.",
        "import report.pdf article.html",
        "import articles/ --bib articles.bib",
        "import minutes.pdf --password secret",
        "import old.txt --encoding shift_jis",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"import": _import}


def _run(args: Namespace) -> None:
    from commonplace.cli.session import opened_or_made

    if args.bib is not None and not args.bib.is_file():
        raise NotDoneError(f"There is no file {args.bib}; nothing was imported.", hint="Check the name after --bib.")
    lines: list[ImportLine] = []
    with opened_or_made(args) as library:
        try:
            _import_files(args, library, lines)
            if args.bib is not None:
                _import_bib(args, library, lines)
        finally:  # what was finished stays, and is told even where the rest was stopped or failed
            _sum_up(args, lines)
    if not lines:
        remark(args, "There was no file to import.")
    _complain(lines)


def _import_files(args: Namespace, library: Library, lines: list[ImportLine]) -> None:
    """Add a line for each file, and print it as it comes."""
    from commonplace.library.importing import ReadOptions, import_paths

    options = ReadOptions(password=args.password, encoding=args.encoding, whole_page=args.whole_page)
    with (
        _bar(args) as (advance, write),
        closing(import_paths(library, args.paths, options=options, progress=advance)) as done,
    ):
        for line in done:
            lines.append(line)
            write(_for_people(line))


@contextmanager
def _bar(args: Namespace) -> Iterator[tuple[Callable[[ImportProgress], None] | None, Callable[[str], None]]]:
    """Give what shows progress, on a terminal's stderr, and what prints a line beside it."""
    if args.json:
        yield None, lambda _line: None
        return
    if not output.is_terminal(sys.stderr):
        yield None, lambda line: output.write_lines([line])
        return
    from tqdm import tqdm

    from commonplace.cli.tables import plain

    with tqdm(unit=" files", file=sys.stderr, leave=False) as bar:

        def advance(progress: ImportProgress) -> None:
            bar.total = progress.total
            bar.set_postfix_str(plain(progress.name)[-40:], refresh=False)
            bar.update(progress.done - bar.n)

        def write(line: str) -> None:
            bar.clear()
            output.write_lines([line])
            bar.refresh()

        yield advance, write


def _for_people(line: ImportLine) -> str:
    from commonplace.cli.tables import how_many, pad, plain

    words = dict(_OUTCOMES).get(line.status, line.status)
    parts = [pad(words, 13), plain(line.path)]
    if line.citekey:
        parts.append(f"-> {line.citekey}")
    if line.status == "imported":
        pages = f"{how_many(line.pages, 'page')}, " if line.pages else ""
        parts.append(f"({pages}{how_many(line.characters, 'character')})")
    return " ".join(parts) + (f": {plain(line.reason)}" if line.reason else "") + _way_out(line)


def _way_out(line: ImportLine) -> str:
    return f"; recognise it with: ocr {line.citekey}" if line.reason.startswith(_SCAN) else ""


def _import_bib(args: Namespace, library: Library, lines: list[ImportLine]) -> None:
    """Take in the .bib; put the keys that its entries gave to the sources into the lines."""
    from dataclasses import replace

    from commonplace.cli.bib import report_lines
    from commonplace.library.bibliography import import_bib
    from commonplace.library.sources import list_sources

    report = import_bib(library, args.bib)
    for line_of_report in report_lines(report):
        remark(args, line_of_report)
    keys = {source.id: source.citekey for source in list_sources(library)}
    lines[:] = [replace(line, citekey=keys.get(line.source, line.citekey)) for line in lines]


def _sum_up(args: Namespace, lines: Sequence[ImportLine]) -> None:
    from commonplace.cli.tables import how_many

    if args.json:
        show(args, lines, list)
        return
    counts = Counter(line.status for line in lines)
    parts = [f"{counts[status]:,} {words}" for status, words in _OUTCOMES if counts[status]]
    if lines:
        remark(args, f"{how_many(len(lines), 'file')}: {', '.join(parts)}.")


def _complain(lines: Sequence[ImportLine]) -> None:
    failed = sum(line.status == "failed" for line in lines)
    if failed:
        raise NotDoneError(
            f"{failed:,} of {len(lines):,} files could not be imported; the others are not affected."
            if failed < len(lines)
            else "Nothing could be imported; the library is as it was.",
            hint="The reason stands with each file.",
            code="import-failed",
        )
