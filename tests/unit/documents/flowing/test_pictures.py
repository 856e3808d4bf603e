"""Pictures that a document carries: marked where they stand, and found again in the stored file."""

import base64

import pytest

from commonplace.documents.flowing.docx import read_docx
from commonplace.documents.flowing.epub import read_epub
from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.mhtml import read_mhtml
from commonplace.documents.flowing.odt import read_odt
from commonplace.documents.flowing.pictures import picture_bytes
from commonplace.documents.flowing.rtf import read_rtf
from commonplace.documents.reading import UnreadableError

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
JPEG = b"\xff\xd8\xff\xe0" + bytes(64)
CODED = base64.b64encode(PNG).decode()
REMOTE = '<p><img src="https://example.org/a.png" alt="Elsewhere"></p><p><img src="file:///etc/a.png"></p>'
DRAWING = (
    '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'r:embed="{}"/></w:drawing></w:r></w:p>'
)


def whole(data):
    return read_html(data, whole_page=True)


def archive(page, *parts):
    pieces = [f"Content-Type: text/html\nContent-Location: https://example.org/d/page.html\n\n{page}"]
    pieces += [f"Content-Type: image/png\nContent-Transfer-Encoding: base64\n{head}\n\n{CODED}" for head in parts]
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
    return (head + "\n--x\n".join(pieces) + "\n--x--\n").encode()


def of_html(_):
    page = f'<html><body><p>One</p>{REMOTE}<p><img src="data:image/png;base64,{CODED}" alt="A map"></p></body></html>'
    return page.encode(), whole(page.encode())


def of_mhtml(_):
    page = f'<html><body><p>One</p>{REMOTE}<p><img src="../i/a.png" alt="A map"></p></body></html>'
    data = archive(page, "Content-Location: https://example.org/i/a.png")
    return data, read_mhtml(data, whole_page=True)


def of_mhtml_by_id(_):
    page = f'<html><body><p>One</p>{REMOTE}<p><img src="cid:a@b" alt="A map"></p></body></html>'
    data = archive(page, "Content-ID: <other>\nContent-Location: https://example.org/o.png", "Content-ID: <a@b>")
    return data, read_mhtml(data, whole_page=True)


def of_epub(make):
    page = f"<p>One</p>{REMOTE.replace('>', '/>').replace('</p/>', '</p>').replace('<p/>', '<p>')}"
    data = make("book")({"a.xhtml": page + '<p><img src="i/a.png" alt="A map"/></p>'}, extra={"OPS/i/a.png": PNG})
    return data, read_epub(data)


def of_docx(make):
    links = (
        '<Relationship Id="in" Type="image" Target="media/a.png"/>'
        '<Relationship Id="out" Type="image" TargetMode="External" Target="https://example.org/a.png"/>'
    )
    body = "<w:p><w:r><w:t>One</w:t></w:r></w:p>" + DRAWING.format("out") + DRAWING.format("in")
    data = make("word")(body, links=links, extra={"word/media/a.png": PNG})
    return data, read_docx(data)


def of_odt(make):
    frame = '<text:p><draw:frame><draw:image xlink:href="{}"/></draw:frame></text:p>'
    body = "<text:p>One</text:p>" + frame.format("https://example.org/a.png") + frame.format("Pictures/a.png")
    data = make("open_document")(body, extra={"Pictures/a.png": PNG})
    return data, read_odt(data)


def of_rtf(_):
    pict = rf"{{\pict{{\*\picprop{{\sp{{\sn x}}}}}}\pngblip\picw9\pich9 {PNG.hex()[:50]}" + "\n" + PNG.hex()[50:] + "}"
    data = (
        rf"{{\rtf1 One\par {{\pict\wmetafile8 0102}}\par {{\*\shppict{pict}}}"
        r"{\nonshppict{\pict\wmetafile8 01}}\par}"
    ).encode()
    return data, read_rtf(data)


@pytest.mark.parametrize("read", [of_html, of_mhtml, of_mhtml_by_id, of_epub, of_docx, of_odt, of_rtf])
def test_a_picture_of_the_file_is_marked_and_found_and_no_other(read, spans, blocks, request):
    data, extracted = read(request.getfixturevalue)

    assert extracted.text.startswith("One\n")
    assert [kind for kind, _, _ in blocks(extracted)] == ["paragraph", "image"]
    ((_, _, target),) = spans(extracted, "image")
    assert picture_bytes(data, extracted.kind, target) == PNG


def test_binary_pictures_in_rich_text():
    data = b"{\\rtf1 One\\par {\\pict\\jpegblip\\bin%d " % len(JPEG) + JPEG + b"}\\par Two\\par}"
    extracted = read_rtf(data)

    assert extracted.text == "One\n\nTwo"
    assert picture_bytes(data, "rtf", "pict:0") == JPEG


def test_a_hidden_picture_in_rich_text_is_not_shown(spans):
    assert (
        spans(read_rtf(b"{\\rtf1 One{\\v {\\pict\\pngblip 00}}\\par {\\header {\\pict\\pngblip 00}}}"), "image") == []
    )


def test_pictures_in_a_line_stand_in_it(spans):
    data = f'<p>A <img src="data:image/gif,GIF89a%00" alt="b"> c <img src="data:image/svg+xml,x"></p>'.encode()  # noqa: F541
    extracted = whole(data)

    assert extracted.text == "A c"
    assert spans(extracted) == [("image", "", "data:0"), ("alt", "", "b")]
    assert picture_bytes(data, "html", "data:0") == b"GIF89a\x00"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("html", "data:9"), ("html", "https://example.org/a.png"), ("html", "/etc/passwd"), ("mhtml", "part:0"),
        ("mhtml", "part:99"), ("rtf", "pict:3"), ("text", "data:0"), ("epub", "../a.png"), ("epub", "OPS/none.png"),
        ("docx", "/etc/passwd"), ("html", ""),
    ],
)  # fmt: skip
def test_what_is_not_in_the_file_is_not_found(kind, target, book):
    data = {
        "html": b"<p>One</p>", "mhtml": archive("<p>One</p>"), "rtf": b"{\\rtf1 {\\pict\\wmetafile8 01}}",
        "text": b"One",
    }.get(kind, book({"a.xhtml": "<p>One</p>"}))  # fmt: skip
    with pytest.raises(UnreadableError, match="no such picture"):
        picture_bytes(data, kind, target)
