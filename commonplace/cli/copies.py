"""``copies``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.anchors import counted, to_look_at
from commonplace.cli.parsing import Parser, describe, text
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from commonplace.library.copies import CopyLine, Evidence

_SHORT_ID = 12
_RECORDS = {"doi": "the same DOI", "isbn": "the same ISBN", "title": "the same title", "reference": "one reference"}


def _copies(parser: Parser) -> None:
    parser.add_argument(
        "--accept",
        metavar=("A", "B"),
        type=text,
        nargs=2,
        help="they are copies of one work: find what was marked in B again in A",
    )
    parser.set_defaults(run=_run)
    describe(
        parser,
        "List the sources that may be copies of one work with other bytes, with what speaks for it: a scan, the\n"
        "publisher's version, a later download. Accepted, both belong to one reference, and highlights whose place is\n"
        "sure are shown in the first copy, too; the others stay where they were marked.",
        "copies",
        "copies --accept Kishida2022Security 3f2a9c81d0",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"copies": _copies}


def _run(args: Namespace) -> None:
    from commonplace.cli.session import opened

    if args.accept:
        from commonplace.library.copies import accept_copies

        with opened(args) as library:
            done = accept_copies(library, *args.accept)
        show(args, done, lambda: [counted(done) or "no highlights", *to_look_at(done)])
        return
    from commonplace.library.copies import proposed_copies

    with opened(args) as library:
        lines = proposed_copies(library)
    show(args, lines, lambda: _for_people(lines))
    if not lines:
        remark(args, "No two sources look like copies of one work.")


def _for_people(lines: Sequence[CopyLine]) -> Iterator[str]:
    from commonplace.cli.tables import plain

    for line in lines:
        for id, key, name in zip((line.a, line.b), line.citekeys, line.names, strict=True):
            yield "  ".join(filter(None, (id[:_SHORT_ID], key, plain(name))))
        yield f"    {', '.join(_reasons(line.evidence))}"


def _reasons(evidence: Evidence) -> Iterator[str]:
    if evidence.record:
        yield _RECORDS[evidence.record]
    if evidence.text is not None:
        yield f"{evidence.text} % of the text"
    found, asked = evidence.quotes
    if asked:
        yield f"{found} of {asked} quotes"
