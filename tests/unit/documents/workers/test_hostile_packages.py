"""Zips and XML that were made to do harm, as a document of each packed format, read in a worker."""

import io
import stat
import struct
import time
import zipfile

import pytest

from commonplace.documents.reading import ReadRequest
from commonplace.documents.workers.pool import DocumentWorkers

TEXT = "Words that anybody may read."
SECRET = "Words that lie beside the document."
MAIN = {"docx": "word/document.xml", "odt": "content.xml", "epub": "OPS/a.xhtml"}
LONGEST = 10.0
REFUSED = ("damaged", "too-large", "memory", "no-text")


@pytest.fixture
def packed(word, open_document, book):
    """Pack a document of a format around a paragraph that says TEXT, and other members."""

    def pack(kind, extra=None):
        if kind == "docx":
            return word(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>", extra=extra)
        if kind == "odt":
            return open_document(f"<text:p>{TEXT}</text:p>", extra=extra)
        return book({"a.xhtml": f"<p>{TEXT}</p>"}, extra=extra)

    return pack


@pytest.fixture(params=["docx", "odt", "epub"])
def kind(request):
    return request.param


@pytest.fixture
def read(tmp_path):
    """Read bytes as a document in a worker: its text, or the code of the failure; never for long."""
    (tmp_path / "secret.txt").write_text(SECRET)

    def reading(data, kind):
        path = tmp_path / f"hostile.{kind}"
        path.write_bytes(data)
        with DocumentWorkers(1) as workers:
            begun = time.monotonic()
            (result,) = workers.read([ReadRequest(path)])
        assert time.monotonic() - begun < LONGEST
        if result.failure:
            assert result.failure.reason.endswith(".")
            assert result.failure.code not in ("crashed", "too-slow")
            return result.failure.code
        return result.reading.layer.text

    return reading


def repacked(data, change):
    """Pack a zip anew, with each member's name and content as ``change`` gives them back."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(*change(member.filename, old.read(member)))
    return buffer.getvalue()


def with_main(data, kind, content):
    return repacked(data, lambda name, old: (name, content(old) if name == MAIN[kind] else old))


def test_the_document_itself_is_read(packed, read, kind):
    assert read(packed(kind), kind) == TEXT


def test_a_bomb(packed, read, kind):
    bomb = with_main(packed(kind), kind, lambda old: old.replace(TEXT.encode(), b" " * (300 << 20)))
    assert read(bomb, kind) == "too-large"


def test_a_bomb_inside_a_zip_inside(packed, read, kind, zipped):
    inner = zipped({"inner": b"\0" * (64 << 20)})
    assert read(packed(kind, {f"{number}.zip": inner for number in range(20)}), kind) == TEXT


@pytest.mark.parametrize("size", [0, 10, 1 << 30, 0xFFFFFFFE])
def test_sizes_that_lie(packed, read, kind, size):
    data = bytearray(packed(kind))
    at = data.rindex(MAIN[kind].encode())
    entry = data.rindex(b"PK\x01\x02", 0, at)
    data[entry + 24 : entry + 28] = struct.pack("<I", size)
    assert read(bytes(data), kind) in ("damaged", "too-large", TEXT)


@pytest.mark.parametrize(
    "name",
    ["../../outside.xml", "/etc/passwd", "C:/windows/a.xml", "C:\\windows\\a.xml", "a/../../b", "//host/share/a.xml",
     "\\\\host\\share\\a.xml", "a\0.xml", "CON", "a" * 5000, "\u202eslx.exe", "a\nb"],
)  # fmt: skip
def test_names_that_lead_out_or_deceive(packed, read, kind, name, tmp_path):
    assert read(packed(kind, {name: SECRET}), kind) == TEXT
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"hostile.{kind}", "secret.txt"]


def test_a_name_with_a_nul_is_not_the_name_before_it(packed, read, kind):
    ending = b"\0.x"
    name = MAIN[kind].encode()
    data = packed(kind, {MAIN[kind] + "???": "<nothing/>"})
    data = data.replace(name + b"???", name + ending)
    assert read(data, kind) == TEXT


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../etc/passwd", "secret.txt"])
def test_a_link_for_a_part(packed, read, kind, target):
    def linked(name, old):
        if name != MAIN[kind]:
            return name, old
        link = zipfile.ZipInfo(name)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        return link, target

    assert read(repacked(packed(kind), linked), kind) in ("damaged", "no-text")


def test_two_members_of_one_name(packed, read, kind):
    data = packed(kind)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        other = archive.read(MAIN[kind]).replace(TEXT.encode(), b"The later counts.")
    buffer = io.BytesIO(data)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(MAIN[kind], other)
    assert read(buffer.getvalue(), kind) == "The later counts."


def test_names_that_differ_in_letter_case_only(packed, read, kind):
    extra = {MAIN[kind].upper(): "<nothing/>", MAIN[kind].title(): "<nothing/>"}
    assert read(packed(kind, extra), kind) == TEXT


def test_a_million_members(read, kind):
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * 1_000_000
    start = b"PK\x03\x04" + b"\0" * 26
    mimetype = {
        "docx": b"word/document.xml",
        "odt": b"mimetypeapplication/vnd.oasis.opendocument.text",
        "epub": b"mimetypeapplication/epub+zip",
    }
    start += mimetype[kind]
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listed), len(start), 0)
    assert read(start + listed + end, kind) == "too-large"


def declared(kind, declaration, reference):
    """Put a document type before the root of a part, and its entity into the text."""

    def change(old):
        text = old.decode().replace("<!DOCTYPE html>\n", "").replace(TEXT, f"{TEXT}{reference}")
        declaring, root = f"<!DOCTYPE r {declaration}>", text.find("<w:") if kind == "docx" else text.find("<office:")
        at = text.find("<html") if kind == "epub" else root
        return (text[:at] + declaring + text[at:]).encode()

    return change


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
PADDING = "a" * 100_000

DECLARATIONS = {
    "a file": ('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "&x;"),
    "a file beside it": ('[<!ENTITY x SYSTEM "secret.txt">]', "&x;"),
    "an address": ('[<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]', "&x;"),
    "parameter entities": ('[<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]', ""),
    "a hidden parameter": ("[<!ENTITY % a '<!ENTITY &#37; b SYSTEM \"file:///etc/passwd\">'> %a; %b;]", ""),
    "an outer subset": ('SYSTEM "http://127.0.0.1:9/x.dtd"', ""),
    "billion laughs": (f'[<!ENTITY l0 "ha">{LAUGHS}]', "&l11;"),
    "quadratic": (f'[<!ENTITY x "{PADDING}">]', "&x;" * 50_000),
    "an attribute's default": ('[<!ATTLIST r x CDATA "y">]', ""),
}


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_declarations(packed, read, kind, declaration):
    hostile = with_main(packed(kind), kind, declared(kind, *DECLARATIONS[declaration]))
    assert read(hostile, kind) in ("damaged", TEXT)


INCLUDES = (
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/>',
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="http://127.0.0.1:9/x" parse="text"/>',
)


@pytest.mark.parametrize("include", INCLUDES)
def test_xinclude(packed, read, kind, include):
    hostile = with_main(packed(kind), kind, lambda old: old.replace(TEXT.encode(), f"{TEXT}{include}".encode()))
    assert read(hostile, kind) == TEXT


def test_a_style_sheet_asked_for(packed, read, kind):
    asking = b'<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'
    hostile = with_main(packed(kind), kind, lambda old: old[: old.find(b"?>") + 2] + asking + old[old.find(b"?>") + 2 :]
                        if b"?>" in old else asking + old)  # fmt: skip
    assert read(hostile, kind) == TEXT


@pytest.mark.parametrize("deep", [1000, 1_000_000])
def test_nesting(packed, read, kind, deep):
    element = {"docx": "w:ins", "odt": "text:span", "epub": "span"}[kind]
    opened, closed = f"<{element}>" * deep, f"</{element}>" * deep
    paragraph = {"docx": "w:p", "odt": "text:p", "epub": "p"}[kind]

    def change(old):
        return old.replace(f"<{paragraph}>".encode(), f"<{paragraph}>{opened}".encode()).replace(
            f"</{paragraph}>".encode(), f"{closed}</{paragraph}>".encode()
        )

    assert read(with_main(packed(kind), kind, change), kind) in (*REFUSED, TEXT)


@pytest.mark.parametrize("length", [20 << 20, pytest.param(1 << 30, marks=pytest.mark.slow)])
def test_an_attribute_without_end(packed, read, kind, length):
    paragraph = {"docx": b"<w:p>", "odt": b"<text:p>", "epub": b"<p>"}[kind]
    value = paragraph[:-1] + b' x="' + b"a" * length + b'">'
    hostile = with_main(packed(kind), kind, lambda old: old.replace(paragraph, value, 1))
    assert read(hostile, kind) in (*REFUSED, TEXT)


def test_targets_that_lead_out_of_the_package(read, word, book):
    relation = (
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        'Target="{}"{}/>'
    )
    for target, mode in (
        ("../../../../etc/passwd", ""),
        ("/etc/passwd", ""),
        ("file:///etc/passwd", ' TargetMode="External"'),
        ("http://127.0.0.1:9/x", ' TargetMode="External"'),
        ("\\\\host\\share\\a.xml", ' TargetMode="External"'),
    ):
        hostile = word(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>", links=relation.format(target, mode))
        assert read(hostile, "docx") in ("damaged", TEXT)
    for target in ("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x"):
        item = f'<item id="out" href="{target}" media-type="application/xhtml+xml"/>'
        hostile = book({"a.xhtml": f"<p>{TEXT}</p>"}, manifest=item)
        hostile = repacked(
            hostile, lambda name, old: (name, old.replace(b"</spine>", b'<itemref idref="out"/></spine>'))
        )
        assert read(hostile, "epub") == TEXT
