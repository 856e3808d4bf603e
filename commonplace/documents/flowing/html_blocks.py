"""The blocks of an HTML tree in reading order: text without markup, with its emphasis and links as spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from commonplace.documents.flowing.flow import fit_for_axis
from commonplace.documents.flowing.xhtml_blocks import is_back_link, is_note_mark, is_of_notes, is_one_note, kinds_of
from core.links import safe_link
from core.records import Block, Span

_SKIPPED_WORDS = """
    script style template noscript iframe object embed svg canvas audio video select option datalist textarea
    button input head title rt rp rtc map area applet frameset math
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BLOCKS_WORDS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section
    summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "code": "code",
    "kbd": "code",
    "tt": "code",
}
# They lay out a page; parts of a text lie in them side by side.
_LAYOUT = frozenset(["address", "article", "aside", "body", "center", "div", "fieldset", "footer", "form", "header",
                     "main", "nav", "section"])  # fmt: skip
_FURNITURE = frozenset(["nav", "aside", "footer", "form", "menu", "dialog", "search"])
_FURNITURE_ROLES = frozenset(
    ["navigation", "complementary", "contentinfo", "banner", "search", "menu", "menubar", "toolbar", "dialog"]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MARKS = frozenset(["image", "alt", "note"])
# Drawings are programs as much as pictures; these are pictures only.
_CARRIED = re.compile(r"data:image/(?!svg)[\w.+-]+[;,]", re.I)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r]*(?=[{_WIDE}])")


@dataclass(slots=True)
class Draft:
    """A block that has no place on an axis yet; its spans count from its own beginning.

    Attributes:
        linked: How many of its characters are in links.
        furniture: Whether it stands in a part of the page that serves the site, such as a menu.
        container: The number of the part of the page in which it and its neighbours are laid out.
    """

    kind: str
    level: int
    text: str
    spans: list[Span] = field(default_factory=list)
    linked: int = 0
    furniture: bool = False
    container: int = 0


def drafts_of(body: etree._Element, images: Mapping[etree._Element, str]) -> list[Draft]:
    """Return the blocks below an element; what is hidden, and the readings of ruby, is left out.

    Args:
        body: The element.
        images: What the pictures that the file carries are called, by their elements.
    """
    return _Walk(images).drafts(body)


def carried_images(tree: etree._Element) -> list[str]:
    """Return the addresses of the pictures that a page holds in itself, in its order."""
    addresses = ((image.get("src") or "").strip() for image in tree.iter("img"))
    return [address for address in addresses if _CARRIED.match(address)]


def image_places(tree: etree._Element, resolve: Callable[[str], str]) -> dict[etree._Element, str]:
    """Return what the pictures that came with a page are called; those that lie elsewhere are left out.

    Args:
        tree: The page.
        resolve: Finds the name of one by the address that the page has for it, or nothing.
    """
    places: dict[etree._Element, str] = {}
    carried = 0
    for image in tree.iter("img"):
        address = (image.get("src") or "").strip()
        if _CARRIED.match(address):
            places[image] = f"data:{carried}"
            carried += 1
        elif member := resolve(address):
            places[image] = member
    return places


def placed(drafts: list[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Return the axis, the blocks joined by newlines, and the blocks on it."""
    at, blocks = 0, []
    for draft in drafts:
        spans = tuple(Span(span.start + at, span.end + at, span.style, span.target) for span in draft.spans)
        blocks.append(Block(draft.kind, at, at + len(draft.text), draft.level, spans))
        at += len(draft.text) + 1
    return "\n".join(draft.text for draft in drafts), tuple(blocks)


class _Walk:
    """Goes through a tree once and gathers blocks; no recursion, for a stranger's page may be any depth."""

    def __init__(self, images: Mapping[etree._Element, str]) -> None:
        self._images = images
        self._drafts: list[Draft] = []
        self._open: list[str] = []
        self._containers = [0]
        self._counted = 0
        self._furniture = self._notes = 0
        self._text = ""
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""
        self._starts: list[tuple[str, str, int]] = []
        self._spans: list[Span] = []

    def drafts(self, body: etree._Element) -> list[Draft]:
        walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start" and skipped is None:
                if _is_skipped(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._enter(element)
            elif event == "end":
                if skipped is None:
                    self._leave(element)
                elif element is skipped:
                    skipped = None
            if event != "start" and skipped is None and element is not body:
                self._add(element.tail)
        self._flush()
        return self._drafts

    def _enter(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush()
            self._containers.append(self._container(tag))
            self._open.append(tag)
            self._furniture += _is_furniture(element)
            self._notes += is_of_notes(kinds_of(element))
            if is_one_note(kinds_of(element)) and (name := element.get("id")):
                self._spans.append(Span(0, 0, "note", fit_for_axis(name)))
        elif tag == "br":
            self._break()
        elif tag == "img" and element in self._images:
            self._image(self._images[element], " ".join((element.get("alt") or "").split()))
        elif style := _style(element):
            self._starts.append((*style, self._length))
        self._add(element.text)

    def _leave(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush()
            self._open.pop()
            self._containers.pop()
            self._furniture -= _is_furniture(element)
            self._notes -= is_of_notes(kinds_of(element))
        elif tag != "br" and _style(element) and self._starts:
            style, target, start = self._starts.pop()
            self._spans.append(Span(start, self._length, style, target))

    def _container(self, tag: str) -> int:
        """Return the container of what stands in an element: a new one where it lays out a part of the page."""
        is_of_a_text = tag == "section" or (tag == "header" and ("article" in self._open or "main" in self._open))
        if tag not in _LAYOUT or is_of_a_text or not _LAYOUT.issuperset(self._open):
            return self._containers[-1]
        self._counted += 1
        return self._counted

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if "pre" not in self._open:
            text = _SPACES.sub(" ", _WIDE_BREAK.sub("", text) if "\n" in text and not text.isascii() else text)
            if not self._last or self._last in " \n":
                text = text.lstrip(" ")
        self._put(text)

    def _put(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._last = text[-1]

    def _image(self, target: str, words: str) -> None:
        """Mark a picture at this place, and what it shows in words."""
        marks = (("image", target), ("alt", words)) if words else (("image", target),)
        self._spans += [Span(self._length, self._length, style, fit_for_axis(told)) for style, told in marks]

    def _break(self) -> None:
        if self._pieces:
            self._put("\n")

    def _flush(self) -> None:
        """End the block in hand; one without a word is none."""
        whole = "".join(self._pieces)
        # A style that goes on over the block's end begins anew in the next.
        spans = [*self._spans, *(Span(start, len(whole), style, target) for style, target, start in self._starts)]
        self._starts = [(style, target, 0) for style, target, _ in self._starts]
        self._pieces, self._spans, self._length, self._last = [], [], 0, ""
        text = whole.strip("\n") if "pre" in self._open else whole.strip(" \n")
        if not text.strip():
            # A note's name waits for its first words.
            self._spans = [span for span in spans if span.style == "note" and span.start == span.end]
            if marks := [Span(0, 0, span.style, span.target) for span in spans if span.style in ("image", "alt")]:
                self._draft("image", 0, "", marks)
            return
        offset = whole.index(text)
        fitted = [fit for span in spans if (fit := _fit(span, offset, text))]
        kind, level = self._kind()
        linked = sum(span.end - span.start for span in fitted if span.style == "link")
        links = [span for span in fitted if span.style != "link" or span.target]
        self._draft(kind, level, text, sorted(links, key=_order), linked)

    def _draft(self, kind: str, level: int, text: str, spans: list[Span], linked: int = 0) -> None:
        self._drafts.append(Draft(kind, level, text, spans, linked, self._furniture > 0, self._containers[-1]))

    def _kind(self) -> tuple[str, int]:
        for tag in reversed(self._open):
            if re.fullmatch("h[1-6]", tag):
                return "heading", int(tag[1])
        for tag, kind in (
            ("pre", "code"),
            *([(self._open[-1], "note")] if self._notes else []),
            ("li", "list-item"),
            ("td", "cell"),
            ("th", "cell"),
            ("blockquote", "quote"),
        ):
            if tag in self._open:
                depth = sum(name in ("ul", "ol", "menu", "dir") for name in self._open)
                return kind, max(depth, 1) if kind == "list-item" else 0
        return "paragraph", 0


def _order(span: Span) -> tuple[int, int, str]:
    # A picture and its words keep the order they came in.
    return span.start, -span.end, span.style if span.end > span.start else ""


def _fit(span: Span, offset: int, text: str) -> Span | None:
    start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
    if span.start == span.end:
        # Marks cover nothing and stand where they were set.
        place = min(start, len(text))
        return Span(place, place, span.style, span.target) if span.style in _MARKS else None
    inner = text[start:end] if start < end else ""
    if not inner.strip():
        return None
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    return Span(start, end, span.style, span.target)


def _style(element: etree._Element) -> tuple[str, str] | None:
    if element.tag == "a":
        # A link to anywhere else than the web is kept as text only; it counts when menus are told from text.
        target = (element.get("href") or "").strip()
        if is_note_mark(element, target):
            return "note", target.rpartition("#")[2]
        return ("link", safe_link(target) or "") if target else None
    style = _STYLES.get(str(element.tag))
    return (style, "") if style else None


def _is_skipped(element: etree._Element) -> bool:
    return (
        element.tag in _SKIPPED
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
        or is_back_link(kinds_of(element))
    )


def _is_furniture(element: etree._Element) -> bool:
    if is_of_notes(kinds_of(element)):
        return False
    return element.tag in _FURNITURE or (element.get("role") or "").lower() in _FURNITURE_ROLES
