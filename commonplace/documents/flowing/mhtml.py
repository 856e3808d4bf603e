"""Web archives (.mhtml, .mht) to layers: the page that was saved, read as any saved web page."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import islice
from urllib.parse import unquote, urljoin

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.charsets import codec_of, decoded
from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.xhtml_blocks import Resolve
from commonplace.documents.reading import UnreadableError
from core.records import Found

_WEB = re.compile(r"https?://\S+", re.I)
_WHERE = "web archive"


def read_mhtml(data: bytes, encoding: str = "", *, whole_page: bool = False) -> Extracted:
    """Return the article of the saved page, or all of it; its frames are left aside.

    Raises:
        UnreadableError: It is no web archive, or there is no page or no text in it.
    """
    message, page, content = _opened(data)
    extracted = read_html(
        content, encoding or _charset(page, content), whole_page=whole_page, resolve=_resolver(message, page)
    )
    return replace(
        extracted,
        kind="mhtml",
        extractor=f"{extractor('mhtml')} {extracted.extractor}",
        found=_with_address(extracted.found, _address(message, page)),
    )


def saved_page(data: bytes) -> bytes:
    """Return the page in an archive.

    Raises:
        UnreadableError: There is none.
    """
    return _opened(data)[2]


def part_of(data: bytes, place: int) -> bytes:
    """Return a part of an archive by its place; nothing where there is none that is a picture.

    Raises:
        UnreadableError: The archive cannot be read.
    """
    part = next(islice(_opened(data)[0].walk(), place, None), None)
    content = part.get_payload(decode=True) if part is not None and _is_picture(part) else b""
    return content if isinstance(content, bytes) else b""


def _opened(data: bytes) -> tuple[EmailMessage, EmailMessage, bytes]:
    """Return an archive, its part with the page, and the page."""
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        page = _page(message)
        content = page.get_payload(decode=True) if page is not None else None
    except (MessageError, LookupError, ValueError, IndexError, AttributeError) as error:
        raise UnreadableError("damaged", "The web archive is damaged; it may be half downloaded.") from error
    if page is None or not isinstance(content, bytes) or not content:
        raise UnreadableError("damaged", "The web archive is damaged: there is no web page in it.")
    return message, page, content


def _resolver(message: EmailMessage, page: EmailMessage) -> Resolve:
    """Return what finds the part that a picture's address in the page means: by its id, or by where it was."""
    places: dict[str, str] = {}
    for place, part in enumerate(message.walk()):
        if _is_picture(part):
            name = str(part.get("Content-ID") or "").strip().strip("<>")
            for address in (f"cid:{name}" if name else "", _location(part)):
                places.setdefault(address, f"part:{place}")
    places.pop("", None)
    base = _location(page)

    def resolve(address: str) -> str:
        if address.lower().startswith("cid:"):
            return places.get(f"cid:{unquote(address[4:])}", "")
        try:
            return places.get(address) or places.get(urljoin(base, address), "")
        except ValueError:
            return ""

    return resolve


def _is_picture(part: EmailMessage) -> bool:
    return part.get_content_maintype() == "image" and part.get_content_subtype() != "svg+xml"


def _location(part: EmailMessage) -> str:
    return "".join(str(part.get("Content-Location") or "").split())


def _page(message: EmailMessage) -> EmailMessage | None:
    """Return the part with the page: the one the archive begins with, else its first page."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = message.get_param("start")
    first = [part for part in pages if start and part.get("Content-ID", "").strip() == str(start).strip()]
    return next(iter(first or pages), None)


def _charset(page: EmailMessage, content: bytes) -> str:
    """Return the encoding that the part's header names, where its bytes are in it."""
    name = page.get_param("charset")
    if not isinstance(name, str) or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return ""
    codec = codec_of(name)
    try:
        decoded(content, codec or "ascii")
    except UnicodeError:
        return ""
    # Western European is what programs write when they do not know.
    return "" if codec == "cp1252" else codec


def _address(message: EmailMessage, page: EmailMessage) -> str:
    for value in (
        message.get("Snapshot-Content-Location"),
        page.get("Content-Location"),
        message.get("Content-Location"),
    ):
        if value and _WEB.fullmatch(address := "".join(str(value).split())):
            return address
    return ""


def _with_address(found: tuple[Found, ...], address: str) -> tuple[Found, ...]:
    if not address:
        return found
    # The page's own word for its address is the better one; the saved address may carry a reader's parameters.
    return (*found, Found("url", address, _WHERE, 75))
