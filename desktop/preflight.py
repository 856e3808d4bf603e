"""Whether a window can open here, found out before Qt may end the process over it."""

from __future__ import annotations

import ctypes.util
import importlib
import os
import re
import sys
from collections.abc import Mapping

from core.errors import PlaceError

_APT = "sudo apt-get install -y --no-install-recommends"
_TO_LOAD = "libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0"
_FOR_X11 = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 "
    "libwayland-cursor0 libwayland-egl1"
)
_TERMINAL = "The terminal does the whole job without a window: main.py --help"
_LIBRARY_FILE = re.compile(r"lib[\w.+-]+\.so[.\d]*")


def require_window(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Return where a window can open.

    Raises:
        PlaceError: Qt cannot load, there is no display, or Qt could not speak to it; Qt itself would print a riddle
            or abort.
    """
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        raise _cannot_load(error) from error
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        raise PlaceError("There is no display to open a window on.", hint=_TERMINAL, code="no-display")
    if environment.get("DISPLAY") and ctypes.util.find_library("xcb-cursor") is None:
        raise PlaceError(
            "The window needs the system library libxcb-cursor, which is not installed.",
            hint=f"{_APT} {_FOR_X11}\n{_TERMINAL}",
            code="no-qt",
        )


def _cannot_load(error: ImportError) -> PlaceError:
    found = _LIBRARY_FILE.search(str(error))
    if found is None:
        return PlaceError(
            f"The window's toolkit cannot be loaded ({error}).",
            hint=f"Set the program up again with: uv run main.py\n{_TERMINAL}",
            code="no-qt",
        )
    return PlaceError(
        f"The window needs the system library {found[0]}, which is not installed.",
        hint=f"{_APT} {_TO_LOAD}\n{_TERMINAL}",
        code="no-qt",
    )
