"""Names of people and organisations as references hold them: ``Family, Given`` and ``{Organisation}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commonplace.documents.japanese_names import GIVEN, family_weight, is_romaji, plain_romaji, split_written
from commonplace.documents.words import OCCUPATION, OCCUPATION_JA, ORGANISATION, is_section_word

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
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "bin",
        "ibn",
        "al",
        "el",
        "af",
        "zu",
        "zum",
        "zur",
        "y",
    ]
)
_TOKEN = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_][\w’'‘\-.‐‑]*")
_JOINED = re.compile(r"\s*(?:;|；|、|，|／|\band\b|\bund\b|\bet\b|&|＆)\s*|,\s+(?:and\s+|&\s+)?|,$")
_WRITTEN = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3041-\u3096\u30a1-\u30fcヶ]+")
_KANJI = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffffヶ]{1,4}")
_KATAKANA = re.compile("[\u30a1-\u30fc]+(?:[・＝･][\u30a1-\u30fc]+)+")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Minister|Gen|Adm|Sir)\.?")
_SAYING = frozenset(["argues", "argued", "says", "said", "writes", "wrote", "notes", "noted", "is", "was"])
_HONORIFICS = re.compile(r"(?:氏|さん|先生|教授|准教授|博士|議員|様|記者|研究員)$")
_KOREAN_FAMILY = frozenset(
    [
        "kim",
        "lee",
        "park",
        "choi",
        "choe",
        "jung",
        "jeong",
        "kang",
        "cho",
        "jo",
        "yoon",
        "yun",
        "jang",
        "lim",
        "im",
        "han",
        "shin",
        "seo",
        "kwon",
        "hwang",
        "ahn",
        "an",
        "song",
        "yoo",
        "yu",
        "ryu",
        "hong",
        "moon",
        "bae",
        "baek",
        "nam",
        "roh",
        "noh",
        "ko",
        "ha",
        "min",
        "chung",
    ]
)
_CHINESE_FAMILY = frozenset(
    [
        "li",
        "wang",
        "zhang",
        "liu",
        "chen",
        "yang",
        "huang",
        "zhao",
        "wu",
        "zhou",
        "xu",
        "sun",
        "ma",
        "zhu",
        "hu",
        "guo",
        "he",
        "gao",
        "lin",
        "luo",
        "zheng",
        "liang",
        "xie",
        "tang",
        "xi",
        "jiang",
        "deng",
        "xiao",
        "feng",
        "cao",
        "peng",
        "zeng",
        "yuan",
        "pan",
        "dong",
        "cai",
        "yan",
        "du",
        "shen",
        "lu",
        "ye",
        "cheng",
        "wei",
        "hua",
        "tsai",
        "chiang",
        "mao",
        "wen",
    ]
)
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang?|i?ong|u?ai?|u?an|u?ang|e[in]?|eng|er|i[ae]?|iao|"
    r"ian|in|ing|iu|ou|ao|u[oei]?|un)){1,2}"
)
_WESTERN_GIVEN = frozenset(
    [
        "aaron",
        "abigail",
        "adam",
        "adrian",
        "alan",
        "albert",
        "alex",
        "alexander",
        "alexandra",
        "alice",
        "alison",
        "allan",
        "allen",
        "amanda",
        "amy",
        "andre",
        "andrea",
        "andreas",
        "andrew",
        "angela",
        "ann",
        "anna",
        "anne",
        "anthony",
        "antonio",
        "arthur",
        "ashley",
        "barbara",
        "barry",
        "benjamin",
        "bernard",
        "beth",
        "betty",
        "bill",
        "bob",
        "bradley",
        "brad",
        "brandon",
        "brenda",
        "brendan",
        "brian",
        "bruce",
        "bryan",
        "carl",
        "carla",
        "carlos",
        "carol",
        "caroline",
        "catherine",
        "charles",
        "charlotte",
        "chris",
        "christian",
        "christina",
        "christine",
        "christopher",
        "claire",
        "clara",
        "colin",
        "craig",
        "cynthia",
        "dale",
        "daniel",
        "david",
        "deborah",
        "dennis",
        "derek",
        "diana",
        "diane",
        "donald",
        "donna",
        "dorothy",
        "douglas",
        "duncan",
        "edward",
        "edwin",
        "elena",
        "elizabeth",
        "ellen",
        "emily",
        "emma",
        "eric",
        "erik",
        "ernest",
        "ethan",
        "eugene",
        "evan",
        "eva",
        "fiona",
        "frances",
        "francis",
        "frank",
        "fred",
        "frederick",
        "gabriel",
        "gareth",
        "gary",
        "geoffrey",
        "george",
        "gerald",
        "gilbert",
        "glenn",
        "gordon",
        "grace",
        "graham",
        "grant",
        "greg",
        "gregory",
        "hannah",
        "hans",
        "harold",
        "harry",
        "heather",
        "helen",
        "henry",
        "howard",
        "hugh",
        "ian",
        "irene",
        "isabel",
        "jack",
        "jacob",
        "jacqueline",
        "james",
        "jan",
        "jane",
        "janet",
        "jason",
        "jean",
        "jeff",
        "jeffrey",
        "jennifer",
        "jeremy",
        "jerry",
        "jessica",
        "jill",
        "jim",
        "joan",
        "joanna",
        "joe",
        "joel",
        "john",
        "jonathan",
        "jordan",
        "jose",
        "joseph",
        "joshua",
        "juan",
        "judith",
        "julia",
        "julian",
        "julie",
        "justin",
        "karen",
        "karl",
        "kate",
        "katherine",
        "kathleen",
        "keith",
        "kelly",
        "kenneth",
        "kent",
        "kevin",
        "kim",
        "kurt",
        "kyle",
        "larry",
        "laura",
        "lauren",
        "lawrence",
        "leo",
        "leon",
        "leonard",
        "leslie",
        "lewis",
        "linda",
        "lisa",
        "lloyd",
        "louis",
        "louise",
        "lucas",
        "lucy",
        "luke",
        "lynn",
        "malcolm",
        "marc",
        "marcus",
        "margaret",
        "maria",
        "marie",
        "mark",
        "martha",
        "martin",
        "mary",
        "matthew",
        "max",
        "megan",
        "melissa",
        "michael",
        "michelle",
        "mike",
        "miguel",
        "monica",
        "nancy",
        "natalie",
        "nathan",
        "neil",
        "nicholas",
        "nick",
        "nicole",
        "nigel",
        "noah",
        "norman",
        "oliver",
        "olivia",
        "oscar",
        "pamela",
        "patricia",
        "patrick",
        "paul",
        "paula",
        "peter",
        "philip",
        "philippe",
        "phillip",
        "rachel",
        "ralph",
        "randall",
        "raymond",
        "rebecca",
        "richard",
        "rob",
        "robert",
        "robin",
        "roger",
        "roland",
        "ron",
        "ronald",
        "rosemary",
        "ross",
        "roy",
        "russell",
        "ruth",
        "ryan",
        "sally",
        "sam",
        "samantha",
        "samuel",
        "sandra",
        "sara",
        "sarah",
        "scott",
        "sean",
        "sebastian",
        "sharon",
        "sheila",
        "simon",
        "sophia",
        "sophie",
        "stanley",
        "stephanie",
        "stephen",
        "steve",
        "steven",
        "stuart",
        "susan",
        "suzanne",
        "sylvia",
        "ted",
        "teresa",
        "thomas",
        "tim",
        "timothy",
        "tobias",
        "todd",
        "tom",
        "tony",
        "tracy",
        "ulrich",
        "ursula",
        "valerie",
        "vanessa",
        "victor",
        "victoria",
        "vincent",
        "virginia",
        "walter",
        "wayne",
        "wendy",
        "wilhelm",
        "william",
        "zachary",
    ]
)


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
    if ORGANISATION.search(name) or OCCUPATION_JA.search(name):
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
