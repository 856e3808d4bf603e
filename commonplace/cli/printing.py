"""What a command shows: its data as JSON where that was asked for, else lines for people."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable

from commonplace.cli import output


def show(args: Namespace, data: object, lines: Callable[[], Iterable[str]]) -> None:
    """Print data as JSON, or its lines for people; these are made only where they are printed."""
    if args.json:
        from commonplace.cli.jsontext import json_text

        output.write_text(json_text(data))
    else:
        from commonplace.cli.tables import harmless

        output.write_lines(map(harmless, lines()))


def remark(args: Namespace, message: str) -> None:
    """Say something to people on stderr; programs that asked for JSON read there only errors."""
    if not args.json:
        from commonplace.cli.tables import harmless

        output.say(harmless(message))
