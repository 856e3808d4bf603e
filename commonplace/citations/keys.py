"""Citation keys: making one from what a reference says (``Tokuchi2022Japan``), and which ones are allowed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import count

from commonplace.citations import latex
from commonplace.citations.dates import year_in, year_of
from commonplace.citations.names import OTHERS, Name, parse_names
from commonplace.citations.romaji import is_readable, to_ascii
from core.errors import NotDoneError

_ALLOWED = re.compile(r"[A-Za-z0-9:_.+/-]{1,100}")
# What neither BibTeX nor LaTeX can take in a key, and what would let a key end the command that cites it.
_UNUSABLE = re.compile(r'[\s,{}\\%#~"=^\x00-\x1f\x7f-\x9f\ud800-\udfff]')
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_STOP = frozenset(
    (  # noqa: SIM905
        "a an the on of in at to for from by with and or nor but as into onto over under about is are was were be do "
        "does how what why when where who whose which toward towards between beyond after before not no its his her "
        "their our der die das ein eine des dem den und von zur zum le la les un une du de et el los las una y il lo i"
    ).split()
)
_LONGEST = 30


class TakenKeys(Container[str]):
    """Keys that are in use; they differ in more than capitals, since BibTeX sees no difference there.

    Where many keys are made, this is the container to give to `make_key`: it need not count from ``a`` each time.
    """

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._folded = {key.casefold() for key in keys}
        self._reached: dict[str, int] = {}

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.casefold() in self._folded

    def add(self, key: str) -> None:
        self._folded.add(key.casefold())

    def free(self, stem: str) -> str:
        """The stem with the first letters that are free."""
        number = next(n for n in count(self._reached.get(stem, 1)) if stem + _suffix(n) not in self)
        self._reached[stem] = number
        return stem + _suffix(number)


def make_key(authors: Sequence[Name], year: str, title: str, taken: Container[str], *, site: str = "") -> str:
    """A key of author, year and the title's first telling word, in ASCII, that is not among ``taken``.

    Without an author the site or the title's word stands first.  The same words give the same key; on a clash
    ``a``, ``b`` … follow.  Text is plain, without TeX.
    """
    author = _author(authors) or _organisation(_site_name(site))
    word = _title_word(title)
    year = year_in(year)
    stem = author + year + word if author else word + year
    if not author and not word:
        stem = "Source" + year
    return _unique(stem, taken)


def key_for(fields: Mapping[str, str], taken: Container[str]) -> str:
    """A key for an entry that has none, from its raw fields."""
    names = parse_names(fields.get("author") or fields.get("editor") or "", yomi=fields.get("yomi", ""))
    reading = fields.get("yomi") or fields.get("sortname") or ""
    if names and not to_ascii(names[0].family + names[0].literal) and reading:
        names = parse_names(reading) or names
    site = fields.get("organization") or fields.get("institution") or ""
    return make_key(names, year_of(fields), latex.plain(fields.get("title", "")), taken, site=latex.plain(site))


def valid_key(key: str) -> bool:
    """Whether a key may be given to a reference here; keys that came in a .bib are kept whatever they are."""
    return bool(_ALLOWED.fullmatch(key))


def check_key(key: str) -> None:
    """Raise a NotDoneError that says what a key may be made of, unless it is `valid_key`."""
    if not valid_key(key):
        raise NotDoneError(
            f"“{key[:120]}” cannot be a citation key; nothing was changed.",
            hint="Use 1 to 100 of the letters A–Z and a–z, digits, and : _ . + / - without spaces.",
            code="bad-key",
        )


def usable_key(key: str) -> bool:
    """Whether a key that came in a .bib can be cited at all."""
    return 0 < len(key) <= 1000 and not _UNUSABLE.search(key)


def _author(authors: Sequence[Name]) -> str:
    first = next((name for name in authors if name != OTHERS), None)
    if not first:
        return ""
    return _organisation(first.literal) if first.literal else _joined(first.family or first.given)


def _joined(text: str) -> str:
    words = _WORD.findall(to_ascii(re.sub(r"['’]", "", text)))
    return "".join(_titled(word) for word in words)[:_LONGEST]


def _titled(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > 3 else word[:1].upper() + word[1:]


def _organisation(name: str) -> str:
    """A short name: the abbreviation in parentheses, two words, or the initials of more."""
    abbreviation = re.search(r"\(([A-Z][A-Za-z]{1,9})\)", name)
    if abbreviation:
        return abbreviation[1]
    words = [word for word in _WORD.findall(_POSSESSIVE.sub("", name)) if is_readable(word)]
    telling = [word for word in words if word.lower() not in _STOP] or words
    if len(telling) > 2:
        return "".join(to_ascii(word)[:1].upper() for word in telling)[:_LONGEST]
    return "".join(_titled(to_ascii(word)) for word in telling)[:_LONGEST]


def _site_name(site: str) -> str:
    """A host's telling label; other names as they are."""
    host = re.sub(r"^(?:https?://)?(?:www\d?\.)?", "", site.strip())
    return host.partition("/")[0].partition(".")[0] if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/.*)?", host) else site


def _title_word(title: str) -> str:
    words = [word for word in _WORD.findall(_POSSESSIVE.sub("", title)) if is_readable(word) and to_ascii(word)]
    telling = [word for word in words if word.lower() not in _STOP]
    named = [word for word in telling if not word.isdecimal()]
    chosen = next(iter(named or telling or words), "")
    return _titled(re.sub(r"[^A-Za-z0-9]", "", to_ascii(chosen)))[:_LONGEST]


def _unique(stem: str, taken: Container[str]) -> str:
    if stem not in taken:
        return stem
    if isinstance(taken, TakenKeys):
        return taken.free(stem)
    return next(key for number in count(1) if (key := stem + _suffix(number)) not in taken)


def _suffix(number: int) -> str:
    """1 is a, 26 z, 27 aa."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
