"""The parts of a Word file: which there are, how they point to each other, and what the file says of itself."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from commonplace.documents.flowing.said import PROPERTIES, authors_of_properties
from commonplace.documents.flowing.xmlsafe import parse_xml
from commonplace.documents.found.dates import iso
from commonplace.documents.found.values import doi_in, tidy, useful_title
from commonplace.documents.reading import UnreadableError
from commonplace.documents.zipped import Archive
from core.records import Found

# Documents saved in the strict form of the standard name the same things by other addresses.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
     b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
)  # fmt: skip
_DOCUMENT = "/officeDocument"
_PROPERTIES = "/core-properties"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TEMPLATE = re.compile(r"<%|%>|\{\{|\$\{")


class WordParts:
    """The parts of one Word file.

    Attributes:
        main: The member with the text.
    """

    def __init__(self, archive: Archive) -> None:
        """Find the main part.

        Raises:
            UnreadableError: There is none.
        """
        self._archive = archive
        self._targets: dict[str, dict[str, tuple[str, bool]]] = {}
        package = self._relations("")
        found = next((target for kind, target in package if kind.endswith(_DOCUMENT)), "")
        self.main = archive.find(found) or archive.find("word/document.xml")
        if not self.main:
            raise UnreadableError("damaged", "The Word document is damaged: the part with its text is missing.")
        self._properties = next((target for kind, target in package if kind.endswith(_PROPERTIES)), "docProps/core.xml")

    def root(self, member: str) -> etree._Element:
        """Return the root of a part.

        Raises:
            UnreadableError: It is damaged.
        """
        data = self._archive.read(member)
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return parse_xml(data, member)

    def related(self, kind: str) -> tuple[str, etree._Element | None]:
        """Return the part of a kind (styles, footnotes …) that belongs to the main one, and its root."""
        for said, target in self._relations(self.main):
            if said.endswith(f"/{kind}") and self._archive.find(target):
                member = self._archive.find(target)
                return member, self.root(member)
        return "", None

    def target(self, member: str, relation: str) -> str:
        """Return the address that a relation of a part points to outside the file; nothing where there is none."""
        target, outside = self._pointed(member, relation)
        return target if outside else ""

    def picture(self, member: str, relation: str) -> str:
        """Return the member that a relation of a part points to; nothing where it lies outside the file."""
        target, outside = self._pointed(member, relation)
        return "" if outside else target

    def _pointed(self, member: str, relation: str) -> tuple[str, bool]:
        if member not in self._targets:
            self._targets[member] = self._addresses(member)
        return self._targets[member].get(relation, ("", False))

    def _relations(self, member: str) -> list[tuple[str, str]]:
        return [
            (entry.get("Type") or "", _member(member, entry.get("Target") or ""))
            for entry in self._entries(member)
            if entry.get("TargetMode") != "External"
        ]

    def _addresses(self, member: str) -> dict[str, tuple[str, bool]]:
        """Return what a part's relations point to by their ids, and whether that lies outside the file."""
        found = {}
        for entry in self._entries(member):
            target = entry.get("Target") or ""
            outside = entry.get("TargetMode") == "External"
            inside = "" if outside else self._archive.find(_member(member, target))
            found[entry.get("Id") or ""] = (target if outside else inside), outside
        return found

    def _entries(self, member: str) -> list[etree._Element]:
        folder, name = posixpath.split(member)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return list(self.root(path).iterfind("{*}Relationship")) if self._archive.find(path) else []

    def found(self) -> tuple[Found, ...]:
        """Return what the file says of itself; its author is often only the account it was first made with."""
        if not self._archive.find(self._properties):
            return ()
        return tuple(found_in_properties(self.root(self._properties)))


def _member(base: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))


def found_in_properties(root: etree._Element) -> Iterator[Found]:
    """Yield what a part with Dublin Core elements says."""
    title = useful_title(root.findtext(f".//{_DC}title"))
    if title and not _TEMPLATE.search(title):
        yield Found("title", title, PROPERTIES, 60)
    yield from authors_of_properties(root.findtext(f".//{_DC}creator"))
    created = iso(tidy(root.findtext(f".//{_TERMS}created")))
    if created:
        yield Found("date", created, PROPERTIES, 40)
    if doi := doi_in(root.findtext(f".//{_DC}identifier")):
        yield Found("doi", doi, PROPERTIES, 80)
    if language := tidy(root.findtext(f".//{_DC}language")):
        yield Found("language", language, PROPERTIES, 60)
