"""The parser of the command line: its options for every command, its errors, its kinds of words."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from commonplace.cli import output, registry
from commonplace.version import VERSION
from core.errors import UserError

PROGRAM = "main.py"

_WITH_VALUE = ("--library", "--person")

_EXAMPLES = f"""
examples:
  {PROGRAM} demo
  {PROGRAM} --library thesis.commonplace new
  {PROGRAM} --library thesis.commonplace import articles/ --bib articles.bib
  {PROGRAM} --library thesis.commonplace search 反撃能力
  {PROGRAM} --library thesis.commonplace export --format md -o notes.md

{PROGRAM} COMMAND --help tells more about a command.
Without --library: $COMMONPLACE_LIBRARY, then the library in your data folder."""


class UsageError(UserError):
    """The words of the command line do not make a command."""

    code = "usage"


class Parser(argparse.ArgumentParser):
    """A parser that raises its errors and writes its help in UTF-8, whatever the terminal says."""

    def __init__(self, **settings: object) -> None:
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]

    def error(self, message: str) -> None:  # type: ignore[override]
        """Raise what argparse would print.

        Raises:
            UsageError: Always.
        """
        raise UsageError(f"{self.prog}: {message}", hint=f"See {self.prog} --help.")

    def print_help(self, file: object = None) -> None:
        """Write the help to stdout."""
        output.write_text(self.format_help())


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        output.write_text(f"Commonplace {VERSION}\n")
        parser.exit()


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for; ``command`` is None where it asks for the window.

    Raises:
        UsageError: It asks for nothing we know, or not in our words.
        SystemExit: Help or the version was written.
    """
    parser = _top()
    word = command_word(argv)
    if word is None:
        return parser.parse_args(argv)
    if word not in registry.names():
        return _library_alone(parser, argv, word)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog=PROGRAM, parser_class=Parser)
    _declare(word, commands.add_parser(word))
    return _all_parsed(parser, argv)


def _all_parsed(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    """Parse all words; paths may stand after options too, which argparse alone would leave over."""
    args, rest = parser.parse_known_args(argv)
    if rest and "paths" in args and not any(word.startswith("-") for word in rest):
        args.paths += [path(word) for word in rest]
    elif rest:
        raise UsageError(
            f"{PROGRAM} {args.command}: These words mean nothing here: {' '.join(rest)}.",
            hint=f"See {PROGRAM} {args.command} --help.",
        )
    return args


def command_word(argv: Sequence[str]) -> str | None:
    """Return the first word that is no option and no option's value."""
    words = iter(argv)
    for word in words:
        if word in _WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def _top() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [--library FILE] [--person NAME] [--json] COMMAND …",
        description="Gather quotations from documents under concepts, and export them with their citations. Offline.",
        epilog=f"{registry.overview()}\n{_EXAMPLES}",
    )
    parser.set_defaults(command=None, run=None)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and end")
    add_common(parser, top=True)
    return parser


def _declare(name: str, parser: Parser) -> None:
    import_module(registry.module_of(name)).PARSERS[name](parser)


def _library_alone(parser: Parser, argv: Sequence[str], word: str) -> argparse.Namespace:
    """Understand a word that is no command: the library to open, or a mistake."""
    from pathlib import Path

    if not (word.endswith(".commonplace") or Path(word).is_file()):
        raise UsageError(f"{PROGRAM}: There is no command “{word}”.", hint=_nearest(word))
    rest = list(argv)
    rest.remove(word)
    if command_word(rest) is not None:
        raise UsageError(
            f"{PROGRAM}: A library is named by --library before the command.",
            hint=f"Write: {PROGRAM} --library {word} {command_word(rest)} …",
        )
    parsed = parser.parse_args(rest)
    parsed.library = path(word)
    return parsed


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(registry.names()), n=1)
    return f"Did you mean “{near[0]}”?" if near else f"See {PROGRAM} --help."


def add_common(parser: argparse.ArgumentParser, *, top: bool = False, person: bool = True) -> None:
    """Add the options that every command takes, before it or after it.

    Args:
        parser: Of the program, or of a command.
        top: It is the program's: absent options get their defaults there, so that a command's leave them alone.
        person: Whether ``--person`` is the one who works; a command may need the word for a filter.
    """
    absent = None if top else argparse.SUPPRESS
    group = parser.add_argument_group("for every command")
    group.add_argument("--library", metavar="FILE", type=path, default=absent, help="the library to work in")
    if person:
        group.add_argument("--person", metavar="NAME", type=name, default=absent, help="who you are in it")
    group.add_argument(
        "--json", action="store_true", default=False if top else argparse.SUPPRESS, help="print data as JSON"
    )


def describe(parser: Parser, description: str, *examples: str, person: bool = True) -> None:
    """Give a command its description, its examples and the options that every command takes.

    Call it last, so that the command's own options come first in its help.
    """
    parser.description = description
    if examples:
        parser.epilog = "\n".join(["examples:", *(f"  {PROGRAM} {example}" for example in examples)])
    add_common(parser, person=person)


def text(word: str) -> str:
    """Return a word that is text.

    Raises:
        argparse.ArgumentTypeError: It holds bytes that are no text in this terminal's encoding, or U+0000.
    """
    if "\0" in word or any("\ud800" <= character <= "\udfff" for character in word):
        raise argparse.ArgumentTypeError("it holds bytes that are not text in your terminal's encoding")
    return word


def name(word: str) -> str:
    """Return a name, which is text and not blank."""
    if not text(word).strip():
        raise argparse.ArgumentTypeError("it is empty")
    return word


def path(word: str) -> object:
    """Return the ``Path`` that a word names; its bytes need not be text."""
    from pathlib import Path

    if not word or "\0" in word:
        raise argparse.ArgumentTypeError("it names no file")
    return Path(word)


def layer_id(word: str) -> str:
    """Return the id of a layer: 64 hexadecimal digits."""
    if len(word) != 64 or set(word) - set("0123456789abcdef"):
        raise argparse.ArgumentTypeError(f"“{word}” is no layer: its id has 64 hexadecimal digits")
    return word


def position(word: str) -> int:
    """Return a position on a text: a whole number from 0 on."""
    if not (word.isascii() and word.isdigit() and len(word) < 12):
        raise argparse.ArgumentTypeError(f"“{word}” is no position: give a whole number from 0 on")
    return int(word)


def count(word: str) -> int:
    """Return a whole number of 1 or more."""
    if not (word.isascii() and word.isdigit() and len(word) < 10 and int(word) > 0):
        raise argparse.ArgumentTypeError(f"“{word}” is not a whole number of 1 or more")
    return int(word)
