"""Where in a .bib something is wrong, and what is done with it, in words."""

from __future__ import annotations

from dataclasses import dataclass

# What was done, by a problem's kind; ``key`` is the one in use, ``other`` a line or a remark.
DONE = {
    "no-key": "kept; key made: {key}",
    "bad-key": "kept; the key cannot be cited, key made: {key}",
    "duplicate-key": "kept; its key stands at line {other} already, key made: {key}",
    "duplicate-entry": "kept as it is, used once; the same entry stands at line {other}",
    "similar-key": "kept; the key differs from that at line {other} in capitals only",
    "no-comma-after-key": "kept; read as if there were a comma after the key",
    "missing-comma": "kept; read as if there were a comma between the fields",
    "unclosed": "kept as it is, not used",
    "commented-out": "kept as it is, not used",
    "loose-text": "kept as it is, not used",
    "unreadable": "kept as it is, not used",
    "odd-value": "kept; the value is used as it stands",
    "duplicate-field": "kept; the first is used",
    "empty-value": "kept",
    "unknown-macro": "kept as it is; no such abbreviation is defined",
    "duplicate-macro": "kept; the later definition holds",
    "not-decodable": "kept byte for byte; {other}",
    "control-character": "kept byte for byte; shown as a replacement character",
    "empty-file": "kept; there is nothing in it",
    "no-entries": "kept; there is no entry in it",
}


@dataclass(slots=True)
class Lines:
    """Line numbers of positions that mostly grow."""

    text: str
    position: int = 0
    line: int = 1

    def at(self, position: int) -> int:
        """The line of a position, from 1."""
        if position >= self.position:
            self.line += _newlines(self.text, self.position, position)
        else:
            self.line -= _newlines(self.text, position, self.position)
        self.position = position
        return self.line


def _newlines(text: str, start: int, end: int) -> int:
    feeds, returns = text.count("\n", start, end), text.count("\r", start, end)
    return feeds + returns - text.count("\r\n", start, end) if returns else feeds


def usual_newline(text: str) -> str:
    """The line end that a text has most of."""
    pairs, feeds, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    return max((("\n", feeds - pairs), ("\r\n", pairs), ("\r", returns - pairs)), key=lambda pair: pair[1])[0]
