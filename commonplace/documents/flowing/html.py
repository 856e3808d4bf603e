"""Saved web pages to layers: the article as trafilatura finds it, or the whole page."""

from __future__ import annotations

import re
from collections import Counter

import lxml.html
import trafilatura
from lxml import etree

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing import encodings
from commonplace.documents.flowing.flow import placed
from commonplace.documents.flowing.html_blocks import PageBlock, image_places, page_blocks
from commonplace.documents.flowing.xhtml_blocks import Resolve
from commonplace.documents.found.lines import is_prose
from commonplace.documents.found.metadata_html import found_in_html
from commonplace.documents.reading import UnreadableError

PAGE_EXTRACTOR = extractor("html-page")
ARTICLE_EXTRACTOR = extractor("html-article")

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
# A page says it before its text begins; scripts and styles may stand before that.
_HEAD = 1 << 16
_BODY = re.compile(rb"<body\b", re.I)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
# Of a page with little on it, an article of less than this share is more likely a misjudgement.
_LEAST_SHARE = 0.25
_SHORT_PAGE = 4000
# Looking for the article takes seconds for each megabyte; a page of this size is a book.
_LARGEST_SEARCHED = 3 << 20
_CUT = "its parts are nested too deep; what follows there could not be read"
_PARTS = ("p", "head", "item", "cell", "quote", "code", "ab")


def read_html(
    data: bytes, encoding: str = "", *, whole_page: bool = False, resolve: Resolve = lambda _: ""
) -> Extracted:
    """Return the article of a saved page, or all of it.

    Where no article is found the whole page is taken, and the remark says so.

    Args:
        data: The page.
        encoding: Its encoding, or empty to find it out.
        whole_page: Take all of it.
        resolve: Finds what a picture that came with the page is called, by its address in it.

    Raises:
        UnreadableError: There is no text in it, or it is not in the named encoding.
    """
    source = _source(data, encoding)
    tree, is_whole = _tree(source)
    body = tree.find("body")
    page = page_blocks(tree if body is None else body, image_places(tree, resolve))
    if not page and not is_whole:
        raise UnreadableError("damaged", "The parts of the page are nested too deep to be read.")
    if not page:
        raise UnreadableError("no-text", "The page holds no text; it may have been saved before it was loaded.")
    article = [] if whole_page or len(source) > _LARGEST_SEARCHED else _article(source, page)
    chosen, made_by, remark = _titled(article, page, tree.findtext(".//title") or ""), ARTICLE_EXTRACTOR, ""
    if not article:
        chosen, made_by = page, PAGE_EXTRACTOR
        remark = "" if whole_page else "no article was found in the page, so all of it was kept"
    axis, blocks = placed(block.draft for block in chosen)
    remarks = "; ".join(filter(None, [remark, "" if is_whole else _CUT]))
    return Extracted("html", made_by, axis, blocks=blocks, found=found_in_html(tree, axis), remark=remarks)


def page_tree(data: bytes) -> etree._Element:
    """Return a saved page's tree.

    Raises:
        UnreadableError: There is nothing in it.
    """
    return _tree(_source(data, ""))[0]


def _source(data: bytes, encoding: str) -> str:
    return _DECLARATION.sub("", _decoded(data, encoding), count=1)


def _decoded(data: bytes, encoding: str) -> str:
    """Return a page's text: by the user's word, its byte order mark, its own word, or by guessing."""
    if encoding or encodings.by_mark(data):
        return encodings.decode(data, encoding)[0]
    declared = _CHARSET.search(_COMMENT.sub(b"", _BODY.split(data[:_HEAD], maxsplit=1)[0]))
    return encodings.declared_as(data, declared[1].decode("ascii") if declared else "")[0]


def _tree(source: str) -> tuple[etree._Element, bool]:
    """Return a page's tree, and whether all of the page is in it: the parser ends where parts are nested too deep."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=False)
    try:
        tree = lxml.html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(
            "no-text", "The page holds no text; it may have been saved before it was loaded."
        ) from error
    return tree, not any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _article(source: str, page: list[PageBlock]) -> list[PageBlock]:
    """Return the blocks of the page that make up its article; none where that is not to be told.

    Trafilatura says which text it is; the blocks are ours, so every character is the page's own.
    """
    found = trafilatura.bare_extraction(
        source,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=False,
    )
    if found is None or found.body is None:
        return []
    parts = [_squeezed(_own_text(part)) for part in found.body.iter(*_PARTS)]
    chosen = _matching(page, parts, _squeezed("".join(map(str, found.body.itertext()))))
    kept, whole = _length(chosen), _length(page)
    return chosen if kept >= whole * _LEAST_SHARE or (whole > _SHORT_PAGE and kept > _SHORT_PAGE / 10) else []


def _titled(chosen: list[PageBlock], page: list[PageBlock], title: str) -> list[PageBlock]:
    """Return an article with the heading above it that is the page's title, and what is laid out beside that."""
    before = page[: next(number for number, block in enumerate(page) if block is chosen[0])] if chosen else []
    tops = [number for number, block in enumerate(before) if block.kind == "heading" and block.draft.level == 1]
    said = _squeezed(title)
    if not tops or any(block.kind == "heading" and _squeezed(block.text) in said for block in chosen):
        return chosen
    first = before[tops[-1]]
    if not _is_text(first) or (_squeezed(first.text) or "?") not in said:
        return chosen
    beside = [block for block in before[tops[-1] :] if block.container == first.container and _is_text(block)]
    return beside + chosen


def _length(page: list[PageBlock]) -> int:
    return sum(len(block.text) for block in page)


def _own_text(part: etree._Element) -> str:
    """Return the text of a part without that of the parts inside it."""
    texts = [part.text or ""]
    for child in part:
        if child.tag not in (*_PARTS, "list", "table", "row"):
            texts += map(str, child.itertext())
        texts.append(child.tail or "")
    return "".join(texts)


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _matching(page: list[PageBlock], parts: list[str], whole: str) -> list[PageBlock]:
    """Return the page whose text is among the parts, and those that were overlooked.

    These are its notes, what is laid out beside running text of the article, and running text between two of its parts.
    """
    single = set(parts)
    among = [_is_among(block, whole, single) for block in page]
    homes = _homes([block for block, is_in in zip(page, among, strict=True) if is_in])
    taken = [is_in or _is_beside(block, homes) for block, is_in in zip(page, among, strict=True)]
    if not any(taken):
        return []
    first, last = taken.index(True), len(taken) - 1 - taken[::-1].index(True)
    kept: list[PageBlock] = []
    for number in range(last, first - 1, -1):
        block = page[number]
        heads = block.kind == "heading" and _is_text(block) and bool(kept) and kept[-1] is page[number + 1]
        if taken[number] or _is_running(block) or heads or _is_between(taken, number, block):
            kept.append(block)
    return kept[::-1]


def _is_among(block: PageBlock, whole: str, single: set[str]) -> bool:
    text = _squeezed(block.text)
    # A short text may stand in the article by chance.
    return bool(text) and (text in single or (len(text) >= 12 and not block.furniture and text in whole))


def _is_text(block: PageBlock) -> bool:
    return not block.furniture and block.linked * 2 < len(block.text)


def _homes(among: list[PageBlock]) -> set[int]:
    """Return the containers in which running text of the article lies, and the one in which most of it does."""
    lengths: Counter[int] = Counter()
    for block in among:
        lengths[block.container] += len(block.text)
    most = [container for container, _ in lengths.most_common(1)]
    return {*most, *(block.container for block in among if _is_running(block))}


def _is_beside(block: PageBlock, homes: set[int]) -> bool:
    if block.kind == "image":
        return block.container in homes and not block.furniture
    return _is_text(block) and (block.container in homes or block.kind == "note")


def _is_running(block: PageBlock) -> bool:
    return _is_text(block) and is_prose(block.text)


def _is_between(taken: list[bool], number: int, block: PageBlock) -> bool:
    """True for a short block, such as a heading, a cell or a line of verse, right between two of the article's."""
    return not block.furniture and not block.linked and taken[number - 1] and taken[number + 1]
