"""The blocks of a saved page, and what tells its text from what serves the site: links, menus, the places of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from commonplace.documents.flowing.flow import Draft, Flow, Style
from commonplace.documents.flowing.word_pages import list_label, list_level
from commonplace.documents.flowing.xhtml_blocks import ChapterWalk
from commonplace.documents.flowing.xhtml_kinds import BLOCKS, is_of_notes, kinds_of
from commonplace.documents.flowing.xhtml_ruby import part_ruby

# They lay out a page; parts of a text lie in them side by side.
_LAYOUT = frozenset(["address", "article", "aside", "body", "center", "div", "fieldset", "footer", "form", "header",
                     "main", "nav", "section"])  # fmt: skip
_FURNITURE = frozenset(["nav", "aside", "footer", "form", "menu", "dialog", "search"])
_FURNITURE_ROLES = frozenset(
    ["navigation", "complementary", "contentinfo", "banner", "search", "menu", "menubar", "toolbar", "dialog"]
)
# Drawings are programs as much as pictures; these are pictures only.
_CARRIED = re.compile(r"data:image/(?!svg)[\w.+-]+[;,]", re.I)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page.

    Attributes:
        draft: The block.
        linked: How many of its characters are in links.
        furniture: Whether it stands in a part of the page that serves the site, such as a menu.
        container: The number of the part of the page in which it and its neighbours are laid out.
    """

    draft: Draft
    linked: int = 0
    furniture: bool = False
    container: int = 0

    @property
    def kind(self) -> str:
        return self.draft.kind

    @property
    def text(self) -> str:
        return self.draft.text


def page_blocks(body: etree._Element, images: Mapping[etree._Element, str]) -> list[PageBlock]:
    """Return the blocks below an element; what is hidden is left out.

    Args:
        body: The element.
        images: What the pictures that the file carries are called, by their elements.
    """
    part_ruby(body)
    walk = _PageWalk(images)
    walk.walk(body)
    return walk.blocks


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


class _PageWalk(ChapterWalk):
    """Goes through a page as through a chapter, and keeps in mind where on it each block is laid out."""

    def __init__(self, images: Mapping[etree._Element, str]) -> None:
        super().__init__(Flow(), lambda _: "", {})
        self.blocks: list[PageBlock] = []
        self._images = images
        self._open: list[str] = []
        self._containers = [0]
        self._counted = 0
        self._furniture = 0

    def walk(self, body: etree._Element) -> None:
        super().walk(body)
        self._flow.finish()

    def member_of(self, image: etree._Element) -> str:
        return self._images.get(image, "")

    def style_of(self, element: etree._Element, tag: str) -> Style | None:
        # A link to anywhere else than the web is kept as text only; it counts when menus are told from text.
        style = super().style_of(element, tag)
        return ("link", "") if style is None and tag == "a" and (element.get("href") or "").strip() else style

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._end_block()
            self._containers.append(self._container(tag))
            self._open.append(tag)
            self._furniture += _is_furniture(element, tag)
        if tag == "p" and (level := list_level(element)):
            self._numbers.open_item()
            super()._enter(element, tag)
            if self._inside.kind == "paragraph":
                self._inside = self._inside._replace(kind="list-item", level=level)
            return
        super()._enter(element, tag)

    def _is_apart(self, element: etree._Element, tag: str) -> bool:
        label = list_label(element)
        if label is not None:
            self._numbers.say(label)
        return label is not None or super()._is_apart(element, tag)

    def _leave(self, element: etree._Element, tag: str) -> None:
        super()._leave(element, tag)
        if tag == "p" and list_level(element):
            self._numbers.close_item()
        if tag in BLOCKS:
            self._open.pop()
            self._containers.pop()
            self._furniture -= _is_furniture(element, tag)

    def _container(self, tag: str) -> int:
        """Return the container of what stands in an element: a new one where it lays out a part of the page."""
        is_of_a_text = tag == "section" or (tag == "header" and ("article" in self._open or "main" in self._open))
        if tag not in _LAYOUT or is_of_a_text or not _LAYOUT.issuperset(self._open):
            return self._containers[-1]
        self._counted += 1
        return self._counted

    def _end_block(self) -> None:
        super()._end_block()
        self.blocks += [self._block(draft) for draft in self._flow.drafts[len(self.blocks) :]]

    def _block(self, draft: Draft) -> PageBlock:
        linked = sum(span.end - span.start for span in draft.spans if span.style == "link")
        draft.spans = [span for span in draft.spans if span.style != "link" or span.target]
        return PageBlock(draft, linked, self._furniture > 0, self._containers[-1])


def _is_furniture(element: etree._Element, tag: str) -> bool:
    if is_of_notes(kinds_of(element)):
        return False
    return tag in _FURNITURE or (element.get("role") or "").lower() in _FURNITURE_ROLES
