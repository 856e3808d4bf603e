"""Numbers as word processors print them: 4, iv, d, 四, エ, ④, by the names that Word gives the forms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from core.kanji import digits, kanji
from core.page_labels import roman

# Of what a form cannot show, as of a form that is not known, the number is shown in Arabic digits.
_HIGHEST_ROMAN = 3999
_MOST_REPEATED = 30
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_NARROW = str.maketrans(_AIUEO, "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
_LEGAL = str.maketrans("一二三五十千", "壱弐参伍拾阡")


def formatted(number: int, form: str) -> str:
    """Return a number in one of Word's forms; empty for a form that shows none."""
    if form in ("none", "bullet"):
        return ""
    write = _FORMS.get(form)
    return (write(number) if write else "") or str(number)


def _roman(number: int) -> str:
    return roman(number) if 1 <= number <= _HIGHEST_ROMAN else ""


def _repeated(signs: str, number: int) -> str:
    """Return the sign at a place; past the last one they are doubled, then tripled: z, aa, bb."""
    times, at = divmod(number - 1, len(signs))
    return signs[at] * (times + 1) if 0 <= times < _MOST_REPEATED else ""


def _counted(number: int) -> str:
    """Return letters that count on as columns of a table do: z, aa, ab."""
    letters = ""
    while number > 0:
        number, at = divmod(number - 1, len(_LATIN))
        letters = _LATIN[at] + letters
    return letters


def _single(signs: str, number: int) -> str:
    return signs[number - 1] if 1 <= number <= len(signs) else ""


def _following(first: str, count: int) -> Callable[[int], str]:
    return partial(_single, "".join(chr(ord(first) + step) for step in range(count)))


def _with_digits(signs: str, number: int) -> str:
    return "".join(signs[int(digit)] for digit in str(number)) if number >= 0 else ""


def _kanji(number: int) -> str:
    return kanji(number) if number > 0 else ""


def _kanji_digits(number: int) -> str:
    return digits(number) if number >= 0 else ""


def _chinese(number: int) -> str:
    return _kanji(number) if number < 100 else digits(number)


def _legal(number: int) -> str:
    written = _kanji(number).translate(_LEGAL)
    return f"壱{written}" if written[:1] in tuple("拾百阡") else written


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": partial(_repeated, _LATIN),
    "upperLetter": partial(_repeated, _LATIN.upper()),
    "lowerLetterCounted": _counted,
    "upperLetterCounted": lambda number: _counted(number).upper(),
    "russianLower": partial(_repeated, _RUSSIAN),
    "russianUpper": partial(_repeated, _RUSSIAN.upper()),
    "chicago": partial(_repeated, "*†‡§"),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": partial(_with_digits, "０１２３４５６７８９"),
    "decimalFullWidth2": partial(_with_digits, "０１２３４５６７８９"),
    "thaiNumbers": partial(_with_digits, "๐๑๒๓๔๕๖๗๘๙"),
    "hindiNumbers": partial(_with_digits, "०१२३४५६७८९"),
    "koreanDigital": partial(_with_digits, "영일이삼사오육칠팔구"),
    "decimalEnclosedCircle": _following("①", 20),
    "decimalEnclosedCircleChinese": _following("①", 20),
    "decimalEnclosedParen": _following("⑴", 20),
    "decimalEnclosedFullstop": _following("⒈", 20),
    "ideographEnclosedCircle": _following("㊀", 10),
    "ideographTraditional": partial(_single, "甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": partial(_single, "子丑寅卯辰巳午未申酉戌亥"),
    "ideographDigital": _kanji_digits,
    "japaneseDigitalTenThousand": _kanji_digits,
    "taiwaneseDigital": _kanji_digits,
    "japaneseCounting": _kanji,
    "japaneseLegal": _legal,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "aiueoFullWidth": partial(_repeated, _AIUEO),
    "irohaFullWidth": partial(_repeated, _IROHA),
    "aiueo": partial(_repeated, _AIUEO.translate(_NARROW)),
    "iroha": partial(_repeated, _IROHA.translate(_NARROW)),
    "ganada": partial(_repeated, "가나다라마바사아자차카타파하"),
    "chosung": partial(_repeated, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
}
