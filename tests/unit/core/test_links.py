"""Which addresses of a document lead anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.links import safe_link

GOOD = [
    "https://example.org",
    "http://example.org/a/b?c=d&e=%20#f",
    "HTTPS://EXAMPLE.ORG/",
    "https://example.org:8443/",
    "https://192.0.2.7/",
    "https://[2001:db8::1]:8080/x",
    "https://user@example.org/",
    "https://accounts.example.com@evil.example/",
    "https://ja.wikipedia.org/wiki/自由で開かれたインド太平洋",
    "https://日本語.example/",
    "https://bücher.example/",
    "https://example.org/%E2%80%AE",
    "https://example.org/a,b;c!(d)'*~",
    "https://example.org/\U00020bb7",
    "https://doi.org/10.1000/182",
    "mailto:someone@example.org",
    "MAILTO:someone@example.org?subject=A%20word&cc=b@example.org",
]
BAD = [
    "",
    "example.org",
    "//example.org/",
    "/etc/passwd",
    "chapter.xhtml#x",
    "#x",
    "\\\\server\\share",
    "https:\\\\example.org",
    "https://example.org\\@evil.example",
    "file:///etc/passwd",
    "FILE://server/share/a.pdf",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:x",
    "data:text/html,<script>",
    "data:image/png;base64,AAAA",
    "blob:https://example.org/1",
    "ftp://example.org/",
    "smb://server/share",
    "ms-word:ofe|u|https://example.org/a.docx",
    "ms-msdt:/id",
    "search-ms:query=x",
    "tel:+123",
    "zotero://open",
    "view-source:https://example.org",
    "feed:https://example.org",
    "http:example.org",
    "http:/example.org",
    "http://",
    "https:///path",
    "https://.",
    "https://ex\tample.org/",
    "https://example.org/a b",
    "https://example.org/\r\nX: y",
    "https://example.org/\u202egpj.exe",
    "https://exam\u200bple.org/",
    "https://example\u3000.org/",
    "https://example.org\uff0f.evil.example/",
    "https://example.org\u2100/",
    "https://%65xample.org/",
    "https://example.org:port/",
    "https://example.org:99999/",
    "https://[::1",
    "https://example.org/<b>",
    "https://example.org/\ud800",
    "https://example.org/" + "a" * 9000,
    "mailto:",
    "mailto:nobody",
    "mailto:a@example.org?attach=/etc/passwd",
    "mailto:a@example.org\n?subject=x",
]


@pytest.mark.parametrize("url", GOOD)
def test_the_web_and_mailboxes_lead_somewhere_and_are_kept_as_written(url):
    assert safe_link(url) == url


@pytest.mark.parametrize("url", BAD)
def test_nothing_else_does(url):
    assert safe_link(url) is None


def test_blanks_around_an_address_are_not_of_it():
    assert safe_link(" \n https://example.org/ \t") == "https://example.org/"


@given(st.text())
def test_any_text_is_an_address_of_these_or_none(text):
    link = safe_link(text)
    assert link is None or link.lower().startswith(("http://", "https://", "mailto:"))
