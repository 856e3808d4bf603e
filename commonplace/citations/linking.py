"""What tells that a reference and a source are the same work: file fields, DOIs, titles."""

from __future__ import annotations

import base64
import binascii
import html
import plistlib
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

from commonplace.citations.latex import plain

_ADDRESS = re.compile(r"(?i)(?:https?|ftps?):")
_TYPE = re.compile(r"(?i)(?:[a-z]+/[\w.+-]+|pdf|ps|epub|djvu?|html?|docx?|odt|rtf|txt|md|xml|mobi|snapshot|url)?")
_DOI = re.compile(r"(?i)(?:^|doi\.org/|doi:\s*|\bdoi\s+)(10\.\d{4,9}(?:\.\d+)*/\S+)")
_ESCAPABLE = "\\:;,_&%#${}~^ "


def file_paths(fields: Mapping[str, str]) -> list[str]:
    """The paths that an entry's fields name, as JabRef, Zotero, Mendeley, Citavi, Papers and BibDesk write them.

    They are relative or absolute, with the separators of the system they were written on; web addresses are left out.
    """
    paths = _file_field(fields.get("file", ""))
    paths += [_unescaped(fields[name]) for name in ("pdf", "path", "local-url") if fields.get(name)]
    paths += [_bookmark(value) for name, value in fields.items() if name.startswith("bdsk-file-")]
    local = (_local(path) for path in paths)
    return list(dict.fromkeys(path for path in local if path))


def file_name(path: str) -> str:
    """The last part of a path of any system."""
    return re.split(r"[/\\]", path)[-1]


def _local(path: str) -> str:
    path = path.strip()
    if path.lower().startswith("file:"):
        path = unquote(re.sub(r"(?i)^file:(?://(?:localhost)?)?", "", path))
        return path[1:] if re.match(r"/[A-Za-z]:", path) else path
    return "" if _ADDRESS.match(path) else path


def _file_field(raw: str) -> list[str]:
    raw = html.unescape(raw) if "&#" in raw else raw
    # Mendeley writes a backslash as a formula.
    raw = re.sub(r"\{?\$\\backslash\$\}?|\\textbackslash(?:\{\}|\s)?", lambda _: "\\", raw)
    return [path for one in _split(raw, ";") if one.strip() and (path := _path(one))]


def _path(one: str) -> str:
    parts = [_unescaped(part) for part in _rejoined(_split(one, ":"))]
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return parts[0] if _TYPE.fullmatch(parts[1]) and parts[0] else parts[1]
    return parts[1] or parts[0]


def _split(text: str, mark: str) -> list[str]:
    """Split at a mark that has no backslash before it; the backslashes stay."""
    return [piece[0] for piece in re.finditer(rf"(?:^|(?<={mark}))(?:\\.|[^{mark}\\]|\\$)*", text, re.DOTALL)]


def _rejoined(parts: list[str]) -> list[str]:
    r"""Put together what only looks like parts: ``C:\…`` written without a backslash, and web addresses."""
    joined: list[str] = []
    for part in parts:
        before = joined[-1] if joined else ""
        drive = len(before) == 1 and before.isalpha() and part[:1] in ("/", "\\")
        address = before.lower() in ("http", "https", "ftp", "file") and part.startswith("//")
        if drive or address:
            joined[-1] = f"{before}:{part}"
        else:
            joined.append(part)
    return joined


def _unescaped(text: str) -> str:
    """Take out the backslashes that escape; those that separate folders stay."""
    text = text.replace("{", "").replace("}", "") if "\\{" not in text and "\\}" not in text else text
    return re.sub(r"\\(.)", lambda m: m[1] if m[1] in _ESCAPABLE else m[0], text, flags=re.DOTALL).strip()


def _bookmark(value: str) -> str:
    """The path in a bookmark as BibDesk keeps it: a property list in base64."""
    try:
        kept = plistlib.loads(base64.b64decode(value))
    except (ValueError, binascii.Error, plistlib.InvalidFileException, RecursionError, OverflowError, LookupError):
        return ""
    if not isinstance(kept, dict):
        return ""
    if isinstance(path := kept.get("relativePath"), str):
        return path
    objects = kept.get("$objects")
    texts = [text for text in objects if isinstance(text, str)] if isinstance(objects, list) else []
    return next((text for text in texts if re.search(r"\.\w{2,5}$", text) and not text.startswith("NS")), "")


def normal_doi(text: str) -> str:
    """A DOI without its address and in small letters, ``10.…/…``; empty if the text holds none."""
    found = _DOI.search(re.sub(r"\\(.)|[{}]", lambda m: m[1] or "", text.strip()))
    return unquote(found[1]).rstrip(".,;").lower() if found else ""


def doi_of(fields: Mapping[str, str]) -> str:
    """The DOI an entry names, in its own field or as its address."""
    return normal_doi(fields.get("doi", "")) or normal_doi(fields.get("url", ""))


def folded_title(raw: str) -> str:
    """A raw title's letters and digits only, capitals and accents evened out; to look titles up by."""
    text = unicodedata.normalize("NFKC", plain(raw)).casefold()
    if not text.isascii():
        # Accents of Latin letters go; the voicing marks of kana are letters of their own and stay.
        text = "".join(_bare(char) for char in unicodedata.normalize("NFC", text))
    return "".join(char for char in text if char.isalnum())


def _bare(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0] if "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ" else char
