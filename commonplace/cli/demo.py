"""``demo``."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from commonplace.cli import output
from commonplace.cli.parsing import Parser, describe, path
from commonplace.cli.printing import show
from core.errors import PlaceError

_FOLDER = "commonplace-demo"


def _demo(parser: Parser) -> None:
    parser.add_argument(
        "--into", metavar="DIR", type=path, help=f"the folder for it; without, {_FOLDER} in the current one"
    )
    parser.add_argument("--no-window", action="store_true", help="open no window afterwards, though there be a screen")
    parser.set_defaults(run=_make)
    describe(
        parser,
        "Make a sample library on Japan's security policy, print the notes it exports and where they lie, and open it.",
        "demo",
        "demo --into /tmp/sample --no-window",
    )


PARSERS: Mapping[str, Callable[[Parser], None]] = {"demo": _demo}


def _make(args: Namespace) -> int:
    from pathlib import Path

    from commonplace.library.demo import make_demo

    report = make_demo(args.into or Path(_FOLDER), args.person)
    if args.json:
        show(args, report, list)
    else:
        output.write_text(report.notes)
        lies = [path.resolve() for path in (report.library, *map(Path, report.files))]
        output.write_lines(["", "These notes and their library lie here:", *map(str, lies)])
    if args.no_window or not _has_screen():
        return 0
    try:
        status: int = args.window(report.library, args.person, "", "")
    except PlaceError as error:
        # The sample is made and shown; a window is a bonus here.
        output.say(f"{error.message} {error.hint}".strip())
        return 0
    return status


def _has_screen() -> bool:
    """Return whether somebody may be looking: there is a display, and Qt is not told to draw nowhere."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
