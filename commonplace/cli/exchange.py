"""``exchange set``, ``send``, ``list``, ``merge``, ``aside`` and ``off``."""

from __future__ import annotations

from argparse import BooleanOptionalAction, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commonplace.cli.merge import add_options, show_report
from commonplace.cli.parsing import Parser, describe, name, path
from commonplace.cli.printing import remark, show

if TYPE_CHECKING:
    from commonplace.library.exchange_folder import ExchangeState
    from commonplace.library.noticing import ExchangeLine

_MEGABYTE = 1_000_000


def _exchange(parser: Parser) -> None:
    commands = parser.add_subparsers(dest="action", metavar="ACTION", parser_class=Parser)
    _set(commands.add_parser("set", help="say in which folder packages of this library are exchanged"))
    _send(commands.add_parser("send", help="write my package there, in place of the one before"))
    _list(commands.add_parser("list", help="list what is in the folder"))
    _merge(commands.add_parser("merge", help="merge a file of the folder"))
    _aside(commands.add_parser("aside", help="offer a file of the folder no longer"))
    _off(commands.add_parser("off", help="exchange nothing from now on; what is in the folder stays"))
    parser.set_defaults(run=_tell)
    describe(
        parser,
        "Exchange packages in a folder of any cloud, or on a stick: each person's program writes its own one only,\n"
        "and what others wrote is offered for merging. Without words: what is set.",
        "exchange set ~/Cloud/reading-group",
        "exchange send",
        "exchange list",
        "exchange merge Aiko-0123456789ab.commonplace-share",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"exchange": _exchange}


def _set(parser: Parser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=path, help="it has to be there")
    parser.add_argument(
        "--documents", action=BooleanOptionalAction, default=None, help="whether the documents go along (they do)"
    )
    parser.add_argument(
        "--at-closing", action=BooleanOptionalAction, default=None, help="send whenever the window closes"
    )
    parser.set_defaults(run=_run_set)
    describe(parser, "Set the folder, for this library on this computer.", "exchange set /media/stick --no-documents")


def _send(parser: Parser) -> None:
    parser.add_argument("--without-documents", action="store_true", help="leave the files and their texts out")
    parser.set_defaults(run=_run_send)
    describe(
        parser,
        "Write a package of the whole library into the folder, in place of my one before. A library that is as it was\n"
        "sent last is not written again.",
        "exchange send",
    )


def _list(parser: Parser) -> None:
    parser.set_defaults(run=_run_list)
    describe(
        parser,
        "List the packages in the folder, and the second versions that cloud programs make of packages and libraries\n"
        "(“conflicted copies”). Who made one is what it says itself.",
        "exchange list --json",
    )


def _merge(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=name, help="its name in the folder")
    add_options(parser)
    parser.set_defaults(run=_run_merge)
    describe(
        parser, "Merge a file of the folder, as `merge` does.", "exchange merge Aiko-0123456789ab.commonplace-share"
    )


def _aside(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=name, help="its name in the folder")
    parser.add_argument("--off", action="store_true", help="offer it again")
    parser.set_defaults(run=_run_aside)
    describe(parser, "Offer a file no longer, until it changes.", "exchange aside Aiko-0123456789ab.commonplace-share")


def _off(parser: Parser) -> None:
    parser.set_defaults(run=_run_off)
    describe(parser, "Exchange nothing from now on.", "exchange off")


def _tell(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.exchange_folder import exchange_state

    with opened(args) as library:
        _show_state(args, exchange_state(library))


def _run_set(args: Namespace) -> None:
    from commonplace.cli.session import opened_or_made
    from commonplace.library.exchange_folder import set_folder

    with opened_or_made(args) as library:
        state = set_folder(library, args.folder, documents=args.documents, at_closing=args.at_closing)
    _show_state(args, state)


def _run_off(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.exchange_folder import leave_folder

    with opened(args) as library:
        _show_state(args, leave_folder(library))


def _show_state(args: Namespace, state: ExchangeState) -> None:
    show(args, state, lambda: _told_state(state))


def _told_state(state: ExchangeState) -> Iterator[str]:
    if not state.folder:
        yield "No exchange folder is set."
        return
    yield f"{state.folder}{'' if state.there else ' (not there now)'}"
    yield f"Mine is {state.file}, {'with' if state.documents else 'without'} the documents."
    if state.at_closing:
        yield "It is sent whenever the window closes."


def _run_send(args: Namespace) -> None:
    from commonplace.cli.progress import bar_of
    from commonplace.cli.session import opened
    from commonplace.library.exchange_folder import send

    documents = False if args.without_documents else None
    with opened(args) as library, bar_of(args, "records") as advance:
        sent = send(library, documents=documents, progress=advance)
    show(args, sent, lambda: [sent.path])
    size = f"{sent.bytes / _MEGABYTE:,.1f} MB"
    remark(args, f"{size}." if sent.written else "Nothing has changed since it was sent last.")


def _run_list(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.noticing import look

    with opened(args) as library:
        lines = look(library)
    show(args, lines, lambda: _table(lines))
    if any(line.state == "incomplete" for line in lines):
        remark(args, "What is incomplete may still be on its way; look again later.")


def _table(lines: Sequence[ExchangeLine]) -> list[str]:
    from commonplace.cli.tables import table

    rows = [
        [line.file, line.person, line.made[:16].replace("T", " "), f"{line.bytes / _MEGABYTE:,.1f}", _state(line)]
        for line in lines
    ]
    return table(["File", "By", "Made (UTC)", "MB", "State"], rows, numbers={3}) if rows else []


def _state(line: ExchangeLine) -> str:
    said = {"set-aside": "set aside", "own": "mine", "conflicted-copy": "conflicted copy"}.get(line.state, line.state)
    return f"{said}: {line.reason}" if line.reason else said


def _run_merge(args: Namespace) -> int:
    from commonplace.cli.session import opened
    from commonplace.library.noticing import merge_file

    with opened(args) as library:
        report = merge_file(library, args.file, dry_run=args.dry_run, with_deletions=args.with_deletions)
    return show_report(args, report)


def _run_aside(args: Namespace) -> None:
    from commonplace.cli.session import opened
    from commonplace.library.noticing import set_aside

    with opened(args) as library:
        line = set_aside(library, args.file, off=args.off)
    show(args, line, lambda: _table([line]))
