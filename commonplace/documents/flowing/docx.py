"""Word documents to layers: the text a reader sees when every tracked change is accepted, and the notes after it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.docx_numbering import Lists, Numbers, level_of, read_lists
from commonplace.documents.flowing.docx_package import WordParts
from commonplace.documents.flowing.docx_runs import MC, RunReader, one_branch
from commonplace.documents.flowing.docx_styles import (
    StyleOf,
    W,
    default_paragraph_style,
    number,
    numbered_of,
    outline_of,
    read_styles,
    run_properties,
    value,
)
from commonplace.documents.flowing.docx_tables import INSIDE, placed_cells
from commonplace.documents.flowing.flow import Flow, placed
from commonplace.documents.flowing.number_forms import formatted
from commonplace.documents.flowing.said import completed
from commonplace.documents.flowing.style_names import kind_of_name
from commonplace.documents.opened import Contents
from commonplace.documents.reading import UnreadableError
from commonplace.documents.zipped import Archive

EXTRACTOR = extractor("docx")


def read_docx(data: Contents) -> Extracted:
    """Return a Word document's text.

    Raises:
        UnreadableError: It is damaged, encrypted, or holds no text.
    """
    archive = Archive(data)
    try:
        parts = WordParts(archive)
        flow = Flow()
        body = _Body(parts, flow)
        body.read()
        found = parts.found()
    finally:
        archive.close()
    drafts = flow.finish()
    if not any(draft.text for draft in drafts):
        raise UnreadableError("no-text", "The Word document holds no text.")
    text, blocks = placed(drafts)
    remark = f"{body.left_out} files that are embedded in its text were not read" if body.left_out else ""
    return Extracted("docx", EXTRACTOR, text, blocks=blocks, found=completed(found, drafts, text), remark=remark)


@dataclass(frozen=True, slots=True)
class _Note:
    """A note that the text refers to: footnote or endnote, its id in the file, its mark."""

    kind: str
    name: str
    mark: str


class _Body:
    """Reads the main part, then the notes it refers to, footnotes first.

    Attributes:
        left_out: How many files in other formats stand in its text.
    """

    def __init__(self, parts: WordParts, flow: Flow) -> None:
        self.left_out = 0
        self._parts = parts
        self._flow = flow
        styles = parts.related("styles")[1]
        self._styles = read_styles(styles)
        self._default = default_paragraph_style(styles)
        self._lists = _lists(parts, self._styles)
        self._numbers = Numbers(self._lists)
        self._numbers_in_boxes = Numbers(self._lists)
        self._member = parts.main
        self._notes: list[_Note] = []
        self._boxes: list[etree._Element] = []
        self._counted: dict[str, int] = {}
        self._forms: dict[str, str] = {}
        self._runs = RunReader(flow, self._styles, self._target, self._picture, self._noted)

    def read(self) -> None:
        body = self._parts.root(self._parts.main).find(f"{W}body")
        if body is None:
            raise UnreadableError("damaged", "The Word document is damaged: the part with its text has none.")
        self._number_notes(body)
        self._runs.begin(body)
        self._blocks(body)
        self._end_joined("")
        for kind in ("footnote", "endnote"):
            self._read_notes(kind)

    def _number_notes(self, body: etree._Element) -> None:
        """Find out how the two kinds of notes are numbered: what a section says of it counts more than the settings."""
        settings = self._parts.related("settings")[1]
        said = [*body.iter(f"{W}sectPr"), *([settings] if settings is not None else [])]
        for kind, usual in (("footnote", "decimal"), ("endnote", "lowerRoman")):
            own = [properties for one in said if (properties := one.find(f"{W}{kind}Pr")) is not None]
            self._forms[kind] = next(filter(None, (value(one, "numFmt") for one in own)), usual)
            self._counted[kind] = number(next(filter(None, (value(one, "numStart") for one in own)), ""), 1) - 1

    def _target(self, relation: str) -> str:
        return self._parts.target(self._member, relation)

    def _picture(self, relation: str) -> str:
        return self._parts.picture(self._member, relation)

    def _noted(self, kind: str, name: str, own: str) -> str:
        self._counted[kind] += not own
        mark = own or formatted(self._counted[kind], self._forms[kind])
        self._notes.append(_Note(kind, name, mark))
        return mark

    def _read_notes(self, kind: str) -> None:
        if not any(note.kind == kind for note in self._notes):
            return
        self._member, root = self._parts.related(f"{kind}s")
        if root is None:
            return
        self._numbers = Numbers(self._lists)
        elements = {note.get(f"{W}id"): note for note in root.iterfind(f"{W}{kind}")}
        for note in [note for note in self._notes if note.kind == kind]:
            element = elements.get(note.name)
            if element is not None:
                self._runs.begin(element)
                self._flow.mark("note", note.mark)
                self._blocks(element, "note")
                self._end_joined("note")

    def _blocks(self, parent: etree._Element, inside: str = "") -> None:
        """Read what a body, a cell, a note or a text box holds; ``inside`` is the kind its paragraphs take."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child, inside)
            elif tag == f"{W}tbl":
                self._table(child, inside)
            elif tag == f"{W}sdt":
                for content in child.iterfind(f"{W}sdtContent"):
                    self._blocks(content, inside)
            elif tag == f"{W}altChunk":
                self.left_out += 1
            elif tag in INSIDE:
                self._blocks(child, inside)
            elif tag == f"{MC}AlternateContent":
                for branch in one_branch(child):
                    self._blocks(branch, inside)

    def _table(self, table: etree._Element, inside: str) -> None:
        self._end_joined(inside)
        outer = self._flow.cell
        for element, cell in placed_cells(table, self._flow.table()):
            self._flow.cell = cell
            self._blocks(element, inside or "cell")
            self._end_joined(inside or "cell")
        self._flow.cell = outer

    def _end_joined(self, inside: str) -> None:
        """End a paragraph whose end was deleted, and behind which there is none that it could go on in."""
        if self._flow.length:
            self._flow.wear(())
            self._flow.end(inside or "paragraph", trim=" \n")

    def _paragraph(self, paragraph: etree._Element, inside: str) -> None:
        self._boxes += self._runs.read(paragraph)
        properties = paragraph.find(f"{W}pPr")
        if _mark_is_gone(properties):
            return
        style = self._styles.get(value(properties, "pStyle") or self._default, StyleOf())
        numbered = numbered_of(properties, style.numbered)
        listed = level_of(numbered, self._lists)
        unseen = self._flow.is_empty and _mark_is_hidden(properties)
        printed = "" if unseen or listed is None else self._numbers.count(numbered.num, listed)
        kind, level = (inside, 0) if inside else _kind(properties, style, listed)
        self._flow.wear(())
        # A space before a note's words parts them from its mark, which is not there.
        trim = " \t\n\u00a0" if inside == "note" else "\n" if kind == "code" else " \n"
        self._flow.end(kind, level, number=printed, trim=trim)
        self._end_boxes(inside)

    def _end_boxes(self, inside: str) -> None:
        boxes, self._boxes = self._boxes, []
        numbers, self._numbers = self._numbers, self._numbers_in_boxes
        for box in boxes:
            self._blocks(box, inside)
        self._numbers = numbers


def _kind(properties: etree._Element | None, style: StyleOf, listed: int | None) -> tuple[str, int]:
    """Return a paragraph's kind and level; ``listed`` is its level in a list, or None."""
    outline = outline_of(properties)
    if level := style.outline if outline is None else outline:
        return "heading", level
    if listed is not None:
        return "list-item", listed + 1
    return kind_of_name(style.name), 0


def _lists(parts: WordParts, styles: dict[str, StyleOf]) -> Lists:
    """Return the document's lists; where that part is damaged the text is read without its numbers."""
    try:
        return read_lists(parts.related("numbering")[1], styles)
    except UnreadableError:
        return {}


def _mark_is_gone(properties: etree._Element | None) -> bool:
    """True where the paragraph's end was deleted or moved away: its text goes on in the next."""
    marks = properties.find(f"{W}rPr") if properties is not None else None
    return marks is not None and (marks.find(f"{W}del") is not None or marks.find(f"{W}moveFrom") is not None)


def _mark_is_hidden(properties: etree._Element | None) -> bool:
    marks = properties.find(f"{W}rPr") if properties is not None else None
    return bool(run_properties(marks).get("hidden"))
