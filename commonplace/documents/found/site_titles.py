"""A page's title parted from the name of its site: ``Title | Site``, ``Title - Site``, ``Site: Title``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from commonplace.documents.found.words import is_label

_BAR = re.compile(r"\s*[|｜]\s*|\s+(?:::|»|«|›|•|·)\s+")
_DASH = re.compile(r"\s+[-–—]\s+")


def part_title(text: str, site: str, headings: Sequence[str]) -> tuple[str, str]:
    """Return a title without the site's name, and that name where it stood there.

    Args:
        text: What the page gives as its title.
        site: The site's name where it is known, else empty.
        headings: The page's main headings: what one of them says is the title, whole.
    """
    if text in headings and text != site:
        return text, ""
    for between in (_BAR, _DASH):
        parts = between.split(text)
        if len(parts) > 1 and (found := _parted(text, parts, between, site, headings)):
            return found
    if site and text.casefold() == site.casefold():
        return "", site
    return text, ""


def _parted(
    text: str, parts: list[str], between: re.Pattern[str], site: str, headings: Sequence[str]
) -> tuple[str, str] | None:
    for heading in headings:
        if heading and heading != site and heading in parts:
            return heading, next((part for part in reversed(parts) if part != heading), "")
    if site:
        rest = [part for part in parts if part.casefold() != site.casefold()]
        if 0 < len(rest) < len(parts):
            return _without(text, parts, site), site
    last, rest_length = parts[-1], len(text) - len(parts[-1])
    if between is _BAR and (len(last) < rest_length or is_label(last)):
        return _before_last(text, between), last
    if between is _DASH and (is_label(last) or _is_like_a_site(last, rest_length)):
        return _before_last(text, between), last
    return None


def _is_like_a_site(last: str, rest_length: int) -> bool:
    named = all(
        word[0].isupper() or not word[0].isalpha() or word in ("of", "on", "the", "and") for word in last.split()
    )
    return named and len(last) > 2 and len(last.split()) <= 4 and len(last) < rest_length and last[-1].isalnum()


def _before_last(text: str, between: re.Pattern[str]) -> str:
    return text[: [match.start() for match in between.finditer(text)][-1]]


def _without(text: str, parts: list[str], site: str) -> str:
    """Take the site off the end it stands at; what stands between the other parts is kept."""
    if parts[-1].casefold() == site.casefold():
        return text[: len(text) - len(parts[-1])].rstrip(" |｜-–—:»«›•·")
    if parts[0].casefold() == site.casefold():
        return text[len(parts[0]) :].lstrip(" |｜-–—:»«›•·")
    return next(part for part in parts if part.casefold() != site.casefold())
