"""Plain text as Pandoc Markdown that reads back as the very same characters.

A character is escaped only where pandoc would act upon it, so that ordinary prose stays as it was printed: ``[sic]``,
``$5 billion``, ``foo_bar`` and straight quotation marks go through untouched.  The rules are those of pandoc's
default Markdown (MANUAL.txt, "Pandoc's Markdown"); its typographic quotation marks are the reader's business.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from unicodedata import ucd_3_2_0 as old_characters

_ACTIVE = re.compile(r"[\\`*_~^$@\[<&]|(?<=<)!")
# Dollars make a formula only if one can close it, and none followed by a digit can.
_CLOSING_DOLLAR = re.compile(r"\$(?![0-9])")
_LITERAL_BRACKET = re.compile(r"\[([^^\[\]][^\[\]]*)?\](?![(\[{:])")
_TAG = re.compile(r"<(?=[^\s=0-9!]|[0-9][^\s>]*@)")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_MENTION = re.compile(r"(?<![A-Za-z0-9])@(?=\S)")

_OPENS_BLOCK = re.compile(r"[>|]|[-+*:~](?=[ \t]|$)|#+(?=[ \t]|$)|-(?=[ \t-]*$)|:::")
_OPENS_LIST = re.compile(r"\(?(?:[0-9]+|#|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=[ \t]|$)")
# One capital, a full stop and one space: pandoc takes it for a name's initial.
_INITIAL = re.compile(r"[A-Z]\. \S")

_LINE_END = re.compile(r"\r\n?")


def folded(text: str) -> str:
    """Return a heading as pandoc compares it with a ``[reference]``: case and white space do not count."""
    return " ".join(text.casefold().split())


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, without white space at their ends; each newline begins one.

    Only spaces and tabs are taken off: an ideographic or a no-break space belongs to the text.
    """
    lines = (line.strip(" \t") for line in _LINE_END.sub("\n", text).split("\n"))
    return [line for line in lines if line]


def block(paragraph: str, headings: Collection[str] = ()) -> str:
    """Return one paragraph as it may stand at the beginning of a line.

    ``headings`` are the document's, folded: pandoc makes a link of a heading's words in brackets.
    """
    text = inline(paragraph, headings)
    if found := _OPENS_LIST.match(text):
        at = found.end() - 1
        return text if _INITIAL.match(text) else f"{text[:at]}\\{text[at:]}"
    return f"\\{text}" if _OPENS_BLOCK.match(text) else text


def heading(text: str, headings: Collection[str] = ()) -> str:
    """Return a text as it may stand after the signs of a heading: one line, without attributes or a closing ``#``."""
    line = inline(" ".join(text.split()), headings).replace("{", "\\{")
    return line.replace("#", "\\#") if line.endswith("#") else line


def inline(text: str, headings: Collection[str] = ()) -> str:
    """Return a text without a newline as it may stand inside a line."""
    if not _ACTIVE.search(text):
        return text
    # Two of a kind may enclose something; one alone cannot.
    pairs = {char for char in "`*_~^@" if text.find(char) != text.rfind(char)}
    if _CLOSING_DOLLAR.search(text, text.find("$") + 1):
        pairs.add("$")

    def escaped(found: re.Match[str]) -> str:
        char = found[0]
        return f"\\{char}" if _acts(char, text, found.start(), pairs, headings) else char

    return _ACTIVE.sub(escaped, text)


def _acts(char: str, text: str, at: int, pairs: Collection[str], headings: Collection[str]) -> bool:
    match char:
        case "\\" | "!":
            return True  # "!" is that of a comment: in lists pandoc looks for those before it looks for backslashes
        case "_":
            return char in pairs and not (at and _is_word(text[at - 1]))
        case "[":
            return text[at - 1 : at] in {"^", "!"} or _is_link(text, at, headings)
        case "<":
            return _TAG.match(text, at) is not None
        case "&":
            return _ENTITY.match(text, at) is not None
        case "@":
            return char in pairs or _MENTION.match(text, at) is not None
        case _:
            return char in pairs


def _is_word(char: str) -> bool:
    # An old pandoc knows old characters only; all others count as signs here.
    return old_characters.category(char) in {"Lu", "Ll", "Lt", "Lo", "Nd"}


def _is_link(text: str, at: int, headings: Collection[str]) -> bool:
    literal = _LITERAL_BRACKET.match(text, at)
    return literal is None or folded(literal[1] or "") in headings
