"""``share``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe, name, path, text
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from commonplace.library.sharing import ShareReport

_TOLD = (("source", "source"), ("highlight", "highlight"), ("concept", "concept"), ("note", "note"))
_MEGABYTE = 1_000_000


def _share(parser: Parser) -> None:
    parser.add_argument(
        "-o", "--out", metavar="FILE", type=path, required=True, help="the package, best called NAME.commonplace-share"
    )
    parser.add_argument(
        "--concept",
        metavar="NAME",
        type=name,
        action="append",
        default=[],
        help="what is tagged with this concept or one under it; repeat it",
    )
    parser.add_argument(
        "--source", metavar="SOURCE", type=text, action="append", default=[], help="what is in this source; repeat it"
    )
    parser.add_argument(
        "--collection",
        "--shelf",
        dest="collections",
        metavar="NAME",
        type=name,
        action="append",
        default=[],
        help="what is in the sources of this collection; repeat it",
    )
    parser.add_argument(
        "--person",
        dest="persons",
        metavar="NAME",
        type=text,
        action="append",
        default=[],
        help="what this person marked and wrote on it; repeat it (who you are is said before the command)",
    )
    parser.add_argument(
        "--without-documents",
        action="store_true",
        help="leave the files and their texts out: only what was marked, with its concepts, notes and references",
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that is there")
    parser.set_defaults(run=_pack)
    describe(
        parser,
        "Write a package for a colleague, of the whole library or of what is chosen: filters of one kind mean “or”,\n"
        "different kinds “and”. With what is chosen goes all that it needs: sources, references, concepts with those\n"
        "above them, notes, names of persons. A package carries every earlier wording of what is in it, and what was\n"
        "deleted of it, too.",
        "share -o reading-group.commonplace-share",
        "share -o foip.commonplace-share --concept FOIP --without-documents",
        "share -o kishida.commonplace-share --source Kishida2022Security",
        person=False,
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"share": _share}


def _pack(args: Namespace) -> None:
    from commonplace.cli.progress import bar_of
    from commonplace.cli.session import opened
    from commonplace.library.sharing import ShareRequest, share

    request = ShareRequest(
        concepts=tuple(args.concept),
        sources=tuple(args.source),
        persons=tuple(args.persons),
        collections=tuple(args.collections),
        documents=not args.without_documents,
        force=args.force,
    )
    with opened(args) as library, bar_of(args, "records") as advance:
        report = share(library, args.out, request, advance)
    show(args, report, lambda: [report.path])
    remark(args, " ".join(_told(report)))


def _told(report: ShareReport) -> Iterator[str]:
    from commonplace.cli.tables import how_many

    parts = [how_many(report.counts[kind], thing) for kind, thing in _TOLD if report.counts.get(kind)]
    yield f"{', '.join(parts) or 'References and names'}, {report.bytes / _MEGABYTE:,.1f} MB."
    if not report.documents:
        yield "The documents are not in it."
    yield "Earlier wordings of what is in it went along."
