"""Rich Text to layers: every code page, notes after the text, headings and lists by their styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.fields import link_of, ruby_of
from commonplace.documents.flowing.flow import Draft, Style, placed
from commonplace.documents.flowing.numbering import label_number
from commonplace.documents.flowing.rtf_pictures import SHOWN_PICTURES
from commonplace.documents.flowing.rtf_state import (
    CELL_ENDS,
    CHARACTERS,
    KNOWN_STARRED,
    LABELS,
    PARAGRAPH_ENDS,
    RAISED,
    SHOWN,
    SIGNS,
    SKIPPED,
    SWITCHES,
    Field,
    Group,
    Out,
)
from commonplace.documents.flowing.rtf_tables import ROW_WORDS
from commonplace.documents.flowing.rtf_text import RtfText
from commonplace.documents.flowing.rtf_tokens import Token, tokens
from commonplace.documents.flowing.said import PROPERTIES, authors_of_properties, completed
from commonplace.documents.flowing.style_names import kind_of_name, outline_of_name
from commonplace.documents.found.dates import iso
from commonplace.documents.found.values import tidy, useful_title
from commonplace.documents.reading import UnreadableError
from core.page_labels import roman
from core.records import Found

EXTRACTOR = extractor("rtf")

_DEEPEST = 5000
_ENDNOTE = re.compile(rb"\\footnote\s*\\ftnalt(?![a-z])")


def read_rtf(data: bytes) -> Extracted:
    """Return a Rich Text file's text; hidden and deleted text is left out.

    Raises:
        UnreadableError: It is damaged or holds no text.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise UnreadableError("damaged", "The file is named .rtf but holds no Rich Text.")
    reader = _Reader()
    whole = reader.read(data)
    drafts = reader.drafts()
    if not any(draft.text for draft in drafts):
        raise UnreadableError("no-text", "The file holds no text.")
    text, blocks = placed(drafts)
    found = completed(reader.found(), drafts, text)
    remark = "" if whole else "the file ends early; what is there was read"
    return Extracted("rtf", EXTRACTOR, text, blocks=blocks, found=found, remark=remark)


class _Reader:
    """Goes through the tokens once."""

    def __init__(self) -> None:
        self._body = Out()
        self._group = Group(self._body)
        self._stack: list[Group] = []
        self._text = RtfText()
        self._styles: dict[int, tuple[str, int]] = {}
        self._notes: dict[str, list[Out]] = {"footnote": [], "endnote": []}
        self._roman_endnotes = False
        self._pictures = -1
        self._info: dict[str, str] = {}
        self._words = self._control_words()

    def read(self, data: bytes) -> bool:
        """Read all; return whether every group was ended."""
        for token in tokens(_ENDNOTE.sub(rb"\\endnote", data)):
            if token.sort == "bytes":
                self._text.take(token.value)
                continue
            if token.sort == "binary":
                continue
            self._put(self._text.waiting(self._group))
            if token.sort == "open":
                self._open()
            elif token.sort == "close":
                self._close()
                if not self._stack:
                    break
            elif self._text.skip > 0 and token.value not in (b"u", b"uc"):
                self._text.skip -= 1
            elif token.sort == "sign":
                self._sign(token.value)
            else:
                self._word(token)
        self._put(self._text.waiting(self._group))
        whole = not self._stack
        while self._stack:
            self._close()
        return whole

    def drafts(self) -> list[Draft]:
        begin = self._body.flow.table
        drafts = self._body.finish(begin)
        for kind in ("footnote", "endnote"):
            for note in self._notes[kind]:
                drafts += note.finish(begin)
        return drafts

    def found(self) -> Iterator[Found]:
        if title := useful_title(self._info.get("title")):
            yield Found("title", title, PROPERTIES, 60)
        yield from authors_of_properties(self._info.get("author"))
        if created := iso(self._info.get("creatim", "")):
            yield Found("date", created, PROPERTIES, 40)

    # Text

    def _put(self, text: str) -> None:
        group = self._group
        if group.skipped or not text:
            return
        if group.sink is not None:
            group.sink.append(text)
            if group.name in (b"fonttbl", b"stylesheet") and ";" in text:
                self._define(group)
            return
        if group.worn & {"hidden", "deleted"}:
            return
        group.out.flow.wear(self._styles_of(group))
        group.out.flow.put(text)

    @staticmethod
    def _styles_of(group: Group) -> Iterator[Style]:
        yield from ((style, "") for style in SHOWN if style in group.worn)
        if group.link:
            yield "link", group.link

    # Groups

    def _open(self) -> None:
        if len(self._stack) > _DEEPEST:
            raise UnreadableError("damaged", "The file is damaged: its groups are nested without end.")
        self._text.skip = 0
        self._stack.append(self._group)
        self._group = copy(self._group)
        self._group.starred = False

    def _close(self) -> None:
        self._text.skip = 0
        if not self._stack:
            return
        ended, self._group = self._group, self._stack.pop()
        if ended.out is not self._group.out:
            self._end_out(ended)
        elif not self._stack:
            self._end_paragraph(ended)
        if ended.sink is not None and ended.sink is not self._group.sink and ended.name in (b"title", b"author"):
            self._info[ended.name.decode("ascii")] = tidy("".join(ended.sink))
        if ended.name in LABELS and ended.sink is not None and ended.sink is not self._group.sink:
            self._group.out.number = label_number("".join(ended.sink))
        if ended.code is not None and ended.code is not self._group.code:
            self._end_field(ended.code)

    def _end_out(self, ended: Group) -> None:
        self._end_paragraph(ended)
        if ended.out.inside == "box":
            self._group.out.boxes += ended.out.finish(self._body.flow.table)

    def _end_field(self, ended: Field) -> None:
        ruby = None if ended.result else ruby_of("".join(ended.parts))
        if ruby and not self._group.skipped and self._group.sink is None:
            flow = self._group.out.flow
            start = flow.length
            flow.put(ruby[0])
            flow.cover(start, flow.length, ("ruby", ruby[1]))

    def _define(self, group: Group) -> None:
        """Keep what a line of the font table or the style sheet says."""
        name = "".join(group.sink or []).partition(";")[0].strip()
        if group.sink is not None:
            group.sink.clear()
        if group.name == b"fonttbl":
            self._text.add_font(group, name)
            group.charset, group.page = 1, 0
        else:
            outline = group.outline if group.outline >= 0 else outline_of_name(name)
            self._styles[group.style] = name, outline

    # Control words and signs

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._group.starred = True
        elif sign in (b"\n", b"\r"):
            self._paragraph_end()
        elif sign in SIGNS:
            self._put(SIGNS[sign])

    def _word(self, token: Token) -> None:
        group, word, number = self._group, token.value, token.number
        if word == b"u":
            self._put(self._text.unit(number or 0, group))
            return
        if group.starred:
            group.starred = False
            group.skipped |= word not in KNOWN_STARRED
        if word in SKIPPED:
            group.skipped = True
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word in SHOWN_PICTURES:
            self._show_picture()
        elif word in SWITCHES or word in RAISED:
            self._switch(word, on=number != 0)
        elif word in PARAGRAPH_ENDS:
            self._paragraph_end()
        elif word in CELL_ENDS:
            self._cell_end(word)
        elif word in ROW_WORDS:
            if not group.skipped and group.sink is None:
                group.out.table.word(word, number or 0)
        elif word in self._words:
            self._words[word](number if number is not None else -1)

    def _control_words(self) -> dict[bytes, Callable[[int], None]]:
        def setter(name: str) -> Callable[[int], None]:
            return lambda number: setattr(self._group, name, number)

        return {
            b"f": setter("font"), b"s": setter("style"), b"ls": setter("list_id"), b"ilvl": setter("list_level"),
            b"fcharset": setter("charset"), b"cpg": setter("page"), b"uc": setter("fallback"),
            b"outlinelevel": lambda number: setattr(self._group, "outline", number + 1 if number < 9 else 0),
            b"intbl": lambda _: setattr(self._group, "table", True),
            b"itap": lambda number: setattr(self._group, "table", number > 0),
            b"dbch": lambda _: setattr(self._group, "far", True),
            b"loch": lambda _: setattr(self._group, "far", False),
            b"hich": lambda _: setattr(self._group, "far", False),
            b"af": self._far_font, b"pard": self._plain_paragraph, b"plain": self._plain_text,
            b"nosupersub": lambda _: self._raise(""), b"ansicpg": self._text.code_page,
            b"mac": lambda _: self._text.code_page(10000), b"pc": lambda _: self._text.code_page(437),
            b"pca": lambda _: self._text.code_page(850),
            b"deff": lambda number: setattr(self._text, "default_font", number),
            b"fonttbl": lambda _: self._gather(b"fonttbl"), b"stylesheet": lambda _: self._gather(b"stylesheet"),
            b"pict": self._picture,
            b"info": lambda _: setattr(self._group, "sink", []), b"title": lambda _: self._gather(b"title"),
            b"author": lambda _: self._gather(b"author"), b"creatim": lambda _: self._gather(b"creatim"),
            b"yr": lambda number: self._created("yr", number), b"mo": lambda number: self._created("mo", number),
            b"dy": lambda number: self._created("dy", number),
            b"field": lambda _: setattr(self._group, "code", Field()), b"fldinst": self._field_code,
            b"fldrslt": self._field_result, b"listtext": lambda _: self._list_label(b"listtext"),
            b"pntext": lambda _: self._list_label(b"pntext"),
            b"footnote": lambda _: self._note("footnote"), b"endnote": lambda _: self._note("endnote"),
            b"aftnnrlc": lambda _: self._count_endnotes_in_roman(),
            b"shptxt": lambda _: setattr(self._group, "out", Out(inside="box")), b"upr": self._plain_twin,
            b"ud": self._unicode_twin,
        }  # fmt: skip

    def _switch(self, word: bytes, *, on: bool) -> None:
        if word in RAISED:
            self._raise(RAISED[word] if on else "")
        else:
            style = SWITCHES[word]
            self._group.worn = self._group.worn | {style} if on else self._group.worn - {style}

    def _raise(self, style: str) -> None:
        self._group.worn = (self._group.worn - set(RAISED.values())) | ({style} if style else set())

    def _far_font(self, number: int) -> None:
        if self._group.far:
            self._group.far_font = number

    def _plain_paragraph(self, _: int) -> None:
        group = self._group
        group.style, group.outline, group.list_id, group.list_level, group.table = 0, -1, 0, 0, False

    def _plain_text(self, _: int) -> None:
        self._group.worn = self._group.worn & {"deleted"}
        self._group.font, self._group.far_font, self._group.far = -1, -1, False

    def _gather(self, name: bytes) -> None:
        self._group.sink, self._group.name = [], name

    def _created(self, part: str, number: int) -> None:
        if self._group.name != b"creatim" or not 0 < number < 10_000:
            return
        before = self._info.get("creatim", "")
        self._info["creatim"] = f"{number:04}" if part == "yr" else f"{before}-{number:02}"

    def _field_code(self, _: int) -> None:
        if self._group.code is not None:
            self._group.sink, self._group.name = self._group.code.parts, b"fldinst"

    def _field_result(self, _: int) -> None:
        group = self._group
        if group.code is not None:
            group.code.result = True
            group.link = link_of("".join(group.code.parts)) or group.link

    def _list_label(self, name: bytes) -> None:
        group = self._group
        group.out.listed = True
        if group.skipped or group.worn & {"hidden", "deleted"}:
            group.skipped = True
        else:
            self._gather(name)

    def _picture(self, _: int) -> None:
        group = self._group
        self._pictures += 1
        group.picture = not (group.skipped or group.sink is not None or group.worn & {"hidden", "deleted"})
        group.skipped = True

    def _show_picture(self) -> None:
        if self._group.picture:
            self._group.out.flow.mark("image", f"pict:{self._pictures}")

    def _plain_twin(self, _: int) -> None:
        # The group holds its text twice: for old readers first, then in Unicode under \ud.
        self._group.skipped = True

    def _unicode_twin(self, _: int) -> None:
        self._group.skipped = len(self._stack) > 1 and self._stack[-2].skipped

    def _note(self, kind: str) -> None:
        group = self._group
        if group.skipped or group.worn & {"hidden", "deleted"}:
            group.skipped = True
            return
        number = len(self._notes[kind]) + 1
        mark = roman(number) if kind == "endnote" and self._roman_endnotes else str(number)
        group.out.flow.mark("note", mark)
        group.out = Out(inside="note")
        group.out.flow.mark("note", mark)
        group.worn, group.table, group.link = frozenset(), False, ""
        self._notes[kind].append(group.out)

    def _count_endnotes_in_roman(self) -> None:
        self._roman_endnotes = True

    # Paragraphs

    def _paragraph_end(self) -> None:
        group = self._group
        if group.skipped or group.sink is not None or group.worn & {"hidden", "deleted"}:
            return
        self._end_paragraph(group)

    def _cell_end(self, word: bytes) -> None:
        if not self._group.skipped and self._group.sink is None:
            out = self._group.out
            self._end(out, "cell", 0)
            if word == b"cell":
                out.table.end_cell(len(out.flow.drafts))

    def _end_paragraph(self, group: Group) -> None:
        kind, level = self._kind(group)
        self._end(group.out, kind, level)

    def _end(self, out: Out, kind: str, level: int) -> None:
        out.flow.wear(())
        out.flow.end(kind, level, number=out.number, trim=" \t\n\u00a0" if kind == "note" else " \n")
        out.listed, out.number = False, ""
        if out.inside != "box":
            out.flow.drafts += out.boxes
            out.boxes = []
        if kind != "cell":
            out.table.end(out.flow.drafts, self._body.flow.table)

    def _kind(self, group: Group) -> tuple[str, int]:
        if group.out.inside == "note":
            return "note", 0
        if group.table:
            return "cell", 0
        name, outline = self._styles.get(group.style, ("", 0))
        if outline := group.outline if group.outline >= 0 else outline:
            return "heading", outline
        if group.out.listed or group.list_id > 0:
            return "list-item", max(group.list_level, 0) + 1
        return kind_of_name(name), 0
