"""What the elements of web pages and of books' chapters are, by their names and by what they say of themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from commonplace.documents.flowing.word_pages import note_kinds


def named(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = named(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul"
)
LISTS = frozenset(("ul", "ol", "menu", "dir"))
_KINDS = {"blockquote": "quote", "td": "cell", "th": "cell", "li": "list-item", "pre": "code"} | {
    f"h{level}": "heading" for level in range(1, 7)
}
# Of kinds inside each other the later here counts.
_RANKS = {
    kind: rank for rank, kind in enumerate(("paragraph", "quote", "cell", "list-item", "note", "code", "heading"))
}
_WEB = re.compile(r"(?:https?://|mailto:)", re.I)
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_ONE_NOTE = named("footnote endnote rearnote note doc-footnote doc-endnote")
_NOTES = _ONE_NOTE | {"footnotes", "endnotes", "rearnotes", "doc-endnotes"}
_NOTE_MARK = frozenset(("noteref", "doc-noteref"))
_BACK_LINK = frozenset(("backlink", "doc-backlink"))
_LONGEST_MARK = 8
_SHORT_MARK = re.compile(r"[\[(（〔]?(?:\d{1,4}|[*†‡§¶※]{1,4}|[a-zA-Z]|注\d*|註\d*)[\])）〕]?")


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
    own = frozenset(f"{said} {role}".lower().split()) if said or role else frozenset()
    return own | note_kinds(element) if "mso-" in (element.get("style") or "") else own


def is_of_notes(kinds: frozenset[str]) -> bool:
    """Say whether an element of these kinds is a note, or holds them."""
    return bool(kinds & _NOTES)


def is_one_note(kinds: frozenset[str]) -> bool:
    return bool(kinds & _ONE_NOTE)


def is_back_link(kinds: frozenset[str]) -> bool:
    """Say whether an element of these kinds leads from a note to its mark, which is a sign of the file's own."""
    return bool(kinds & _BACK_LINK)


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


class Inside(NamedTuple):
    """What a block is by what it stands in: its kind and level, how many lists, and whether white space counts."""

    kind: str = "paragraph"
    level: int = 0
    lists: int = 0
    exact: bool = False

    def block(self, tag: str, *, note: bool) -> Inside:
        """Return what holds inside a block element that stands here."""
        kind = _KINDS.get(tag, "note" if note else "paragraph")
        lists = self.lists + (tag in LISTS)
        if _RANKS[kind] < _RANKS[self.kind]:
            kind = self.kind
        level = 0
        if kind == "heading":
            level = int(tag[1]) if _KINDS.get(tag) == "heading" else self.level
        elif kind == "list-item":
            level = max(lists, 1)
        return Inside(kind, level, lists, self.exact or tag == "pre")
