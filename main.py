"""The door: a window, or a command in the terminal."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def main() -> int:
    """Run the program with the words of the command line; return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036  # whoever starts it with an older Python reads a sentence instead
        sys.stderr.write("Commonplace needs Python 3.11 or newer; with uv it is fetched by: uv run main.py\n")
        return 3
    from commonplace.cli import main as run

    return run(sys.argv[1:], _window)


def _window(library: Path | None, person: str | None, source: str, page: str, /) -> int:
    from desktop.preflight import require_window

    require_window()
    # What is imported stays; looking through it for garbage while it is, is in vain.
    gc.disable()
    from desktop.application import run

    return run(library, person, source, page)


if __name__ == "__main__":
    sys.exit(main())
