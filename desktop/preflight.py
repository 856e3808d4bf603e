"""Whether a window can open here, found out before Qt may end the process over it."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from core.errors import PlaceError

_APT = "sudo apt-get install -y --no-install-recommends"
_TO_LOAD = "libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0"
_FOR_X11 = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 "
    "libwayland-cursor0 libwayland-egl1"
)
_TERMINAL = "The terminal does the whole job without a window: main.py --help"
_X11_PLUGIN = "Qt/plugins/platforms/libqxcb.so"
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
    if platform != "linux" or environment.get("QT_QPA_PLATFORM", "") not in ("", "xcb"):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        raise PlaceError("There is no display to open a window on.", hint=_TERMINAL, code="no-display")
    if display := environment.get("DISPLAY"):
        _require_x11()
        if not environment.get("WAYLAND_DISPLAY") and not _answers(display):
            raise PlaceError(f"The display {display} does not answer.", hint=_TERMINAL, code="no-display")


def _require_x11() -> None:
    """Load what Qt speaks to X11 with, as it will itself; it needs libraries that nothing else does."""
    package = importlib.util.find_spec("PySide6")
    plugin = Path(package.origin).parent / _X11_PLUGIN if package and package.origin else None
    if plugin is None or not plugin.exists():
        # Put together by others, who say what theirs needs.
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise _cannot_load(error, _FOR_X11) from error


def _answers(display: str) -> bool:
    """Say whether an X server lets us in; where it does not, Qt would abort."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _cannot_load(error: ImportError | OSError, packages: str = _TO_LOAD) -> PlaceError:
    found = _LIBRARY_FILE.search(str(error))
    if found is None:
        return PlaceError(
            f"The window's toolkit cannot be loaded ({error}).",
            hint=f"Set the program up again with: uv run main.py\n{_TERMINAL}",
            code="no-qt",
        )
    return PlaceError(
        f"The window needs the system library {found[0]}, which is not installed.",
        hint=f"{_APT} {packages}\n{_TERMINAL}",
        code="no-qt",
    )
