"""What kind a file is: by its first bytes, then by its name.  Loads no parser."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

from commonplace.documents.reading import Failure

Kind: TypeAlias = Literal["pdf", "text", "html"]

HEAD = 4096
"""How many bytes of a file's beginning ``kind_of`` wants to see."""

_NOT_YET = {
    "Word documents": "docx docm dotx doc",
    "OpenDocument texts": "odt ott fodt",
    "Rich Text files": "rtf",
    "EPUB books": "epub",
    "other e-books": "mobi azw azw3 fb2",
    "Markdown files": "md markdown mdown mkd",
    "web archives": "mhtml mht maff webarchive",
    "XPS documents": "xps oxps",
    "comic books": "cbz cbr",
    "images": "png jpg jpeg jpe gif tif tiff bmp webp heic svg jp2 ico psd",
    "PostScript files": "ps eps",
    "DjVu documents": "djvu djv",
    "presentations": "pptx ppt odp key",
    "spreadsheets and tables": "xlsx xls ods csv tsv",
    "LaTeX files": "tex ltx sty cls dtx ins bbl aux",
    "bibliographies": "bib ris enw nbib csl",
    "sound and video": "mp3 mp4 m4a mov avi mkv wav flac ogg webm",
    "archives": "zip gz tgz bz2 xz zst 7z rar tar deb rpm dmg iso",
    "libraries and databases": "commonplace sqlite sqlite3 db qdpx qdc",
    "program and data files": (
        "py pyc js mjs ts css json jsonl xml xsl xsd yaml yml toml ini cfg conf sh bat ps1 c h cpp hpp cc java class "
        "rb pl php go rs lua sql r ipynb exe dll so dylib o a bin dat pickle wasm map lock po pot mo ttf otf woff woff2"
    ),
}
_GROUP = {suffix: group for group, suffixes in _NOT_YET.items() for suffix in suffixes.split()}

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "images"),
    (b"\xff\xd8\xff", "images"),
    (b"GIF8", "images"),
    (b"II*\x00", "images"),
    (b"MM\x00*", "images"),
    (b"%!PS", "PostScript files"),
    (b"AT&TFORM", "DjVu documents"),
    (b"{\\rtf", "Rich Text files"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older Office documents"),
    (b"SQLite format 3\x00", "libraries and databases"),
    (b"\x7fELF", "program and data files"),
    (b"MZ\x90\x00", "program and data files"),
    (b"\x1f\x8b", "archives"),
    (b"BZh", "archives"),
    (b"\xfd7zXZ\x00", "archives"),
    (b"7z\xbc\xaf\x27\x1c", "archives"),
    (b"Rar!\x1a\x07", "archives"),
    (b"OggS", "sound and video"),
    (b"ID3", "sound and video"),
)
_ZIP_MEMBERS = (
    (b"mimetypeapplication/epub+zip", "EPUB books"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument texts"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "presentations"),
    (b"word/", "Word documents"),
    (b"FixedDocSeq", "XPS documents"),
)

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml\b")
_MHTML = re.compile(rb"^(?:MIME-Version:|Content-Type:\s*multipart/related|Snapshot-Content-Location:)", re.I | re.M)
_PDF = re.compile(rb"%PDF-")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
# A text shorter than this under a PDF's name is rather what is left of a download than somebody's text.
_STUB = 512
_TEXT_SUFFIXES = frozenset(("", "txt", "text"))
_HTML_SUFFIXES = frozenset(("html", "htm", "xhtml", "xht"))


def kind_of(path: PurePath, head: bytes) -> Kind | Failure:
    """Return a file's kind, or why it is not read.

    Args:
        path: Only its name is looked at.
        head: The file's first ``HEAD`` bytes, or all of it where it is shorter.
    """
    if not head:
        return Failure("empty", "The file is empty.")
    suffix = path.suffix.lower().removeprefix(".")
    if _is_pdf(head, suffix):
        return "pdf"
    if group := _signed(head, suffix):
        return _not_yet(group)
    if _is_binary(head):
        return _kind_of_binary(suffix)
    return _kind_of_text(_eight_bit(head), suffix)


def _is_pdf(head: bytes, suffix: str) -> bool:
    found = _PDF.search(head[:1024])
    if found is None:
        return False
    # A text may speak of the mark; in a file that is a PDF nothing legible stands before it.
    before = head[: found.start()].strip(b"\xef\xbb\xbf \t\r\n\x00")
    return not before or suffix == "pdf" or _is_binary(before)


def _signed(head: bytes, suffix: str) -> str:
    if head.startswith(b"PK\x03\x04"):
        # A book of pictures and a plain archive look alike; the name tells them apart.
        return next((group for mark, group in _ZIP_MEMBERS if mark in head), _GROUP.get(suffix, "archives"))
    if head.startswith(b"RIFF"):
        return "images" if head[8:12] == b"WEBP" else "sound and video"
    return next((group for mark, group in _SIGNATURES if head.startswith(mark)), "")


def _is_binary(data: bytes) -> bool:
    """True where the bytes are no text in any encoding that people write in."""
    if data.startswith(_BOMS):
        return False
    if b"\x00" in data:
        return not _looks_like_utf16(data)
    return len(_CONTROLS.findall(data)) > len(data) // 20


def _eight_bit(head: bytes) -> bytes:
    """Return the head without byte order mark and zero bytes, so that ASCII tags stand in it as such."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\xff\xfe", b"").replace(b"\xfe\xff", b"").replace(b"\x00", b"")


def _looks_like_utf16(data: bytes) -> bool:
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return max(even, odd) > len(data) // 6 and min(even, odd) <= max(even, odd) // 20


def _kind_of_text(head: bytes, suffix: str) -> Kind | Failure:
    if _MHTML.search(head) and b"multipart/related" in head:
        return _not_yet("web archives")
    if suffix in _HTML_SUFFIXES or _HTML.match(head):
        return "html"
    if suffix in _TEXT_SUFFIXES:
        return "text"
    if suffix in _GROUP:
        return _not_yet(_GROUP[suffix])
    if suffix == "pdf" and len(head) < _STUB:
        return Failure("damaged", "The file is named .pdf but holds no PDF; it may be damaged or half downloaded.")
    return _not_yet("XML files") if _XML.match(head) else "text"


def _kind_of_binary(suffix: str) -> Kind | Failure:
    if suffix == "pdf":
        # MuPDF mends files whose beginning is lost.
        return "pdf"
    if suffix in _GROUP:
        return _not_yet(_GROUP[suffix])
    if suffix in _TEXT_SUFFIXES | _HTML_SUFFIXES and suffix:
        return Failure("damaged", f"The file is named .{suffix} but holds no text.")
    return Failure("unread-kind", "The file holds no text that can be read.")


def _not_yet(group: str) -> Failure:
    return Failure("unread-kind", f"{group[0].upper()}{group[1:]} are not read yet.")
