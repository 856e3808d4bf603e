"""Web archives: the page in them, its encoding and its address."""

from email.message import EmailMessage

import pytest

from commonplace.documents.flowing.mhtml import read_mhtml
from commonplace.documents.reading import UnreadableError

SENTENCE = "防衛省は、新しい文書について記者会見で説明し、質問に答えた。"
PAGE = f"<html><head><title>説明</title></head><body><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>"


def archive(html, charset, encoding="quoted-printable", headers=()):
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://example.org/page"
    message["Subject"] = "Saved"
    message.make_related()
    message.set_param("type", "text/html")
    frame = EmailMessage()
    frame.set_content(html.encode(charset), maintype="text", subtype="html", cte=encoding)
    frame.set_param("charset", charset)
    for name, value in headers:
        frame[name] = value
    message.attach(frame)
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", maintype="image", subtype="png")
    message.attach(picture)
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "cp932", "euc_jp", "iso-2022-jp"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_the_page_in_its_encoding(charset, encoding, blocks):
    read = read_mhtml(archive(PAGE, charset, encoding), whole_page=True)
    assert blocks(read) == [("paragraph", 0, SENTENCE)] * 2
    assert read.kind == "mhtml"
    assert read.extractor.startswith("mhtml/2 html-page")


def test_its_address_is_where_it_was_saved_from():
    found = read_mhtml(archive(PAGE, "utf-8"), whole_page=True).found
    assert [one.value for one in found if one.field == "url"] == ["https://example.org/page"]


def test_the_page_that_the_archive_begins_with():
    frame = archive("<p>A frame of it.</p>", "utf-8", headers=[("Content-ID", "<frame>")])
    assert b"Content-ID: <frame>" in frame
    lines = frame.replace(b"multipart/related;", b'multipart/related; start="<main>";', 1)
    boundary = lines.split(b'boundary="')[1].split(b'"')[0]
    main = (
        b"--%s\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <main>\r\n\r\n<p>The page itself.</p>\r\n"
        % boundary
    )
    whole = lines.replace(b"--%s--" % boundary, main + b"--%s--" % boundary)
    assert read_mhtml(whole, whole_page=True).text == "The page itself."


def test_a_single_page_without_parts():
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    data += b"Content-Location: https://example.org/a\r\n\r\n<p>Alone here.</p>"
    assert read_mhtml(data, whole_page=True).text == "Alone here."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx",
    ],
)
def test_an_archive_without_a_page_is_damaged(data):
    with pytest.raises(UnreadableError) as raised:
        read_mhtml(data)
    assert raised.value.failure.code in ("damaged", "no-text")
    assert raised.value.failure.reason.endswith(".")
