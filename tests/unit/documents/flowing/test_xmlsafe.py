"""XML of strangers: no document type, no entities of its own."""

import pytest

from commonplace.documents.flowing.xmlsafe import parse_markup, parse_xml
from commonplace.documents.reading import UnreadableError

LAUGHS = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><a/>'
PUBLIC = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'


@pytest.mark.parametrize(
    "before", ["", "\n ", '<?xml version="1.0"?>', "<!-- <a> -->", "<?xml version='1.0'?>\n<!-- - -->\n"]
)
@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, PARAMETER, "<!DOCTYPE a><a/>", PUBLIC + "<a/>", "<!doctype a><a/>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_document_type_is_refused_however_it_hides(before, text, encoding):
    with pytest.raises(UnreadableError) as raised:
        parse_xml((before + text).encode(encoding), "part.xml")
    assert raised.value.failure.code == "damaged"
    assert "part.xml" in raised.value.failure.reason


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        OUTSIDE,
        PARAMETER,
        "<!DOCTYPE html []><html/>",
        "<!DOCTYPE html>" + LAUGHS,
        "<!DOCTYPE html><!-- a --> <!DOCTYPE html><html/>",
    ],
)
def test_markup_may_not_declare_entities(text):
    with pytest.raises(UnreadableError):
        parse_markup(text.encode(), "part.xml")


def test_markup_may_name_a_public_type_and_its_characters():
    root = parse_markup(f"<?xml version='1.0'?>{PUBLIC}<p>a&nbsp;b &eacute; &amp;&lt; &nosuch;</p>".encode(), "a")
    assert root.text == "a\u00a0b é &< &nosuch;"


def test_a_mention_of_a_document_type_in_the_text_is_none():
    assert parse_xml(b"<a><!-- <!DOCTYPE b> --><![CDATA[<!DOCTYPE c>]]></a>", "a").tag == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "shift_jis", "iso-8859-1"])
def test_the_encoding_a_part_declares(encoding):
    text = "é" if encoding == "iso-8859-1" else "日本"
    data = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><a>{text}</a>'.encode(encoding)
    assert parse_xml(data, "a").text == text


@pytest.mark.parametrize(
    "data",
    [
        b"", b"text", b"<a>", b"<a></b>", b"<a>\xff</a>", b"<a>&x;</a>", b"<!--", b"<?x", b"\x00" * 50,
        b'<?xml version="1.0" encoding="no-such"?><a/>', b"<a>" * 100_000,
    ],
)  # fmt: skip
def test_damaged_parts_are_a_failure_with_a_reason(data):
    with pytest.raises(UnreadableError) as raised:
        parse_xml(data, "part.xml")
    assert raised.value.failure.reason.endswith(".")
