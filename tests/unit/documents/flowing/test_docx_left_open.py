"""Word documents of which something is left open, or said in another place than usual: no text goes with it."""

import pytest

from commonplace.documents.flowing.docx import read_docx

FOOT = '<w:footnote w:id="2"><w:p><w:r><w:t>The note</w:t></w:r></w:p></w:footnote>'
REF = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText>PAGE</w:instrText></w:r>"


def test_a_field_that_never_ends_hides_nothing(word, blocks):
    body = paragraph(run("a") + REF + mark("begin") + CODE) + paragraph(run("b"))
    assert blocks(read_docx(word(body, footnotes=FOOT))) == [
        ("paragraph", 0, "a"), ("paragraph", 0, "b"), ("note", 0, "The note"),
    ]  # fmt: skip


def test_a_field_of_which_only_the_marks_were_deleted_has_its_text(word, blocks):
    gone = f"<w:del>{mark('begin')}{CODE}{mark('separate')}</w:del>{run('shown')}<w:del>{mark('end')}</w:del>"
    whole = mark("begin") + CODE + mark("separate") + run(" 3") + mark("end")
    assert blocks(read_docx(word(paragraph(gone + whole)))) == [("paragraph", 0, "shown 3")]


GONE = "<w:rPr><w:del/></w:rPr>"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_no_other_cell_and_is_kept_at_the_end(word, blocks):
    cells = f"<w:tc>{paragraph(run('a'), GONE)}</w:tc><w:tc>{paragraph(run('b'))}</w:tc>"
    body = f"{paragraph(run('before'), GONE)}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{paragraph(run('last'), GONE)}"
    assert blocks(read_docx(word(body))) == [
        ("paragraph", 0, "before"), ("cell", 0, "a"), ("cell", 0, "b"), ("paragraph", 0, "last"),
    ]  # fmt: skip


@pytest.mark.parametrize("place", ["section", "settings"])
def test_how_notes_are_numbered_is_said_by_a_section_or_the_settings(word, spans, place):
    said = '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>'
    section = f"<w:sectPr>{said}</w:sectPr>" if place == "section" else ""
    parts = {"settings": said} if place == "settings" else {}
    read = read_docx(word(paragraph(run("a") + REF) + section, footnotes=FOOT, **parts))
    assert spans(read, "note") == [("note", "", "IV"), ("note", "", "IV")]


def m(content):
    return f"<m:r><m:t>{content}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (f"{m('f')}<m:d><m:e>{m('x')}</m:e><m:e>{m('y')}</m:e></m:d>", "f(x|y)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{m("x")}</m:e></m:d>', "[x"),
        (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{m("i")}</m:sub><m:e>{m("a")}</m:e></m:nary>', "∑ia"),
        (f"<m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f>", "1/2"),
        (f"<m:rad><m:deg>{m('3')}</m:deg><m:e>{m('x')}</m:e></m:rad><m:rad><m:e>{m('y')}</m:e></m:rad>", "3√x√y"),
        (f"{m('a')}<w:del>{m('gone')}</w:del>", "a"),
    ],
)
def test_the_signs_of_formulas_are_text(word, formula, text):
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    assert read_docx(word(paragraph(f"<m:oMathPara {math}><m:oMath>{formula}</m:oMath></m:oMathPara>"))).text == text


def test_a_file_embedded_in_the_text_is_said_to_be_left_out(word):
    read = read_docx(word(paragraph(run("a")) + '<w:altChunk r:id="h"/>' + paragraph(run("b"))))
    assert read.text == "a\nb"
    assert "embedded" in read.remark
