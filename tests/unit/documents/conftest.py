"""Small files of every packed format, and how their blocks are looked at."""

import io
import zipfile

import pytest

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
)  # fmt: skip
_LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


@pytest.fixture
def zipped():
    """Pack members, texts or bytes, into a zip."""

    def pack(members):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return pack


@pytest.fixture
def word(zipped):
    """Pack a Word document from its body, and other parts by their kind: styles, footnotes, settings …"""

    def pack(body, *, extra=None, links="", **parts):
        root = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}"'
        relations = "".join(f'<Relationship Id="{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
        members = {
            "word/document.xml": f"<w:document {root}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}{links}</Relationships>',
        }
        members |= {f"word/{kind}.xml": f"<w:{kind} {root}>{content}</w:{kind}>" for kind, content in parts.items()}
        return zipped(members | (extra or {}))

    return pack


@pytest.fixture
def open_document(zipped):
    """Pack an OpenDocument text from its body, its automatic styles and its meta elements."""

    def pack(body, styles="", meta="", extra=None):
        content = (
            f"<office:document-content {_ODF} {_LINKS}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        about = f"<office:document-meta {_ODF} {_LINKS}><office:meta>{meta}</office:meta></office:document-meta>"
        return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": about}
                      | (extra or {}))  # fmt: skip

    return pack


@pytest.fixture
def book(zipped):
    """Pack an EPUB from its chapters' bodies by member name, in the order of the spine."""

    def pack(chapters, *, metadata="", nav="", spine="", manifest="", extra=None):
        items = "".join(
            f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
            for number, name in enumerate(chapters)
        )
        order = "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
        listed = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>' if nav else ""
        members = {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata><manifest>{items}{listed}'
            f"{manifest}</manifest><spine {spine}>{order}</spine></package>",
        }
        members |= {f"OPS/{name}": chapter(body) for name, body in chapters.items()}
        if nav:
            members["OPS/nav.xhtml"] = chapter(nav)
        return zipped(members | (extra or {}))

    return pack


def chapter(body):
    if not isinstance(body, str) or body.lstrip().startswith(("<!DOCTYPE", "<?xml", "<html")):
        return body
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>No text</title></head><body>{body}</body></html>'
    )


@pytest.fixture
def blocks():
    """Show an extracted document as (kind, level, text), having checked that its blocks make up the axis."""

    def show(extracted):
        check(extracted)
        return [(block.kind, block.level, extracted.text[block.start : block.end]) for block in extracted.blocks]

    return show


@pytest.fixture
def spans():
    """Show the spans as (style, text, target)."""

    def show(extracted, *styles):
        check(extracted)
        return [
            (span.style, extracted.text[span.start : span.end], span.target)
            for block in extracted.blocks
            for span in block.spans
            if not styles or span.style in styles
        ]

    return show


def check(extracted):
    text = extracted.text
    assert "\n".join(text[block.start : block.end] for block in extracted.blocks) == text
    assert not {"\x00", "\r"} & set(text)
    text.encode()
    for block in extracted.blocks:
        for span in block.spans:
            assert block.start <= span.start <= span.end <= block.end
            assert span.style
            span.target.encode()
