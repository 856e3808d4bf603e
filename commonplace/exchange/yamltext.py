"""Texts as values in the YAML head of a Markdown file."""

from __future__ import annotations

import re

# Quotation marks and backslashes, and what YAML does not print or takes for the end of a line.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


def quoted(text: str) -> str:
    """Return a double-quoted YAML scalar that reads back as the text."""
    return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), text) + '"'


def _escape(char: str) -> str:
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"
