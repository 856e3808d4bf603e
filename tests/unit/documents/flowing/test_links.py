"""Links of every flowing format: those to the web and to mailboxes are kept, no other."""

import pytest

from commonplace.documents.flowing.docx import read_docx
from commonplace.documents.flowing.epub import read_epub
from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.markdown import read_markdown
from commonplace.documents.flowing.mhtml import read_mhtml
from commonplace.documents.flowing.odt import read_odt
from commonplace.documents.flowing.rtf import read_rtf

ADDRESSES = ["https://example.org/a", "javascript:alert(1)", "file:///etc/passwd", "https://exam&#x200b;ple.org/"]
HTML = "".join(f'<p>Words <a href="{address}">link</a></p>' for address in ADDRESSES)


def of_html(make):
    return read_html(f"<html><body>{HTML}</body></html>".encode(), whole_page=True)


def of_mhtml(make):
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
    return read_mhtml(head + f"<html><body>{HTML}</body></html>\n--x--".encode(), whole_page=True)


def of_epub(make):
    return read_epub(make("book")({"a.xhtml": HTML}))


def of_odt(make):
    return read_odt(
        make("open_document")(
            "".join(f'<text:p><text:a xlink:href="{one}">link</text:a></text:p>' for one in ADDRESSES)
        )
    )


def of_docx(make):
    body = "".join(
        f'<w:p><w:hyperlink r:id="l{place}"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>'
        for place, _ in enumerate(ADDRESSES)
    )
    links = "".join(
        f'<Relationship Id="l{place}" Type="x" TargetMode="External" Target="{address}"/>'
        for place, address in enumerate(ADDRESSES)
    )
    return read_docx(make("word")(body, links=links))


def of_rtf(make):
    fields = (rf'{{\field{{\*\fldinst HYPERLINK "{address}"}}{{\fldrslt link}}}}\par ' for address in ADDRESSES[:3])
    return read_rtf((r"{\rtf1 " + "".join(fields) + "}").encode())


def of_markdown(make):
    return read_markdown("\n\n".join(f"[link]({address})" for address in ADDRESSES[:3]).encode())


@pytest.mark.parametrize("read", [of_html, of_mhtml, of_epub, of_odt, of_docx, of_rtf, of_markdown])
def test_only_links_that_lead_to_the_web_are_kept(read, spans, request):
    links = spans(read(request.getfixturevalue), "link")

    assert [target for _, _, target in links] == ADDRESSES[:1]
