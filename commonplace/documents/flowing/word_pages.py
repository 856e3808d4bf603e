"""What Word says in the styles of the web pages it saves: which paragraphs are items of lists, and which are notes."""

from __future__ import annotations

import re

from lxml import etree

from commonplace.documents.flowing.numbering import label_number

_LABEL = re.compile(r"mso-list\s*:\s*ignore", re.I)
_ITEM = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])", re.I)
_NOTE = re.compile(r"mso-element\s*:\s*(?:foot|end)note(?![-\w])", re.I)
_MARK = re.compile(r"mso-(?:foot|end)note-id", re.I)
_SIGNS = re.compile(r"font-family\s*:\s*[\"']?(?:Wingdings|Webdings|Symbol)", re.I)


def list_level(element: etree._Element) -> int:
    """Return the level of a paragraph in a list, 0 for none."""
    found = _ITEM.search(element.get("style") or "")
    return int(found[1]) if found else 0


def list_label(element: etree._Element) -> str | None:
    """Return the number in what is printed before an item, empty for a bullet; None for other elements."""
    if not _LABEL.search(element.get("style") or ""):
        return None
    around = (element, element.getparent(), *element.iterdescendants())
    if any(_SIGNS.search(one.get("style") or "") for one in around if one is not None and isinstance(one.tag, str)):
        return ""
    return label_number("".join(map(str, element.itertext())))


def note_kinds(element: etree._Element) -> frozenset[str]:
    """Return what an element is of the notes, as pages for reading aloud say it."""
    style = element.get("style") or ""
    if _NOTE.search(style):
        return frozenset(("footnote",))
    if element.tag != "a" or not _MARK.search(style):
        return frozenset()
    return frozenset(("backlink" if "ref" in (element.get("href") or "").rpartition("#")[2] else "noteref",))
