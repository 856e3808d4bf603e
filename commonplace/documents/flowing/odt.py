"""OpenDocument texts to layers, packed (.odt) or as one XML file (.fodt)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.flow import Flow, Style, placed
from commonplace.documents.flowing.odt_numbering import OUTLINE, Lists, OdtNumbers, read_lists
from commonplace.documents.flowing.odt_styles import TEXT, OdtStyle, named_style, read_styles
from commonplace.documents.flowing.said import PROPERTIES, authors_of_properties, completed
from commonplace.documents.flowing.tables import span_of
from commonplace.documents.flowing.xmlsafe import parse_xml
from commonplace.documents.found.dates import iso
from commonplace.documents.found.values import tidy, useful_title
from commonplace.documents.opened import Contents
from commonplace.documents.reading import UnreadableError
from commonplace.documents.zipped import Archive
from core.links import safe_link
from core.records import Found

EXTRACTOR = extractor("odt")

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ROW_GROUPS = frozenset(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_SHOWN = ("bold", "italic", "superscript", "subscript")
_MOST_SPACES = 1000

# What stands in the text and is none of it: what was deleted, comments, and the program's own lists.
_SKIPPED = frozenset(
    (
        f"{TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_OFFICE}forms",
        f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{TEXT}hidden-text",
        f"{TEXT}table-of-content-source", f"{TEXT}alphabetical-index-source", f"{TEXT}bibliography-source",
        f"{TEXT}user-index-source", f"{TEXT}illustration-index-source", f"{TEXT}table-index-source",
        f"{TEXT}object-index-source", f"{TEXT}ruby-text", f"{_TABLE}covered-table-cell", f"{_SVG}title", f"{_SVG}desc",
        f"{TEXT}note-citation", f"{_OFFICE}scripts", f"{_OFFICE}binary-data", f"{TEXT}script", f"{TEXT}number",
    )
)  # fmt: skip


def read_odt(data: Contents) -> Extracted:
    """Return an OpenDocument text's text; what was deleted under tracked changes is left out.

    Raises:
        UnreadableError: It is damaged, encrypted, or holds no text.
    """
    if isinstance(data, bytes) and not data.startswith(b"PK"):
        root = parse_xml(data, "text")
        return _extracted(root, [root], root, None)
    archive = Archive(data)
    try:
        _refuse_encrypted(archive)
        content = parse_xml(archive.read("content.xml"), "content.xml")
        styles = [parse_xml(archive.read("styles.xml"), "styles.xml")] if archive.find("styles.xml") else []
        meta = parse_xml(archive.read("meta.xml"), "meta.xml") if archive.find("meta.xml") else None
        return _extracted(content, [*styles, content], meta, archive)
    finally:
        archive.close()


def _refuse_encrypted(archive: Archive) -> None:
    manifest = "META-INF/manifest.xml"
    if not archive.find(manifest):
        return
    # Its entries are asked by name only: an older one may still declare a document type.
    if b"encryption-data" in archive.read(manifest):
        raise UnreadableError("encrypted", "The document is encrypted; save it without a password to read it here.")


def _extracted(
    content: etree._Element, styled: list[etree._Element], meta: etree._Element | None, archive: Archive | None
) -> Extracted:
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableError("damaged", "The document is damaged or is no text: the part with its text is missing.")
    reader = _Body(read_styles(styled), read_lists(styled), archive)
    reader.blocks(body, "", 0)
    reader.notes()
    drafts = reader.flow.finish()
    if not any(draft.text for draft in drafts):
        raise UnreadableError("no-text", "The document holds no text.")
    text, blocks = placed(drafts)
    found = tuple(_found(meta)) if meta is not None else ()
    return Extracted("odt", EXTRACTOR, text, blocks=blocks, found=completed(found, drafts, text))


class _Body:
    """Reads the body, then the notes, footnotes first."""

    def __init__(self, styles: dict[tuple[str, str], OdtStyle], lists: Lists, archive: Archive | None) -> None:
        self.flow = Flow()
        self._styles = styles
        self._numbers = OdtNumbers(lists)
        # Whether headings beside the text are counted with it, the standard leaves open.
        self._lists_apart = {name: levels for name, levels in lists.items() if name != OUTLINE}
        self._archive = archive
        self._worn: list[dict[str, bool]] = []
        self._links: list[str] = []
        self._notes: dict[str, list[tuple[str, etree._Element]]] = {"footnote": [], "endnote": []}
        self._boxes: list[etree._Element] = []

    def notes(self) -> None:
        for kind in ("footnote", "endnote"):
            # A note may hold a note: the list grows while it is read.
            for mark, body in self._notes[kind]:
                self.flow.mark("note", mark)
                self._apart(body, "note")

    def _apart(self, story: etree._Element, inside: str) -> None:
        """Read a note or a text box, whose lists are its own."""
        numbers, self._numbers = self._numbers, OdtNumbers(self._lists_apart)
        self.blocks(story, inside, 0)
        self._numbers = numbers

    def blocks(self, parent: etree._Element, inside: str, depth: int) -> None:
        """Read what a body, a section, a list, a cell or a note holds.

        Args:
            parent: The element.
            inside: The kind its paragraphs take, or empty.
            depth: How many lists it is in.
        """
        for child in parent:
            tag = child.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, inside, depth)
            elif tag in (f"{TEXT}list", f"{TEXT}numbered-paragraph"):
                level = self._numbers.open(child)
                self.blocks(child, inside or "list-item", level)
                self._numbers.close()
            elif tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                self._numbers.item(child)
                self.blocks(child, inside, depth)
            elif tag == f"{_TABLE}table":
                self._table(child, inside)
            elif tag == f"{_DRAW}frame":
                self._frame(child)
                self._end_boxes(inside)
            elif isinstance(tag, str) and tag not in _SKIPPED and child.get(f"{TEXT}display") != "none":
                self.blocks(child, inside, depth)

    def _table(self, table: etree._Element, inside: str) -> None:
        outer, grid = self.flow.cell, self.flow.table()
        for row, heads in _rows(table):
            grid.row()
            for cell in row.iterfind(f"{_TABLE}table-cell"):
                self.flow.cell = grid.cell(
                    span_of(cell.get(f"{_TABLE}number-rows-spanned")),
                    span_of(cell.get(f"{_TABLE}number-columns-spanned")),
                    heads=heads,
                )
                self.blocks(cell, "note" if inside == "note" else "cell", 0)
                grid.skip(span_of(cell.get(f"{_TABLE}number-columns-repeated")) - 1)
        self.flow.cell = outer

    def _paragraph(self, paragraph: etree._Element, inside: str, depth: int) -> None:
        name = paragraph.get(f"{TEXT}style-name") or ""
        style = self._styles.get(("paragraph", name)) or named_style(name)
        outline = _outline(paragraph, style)
        number = ""
        if not style.worn.get("hidden"):
            self._inline(paragraph)
            number = self._numbers.count(paragraph, style, max(outline, 1))
        kind, level = _kind(paragraph, style, outline, inside, depth)
        self.flow.end(kind, level, number=number, trim=" \n" if kind != "code" else "\n")
        self._end_boxes(inside)

    def _end_boxes(self, inside: str) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._apart(box, inside if inside == "note" else "")

    def _inline(self, parent: etree._Element) -> None:
        self._add(parent.text)
        for child in parent:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self._piece(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if text and not any(worn.get("hidden") for worn in self._worn):
            self.flow.wear(self._styles_now())
            self.flow.words(text)

    def _styles_now(self) -> Iterator[Style]:
        worn: dict[str, bool] = {}
        for one in self._worn:
            worn.update(one)
        yield from ((style, "") for style in _SHOWN if worn.get(style))
        if address := next((link for link in reversed(self._links) if link), ""):
            yield "link", address

    def _piece(self, child: etree._Element) -> None:
        tag = child.tag
        if tag == f"{TEXT}span":
            style = self._styles.get(("text", child.get(f"{TEXT}style-name") or ""), OdtStyle())
            self._worn.append(style.worn)
            self._inline(child)
            self._worn.pop()
            self.flow.wear(self._styles_now())
        elif tag == f"{TEXT}a":
            self._links.append(safe_link(child.get(_XLINK) or "") or "")
            self._inline(child)
            self._links.pop()
            self.flow.wear(self._styles_now())
        elif tag == f"{TEXT}s":
            self.flow.put(" " * _count(child.get(f"{TEXT}c")))
        elif tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            self.flow.put("\t" if tag == f"{TEXT}tab" else "\n")
        elif tag == f"{TEXT}note":
            self._note(child)
        elif tag == f"{TEXT}ruby":
            self._ruby(child)
        elif tag in (f"{_DRAW}frame", f"{_DRAW}custom-shape", f"{_DRAW}rect", f"{_DRAW}g"):
            self._frame(child)
        elif child.get(f"{TEXT}display") != "none":
            # Fields, marks and anything new: what they show is text.
            self._inline(child)

    def _note(self, note: etree._Element) -> None:
        mark = "".join("".join(map(str, cited.itertext())) for cited in note.iterfind(f"{TEXT}note-citation"))
        body = note.find(f"{TEXT}note-body")
        kind = "endnote" if note.get(f"{TEXT}note-class") == "endnote" else "footnote"
        self.flow.mark("note", mark.strip())
        if body is not None:
            self._notes[kind].append((mark.strip(), body))

    def _ruby(self, ruby: etree._Element) -> None:
        start = self.flow.length
        for base in ruby.iterfind(f"{TEXT}ruby-base"):
            self._inline(base)
        reading = "".join("".join(map(str, text.itertext())) for text in ruby.iterfind(f"{TEXT}ruby-text"))
        if reading:
            self.flow.cover(start, self.flow.length, ("ruby", reading))

    def _frame(self, frame: etree._Element) -> None:
        """Note a frame's image or text; of several forms of one object the first that can be shown."""
        boxes = [frame] if frame.tag != f"{_DRAW}frame" else list(frame.iterfind(f"{_DRAW}text-box"))
        self._boxes += boxes
        image = next(frame.iterfind(f"{_DRAW}image"), None)
        if boxes or image is None:
            return
        member = posixpath.normpath(image.get(_XLINK) or ".")
        if self._archive is not None and (member := self._archive.find(member)):
            self.flow.mark("image", member)
            words = tidy(frame.findtext(f"{_SVG}title")) or tidy(frame.findtext(f"{_SVG}desc"))
            if words:
                self.flow.mark("alt", words)


def _rows(part: etree._Element, *, heads: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    """Yield a table's rows, and whether they head it."""
    for child in part:
        if child.tag == f"{_TABLE}table-row":
            yield child, heads
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child, heads=heads or child.tag == f"{_TABLE}table-header-rows")


def _outline(paragraph: etree._Element, style: OdtStyle) -> int:
    said = paragraph.get(f"{TEXT}outline-level") or ""
    return int(said) if re.fullmatch(r"\d{1,2}", said, re.A) else style.outline


def _kind(paragraph: etree._Element, style: OdtStyle, outline: int, inside: str, depth: int) -> tuple[str, int]:
    if inside in ("note", "cell"):
        return inside, 0
    if paragraph.tag == f"{TEXT}h":
        # Chapters may be numbered by standing in lists; they are headings all the same.
        return "heading", max(outline, 1)
    if inside == "list-item":
        return "list-item", max(depth, 1)
    return ("heading", outline) if outline else (style.kind(), 0)


def _count(said: str | None) -> int:
    return min(int(said), _MOST_SPACES) if said and re.fullmatch(r"\d{1,6}", said, re.A) else 1


def _found(meta: etree._Element) -> Iterator[Found]:
    title = useful_title(meta.findtext(f".//{_DC}title"))
    if title:
        yield Found("title", title, PROPERTIES, 60)
    yield from authors_of_properties(meta.findtext(f".//{_META}initial-creator") or meta.findtext(f".//{_DC}creator"))
    if created := iso(tidy(meta.findtext(f".//{_META}creation-date"))[:10]):
        yield Found("date", created, PROPERTIES, 40)
    if language := tidy(meta.findtext(f".//{_DC}language")):
        yield Found("language", language, PROPERTIES, 60)
