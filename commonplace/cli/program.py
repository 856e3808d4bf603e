"""From the command line to an exit status."""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from commonplace.cli import failures, output, parsing
from commonplace.cli.windows import Window, no_window
from core.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def main(argv: Sequence[str] | None = None, window: Window | None = None) -> int:
    """Do what the words say; return the exit status.

    Args:
        argv: The words after the program's name; without, the process's own.
        window: Opens the window; without, this program has none.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    # Asked to end by the system, a command ends as after Ctrl+C: without its workers and temporary files.
    _when_asked_to_end(signal.default_int_handler)
    try:
        return _run(words, window)
    except SystemExit:  # argparse has written its help
        return 0
    except KeyboardInterrupt as interrupt:
        return _report(interrupt, words)
    except Exception as error:  # noqa: BLE001  # the last place that can turn a fault into a sentence
        return _report(error, words)


def _run(words: Sequence[str], window: Window | None) -> int:
    args = parsing.parse(words)
    args.window = _ended_at_once(window or no_window)
    status: int | None = (_open_window if args.run is None else args.run)(args)
    return status or 0


def _when_asked_to_end(handler: Callable[[int, FrameType | None], Any] | signal.Handlers) -> None:
    # Only the first thread of a process may say so.
    with suppress(ValueError):
        signal.signal(signal.SIGTERM, handler)


def _ended_at_once(window: Window) -> Window:
    """Return a window that the system ends itself, as Python's handlers wait while Qt does."""

    def opened(library: Path | None, person: str | None, source: str, page: str, /) -> int:
        _when_asked_to_end(signal.SIG_DFL)
        return window(library, person, source, page)

    return opened


def _open_window(args: Namespace) -> int:
    status: int = args.window(args.library, args.person, "", "")
    return status


def _report(error: BaseException, words: Sequence[str]) -> int:
    """Write a failure to stderr, as a sentence or as JSON; return its exit status."""
    if failures.wants_traceback() and not isinstance(error, UserError | KeyboardInterrupt):
        from traceback import format_exception

        output.say("".join(format_exception(error)).rstrip())
    failure = failures.as_user_error(error)
    output.say(_as_json(failure) if _asks_for_json(words) else _for_people(failure))
    return failures.status(failure)


def _asks_for_json(words: Sequence[str]) -> bool:
    """Tell it from the words alone, as they may be wrong; what follows ``--`` are names."""
    options = words[: words.index("--")] if "--" in words else words
    return "--json" in options


def _for_people(failure: UserError) -> str:
    from commonplace.cli.tables import harmless

    return "\n".join(harmless(line) for line in (failure.message, failure.hint) if line)


def _as_json(failure: UserError) -> str:
    import json

    return json.dumps(
        {"error": {"code": failure.code, "message": failure.message, "hint": failure.hint}}, ensure_ascii=False
    )
