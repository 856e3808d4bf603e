"""Measure, print the table, and exit with 1 where a promise does not hold."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import benchmarks
from benchmarks.table import Line, shown

ROWS = (
    "import",
    "epub",
    "docx",
    "search",
    "highlights",
    "quotes",
    "boxes",
    "anchors",
    "export",
    "share",
    "table",
    "bib",
    "merge",
    "start",
    "window",
)
_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA")


def main() -> int:
    args = _arguments()
    chosen = set(args.rows or ROWS)
    if args.pdfs is not None and not args.pdfs.is_dir():
        sys.stderr.write(f"There is no folder {args.pdfs}.\n")
        return 2
    with tempfile.TemporaryDirectory(prefix="commonplace-benchmark-") as folder:
        scratch = Path(folder)
        os.environ.update(dict.fromkeys(_FOLDERS, folder))
        # As on a person's computer, where each module is compiled once; and the checkout stays as it is.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(scratch / "bytecode")
        lines = []
        for line in _measured(chosen, args.pdfs, scratch, args.runs):
            lines.append(line)
            sys.stderr.write(f"{'  '.join(filter(None, line.cells()))}\n")
    print(shown(lines))
    return 0 if all(line.holds for line in lines) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=benchmarks.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("rows", metavar="ROW", nargs="*", help=f"one of {', '.join(ROWS)}; without, all")
    parser.add_argument("--pdfs", metavar="DIR", type=Path, help="the folder with the PDFs to import and search")
    parser.add_argument("--runs", metavar="N", type=int, default=3, help="how often the long works are measured (3)")
    args = parser.parse_args()
    unknown = set(args.rows) - set(ROWS)
    if unknown or args.runs < 1:
        parser.error(f"no such row: {', '.join(sorted(unknown))}" if unknown else "measure at least once")
    return args


def _measured(chosen: set[str], folder: Path | None, scratch: Path, runs: int) -> Iterator[Line]:
    # Imported when the folders are set: who works here is looked up in them.
    from benchmarks.anchoring import anchor_lines
    from benchmarks.bibfiles import bib_lines
    from benchmarks.books import book_lines, word_lines
    from benchmarks.inputs import pdfs
    from benchmarks.marking import export_lines, highlight_lines
    from benchmarks.placing import box_lines
    from benchmarks.quote_table import quote_table_lines
    from benchmarks.quoting import quote_lines
    from benchmarks.reading import fill, import_lines
    from benchmarks.searching import search_lines
    from benchmarks.sharing import share_lines
    from benchmarks.starting import start_lines
    from benchmarks.uniting import uniting_lines
    from benchmarks.window import window_lines

    library = scratch / "library-0.commonplace"
    if "import" in chosen:
        libraries = (scratch / f"library-{number}.commonplace" for number in count())
        yield from import_lines(pdfs(folder, scratch), libraries, runs)
    elif chosen & {"search", "start"}:
        fill(library, pdfs(folder, scratch))
    if "epub" in chosen:
        yield from book_lines(scratch, runs)
    if "docx" in chosen:
        yield from word_lines(scratch, runs)
    if "search" in chosen:
        yield from search_lines(library, scratch)
    if "start" in chosen:
        yield from start_lines(library)
    if "highlights" in chosen:
        yield from highlight_lines(scratch, runs)
    if "quotes" in chosen:
        yield from quote_lines(runs)
    if "boxes" in chosen:
        yield from box_lines(runs)
    if "anchors" in chosen:
        yield from anchor_lines(runs)
    if "export" in chosen:
        yield from export_lines(scratch, runs)
    if "share" in chosen:
        yield from share_lines(scratch, runs)
    if "table" in chosen:
        yield from quote_table_lines(scratch, runs)
    if "bib" in chosen:
        yield from bib_lines(scratch, runs)
    if "merge" in chosen:
        yield from uniting_lines(scratch)
    if "window" in chosen:
        yield from window_lines(scratch, folder)


if __name__ == "__main__":
    sys.exit(main())
