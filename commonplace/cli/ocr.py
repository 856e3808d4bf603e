"""``ocr``."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe, text
from commonplace.cli.printing import remark, show
from core.errors import NotDoneError

if TYPE_CHECKING:
    from commonplace.library.recognising import Recognised


def _ocr(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.add_argument(
        "--language",
        metavar="NAME+…",
        type=_languages,
        default=(),
        help="by Tesseract's names, as eng+jpn; without, English and Japanese, whichever is installed",
    )
    parser.add_argument("--force", action="store_true", help="recognise all pages, also those that have text")
    parser.add_argument("--password", metavar="TEXT", type=text, default="", help="what opens an encrypted document")
    parser.set_defaults(run=_recognise)
    describe(
        parser,
        "Recognise the text of scanned pages, so that they can be searched, quoted and marked. The file stays as it "
        "is,\npages with text keep theirs, and undo takes it back. It needs the data of Tesseract (see doctor).",
        "ocr Linn1986Sequencer",
        "ocr Yoshida1951 --language jpn",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"ocr": _ocr}


def _languages(word: str) -> tuple[str, ...]:
    """Return the languages that a word names, joined by ``+``."""
    names = [name.strip() for name in text(word).split("+")]
    if not all(name.replace("_", "").isalnum() and name.isascii() for name in names):
        raise ArgumentTypeError(f"“{word}” names no languages: write them as eng+jpn")
    return tuple(names)


def _recognise(args: Namespace) -> None:
    from commonplace.cli.progress import bar_of
    from commonplace.cli.session import opened
    from commonplace.library.recognising import recognise

    with opened(args) as library, bar_of(args, "pages") as advance:
        done = recognise(
            library, args.source, languages=args.language, force=args.force, password=args.password, progress=advance
        )
    show(args, done, lambda: _told(done))
    if not done.pages:
        remark(args, "Every page has its text already; nothing was changed. With --force all are recognised anew.")
    if done.failed:
        pages = ", ".join(f"#{page}" for page in done.failed)
        raise NotDoneError(f"These pages could not be recognised and stay as they were: {pages}.", code="pages-failed")


def _told(done: Recognised) -> Iterator[str]:
    from commonplace.cli.tables import how_many

    if done.pages:
        pages, characters = how_many(done.pages, "page"), how_many(done.characters, "character")
        yield f"{pages} recognised, {characters}, in {' and '.join(done.languages)}"
    for line in (*done.highlights.uncertain, *done.highlights.lost) if done.highlights else ():
        yield f"not found again for sure: {line.highlight[:12]} “{line.before}”"
