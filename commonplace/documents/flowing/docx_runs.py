"""The text of one Word paragraph: runs with their styles, fields by their results, tracked changes as accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from commonplace.documents.flowing.docx_math import MATH, formula
from commonplace.documents.flowing.docx_styles import StyleOf, W, run_properties, value
from commonplace.documents.flowing.fields import link_of, ruby_of
from commonplace.documents.flowing.flow import Flow, Style
from commonplace.documents.flowing.symbols import is_symbol_font, translated, unicode_symbol
from core.links import safe_link

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

_INSIDE = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "fldSimple", "sdtContent")
)
_SIGNS = {
    f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad", f"{W}ptab": "\t",
}  # fmt: skip
_SHOWN = ("bold", "italic", "superscript", "subscript")
_OFF = frozenset(("0", "false", "off"))


@dataclass(slots=True)
class _Field:
    """A field that is open: its code, whether its result has begun, and the address it links to."""

    code: str = ""
    result: bool = False
    link: str = ""


class RunReader:
    """Puts the text of paragraphs into a flow.

    Args:
        flow: Takes the text.
        styles: The document's styles by id.
        targets: Finds the address outside the file that a relationship's id points to.
        pictures: Finds the file's member that a relationship's id points to.
        noted: Told of a reference to a note (its kind, its id, a mark of its own or nothing), answers with its mark.
    """

    def __init__(
        self,
        flow: Flow,
        styles: dict[str, StyleOf],
        targets: Callable[[str], str],
        pictures: Callable[[str], str],
        noted: Callable[[str, str, str], str],
    ) -> None:
        self._flow = flow
        self._styles = styles
        self._targets = targets
        self._pictures = pictures
        self._noted = noted
        self._fields: list[_Field] = []
        self._links: list[str] = []
        self._own_mark = ""
        self._never_ended: set[etree._Element] = set()

    def begin(self, story: etree._Element) -> None:
        """Begin the text or a note; a field that is open at its end would hide all the rest, and is none."""
        self._fields.clear()
        self._never_ended = _never_ended(story)

    def read(self, paragraph: etree._Element) -> list[etree._Element]:
        """Put in a paragraph's text; return the text boxes that hang on it."""
        boxes: list[etree._Element] = []
        self._children(paragraph, boxes)
        return boxes

    def _children(self, parent: etree._Element, boxes: list[etree._Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, boxes)
            elif tag == f"{W}hyperlink":
                self._links.append(safe_link(self._targets(child.get(f"{R}id") or "")) or "")
                self._children(child, boxes)
                self._links.pop()
            elif tag in _INSIDE:
                self._children(child, boxes)
            elif tag == f"{W}sdt":
                for content in child.iterfind(f"{W}sdtContent"):
                    self._children(content, boxes)
            elif tag == f"{MC}AlternateContent":
                for branch in one_branch(child):
                    self._children(branch, boxes)
            elif isinstance(tag, str) and tag.startswith(MATH):
                self._put_shown(formula(child), {})

    def _run(self, run: etree._Element, boxes: list[etree._Element]) -> None:
        properties = run.find(f"{W}rPr")
        worn = self._worn(properties)
        if worn.get("hidden"):
            # The marks of fields hold whatever their run looks like.
            for mark in run.iterfind(f"{W}fldChar"):
                self._field_mark(mark)
            return
        font = _symbol_font(properties)
        for child in run:
            self._piece(child, worn, font, boxes)
        self._own_mark = ""

    def _worn(self, properties: etree._Element | None) -> dict[str, bool]:
        if properties is None:
            return {}
        style = self._styles.get(value(properties, "rStyle") or "")
        return {**style.run, **run_properties(properties)} if style else run_properties(properties)

    def _piece(self, child: etree._Element, worn: dict[str, bool], font: str, boxes: list[etree._Element]) -> None:
        tag = child.tag
        if tag == f"{W}t":
            text = _exact(child)
            self._put_shown(translated(text, font) if font else text, worn)
        elif tag in _SIGNS:
            self._put_shown(_SIGNS[tag], worn)
        elif tag == f"{W}br":
            # The words on either side of a new page are two, and at a paragraph's edges it counts for nothing.
            self._put_shown("\n", worn)
        elif tag == f"{W}fldChar":
            self._field_mark(child)
        elif tag == f"{W}instrText":
            if self._fields and not self._fields[-1].result:
                self._fields[-1].code += child.text or ""
        elif tag == f"{W}sym":
            code = child.get(f"{W}char") or ""
            if re.fullmatch("[0-9A-Fa-f]{1,6}", code):
                self._put_shown(unicode_symbol(child.get(f"{W}font") or "", int(code, 16)), worn)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._note_mark(child, str(tag)[len(W) : -len("Reference")])
        elif tag == f"{W}ruby":
            self._ruby(child, boxes)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._drawing(child, boxes)
        elif tag == f"{MC}AlternateContent":
            for branch in one_branch(child):
                for inner in branch:
                    self._piece(inner, worn, font, boxes)

    def _put_shown(self, text: str, worn: dict[str, bool]) -> None:
        if not text or not self._visible():
            return
        self._flow.wear(self._styles_now(worn))
        self._flow.put(text)

    def _styles_now(self, worn: dict[str, bool]) -> Iterator[Style]:
        yield from ((style, "") for style in _SHOWN if worn.get(style))
        if self._own_mark:
            yield "note", self._own_mark
        links = [*self._links, *(one.link for one in self._fields)]
        if address := next((link for link in reversed(links) if link), ""):
            yield "link", address

    def _visible(self) -> bool:
        return all(one.result for one in self._fields)

    def _field_mark(self, mark: etree._Element) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin" and mark not in self._never_ended:
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
            self._fields[-1].link = link_of(self._fields[-1].code)
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            ruby = None if ended.result else ruby_of(ended.code)
            if ruby and self._visible():
                start = self._flow.length
                self._flow.put(ruby[0])
                self._flow.cover(start, self._flow.length, ("ruby", ruby[1]))

    def _note_mark(self, child: etree._Element, kind: str) -> None:
        if not self._visible():
            return
        own = "" if (child.get(f"{W}customMarkFollows") or "0") in _OFF else _text_after(child)
        mark = self._noted(kind, child.get(f"{W}id") or "", own)
        if own:
            self._own_mark = mark
        elif mark:
            self._flow.mark("note", mark)

    def _ruby(self, ruby: etree._Element, boxes: list[etree._Element]) -> None:
        base = ruby.find(f"{W}rubyBase")
        reading = "".join(text.text or "" for text in ruby.iterfind(f"{W}rt//{W}t"))
        start = self._flow.length
        if base is not None:
            self._children(base, boxes)
        if reading:
            self._flow.cover(start, self._flow.length, ("ruby", reading))

    def _drawing(self, drawing: etree._Element, boxes: list[etree._Element]) -> None:
        """Note the images and text boxes of a drawing; of a box in a box only the outer is noted."""
        words = next((shape.get("descr") for shape in drawing.iter(f"{_PLACED}docPr") if shape.get("descr")), "") or ""
        for element in _drawn(drawing):
            if element.tag == f"{W}txbxContent":
                boxes.append(element)
                continue
            address = element.get(f"{R}embed") or element.get(f"{R}id") or ""
            if member := self._pictures(address):
                self._flow.mark("image", member)
                if words.strip():
                    self._flow.mark("alt", " ".join(words.split()))


def _never_ended(story: etree._Element) -> set[etree._Element]:
    """Return the beginnings of fields to which no end belongs, in what is not deleted."""
    if next(story.iter(f"{W}fldChar"), None) is None:
        return set()
    found: list[etree._Element] = []
    gone = (f"{W}del", f"{W}moveFrom")
    steps = etree.iterwalk(story, events=("start",), tag=(f"{W}fldChar", *gone))
    for _, element in steps:
        if element.tag in gone:
            steps.skip_subtree()
        elif element.get(f"{W}fldCharType") == "begin":
            found.append(element)
        elif element.get(f"{W}fldCharType") == "end" and found:
            found.pop()
    return set(found)


def one_branch(alternatives: etree._Element) -> list[etree._Element]:
    """Return the branch to read of content that stands more than once: the first that holds text or an image."""
    branches = [*alternatives.iterfind(f"{MC}Choice"), *alternatives.iterfind(f"{MC}Fallback")]
    telling = (f"{W}t", f"{W}txbxContent", f"{_DRAWING}blip", f"{_VML}imagedata", f"{W}sym", f"{MATH}t")
    return next(([branch] for branch in branches if next(branch.iter(*telling), None) is not None), branches[:1])


def _drawn(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in (f"{W}txbxContent", f"{_DRAWING}blip", f"{_VML}imagedata"):
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for branch in one_branch(child):
                yield from _drawn(branch)
        else:
            yield from _drawn(child)


def _exact(text: etree._Element) -> str:
    """Return the text of a ``w:t``, whose edges count only where it says so; a line end in it is a space."""
    said = (text.text or "").replace("\n", " ")
    return said if text.get(_PRESERVE) == "preserve" else said.strip(" ")


def _symbol_font(properties: etree._Element | None) -> str:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    name = (fonts.get(f"{W}ascii") or "") if fonts is not None else ""
    return name if is_symbol_font(name) else ""


def _text_after(reference: etree._Element) -> str:
    """Return the text of a run after a reference in it: the mark that its writer chose."""
    return "".join(text.text or "" for text in reference.itersiblings(f"{W}t")).strip()
