"""From a .bib's bytes to text and back, so that what nobody edits leaves as the very bytes that came in.

Encodings are tried in this order: the byte order mark, what the file declares (``% Encoding: X`` as JabRef writes it,
``-*- coding: x -*-``), UTF-8, UTF-8 with a few stray bytes, and a guess among the encodings of old East Asian and
Western files.  The last resort reads every byte as one character, so no file is refused.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

Odd = tuple[tuple[int, bytes], ...]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"^[%\s]*Encoding:\s*([\w.:-]+)|-\*-.*?coding:\s*([\w.:-]+)", re.IGNORECASE | re.MULTILINE)
# Names in use for supersets: text marked with the plain name often holds the vendor's characters too.
_SUPERSETS = {"shift_jis": "cp932", "ms932": "cp932", "gb2312": "gbk", "gb18030": "gb18030", "iso8859-1": "cp1252"}
_ALIASES = {"sjis": "cp932", "windows-31j": "cp932", "x-sjis": "cp932", "windows-31": "cp932", "utf_8_sig": "utf-8"}
_FAMILIES = ("ascii", "utf-8", "utf-16", "utf-32", "iso8859", "iso2022", "cp", "koi8", "mac", "shift_jis", "euc", "gb",
             "big5", "johab", "hz", "tis", "kz", "ptcp")  # fmt: skip
# Frequent characters of running text and of bibliographies; kana count for Japanese besides.
_JAPANESE = frozenset(
    "日本国人年大会中学生出政治法新東京経済社部長者時事研究論文書著編版集号巻頁誌報告調査政策安全保障防衛外交平和条約憲軍"
    "隊戦後前現代近世界史歴民主義自由開発関係問題対外内国際地域教育文化科学技術理情報分析意味方性的化化以上下第一二三四五六"
    "七八九十百千万円月火水木金土行動力権利用点目的成果員議院党首相官省庁県市町村山田川中村小林高木加藤佐藤鈴木橋本渡辺伊井"
    "上野松岩波店出版堂館実立命早稲慶應名古屋阪神奈北海道州九沖縄米英仏独露韓朝鮮台湾亜細太平洋印度変遷"
)
_CHINESE = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然"
    "没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二"
    "理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信"
    "北少关并内加化由却代军产入先山五太水万市体别处总场师书比员性通目华报立马命张数件安表原车应路期制解各任至清物台记边共战特"
    "题建南度统色字论百义科元社术结六指思非流管资联言权展领传治决周保达办运武城强步革深区即求品量技程语英基派式识极德党研究刊"
    "测试版历史商济组织际战略策亚洲院校杂志编著译王李刘陈杨赵黄吴徐孙"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and what is needed to give its bytes again.

    Attributes:
        odd: Characters that the encoding would write otherwise than they stood, as position and bytes.
        trouble: What could not be believed, in words; empty when nothing was amiss.
        at: The position in the text where that shows first.
    """

    encoding: str
    bom: bytes
    text: str
    odd: Odd = ()
    trouble: str = ""
    at: int = 0


def decode(data: bytes) -> Decoded:
    """Read bytes as text, believing the mark, the file's own word, UTF-8 and then a guess; never fails."""
    declared, named = _declared(data)
    if not declared.startswith("utf-16"):
        for bom, encoding in _BOMS:
            if data.startswith(bom):
                found = _strict(data[len(bom) :], encoding, bom)
                if found:
                    return found
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    body = data[len(bom) :]
    if declared and (found := _strict(body, declared, bom)):
        return found
    if found := _strict(body, "utf-8", bom):
        return found
    return _doubtful(body, bom, named)


def encode(decoded_text: str, encoding: str, odd: Odd, start: int, end: int) -> bytes:
    """The bytes of ``[start, end)``; raises UnicodeEncodeError where the encoding lacks a character."""
    first, last = bisect_left(odd, (start, b"")), bisect_left(odd, (end, b""))
    if first == last:
        return decoded_text[start:end].encode(encoding)
    pieces, position = [], start
    for at, raw in odd[first:last]:
        pieces += [decoded_text[position:at].encode(encoding), raw]
        position = at + 1
    pieces.append(decoded_text[position:end].encode(encoding))
    return b"".join(pieces)


def is_declared(text: str) -> bool:
    """Whether a text names its own encoding."""
    return bool(_declared(text[:2000].encode("ascii", "replace"))[1])


def _declared(data: bytes) -> tuple[str, str]:
    """The codec a file names in its first lines and the name as it stands there; empty where there is none."""
    found = _DECLARED.search(b"\n".join(data[:2000].splitlines()[:8]))
    if not found:
        return "", ""
    named = (found[1] or found[2]).decode("ascii", "replace")
    try:
        name = codecs.lookup(_ALIASES.get(named.lower(), named)).name
    except LookupError:
        return "", named
    name = _SUPERSETS.get(name, name)
    return (name if name.startswith(_FAMILIES) else ""), named


def _strict(body: bytes, encoding: str, bom: bytes = b"") -> Decoded | None:
    """The text if every byte is sound in this encoding and can be given again."""
    try:
        text = body.decode(encoding)
        if encoding == "utf-8" or text.encode(encoding) == body:
            return Decoded(encoding, bom, text)
        odd = tuple(_odd(body, encoding))
        same = encode(text, encoding, odd, 0, len(text)) == body
    except UnicodeError:
        return None
    return Decoded(encoding, bom, text, odd) if same else None


def _odd(body: bytes, encoding: str) -> Iterator[tuple[int, bytes]]:
    """Characters with two codes of which the file uses the rarer, as old Japanese fonts had them."""
    position = 0
    for line in body.splitlines(keepends=True):
        text = line.decode(encoding)
        if text.encode(encoding) != line:
            decoder, pending, at = codecs.getincrementaldecoder(encoding)(), b"", position
            for byte in line:
                pending += bytes((byte,))
                if char := decoder.decode(pending[-1:]):
                    if char.encode(encoding) != pending:
                        yield at, pending
                    at, pending = at + len(char), b""
        position += len(text)


def _doubtful(body: bytes, bom: bytes, named: str) -> Decoded:
    found = _mixed(body, bom) or _guess(body, bom)
    claim = f"says it is {named}, which it is not; " if named else ""
    at = found.odd[0][0] if found.odd else next((i for i, c in enumerate(found.text) if c > "\x7f"), 0)
    trouble = f"{claim}read as {found.encoding}" + (" with stray bytes" if found.encoding == "utf-8" else "")
    return Decoded(found.encoding, bom, found.text, found.odd, trouble, at)


def _mixed(body: bytes, bom: bytes) -> Decoded | None:
    """UTF-8 into which a few bytes of a Western encoding were pasted: those are read as Windows does."""
    text = body.decode("utf-8", "surrogateescape")
    stray = [m.start() for m in re.finditer("[\udc80-\udcff]", text)]
    sound = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    if sound <= len(stray):
        return None
    chars, odd = list(text), []
    for at in stray:
        raw = bytes((ord(text[at]) - 0xDC00,))
        chars[at] = _western(raw)
        odd.append((at, raw))
    return Decoded("utf-8", bom, "".join(chars), tuple(odd))


def _western(raw: bytes) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _guess(body: bytes, bom: bytes) -> Decoded:
    scored = []
    for encoding, common in (("cp932", _JAPANESE), ("euc_jp", _JAPANESE), ("gbk", _CHINESE)):
        if (found := _strict(body, encoding, bom)) and (score := _plausible(found.text, common)) > 0.15:
            scored.append((score, found))
    if scored:
        return max(scored, key=lambda pair: pair[0])[1]
    return _strict(body, "cp1252", bom) or Decoded("latin-1", bom, body.decode("latin-1"))


def _plausible(text: str, common: frozenset[str]) -> float:
    """The share of foreign characters that running text of the language would have."""
    foreign = [c for c in text if c > "\x7f"][:20_000]
    kana = common is _JAPANESE
    usual = sum(c in common or "\u3000" <= c <= "\u3002" or (kana and "\u3041" <= c <= "\u30fe") for c in foreign)
    return usual / len(foreign) if foreign else 0.0
