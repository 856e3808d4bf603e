"""Hands at a real display: keys and a mouse, moved by the X server itself (by XTEST), as if someone sat there.

It speaks the X protocol over the display's socket; nothing has to be installed for it.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable

_KEY_DOWN, _KEY_UP, _BUTTON_DOWN, _BUTTON_UP, _MOVE = 2, 3, 4, 5, 6
_LEFT, _WHEEL_DOWN = 1, 5
_KEYS = {
    "Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "Home": 0xFF50, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53,
    "Down": 0xFF54, "PageDown": 0xFF56, "Delete": 0xFFFF, "Shift": 0xFFE1, "Ctrl": 0xFFE3, "F7": 0xFFC4, "Space": 0x20,
}  # fmt: skip


class Hands:
    """Types and clicks at a display that asks for no cookie."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        self._root, first, last = self._greet()
        self._keys = self._keyboard(first, last)
        self._test = self._opcode(b"XTEST")

    def press(self, *keys: str) -> None:
        """Press keys one after another; ``Ctrl+Shift+Z`` holds two while it presses the third."""
        for key in keys:
            *held, last = key.split("+")
            for one in held:
                self._fake(_KEY_DOWN, self._code(one)[0])
            code, shifted = self._code(last)
            self._stroke(code, shifted=shifted)
            for one in reversed(held):
                self._fake(_KEY_UP, self._code(one)[0])

    def type(self, text: str) -> None:
        """Type a text of ASCII characters."""
        for char in text:
            self._stroke(*self._keys[ord(char)])

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click at a place of the screen."""
        self._fake(_MOVE, 0, x, y)
        for _ in range(times):
            self._fake(_BUTTON_DOWN, _LEFT)
            self._fake(_BUTTON_UP, _LEFT)

    def drag(self, places: Iterable[tuple[int, int]], *held: str) -> None:
        """Draw the mouse over the screen with its button held, and keys where some are named."""
        (x, y), *rest = places
        for one in held:
            self._fake(_KEY_DOWN, self._code(one)[0])
        self._fake(_MOVE, 0, x, y)
        self._fake(_BUTTON_DOWN, _LEFT)
        for x, y in rest:
            self._fake(_MOVE, 0, x, y)
        self._fake(_BUTTON_UP, _LEFT)
        for one in held:
            self._fake(_KEY_UP, self._code(one)[0])

    def wheel(self, clicks: int) -> None:
        """Turn the wheel towards oneself."""
        for _ in range(clicks):
            self._fake(_BUTTON_DOWN, _WHEEL_DOWN)
            self._fake(_BUTTON_UP, _WHEEL_DOWN)

    def _stroke(self, code: int, shifted: bool) -> None:
        shift = self._code("Shift")[0]
        if shifted:
            self._fake(_KEY_DOWN, shift)
        self._fake(_KEY_DOWN, code)
        self._fake(_KEY_UP, code)
        if shifted:
            self._fake(_KEY_UP, shift)

    def _code(self, key: str) -> tuple[int, bool]:
        """Return a key's code, and whether Shift has to be held; a letter means its key, however it is written."""
        return self._keys[_KEYS.get(key) or ord(key.lower())]

    def _fake(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        self._send(struct.pack("<BBHBBxxIIxxxxxxxxhhxxxxxxxx", self._test, 2, 9, kind, detail, 0, self._root, x, y))
        # The answer to a question says that the server has taken in what came before it.
        self._ask(struct.pack("<BxH", 43, 1))

    # The protocol

    def _greet(self) -> tuple[int, int, int]:
        self._send(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        head = self._take(8)
        body = self._take(struct.unpack_from("<H", head, 6)[0] * 4)
        assert head[0] == 1, body
        vendor = struct.unpack_from("<H", body, 16)[0]
        root = struct.unpack_from("<I", body, 32 + (vendor + 3) // 4 * 4 + body[21] * 8)[0]
        return root, body[26], body[27]

    def _keyboard(self, first: int, last: int) -> dict[int, tuple[int, bool]]:
        """Return the code of each sign's key, and whether Shift has to be held."""
        head, body = self._ask(struct.pack("<BxHBBxx", 101, 2, first, last - first + 1))
        wide = head[1]
        found: dict[int, tuple[int, bool]] = {}
        for code in range(first, last + 1):
            signs = struct.unpack_from(f"<{wide}I", body, (code - first) * wide * 4)
            for place in (0, 1):
                found.setdefault(signs[place], (code, bool(place)))
        return found

    def _opcode(self, extension: bytes) -> int:
        name = extension.ljust((len(extension) + 3) // 4 * 4, b"\0")
        head, _ = self._ask(struct.pack("<BxHHxx", 98, 2 + len(name) // 4, len(extension)) + name)
        assert head[8], "the display cannot be driven: it lacks XTEST"
        return head[9]

    def _ask(self, request: bytes) -> tuple[bytes, bytes]:
        self._send(request)
        head = self._take(32)
        while head[0] > 1:  # an event
            head = self._take(32)
        assert head[0] == 1, f"X error {head[1]}"
        return head, self._take(struct.unpack_from("<I", head, 4)[0] * 4)

    def _send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            more = self._socket.recv(count - len(taken))
            assert more, "the display has gone"
            taken += more
        return taken
