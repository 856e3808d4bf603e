"""Files that are unusual and valid: tables in tables, contents of old books, changes under way, odd encodings."""

import pytest

from commonplace.documents.flowing.docx import read_docx
from commonplace.documents.flowing.epub import read_epub
from commonplace.documents.flowing.odt import read_odt
from commonplace.documents.flowing.rtf import read_rtf
from commonplace.documents.reading import UnreadableError

NCX = (
    '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" '
    '"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
    '<navPoint playOrder="2"><navLabel><text>Two</text></navLabel><content src="b.xhtml"/>'
    '<navPoint><navLabel><text>Inner</text></navLabel><content src="b.xhtml#x"/></navPoint></navPoint>'
    '<navPoint playOrder="1"><navLabel><text>One</text></navLabel><content src="a.xhtml"/></navPoint></navMap>'
    '<pageList><pageTarget value="5"><navLabel><text>5</text></navLabel><content src="b.xhtml#x"/></pageTarget>'
    "</pageList></ncx>"
)
OF_ITS_OWN = '<!DOCTYPE html [<!ENTITY foo "bar">]><html xmlns="http://www.w3.org/1999/xhtml"><body>&foo;</body></html>'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p>{properties}{content}</w:p>"


def table(content):
    return f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


def test_an_older_book_has_its_titles_and_pages_from_the_ncx(book, blocks, spans):
    read = read_epub(
        book(
            {"a.xhtml": "<p>One</p><p>First&nbsp;text</p>", "b.xhtml": '<p>Two</p><p id="x">Inner</p><p>words</p>'},
            spine='toc="ncx"',
            manifest='<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
            extra={"OPS/toc.ncx": NCX},
        )
    )
    assert blocks(read) == [
        ("heading", 1, "One"), ("paragraph", 0, "First\xa0text"), ("heading", 1, "Two"), ("heading", 2, "Inner"),
        ("paragraph", 0, "words"),
    ]  # fmt: skip
    assert spans(read) == [("page", "", "5")]


def test_a_chapter_that_declares_entities_of_its_own_is_left_out_and_told(book):
    read = read_epub(book({"a.xhtml": "<p>One</p>", "b.xhtml": OF_ITS_OWN}))

    assert (read.text, read.remark) == ("One", "1 of its chapters could not be read (OPS/b.xhtml)")
    with pytest.raises(UnreadableError, match="none of its chapters"):
        read_epub(book({"b.xhtml": OF_ITS_OWN}))


def test_a_chapter_in_an_encoding_by_its_name_on_the_web(book):
    page = (
        '<?xml version="1.0" encoding="{}"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>①㈱髙</p></body></html>'
    )
    chapters = {f"{label}.xhtml": page.format(label).encode("cp932") for label in ("x-sjis", "Shift_JIS")}

    assert read_epub(book(chapters)).text == "①㈱髙\n①㈱髙"


@pytest.mark.parametrize(
    ("ruby", "text", "readings"),
    [
        (
            "<rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt><rtc><rt>Tokyo</rt></rtc>",
            "東京",
            ["Tokyo", "とう", "きょう"],
        ),
        ("大<rp>(</rp><rt>おお</rt><rp>)</rp>阪<rp>(</rp><rt>さか</rt><rp>)</rp>", "大阪", ["おお", "さか"]),
        ("<rb>昨</rb><rb>日</rb><rt>きのう</rt>", "昨日", ["きのう"]),
        ("<b>反</b>撃<rt>はんげき</rt>", "反撃", ["はんげき"]),
    ],
)
def test_every_form_of_ruby(book, spans, ruby, text, readings):
    read = read_epub(book({"a.xhtml": f"<p><ruby>{ruby}</ruby></p>"}))

    assert read.text == text
    assert [reading for _, _, reading in spans(read, "ruby")] == readings


def test_tables_and_lists_inside_each_other(book, blocks):
    read = read_epub(
        book(
            {"a.xhtml": "<table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table>"
             "<ol><li>x<ol><li>y</li></ol>z</li></ol>"}
        )
    )  # fmt: skip
    assert blocks(read) == [
        ("cell", 0, "a"), ("cell", 0, "b"), ("cell", 0, "c"),
        ("list-item", 1, "x"), ("list-item", 2, "y"), ("list-item", 1, "z"),
    ]  # fmt: skip


def test_tracked_changes_in_word_are_taken_as_accepted(word, blocks):
    body = (
        paragraph(
            run("A") + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
            f"<w:ins>{run('new')}</w:ins><w:moveFrom>{run('moved')}</w:moveFrom>"
        )
        + paragraph(f"<w:moveTo>{run('moved')}</w:moveTo>")
        + paragraph(run("joined "), "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")
        + paragraph(run("to this"))
    )
    assert [text for _, _, text in blocks(read_docx(word(body)))] == ["Anew", "moved", "joined to this"]


def test_a_note_in_a_table_in_a_table(word, blocks, spans):
    inner = table(paragraph(run("in") + '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    body = table(paragraph(run("out")) + inner + paragraph(run("after")))
    read = read_docx(word(body, footnotes=f'<w:footnote w:id="2">{paragraph(run("The note"))}</w:footnote>'))

    assert blocks(read) == [("cell", 0, "out"), ("cell", 0, "in"), ("cell", 0, "after"), ("note", 0, "The note")]
    assert spans(read, "note") == [("note", "", "1"), ("note", "", "1")]


def test_a_text_box_stands_once_though_the_file_holds_it_twice(word, blocks):
    box = f"<w:txbxContent>{paragraph(run('box'))}</w:txbxContent>"
    body = paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('host')}"
    )
    assert [text for _, _, text in blocks(read_docx(word(body)))] == ["host", "box"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("one") + '<w:r><w:br w:type="page"/></w:r>' + run("two"), "one\ntwo"),
        ('<w:r><w:br w:type="page"/></w:r>' + run("two"), "two"),
        (run("one") + '<w:r><w:br w:type="column"/></w:r>', "one"),
        (run("mid") + "<w:r><w:lastRenderedPageBreak/><w:t>way</w:t></w:r>", "midway"),
    ],
)
def test_new_pages_in_word(word, content, text):
    assert read_docx(word(paragraph(content))).text == text


def test_tracked_changes_and_tables_in_an_open_document(open_document, blocks):
    changes = (
        '<text:tracked-changes><text:changed-region xml:id="c1"><text:deletion><text:p>deleted</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    inner = "<table:table><table:table-row><table:table-cell><text:p>in</text:p></table:table-cell></table:table-row></table:table>"  # noqa: E501
    body = (
        f'{changes}<text:p>A<text:change text:change-id="c1"/> b<text:change-start text:change-id="c2"/>new'
        '<text:change-end text:change-id="c2"/> c</text:p>'
        f"<table:table><table:table-row><table:table-cell><text:p>out</text:p>{inner}</table:table-cell>"
        "</table:table-row></table:table><text:p>one<text:soft-page-break/>word</text:p>"
    )
    assert blocks(read_odt(open_document(body))) == [
        ("paragraph", 0, "A bnew c"), ("cell", 0, "out"), ("cell", 0, "in"), ("paragraph", 0, "oneword"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\'93\'fa\'96\'7b", "日本"),
        (r"{\uc0\u26085\u26412}!", "日本!"),
        (r"\uc2\u26085\'93\'fa\uc1\u26412?!", "日本!"),
        (r"\u-10179?\u-9155?", "\U0001f43d"),
        (r"a{\field{\*\fldinst{HYPERLINK \\l " + '"x"' + r"}}{\fldrslt{inner}}}b", "ainnerb"),
        (r"{\upr{old}{\*\ud{new}}}", "new"),
    ],
)
def test_rich_text_of_every_make(source, text):
    head = r"{\rtf1\ansi\ansicpg932\deff0{\fonttbl{\f0\fcharset128 MS;}}\f0 "
    read = read_rtf(f"{head}{source}\\par}}".encode("ascii"))

    assert read.text == text
