"""A book's chapter to blocks: text without markup; ruby, notes, printed pages and images kept as spans and marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from commonplace.documents.flowing.flow import Flow, Style
from core.links import safe_link

Resolve = Callable[[str], str]
"""An address in the chapter to the file's member it means, or nothing."""


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SKIPPED = _named(
    "script style template noscript iframe object embed canvas audio video select datalist textarea button input "
    "head title rp rtc map annotation annotation-xml"
)
_BLOCKS = _named(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul"
)
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic", "code": "code",
    "kbd": "code", "tt": "code", "samp": "code", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_KINDS = {"blockquote": "quote", "td": "cell", "th": "cell", "li": "list-item", "pre": "code"} | {
    f"h{level}": "heading" for level in range(1, 7)
}
# Of kinds inside each other the later here counts.
_RANKS = {
    kind: rank for rank, kind in enumerate(("paragraph", "quote", "cell", "list-item", "note", "code", "heading"))
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_WEB = re.compile(r"(?:https?://|mailto:)", re.I)
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ONE_NOTE = _named("footnote endnote rearnote note doc-footnote doc-endnote")
_NOTES = _ONE_NOTE | {"footnotes", "endnotes", "rearnotes", "doc-endnotes"}
_NOTE_MARK = frozenset(("noteref", "doc-noteref"))
_PAGE_BREAK = frozenset(("pagebreak", "doc-pagebreak"))
_BACK_LINK = frozenset(("backlink", "doc-backlink"))
_MATHML = "http://www.w3.org/1998/Math/MathML"
_LISTED = frozenset(("page-list", "landmarks", "doc-pagelist"))
_LONGEST_MARK = 8
_SHORT_MARK = re.compile(r"[\[(（〔]?(?:\d{1,4}|[*†‡§¶※]{1,4}|[a-zA-Z]|注\d*|註\d*)[\])）〕]?")


# What most elements say of themselves, and nothing that matters here.
_CLASS_ONLY = ["class"]


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, in lower case."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    return tag[tag.rfind("}") + 1 :].lower()


def kinds_of(element: etree._Element) -> frozenset[str]:
    """Return what an element says it is: its ``epub:type`` and its role."""
    said = element.get(_EPUB_TYPE) or element.get("epub:type") or ""
    role = element.get("role") or ""
    return frozenset(f"{said} {role}".lower().split()) if said or role else frozenset()


def is_of_notes(kinds: frozenset[str]) -> bool:
    """Say whether an element of these kinds is a note, or holds them."""
    return bool(kinds & _NOTES)


def is_one_note(kinds: frozenset[str]) -> bool:
    return bool(kinds & _ONE_NOTE)


def is_back_link(kinds: frozenset[str]) -> bool:
    """Say whether an element of these kinds leads from a note to its mark, which is a sign of the file's own."""
    return bool(kinds & _BACK_LINK)


class _Inside(NamedTuple):
    """What a block is by what it stands in: its kind and level, how many lists, and whether white space counts."""

    kind: str = "paragraph"
    level: int = 0
    lists: int = 0
    exact: bool = False

    def block(self, tag: str, *, note: bool) -> _Inside:
        """Return what holds inside a block element that stands here."""
        kind = _KINDS.get(tag, "note" if note else "paragraph")
        lists = self.lists + (tag in _LISTS)
        if _RANKS[kind] < _RANKS[self.kind]:
            kind = self.kind
        level = 0
        if kind == "heading":
            level = int(tag[1]) if _KINDS.get(tag) == "heading" else self.level
        elif kind == "list-item":
            level = max(lists, 1)
        return _Inside(kind, level, lists, self.exact or tag == "pre")


class ChapterWalk:
    """Goes through a chapter once; no recursion, for a stranger's chapter may be any depth.

    Args:
        flow: Takes the blocks.
        resolve: Finds the member an image's address means.
        marks: What to mark at the elements with these ids; at the chapter's beginning for the id "".
    """

    def __init__(self, flow: Flow, resolve: Resolve, marks: Mapping[str, Sequence[Style]]) -> None:
        self._flow = flow
        self._resolve = resolve
        self._marks = marks
        self._inside = _Inside()
        self._outside: list[_Inside] = []
        self._styles: list[tuple[etree._Element, Style]] = []
        self._ruby: _Ruby | None = None
        self._told = False

    def walk(self, body: etree._Element) -> None:
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

    def _passes_over(self, element: etree._Element, tag: str) -> bool:
        """Take what an element means where its text is not the chapter's; true where its text is to be left out."""
        if tag in _SKIPPED or (tag in ("case", "default") and _is_other_branch(element, tag)):
            return True
        if tag == "rt":
            if self._ruby is not None:
                self._ruby.reading("".join(map(str, element.itertext())).strip(), self._flow.length)
            return True
        names = element.keys()
        self._told = bool(names) and names != _CLASS_ONLY
        if self._told and self._is_apart(element, tag):
            return True
        if tag == "svg":
            self._drawing(element)
        return tag == "svg"

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
            self._image(image.get(_XLINK) or image.get("href") or "", "")

    def _image(self, address: str, words: str) -> None:
        member = self._resolve(address)
        if member:
            self._flow.mark("image", member)
            if words.strip():
                self._flow.mark("alt", " ".join(words.split()))

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
            kinds = kinds_of(element) if self._told else frozenset()
            self._outside.append(self._inside)
            self._inside = self._inside.block(tag, note=is_of_notes(kinds))
            if is_one_note(kinds) and (name := element.get("id")):
                self._flow.mark("note", name)
        if self._told and self._marks and element.get("id"):
            self._place(element)
        if tag not in _BLOCKS:
            self._enter_inline(element, tag)
        if text := element.text:
            self._add(text)

    def _enter_inline(self, element: etree._Element, tag: str) -> None:
        if style := _style(element, tag):
            self._styles.append((element, style))
            self._flow.wear(style for _, style in self._styles)
        elif tag == "br":
            self._flow.line_break()
        elif tag == "img":
            self._image(element.get("src") or "", element.get("alt") or "")
        elif tag == "ruby":
            self._ruby = _Ruby(self._flow.length)
        elif tag == "rb" and self._ruby is not None:
            self._ruby.base_begins(self._flow.length)

    def _leave(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
            self._inside = self._outside.pop()
        elif tag == "ruby" and self._ruby is not None:
            for start, end, reading in self._ruby.spans(self._flow.length):
                self._flow.cover(start, end, ("ruby", reading))
            self._ruby = None
        elif tag == "rb" and self._ruby is not None:
            self._ruby.base_ends(self._flow.length)
        elif self._styles and self._styles[-1][0] is element:
            self._styles.pop()
            self._flow.wear(style for _, style in self._styles)

    def _add(self, text: str) -> None:
        if self._inside.exact:
            self._flow.put(text)
        elif self._ruby is None or not text.isspace():
            # White space between the parts of a ruby is the writer's layout.
            self._flow.words(text)

    def _end_block(self) -> None:
        self._ruby = None
        if self._flow.is_empty:
            return
        kind, level, _, exact = self._inside
        self._flow.end(kind, level, trim="\n" if exact else " \n")


def _is_other_branch(element: etree._Element, tag: str) -> bool:
    """True for the branches of a switch that are not read: formulas are, before what stands in for them."""
    switch = element.getparent()
    if switch is None or local(switch) != "switch":
        return False
    taken = next((case for case in switch if local(case) == "case" and case.get("required-namespace") == _MATHML), None)
    return element is not taken if tag == "case" else taken is not None


def _style(element: etree._Element, tag: str) -> Style | None:
    if tag == "a":
        address = (element.get("href") or "").strip()
        if is_note_mark(element, address):
            return "note", address.rpartition("#")[2]
        link = safe_link(address)
        return ("link", link) if link else None
    style = _STYLES.get(tag)
    return (style, "") if style else None


def is_note_mark(element: etree._Element, address: str) -> bool:
    """Say whether a link is a note's mark: it says so, or is a number or a sign set high."""
    if kinds_of(element) & _NOTE_MARK:
        return True
    # Browsers write whole addresses into the pages that they save.
    if not address or (_WEB.match(address) and "#" not in address):
        return False
    text = "".join(map(str, element.itertext())).strip()
    if len(text) > _LONGEST_MARK or not _SHORT_MARK.fullmatch(text):
        return False
    return any(local(other) == "sup" for other in (*element.iterancestors(), *element.iterdescendants()))


class _Ruby:
    """The bases and readings of one ruby, paired by their order."""

    def __init__(self, start: int) -> None:
        self._from = start
        self._base_from = -1
        self._waiting: list[tuple[int, int]] = []
        self._pairs: list[tuple[int, int, str]] = []
        self._marked = False

    def base_begins(self, at: int) -> None:
        self._base_from, self._marked = at, True

    def base_ends(self, at: int) -> None:
        if 0 <= self._base_from < at:
            self._waiting.append((self._base_from, at))
        self._base_from = -1

    def reading(self, text: str, at: int) -> None:
        if not self._marked and self._from < at:
            self._waiting.append((self._from, at))
            self._from = at
        if self._waiting:
            start, end = self._waiting.pop(0)
            self._pairs.append((start, end, text))
        elif self._pairs and text:
            start, end, before = self._pairs[-1]
            self._pairs[-1] = (start, end, before + text)

    def spans(self, at: int) -> list[tuple[int, int, str]]:
        """Return start, end and reading of each pair; one reading over many bases is one pair."""
        if self._marked and self._waiting and self._pairs:
            last = max(end for _, end in self._waiting)
            reading = "".join(reading for _, _, reading in self._pairs)
            return [(self._pairs[0][0], min(last, at), reading)]
        return [pair for pair in self._pairs if pair[2]]
