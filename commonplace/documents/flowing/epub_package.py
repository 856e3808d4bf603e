"""What an EPUB's package says: the chapters in reading order, its contents and printed pages, and what the book is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from commonplace.documents.flowing.xhtml_kinds import kinds_of, local
from commonplace.documents.flowing.xmlsafe import parse_markup, parse_xml
from commonplace.documents.found.dates import iso
from commonplace.documents.found.names import reference_name
from commonplace.documents.found.values import doi_in, tidy, useful_author, useful_title
from commonplace.documents.reading import UnreadableError
from commonplace.documents.zipped import Archive
from core.records import Found

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_CHAPTERS = frozenset(("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document"))
_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_ISBN = re.compile(r"(?:urn:)?(?:isbn)?[:\s]*((?:97[89])?\d{9}[\dX])", re.I)
_WHERE = "EPUB metadata"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the contents or of the page list: what it says, and the member and id it points to."""

    label: str
    member: str
    anchor: str
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Package:
    """A book's package.

    Attributes:
        chapters: The members to read, in order.
        right_to_left: Whether its pages run from right to left.
    """

    chapters: tuple[str, ...]
    contents: tuple[Place, ...]
    pages: tuple[Place, ...]
    found: tuple[Found, ...]
    right_to_left: bool


def resolved(base: str, address: str) -> tuple[str, str]:
    """Return the member and the id that an address in member ``base`` means; no member where it leads elsewhere."""
    path, _, anchor = address.strip().partition("#")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path):
        return "", ""
    path = unquote(path.partition("?")[0])
    member = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    return ("", "") if member.startswith(("../", "/")) else (member, unquote(anchor))


def read_package(archive: Archive) -> Package:
    """Return a book's package.

    Raises:
        UnreadableError: It is damaged, protected, or no book.
    """
    _refuse_protected(archive)
    path = _package_path(archive)
    root = parse_xml(archive.read(path), path)
    items = {item.get("id") or "": item for item in root.iterfind(".//{*}manifest/{*}item")}
    spine = root.find("{*}spine")
    if spine is None:
        raise UnreadableError("damaged", "The book is damaged: it does not say which chapters it has.")
    contents, pages = _navigation(archive, path, items, spine)
    right_to_left = (spine.get("page-progression-direction") or "").lower() == "rtl"
    return Package(
        chapters=tuple(_chapters(path, items, spine)),
        contents=contents,
        pages=pages,
        found=(*_found(root), *([Found("direction", "rtl", "EPUB spine", 100)] if right_to_left else [])),
        right_to_left=right_to_left,
    )


def _refuse_protected(archive: Archive) -> None:
    """Refuse a book whose text is encrypted; scrambled fonts do no harm."""
    if not archive.find(_ENCRYPTION):
        return
    root = parse_xml(archive.read(_ENCRYPTION), _ENCRYPTION)
    used = [method.get("Algorithm") or "" for method in root.iterfind(".//{*}EncryptedData/{*}EncryptionMethod")]
    if any(algorithm not in _FONT_OBFUSCATION for algorithm in used):
        raise UnreadableError("encrypted", "The book is copy-protected and cannot be read here.")


def _package_path(archive: Archive) -> str:
    root = parse_xml(archive.read(_CONTAINER), _CONTAINER)
    for entry in root.iterfind(".//{*}rootfile"):
        path = unquote(entry.get("full-path") or "").lstrip("/")
        if archive.find(path):
            return path
    raise UnreadableError("damaged", "The book is damaged: its package is missing.")


def _chapters(path: str, items: dict[str, etree._Element], spine: etree._Element) -> Iterator[str]:
    for entry in spine.iterfind("{*}itemref"):
        item = items.get(entry.get("idref") or "")
        seen: set[str] = set()
        while item is not None and (item.get("media-type") or "").lower() not in _CHAPTERS:
            # A drawing or a foreign kind of part names the chapter that stands in for it.
            name = item.get("fallback") or ""
            item = None if name in seen else items.get(name)
            seen.add(name)
        if item is not None and (member := resolved(path, item.get("href") or "")[0]):
            yield member


def _navigation(
    archive: Archive, path: str, items: dict[str, etree._Element], spine: etree._Element
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the contents and the page list: of the navigation document, else of the older NCX."""
    nav = next((item for item in items.values() if "nav" in (item.get("properties") or "").split()), None)
    ncx = items.get(spine.get("toc") or "")
    if ncx is None:
        ncx = next((item for item in items.values() if "ncx" in (item.get("media-type") or "")), None)
    contents: tuple[Place, ...] = ()
    pages: tuple[Place, ...] = ()
    for item, read in ((nav, _of_nav), (ncx, _of_ncx)):
        member = resolved(path, item.get("href") or "")[0] if item is not None else ""
        if not archive.find(member) or (contents and pages):
            continue
        try:
            root = parse_markup(archive.read(member), member)
        except UnreadableError:
            # A book can be read without its contents.
            continue
        found, listed = read(root, member)
        contents, pages = contents or tuple(found), pages or tuple(listed)
    return contents, pages


def _of_nav(root: etree._Element, member: str) -> tuple[list[Place], list[Place]]:
    contents: list[Place] = []
    pages: list[Place] = []
    for nav in root.iter("{*}nav"):
        kinds = kinds_of(nav)
        if kinds & {"toc", "doc-toc"}:
            contents += _links(nav, member)
        elif kinds & {"page-list", "doc-pagelist"}:
            pages += _links(nav, member)
    return contents, pages


def _links(nav: etree._Element, base: str) -> Iterator[Place]:
    for link in nav.iter("{*}a"):
        member, anchor = resolved(base, link.get("href") or "")
        label = tidy("".join(map(str, link.itertext())))
        if label and member and link.get("href"):
            depth = sum(local(above) == "ol" for above in link.iterancestors())
            yield Place(label, member, anchor, max(depth, 1))


def _of_ncx(root: etree._Element, member: str) -> tuple[list[Place], list[Place]]:
    contents = [_point(point, member) for point in root.iterfind(".//{*}navMap//{*}navPoint")]
    pages = [_point(point, member) for point in root.iterfind(".//{*}pageList/{*}pageTarget")]
    return [place for place in contents if place], [place for place in pages if place]


def _point(point: etree._Element, base: str) -> Place | None:
    label = tidy(point.findtext("{*}navLabel/{*}text") or point.get("value"))
    content = point.find("{*}content")
    member, anchor = resolved(base, content.get("src") or "") if content is not None else ("", "")
    depth = 1 + sum(local(above) == "navpoint" for above in point.iterancestors())
    return Place(label, member, anchor, depth) if label and member else None


def _found(root: etree._Element) -> Iterator[Found]:
    refined = _refinements(root)
    yield from _title(root, refined)
    yield from _authors(root, refined)
    yield from _date(root)
    identifiers = [_text(entry) for entry in root.iter(f"{_DC}identifier", f"{_DC}source")]
    dois = [doi for text in identifiers if (doi := doi_in(text))]
    isbns = [match[1] for text in identifiers if (match := _ISBN.fullmatch(text.replace("-", "")))]
    yield from (Found("doi", doi, _WHERE, 90) for doi in dict.fromkeys(dois))
    yield from (Found("isbn", isbn.upper(), _WHERE, 90) for isbn in dict.fromkeys(isbns))
    publishers = [_text(entry) for entry in root.iter(f"{_DC}publisher")]
    yield from (Found("publisher", name, _WHERE, 85) for name in publishers[:1] if name)
    languages = [_text(entry) for entry in root.iter(f"{_DC}language")]
    yield from (Found("language", name, _WHERE, 90) for name in languages[:1] if _LANGUAGE.fullmatch(name))


def _text(entry: etree._Element) -> str:
    return tidy("".join(map(str, entry.itertext())))


def _refinements(root: etree._Element) -> dict[tuple[str, str], str]:
    """Return what the package says of its own entries, by id and property."""
    return {
        ((entry.get("refines") or "").lstrip("#"), entry.get("property") or ""): _text(entry)
        for entry in root.iter("{*}meta")
        if entry.get("refines")
    }


def _title(root: etree._Element, refined: dict[tuple[str, str], str]) -> Iterator[Found]:
    entries = [
        (refined.get((entry.get("id") or "-", "title-type"), ""), _text(entry)) for entry in root.iter(f"{_DC}title")
    ]
    main = next((text for kind, text in entries if kind == "main"), entries[0][1] if entries else "")
    below = next((text for kind, text in entries if kind == "subtitle"), "")
    if useful_title(main):
        yield Found("title", f"{main}: {below}" if below and below not in main else main, _WHERE, 90)


def _authors(root: etree._Element, refined: dict[tuple[str, str], str]) -> Iterator[Found]:
    for entry in root.iter(f"{_DC}creator"):
        own = entry.get("id") or "-"
        role = refined.get((own, "role")) or entry.get(f"{_OPF}role") or "aut"
        name = useful_author(_text(entry))
        if role == "aut" and name:
            filed = tidy(refined.get((own, "file-as")) or entry.get(f"{_OPF}file-as"))
            yield Found("author", filed if _is_inversion(filed, name) else reference_name(name), _WHERE, 85)


def _is_inversion(filed: str, name: str) -> bool:
    """True where ``Family, Given`` is the very name and not, as often in Japan, its reading."""
    return filed.count(",") == 1 and sorted(_words(filed)) == sorted(_words(name))


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _date(root: etree._Element) -> Iterator[Found]:
    events = [((entry.get(f"{_OPF}event") or "").lower(), iso(_text(entry))) for entry in root.iter(f"{_DC}date")]
    dates = [
        (event, date) for event, date in events if date and event not in ("modification", "creation", "conversion")
    ]
    said = [date for event, date in dates if "publication" in event]
    if said or dates:
        # A date without a word may be the day the file was made.
        yield Found("date", said[0] if said else dates[0][1], _WHERE, 85 if said else 65)
