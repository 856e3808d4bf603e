"""What the names of paragraph styles say, whichever program and language they come from."""

from __future__ import annotations

import re

# Word keeps its own English names in every language; other programs write the name a person sees.
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|"
    r"見出し|标题|標題|제목)\s*([1-9１-９])",
    re.I,
)
_TITLE = re.compile(r"title|titel|表題|タイトル", re.I)
_QUOTE = re.compile(r"(?:intense )?quote|quotations?|block ?text|block ?quot(?:e|ation)|引用文|zitat", re.I)
_CODE = re.compile(r"html preformatted|preformatted text|source (?:code|text)|macro|verbatim", re.I)


def outline_of_name(name: str) -> int:
    """Return the level of the heading a style's name means, 1 for the highest; 0 for none."""
    heading = _HEADING.fullmatch(name)
    return int(heading[1]) if heading else int(_TITLE.fullmatch(name) is not None)


def kind_of_name(name: str) -> str:
    """Return the kind of block a style's name means, where it is neither heading nor list item."""
    if _QUOTE.fullmatch(name):
        return "quote"
    return "code" if _CODE.fullmatch(name) else "paragraph"
