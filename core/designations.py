"""What numbers a part of a text, where its first line begins with that: Article 9, 第十二条の二, 2.1, Section 4, 第3章.

A sentence that speaks of a part ("Article 9 of the Constitution says …") numbers none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from core.kanji import CHARACTERS, kanji_value
from core.page_labels import roman_value

Number: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Designation:
    """The number that a line gives the part it begins.

    Attributes:
        number: Its steps, which grow from part to part; of 12a and 第十二条の二 (12, 1) and (12, 2).
        label: As it is cited: Arabic digits for Chinese ones, else as printed.
        rest: What else stands in the line: a title, or text of the part.
        bare: A plain number without any sign that it numbers, as in "3 lessons".
    """

    number: Number
    label: str
    rest: str = ""
    bare: bool = False


LONGEST_TITLE = 120
_LABEL = r"(?P<label>[0-9]{1,5}(?:[.\-‐‑–][0-9]{1,3})*(?:[A-Za-z]|\s?(?:bis|ter|quater))?|[IVXLCDM]+)(?!\w)"
_COUNT = rf"(?:[0-9０-９]{{1,5}}|[{CHARACTERS}]+)"
_JAPANESE = rf"第\s?(?P<label>{_COUNT})\s?[%s](?P<more>(?:の{_COUNT})*)"
_ARTICLE = re.compile(rf"(?:Article|ARTICLE|Art\.|ART\.)\s*{_LABEL}")
_SECTION = re.compile(rf"(?:(?:Section|SECTION|Sec\.|SEC\.)\s|§)\s*{_LABEL}")
_CHAPTER = re.compile(rf"(?:Chapter|CHAPTER|Chap\.)\s*{_LABEL}")
_ARTICLE_JA = re.compile(_JAPANESE % "条條")
_SECTION_JA = re.compile(_JAPANESE % "節节")
_CHAPTER_JA = re.compile(_JAPANESE % "章")
_NUMERAL = re.compile(
    r"(?P<label>[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3})*)(?:(?P<mark>[.．)）、:：])(?![0-9０-９])|(?=\s)|\Z)"
)

_NOT_LOWER = r"\s*(?:\Z|[^\sa-z])"
_MARK = re.compile(rf"\s?(?:[.．:：](?=\s|\Z)|[—–―]|-\s){_NOT_LOWER}")
_BRACKETS = re.compile(
    rf"\s?[(（](?!\s*(?:[0-9０-９]+|[ivxIVX]+|[A-Za-z])\s*[)）])[^()（）]+[)）](?=\s|\Z){_NOT_LOWER}"
)
_FIRST_PARAGRAPH = re.compile(r"\s+[(（]?[1１][.)．）]{1,2}\s+[^\sa-z]")
_TITLE = re.compile(r"\s+[^\W\d_a-z]|\s+[“\"「『]")
_GOES_ON = re.compile(r"\s*[はのがにをもでと、]")
_SENTENCE_END = re.compile(r"[.!?。！？;；,、][\"'”’」』）)\]]*\Z")
_STEPS = re.compile(r"[0-9]+|[A-Za-z]+")
_LATIN_STEPS = {"bis": 2, "ter": 3, "quater": 4}


def is_title(line: str) -> bool:
    """Whether a line may be a title rather than text: it is short and does not end as a sentence does."""
    return len(line) <= LONGEST_TITLE and not _SENTENCE_END.search(line.rstrip())


def article(line: str, *, heading: bool) -> Designation | None:
    """Return the article that a line begins; in a paragraph its title is told from a sentence by how it ends."""
    return _western(_ARTICLE, line, heading) or _japanese(_ARTICLE_JA, line, heading)


def section(line: str) -> Designation | None:
    """Return the section of a heading: Section 4, § 12, 第三節."""
    return _western(_SECTION, line, True) or _japanese(_SECTION_JA, line, True)


def chapter(line: str) -> Designation | None:
    """Return the chapter of a heading: Chapter 3, 第2章."""
    return _western(_CHAPTER, line, True) or _japanese(_CHAPTER_JA, line, True)


def numeral(line: str) -> Designation | None:
    """Return the number that a heading begins with: 2, 2.1, 2.1.3."""
    match = _NUMERAL.match(line)
    if not match:
        return None
    label = unicodedata.normalize("NFKC", match["label"])
    number = tuple(int(step) for step in label.split("."))
    return Designation(number, label, line[match.end() :].strip(), not match["mark"] and len(number) == 1)


def roman_numeral(number: str) -> Designation | None:
    """Return the part that a Roman numeral names, of a number that is known to be one: II."""
    value = roman_value(number)
    return Designation((value,), number) if value else None


def letter(number: str) -> Designation | None:
    """Return the part that a letter names, of a number that is known to be one: B."""
    return Designation((ord(number.lower()) - ord("a") + 1,), number) if re.fullmatch("[A-Za-z]", number) else None


def _western(pattern: re.Pattern[str], line: str, heading: bool) -> Designation | None:
    match = pattern.match(line)
    number = _number(match["label"]) if match else None
    if not match or not number:
        return None
    rest = line[match.end() :]
    stands = not rest.strip() or _MARK.match(rest) or _BRACKETS.match(rest) or _FIRST_PARAGRAPH.match(rest)
    if not stands and not (_TITLE.match(rest) and (heading or is_title(rest))):
        return None
    label = re.sub("[‐‑–]", "-", " ".join(match["label"].split()))
    return Designation(number, label, rest.strip(" \t\xa0\u3000.:—–-"))


def _number(label: str) -> Number | None:
    value = roman_value(label) if label.isupper() else None
    if value:
        return (value,)
    return tuple(
        int(step) if step.isdecimal() else _LATIN_STEPS.get(step) or ord(step.lower()[0]) - ord("a") + 1
        for step in _STEPS.findall(label)
    )


def _japanese(pattern: re.Pattern[str], line: str, heading: bool) -> Designation | None:
    match = pattern.match(line)
    if not match:
        return None
    counts = [_counted(count) for count in [match["label"], *match["more"].split("の")[1:]]]
    rest = line[match.end() :]
    number = tuple(count for count in counts if count)
    stands = not rest or rest[0].isspace() or rest[0] in "：:" or heading or _BRACKETS.match(rest)
    if len(number) < len(counts) or not stands or _GOES_ON.match(rest):
        return None
    return Designation(number, "-".join(map(str, number)), rest.strip())


def _counted(count: str) -> int | None:
    return int(count) if count.isdecimal() else kanji_value(count)
