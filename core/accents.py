"""Accents that a page draws as glyphs of their own, as old fonts of TeX do: ``K¨onig`` is printed König.

The canonical text keeps what its file says.  Where it is compared, searched or quoted, such an accent is taken
for the mark of its letter, but only between letters of the Latin script for which there is one letter with that accent
in everyday use.  An acute or grave accent may be somebody's apostrophe or quotation mark, a tilde or circumflex one of
code; each word is judged by itself, so that a quote and the text around it agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial

_SIGNS = "`´ˆ˜¯ˉ˘˙¨˚˝ˇ¸˛"
_MARKS = dict(
    zip(_SIGNS, "\u0300\u0301\u0302\u0303\u0304\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328", strict=True)
)

# The letters that an accent is drawn before.
_TAKEN = {
    "`": "aeouıAEIOU",
    "´": "aeouyıcnszAEIOUYCNSZ",
    "ˆ": "aeiouıAEIOU",
    "˜": "anoANO",
    "¯": "aeiouyıAEIOUY",
    "ˉ": "aeiouyıAEIOUY",
    "˘": "aegiouıAEGIOU",
    "˙": "cegzCEGIZ",
    "¨": "aeiouyıAEIOUY",
    "˚": "auAU",
    "˝": "ouOU",
    "ˇ": "cdelnrstzCDELNRSTZ",
    "¸": "cnrs",
    "˛": "aeiouAEIOU",
}

_LETTERS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u0337\u0339-\u036f\u1e00-\u1eff\u212a\u212b\ufb00-\ufb06"
)
_WORD = re.compile(f"(?<![{_LETTERS}{_SIGNS}\u0370-\u058f])[{_LETTERS}]*[{_SIGNS}][{_LETTERS}{_SIGNS}]*")
_DRAWN = re.compile(
    # Two before their letter, or one before and one after it, as in Vietnamese.
    "(?P<outer>[`´˜])(?P<inner>[ˆ˘])(?P<both>[aeoAEO])(?![\u0300-\u036f])"
    "|(?P<over>[ˆ˘])(?P<base>[aeoAEO])(?P<late>´)(?![aeiouyıAEIOUY\u00c0-\u1eff])"
    "|(?P<vowel>[âăêôÂĂÊÔ]|[aA][\u0302\u0306]|[eoEO]\u0302)(?P<acute>´)(?![aeiouyıAEIOUY\u00c0-\u1eff])"
    # Under letters that are high or take it at their foot it is drawn after them.
    "|(?P<high>[CDGKLNRSTdklt](?=¸)|[aeiouAEIOU](?=˛))(?P<under>[¸˛])(?!(?<=¸)[cnrs])"
    f"|(?P<accent>[{_SIGNS}])(?P<letter>[A-Za-zı])(?![\u0300-\u036f])"
)

_MARKED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")

# A stroke through the sign after it: ``x̸ = 0`` is printed x ≠ 0.
_STROKE = re.compile("(?<![=<>∈∋∃≡≤≥∼≃≅≈∣∥|\u0338])\u0338(\\s?)([=<>∈∋∃≡≤≥∼≃≅≈∣∥⊂⊃⊆⊇])(?!\u0338)")

# Words that lose their last vowel before another word's first, with an apostrophe that some type as an accent.
_ELIDED = {"d", "j", "l", "n", "s"}
_ELIDED_BEFORE_ANY = {"all", "coll", "dall", "dell", "jusqu", "nell", "quell", "sull", "un"}
_AFTER_ELISION = {"ai", "elle", "elles", "en", "entre", "est", "et", "eux", "etait", "etaient"}

_AFTER_APOSTROPHE = re.compile(f"[{_LETTERS}{_SIGNS}]['’]")
_IN_CODE = re.compile(r"[\d\\@/_]\Z")

# The voicing marks of kana, which NFKC puts on a blank.
_VOICED = re.compile("[うか-とは-ほゝウカ-トハ-ホワ-ヲヽ][゛゜]")

_may_combine = re.compile(f"[{_SIGNS}\u0338゛゜]").search

_CUT_OFF = _SIGNS.replace("`", "") + "\u0338"
_LONGEST_WORD = 80
_LINE_ENDS = {"-\n", "\u2010\n"}


def may_combine(text: str) -> bool:
    """Say whether ``combined`` may change anything in a stretch of text."""
    return "`" in text if text.isascii() else _may_combine(text) is not None


def combined(text: str) -> str:
    """Return the text, as long as before, with each such accent as a combining mark after its letter.

    The voicing marks of kana, too.
    """
    if text.isascii():
        return _WORD.sub(_in_word, text) if "`" in text else text
    if "゛" in text or "゜" in text:
        text = _VOICED.sub(_voiced, text)
    if "\u0338" in text:
        text = _STROKE.sub("\\1\\2\u0338", text)
    return _WORD.sub(_in_word, text) if any(sign in text for sign in _SIGNS) else text


def composed(text: str) -> str:
    """Return the text with each such accent and its letter as the one letter that is printed."""
    marked = combined(text)
    if marked == text:
        return text
    return _MARKED.sub(lambda found: found[0] if found[0] == text[slice(*found.span())] else _as_one(found[0]), marked)


def without_edges(quote: str) -> str:
    """Return a quote without a sign at its beginning or end that may be cut off from what it is drawn on."""
    return quote.strip(_CUT_OFF)


def _as_one(letter: str) -> str:
    return unicodedata.normalize("NFC", letter)


def _voiced(found: re.Match[str]) -> str:
    marked = found[0][0] + ("\u3099" if found[0][1] == "゛" else "\u309a")
    return marked if len(_as_one(marked)) == 1 else found[0]


def _in_word(found: re.Match[str]) -> str:
    word = found[0]
    if len(word) > _LONGEST_WORD:
        return word
    ahead = found.string[max(0, found.start() - 2) : found.start()]
    done = ""
    # An accent that was doubtful is not beside one that was none.
    while done != word:
        done, word = word, _DRAWN.sub(partial(_put, word=word, ahead=ahead), word)
    return word


def _put(drawn: re.Match[str], *, word: str, ahead: str) -> str:
    """Return a letter with its marks after it, or both as they are."""
    if drawn["both"]:
        return drawn["both"] + _MARKS[drawn["inner"]] + _MARKS[drawn["outer"]]
    if drawn["base"]:
        return drawn["base"] + _MARKS[drawn["over"]] + _MARKS["´"]
    if drawn["vowel"]:
        return drawn["vowel"] + _MARKS["´"]
    if drawn["high"]:
        return drawn["high"] + _MARKS[drawn["under"]]
    accent, letter = drawn["accent"], drawn["letter"]
    if letter not in _TAKEN[accent] or not _belongs(accent, letter, word, drawn.span(), ahead):
        return drawn[0]
    return {"ı": "i"}.get(letter, letter) + _MARKS[accent]


def _belongs(accent: str, letter: str, word: str, span: tuple[int, int], ahead: str) -> bool:
    """Say whether an accent before a letter that may take it is that letter's."""
    left, right = _as_one(word[: span[0]]), _as_one(word[span[1] :])
    if left.endswith(accent) or (accent in "`´ˆ˜¨" and word.endswith(accent)):
        return False
    if accent in "¯ˉ˙":
        return bool(left or right)
    if accent not in "`´ˆ˜":
        return True
    if (left[-1:].islower() and letter.isupper()) or _IN_CODE.search(ahead):
        return False
    match accent:
        case "ˆ":
            return len(left) + len(right) > 1 or word == "dˆu"
        case "˜":
            return _has_tilde(letter, left, right)
    return _inside(accent, letter, left, right) if left else _at_beginning(accent, letter, right, ahead)


def _has_tilde(letter: str, left: str, right: str) -> bool:
    """Say whether a tilde inside a word is that of Spanish or Portuguese; at the beginning there are names of users."""
    if letter in "nN":
        return bool(left and right) and right[0] in "aeiouAEIOU´"
    return bool(left) and (
        right.lower() in {"", "s"} or right[0] in "eoEO" if letter in "aA" else right[:1] in {"e", "E"}
    )


def _at_beginning(accent: str, letter: str, right: str, ahead: str) -> bool:
    """Say whether a word begins with an accent and no quotation mark."""
    if _AFTER_APOSTROPHE.match(ahead):
        return True
    if ahead in _LINE_ENDS:
        return _inside(accent, letter, ahead, right)
    if accent == "`" or (letter != "ı" and not right):
        return False
    if any(sign in right for sign in _SIGNS):
        return True
    return letter in "eıAEIOUYCSZ" and right != "m"


def _inside(accent: str, letter: str, left: str, right: str) -> bool:
    """Say whether the accent inside a word is one and no apostrophe."""
    if letter == "ı":
        return True
    apostrophe = (
        (letter in "sS" and not right)
        or right.startswith(accent)
        or (left in {"o", "O"} and letter not in "aeiouy")
        or (letter.isupper() and left in {"D", "L"})
    )
    if apostrophe:
        return False
    if any(sign in left + right for sign in _SIGNS):
        return True
    if left.lower() in _ELIDED_BEFORE_ANY or (letter + right).lower() in _AFTER_ELISION:
        return False
    if left.lower() == "qu" or (accent == "`" and left.lower() == "l" and not right):
        return not right
    return letter in "eE" or not (left in _ELIDED or (left in {"D", "L"} and letter in "au"))
