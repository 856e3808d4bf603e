"""Letters of other alphabets in ASCII, for citation keys: Latin letters without their marks, kana in Hepburn."""

from __future__ import annotations

import re
import unicodedata

_LATIN = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
        "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ŋ": "n", "Ŋ": "N", "ħ": "h", "Ħ": "H",
    }
)  # fmt: skip

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さ_すせそ", "t": "た__てと", "n": "なにぬねの", "h": "はひ_へほ",
    "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざ_ずぜぞ", "d": "だ__でど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}  # fmt: skip
_SINGLE = {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu", "ぁ": "a", "ぃ": "i", "ぅ": "u",
    "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa", "ー": "", "・": "",
}  # fmt: skip
_REGULAR = {kana: row + vowel for row, kanas in _ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)}
_KANA = _REGULAR | _SINGLE
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_LONG = re.compile("ou|oo|uu")
_IS_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]+")


def to_ascii(text: str) -> str:
    """The text in ASCII; characters that have no such form, kanji among them, are left out."""
    text = _IS_KANA.sub(lambda run: _hepburn(run[0]), unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFKD", text.translate(_LATIN)).encode("ascii", "ignore").decode("ascii")


def is_readable(word: str) -> bool:
    """Whether `to_ascii` leaves nothing of the word out but marks."""
    folded = _IS_KANA.sub("", unicodedata.normalize("NFKC", word)).translate(_LATIN)
    return all(char.isascii() or unicodedata.combining(char) for char in unicodedata.normalize("NFKD", folded))


def _hepburn(kana: str) -> str:
    """Hepburn without macrons, as names are written in print: さとう is Sato."""
    hiragana = "".join(chr(ord(char) - 0x60) if "\u30a1" <= char <= "\u30f6" else char for char in kana)
    syllables: list[str] = []
    doubles = False
    for char in hiragana:
        if char == "っ":
            doubles = True
            continue
        if char in _SMALL and syllables and syllables[-1][-1:] in "iue" and len(syllables[-1]) > 1:
            syllables[-1] = _contracted(syllables[-1], char)
            continue
        syllable = _KANA.get(char, "")
        if doubles and syllable:
            syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
        syllables.append(syllable)
        doubles = False
    return _LONG.sub(lambda long: long[0][0], "".join(syllables))


def _contracted(syllable: str, small: str) -> str:
    """き and ゃ make kya, し and ゃ sha, フ and ァ fa."""
    stem = syllable[:-1]
    if small in "ゃゅょ" and not stem.endswith(("sh", "ch", "j")):
        stem += "y"
    return stem + _SMALL[small]
