"""Writing to the terminal: UTF-8 whatever the locale, the line ends as they are; a reader may go away."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from core.errors import StorageError

TYPE_CHECKING = False  # typing itself would take a third of the time that help may take
if TYPE_CHECKING:
    from typing import TextIO


def write_bytes(data: bytes) -> None:
    """Write data to stdout, exactly.

    Once nobody reads any longer (``| head``), the rest goes nowhere and the work goes on.

    Raises:
        StorageError: It cannot be written: the disk is full.
    """
    try:
        _write(sys.stdout, data)
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        _discard(sys.stdout)
        raise StorageError(f"The output could not be written: {error.strerror or error}.") from error


def write_text(text: str) -> None:
    """Write text to stdout, exactly; what no UTF-8 can hold (of undecodable file names) as its escape."""
    write_bytes(text.encode("utf-8", "backslashreplace"))


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout, each with its end."""
    write_text("".join(f"{line}\n" for line in lines))


def say(message: str) -> None:
    """Write a message to stderr; where nobody reads it, it is lost."""
    try:
        _write(sys.stderr, f"{message}\n".encode("utf-8", "backslashreplace"))
    except OSError:
        _discard(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a person watches a stream; a closed one (``>&-``) is None."""
    return stream is not None and stream.isatty()


def _write(stream: TextIO | None, data: bytes) -> None:
    if stream is None:
        return
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def _discard(stream: TextIO) -> None:
    """Let what is left in the stream, and all that follows, go nowhere; the interpreter's end flushes it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):  # a stream without a descriptor, in a test
        pass
    finally:
        os.close(nowhere)
