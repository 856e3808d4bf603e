"""The names of authors and editors: BibTeX's three forms, biblatex's long form, organisations, Japanese names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from commonplace.citations import latex

_LONG_FORM = re.compile(r"\s*(?:given|family|prefix|suffix|useprefix|id|[a-z]+-i)\s*=")
_CJK = re.compile(r"[々〆〇\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+")
_AND = re.compile(r"\s+and(?=\s)\s*")
_TEX = re.compile(r"[\\{}~$]|--|``|''")
_STRAY = re.compile(r"^(?:and(?:\s+|$))+")
_SPACE = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, or an organisation's as ``literal``; plain text, no TeX."""

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def is_cjk(self) -> bool:
        """Whether it is written in East Asian characters only, family name first."""
        return bool(_CJK.fullmatch(_SPACE.sub("", self.family + self.given)))


OTHERS = Name(family="others")


def parse_names(raw: str, *, yomi: str = "") -> list[Name]:
    """The names in a raw author or editor value; "and others" is `OTHERS`.

    A name in East Asian characters without a comma is family name first.  With a comma it reads family, given, as in
    biblatex; jBibTeX reverses it, which shows by a ``yomi`` field beside it.
    """
    return [name for one in split_list(raw) if (name := _parse(one, bool(yomi))) != Name()]


def split_list(raw: str) -> list[str]:
    """The raw names of a list: it is parted at each "and" outside braces.

    bibtexparser's own function loses the backslash of a name that begins with one, as Ørsted's may.
    """
    names, start, depth, counted = [], 0, 0, 0
    for joint in _AND.finditer(raw):
        depth += raw.count("{", counted, joint.start()) - raw.count("}", counted, joint.start())
        counted = joint.start()
        if depth <= 0:
            names.append(raw[start : joint.start()])
            start = joint.end()
    return [name for one in [*names, raw[start:]] if (name := _STRAY.sub("", one.strip()))]


def _parse(raw: str, reverses: bool) -> Name:
    if raw == "others":
        return OTHERS
    if _is_group(raw):
        return Name(literal=_text(raw[1:-1]))
    if _LONG_FORM.match(raw):
        return _long_form(raw)
    if cjk := _japanese(_text(raw), reverses):
        return cjk
    if simple := _simple(raw):
        return simple
    # The parser takes as long to load as a whole search takes; most names do without it.
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    parts = parse_single_name_into_parts(raw, strict=False)
    family, given = _text(" ".join(parts.last)), _text(" ".join(parts.first))
    return Name(family, given, _text(" ".join(parts.von)), _text(" ".join(parts.jr)))


def _simple(raw: str) -> Name | None:
    """The common names that need no parser: capitals only, no TeX, at most one comma."""
    if _TEX.search(raw) or not all(word[:1].isupper() for word in raw.split()):
        return None
    family, comma, given = raw.partition(",")
    if not comma:
        given, _, family = " ".join(raw.split()).rpartition(" ")
    return None if "," in given else Name(" ".join(family.split()), " ".join(given.split()))


def _text(raw: str) -> str:
    return _SPACE.sub(" ", latex.plain(raw)).strip()


def _is_group(raw: str) -> bool:
    """Whether one pair of braces encloses the whole."""
    if not (raw.startswith("{") and raw.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            # `{\v S}` alone is a letter, not an organisation.
            return at == len(raw) - 1 and not raw.startswith("{\\")
    return False


def _japanese(text: str, reverses: bool) -> Name | None:
    words = [word for word in _SPACE.split(text.replace(",", " ")) if word]
    if not words or not all(_CJK.fullmatch(word) for word in words):
        return None
    if "," in text:
        first, _, second = (part.strip() for part in text.partition(","))
        return Name(second, first) if reverses and second else Name(first, second)
    return Name(words[0], " ".join(words[1:]))


def _long_form(raw: str) -> Name:
    parts: dict[str, str] = {}
    for piece in _split(raw):
        key, _, value = piece.partition("=")
        value = value.strip()
        if len(value) > 1 and value[0] == value[-1] == '"':
            value = value[1:-1]
        parts[key.strip()] = _text(value)
    return Name(*(parts.get(part, "") for part in ("family", "given", "prefix", "suffix")))


def _split(raw: str) -> list[str]:
    """Split at the commas outside braces and quotation marks."""
    pieces, depth, quoted, start = [], 0, False, 0
    for at, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if char == '"' and depth == 0:
            quoted = not quoted
        elif char == "," and depth == 0 and not quoted:
            pieces.append(raw[start:at])
            start = at + 1
    return [*pieces, raw[start:]]


def to_bibtex(names: Iterable[Name]) -> str:
    """The raw value for these names, ``von Family, Suffix, Given``; the inverse of `parse_names`."""
    return " and ".join(_raw(name) for name in names)


def _raw(name: Name) -> str:
    if name.literal:
        return "{" + latex.to_bibtex(name.literal) + "}"
    if name == OTHERS:
        return "others"
    family = _part(name.family, is_family=True)
    if name.prefix:
        family = f"{_part(name.prefix)} {family}"
    if not name.given and not name.suffix:
        return family
    suffix = [_part(name.suffix)] if name.suffix else []
    return ", ".join([family, *suffix, _part(name.given)])


def _part(text: str, *, is_family: bool = False) -> str:
    raw = latex.to_bibtex(text)
    ambiguous = "," in raw or "and" in raw.lower().split() or "=" in raw or _is_group(raw)
    # Words without a capital before others would be read as the family name's prefix.
    words = raw.split()
    ambiguous = ambiguous or (is_family and len(words) > 1 and not all(word[:1].isupper() for word in words))
    return "{" + raw + "}" if ambiguous else raw


def shown(name: Name) -> str:
    """One name as running text has it: given name first, East Asian names unparted and family name first."""
    if name.literal:
        return name.literal
    if name == OTHERS:
        return "et al."
    if name.is_cjk:
        return name.family + name.given
    full = " ".join(part for part in (name.given, name.prefix, name.family) if part)
    return f"{full}, {name.suffix}" if name.suffix else full


def display(names: Iterable[Name]) -> str:
    """The names for a list of references: "Jane Doe, 高橋杉雄 and Ann Roe"."""
    texts = [shown(name) for name in names]
    if len(texts) < 2:
        return "".join(texts)
    joint = " " if texts[-1] == "et al." else " and "
    return ", ".join(texts[:-1]) + joint + texts[-1]


def from_found(value: str) -> Name:
    """The name that a document gives of its author: ``Family, Given``, or ``{Organisation}``."""
    value = value.strip()
    if value.startswith("{") and value.endswith("}"):
        return Name(literal=value[1:-1].strip())
    if cjk := _japanese(value, reverses=False):
        return cjk
    family, comma, given = (part.strip() for part in value.partition(","))
    if not comma and " " in family:
        return Name(literal=family)
    return Name(family, given)
