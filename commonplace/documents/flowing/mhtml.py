"""Web archives (.mhtml, .mht) to layers: the page that was saved, read as any saved web page."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from commonplace.documents.extracted import Extracted
from commonplace.documents.extractors import extractor
from commonplace.documents.flowing.charsets import codec_of, decoded
from commonplace.documents.flowing.html import read_html
from commonplace.documents.reading import UnreadableError
from core.records import Found

_WEB = re.compile(r"https?://\S+", re.I)
_WHERE = "web archive"


def read_mhtml(data: bytes, encoding: str = "", *, whole_page: bool = False) -> Extracted:
    """Return the article of the saved page, or all of it; its pictures and frames are left aside.

    Raises:
        UnreadableError: It is no web archive, or there is no page or no text in it.
    """
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        page = _page(message)
        content = page.get_payload(decode=True) if page is not None else None
    except (MessageError, LookupError, ValueError, IndexError, AttributeError) as error:
        raise UnreadableError("damaged", "The web archive is damaged; it may be half downloaded.") from error
    if page is None or not isinstance(content, bytes) or not content:
        raise UnreadableError("damaged", "The web archive is damaged: there is no web page in it.")
    extracted = read_html(content, encoding or _charset(page, content), whole_page=whole_page)
    return replace(
        extracted,
        kind="mhtml",
        extractor=f"{extractor('mhtml')} {extracted.extractor}",
        found=_with_address(extracted.found, _address(message, page)),
    )


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
