"""Which addresses a stranger's document may lead to: the web and mailboxes, written so that they can be read."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, urlsplit

_SCHEME = re.compile(r"(https?)://|(mailto):", re.I)
_EDGES = " \t\n\r\f"
_MAIL_FIELDS = frozenset(("to", "cc", "bcc", "subject", "body", "in-reply-to"))
_LONGEST = 8192
# Backslashes are slashes to a browser and lead to other computers' folders elsewhere; the others end an address.
_NOT_IN_ADDRESSES = frozenset('\\<>"')


def safe_link(url: str) -> str | None:
    """Return an address that may be followed when a person asks for it, as it was written; None for any other.

    Only http, https and mailto lead anywhere.  An address with white space, control characters or signs that are not
    seen in it (direction marks, zero-width ones) is none, for it may be another than the one that shows; neither is
    one whose host turns into another when its characters are made plain.  What stands before an ``@`` stays, so that
    whoever is asked sees it.
    """
    url = url.strip(_EDGES)
    scheme = _SCHEME.match(url)
    if scheme is None or len(url) > _LONGEST or not _can_be_seen(url):
        return None
    try:
        return url if (_is_mailbox(url) if scheme[2] else _has_host(url)) else None
    except ValueError:
        return None


def _can_be_seen(url: str) -> bool:
    if not _NOT_IN_ADDRESSES.isdisjoint(url):
        return False
    if url.isascii():
        return url.isprintable() and " " not in url
    # Cc, Cf, Cs and Cn are signs that nobody sees, Zs, Zl and Zp blanks.
    return all(unicodedata.category(char)[0] not in "CZ" for char in url)


def _has_host(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    # Reading the port fails where it is no number.
    return bool(host.strip(".")) and "%" not in host and parts.port != 0


def _is_mailbox(url: str) -> bool:
    parts = urlsplit(url)
    fields = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=20)
    return "@" in parts.path and all(name.lower() in _MAIL_FIELDS for name, _ in fields)
