"""Citations as Pandoc and biblatex read them."""

from __future__ import annotations

import re

from commonplace.citations.keys import usable_key
from commonplace.citations.latex import escape_latex
from commonplace.citations.locators import Locator, is_number
from core.errors import NotDoneError

# Pandoc's manual, "Citation syntax": letters, digits and _, with single punctuation marks inside.
_PLAIN_KEY = re.compile(r"\w+(?:[:.#$%&\-+?<>~/]\w+)*")
_PLAIN_LABEL = re.compile(r"[0-9]+[a-z]?(?:\.[0-9]+)*")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def pandoc(key: str, place: Locator | None = None) -> str:
    """``[@key, p. 62]``; raises NotDoneError for a key that no program can cite."""
    _check(key)
    cited = key if _PLAIN_KEY.fullmatch(key) else "{" + key + "}"
    return f"[@{cited}, {_pandoc_locator(place)}]" if place else f"[@{cited}]"


def _pandoc_locator(place: Locator) -> str:
    # What stands inside follows as words: pandoc knows one locator a citation, and shows the rest as it is.
    outer = _pandoc_place(place)
    return f"{outer}, {_pandoc_locator(place.inner)}" if place.inner else outer


def _pandoc_place(place: Locator) -> str:
    if all(_PLAIN_LABEL.fullmatch(label) or is_number(label) for label in _labels(place)):
        return f"{place.term} {'–'.join(_labels(place))}"
    labels = "–".join(_PUNCTUATION.sub(r"\\\1", label) for label in _labels(place))
    escaped = f"{place.term} {labels}"
    # In braces pandoc takes anything for a locator, so long as the brackets in it have partners; one whose term it
    # does not know it would take for a page.
    return "{" + escaped + "}" if place.kind != "article" and _is_even("–".join(_labels(place))) else escaped


def _labels(place: Locator) -> list[str]:
    return [place.first, place.last] if place.is_range else [place.first]


def _is_even(label: str) -> bool:
    opened: list[str] = []
    for char in label:
        if char in "[{":
            opened.append("]" if char == "[" else "}")
        elif char in "]}" and (not opened or opened.pop() != char):
            return False
    return not opened


def biblatex(key: str, place: Locator | None = None) -> str:
    r"""``\autocite[62]{key}``: page numbers bare, other labels spelled out; raises NotDoneError as `pandoc` does."""
    _check(key)
    if not place:
        return rf"\autocite{{{key}}}"
    note = _biblatex_note(place)
    return rf"\autocite[{{{note}}}]{{{key}}}" if set("[]") & set(note) else rf"\autocite[{note}]{{{key}}}"


def _biblatex_note(place: Locator) -> str:
    outer = _biblatex_place(place)
    return f"{outer}, {_biblatex_note(place.inner)}" if place.inner else outer


def _biblatex_place(place: Locator) -> str:
    labels = "--".join(escape_latex(label) for label in _labels(place))
    if place.kind != "page":
        return f"{place.term}~{labels}"
    if all(is_number(label) for label in _labels(place)):
        return labels
    return rf"\ppno~{labels}" if place.is_range else rf"\pno~{labels}"


def _check(key: str) -> None:
    if not usable_key(key):
        raise NotDoneError(
            f"The key “{key[:120]}” cannot be cited; nothing was written.",
            hint="Give the reference another key.",
            code="bad-key",
        )
