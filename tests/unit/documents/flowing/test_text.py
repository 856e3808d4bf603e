"""Plain text: every encoding people save in, and the file's own characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.flowing.text import blocks_of, read_text
from commonplace.documents.reading import UnreadableError

RARE = "𠮷野家 😀 e\u0301 \ufa19 ﬁn soft\u00adhyphen שלום"


def test_characters_are_kept_as_they_are():
    assert read_text(RARE.encode()).text == RARE


def test_line_ends_become_newlines_and_blank_lines_stay():
    assert read_text(b"one\r\n\r\n\r\ntwo\rthree\n").text == "one\n\n\ntwo\nthree\n"


def test_the_byte_order_mark_and_zero_bytes_are_no_text():
    assert read_text(b"\xef\xbb\xbfone\x00two").text == "onetwo"


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize(
    "text",
    [
        "日本の防衛",
        "反撃能力の保有",
        "カタカナ語",
        "防衛省・自衛隊の任務",
        "自由で開かれたインド太平洋とは何か。\n" * 40,
    ],
)
def test_japanese_in_every_encoding_and_length(text, encoding):
    assert read_text(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Une stratégie de sécurité, déjà adoptée à l’été", "cp1252"),
        ("Die Außenpolitik für Österreich – „neu“", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("Внешняя политика России меняется", "cp1251"),
        ("Внешняя политика России меняется", "koi8_r"),
        ("대한민국의 안보 정책은 변하고 있다", "cp949"),
        ("中国的国防政策是防御性的，我们要坚持和平发展。", "gb18030"),
        ("中華民國的國防政策是和平的，我們要堅持。", "big5"),
        ("Japan’s 防衛 policy", "cp932"),
    ],
)
@pytest.mark.parametrize("times", [1, 30])
def test_other_encodings(text, encoding, times):
    text = f"{text}\n" * times
    assert read_text(text.encode(encoding)).text == text


def test_the_users_word_goes_before_guessing():
    assert read_text("Žluť".encode("cp1250"), "cp1250").text == "Žluť"


@pytest.mark.parametrize("encoding", ["no-such", "iso-2022-jp", "utf-8"])
def test_a_wrong_word_is_a_failure_with_a_reason(encoding):
    with pytest.raises(UnreadableError) as raised:
        read_text("日本".encode("cp932"), encoding)
    assert raised.value.failure.code == "encoding"


@given(st.text())
def test_any_text_comes_back(text):
    kept = read_text(text.encode("utf-8", "replace"), "utf-8").text
    assert kept == text.encode("utf-8", "replace").decode().removeprefix("\ufeff").replace("\r\n", "\n").replace(
        "\r", "\n"
    ).replace("\x00", "")


@given(st.binary(max_size=300))
def test_any_bytes_are_some_text(data):
    text = read_text(data).text
    assert "\x00" not in text
    assert "\r" not in text
    text.encode()


@given(st.text(alphabet=st.sampled_from("aB .。\n\t•日本1)"), max_size=200))
def test_blocks_lie_in_order_and_leave_out_white_space_only(text):
    at = 0
    for block in blocks_of(text):
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        at = block.end
    assert not text[at:].strip()


def test_paragraphs_headings_and_lists():
    text = "A Title\n\nThe first paragraph, it ends here.\n\nA part\n\n• one\n• two\n\nThe end of it."
    assert [(block.kind, block.level, text[block.start : block.end]) for block in blocks_of(text)] == [
        ("heading", 1, "A Title"),
        ("paragraph", 0, "The first paragraph, it ends here."),
        ("heading", 2, "A part"),
        ("list-item", 1, "• one"),
        ("list-item", 1, "• two"),
        ("paragraph", 0, "The end of it."),
    ]


def test_wrapped_lines_are_one_paragraph_and_pasted_ones_are_many():
    wrapped = "This paragraph was wrapped by a program\nat a width of forty characters, and so\nit goes on to the end."
    pasted = "One whole sentence stands here on its line.\nAnother one stands on the next line of it."
    assert len(list(blocks_of(wrapped))) == 1
    assert len(list(blocks_of(pasted))) == 2


def test_a_text_brings_what_it_says_of_itself():
    text = (
        "The Quiet Sea\n\nBy Ada Fenwick\nMay 4, 2021\n\nNobody had asked the harbour master what he thought of it.\n"
    )
    found = {one.field: one.value for one in read_text(text.encode()).found}
    assert found == {"title": "The Quiet Sea", "author": "Fenwick, Ada", "date": "2021-05-04"}
