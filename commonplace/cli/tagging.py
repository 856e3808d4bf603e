"""``tag``, ``untag``, ``note``, ``quote`` and ``delete``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli.parsing import Parser, describe, name, text
from commonplace.cli.printing import show


def _tag(parser: Parser) -> None:
    _highlight(parser)
    _concepts(parser)
    parser.add_argument("--create", action="store_true", help="add the concepts that are not there yet")
    parser.set_defaults(run=_put_on)
    describe(parser, "Put concepts on a highlight.", "tag 3f2a9c81d0 --concept FOIP --concept counterstrike")


def _untag(parser: Parser) -> None:
    _highlight(parser)
    _concepts(parser)
    parser.set_defaults(run=_take_off)
    describe(parser, "Take concepts off a highlight.", "untag 3f2a9c81d0 --concept FOIP")


def _note(parser: Parser) -> None:
    _highlight(parser)
    parser.add_argument("text", metavar="TEXT", type=text, help="the note; it takes the place of my earlier one")
    parser.add_argument("--private", action="store_true", help="for yourself alone")
    parser.set_defaults(run=_write)
    describe(parser, "Write my note on a highlight.", "note 3f2a9c81d0 'The first official use of the term.'")


def _quote(parser: Parser) -> None:
    _highlight(parser)
    parser.add_argument(
        "text", metavar="TEXT", type=text, help="the quote in my wording; '' gives back the one that is printed"
    )
    parser.set_defaults(run=_word)
    describe(
        parser,
        "Edit the quote of a highlight; what is printed stays beside it.",
        "quote 3f2a9c81d0 'a free and open […] region [sic]'",
    )


def _delete(parser: Parser) -> None:
    parser.add_argument("thing", metavar="HIGHLIGHT|SOURCE", type=text, help="an id, or a source's citation key")
    parser.set_defaults(run=_remove)
    describe(parser, "Delete a highlight or a source; undo brings it back.", "delete 3f2a9c81d0")


PARSERS: Mapping[str, Callable[[Parser], None]] = {
    "tag": _tag,
    "untag": _untag,
    "note": _note,
    "quote": _quote,
    "delete": _delete,
}


def _highlight(parser: Parser) -> None:
    parser.add_argument("highlight", metavar="HIGHLIGHT", type=text, help="its id, or six digits or more of it")


def _concepts(parser: Parser) -> None:
    parser.add_argument(
        "--concept", metavar="NAME", type=name, action="append", required=True, help="a concept; repeat it"
    )


def _put_on(args: Namespace) -> None:
    from commonplace.cli.highlight import highlight_lines
    from commonplace.cli.session import opened
    from commonplace.library.highlighting import tag

    with opened(args) as library:
        line = tag(library, args.highlight, args.concept, create=args.create)
    show(args, line, lambda: highlight_lines(line))


def _take_off(args: Namespace) -> None:
    from commonplace.cli.highlight import highlight_lines
    from commonplace.cli.session import opened
    from commonplace.library.highlighting import untag

    with opened(args) as library:
        line = untag(library, args.highlight, args.concept)
    show(args, line, lambda: highlight_lines(line))


def _write(args: Namespace) -> None:
    from commonplace.cli.highlight import highlight_lines
    from commonplace.cli.session import opened
    from commonplace.library.highlighting import write_note

    with opened(args) as library:
        line = write_note(library, args.highlight, args.text, private=args.private)
    show(args, line, lambda: highlight_lines(line))


def _word(args: Namespace) -> None:
    from commonplace.cli.highlight import highlight_lines
    from commonplace.cli.session import opened
    from commonplace.library.quoting import edit_quote

    with opened(args) as library:
        line = edit_quote(library, args.highlight, args.text)
    show(args, line, lambda: highlight_lines(line))


def _remove(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import plain
    from commonplace.library.highlighting import delete

    with opened(args) as library:
        what = delete(library, args.thing)
    show(args, {"deleted": what}, lambda: [f"Deleted: {plain(what)}"])
