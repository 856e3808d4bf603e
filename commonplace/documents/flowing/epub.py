"""EPUB books to layers: the chapters of the spine as one flow of blocks, with printed pages and titles marked on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import lxml.html
from lxml import etree

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.epub_package import Package, read_package, resolved
from commonplace.documents.flowing.flow import Draft, Flow, Style, placed
from commonplace.documents.flowing.xhtml_blocks import ChapterWalk, Resolve
from commonplace.documents.flowing.xhtml_ruby import part_ruby
from commonplace.documents.flowing.xmlsafe import decoded_markup, parse_markup
from commonplace.documents.opened import Contents
from commonplace.documents.reading import UnreadableError
from commonplace.documents.zipped import Archive

EXTRACTOR = extractor("epub")

# A title the contents name may stand under a number or an ornament.
_BELOW_MARK = 3

Marks = dict[str, dict[str, list[Style]]]
"""What to mark: by member, then by id."""


def read_epub(data: Contents, progress: Callable[[int, int], None] = lambda done, total: None) -> Extracted:
    """Return a book's text.

    Args:
        data: The file, or where it lies.
        progress: Told how many chapters of how many are done.

    Raises:
        UnreadableError: It is damaged, protected, or holds no text.
    """
    archive = Archive(data)
    try:
        package = read_package(archive)
        drafts, missing = _drafts(archive, package, progress)
    finally:
        archive.close()
    if not any(draft.text for draft in drafts):
        if missing:
            raise UnreadableError("damaged", "The book is damaged: none of its chapters could be read.")
        raise UnreadableError("no-text", "The book holds no text; its pages may be pictures.")
    _promote(drafts, {_squeezed(place.label): place.depth for place in package.contents})
    text, blocks = placed(drafts)
    return Extracted(
        "epub", EXTRACTOR, text, blocks=blocks, found=package.found, remark=_remark(missing, package.right_to_left)
    )


def _remark(missing: list[str], right_to_left: bool) -> str:
    said = ["its pages run from right to left"] if right_to_left else []
    if missing:
        said.append(f"{len(missing)} of its chapters could not be read ({', '.join(missing[:3])})")
    return "; ".join(said)


def _drafts(archive: Archive, package: Package, progress: Callable[[int, int], None]) -> tuple[list[Draft], list[str]]:
    """Return the book's blocks, and the chapters that could not be read."""
    marks = _marks(package)
    flow, missing, read = Flow(), [], set()
    sheets: dict[str, str] = {}
    for number, member in enumerate(package.chapters):
        progress(number, len(package.chapters))
        if member in read:
            continue
        read.add(member)
        root = _chapter(archive, member)
        if root is None:
            missing.append(member)
            continue
        body = root.find(".//{*}body")
        find = _resolver(archive, member)
        walk = ChapterWalk(flow, find, marks.get(member, {}), partial(_sheet, archive, sheets, find))
        walk.walk(root if body is None else body)
    return flow.finish(), missing


def _marks(package: Package) -> Marks:
    marks: Marks = {}
    for style, places in (("section", package.contents), ("page", package.pages)):
        for place in places:
            marks.setdefault(place.member, {}).setdefault(place.anchor, []).append((style, place.label))
    return marks


def _chapter(archive: Archive, member: str) -> etree._Element | None:
    """Return a chapter's tree, read as browsers read the web where it is no XML; None where it cannot be read."""
    if not archive.find(member):
        return None
    data = archive.read(member)
    with suppress(UnreadableError):
        return parse_markup(data, member)
    try:
        text = decoded_markup(data, member)
    except UnreadableError:
        # The others are read all the same.
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return etree.Element("body")
    part_ruby(root)
    return root


def _resolver(archive: Archive, base: str) -> Resolve:
    def resolve(address: str) -> str:
        return archive.find(resolved(base, address)[0]) if address else ""

    return resolve


def _sheet(archive: Archive, sheets: dict[str, str], find: Resolve, address: str) -> str:
    """Return a style sheet of the book; each is read once."""
    member = find(address)
    if member and member not in sheets:
        try:
            sheets[member] = archive.read(member).decode("utf-8", "replace")
        except UnreadableError:
            # The text can be read without it.
            sheets[member] = ""
    return sheets.get(member, "")


def _promote(drafts: list[Draft], depths: dict[str, int]) -> None:
    """Make a paragraph that the contents name a heading, and drop marks that only repeat a heading."""
    for number, draft in enumerate(drafts):
        for span in [span for span in draft.spans if span.style == "section"]:
            title = _squeezed(span.target)
            near = drafts[number : number + _BELOW_MARK]
            printed = next((one for one in near if _squeezed(one.text) == title), None)
            if printed is None or printed.kind not in ("paragraph", "heading"):
                continue
            if printed.kind == "paragraph":
                printed.kind, printed.level = "heading", min(depths.get(title, 1), 6)
            draft.spans.remove(span)


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
