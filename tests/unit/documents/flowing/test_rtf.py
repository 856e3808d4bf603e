"""Rich Text: every code page, and what other readers lose of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.flowing.rtf import read_rtf
from commonplace.documents.reading import UnreadableError

FONTS = r"{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset128 MS Mincho;}{\f2\fcharset2 Symbol;}{\f3\fcharset204 Times;}}"


def rtf(body, head=r"\ansi\ansicpg1252\deff0"):
    return rf"{{\rtf1{head}{FONTS}{body}}}".encode("latin-1")


def test_characters_of_every_making():
    body = r"\ldblquote q\rdblquote  "
    body += r"Caf\'e9 \u8364?\u-10179?\u-8704?\uc2\u26085\'93\'fa\u26412\'96\'7b \uc0\u233 x \emdash\~\-\_\{\}\\"
    assert read_rtf(rtf(body)).text == "“q” Café €😀日本 éx —\u00a0\u00ad\u2011{}\\"


@pytest.mark.parametrize(
    "text",
    [
        r"{\f1 \'93\'fa\'96\'7b}",
        r"\f1\'93\'fa\'96{\'7b}",
        "\\f1 \x93\xfa\x96\\{",
        r"\dbch\af1\loch\f0 \dbch\'93\'fa\'96\'7b",
    ],
)
def test_japanese_in_the_code_page_of_its_font(text):
    assert read_rtf(rtf(text)).text.startswith("日")


def test_the_second_byte_of_a_character_may_be_a_letter():
    assert read_rtf(rtf(r"{\f1 \'83A\'83C}")).text == "アイ"


def test_a_document_in_its_own_code_page():
    assert read_rtf(rtf(r"\'93\'fa\'96\'7b", r"\ansi\ansicpg932\deff0")).text == "日本"
    assert read_rtf(rtf(r"{\f3 \'cc\'e8\'f0}")).text == "Мир"
    assert read_rtf(rtf(r"{\f2 a\'62}")).text == "αβ"


def test_the_last_paragraph_has_its_style_though_nothing_ends_it(blocks):
    body = r"{\stylesheet{\s1 heading 1;}}One\par\s1 Two"
    assert blocks(read_rtf(rtf(body))) == [("paragraph", 0, "One"), ("heading", 1, "Two")]


def test_a_formula_is_text_and_what_is_said_of_it_is_none():
    math = r"{\mmath{\*\moMath{\mnary{\mnaryPr{\mchr \u8721?}}{\me{\mr\mscr0 x}}}}}"
    assert read_rtf(rtf(f"a {math} b")).text == "a x b"


def test_a_lone_half_of_a_character_is_none():
    assert read_rtf(rtf(r"a\u-10179?b\u-8704?c\u-10179?\u100?")).text == "abcd"


def test_paragraphs_headings_lists_and_tables(blocks):
    body = r"""{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Quote;}{\s3 heading 2;}{\*\cs5 Strong;}}
\pard\s1 One\par\pard\s3 Two\par\pard\s2 Quoted\par
\pard{\listtext\pard\plain 1.\tab}\ls1\ilvl0 first\par{\listtext a.\tab}\ls1\ilvl1 second\par
\pard\trowd\intbl a\cell b\par b2\cell\row\pard after\line line\par\par"""
    assert blocks(read_rtf(rtf(body))) == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("quote", 0, "Quoted"),
        ("list-item", 1, "first"),
        ("list-item", 2, "second"),
        ("cell", 0, "a"),
        ("cell", 0, "b"),
        ("cell", 0, "b2"),
        ("paragraph", 0, "after\nline"),
    ]


def test_notes_stand_at_the_end(blocks, spans):
    body = r"One{\super\chftn}{\footnote\pard\plain {\super\chftn} Foot.}"
    body += r" two{\footnote\ftnalt\pard End.\par More.}.\par Last"
    read = read_rtf(rtf(body))
    assert blocks(read) == [
        ("paragraph", 0, "One two."), ("paragraph", 0, "Last"),
        ("note", 0, "Foot."), ("note", 0, "End."), ("note", 0, "More."),
    ]  # fmt: skip
    assert spans(read) == [("note", "", "1"), ("note", "", "1"), ("note", "", "1"), ("note", "", "1")]


def test_styles_links_and_what_is_not_shown(spans):
    body = r"""{\b bold} {\i it}\b on\b0  {\v hidden}{\deleted gone}{\*\unknown no}{\pict 00ff}{\header no}
{\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt web}}
{\field{\*\fldinst{HYPERLINK "file:///x"}}{\fldrslt  in}}"""
    read = read_rtf(rtf(body.replace("\n", "")))
    assert read.text == "bold iton web in"
    assert spans(read) == [
        ("bold", "bold", ""),
        ("italic", "it", ""),
        ("bold", "on", ""),
        ("link", "web", "https://example.org/"),
    ]


def test_a_text_box_follows_its_paragraph(blocks):
    body = r"Before {\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt \pard Boxed\par}}{\shprslt no}}after\par Next"
    assert blocks(read_rtf(rtf(body))) == [
        ("paragraph", 0, "Before after"), ("paragraph", 0, "Boxed"), ("paragraph", 0, "Next"),
    ]  # fmt: skip


def test_text_that_stands_twice_is_read_in_unicode():
    assert read_rtf(rtf(r"{\upr{?}{\*\ud{\u26085?}}}x")).text == "日x"


def test_binary_data_is_passed_over():
    assert read_rtf(rtf(r"a{\pict\bin5 }}}{{}b")).text == "ab"


def test_what_the_file_says_of_itself():
    info = r"{\info{\title A Paper}{\author Jane Smith}{\creatim\yr2019\mo3\dy7\hr1}{\company no}}"
    found = read_rtf(rtf(info + "Text here.")).found
    assert [(one.field, one.value) for one in found] == [
        ("title", "A Paper"),
        ("author", "Smith, Jane"),
        ("date", "2019-03-07"),
    ]
    assert read_rtf(rtf(info + "Text here.")).text == "Text here."


def test_half_a_file_is_read_and_remarked():
    read = read_rtf(rtf(r"One\par {\b Two")[:-1])
    assert read.text == "One\nTwo"
    assert "ends early" in read.remark


@pytest.mark.parametrize(
    ("data", "code"), [(b"no rtf", "damaged"), (b"{\\rtf1 }", "no-text"), (b"{\\rtf1 " + b"{" * 9000, "damaged")]
)
def test_damaged_files_are_refused_with_a_reason(data, code):
    with pytest.raises(UnreadableError) as raised:
        read_rtf(data)
    assert raised.value.failure.code == code


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_comes_back(text):
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    body = r"\uc0 x" + "".join(rf"\u{code} " for code in codes) + "x"
    assert read_rtf(rtf(body)).text == f"x{text}x"


PIECES = [
    *"{};\\\x83", "text", "\\par ", "\\title ", "\\'8", "\\'83", "\\u", "\\u-10179", "\\uc9999999999 ", "\\*",
    "\\bin3 ",
    *(rf"\{word} " for word in ["b", "v", "cell", "intbl", "f1", "s1", "fonttbl", "stylesheet", "info"]),
    *(rf"\{word} " for word in ["footnote", "shptxt", "field", "fldinst", "upr", "ud", "listtext"]),
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_pieces_are_read_or_refused(pieces):
    try:
        read = read_rtf(("{\\rtf1 x\\par " + "".join(pieces)).encode("latin-1"))
    except UnreadableError:
        return
    assert "\n".join(read.text[block.start : block.end] for block in read.blocks) == read.text
    read.text.encode()
