"""The codes of a word processor's fields that matter to a reader: links, and readings set over their base."""

from __future__ import annotations

import re

from core.links import safe_link

_LINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"", re.I)
# Older Word sets a reading over its base with a field that has no result.
_RUBY = re.compile(r"\\o\s*\\a[cdlr]\s*\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]([^()]*)\)", re.I)


def link_of(code: str) -> str:
    """Return the web address a field's code links to, or nothing."""
    found = _LINK.match(code)
    return (safe_link(found[1]) or "") if found else ""


def ruby_of(code: str) -> tuple[str, str] | None:
    """Return base and reading of a field that sets one over the other."""
    found = _RUBY.search(code)
    return (found[2], found[1]) if found else None
