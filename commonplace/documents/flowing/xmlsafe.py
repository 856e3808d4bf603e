"""XML of strangers: no document type, no entity of its own, nothing fetched, nothing huge."""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from commonplace.documents.flowing import encodings
from commonplace.documents.flowing.charsets import codec_of, decoded
from commonplace.documents.reading import UnreadableError

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>")
_DOCTYPE = "<!DOCTYPE"
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of a file's part.

    Args:
        data: The part's bytes, in the encoding they declare.
        name: What the part is called in a failure.

    Raises:
        UnreadableError: It declares a document type, or is no well-formed XML.
    """
    text = _decoded(data, name)
    if _doctype_at(text) >= 0:
        raise UnreadableError(
            "damaged", f"The file's part {name} declares a document type, which is not accepted from a document."
        )
    return _root(text, name)


def parse_markup(data: bytes, name: str) -> etree._Element:
    """Return the root of a part that may name one of the public document types, such as a book's chapter.

    The type is passed over and never fetched; the named characters of HTML are known without it.

    Raises:
        UnreadableError: It declares entities or elements of its own, or is no well-formed XML.
    """
    text = _without_doctype(_decoded(data, name), name)
    return _root(_ENTITY.sub(_character, text) if "&" in text else text, name)


def decoded_markup(data: bytes, name: str) -> str:
    """Return such a part as text without its declarations, for a parser that forgives.

    Raises:
        UnreadableError: It declares entities or elements of its own, or is in no known encoding.
    """
    return _DECLARATION.sub("", _without_doctype(_decoded(data, name), name), count=1)


def _decoded(data: bytes, name: str) -> str:
    """Return XML as text, so that no encoding hides a declaration from us."""
    declared = _DECLARED.match(data[:400])
    label = declared[1].decode("ascii") if declared else "utf-8"
    encoding = encodings.by_mark(data) or _by_first_signs(data) or codec_of(label)
    try:
        return decoded(data, encoding).removeprefix("\ufeff").lstrip()
    except (LookupError, UnicodeError) as error:
        raise UnreadableError(
            "damaged", f"The file is damaged: its part {name} is not in the encoding it names."
        ) from error


def _by_first_signs(data: bytes) -> str:
    return {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}.get(data[:2], "")


def _root(text: str, name: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged", f"The file is damaged: its part {name} is no well-formed XML.") from error
    if root is None:
        raise UnreadableError("damaged", f"The file is damaged: its part {name} is empty.")
    return root


def _doctype_at(text: str) -> int:
    """Return where a document type is declared before the root, or -1."""
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        else:
            return at if text[at : at + len(_DOCTYPE)].upper() == _DOCTYPE else -1
        if end < 0:
            return -1
        at = text.index(">", end) + 1


def _without_doctype(text: str, name: str) -> str:
    start = _doctype_at(text)
    if start < 0:
        return text
    end = re.compile(r"(?:[^\"'<>\[]|\"[^\"]*\"|'[^']*')*").match(text, start + len(_DOCTYPE))
    stop = end.end() if end else start
    without = text[:start] + text[stop + 1 :]
    if text[stop : stop + 1] != ">" or _doctype_at(without) >= 0:
        raise UnreadableError(
            "damaged", f"The file's part {name} declares entities of its own, which are not accepted from a document."
        )
    return without


def _character(match: re.Match[str]) -> str:
    """Return the character an HTML entity names; one that nobody knows is kept as it is written."""
    name = match[1]
    if name in _OWN:
        return match[0]
    known = html5.get(f"{name};")
    return f"&amp;{name};" if known is None else "".join(f"&#{ord(char)};" for char in known)
