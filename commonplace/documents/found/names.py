"""Names of people and organisations as references hold them: ``Family, Given`` and ``{Organisation}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commonplace.documents.found.japanese_names import GIVEN, family_weight, is_romaji, plain_romaji, split_written
from commonplace.documents.found.words import OCCUPATION, OCCUPATION_JA, ORGANISATION, is_section_word

_TITLES = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Amb|Ambassador|Gen|General|Lt|Lieutenant|Col|"
    r"Colonel|Maj|Major|"
    r"Adm|Admiral|Vice|Rear|Capt|Captain|Hon|The Hon|Sen|Senator|Rep|President|Minister|Prime "
    r"Minister)\.? )+(?=[A-Z])"
)
_DEGREES = re.compile(
    r",? (?:Ph\.?\s?D\.?|M\.?A\.?|M\.?D\.?|J\.?D\.?|LL\.?[BM]\.?|MBA|M\.?Sc\.?|B\.?A\.?|DPhil|Esq\.?|"
    r"C\.?B\.?E\.?|O\.?B\.?E\.?|"
    r"\(ret\.?\)|\(Ret\.?\))$"
)
_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|II|III|IV)$")
_PARTICLES_WORDS = """
    van von der den de del della di da dos du la le ten ter bin ibn al el af zu zum zur y
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_TOKEN = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_][\w’'‘\-.‐‑]*")
_JOINED = re.compile(r"\s*(?:;|；|、|，|／|\band\b|\bund\b|\bet\b|&|＆)\s*|,\s+(?:and\s+|&\s+)?|,$")
_WRITTEN = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3041-\u3096\u30a1-\u30fcヶ]+")
_KANJI = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffffヶ]{1,4}")
_KATAKANA = re.compile("[\u30a1-\u30fc]+(?:[・＝･][\u30a1-\u30fc]+)+")
_PART = re.compile(r"第[0-9０-９〇一二三四五六七八九十百]+[編部章節款条條項回巻号話]")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Minister|Gen|Adm|Sir)\.?")
_SAYING = frozenset(["argues", "argued", "says", "said", "writes", "wrote", "notes", "noted", "is", "was"])
_HONORIFICS = re.compile(r"(?:氏|さん|先生|教授|准教授|博士|議員|様|記者|研究員)$")
_KOREAN_FAMILY_WORDS = """
    kim lee park choi choe jung jeong kang cho jo yoon yun jang lim im han shin seo kwon hwang ahn an song yoo
    yu ryu hong moon bae baek nam roh noh ko ha min chung
"""
_KOREAN_FAMILY = frozenset(_KOREAN_FAMILY_WORDS.split())
_CHINESE_FAMILY_WORDS = """
    li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie tang xi
    jiang deng xiao feng cao peng zeng yuan pan dong cai yan du shen lu ye cheng wei hua tsai chiang mao wen
"""
_CHINESE_FAMILY = frozenset(_CHINESE_FAMILY_WORDS.split())
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang?|i?ong|u?ai?|u?an|u?ang|e[in]?|eng|er|i[ae]?|iao|"
    r"ian|in|ing|iu|ou|ao|u[oei]?|un)){1,2}"
)
_WESTERN_GIVEN_WORDS = """
    aaron abigail achim adam adele adrian agnes ahmed aisha alain alan albert alberto alejandro alessandro alex
    alexander alexandra alexandre alfred ali alice alison allan allen amanda amir amy ana andre andrea andreas
    andrei andrew andrzej angela anita ann anna anne annette anthony antoine anton antonia antonio arjun arnold
    arthur ashley astrid axel barbara barry beatrice benjamin bernard bernd beth betty bill birgit bjorn bob
    brad bradley brandon brenda brendan brian bruce bruno bryan carl carla carlos carmen carol caroline
    catherine cecilia charles charlotte chiara chris christian christina christine christopher claire clara
    clemens colin cornelia craig cynthia dale dan daniel dario david deborah deepa dennis derek diana diane
    dieter dmitri dominic dominique donald donna dorothy douglas duncan eduardo edward edwin elena elisabeth
    elise elizabeth ellen emil emily emma emmanuel enrico eric erich erik ernest ernst esther ethan eugene eva
    evan fabian fatima felix fernando fiona florian frances francesca francesco francis francisco francois frank
    franz fred frederick friedrich gabriel gareth gary geoffrey georg george gerald gerhard gilbert giorgio
    giovanni giulia giulio giuseppe glenn gordon grace graham grant greg gregory guido gunther gustav hamid
    hannah hannes hans harold harry heather hector heidi heinrich helen henry herbert hermann howard hugh hugo
    ian ibrahim ignacio ines ingrid irene irina isabel isabella ivan jack jacob jacqueline jakob james jan jane
    janet janine jason javier jean jeff jeffrey jennifer jens jeremy jerry jesper jessica jessie jill jim
    joachim joan joanna joe joel johan johann johannes john jonathan jordan jorg jorge jose josef joseph joshua
    juan judith julia julian julie jurgen justin karen karin karl katarina kate katherine kathleen katrin keith
    kelly kenneth kent kevin kim klaus konrad kurt kyle larry lars laura lauren laurent lawrence lena leo leon
    leonard leonardo leslie lewis lina linda lisa lloyd lorenzo louis louise luca lucas lucia lucy luis luisa
    lukas luke lynn magnus malcolm manuel marc marcel marco marcus margaret margot maria marie marina mario mark
    marta martha martin martina mary massimo matteo matthew matthias max maya megan melissa michael michelle
    miguel mike miriam mohammed monica monika nadia nancy natalia natalie nathan neil nicholas nick nicola
    nicolas nicole nigel niklas nils nina noah noam norman olaf ole olga oliver olivia omar oscar oskar otto
    pablo pamela paolo pascal patricia patrick paul paula pavel pedro per peter petra philip philippe phillip
    pierre piotr priya rachel rafael rainer raj rajesh ralph randall ravi raymond rebecca renata ricardo richard
    rob robert roberto robin roger roland rolf ron ronald rosa rosemary ross roy rudolf russell ruth ryan sabine
    sally salman sam samantha samuel sandra sanjay sara sarah scott sean sebastian sebastien sergei sergio
    sharon sheila silvia simon simone sofia sonia sophia sophie stanley stefan stefano stephanie stephen steve
    steven stuart sunil susan susanne suzanne sven svetlana sylvia tanja tara ted teresa theo theresa thierry
    thomas thorsten tim timothy tobias todd tom tomas tony tracy ulrich umberto ursula ute valerie vanessa vera
    victor victoria viktor vincent vincenzo virginia vladimir volker walter wayne wendy werner wilhelm william
    wolfgang xavier yann yusuf yves zachary zoe
"""
_WESTERN_GIVEN = frozenset(_WESTERN_GIVEN_WORDS.split())


def split_names(text: str) -> list[str]:
    """Return the people a list of names holds, in order: ``A, B and C``, ``A; B``, ``A、B``."""
    return [part for part in (piece.strip(" \t　.") for piece in _JOINED.split(text)) if part]


def is_person(text: str) -> bool:
    """True where a text has the form of one person's full name and of nothing else."""
    name = bare_name(text)
    if _WRITTEN.match(name):
        return _is_written_person(name)
    tokens = name.split()
    if not 2 <= len(tokens) <= 5 or any(not _TOKEN.fullmatch(token) for token in tokens):
        return False
    if ORGANISATION.search(name) or OCCUPATION.search(name) or is_section_word(tokens[0]):
        return False
    large = [token for token in tokens if token.lower() not in _PARTICLES]
    return len(large) >= 2 and all(token[0].isupper() for token in large) and len(large[-1].strip(".")) > 1


def _is_written_person(name: str) -> bool:
    if ORGANISATION.search(name) or OCCUPATION_JA.search(name) or _PART.match(name):
        return False
    if _KATAKANA.fullmatch(name):
        return True
    parts = name.split()
    if len(parts) == 2:
        return all(_WRITTEN.fullmatch(part) and len(part) <= 5 for part in parts) and bool(_KANJI.match(parts[0]))
    return (
        len(parts) == 1 and 2 <= len(name) <= 6 and split_written(name) is not None and bool(_WRITTEN.fullmatch(name))
    )


def is_known_given(token: str) -> bool:
    """True for a given name that is common in English or Japanese writing."""
    plain = token.lower().strip(".")
    return plain in _WESTERN_GIVEN or plain_romaji(token) in GIVEN


def is_likely_person(text: str) -> bool:
    """True where, besides the form, a part of the name is a known one."""
    if not is_person(text):
        return False
    name = bare_name(text)
    if _WRITTEN.match(name):
        return True
    tokens = name.split()
    initial = any(re.fullmatch(r"[A-Z]\.", token) for token in tokens[1:-1])
    return (
        initial or any(is_known_given(token) for token in tokens) or any(family_weight(token) >= 2 for token in tokens)
    )


def bare_name(text: str) -> str:
    """Return a name without titles before it and degrees after it."""
    name = " ".join(text.replace("　", " ").split()).strip(" ,;:、")
    if not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", name):
        name = name.rstrip(".")
    name = _TITLES.sub("", name, count=1) if _TITLES.match(name) else name
    while (shorter := _DEGREES.sub("", name)) != name:
        name = shorter
    return _HONORIFICS.sub("", name) if _WRITTEN.match(name) else name


def is_organisation(text: str) -> bool:
    return ORGANISATION.search(text) is not None and not is_person(text)


def reference_name(text: str, context: str = "") -> str:
    """Return a name as a reference holds it.

    Args:
        text: One person or organisation.
        context: The document's text; a family name used alone in it tells the order.
    """
    name = bare_name(text)
    if is_organisation(text):
        return "{" + " ".join(text.split()) + "}"
    if "," in name:
        family, _, given = name.partition(",")
        return f"{family.strip()}, {given.strip()}"
    return _written(name) if _WRITTEN.match(name) else _romanised(name, context)


def _written(name: str) -> str:
    if _KATAKANA.fullmatch(name):
        given, family = re.split("[・＝･]", name)[:-1], re.split("[・＝･]", name)[-1]
        return f"{family}, {'・'.join(given)}"
    parts = name.split()
    if len(parts) == 2:
        return f"{parts[0]}, {parts[1]}"
    split = split_written(name)
    return f"{split[0]}, {split[1]}" if split else "{" + name + "}"


def _romanised(name: str, context: str) -> str:
    suffix = _SUFFIX.search(name)
    tokens = (name[: suffix.start()] if suffix else name).split()
    if len(tokens) < 2:
        return "{" + name + "}"
    first = _family_first(tokens, context)
    shouted = all(token.isupper() for token in tokens)
    tokens = [_calm(token, shouted=shouted) for token in tokens]
    family, given = (tokens[:1], tokens[1:]) if first else _western(tokens)
    ending = f", {suffix[1]}" if suffix else ""
    return f"{' '.join(family)}{ending}, {' '.join(given)}"


def _western(tokens: list[str]) -> tuple[list[str], list[str]]:
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1].lower() in _PARTICLES and tokens[start - 1] != "Y":
        start -= 1
    return tokens[start:], tokens[:start]


def _calm(token: str, *, shouted: bool) -> str:
    """Return a token without the capitals that only mark a family name."""
    letters = token.replace("-", "").replace("’", "").replace("'", "")
    if letters.isupper() and len(letters) > 1 and "." not in token and (shouted or len(letters) > 2):
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), token)
    return token


def _family_first(tokens: list[str], context: str) -> bool:
    """True where the family name stands first, as in Japan, Korea and China."""
    capitals = [token.isupper() and len(token) > 2 and "." not in token for token in tokens]
    if capitals[0] != capitals[-1]:
        return capitals[0]
    alone_first, alone_last = _alone(tokens[0], tokens, context), _alone(tokens[-1], tokens, context)
    if alone_first != alone_last and min(alone_first, alone_last) * 3 < max(alone_first, alone_last):
        return alone_first > alone_last
    if len(tokens) != 2 or (tokens[0].lower() in _WESTERN_GIVEN and tokens[0].lower() not in _KOREAN_FAMILY):
        return False
    return _east_asian_order(tokens[0], tokens[1])


def _east_asian_order(first: str, second: str) -> bool:
    head, tail = first.lower(), second.lower()
    if "-" in tail and head in _KOREAN_FAMILY | _CHINESE_FAMILY:
        return True
    if is_romaji(first) and is_romaji(second) and (family_weight(first) or family_weight(second)):
        return family_weight(first) - family_weight(second) >= 1.5
    known = tail in _CHINESE_FAMILY | _KOREAN_FAMILY or tail in _WESTERN_GIVEN
    return head in _CHINESE_FAMILY and not known and _PINYIN.fullmatch(tail) is not None


def _alone(token: str, tokens: list[str], context: str) -> int:
    """Count how often one part of a name stands in the text without the others, as family names do.

    A title before it, or a verb of saying behind it, counts three times.
    """
    if len(token.strip(".")) < 3 or token.casefold() not in context.casefold():
        return 0
    spelled, context = _calm(token, shouted=True), context.replace(" ".join(tokens), " ")
    others = {other.lower() for other in tokens if other != token}
    return (
        sum(weight for before, weight in _uses(spelled, context) if before.lower() not in others and weight)
        if others
        else 0
    )


def _uses(token: str, context: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(rf"\b{re.escape(token)}\b", context):
        before = (context[max(match.start() - 30, 0) : match.start()].split() or [""])[-1]
        after = re.sub("^(?:’s|'s)", "", context[match.end() : match.end() + 30]).split(maxsplit=1)
        following = after[0] if after else ""
        if following[:1].isupper() or following in _PARTICLES:
            # It stands before another name, or in one.
            continue
        said = following in _SAYING or _HONORIFIC.fullmatch(before) is not None
        yield before, 3 if said else 1
