"""Finding a passage again in a text that was read another way.

Texts are compared squeezed, without white space and hyphens.  Which hyphens may differ (those at a line's end, on
either side) is decided afterwards, for the few places where a quote may stand.
"""

from __future__ import annotations

import re

from core.accents import combined, without_edges
from core.asides import RunningText
from core.folding import is_cjk, is_mark
from core.records import Range
from core.squeezing import DASHES, HYPHENS, INVISIBLE, squeeze, squeezed

_GAP = {
    False: re.compile(f"[-\\s{INVISIBLE}{HYPHENS}]+"),
    True: re.compile(f"[-\\s{INVISIBLE}{HYPHENS}{DASHES}]+"),
}
_HYPHEN = re.compile(f"[-{HYPHENS}{DASHES}]")
_LINE_END = re.compile(f"[-\u00ad{HYPHENS}][^\\S\\n]*\\n")
_HYPHEN_BEFORE = re.compile(f"[-{HYPHENS}{DASHES}][\\s{INVISIBLE}]*\\Z")
_HYPHEN_AFTER = re.compile(f"[\\s{INVISIBLE}]*[-{HYPHENS}{DASHES}]")

# Thai, Lao, Tibetan, Burmese and Khmer, too, are written without blanks between words.
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")


def find(text: str, quote: str, running: RunningText | None = None) -> list[Range]:
    """Return every place of a quote, in reading order, never overlapping, trimmed to the passage.

    White space, invisible characters, hyphens at line ends and compatibility forms may differ; where nothing is
    found so, case, dashes and the form of quotation marks may, too.  Places inside longer words, or whose words
    are divided another way, count only where there are no better ones.

    Args:
        text: Where it is looked for.
        quote: What somebody read there.
        running: The same text without asides, where it has any; a passage found in it reaches over those between
            its first character and its last.
    """
    quote = quote.strip()
    if not quote:
        return []
    wanted = combined(quote)
    for loose in (False, True):
        found = _places(text, wanted, loose)
        if running is not None:
            found += [(running.original(*place), fits) for place, fits in _places(running.text, wanted, loose)]
        if found:
            return _apart(sorted({place for place, fits in found if fits} or {place for place, _ in found}))
    whole = without_edges(quote)
    if whole != quote and squeeze(whole):
        return find(text, whole, running)
    return _apart([(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)])


def agree(one: str, other: str) -> bool:
    """Say whether two texts say the same but for white space, line-end hyphens and compatibility forms."""
    one, other = combined(one), combined(other)
    return squeeze(one) == squeeze(other) and _hyphens_agree(_gaps(one, False), _gaps(other, False))


def is_unspaced(char: str) -> bool:
    """Say whether a character is of a script that has blanks between clauses only, as Thai."""
    return _UNSPACED.match(char) is not None


def _places(text: str, quote: str, loose: bool) -> list[tuple[Range, bool]]:
    """Return where the quote stands in one form, and whether it fits there."""
    needle = squeeze(quote, loose=loose)
    if not needle:
        return []
    hay = squeezed(text, loose)
    text = hay.source
    wanted = _gaps(quote, loose)
    found: list[tuple[Range, bool]] = []
    at = hay.text.find(needle)
    while at >= 0:
        place = _with_hyphens(text, hay.original(at, at + len(needle)), wanted, len(needle))
        passage = text[slice(*place)]
        gaps = wanted if passage == quote else _gaps(passage, loose)
        if _hyphens_agree(gaps, wanted):
            found.append((place, _fits(text, place, needle, loose) and _blanks_agree(gaps, wanted, needle)))
        at = hay.text.find(needle, at + 1)
    return found


def _with_hyphens(text: str, place: Range, gaps: dict[int, str], length: int) -> Range:
    """Widen a place by the hyphens that the quote begins or ends with, as far as the text has them."""
    start, end = place
    for _ in _HYPHEN.findall(gaps.get(0, "")):
        before = _HYPHEN_BEFORE.search(text[max(0, start - 80) : start])
        start -= len(before[0]) if before else 0
    for _ in _HYPHEN.findall(gaps.get(length, "")):
        after = _HYPHEN_AFTER.match(text, end)
        end = after.end() if after else end
    return start, end


def _gaps(raw: str, loose: bool) -> dict[int, str]:
    """Return what was squeezed out of a text, by its place in the squeezed text."""
    gaps: dict[int, str] = {}
    at = done = 0
    for gap in _GAP[loose].finditer(raw):
        at += len(squeeze(raw[done : gap.start()], loose=loose))
        gaps[at] = gaps.get(at, "") + gap[0]
        done = gap.end()
    return gaps


def _hyphens_agree(ours: dict[int, str], theirs: dict[int, str]) -> bool:
    return all(
        bool(_HYPHEN.search(one)) == bool(_HYPHEN.search(other)) or _LINE_END.search(one) or _LINE_END.search(other)
        for one, other in _pairs(ours, theirs)
    )


def _blanks_agree(ours: dict[int, str], theirs: dict[int, str], needle: str) -> bool:
    """Say whether both divide their words alike; beside a CJK character a blank or line break means nothing."""
    return all(
        _is_spaced(one) == _is_spaced(other) or _LINE_END.search(one) or _LINE_END.search(other)
        for one, other in _pairs(_between_words(ours, needle), _between_words(theirs, needle))
    )


def _between_words(gaps: dict[int, str], needle: str) -> dict[int, str]:
    inner = (at for at in gaps if 0 < at < len(needle))
    return {at: gaps[at] for at in inner if needle[at - 1].isalnum() and needle[at].isalnum() and _is_word(needle, at)}


def _is_word(text: str, at: int) -> bool:
    """Say whether the characters on both sides of a place may be of one word in a script with blanks."""
    return _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_spaced(gap: str) -> bool:
    return any(map(str.isspace, gap))


def _pairs(ours: dict[int, str], theirs: dict[int, str]) -> list[tuple[str, str]]:
    if ours == theirs:
        return []
    return [(ours.get(at, ""), theirs.get(at, "")) for at in ours.keys() | theirs.keys()]


def _fits(text: str, place: Range, needle: str, loose: bool) -> bool:
    """Say whether a place is made of whole characters and cuts no word."""
    start, end = place
    inside = (start > 0 and _is_word(text, start)) or (end < len(text) and _is_word(text, end))
    return not inside and squeeze(text[start:end], loose=loose) == needle


def _is_letter(char: str) -> bool:
    """Say whether a character is part of words that blanks divide."""
    return (char.isalnum() or is_mark(char)) and not is_cjk(char) and not is_unspaced(char)


def _apart(places: list[Range]) -> list[Range]:
    """Return the places, in order, that do not overlap one before."""
    chosen: list[Range] = []
    for place in places:
        if not chosen or place[0] >= chosen[-1][1]:
            chosen.append(place)
    return chosen
