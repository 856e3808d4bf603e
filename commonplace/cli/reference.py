"""``reference set``, ``rename``, ``link``, ``unlink`` and ``list``."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, UsageError, describe, name, text
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from commonplace.library.referencing import ReferenceLine


def _reference(parser: Parser) -> None:
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    _set(commands.add_parser("set", help="set fields of a reference"))
    _rename(commands.add_parser("rename", help="give it another citation key; the old one stays as an alias"))
    _link(commands.add_parser("link", help="say that a source belongs to it"))
    _unlink(commands.add_parser("unlink", help="take a source off it"))
    _list(commands.add_parser("list", help="list the references"))
    describe(
        parser,
        "Correct references.",
        "reference set Ezaki2021Reform 'author=Ezaki, Hanako' date=2021-06-14",
        "reference rename Ezaki2021Reform ezaki2021",
        "reference link ezaki2021 3f2a9c81d0",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"reference": _reference}


def _set(parser: Parser) -> None:
    _key(parser)
    parser.add_argument(
        "values",
        metavar="FIELD=VALUE",
        type=_field,
        nargs="+",
        help="in BibTeX's own writing; FIELD= removes the field",
    )
    parser.set_defaults(run=_run_set)
    describe(
        parser,
        "Set fields of a reference. Values are BibTeX: names read “Family, Given and Family, Given”.",
        "reference set Ezaki2021Reform 'author=Ezaki, Hanako' date=2021-06-14",
        "reference set Ezaki2021Reform type=article pages=",
    )


def _rename(parser: Parser) -> None:
    parser.add_argument("old", metavar="OLD", type=name, help="its key now")
    parser.add_argument("new", metavar="NEW", type=name, help="its key from now on")
    parser.set_defaults(run=_run_rename)
    describe(
        parser,
        "Give a reference another citation key; the old one still leads to it.",
        "reference rename old2021 new2021",
    )


def _link(parser: Parser) -> None:
    _key(parser)
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.set_defaults(run=_run_link)
    describe(parser, "Say that a source belongs to a reference.", "reference link ezaki2021 3f2a9c81d0")


def _unlink(parser: Parser) -> None:
    _key(parser)
    parser.add_argument("source", metavar="SOURCE", type=text, help="a citation key, or an id")
    parser.set_defaults(run=_run_unlink)
    describe(parser, "Take a source off a reference.", "reference unlink ezaki2021 3f2a9c81d0")


def _list(parser: Parser) -> None:
    parser.set_defaults(run=_run_list)
    describe(parser, "List the references.", "reference list", "reference list --json")


def _key(parser: Parser) -> None:
    parser.add_argument("key", metavar="KEY", type=text, help="a citation key, an alias, or an id")


def _field(word: str) -> tuple[str, str]:
    field, equals, value = text(word).partition("=")
    if not (equals and field.strip()):
        raise argparse.ArgumentTypeError(f"“{word}” is not FIELD=VALUE")
    return field.strip().lower(), value


def _run_set(args: Namespace) -> None:
    values = dict(args.values)
    if len(values) < len(args.values):
        raise UsageError("main.py reference set: A field is given twice.", hint="Give each field once.")
    from commonplace.cli.session import opened
    from commonplace.library.referencing import set_fields

    with opened(args) as library:
        line = set_fields(library, args.key, values)
    show(args, line, lambda: _lines(line))


def _run_rename(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.referencing import rename_key

    with opened(args) as library:
        line = rename_key(library, args.old, args.new)
    show(args, line, lambda: _lines(line))


def _run_link(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.referencing import link

    with opened(args) as library:
        line = link(library, args.key, args.source)
    show(args, line, lambda: _lines(line))


def _run_unlink(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.referencing import unlink

    with opened(args) as library:
        line = unlink(library, args.key, args.source)
    show(args, line, lambda: _lines(line))


def _run_list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import table
    from commonplace.library.referencing import list_references

    with opened(args) as library:
        lines = list_references(library)
    rows = [
        [line.citekey, line.type, line.fields.get("title", ""), line.fields.get("author", ""), len(line.sources)]
        for line in lines
    ]
    show(args, lines, lambda: table(["Key", "Type", "Title", "Authors", "Sources"], rows, numbers={4}) if rows else [])


def _lines(line: ReferenceLine) -> list[str]:
    from commonplace.cli.tables import plain

    aliases = f" (also {', '.join(line.aliases)})" if line.aliases else ""
    fields = (f"  {field} = {value}" for field, value in line.fields.items())
    sources = (f"  source {source}" for source in line.sources)
    head = plain(f"@{line.type} {line.citekey}{aliases}")
    return [head, *(f"  {plain(one)}" for one in (*fields, *sources))]
