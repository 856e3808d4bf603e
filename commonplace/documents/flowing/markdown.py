"""Markdown to layers: the text as it is read, without its marks; emphasis, links and notes are kept as spans.

Quotes are cited as printed, so the axis holds what CommonMark renders, not the source: a line end inside a paragraph
is a space, between wide characters nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.encodings import decode
from commonplace.documents.flowing.flow import Flow, Style, placed
from commonplace.documents.flowing.front_matter import found_in_front_matter
from commonplace.documents.flowing.numbering import OpenLists, Ordered
from commonplace.documents.flowing.said import completed
from commonplace.documents.flowing.tables import Grid
from commonplace.documents.flowing.xhtml_blocks import ChapterWalk
from commonplace.documents.flowing.xhtml_ruby import Ruby, part_ruby
from commonplace.documents.reading import UnreadableError
from core.links import safe_link
from core.records import Found

EXTRACTOR = extractor("markdown")

# What is nested deeper would be left out without a word.
_NESTING = 200
_STYLES = {"strong": "bold", "em": "italic", "s": "strikethrough"}
_TAG_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "superscript", "sub": "subscript",
    "code": "code",
}  # fmt: skip
# Pandoc, Quarto and Hugo name headings so, and print nothing of it.
_HEADING_NAME = re.compile(r"\s*\{[#.-][^{}]*\}\s*$")
_PROGRAMS = frozenset(("script", "style"))
_APART = _PROGRAMS | {"rt", "rp", "rtc"}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^>]*>")


def read_markdown(data: bytes, encoding: str = "") -> Extracted:
    """Return a Markdown file's text.

    Raises:
        UnreadableError: It holds no text, or is not in the named encoding.
    """
    source, name = decode(data, encoding)
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
    parsed = parser.use(footnote_plugin).use(front_matter_plugin).parse(source)
    reader = _Reader()
    reader.read(parsed)
    drafts = reader.flow.finish()
    if not any(draft.text for draft in drafts):
        raise UnreadableError("no-text", "The file holds no text.")
    text, blocks = placed(drafts)
    found = completed(reader.found, drafts, text)
    remark = "" if name in ("utf-8", "ascii") else f"read as {name}"
    return Extracted("markdown", EXTRACTOR, text, blocks=blocks, found=found, remark=remark)


class _Reader:
    """Goes through the parsed blocks once."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.found: list[Found] = []
        self._open: list[str] = []
        self._levels: list[int] = []
        self._numbers = OpenLists()
        self._grid = Grid(0)
        self._rubies: list[Ruby] = []
        self._apart, self._aside = "", list[str]()

    def read(self, parsed: Sequence[Token]) -> None:
        for token in parsed:
            if token.type == "inline":
                self._inline(self._printed(token.children or []))
            elif token.type in ("fence", "code_block"):
                self.flow.put(token.content.removesuffix("\n"))
                self._end("code", trim="\n")
            elif token.type == "html_block":
                self._html(token.content)
            elif token.type == "front_matter":
                self.found += found_in_front_matter(token.content)
            elif token.nesting > 0:
                self._open_block(token)
            elif token.nesting < 0:
                self._close_block(token)

    def _open_block(self, token: Token) -> None:
        self._open.append(token.type.removesuffix("_open"))
        self._levels.append(int(token.tag[1]) if token.type == "heading_open" else 0)
        if token.type == "footnote_open":
            self.flow.mark("note", _note_mark(token))
        elif token.tag in ("ol", "ul"):
            start = int(token.attrs.get("start", 1))
            self._numbers.open(Ordered("decimal", start, ending=token.markup) if token.tag == "ol" else None)
        elif token.tag == "li":
            self._numbers.open_item()
        elif token.tag == "table":
            self._grid = self.flow.table()
        elif token.tag == "tr":
            self._grid.row()
        elif token.tag in ("td", "th"):
            self.flow.cell = self._grid.cell(heads=token.tag == "th")

    def _close_block(self, token: Token) -> None:
        if self.flow.length:
            self._end()
        if token.tag in ("ol", "ul"):
            self._numbers.close()
        elif token.tag == "li":
            self._numbers.close_item()
        elif token.tag in ("td", "th"):
            self.flow.cell = None
        self._open.pop()
        self._levels.pop()

    def _kind(self) -> tuple[str, int]:
        if "heading" in self._open:
            return "heading", max(self._levels)
        if "footnote" in self._open:
            return "note", 0
        if "list_item" in self._open:
            return "list-item", self._open.count("list_item")
        if "td" in self._open or "th" in self._open:
            return "cell", 0
        return ("quote", 0) if "blockquote" in self._open else ("paragraph", 0)

    def _printed(self, children: list[Token]) -> list[Token]:
        """Return what is printed of a line: of a heading, not the name behind it."""
        last = children[-1] if children and "heading" in self._open else None
        if last is not None and last.type == "text" and (name := _HEADING_NAME.search(last.content)):
            last.content = last.content[: name.start()]
        return children

    def _inline(self, children: Sequence[Token]) -> None:
        worn: list[Style] = []
        tagged: list[Style] = []
        for token in children:
            if token.nesting > 0:
                worn.append(_style(token))
            elif token.nesting < 0:
                worn.pop()
            elif token.type == "html_inline":
                self._tag(token.content, tagged)
            self.flow.wear(style for style in (*worn, *tagged) if style[0])
            self._piece(token)
        self.flow.wear(())
        self._rubies.clear()
        self._apart = ""
        self._end()

    def _end(self, kind: str = "", *, trim: str = " \n") -> None:
        kind, level = (kind, 0) if kind else self._kind()
        if self.flow.end(kind, level, number=self._numbers.waiting, trim=trim):
            self._numbers.told()

    def _piece(self, token: Token) -> None:
        if self._apart:
            self._aside.append(token.content if token.type == "text" else "")
        elif token.type == "text":
            self.flow.put(token.content)
        elif token.type == "code_inline":
            start = self.flow.length
            self.flow.put(token.content)
            self.flow.cover(start, self.flow.length, ("code", ""))
        elif token.type == "softbreak":
            self.flow.soft_break()
        elif token.type == "hardbreak":
            self.flow.line_break()
        elif token.type == "image" and token.content.strip():
            # The picture is no part of the file; what it shows is kept in words.
            self.flow.mark("alt", token.content)
        elif token.type == "footnote_ref":
            self.flow.mark("note", _note_mark(token))

    def _tag(self, tag: str, tagged: list[Style]) -> None:
        """Follow the few HTML tags that people mix into a line; of the others the text between them is kept."""
        match = _TAG.match(tag)
        name = match[2].lower() if match else ""
        style = (_TAG_STYLES.get(name, ""), "")
        if match and name in (_APART if self._rubies else _PROGRAMS):
            self._set_apart(name, ends=bool(match[1]))
        elif match and name in ("ruby", "rb"):
            self._ruby_tag(name, ends=bool(match[1]))
        elif name == "br":
            self.flow.line_break()
        elif match and style[0] and not match[1]:
            tagged.append(style)
        elif style in tagged:
            tagged.remove(style)

    def _set_apart(self, name: str, *, ends: bool) -> None:
        """Begin or end what is no text of the line: scripts, and of ruby the readings, which are kept."""
        if self._apart in ("rt", "rtc") and self._rubies:
            self._rubies[-1].reading("".join(self._aside).strip(), self.flow.length)
        self._apart, self._aside = "" if ends else name, []

    def _ruby_tag(self, name: str, *, ends: bool) -> None:
        if name == "ruby" and not ends:
            self._rubies.append(Ruby(self.flow.length))
        elif self._rubies and name == "ruby":
            self._set_apart(name, ends=True)
            for start, end, reading in self._rubies.pop().spans(self.flow.length):
                self.flow.cover(start, end, ("ruby", reading))
        elif self._rubies:
            (self._rubies[-1].base_ends if ends else self._rubies[-1].base_begins)(self.flow.length)

    def _html(self, content: str) -> None:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        try:
            tree = lxml.html.document_fromstring(content.encode(), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            return  # a comment, or a tag that opens nothing
        part_ruby(tree)
        ChapterWalk(self.flow, lambda _: "", {}).walk(tree)


def _style(token: Token) -> Style:
    if token.type == "link_open":
        address = safe_link(str(token.attrs.get("href", "")))
        return ("link", address) if address else ("", "")
    return _STYLES.get(token.type.removesuffix("_open"), ""), ""


def _note_mark(token: Token) -> str:
    label = token.meta.get("label")
    return str(label) if label else str(int(token.meta.get("id", 0)) + 1)
