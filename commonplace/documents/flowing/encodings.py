"""Bytes of any encoding to text, as Western and East Asian writers save it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from commonplace.documents.flowing.charsets import codec_of, decoded
from commonplace.documents.reading import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EAST_ASIAN = ("cp932", "euc_jp", "gb18030", "big5", "cp949", "utf-16-le", "utf-16-be")
_ONE_BYTE = ("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256")
_SAMPLE = 1 << 16
_SURELY_WIDE = 1.0

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u4e00-\u9fff]")
_WIDE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]")
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\uff61-\uff9f\u3400-\u4dbf]")
_COMMON_HANGUL = frozenset(
    "이다는에의을가고은하로지한사기도대정어시있를자서리인해들나일과아수제국보것부으그전장주년여상안성면소조구동공치"
    "라와만할원관적했북미군미방우세게선무민중용등경계비유니산신오강연력위내외양통개최단신화결회러문건같발물생실각"
    "체재거했된되당될데때마말모반변분불아않없오요운우입저진차출평표필현후"
)
# The letters that make most of a text outside ASCII.
_USUAL = {
    "cp1252": "àâäçèéêëîïôöûüßñíóáúåæøãõ", "cp1250": "áéíóúýěščřžůłąęćżśńźőűöüäßăđľťň", "cp1251": "оеаинтсрвлкмдпу",
    "koi8_r": "оеаинтсрвлкмдпу", "cp1253": "αοιετσνηυρπκμλς", "cp1255": "יוהלאתרבמשנדק", "cp1256": "اليومنترسبعدفة",
}  # fmt: skip
_LINE_ENDS = re.compile("\r\n?")
_FORBIDDEN = re.compile("[\ud800-\udfff]")


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return a file's text, its lines ended by newlines only, and the encoding it was in.

    Raises:
        UnreadableError: The named encoding does not exist, or the bytes fit none.
    """
    text, name = _named(data, encoding) if encoding else _guessed(data)
    return clean(text), name


def clean(text: str) -> str:
    """Return text as the axis holds it: newlines only, no U+0000, no lone surrogate."""
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")).replace("\x00", "")
    return text if text.isascii() else _FORBIDDEN.sub("\ufffd", text)


def by_mark(data: bytes) -> str:
    """Return the encoding that a byte order mark names, or nothing."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), "")


def _named(data: bytes, encoding: str) -> tuple[str, str]:
    codec = codec_of(encoding) or encoding
    marked = by_mark(data)
    if marked and codec.startswith("utf"):
        # Which of its forms it is the file knows better.
        codec = marked
    try:
        return decoded(data, codec), codecs.lookup(codec).name
    except LookupError as error:
        raise UnreadableError("encoding", f"There is no encoding called {encoding}.") from error
    except UnicodeError as error:
        raise UnreadableError("encoding", f"The file is not in the encoding {encoding}.") from error


def _guessed(data: bytes) -> tuple[str, str]:
    marked = by_mark(data)
    if marked:
        return data.decode(marked, "replace"), marked
    if b"\x00" in data and (wide := _without_mark(data)):
        return data.decode(wide, "replace"), wide
    if b"\x1b$" in data or b"\x1b(" in data:
        text = _strictly(data, "iso2022_jp")
        if text is not None:
            return text, "iso2022_jp"
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    name = _legacy(data)
    return decoded(data, name, "replace"), name


def declared_as(data: bytes, label: str) -> tuple[str, str]:
    """Return a page's text and encoding, where it says of itself which that is; where it cannot be, that is guessed.

    A page may hold a broken byte and still be what it says; one whose foreign letters are broken is not.  What reads
    as UTF-8 throughout is nothing else, whatever it says.
    """
    codec = codec_of(label)
    if codec and codec.startswith(("utf-16", "utf_16", "utf-32", "utf_32")):
        # What said so could be read byte by byte: browsers take such a page for UTF-8.
        codec = "utf-8"
    if not codec or by_mark(data) or (not data.isascii() and _strictly(data, "utf-8") is not None):
        return decode(data)
    text = decoded(data, codec, "replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if broken * 4 > foreign or (foreign and _is_rather_east_asian(data, codec)):
        return decode(data)
    return clean(text), codec


def _is_rather_east_asian(data: bytes, codec: str) -> bool:
    """True for a page that reads badly in what it says, such as the Western that servers say of all, and well so."""
    sample = _sample(data)
    if codec in _ONE_BYTE:
        return max(_wide_score(sample, name) for name in _EAST_ASIAN) >= _SURELY_WIDE
    return (
        codec in _EAST_ASIAN
        and not _wide_score(sample, codec)
        and any(_wide_score(sample, name) for name in _EAST_ASIAN)
    )


def _without_mark(data: bytes) -> str:
    quarters = [data[place::4].count(0) * 8 > len(data) for place in range(4)]
    if quarters in ([False, True, True, True], [False, False, True, True]):
        return "utf-32-le"
    if quarters in ([True, True, True, False], [True, True, False, False]):
        return "utf-32-be"
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if even == odd:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return decoded(data, encoding)
    except UnicodeError:
        return None


def _legacy(data: bytes) -> str:
    """Return the most likely of the encodings older than Unicode."""
    sample = _sample(data)
    best = max(((_wide_score(sample, name), name) for name in _EAST_ASIAN), default=(0.0, ""))
    if best[0] > 0:
        return best[1]
    return _one_byte(sample) or "cp1252"


def _sample(data: bytes) -> bytes:
    """Return the beginning that holds enough characters outside ASCII, cut at a line end."""
    if len(data) <= _SAMPLE:
        return data
    first = next((place for place, byte in enumerate(data) if byte >= 0x80), 0)
    start = data.rfind(b"\n", 0, first) + 1
    end = data.find(b"\n", start + _SAMPLE)
    return data[start : end + 1] if end >= 0 else data[start:]


def _wide_score(sample: bytes, encoding: str) -> float:
    """Return how much a decoding looks like East Asian writing: 0 for not at all."""
    text = _strictly(sample, encoding)
    if text is None:
        return 0.0
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return 0.0
    joined = "".join(foreign)
    wide = len(_WIDE.findall(joined))
    odd = len(_ODD.findall(joined))
    rare = _rare(joined, encoding)
    if encoding.startswith("utf-16") and (odd or rare or wide < len(joined) or _HANGUL.search(joined)):
        # Any two bytes are some character; only plain Japanese is taken for UTF-16 without its mark.
        return 0.0
    score = (wide - 4.0 * odd - rare) / len(joined)
    if score <= 0.4:
        return 0.0
    return score + _script_bonus(joined, encoding)


def _rare(text: str, encoding: str) -> float:
    """Return how many Han characters lie outside the encoding's table of common ones."""
    if encoding == "cp949":
        # Modern Korean is written in hangul, and a hundred syllables make half of any text.
        return 1.2 * len(_HAN.findall(text)) + 0.7 * sum(char not in _COMMON_HANGUL for char in _HANGUL.findall(text))
    table = {"gb18030": "gb2312", "big5": "big5", "euc_jp": "euc_jp"}.get(encoding, "shift_jis")
    return sum(0.7 for char in _HAN.findall(text) if not _common(char, table))


def _common(char: str, table: str) -> bool:
    try:
        code = char.encode(table)
    except UnicodeError:
        return False
    lead = code[0]
    if table == "shift_jis":
        return 0x88 <= lead <= 0x98
    if table == "euc_jp":
        return 0xB0 <= lead <= 0xCF
    if table == "gb2312":
        return 0xB0 <= lead <= 0xD7
    return 0xA4 <= lead <= 0xC6


def _script_bonus(text: str, encoding: str) -> float:
    kana = len(_KANA.findall(text)) / len(text)
    if encoding in ("cp932", "euc_jp"):
        # Japanese is written with kana, and no other language is.
        return 0.6 if kana > 0.05 else 0.1
    if encoding.startswith("utf-16"):
        return -0.2
    if encoding == "cp949":
        return 0.4 * len(_HANGUL.findall(text)) / len(text)
    return -0.5 if kana > 0.05 else 0.05


def _one_byte(sample: bytes) -> str:
    """Return the likeliest one-byte encoding: by its letters, by charset-normalizer where they say nothing."""
    scores = {name: _letters_score(sample, name) for name in _ONE_BYTE}
    best = max(scores, key=scores.__getitem__)
    if scores[best] > 0:
        return best
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    return str(found.encoding) if found is not None else "cp1252"


def _letters_score(sample: bytes, encoding: str) -> float:
    text = _strictly(sample, encoding)
    if text is None:
        return -100.0
    score = 0.0
    usual = _USUAL.get(encoding, "")
    for before, char in zip(" " + text, text, strict=False):
        if char <= "\x7f":
            continue
        category = unicodedata.category(char)
        if char.isalpha():
            # Latin letters with marks stand among plain ones, those of other alphabets among their own.
            lone = before <= "\x7f"
            latin = char < "\u0250"
            if before.isalpha():
                score += 0.5 if lone == latin else -1.0 if latin else -3.0
        if category == "Cc":
            score -= 5
        elif category == "Ll":
            score += 1 if before.isalpha() == before.islower() else -1
        elif category == "Lo" and char > "\u0250":
            score += 1
        elif category == "Lu":
            score += -1 if before.islower() else 0.5
        elif category in ("Pi", "Pf", "Pd", "Po"):
            score += 0.5
        if char.lower() in usual:
            score += 0.5
    return score + (0.5 if encoding == "cp1252" else 0.0)
