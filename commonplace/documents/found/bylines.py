"""Who wrote a text, from lines that say so: ``Author: …``, ``By …``, names under the title, notes at the foot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from commonplace.documents.found.dates import date_line
from commonplace.documents.found.lines import HEAD, Line, prose_start
from commonplace.documents.found.names import (
    bare_name,
    is_likely_person,
    is_organisation,
    is_person,
    reference_name,
    split_names,
)
from commonplace.documents.found.words import OCCUPATION, OCCUPATION_JA
from core.records import Found

_LABEL = re.compile(
    r"(?:(?:the )?authors?|written by|text by|story by|report by|posted by|authored by|contributors?|"
    r"writers?)\s*(?::|：|(?<=by)\s)\s*(?P<names>\S.*)"
    r"|(?:【|\[|（|\()?(?:著者名?|執筆者?|筆者|作者|寄稿者?|著|文責|文|記者|報告者|筆)(?:】|\]|）|"
    r"\))?\s*(?:[:：／/]|(?<=[】\]）)])|[\s　]+)\s*(?P<japanese>\S.*)"
    r"|(?P<signed>[^\s:：].{1,20}?)\s*(?:[（(]?(?:著|執筆|寄稿|＝文|記す)[）)]?)",
    re.I,
)
_THE_WRITER_IS = re.compile("[（(]?(?:筆者|著者|執筆者)は(?P<rest>[^。]{3,60}?)(?:です|である)?。?[）)]?")
_BY = re.compile(r"(?:by|von|par)\s+(?P<names>[^\W\d_].*)", re.I)
_PIECES = re.compile(r"\s*[|•·｜\t]\s*|\s+[–—/]\s+|\s+-\s+")
_BESIDE_DATE = re.compile(r"\s*　\s*|(?<=日)\s+")
_NOTE = re.compile(
    r"(?:About the authors?:?\s*|The (?:author|writer),? )?(?P<names>(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|"
    r"Gen|General|Adm|Admiral|Lt|Col|"
    r"Ambassador|Amb|Sir)\.? )*[^\W\d_][\w.’'‐-]*(?: [^\W\d_][\w.’'‐-]*){1,4}(?:,? (?:PhD|Ph\.D\.))?"
    r"(?:(?:, | and |, and )[^\W\d_][\w.’'‐-]*(?: [^\W\d_][\w.’'‐-]*){1,4})*),? (?:\([^)]{1,80}\),? )?"
    r"(?:is|are|was|were|serves|served|works|worked|teaches|holds|has (?:been|served|worked)|heads|"
    r"leads|directs)\b(?P<rest>.{3,})"
)
_NOTE_HEADING = re.compile(
    r"(?:about the (?:author|writer|contributor)s?|author(?:s|’s|'s)? ?(?:bio(?:graphy)?|profile|note)?|"
    r"contributors?|profile|bio)\s*:?"
    r"|[【〔\[<＜■●◆▼]?\s*(?:著者|執筆者|筆者|プロフィール|略歴)(?:紹介|略歴|プロフィール|について|"
    r"情報)?\s*[】〕\]>＞:：]?",
    re.I,
)
_READING = re.compile(
    "(?P<name>[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffffヶ]{2,6}|"
    "[\u3005\u3400-\u9fff\uf900-\ufaff]{1,3}[ 　]"
    "[\u3005\u3041-\u9fff]{1,4})[ 　]*[（(][\u3041-\u30ff]{1,8}[・ 　･][\u3041-\u30ff]{1,8}[）)](?P<rest>.*)"
)
_PLACE = re.compile(r"(?:New|San|Los|Hong|Kuala|Washington|United|South|North|Buenos|Rio|Tel|Abu|Phnom|Cape) ")
_PHRASE = re.compile(
    r"(?:popular|any|all|no|way|default|design|land|sea|air|order|force|far|virtue|invitation|request)\b", re.I
)
_TOO_LONG = 200


def labelled_names(line: str) -> list[str]:
    """Return the names of a line that says they are the author's, or nothing."""
    if introduced := _THE_WRITER_IS.fullmatch(line.strip()):
        return _japanese_with_office(introduced["rest"])
    match = _LABEL.fullmatch(line.strip()) if len(line) <= _TOO_LONG else None
    if match is None:
        return []
    if match["signed"]:
        return [match["signed"]] if is_person(match["signed"]) else []
    if match["japanese"]:
        return _leading_names(_PIECES.split(match["japanese"])[0], trusted=False)
    return _leading_names(_PIECES.split(match["names"])[0], trusted=True)


def plain_byline(line: str) -> list[str]:
    """Return the names of a line ``By A and B``, with a date or an office behind them or not."""
    if len(line) > _TOO_LONG:
        return []
    for piece in _PIECES.split(line.strip()):
        match = _BY.fullmatch(piece)
        if match is None or _PHRASE.match(match["names"]):
            continue
        if names := _leading_names(match["names"], trusted=False):
            return names
    return []


def _leading_names(text: str, *, trusted: bool) -> list[str]:
    """Return the names a list begins with; an office, a place or a date may follow them after a comma.

    Args:
        text: What stands where a name should.
        trusted: Whether an organisation, too, may stand there as author.
    """
    text = re.split(r"\s*(?:[（(](?![Rr]et)|[\[【])", unicodedata.normalize("NFC", text), maxsplit=1)[0].strip()
    text = re.sub("(?<=[\u3400-\u9fff])[・](?=[\u3400-\u9fff])", "、", text)
    pieces = split_names(text)
    if not pieces:
        return []
    if not is_person(pieces[0]):
        inverted = re.fullmatch(r"[^\W\d_][\w’'-]+, [^\W\d_][\w.’' -]+", text)
        if trusted and inverted and len(pieces) == 2:
            return [text]
        return [text] if trusted and is_organisation(text) and len(text) < 80 else _japanese_with_office(text)
    names: list[str] = []
    for piece in pieces:
        if not is_person(piece) or _PLACE.match(piece):
            break
        names.append(piece)
    if not trusted and len(names) < len(pieces) and not _is_office(", ".join(pieces[len(names) :])):
        return []
    return names


def _is_office(text: str) -> bool:
    return (
        OCCUPATION.search(text) is not None
        or OCCUPATION_JA.search(text) is not None
        or is_organisation(text)
        or date_line(text) is not None
        or re.fullmatch(r"[A-Z][\w.]+(?:[ ,]+(?:[A-Z][\w.]+|\d+))*", text) is not None
    )


def _japanese_with_office(text: str) -> list[str]:
    """Return the name of ``高橋杉雄 防衛研究所室長`` and ``防衛研究所 高橋杉雄``."""
    parts = re.split(r"[ 　、,]+", text)
    if len(parts) >= 3 and is_person(" ".join(parts[:2])) and OCCUPATION_JA.search(parts[-1]):
        return [" ".join(parts[:2])]
    if len(parts) >= 3 and is_person(" ".join(parts[-2:])) and _is_office(" ".join(parts[:-2])):
        return [" ".join(parts[-2:])]
    for name, other in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        if other and re.match("[\u3400-\u9fff]", name) and is_person(name) and _is_office(" ".join(other)):
            return [name]
    return []


def authors_of(lines: list[Line], text: str) -> list[Found]:
    """Return the authors a plain text names, in order and once each; nothing where no line says it plainly."""
    head, foot = lines[: min(HEAD, max(prose_start(lines), 6))], lines[-HEAD:]
    for names, where, sure in (
        (_first(labelled_names(line.text) for line in head), "line that names the author", 95),
        (_gathered(labelled_names(line.text) for line in foot), "line that names the author", 95),
        (_first(plain_byline(line.text) for line in head), "byline", 90),
        (_below_title(lines), "names under the title", 75),
        (_noted(lines), "note on the author", 85),
        (_first(plain_byline(line.text) for line in lines[-5:]), "byline at the foot", 80),
    ):
        if names:
            return _found(names, where, sure, text)
    return []


def _first(candidates: Iterable[list[str]]) -> list[str]:
    return next((names for names in candidates if names), [])


def _gathered(candidates: Iterable[list[str]]) -> list[str]:
    return [name for names in candidates for name in names]


def _found(names: list[str], where: str, sure: int, text: str) -> list[Found]:
    values = dict.fromkeys(reference_name(name, text) for name in names)
    return [Found("author", value, where, sure) for value in values]


def _below_title(lines: list[Line]) -> list[str]:
    """Return the names on lines of their own between the title and the text, where they are known as names."""
    end = min(prose_start(lines), HEAD)
    for number in range(1, end):
        pieces = _BESIDE_DATE.split(lines[number].text) if date_line(lines[number].text) else [lines[number].text]
        names = _first(_leading_names(piece, trusted=False) for text in pieces for piece in _PIECES.split(text))
        if names and all(is_likely_person(name) for name in names) and _is_apart(lines, number, end, names):
            return names
    return []


def _is_apart(lines: list[Line], number: int, end: int, names: list[str]) -> bool:
    """True where a line of names is set off: next to a date or the text, or named again in a note at the foot."""
    others = [line.text.casefold() for line in lines[-HEAD:] if line is not lines[number]]
    if any(name.casefold() in text for name in names for text in others):
        return True
    near = [line.text for line in lines[max(number - 1, 0) : number + 2]]
    return any(date_line(text) for text in near) or (number + 2 >= end and number + 1 < len(lines) and number <= 3)


def _noted(lines: list[Line]) -> list[str]:
    """Return the people whom a note at the foot introduces."""
    start = max(len(lines) - HEAD, prose_start(lines) + 1)
    headed = next((n for n in range(len(lines) - 1, start - 1, -1) if _NOTE_HEADING.fullmatch(lines[n].text)), -1)
    names: list[str] = []
    for number in range(start, len(lines)):
        body = "\n".join(line.text for line in lines[prose_start(lines) : number])
        names += _introduced(lines[number].text, body, lines, after_heading=0 <= headed < number <= headed + 4)
    return names


def _introduced(line: str, body: str, lines: list[Line], *, after_heading: bool) -> list[str]:
    reading = _READING.match(line.lstrip("■●◆▼・【"))
    if reading and (after_heading or OCCUPATION_JA.search(reading["rest"]) or "年" in reading["rest"]):
        return [reading["name"]]
    if after_heading and (names := _leading_names(re.split(r"[|｜：:]", line)[0], trusted=False)):
        return names
    found: list[str] = []
    for sentence in re.split(r"(?<=[a-z)”][.;]) (?=[A-Z])", line):
        match = _NOTE.match(sentence)
        if match is not None and (after_heading or _is_note(match, body, lines)):
            found += [name for name in split_names(match["names"]) if is_person(name)]
    return found


def _is_note(match: re.Match[str], body: str, lines: list[Line]) -> bool:
    """True where a sentence gives a person's office, and the text before does not speak of that person."""
    names = split_names(match["names"])
    if not all(is_person(name) for name in names) or not OCCUPATION.search(" ".join(match["rest"].split()[:9])):
        return False
    return not any(_spoken_of(name, body, lines) for name in names)


def _spoken_of(name: str, body: str, lines: list[Line]) -> bool:
    bare = bare_name(name)
    if any(bare_name(line.text) == bare for line in lines):
        return False
    parts = [part for part in bare.split() if len(part) > 2]
    return bare in body or any(len(re.findall(rf"\b{re.escape(part)}\b", body)) > 1 for part in (parts[0], parts[-1]))
