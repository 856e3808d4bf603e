"""What kind a file is: by its first bytes, then by its name.  Loads no parser."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePath
from typing import Literal, TypeAlias

from commonplace.documents.reading import Failure

Kind: TypeAlias = Literal[
    "pdf", "xps", "cbz", "image", "text", "html", "markdown", "mhtml", "epub", "docx", "odt", "rtf"
]

HEAD = 4096
"""How many bytes of a file's beginning ``kind_of`` wants to see."""

_NOT_YET = {
    "Word documents older than .docx": "doc dot",
    "other e-books": "mobi azw azw3 fb2",
    "other web archives": "maff webarchive",
    "comic books that are no zip (.cbr, .cb7, .cbt)": "cbr cb7 cbt cba",
    "images of this form": "webp heic heif avif jxl svg svgz ico psd xcf",
    "PostScript files": "ps eps",
    "DjVu documents": "djvu djv",
    "presentations": "pptx ppt odp key",
    "spreadsheets and tables": "xlsx xls ods csv tsv",
    "LaTeX files": "tex ltx sty cls dtx ins bbl aux",
    "BibTeX files": "bib",
    "bibliographies": "ris enw nbib csl",
    "sound and video": "mp3 mp4 m4a mov avi mkv wav flac ogg webm",
    "archives": "zip gz tgz bz2 xz zst 7z rar tar deb rpm dmg iso",
    "libraries and databases": "commonplace sqlite sqlite3 db qdpx qdc",
    "program and data files": (
        "py pyc js mjs ts css json jsonl xml xsl xsd yaml yml toml ini cfg conf sh bat ps1 c h cpp hpp cc java class "
        "rb pl php go rs lua sql r ipynb exe dll so dylib o a bin dat pickle wasm map lock po pot mo ttf otf woff woff2"
    ),
}
_GROUP = {suffix: group for group, suffixes in _NOT_YET.items() for suffix in suffixes.split()}

_PICTURES = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"\xff\x4f\xff\x51",
    b"\x00\x00\x00\x0cjP  \r\n\x87\n",
)  # fmt: skip
# "BM" may begin a text; the four bytes after the file's size are zero, and then the header's size is one of these.
_BITMAP = re.compile(rb"BM.{4}\x00{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", re.S)
_SIGNATURES = (
    (b"%!PS", "PostScript files"),
    (b"AT&TFORM", "DjVu documents"),
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
_ZIP = b"PK\x03\x04"
_READ_ZIPS: tuple[tuple[bytes, Kind], ...] = (
    (b"mimetypeapplication/epub+zip", "epub"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
)
_MARKED: tuple[tuple[bytes, Kind], ...] = ((b"word/", "docx"), (b".fdseq", "xps"), (b"FixedDocSeq", "xps"))
_OTHER_ZIPS = (
    (b"mimetypeapplication/vnd.oasis.opendocument", "presentations"),
    (b"ppt/", "presentations"),
    (b"xl/", "spreadsheets and tables"),
)
_OLDER_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_PACKED: dict[str, Kind] = {
    "epub": "epub", "docx": "docx", "docm": "docx", "dotx": "docx", "dotm": "docx", "odt": "odt", "ott": "odt",
    "xps": "xps", "oxps": "xps", "cbz": "cbz",
}  # fmt: skip
_NAMED_PICTURES = frozenset(("png", "jpg", "jpeg", "jpe", "jfif", "gif", "tif", "tiff", "bmp", "jp2", "jpx", "j2k"))
_WRITTEN: dict[str, Kind] = {
    "": "text", "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "mdown": "markdown",
    "mkd": "markdown", "mdtext": "markdown", "html": "html", "htm": "html", "xhtml": "html", "xht": "html",
    "mhtml": "mhtml", "mht": "mhtml", "fodt": "odt", "rtf": "text",
}  # fmt: skip

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml\b")
_MHTML = re.compile(rb"^(?:MIME-Version:|Content-Type:\s*multipart/related|Snapshot-Content-Location:)", re.I | re.M)
_PDF = re.compile(rb"%PDF-")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
# A text shorter than this under a PDF's name is rather what is left of a download than somebody's text.
_STUB = 512


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
    if _RICH_TEXT.match(head):
        return "rtf"
    if head.startswith(_ZIP):
        return _kind_of_zip(head, suffix)
    if head.startswith(_OLDER_OFFICE):
        return _kind_of_older_office(suffix)
    if head.startswith(_PICTURES) or _BITMAP.match(head):
        return "image"
    if group := _signed(head):
        return _not_yet(_GROUP.get(suffix, group) if group == "archives" else group)
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


def _kind_of_zip(head: bytes, suffix: str) -> Kind | Failure:
    for mark, kind in _READ_ZIPS:
        if mark in head:
            return kind
    if suffix in _PACKED:
        return _PACKED[suffix]
    for mark, group in _OTHER_ZIPS:
        if mark in head:
            return _not_yet(group)
    # A book of pictures and a plain archive look alike; the name tells them apart.
    return next((kind for mark, kind in _MARKED if mark in head), None) or _not_yet(_GROUP.get(suffix, "archives"))


def _kind_of_older_office(suffix: str) -> Failure:
    if suffix in _PACKED:
        # What a newer program encrypts it puts into the older container.
        return Failure("encrypted", "The document is protected with a password; save it without one to read it here.")
    return _not_yet("Office documents of the older formats")


def _signed(head: bytes) -> str:
    if head.startswith(b"RIFF"):
        return "images of this form" if head[8:12] == b"WEBP" else "sound and video"
    return next((group for mark, group in _SIGNATURES if head.startswith(mark)), "")


def _is_binary(data: bytes) -> bool:
    """True where the bytes are no text in any encoding that people write in."""
    if data.startswith(_BOMS):
        return False
    if b"\x00" in data:
        return not (_looks_like_utf16(data) or _is_utf32(data))
    return len(_CONTROLS.findall(data)) > len(data) // 20


def _eight_bit(head: bytes) -> bytes:
    """Return the head without byte order mark and zero bytes, so that ASCII tags stand in it as such."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\xff\xfe", b"").replace(b"\xfe\xff", b"").replace(b"\x00", b"")


def _looks_like_utf16(data: bytes) -> bool:
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return max(even, odd) > len(data) // 6 and min(even, odd) <= max(even, odd) // 20


def _is_utf32(data: bytes) -> bool:
    whole = data[: len(data) // 4 * 4]
    for encoding in ("utf-32-le", "utf-32-be"):
        with suppress(UnicodeError):
            return not _CONTROLS.search(whole.decode(encoding).encode())
    return False


def _kind_of_text(head: bytes, suffix: str) -> Kind | Failure:
    if _MHTML.search(head) and b"multipart/related" in head:
        return "mhtml"
    if _HTML.match(head) and _WRITTEN.get(suffix) != "markdown":
        return "html"
    if suffix in _WRITTEN:
        return _WRITTEN[suffix]
    if suffix in _GROUP:
        return _not_yet(_GROUP[suffix])
    if (suffix == "pdf" or suffix in _PACKED or suffix in _NAMED_PICTURES) and len(head) < _STUB:
        return _no_such_file(suffix)
    return _not_yet("XML files") if _XML.match(head) else "text"


def _kind_of_binary(suffix: str) -> Kind | Failure:
    if suffix == "pdf":
        # MuPDF mends files whose beginning is lost.
        return "pdf"
    if suffix in _GROUP:
        return _not_yet(_GROUP[suffix])
    if suffix in _PACKED or suffix in _NAMED_PICTURES:
        return _no_such_file(suffix)
    if suffix in _WRITTEN and suffix:
        return Failure("damaged", f"The file is named .{suffix} but holds no text.")
    return Failure("unread-kind", "The file holds no text that can be read.")


def _no_such_file(suffix: str) -> Failure:
    return Failure(
        "damaged", f"The file is named .{suffix} but does not hold what its name says; it may be half downloaded."
    )


def _not_yet(group: str) -> Failure:
    if group == "BibTeX files":
        return Failure("unread-kind", "A bibliography is brought in with: bib import FILE.")
    return Failure("unread-kind", f"{group[0].upper()}{group[1:]} are not read yet.")
