"""JSON-LD in a web page: what schema.org lets an article say of itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from commonplace.documents.found.values import tidy

_ARTICLES = (
    "Article",
    "BlogPosting",
    "Report",
    "Posting",
    "Publication",
    "Chapter",
    "Thesis",
    "WebPage",
    "CreativeWork",
)
_LARGEST = 1 << 20


@dataclass(slots=True)
class LinkedData:
    """Values as the page gives them; ``organisations`` are those of the authors that are no people."""

    headline: str = ""
    authors: list[str] = field(default_factory=list)
    organisations: set[str] = field(default_factory=set)
    published: str = ""
    publisher: str = ""
    url: str = ""
    identifiers: list[str] = field(default_factory=list)


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """Return what the first article in a page's JSON-LD says; what is broken is passed over."""
    things = [thing for script in scripts for thing in _things(script)]
    articles = [thing for thing in things if _is_article(thing)]
    # A page speaks of itself as a page and as an article; the article knows its author.
    articles.sort(key=lambda thing: "WebPage" in _types(thing))
    data = LinkedData()
    for article in articles:
        _take(data, article, {str(thing.get("@id")): thing for thing in things if thing.get("@id")})
    return data


def _things(script: str) -> Iterator[dict[str, Any]]:
    if len(script) > _LARGEST:
        return
    try:
        waiting = [json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            yield value
            waiting += [
                value[name]
                for name in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(value.get(name), list | dict)
            ]


def _types(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _is_article(thing: dict[str, Any]) -> bool:
    return any(name in _types(thing) for name in _ARTICLES)


def _take(data: LinkedData, article: dict[str, Any], known: dict[str, dict[str, Any]]) -> None:
    """Add what an article says where nothing is known yet."""
    data.headline = data.headline or tidy(article.get("headline") or article.get("name"))
    data.published = data.published or tidy(article.get("datePublished"))
    page = article.get("mainEntityOfPage")
    data.url = data.url or tidy(article.get("url") or (page.get("@id") if isinstance(page, dict) else page))
    publisher = next(iter(_named(article.get("publisher"), known)), ("", ""))
    data.publisher = data.publisher or publisher[0]
    for name in ("identifier", "sameAs", "@id"):
        value = article.get(name)
        data.identifiers += [tidy(value.get("value") if isinstance(value, dict) else value)] if value else []
    data.identifiers = [value for value in data.identifiers if "10." in value]
    if not data.authors:
        named = list(_named(article.get("author") or article.get("creator"), known))
        data.authors = [name for name, _ in named]
        data.organisations = {name for name, kind in named if "Organization" in kind}


def _named(value: object, known: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield name and type of people and organisations, however they are given."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str) and not entry.startswith(("http:", "https:", "#")):
            yield tidy(entry), ""
        elif isinstance(entry, dict):
            thing = entry if "name" in entry else known.get(str(entry.get("@id")), {})
            name = thing.get("name")
            for part in name if isinstance(name, list) else [name]:
                if isinstance(part, str) and tidy(part):
                    yield tidy(part), _types(thing)
