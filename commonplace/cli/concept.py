"""``concept add``, ``list``, ``rename``, ``move``, ``merge`` and ``delete``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.parsing import Parser, describe, name, text
from commonplace.cli.printing import show

if TYPE_CHECKING:
    from commonplace.library.concepts import ConceptLine


def _concept(parser: Parser) -> None:
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)
    _add(commands.add_parser("add", help="add a concept"))
    _list(commands.add_parser("list", help="list the concepts as a tree"))
    _rename(commands.add_parser("rename", help="give a concept another name"))
    _move(commands.add_parser("move", help="put a concept under another, or at the top"))
    _merge(commands.add_parser("merge", help="make one concept of two"))
    _delete(commands.add_parser("delete", help="delete a concept; its highlights stay"))
    describe(
        parser,
        "Keep the tree of concepts. Names are taken literally and compared without case, width and accents; where a "
        "name stands twice,\nwrite PARENT > CHILD.",
        "concept add FOIP --alias 自由で開かれたインド太平洋",
        "concept add counterstrike --parent deterrence --alias 反撃能力",
        "concept list --json",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"concept": _concept}


def _add(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", type=name)
    parser.add_argument("--parent", metavar="P", type=name, help="the concept it belongs under")
    parser.add_argument("--alias", metavar="A", type=name, action="append", default=[], help="another name; repeat it")
    parser.add_argument("--definition", metavar="TEXT", type=text, default="", help="what it means here")
    parser.add_argument("--colour", metavar="#RRGGBB", type=text, default="", help="the colour of its highlights")
    parser.set_defaults(run=_run_add)
    describe(
        parser,
        "Add a concept.",
        "concept add FOIP --alias 自由で開かれたインド太平洋 --definition 'Free and Open Indo-Pacific'",
        "concept add counterstrike --parent deterrence",
    )


def _list(parser: Parser) -> None:
    parser.set_defaults(run=_run_list)
    describe(parser, "List the concepts as a tree, with how many highlights they gather.", "concept list")


def _rename(parser: Parser) -> None:
    parser.add_argument("old", metavar="OLD", type=name)
    parser.add_argument("new", metavar="NEW", type=name)
    parser.set_defaults(run=_run_rename)
    describe(parser, "Give a concept another name.", "concept rename FOIP 'Free and Open Indo-Pacific'")


def _move(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", type=name)
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--parent", metavar="P", type=name, help="the concept it comes under")
    place.add_argument("--top", action="store_true", help="to the top of the tree")
    parser.set_defaults(run=_run_move)
    describe(parser, "Put a concept under another.", "concept move FOIP --parent strategy", "concept move FOIP --top")


def _merge(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", type=name, help="the concept that ends")
    parser.add_argument("into", metavar="INTO", type=name, help="the one that takes its highlights and names")
    parser.set_defaults(run=_run_merge)
    describe(parser, "Make one concept of two.", "concept merge 'Indo-Pacific' FOIP")


def _delete(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", type=name)
    parser.set_defaults(run=_run_delete)
    describe(parser, "Delete a concept; the highlights it stood on stay.", "concept delete FOIP")


def _run_add(args: Namespace) -> None:
    from commonplace.cli.session import opened_or_made
    from commonplace.library.concepts import add_concept

    with opened_or_made(args) as library:
        line = add_concept(
            library,
            args.name,
            parent=args.parent,
            aliases=args.alias,
            definition=args.definition,
            colour=args.colour,
        )
    _show_one(args, line)


def _run_list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.concepts import list_concepts

    with opened(args) as library:
        lines = list_concepts(library)
    show(args, lines, lambda: _tree(lines))


def _run_rename(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.concepts import rename_concept

    with opened(args) as library:
        line = rename_concept(library, args.old, args.new)
    _show_one(args, line)


def _run_move(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.concepts import move_concept

    with opened(args) as library:
        line = move_concept(library, args.name, args.parent)
    _show_one(args, line)


def _run_merge(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.concepts import merge_concepts

    with opened(args) as library:
        line = merge_concepts(library, args.name, args.into)
    _show_one(args, line)


def _run_delete(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.cli.tables import plain
    from commonplace.library.concepts import delete_concept

    with opened(args) as library:
        deleted = delete_concept(library, args.name)
    show(args, {"deleted": deleted}, lambda: [f"Deleted: {plain(deleted)}"])


def _show_one(args: Namespace, line: ConceptLine) -> None:
    from commonplace.cli.tables import plain

    show(args, line, lambda: [plain(" > ".join(line.path))])


def _tree(lines: Sequence[ConceptLine]) -> list[str]:
    from commonplace.cli.tables import table

    if not lines:
        return []
    rows = [
        ["· " * (len(line.path) - 1) + line.name, line.highlights, "; ".join(line.aliases), line.definition]
        for line in lines
    ]
    return table(["Concept", "Highlights", "Also", "Definition"], rows, numbers={1})
