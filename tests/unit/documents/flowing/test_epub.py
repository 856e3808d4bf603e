"""EPUB: chapters in the order of the spine, printed pages, titles, ruby, notes, images."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.documents.flowing.epub import read_epub
from commonplace.documents.reading import UnreadableError

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "corpus" / "epub"
RARE = "𠮷野家 😀 e\u0301 \ufa19 ﬁn soft\u00adhyphen שלום"


def test_chapters_come_in_the_order_of_the_spine(book, blocks):
    read = read_epub(book({"z.xhtml": "<h1>One</h1><p>First.</p>", "a.xhtml": f"<p>{RARE}</p>"}))
    assert blocks(read) == [("heading", 1, "One"), ("paragraph", 0, "First."), ("paragraph", 0, RARE)]
    assert read.kind == "epub"


def test_blocks_of_every_kind(book, blocks):
    body = """<p>A <b>word</b></p><blockquote><p>Quote</p></blockquote><ul><li>one<ol><li>two</li></ol></li></ul>
        <table><tr><th>h</th><td><p>c</p></td></tr></table><pre>  code
  more</pre><p>a<br/>b</p>"""
    assert blocks(read_epub(book({"a.xhtml": body}))) == [
        ("paragraph", 0, "A word"),
        ("quote", 0, "Quote"),
        ("list-item", 1, "one"),
        ("list-item", 2, "two"),
        ("cell", 0, "h"),
        ("cell", 0, "c"),
        ("code", 0, "  code\n  more"),
        ("paragraph", 0, "a\nb"),
    ]


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>",
        "<ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby>",
        "<ruby>\n <rb>漢</rb>\n <rt>かん</rt>\n <rb>字</rb>\n <rt>じ</rt>\n</ruby>",
    ],
)
def test_ruby_is_no_text_and_its_reading_is_kept(book, spans, ruby):
    read = read_epub(book({"a.xhtml": f"<p>この{ruby}は</p>"}))
    assert read.text == "この漢字は"
    assert spans(read) == [("ruby", "漢", "かん"), ("ruby", "字", "じ")]


def test_one_reading_over_a_word(book, spans):
    for ruby in ("<ruby>漢字<rt>かんじ</rt></ruby>", "<ruby><rb>漢</rb><rb>字</rb><rt>かんじ</rt></ruby>"):
        assert spans(read_epub(book({"a.xhtml": f"<p>{ruby}</p>"}))) == [("ruby", "漢字", "かんじ")]


def test_printed_pages_in_the_text(book, spans):
    body = """<p>One <span epub:type="pagebreak" id="p2" title="2"/>two</p><div role="doc-pagebreak" aria-label="3"/>
        <p>Three<a epub:type="pagebreak">iv</a></p>"""
    read = read_epub(book({"a.xhtml": body}))
    assert read.text == "One two\nThree"
    pages = [(span.start, span.target) for block in read.blocks for span in block.spans]
    assert pages == [(4, "2"), (8, "3"), (13, "iv")]
    assert spans(read, "page")


def test_the_page_list_says_where_pages_begin(book):
    nav = """<nav epub:type="page-list" hidden=""><ol><li><a href="a.xhtml">1</a></li>
        <li><a href="a.xhtml#x">2</a></li></ol></nav>"""
    read = read_epub(
        book({"a.xhtml": "<p>One</p><p>and <span id='x' epub:type='pagebreak' title='99'/>two</p>"}, nav=nav)
    )
    assert [(span.start, span.target) for block in read.blocks for span in block.spans] == [(0, "1"), (8, "2")]


def test_a_title_of_the_contents_makes_a_paragraph_a_heading_or_a_mark(book, blocks, spans):
    nav = """<nav epub:type="toc"><ol><li><a href="a.xhtml#one">The First Part</a>
        <ol><li><a href="a.xhtml#two">Unprinted</a></li></ol></li></ol></nav>"""
    read = read_epub(
        book({"a.xhtml": "<div id='one'><p>1</p><p>The first part</p></div><p id='two'>Text.</p>"}, nav=nav)
    )
    assert ("heading", 1, "The first part") in blocks(read)
    assert spans(read, "section") == [("section", "", "Unprinted")]


def test_an_older_book_has_an_ncx_with_a_document_type(book, spans):
    ncx = """<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN"
        "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
        <navPoint id="n"><navLabel><text>Part</text></navLabel><content src="a.xhtml"/></navPoint></navMap>
        <pageList><pageTarget><navLabel><text>7</text></navLabel><content src="a.xhtml#p"/></pageTarget></pageList>
        </ncx>"""
    data = book(
        {"a.xhtml": "<p>Text <a id='p'/>more</p>"},
        spine='toc="ncx"',
        manifest='<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
        extra={"OPS/toc.ncx": ncx},
    )
    assert spans(read_epub(data)) == [("section", "", "Part"), ("page", "", "7")]


def test_notes_and_their_marks(book, blocks, spans):
    body = """<p>Text<a epub:type="noteref" href="#n1">1</a> and<sup><a href="b.xhtml#n2">[2]</a></sup>
        x<sup>2</sup></p>
        <aside epub:type="footnote" id="n1"><p>The note.<a role="doc-backlink" href="#r">↩</a></p></aside>"""
    read = read_epub(book({"a.xhtml": body}))
    assert blocks(read) == [("paragraph", 0, "Text1 and[2] x2"), ("note", 0, "The note.")]
    assert [one for one in spans(read) if one[0] == "note"] == [
        ("note", "1", "n1"),
        ("note", "[2]", "n2"),
        ("note", "", "n1"),
    ]
    assert ("superscript", "2", "") in spans(read)


def test_images_are_noted_by_their_member_and_remote_ones_are_not(book, blocks, spans):
    body = """<p><img src="img/a%20b.png" alt="A ship"/></p><p>In <img src="../x.gif"/> line</p>
        <p><img src="https://example.org/track.gif"/>Text</p>
        <svg xmlns="http://www.w3.org/2000/svg"><text>no</text><image xmlns:xlink="http://www.w3.org/1999/xlink"
        xlink:href="img/a b.png"/></svg>"""
    read = read_epub(book({"a.xhtml": body}, extra={"OPS/img/a b.png": b"png", "x.gif": b"gif"}))
    assert blocks(read) == [("image", 0, ""), ("paragraph", 0, "In line"), ("paragraph", 0, "Text"), ("image", 0, "")]
    assert spans(read) == [
        ("image", "", "OPS/img/a b.png"),
        ("alt", "", "A ship"),
        ("image", "", "x.gif"),
        ("image", "", "OPS/img/a b.png"),
    ]


def test_hidden_text_scripts_and_links_elsewhere(book, spans):
    body = """<p>a<script>x</script><style>y</style><span style="display: none">z</span><i hidden="">w</i></p>
        <p><a href="https://example.org/">web</a> <a href="javascript:x()">no</a> <a href="file:///etc/passwd">no</a></p>"""
    read = read_epub(book({"a.xhtml": body}))
    assert read.text == "a\nweb no no"
    assert spans(read) == [("link", "web", "https://example.org/")]


def test_what_the_book_says_of_itself(book):
    metadata = """<dc:title id="t">Main</dc:title><meta refines="#t" property="title-type">main</meta>
        <dc:title id="s">Sub</dc:title><meta refines="#s" property="title-type">subtitle</meta>
        <dc:creator id="c">Jane van Smith</dc:creator><meta refines="#c" property="file-as">Smith, Jane van</meta>
        <dc:creator id="d">夏目 漱石</dc:creator><meta refines="#d" property="file-as">ナツメ, ソウセキ</meta>
        <dc:creator opf:role="trl">Some Translator</dc:creator><dc:date opf:event="publication">2014-10</dc:date>
        <dc:identifier>urn:isbn:978-4-00-000000-1</dc:identifier><dc:identifier>doi:10.1234/abc</dc:identifier>
        <dc:publisher>Press</dc:publisher><dc:language>en</dc:language>"""
    found = read_epub(book({"a.xhtml": "<p>Text</p>"}, metadata=metadata)).found
    assert [(one.field, one.value) for one in found] == [
        ("title", "Main: Sub"),
        ("author", "Smith, Jane van"),
        ("author", "夏目, 漱石"),
        ("date", "2014-10"),
        ("doi", "10.1234/abc"),
        ("isbn", "9784000000001"),
        ("publisher", "Press"),
        ("language", "en"),
    ]


def test_pages_from_right_to_left_are_remarked(book):
    read = read_epub(book({"a.xhtml": "<p>縦</p>"}, spine='page-progression-direction="rtl"'))
    assert "right to left" in read.remark
    assert [(one.field, one.value) for one in read.found] == [("direction", "rtl")]


def test_a_chapter_that_is_no_xml_is_read_as_the_web_is(book, blocks):
    broken = "<html><body><p>One &nbsp;<b>two<p>Three &copy; &amp</body>"
    assert blocks(read_epub(book({"a.xhtml": broken}))) == [
        ("paragraph", 0, "One \u00a0two"),
        ("paragraph", 0, "Three © &"),
    ]


def test_formulas_are_text_and_stand_before_what_replaces_them(book):
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo><mn>1</mn></math>'
    body = f"""<p>{math}</p><p><epub:switch><epub:case required-namespace="http://www.w3.org/1998/Math/MathML">{math}
        </epub:case><epub:default>no</epub:default></epub:switch></p>"""
    assert read_epub(book({"a.xhtml": body})).text == "x=1\nx=1"


def test_a_chapter_that_is_missing_is_named(book):
    data = book({"a.xhtml": "<p>Text</p>", "gone.xhtml": "<p>More</p>"})
    read = read_epub(data.replace(b"OPS/gone.xhtml", b"OPS/lost.xhtml"))
    assert read.text == "Text"
    assert "OPS/gone.xhtml" in read.remark


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"META-INF/container.xml": "<container/>"}, "damaged"),
        ({"META-INF/container.xml": "no xml"}, "damaged"),
        ({"OPS/book.opf": "<!DOCTYPE package><package/>"}, "damaged"),
        ({"OPS/book.opf": "<package/>"}, "damaged"),
        ({"OPS/a.xhtml": "<!DOCTYPE html [<!ENTITY a 'b'>]><html><body>&a;</body></html>"}, "damaged"),
        ({"OPS/a.xhtml": "<html><body><p> </p></body></html>"}, "no-text"),
    ],
)
def test_damaged_books_are_refused_with_a_reason(book, extra, code):
    with pytest.raises(UnreadableError) as raised:
        read_epub(book({"a.xhtml": "<p>Text</p>"}, extra=extra))
    assert raised.value.failure.code == code
    assert raised.value.failure.reason.endswith(".")


@pytest.mark.parametrize(
    ("algorithm", "readable"),
    [("http://www.idpf.org/2008/embedding", True), ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", False)],
)
def test_scrambled_fonts_do_no_harm_and_protected_books_are_refused(book, algorithm, readable):
    said = f"""<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
        <enc:EncryptionMethod Algorithm="{algorithm}"/></enc:EncryptedData></encryption>"""
    data = book({"a.xhtml": "<p>Text</p>"}, extra={"META-INF/encryption.xml": said})
    if readable:
        assert read_epub(data).text == "Text"
    else:
        with pytest.raises(UnreadableError, match="protected"):
            read_epub(data)


TREE = st.recursive(
    st.text(st.sampled_from(list("ab \n日𠮷é😀")), max_size=5),
    lambda inner: st.tuples(
        st.sampled_from(
            ["p", "div", "b", "i", "ruby", "rt", "rb", "li", "ul", "pre", "td", "h2", "sup", "a", "blockquote"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=15,
)


def markup(tree):
    if isinstance(tree, str):
        return tree
    tag, inner = tree
    return f"<{tag}>{''.join(map(markup, inner))}</{tag}>"


@given(st.lists(TREE, max_size=5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_chapter_makes_blocks_on_the_axis(book, blocks, trees):
    blocks(read_epub(book({"a.xhtml": "<p>x</p>" + "".join(map(markup, trees))})))


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["bezier", "features", "wasteland"])
def test_real_books(name, blocks):
    path = CORPUS / f"{name}.epub"
    if not path.exists():
        pytest.skip("the corpus is not here")
    shown = blocks(read_epub(path.read_bytes()))
    assert len(shown) > 80
    assert any(kind == "heading" for kind, _, _ in shown)


@pytest.mark.parametrize(
    "member", ["Text/Chap 1 第.xhtml", "Text/Chap%201%20第.xhtml", "Text/Chap%201%20%E7%AC%AC.xhtml"]
)
@pytest.mark.parametrize(
    "address", ["Text/Chap%201%20%E7%AC%AC.xhtml", "Text/Chap 1 第.xhtml", "text/CHAP%201%20第.xhtml"]
)
def test_a_chapter_is_found_however_its_name_is_written(zipped, member, address):
    container = '<rootfiles><rootfile full-path="OEBPS%20x/content.opf"/></rootfiles>'
    item = f'<item id="c" href="{address}" media-type="application/xhtml+xml"/>'
    spine = '<spine><itemref idref="c"/></spine>'
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{item}</manifest>{spine}</package>'
    book = {
        "META-INF/container.xml": f"<container>{container}</container>",
        "OEBPS x/content.opf": package,
        f"OEBPS x/{member}": '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>found</p></body></html>',
    }
    assert read_epub(zipped(book)).text == "found"
