r"""People's own Markdown, kept as they wrote it, but unable to change the document around it.

A note may come from a colleague's library.  What it could use to run something, to fetch something or to rewrite the
document is made literal by one backslash: raw TeX and HTML, attributes, formulas (TeX runs what they hold), pictures,
links to anything but the web, mail or a heading, link and footnote definitions, headings, fenced divisions, metadata
blocks, and citations of works that the bibliography does not hold.  Emphasis, lists, quotations, links, code and
tables stay.  The backslash is also put inside code, where it shows: dialects differ in what is code, and what one of
them takes for code another would run.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_BLANK = " \t\n"
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n")
_RISK = re.compile(
    r"""
      \\(?P<after>.?)                                      # an escape, or raw TeX
    | <(?:https?://|mailto:)[^\s<>\\`{}$]*>(?![{])         # an address that may stay
    | (?P<tag><)(?=[A-Za-z/%@])
    | (?P<comment>(?<=<)[!?])                              # behind the "<": pandoc looks for comments before escapes
    | (?P<picture>!)(?=\[)
    | (?P<target>\]\()(?!(?:https?://|mailto:|\#))
    | (?P<definition>\]:)
    | (?P<active>[{$])
    | [A-Za-z0-9]@[\w.-]*\w                                # a mail address
    | (?P<mention>@)(?=(?P<key>\w+(?:[:.\#$%&\-+?<>~/]\w+)*)?)
    """,
    re.VERBOSE | re.DOTALL,
)

# What may stand before a block on its line: indentation, signs of quotations and of list items.
_INSIDE = r"^(?P<inside>(?:[ \t]|>|[-+*][ \t]|\(?(?:\w{1,9}|\#)[.)][ \t])*)"
_RULE = re.compile(_INSIDE + r"-{3,}[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(_INSIDE + r"(?P<sign>[-=]+[ \t]*)$", re.MULTILINE)
_BLOCK = re.compile(_INSIDE + r"(?P<sign>\#{1,6}(?=[ \t]|$)|:::)", re.MULTILINE)
_FENCE = re.compile(_INSIDE + r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^ \t\n`][^`\n]*)$", re.MULTILINE)


def contained(text: str, citekeys: Collection[str]) -> str:
    """Return a note that stays within the list item it is put into; ``citekeys`` are the works it may cite."""

    def literal(found: re.Match[str]) -> str:
        return _literal(found, citekeys)

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _RISK.sub(literal, text)
    # A rule of hyphens would also begin a metadata block or underline a heading; asterisks only make a rule.
    text = _RULE.sub(r"\g<inside>* * *", text)
    text = _UNDERLINE.sub(r"\g<inside>\\\g<sign>", text)
    text = _BLOCK.sub(r"\g<inside>\\\g<sign>", text)
    # Some programs run a code block for its language's name; under another name they show it.
    return _FENCE.sub(r"\g<inside>\g<fence>text-\g<info>", text)


def item(text: str, person: str, citekeys: Collection[str]) -> str:
    """Return a note as one item of a list, under its writer's name (already Markdown) where there is one."""
    body = contained(text, citekeys).strip(_BLANK)
    if person:
        body = f"{person}:\n\n{body}"
    return "- " + "\n".join(f"  {line}" if line.strip(_BLANK) else "" for line in body.split("\n")).lstrip(_BLANK)


def _literal(found: re.Match[str], citekeys: Collection[str]) -> str:
    whole = found[0]
    if whole.startswith("\\"):
        return whole if found["after"] in _ESCAPABLE else f"\\{whole}"
    if found["target"]:
        return "]\\("
    if found["definition"]:
        return "]\\:"
    if found["mention"]:
        return whole if found["key"] in citekeys else f"\\{whole}"
    return whole if found.lastgroup is None else f"\\{whole}"
