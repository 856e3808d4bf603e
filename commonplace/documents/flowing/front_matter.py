"""The front matter of a Markdown file: the few lines of YAML that say title, authors and date.

Only plain values, quoted ones and simple lists are understood, which is how people write these fields; a whole YAML
parser would accept much more from a stranger than is wanted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from commonplace.documents.found.dates import iso
from commonplace.documents.found.name_lists import people
from commonplace.documents.found.names import reference_name
from commonplace.documents.found.values import doi_in, tidy, useful_title
from core.records import Found

_WHERE = "front matter"
_KEY = re.compile(r"([A-Za-z_-]+)\s*:(?:\s+(.*)|)$")
_ITEM = re.compile(r"\s*-\s+(.*)$")
_NAMED = re.compile(r"(?:name|literal)\s*:\s*(.*)$")
_IN_LIST = re.compile(r"name\s*:\s*([^,}]+)")
_WEB = re.compile(r"https?://\S+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def found_in_front_matter(text: str) -> Iterator[Found]:
    """Yield what the front matter says."""
    values = _values(text)
    title = useful_title(" ".join(values.get("title", [])[:1]))
    subtitle = tidy(" ".join(values.get("subtitle", [])[:1]))
    if title:
        yield Found("title", f"{title}: {subtitle}" if subtitle else title, _WHERE, 90)
    for key in ("author", "authors", "creator"):
        names = [name for value in values.get(key, []) for name in people(value)]
        yield from (Found("author", reference_name(name), _WHERE, 90) for name in dict.fromkeys(names))
        if names:
            break
    for key in ("date", "published", "created"):
        if dates := [date for value in values.get(key, [])[:1] if (date := iso(value))]:
            yield Found("date", dates[0], _WHERE, 90 if key != "created" else 60)
            break
    if dois := [doi for key in ("doi", "identifier") for value in values.get(key, []) if (doi := doi_in(value))]:
        yield Found("doi", dois[0], _WHERE, 90)
    for key in ("url", "source", "link"):
        if urls := [value for value in values.get(key, []) if _WEB.fullmatch(value)]:
            yield Found("url", urls[0], _WHERE, 80)
            break
    for field, keys in (("publisher", ("publisher",)), ("language", ("lang", "language"))):
        said = [tidy(value) for key in keys for value in values.get(key, [])[:1]]
        if said and said[0] and (field != "language" or _LANGUAGE.fullmatch(said[0])):
            yield Found(field, said[0], _WHERE, 85)


def _values(text: str) -> dict[str, list[str]]:
    """Return the values by lower-case key: one for a plain value, several for a list."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in text.split("\n"):
        if match := _KEY.match(line):
            key = match[1].lower()
            values[key] = _listed(match[2] or "")
        elif key and (match := _ITEM.match(line)):
            values[key] += _entry(match[1])
        elif key and (named := _NAMED.match(line.strip())):
            values[key] += _entry(named[1])
    return values


def _listed(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        inner = value[1:-1]
        if named := _IN_LIST.findall(inner):
            return [_plain(name) for name in named]
        return [part for piece in _parts(inner) if (part := _plain(piece))]
    return [plain] if (plain := _plain(value)) and plain not in ("|", ">", "|-", ">-") else []


def _parts(inner: str) -> list[str]:
    """Part a list at its commas, except inside quotes."""
    return re.findall(r"\"[^\"]*\"|'[^']*'|[^,\"']+(?:'[^,\"']*)*", inner)


def _entry(value: str) -> list[str]:
    named = _NAMED.match(value)
    plain = _plain(named[1] if named else value)
    return [plain] if plain and (named or not _KEY.match(value)) else []


def _plain(value: str) -> str:
    """Return a value without its quotes, or without a comment after it."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else re.sub(r"\\(.)", r"\1", inner)
    return re.sub(r"\s+#.*$", "", value)
