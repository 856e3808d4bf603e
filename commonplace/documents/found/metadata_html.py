"""What a web page says of itself: in its meta elements, its linked data, its title and its first lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from commonplace.documents.found.dates import iso
from commonplace.documents.found.linked_data import LinkedData, linked_data
from commonplace.documents.found.metadata_text import found_in_text
from commonplace.documents.found.name_lists import people
from commonplace.documents.found.names import reference_name
from commonplace.documents.found.site_titles import part_title
from commonplace.documents.found.values import doi_in, tidy, useful_title
from core.records import Found

_TITLES = (("citation_title", 95), ("dc.title", 85), ("dcterms.title", 85), ("og:title", 85), ("twitter:title", 80))
_AUTHORS = (
    ("citation_author", 95), ("citation_authors", 90), ("dc.creator", 85), ("dcterms.creator", 85), ("author", 85),
    ("article:author", 80), ("parsely-author", 80), ("byl", 80), ("sailthru.author", 75), ("twitter:data1", 0),
)  # fmt: skip
_DATES = (
    ("citation_publication_date", 95), ("citation_date", 95), ("article:published_time", 95), ("dc.date.issued", 90),
    ("dcterms.issued", 90), ("dc.date", 85), ("dcterms.date", 85), ("dcterms.created", 80),
    ("citation_online_date", 80),
    ("datepublished", 90), ("pubdate", 85), ("publishdate", 85), ("publish-date", 85), ("publication_date", 85),
    ("parsely-pub-date", 85), ("sailthru.date", 80), ("date", 80), ("og:published_time", 85),
    ("article:modified_time", 45), ("og:updated_time", 45), ("last-modified", 30),
)  # fmt: skip
_DOIS = (
    "citation_doi",
    "prism.doi",
    "dc.identifier",
    "dc.identifier.doi",
    "dcterms.identifier",
    "bepress_citation_doi",
)
_SITES = (("og:site_name", 90), ("citation_journal_title", 85), ("application-name", 70))
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_WEB = re.compile(r"https?://\S+", re.I)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.I)


def found_in_html(tree: etree._Element, axis: str) -> tuple[Found, ...]:
    """Return what a page says of itself, the surest of each field first.

    Args:
        tree: The whole page.
        axis: The text that was taken from it; its first and last lines are asked where the markup is silent.
    """
    meta = _meta(tree)
    data = linked_data(_scripts(tree))
    site = _site(meta, data)
    found = [
        *site,
        *_titles(tree, meta, data, site[0].value if site else ""),
        *_authors(tree, meta, data, {tidy(entry.value) for entry in site}, axis),
        *_dates(tree, meta, data),
        *_dois(meta, data),
        *_addresses(tree, meta, data),
        *_languages(tree, meta),
    ]
    said = {entry.field for entry in found if entry.sure >= 60}
    found += [
        Found(entry.field, entry.value, entry.where, entry.sure - 10)
        for entry in found_in_text(axis)
        if entry.field not in said and entry.field != "url"
    ]
    return tuple(sorted(_once(found), key=lambda entry: (_ORDER.index(entry.field), -entry.sure)))


_ORDER = ("title", "author", "date", "doi", "site", "publisher", "url", "language")


def _once(found: Iterable[Found]) -> list[Found]:
    kept: dict[tuple[str, str], Found] = {}
    for entry in found:
        key = (entry.field, entry.value.casefold())
        if key not in kept or kept[key].sure < entry.sure:
            kept[key] = entry
    best = max((entry.sure for entry in kept.values() if entry.field == "author"), default=0)
    where = next((entry.where for entry in kept.values() if entry.field == "author" and entry.sure == best), "")
    return [entry for entry in kept.values() if entry.field != "author" or entry.where == where]


def _meta(tree: etree._Element) -> dict[str, list[str]]:
    """Return the page's meta elements and microdata, by lower-case name."""
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = tidy(element.get("content"))
        for name in {element.get("name"), element.get("property"), element.get("itemprop"), element.get("http-equiv")}:
            if name and content:
                values.setdefault(name.strip().lower(), []).append(content)
    return values


def _text_of(element: etree._Element) -> str:
    return tidy("".join(map(str, element.itertext())))


def _scripts(tree: etree._Element) -> Iterator[str]:
    return (element.text or "" for element in tree.iter("script") if "ld+json" in (element.get("type") or ""))


def _site(meta: dict[str, list[str]], data: LinkedData) -> list[Found]:
    found = [Found("site", meta[name][0], f"meta {name}", sure) for name, sure in _SITES if name in meta]
    found += [
        Found("publisher", meta[name][0], f"meta {name}", 80)
        for name in ("citation_publisher", "dc.publisher")
        if name in meta
    ]
    if data.publisher:
        found.append(Found("publisher", data.publisher, "linked data", 80))
    return found


def _titles(tree: etree._Element, meta: dict[str, list[str]], data: LinkedData, site: str) -> list[Found]:
    headings = [_text_of(element) for element in tree.iter("h1")]
    said = [(meta[name][0], f"meta {name}", sure) for name, sure in _TITLES if name in meta]
    said += [(data.headline, "linked data", 90)] if data.headline else []
    said += [(_text_of(element), "title of the page", 75) for element in [*tree.iter("title")][:1]]
    found = []
    for value, where, sure in said:
        title, named = part_title(value, site, headings)
        if title := useful_title(title):
            found.append(Found("title", title, where, sure))
        if named and not site:
            found.append(Found("site", named, where, 60))
    if len(headings) == 1 and useful_title(headings[0]) and headings[0] != site:
        found.append(Found("title", headings[0], "heading", 70))
    return found


def _authors(
    tree: etree._Element, meta: dict[str, list[str]], data: LinkedData, sites: set[str], axis: str
) -> list[Found]:
    lists = [
        ([name for value in meta[key] for name in people(value)], f"meta {key}", sure)
        for key, sure in _AUTHORS
        if key in meta and sure
    ]
    lists.append(([name for value in data.authors for name in people(value)], "linked data", 90))
    lists.append(([name for value in _marked_authors(tree) for name in people(value)], "author element", 75))
    found = []
    for names, where, sure in lists:
        for name in dict.fromkeys(names):
            # A site that signs its own pages is no person, whatever its name looks like.
            own = name in sites or name in data.organisations
            found.append(
                Found("author", "{" + name + "}" if own else reference_name(name, axis), where, sure - 30 * own)
            )
    return found


def _marked_authors(tree: etree._Element) -> list[str]:
    texts = [
        _text_of(element)
        for element in tree.iter("a", "span", "div", "p", "address", "li")
        if element.get("rel") == "author" or element.get("itemprop") == "author"
    ]
    return [text for text in texts if 0 < len(text) < 80]


def _dates(tree: etree._Element, meta: dict[str, list[str]], data: LinkedData) -> list[Found]:
    found = [(meta[name][0], f"meta {name}", sure) for name, sure in _DATES if name in meta]
    if data.published:
        found.append((data.published, "linked data", 95))
    marked = [
        tidy(element.get("datetime") or element.get("content"))
        for element in tree.iter("time", "span", "div")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    found += [(value, "time element", 85) for value in marked[:1]]
    times = {value[:10] for element in tree.iter("time") if (value := tidy(element.get("datetime")))}
    found += [(value, "time element", 65) for value in times if len(times) == 1]
    return [Found("date", value, where, sure) for text, where, sure in found if (value := iso(text))]


def _dois(meta: dict[str, list[str]], data: LinkedData) -> list[Found]:
    for name in _DOIS:
        for value in meta.get(name, []):
            if doi := doi_in(value):
                return [Found("doi", doi, f"meta {name}", 95)]
    return [Found("doi", doi, "linked data", 85) for value in data.identifiers[:1] if (doi := doi_in(value))]


def _addresses(tree: etree._Element, meta: dict[str, list[str]], data: LinkedData) -> list[Found]:
    said = [
        (tidy(element.get("href")), "canonical link", 95)
        for element in tree.iter("link")
        if element.get("rel") == "canonical"
    ]
    said += [(value, "meta og:url", 90) for value in meta.get("og:url", [])[:1]]
    said += [(data.url, "linked data", 80)]
    said += [(match[1], "note of the browser that saved it", 85) for match in _saved(tree)]
    return [Found("url", value, where, sure) for value, where, sure in said if _WEB.fullmatch(value)][:1]


def _saved(tree: etree._Element) -> Iterator[re.Match[str]]:
    before = [*tree.itersiblings(preceding=True)]
    for comment in islice((*before, *tree.iter(etree.Comment)), 20):
        if match := _SAVED_FROM.search(comment.text or ""):
            yield match


def _languages(tree: etree._Element, meta: dict[str, list[str]]) -> list[Found]:
    said = [
        (
            tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or "",
            "lang",
            90,
        )
    ]
    said += [
        (meta[name][0], f"meta {name}", 80)
        for name in ("citation_language", "dc.language", "og:locale", "content-language")
        if name in meta
    ]
    return [
        Found("language", value.replace("_", "-"), where, sure)
        for value, where, sure in said
        if _LANGUAGE.fullmatch(value)
    ][:1]
