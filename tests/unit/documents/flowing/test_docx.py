"""Word documents: what a reader sees when every change is accepted."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.documents.flowing.docx import read_docx
from commonplace.documents.reading import UnreadableError

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "corpus"
RARE = "𠮷野家 😀 e\u0301 \ufa19 ﬁn soft\u00adhyphen שלום"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="My heading"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="見出し 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def p(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_text_is_exact(word):
    body = p(r(RARE))
    body += p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:noBreakHyphen/></w:r>"
                          + r("\u00a0d")) + p("<w:r><w:t> trimmed </w:t><w:br w:type='page'/></w:r>")  # fmt: skip
    assert read_docx(word(body)).text == f"{RARE}\na\tb\nc\u00ad\u2011\u00a0d\ntrimmed"


def test_headings_by_style_in_any_language_and_by_outline_level(word, blocks):
    body = (
        p(r("One"), '<w:pStyle w:val="berschrift1"/>')
        + p(r("Two"), '<w:pStyle w:val="Sub"/>')
        + p(r("Three"), '<w:outlineLvl w:val="2"/>')
        + p(r("Body"), '<w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="9"/>')
        + p(r("Quoted"), '<w:pStyle w:val="Q"/>')
    )
    assert blocks(read_docx(word(body, styles=STYLES))) == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three"),
        ("paragraph", 0, "Body"),
        ("quote", 0, "Quoted"),
    ]


def test_lists_by_numbering_and_by_style(word, blocks):
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    body = (
        p(r("one"), number.format(0, 1))
        + p(r("two"), number.format(1, 1))
        + p(r("three"), '<w:pStyle w:val="Bullet"/>')
        + p(r("none"), '<w:pStyle w:val="Bullet"/>' + number.format(0, 0))
    )
    assert [(kind, level) for kind, level, _ in blocks(read_docx(word(body, styles=STYLES)))] == [
        ("list-item", 1), ("list-item", 2), ("list-item", 1), ("paragraph", 0),
    ]  # fmt: skip


def test_tables_row_by_row(word, blocks):
    cell = "<w:tc>{}</w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format(p(r('inner')))}</w:tr></w:tbl>"
    body = f"""<w:tbl><w:tr>{cell.format(p(r("a")) + p(r("a2")))}{cell.format(p(""))}{cell.format(p(r("b")))}</w:tr>
        <w:sdt><w:sdtContent><w:tr>{cell.format(p(r("c")) + inner)}</w:tr></w:sdtContent></w:sdt>
        <w:tr><w:trPr><w:del/></w:trPr>{cell.format(p(r("gone")))}</w:tr></w:tbl>"""
    assert blocks(read_docx(word(body))) == [("cell", 0, text) for text in ("a", "a2", "b", "c", "inner")]


def test_tracked_changes_are_accepted(word):
    moved = r("moved ")
    body = p(
        r("kept ")
        + f"<w:ins>{r('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{moved}</w:moveFrom>{r('then ')}<w:moveTo>{moved}</w:moveTo>"
    )
    joined = p(r("first "), "<w:rPr><w:del/></w:rPr>") + p(r("second"))
    assert read_docx(word(body + joined)).text == "kept new then moved\nfirst second"


def test_notes_stand_at_the_end_and_their_marks_cover_nothing(word, blocks, spans):
    body = p(
        r("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" two") + '<w:r><w:endnoteReference w:id="5"/></w:r>'
        + r(" three") + '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    )  # fmt: skip
    foot = f'<w:footnote w:id="0" w:type="separator">{p(r("-"))}</w:footnote>'
    foot += f'<w:footnote w:id="3">{p(r("Starred."))}</w:footnote>'
    foot += f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" First."))}{p(r("More."))}</w:footnote>'
    end = f'<w:endnote w:id="5">{p(r("Last."))}</w:endnote>'
    read = read_docx(word(body, footnotes=foot, endnotes=end))
    assert blocks(read) == [
        ("paragraph", 0, "One two three*"),
        ("note", 0, "First."),
        ("note", 0, "More."),
        ("note", 0, "Starred."),
        ("note", 0, "Last."),
    ]
    assert spans(read) == [
        ("note", "", "1"), ("note", "", "i"), ("note", "*", "*"),
        ("note", "", "1"), ("note", "", "*"), ("note", "", "i"),
    ]  # fmt: skip


def test_a_text_box_is_read_once(word, blocks):
    box = f"<w:txbxContent>{p(r('Boxed'))}</w:txbxContent>"
    drawing = f"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><x>{box}</x></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><y>{box}</y></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    read = read_docx(word(p(r("Before ") + drawing + r("after"))))
    assert blocks(read) == [("paragraph", 0, "Before after"), ("paragraph", 0, "Boxed")]


def test_fields_by_their_results_and_links(word, spans):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/a" </w:instrText></w:r>'
    link = '<Relationship Id="rId9" Type="x/hyperlink" Target="https://example.org/b" TargetMode="External"/>'
    link += '<Relationship Id="rId8" Type="x/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>'
    body = p(
        mark("begin") + code + mark("separate") + r("one") + mark("end") + r(" ")
        + f'<w:hyperlink r:id="rId9">{r("two")}</w:hyperlink> <w:hyperlink r:id="rId8">{r(" three")}</w:hyperlink>'
        + f'<w:fldSimple w:instr="PAGE">{r(" 4")}</w:fldSimple>'
        + mark("begin") + '<w:r><w:instrText>XE "index"</w:instrText></w:r>' + mark("end")
        + mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + mark("begin") + mark("separate") + r("inner")
        + mark("end") + mark("separate") + r(" five") + mark("end")
    )  # fmt: skip
    read = read_docx(word(body, links=link))
    assert read.text == "one two three 4 five"
    assert spans(read) == [("link", "one", "https://example.org/a"), ("link", "two", "https://example.org/b")]


def test_ruby_of_both_makes(word, spans):
    ruby = f"<w:r><w:ruby><w:rt>{r('かん')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    field = r"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \* jc2 \* hps10 \o\ad(\s\up 9(じ),字)
        </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"""
    read = read_docx(word(p(ruby + field + r("です"))))
    assert read.text == "漢字です"
    assert spans(read) == [("ruby", "漢", "かん"), ("ruby", "字", "じ")]


def test_controls_comments_and_hidden_text(word):
    body = f"""<w:sdt><w:sdtContent>{p(r("In"))}</w:sdtContent></w:sdt>"""
    body += p(f"<w:sdt><w:sdtContent>{r('side')}</w:sdtContent></w:sdt>" + r("hidden", "<w:vanish/>")
              + "<w:r><w:commentReference w:id='1'/></w:r>" + r("!", "<w:vanish w:val='0'/>"))  # fmt: skip
    assert read_docx(word(body)).text == "In\nside!"


def test_styles_of_runs(word, spans):
    body = p(
        r("bold ", "<w:b/>") + r("too", '<w:rStyle w:val="Strong"/>')
        + r(" not", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')
        + r("it", "<w:i/>") + r("2", '<w:vertAlign w:val="superscript"/>')
    )  # fmt: skip
    assert spans(read_docx(word(body, styles=STYLES))) == [
        ("bold", "bold too", ""), ("italic", "it", ""), ("superscript", "2", ""),
    ]  # fmt: skip


def test_characters_of_symbol_fonts(word):
    body = p('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
             + r("\uf062", '<w:rFonts w:ascii="Symbol"/>'))  # fmt: skip
    assert read_docx(word(body)).text == "α✓β"


def test_the_strict_form_of_the_standard(word):
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    assert read_docx(word("", extra={"word/document.xml": strict})).text == "Strict"


def test_what_the_file_says_of_itself(word):
    core = """<cp xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">
        <dc:title>A Paper</dc:title>
        <dc:creator>Jane Smith; User</dc:creator><t:created>2013-09-15T16:54:00Z</t:created></cp>"""
    found = read_docx(word(p(r("Text here.")), extra={"docProps/core.xml": core})).found
    assert [(one.field, one.value) for one in found] == [
        ("title", "A Paper"),
        ("author", "Smith, Jane"),
        ("date", "2013-09-15"),
    ]
    assert all(one.sure <= 60 for one in found)


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"word/document.xml": "<!DOCTYPE a><a/>"}, "damaged"),
        ({"word/document.xml": "<w>"}, "damaged"),
        ({"word/document.xml": "<a/>"}, "damaged"),
        ({"word/document.xml": b"\x00\x01"}, "damaged"),
        ({}, "no-text"),
    ],
)
def test_damaged_documents_are_refused_with_a_reason(word, extra, code):
    with pytest.raises(UnreadableError) as raised:
        read_docx(word("", extra=extra))
    assert raised.value.failure.code == code
    assert raised.value.failure.reason.endswith(".")


def test_a_zip_that_is_no_word_document(zipped):
    with pytest.raises(UnreadableError, match="missing"):
        read_docx(zipped({"a.txt": "x"}))


RUNS = st.lists(
    st.tuples(
        st.text(st.sampled_from(list("ab \t\u00a0\u00ad日𠮷😀")), max_size=6),
        st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:vanish/>", '<w:vertAlign w:val="subscript"/>']),
    ),
    max_size=5,
)


@given(st.lists(RUNS, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_runs_keep_their_text_and_lie_on_the_axis(word, blocks, paragraphs):
    body = p(r("x")) + "".join(p("".join(r(*run) for run in runs)) for runs in paragraphs)
    shown = blocks(read_docx(word(body)))
    wanted = ["".join(text for text, style in runs if "vanish" not in style).strip(" \n") for runs in paragraphs]
    assert [text for _, _, text in shown] == ["x", *(text for text in wanted if text.strip())]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("docx/comments.docx", "And this is one with a comment in a comment."),
        ("docx/notes.docx", "This is an endnote at the end of the document."),
        ("docx/textbox_image.docx", "The image is above."),
        ("docx/unicode.docx", "Hello, 世界. This costs €10.∨∨("),
        ("qda/qualcoder-ID1.docx", "I really like learning new things."),
    ],
)
def test_real_documents(name, words, blocks):
    path = CORPUS / name
    if not path.exists():
        pytest.skip("the corpus is not here")
    read = read_docx(path.read_bytes())
    assert blocks(read)
    assert words in read.text
