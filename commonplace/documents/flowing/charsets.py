"""The names of encodings as files write them, and the codec each stands for.

The labels are those of the Encoding Standard (WHATWG) and a few more that are met with.  There many a name means its
larger neighbour, since that is what the bytes under it are.
"""

from __future__ import annotations

import codecs
import re

_ISO = {
    "iso8859_2": "csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2",
    "iso8859_3": "csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3",
    "iso8859_4": "csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4",
    "iso8859_5": "csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988",
    "iso8859_6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i "
    "iso-ir-127 iso_8859-6:1987",
    "iso8859_7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek",
    "iso8859_8": "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i iso-ir-138 "
    "iso_8859-8:1988 logical visual",
    "iso8859_10": "csisolatin6 iso-ir-157 l6 latin6",
    "iso8859_13": "",
    "iso8859_14": "",
    "iso8859_15": "csisolatin9 l9",
    "iso8859_16": "",
    "cp1252": "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 ansi_x3.4-1968 ascii cp819 csisolatin1 ibm819 "
    "iso-ir-100 l1 latin1 latin-1 us-ascii",
    "cp1254": "iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 csisolatin5 iso-ir-148 l5 latin5",
    "cp874": "iso-8859-11 iso8859-11 iso885911 dos-874 tis-620 windows-874",
}
_OTHERS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "utf-16-be": "unicodefffe utf-16be",
    "cp866": "866 cp866 csibm866 ibm866",
    "koi8_r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8_u": "koi8-ru koi8-u",
    "mac_roman": "csmacintosh mac macintosh x-mac-roman",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936",
    "hz": "hz-gb-2312",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp eucjp euc_jp x-euc ujis",
    "iso2022_jp": "csiso2022jp iso-2022-jp jis",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis shiftjis sjis windows-31j x-sjis x-ms-cp932 cp932",
    "cp949": "cseuckr csksc56011987 euc-kr euc_kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
    "windows-949",
    "iso2022_kr": "csiso2022kr iso-2022-kr",
}
_NUMBERED = re.compile(r"(?:windows-|x-cp|cp)(125\d)")
_ESCAPE = re.compile(rb"\x1b(\$[@B]|\$\([BD]|\([BJI])")


def _labels() -> dict[str, str]:
    found = {label: codec for codec, labels in {**_ISO, **_OTHERS}.items() for label in labels.split()}
    for codec in _ISO:
        if codec.startswith("iso8859_"):
            number = codec.removeprefix("iso8859_")
            found |= {f"{form}{number}": codec for form in ("iso-8859-", "iso8859-", "iso8859", "iso_8859-")}
    return found


_CODECS = _labels()


def codec_of(label: str) -> str:
    """Return the codec that a label stands for; nothing where nobody knows it."""
    label = label.strip().lower()
    if found := _CODECS.get(label):
        return found
    numbered = _NUMBERED.fullmatch(label)
    return f"cp{numbered[1]}" if numbered else ""


def decoded(data: bytes, codec: str, errors: str = "strict") -> str:
    """Return bytes as text, in Japanese encodings with the signs that vendors added to them.

    Raises:
        UnicodeError: They are not in this encoding, and errors are not to be passed over.
    """
    if codec == "iso2022_jp":
        return _iso2022_jp(data, errors)
    if codec == "euc_jp":
        return data.decode(codec, _EUC_REPLACED if errors == "replace" else _EUC_STRICT)
    return data.decode(codec, errors)


def _iso2022_jp(data: bytes, errors: str) -> str:
    """Return ISO-2022-JP as it is written: with vendors' signs, half-width kana, and the supplement of 1990."""
    pieces = _ESCAPE.split(data)
    texts = [pieces[0].decode("ascii", errors)]
    for escape, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        texts.append(_in_set(escape, piece, errors))
    return "".join(texts)


def _in_set(escape: bytes, piece: bytes, errors: str) -> str:
    if escape in (b"(B", b"(J"):
        return piece.decode("ascii", errors)
    # A line may end without going back to ASCII.
    characters, newline, rest = piece.partition(b"\n")
    high = bytes(byte | 0x80 for byte in characters)
    if escape == b"(I":
        text = high.decode("cp932", errors)
    else:
        lead = b"\x8f" if escape == b"$(D" else b""
        pairs = b"".join(lead + high[at : at + 2] for at in range(0, len(high), 2)) if lead else high
        text = decoded(pairs, "euc_jp", errors)
    return text + (newline + rest).decode("ascii", errors)


def _vendor_sign(error: UnicodeError) -> tuple[str, int] | None:
    """Return a sign of the rows that NEC and IBM added, which Windows has at the same place of its own encoding."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    if len(pair) < 2 or not (0xA1 <= pair[0] <= 0xFE and 0xA1 <= pair[1] <= 0xFE):
        return None
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= 63)
    try:
        return bytes((lead, trail)).decode("cp932"), error.start + 2
    except UnicodeError:
        return None


def _strictly(error: UnicodeError) -> tuple[str, int]:
    found = _vendor_sign(error)
    if found is None:
        raise error
    return found


def _replacing(error: UnicodeError) -> tuple[str, int]:
    return _vendor_sign(error) or ("\ufffd", getattr(error, "end", 0))


_EUC_STRICT, _EUC_REPLACED = "commonplace-euc-strict", "commonplace-euc-replace"
codecs.register_error(_EUC_STRICT, _strictly)
codecs.register_error(_EUC_REPLACED, _replacing)
