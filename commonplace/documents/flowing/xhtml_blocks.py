"""A tree of elements to blocks: text without markup; ruby, notes, printed pages and images kept as spans and marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from commonplace.documents.flowing.flow import Flow, Style
from commonplace.documents.flowing.numbering import OpenLists, is_typed
from commonplace.documents.flowing.xhtml_kinds import (
    BLOCKS,
    LISTS,
    Inside,
    is_back_link,
    is_note_mark,
    is_of_notes,
    is_one_note,
    kinds_of,
    local,
    named,
)
from commonplace.documents.flowing.xhtml_lists import ListStyles, form_of, list_styles, number_of, ordered_of
from commonplace.documents.flowing.xhtml_ruby import Ruby, reading_of, readings_of
from commonplace.documents.flowing.xhtml_tables import TABLES, OpenTables
from core.links import safe_link

Resolve = Callable[[str], str]
"""An address in the chapter to the file's member it means, or nothing."""

SKIPPED = named(
    "script style template noscript iframe object embed canvas audio video select datalist textarea button input "
    "option head title rp map area applet frameset annotation annotation-xml"
)
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic", "code": "code",
    "kbd": "code", "tt": "code", "samp": "code", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_XLINK = "{http://www.w3.org/1999/xlink}href"
_PAGE_BREAK = frozenset(("pagebreak", "doc-pagebreak"))
_MATHML = "http://www.w3.org/1998/Math/MathML"
_LISTED = frozenset(("page-list", "landmarks", "doc-pagelist"))
# What most elements say of themselves, and nothing that matters here.
_CLASS_ONLY = ["class"]


class ChapterWalk:
    """Goes through a chapter once; no recursion, for a stranger's chapter may be any depth.

    Args:
        flow: Takes the blocks.
        resolve: Finds the member an image's address means.
        marks: What to mark at the elements with these ids; at the chapter's beginning for the id "".
        sheet_of: Finds the style sheet at an address.
    """

    def __init__(
        self,
        flow: Flow,
        resolve: Resolve,
        marks: Mapping[str, Sequence[Style]],
        sheet_of: Resolve = lambda _: "",
    ) -> None:
        self._flow = flow
        self._resolve = resolve
        self._marks = marks
        self._inside = Inside()
        self._outside: list[Inside] = []
        self._styles: list[tuple[etree._Element, Style]] = []
        self._rubies: list[Ruby] = []
        self._numbers = OpenLists()
        self._sheet_of = sheet_of
        self._list_styles: ListStyles = {}
        self._tables = OpenTables(flow)
        self._told = False

    def walk(self, body: etree._Element) -> None:
        self._list_styles = list_styles(self._sheets(body.getroottree().getroot()))
        for mark in self._marks.get("", ()):
            self._flow.mark(*mark)
        steps = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
        skipped: etree._Element | None = None
        tags: list[str] = []
        for event, element in steps:
            if event == "start":
                if skipped is None:
                    tag = local(element)
                    if self._passes_over(element, tag):
                        steps.skip_subtree()
                        skipped = element
                    else:
                        tags.append(tag)
                        self._enter(element, tag)
                continue
            if event == "end":
                if skipped is None:
                    self._leave(element, tags.pop())
                elif element is skipped:
                    skipped = None
            if skipped is None and element is not body and (tail := element.tail):
                self._add(tail)
        self._end_block()

    def _sheets(self, root: etree._Element) -> Iterator[str]:
        for element in root.iter("{*}style", "{*}link"):
            if local(element) == "style":
                yield "".join(map(str, element.itertext()))
            elif (element.get("rel") or "").lower() == "stylesheet":
                yield self._sheet_of(element.get("href") or "")

    def _passes_over(self, element: etree._Element, tag: str) -> bool:
        """Take what an element means where its text is not the chapter's; true where its text is to be left out."""
        if tag in SKIPPED or (tag in ("case", "default") and _is_other_branch(element, tag)):
            return True
        if tag in ("rt", "rtc"):
            self._reading(element, tag)
            return True
        names = element.keys()
        self._told = bool(names) and names != _CLASS_ONLY
        if self._told and self._is_apart(element, tag):
            return True
        if tag == "svg":
            self._drawing(element)
        return tag == "svg"

    def _reading(self, element: etree._Element, tag: str) -> None:
        if self._rubies and tag == "rt":
            self._rubies[-1].reading(reading_of(element), self._flow.length)
        elif self._rubies:
            self._rubies[-1].container(readings_of(element), self._flow.length)

    def _is_apart(self, element: etree._Element, tag: str) -> bool:
        """True for what is hidden, for the file's own signs and lists, and for a page's beginning, which is marked."""
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return True
        kinds = kinds_of(element)
        if kinds & _PAGE_BREAK:
            self._page_break(element)
            return True
        return is_back_link(kinds) or (tag == "nav" and bool(kinds & _LISTED))

    def _page_break(self, element: etree._Element) -> None:
        if not self._place(element):
            label = element.get("title") or element.get("aria-label") or "".join(map(str, element.itertext()))
            if label := re.sub(r"^\s*page\s+|[\s.]+$", "", label, flags=re.I).strip():
                self._flow.mark("page", label)

    def _place(self, element: etree._Element) -> bool:
        """Set the marks that belong to an element's id; true where one of them is a page."""
        marks = self._marks.get(element.get("id") or "-", ())
        for mark in marks:
            self._flow.mark(*mark)
        return any(style == "page" for style, _ in marks)

    def _drawing(self, element: etree._Element) -> None:
        for image in element.iter("{*}image"):
            self._image(self._resolve(image.get(_XLINK) or image.get("href") or ""), "")

    def member_of(self, image: etree._Element) -> str:
        """Return what a picture that the file carries is called, or nothing."""
        return self._resolve(image.get("src") or "")

    def _image(self, member: str, words: str) -> None:
        if member:
            self._flow.mark("image", member)
            if words.strip():
                self._flow.mark("alt", " ".join(words.split()))

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._end_block()
            kinds = kinds_of(element) if self._told else frozenset()
            if tag in LISTS:
                self._numbers.open(ordered_of(element, self._list_styles) if tag == "ol" else None)
            elif tag == "li":
                self._numbers.open_item(number_of(element, "value"), form_of(element, "li", self._list_styles))
            elif tag in TABLES:
                self._tables.enter(element, tag)
            self._outside.append(self._inside)
            self._inside = self._inside.block(tag, note=is_of_notes(kinds))
            if is_one_note(kinds) and (name := element.get("id")):
                self._flow.mark("note", name)
        if self._told and self._marks and element.get("id"):
            self._place(element)
        if tag not in BLOCKS:
            self._enter_inline(element, tag)
        if text := element.text:
            self._add(text)

    def _enter_inline(self, element: etree._Element, tag: str) -> None:
        if style := self.style_of(element, tag):
            self._styles.append((element, style))
            self._flow.wear(style for _, style in self._styles)
        elif tag == "br":
            self._flow.line_break()
        elif tag == "img":
            self._image(self.member_of(element), element.get("alt") or "")
        elif tag == "ruby":
            self._rubies.append(Ruby(self._flow.length))
        elif tag == "rb" and self._rubies:
            self._rubies[-1].base_begins(self._flow.length)

    def _leave(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._end_block()
            if tag in LISTS:
                self._numbers.close()
            elif tag == "li":
                self._numbers.close_item()
            elif tag in TABLES:
                self._tables.leave(tag)
            self._inside = self._outside.pop()
        elif tag == "ruby" and self._rubies:
            for start, end, reading in self._rubies.pop().spans(self._flow.length):
                self._flow.cover(start, end, ("ruby", reading))
        elif tag == "rb" and self._rubies:
            self._rubies[-1].base_ends(self._flow.length)
        elif self._styles and self._styles[-1][0] is element:
            self._styles.pop()
            self._flow.wear(style for _, style in self._styles)

    def _add(self, text: str) -> None:
        if self._inside.exact:
            self._flow.put(text)
        elif not self._rubies or not text.isspace():
            # White space between the parts of a ruby is the writer's layout.
            self._flow.words(text)

    def _end_block(self) -> None:
        self._rubies.clear()
        if self._flow.is_empty:
            return
        kind, level, _, exact = self._inside
        number = self._numbers.waiting
        if self._flow.end(kind, level, number=number, trim="\n" if exact else " \n") and number:
            self._numbers.told()
            ended = self._flow.drafts[-1]
            if is_typed(number, ended.text):
                # A style sheet hides the numbers where the writer gave his own.
                ended.spans = [span for span in ended.spans if span.style != "number"]

    def style_of(self, element: etree._Element, tag: str) -> Style | None:
        """Return what an element inside a block does to its text; of links, those to the web and to mailboxes."""
        if tag == "a":
            address = (element.get("href") or "").strip()
            if is_note_mark(element, address):
                # Word's pages name a note's place in its mark, and the note itself without the line before it.
                name = address.rpartition("#")[2]
                return "note", name.removeprefix("_") if "mso-" in (element.get("style") or "") else name
            link = safe_link(address)
            return ("link", link) if link else None
        style = _STYLES.get(tag)
        return (style, "") if style else None


def _is_other_branch(element: etree._Element, tag: str) -> bool:
    """True for the branches of a switch that are not read: formulas are, before what stands in for them."""
    switch = element.getparent()
    if switch is None or local(switch) != "switch":
        return False
    taken = next((case for case in switch if local(case) == "case" and case.get("required-namespace") == _MATHML), None)
    return element is not taken if tag == "case" else taken is not None
