"""The numbers of lists, which programs print and no text holds: the same marks whatever kind of file they are from."""

import pytest

from commonplace.documents.flowing.epub import read_epub
from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.markdown import read_markdown
from commonplace.documents.flowing.rtf import read_rtf

ROMAN = '<ol type="i" start="3"><li>c<li value="9">i<ol type="A"><li>in<li>ner</ol>on<li>x</ol>'


@pytest.fixture
def numbered():
    """Show the blocks as number and text, having checked that the numbers stand before them."""

    def show(read):
        shown = []
        for block in read.blocks:
            marks = [span for span in block.spans if span.style == "number"]
            assert all(span.start == span.end == block.start for span in marks)
            shown.append((" ".join(span.target for span in marks), read.text[block.start : block.end]))
        return shown

    return show


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a<li>b</ol>", [("1.", "a"), ("2.", "b")]),
        ("<ul><li>a</ul><ol><li>b</ol>", [("", "a"), ("1.", "b")]),
        (ROMAN, [("iii.", "c"), ("ix.", "i"), ("A.", "in"), ("B.", "ner"), ("", "on"), ("x.", "x")]),
        ("<ol reversed><li>c<li>b<li>a</ol>", [("3.", "c"), ("2.", "b"), ("1.", "a")]),
        ('<ol reversed start="9"><li>c<li value=4>b<li>a</ol>', [("9.", "c"), ("4.", "b"), ("3.", "a")]),
        ('<ol start="-1"><li>a<li>b</ol>', [("-1.", "a"), ("0.", "b")]),
        ('<ol start="x" type="q"><li value="">a</ol>', [("1.", "a")]),
        ('<ol type="a" start="27"><li>a</ol>', [("aa.", "a")]),
        ('<ol><li type="I">a<li>b</ol>', [("I.", "a"), ("2.", "b")]),
        ('<ol style="list-style: none"><li>a</ol>', [("", "a")]),
        ('<ol style="list-style-type:upper-roman"><li>a</ol>', [("I.", "a")]),
        ('<ol style="list-style-type:cjk-ideographic" start="11"><li>条文</ol>', [("十一、", "条文")]),
        ("<ol><li><p>a</p><p>b</p><li><blockquote>c</blockquote></ol>", [("1.", "a"), ("", "b"), ("2.", "c")]),
        ("<ol><li><ol type=a><li>a<li>b</ol></ol>", [("1. a.", "a"), ("b.", "b")]),
        ("<ol><li><li>b<li hidden>x<li>c</ol>", [("2.", "b"), ("3.", "c")]),
        ("<ol><li>1. typed<li>two</ol>", [("", "1. typed"), ("2.", "two")]),
        (
            "<ol><li>（１） 全角<li>[2] two<li>3 pages<li>40 pages</ol>",
            [
                ("", "（１） 全角"),
                ("", "[2] two"),
                ("", "3 pages"),
                ("4.", "40 pages"),
            ],
        ),
        ("<nav><ol><li>a</ol></nav><p>b", [("", "a"), ("", "b")]),
        ("<ol><li><table><tr><td>a<td>b</table><li>c</ol>", [("1.", "a"), ("", "b"), ("2.", "c")]),
    ],
)
def test_lists_of_pages_and_books(numbered, book, html, expected):
    assert numbered(read_html(f"<body>{html}</body>".encode(), "utf-8", whole_page=True)) == expected
    if "<li>" in html and "</li>" not in html:
        page = f"<html><body>{html}</body></html>".encode()
        assert numbered(read_epub(book({"a.html": page}))) == expected


SHEET = """/* ol { list-style: none } */ @charset "x"; p { color: red }
ol.plain, .bare { list-style : none outside } .roman{list-style-type:lower-roman} ol ol { list-style: none }
@media print { ol.print { list-style-type: upper-alpha } } li.own { list-style-type: upper-roman }"""
STYLED = """<ol class="plain x"><li>a</li></ol><ol class="bare"><li>b</li></ol><ol class="roman"><li>c</li>
<li class="own">d</li></ol><ol><li>e<ol><li>f</li></ol></li></ol><ol class="print"><li>g</li></ol>"""
SHOWN = [("", "a"), ("", "b"), ("i.", "c"), ("II.", "d"), ("1.", "e"), ("1.", "f"), ("A.", "g")]


def test_numbers_that_style_sheets_hide_or_form(numbered, book):
    page = f"<html><head><style>{SHEET}</style></head><body>{STYLED}</body></html>"
    assert numbered(read_html(page.encode(), whole_page=True)) == SHOWN
    linked = f'<html><head><link rel="stylesheet" href="../css/a%20b.css"/></head><body>{STYLED}</body></html>'
    chapters = {"text/a.html": linked.encode(), "text/b.html": linked.encode()}
    assert numbered(read_epub(book(chapters, extra={"OPS/css/a b.css": SHEET}))) == SHOWN * 2


def word_item(label, text, level=1, font=""):
    """Return an item as Word saves it in a web page, with what it prints before it."""
    shown = (
        f"<span style='mso-list:Ignore'>{label}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
    )
    around = f"<![if !supportLists]><span style='font-family:{font}'>{shown}</span><![endif]>"
    return f"<p style='margin-left:.5in;mso-list:l0 level{level} lfo1'>{around}{text}<o:p></o:p></p>"


def test_lists_of_pages_that_word_saved(numbered):
    items = [("1.", "one", 1, ""), ("第二条", "two", 2, ""), ("·", "three", 2, "Symbol"), ("Ø", "four", 1, "Wingdings")]
    body = "".join(word_item(*item) for item in items)
    read = read_html(f"<body>{body}<p class=MsoNormal>after</p></body>".encode(), "utf-8", whole_page=True)
    assert numbered(read) == [("1.", "one"), ("第二条", "two"), ("", "three"), ("", "four"), ("", "after")]
    assert [(block.kind, block.level) for block in read.blocks[:3]] == [("list-item", level) for level in (1, 2, 2)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("3. a\n1. b\n", [("3.", "a"), ("4.", "b")]),
        ("0) a\n0) b\n", [("0)", "a"), ("1)", "b")]),
        ("- a\n- b\n", [("", "a"), ("", "b")]),
        ("1. a\n\n   more\n\n2. b\n   - x\n   - y\n3. c\n", [
            ("1.", "a"), ("", "more"), ("2.", "b"), ("", "x"), ("", "y"), ("3.", "c"),
        ]),
        ("1. - a\n   - b\n", [("1.", "a"), ("", "b")]),
        ("1. ```\n   code\n   ```\n2. > quote\n", [("1.", "code"), ("2.", "quote")]),
        ("1. a\n\n<ol><li>raw</ol>\n", [("1.", "a"), ("1.", "raw")]),
    ],
)  # fmt: skip
def test_lists_of_markdown(numbered, markdown, expected):
    assert numbered(read_markdown(markdown.encode())) == expected


@pytest.mark.parametrize(
    ("rtf", "expected"),
    [
        (r"{\listtext\pard 1.\tab}\ls1 one\par {\listtext 2.\tab}two\par", [("1.", "one"), ("2.", "two")]),
        (r"{\pntext\f1 (a)\tab}one\par plain\par", [("(a)", "one"), ("", "plain")]),
        (r"{\listtext\f2 \'b7\tab}one\par {\listtext\f1 o\tab}two\par", [("", "one"), ("", "two")]),
        (r"{\listtext {\b I.}\tab}\pard\outlinelevel0 Head\par", [("I.", "Head")]),
        (r"{\listtext\u31532?1\u26465?\tab}text\par", [("第1条", "text")]),
        (r"{\listtext 1.\tab}{\v hidden\par}{\listtext 2.\tab}shown\par", [("2.", "shown")]),
        (r"{\listtext 1.\tab}{\deleted gone}\par {\listtext 2.\tab}two\par", [("2.", "two")]),
        (r"{\deleted{\listtext 1.\tab}gone}two\par", [("", "two")]),
    ],
)  # fmt: skip
def test_lists_of_rich_text(numbered, rtf, expected):
    fonts = r"{\fonttbl{\f0 Times;}{\f1\fmodern Courier New;}{\f2\fcharset2 Symbol;}}"
    data = rf"{{\rtf1\ansi\uc1{fonts}{rtf}}}".encode("ascii")
    assert numbered(read_rtf(data)) == expected
