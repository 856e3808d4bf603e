"""OpenDocument texts, packed and flat."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.documents.flowing.odt import read_odt
from commonplace.documents.reading import UnreadableError

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "corpus"
RARE = "𠮷野家 😀 e\u0301 \ufa19 ﬁn soft\u00adhyphen שלום"
STYLES = """<style:style style:name="T1" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties
 style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>"""


def p(inner):
    return f"<text:p>{inner}</text:p>"


def test_white_space_is_what_the_standard_says(open_document):
    body = p(f"  {RARE}\n   x ") + p("a<text:s/><text:s text:c='2'/> b<text:tab/>c<text:line-break/>d\u00a0")
    assert read_odt(open_document(body)).text == f"{RARE} x\na    b\tc\nd\u00a0"


def test_headings_lists_quotes_and_tables(open_document, blocks):
    body = """<text:h text:outline-level="2">Part</text:h><text:p text:style-name="P1">Quoted</text:p>
        <text:p text:style-name="Title">Title</text:p>
        <text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item>
        </text:list></text:list-item></text:list>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>h</text:p></table:table-cell>
        <table:covered-table-cell><text:p>no</text:p></table:covered-table-cell></table:table-row>
        </table:table-header-rows><table:table-row><table:table-cell><text:list><text:list-item><text:p>c</text:p>
        </text:list-item></text:list></table:table-cell></table:table-row></table:table>
        <text:section><text:p>In a section</text:p></text:section>"""
    assert blocks(read_odt(open_document(body, STYLES))) == [
        ("heading", 2, "Part"),
        ("quote", 0, "Quoted"),
        ("heading", 1, "Title"),
        ("list-item", 1, "one"),
        ("list-item", 2, "two"),
        ("cell", 0, "h"),
        ("cell", 0, "c"),
        ("paragraph", 0, "In a section"),
    ]


def test_what_was_deleted_and_comments_are_left_out(open_document):
    body = f"""<text:tracked-changes><text:changed-region><text:deletion>{p("gone")}</text:deletion>
        </text:changed-region>
        </text:tracked-changes>""" + p(
        """kept<text:change text:change-id="1"/> <text:change-start text:change-id="2"/>new<text:change-end
        text:change-id="2"/><office:annotation><dc:creator>A</dc:creator><text:p>comment</text:p></office:annotation>
        <text:span text:style-name="T3">hidden</text:span>"""
    )
    assert read_odt(open_document(body, STYLES)).text == "kept new"


def test_notes_stand_at_the_end(open_document, blocks, spans):
    note = """<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation><text:note-body>
        <text:p>{}</text:p>        </text:note-body></text:note>"""
    body = p("One" + note.format("endnote", "i", "End.") + " two" + note.format("footnote", "1", "Foot.") + ".")
    read = read_odt(open_document(body))
    assert blocks(read) == [("paragraph", 0, "One two."), ("note", 0, "Foot."), ("note", 0, "End.")]
    assert spans(read) == [("note", "", "i"), ("note", "", "1"), ("note", "", "1"), ("note", "", "i")]


def test_styles_links_and_ruby(open_document, spans):
    body = p(
        """<text:span text:style-name="T1">bold <text:span text:style-name="T2">up</text:span></text:span>
        <text:a xlink:href="https://example.org/">web</text:a><text:a xlink:href="#x">in</text:a
        ><text:ruby><text:ruby-base>漢
        </text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>"""
    )
    read = read_odt(open_document(body, STYLES))
    assert read.text == "bold up webin漢"
    assert spans(read) == [
        ("bold", "bold up", ""), ("superscript", "up", ""),
        ("link", "web", "https://example.org/"), ("ruby", "漢", "かん"),
    ]  # fmt: skip


def test_boxes_and_images(open_document, blocks, spans):
    body = p(
        """Before<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>
        <draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A ship</svg:title></draw:frame>
        <draw:frame><draw:image xlink:href="../../etc/passwd"/></draw:frame> after"""
    )
    read = read_odt(open_document(body, extra={"Pictures/a.png": b"png"}))
    assert blocks(read) == [("paragraph", 0, "Before after"), ("paragraph", 0, "Boxed")]
    assert spans(read) == [("image", "", "Pictures/a.png"), ("alt", "", "A ship")]


def test_what_the_file_says_of_itself(open_document):
    meta = """<dc:title>A Paper</dc:title><meta:initial-creator>Jane Smith</meta:initial-creator>
        <meta:creation-date>2013-10-19T10:12:50</meta:creation-date>"""
    found = read_odt(open_document(p("Text here."), meta=meta)).found
    assert [(one.field, one.value) for one in found] == [
        ("title", "A Paper"),
        ("author", "Smith, Jane"),
        ("date", "2013-10-19"),
    ]


def test_a_flat_file():
    flat = f"""<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{p("Flat")}</office:text>
        </office:body></office:document>"""
    assert read_odt(flat.encode()).text == "Flat"


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}, "encrypted"),
        ({"content.xml": "<!DOCTYPE a><a/>"}, "damaged"),
        ({"content.xml": "<a/>"}, "damaged"),
        ({"content.xml": "half <"}, "damaged"),
        ({}, "no-text"),
    ],
)
def test_damaged_texts_are_refused_with_a_reason(open_document, extra, code):
    with pytest.raises(UnreadableError) as raised:
        read_odt(open_document("", extra=extra))
    assert raised.value.failure.code == code
    assert raised.value.failure.reason.endswith(".")


@given(st.lists(st.text(st.sampled_from(list("ab \n日𠮷é😀\u00a0")), max_size=8), max_size=6))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_paragraphs_lie_on_the_axis(open_document, blocks, texts):
    shown = blocks(read_odt(open_document(p("x") + "".join(map(p, texts)))))
    assert len(shown) == 1 + sum(bool(text.strip()) for text in texts)


@pytest.mark.corpus
def test_a_real_text(blocks):
    path = CORPUS / "qda" / "qualcoder-ID2.odt"
    if not path.exists():
        pytest.skip("the corpus is not here")
    read = read_odt(path.read_bytes())
    assert len(blocks(read)) == 3
    assert "The course cost €200.00 and I do not want" in read.text
