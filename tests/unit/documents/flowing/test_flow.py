"""Blocks gathered piece by piece: white space, styles and marks, and their places on the axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.flowing.flow import Flow, placed
from core.records import Span


def one(flow):
    flow.end("paragraph", trim=" \n")
    [draft] = flow.finish()
    return draft


def test_white_space_of_markup_is_one_space_and_none_at_the_edges():
    flow = Flow()
    flow.words("  one\n\t two ")
    flow.words(" three  ")
    assert one(flow).text == "one two three"


def test_a_line_end_between_wide_characters_is_none():
    flow = Flow()
    flow.words("日本の\n  防衛 and\n𠮷野\n家")
    assert one(flow).text == "日本の防衛 and 𠮷野家"


def test_exact_text_keeps_its_white_space():
    flow = Flow()
    flow.put("a \t b\u00a0c\u00ad")
    assert one(flow).text == "a \t b\u00a0c\u00ad"


def test_equal_styles_side_by_side_are_one_span_and_edges_of_white_space_are_none_of_it():
    flow = Flow()
    for piece in (" bold ", "more ", "end"):
        flow.wear([("bold", "")])
        flow.put(piece)
    flow.wear([])
    flow.put(" plain")
    assert one(flow).spans == [Span(0, 13, "bold", "")]


def test_marks_of_a_block_without_words_go_to_the_next():
    flow = Flow()
    flow.mark("page", "12")
    flow.end("paragraph")
    flow.put("Text")
    assert one(flow).spans == [Span(0, 0, "page", "12")]


def test_an_image_without_words_is_a_block_of_its_own():
    flow = Flow()
    flow.mark("image", "a.png")
    flow.mark("alt", "A ship")
    draft = one(flow)
    assert (draft.kind, draft.text) == ("image", "")
    assert draft.spans == [Span(0, 0, "image", "a.png"), Span(0, 0, "alt", "A ship")]


def test_marks_after_the_last_block_stand_at_its_end():
    flow = Flow()
    flow.put("Text")
    flow.end("paragraph")
    flow.mark("page", "9")
    flow.end("paragraph")
    [draft] = flow.finish()
    assert draft.spans == [Span(4, 4, "page", "9")]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["put", "words", "mark", "end", "break", "soft"]),
            st.text(st.sampled_from(list("a \n\r\t\x00日𠮷e\u0301\ud800\u00ad")), max_size=6),
            st.sets(st.sampled_from([("bold", ""), ("italic", ""), ("link", "https://a.org/")])),
        ),
        max_size=30,
    )
)
def test_any_pieces_make_blocks_that_lie_on_the_axis(pieces):
    flow = Flow()
    for what, text, styles in pieces:
        flow.wear(styles)
        if what in ("put", "words"):
            getattr(flow, what)(text)
        elif what == "mark":
            flow.mark("image" if "日" in text else "page", text)
        elif what == "end":
            flow.end("paragraph", trim=" \n")
        elif what == "break":
            flow.line_break()
        else:
            flow.soft_break()
    flow.end("paragraph", trim=" \n")
    text, blocks = placed(flow.finish())
    assert "\n".join(text[block.start : block.end] for block in blocks) == text
    assert not {"\x00", "\r"} & set(text)
    text.encode()
    for block in blocks:
        assert text[block.start : block.end].strip() or block.kind == "image"
        for span in block.spans:
            assert block.start <= span.start <= span.end <= block.end
            assert span.start == span.end or text[span.start : span.end].strip() == text[span.start : span.end]


@pytest.mark.parametrize("number", ["Article 5", "第五条", "§ 5", "Annex"])
def test_a_part_s_number_that_stands_alone_goes_over_to_the_next_block(number):
    flow = Flow()
    flow.end("heading", 1, number=number)
    flow.put("words")
    flow.end("list-item", 1, number="1.")

    assert one(flow).spans == [Span(0, 0, "number", number), Span(0, 0, "number", "1.")]


@pytest.mark.parametrize("number", ["5.", "2.1", "viii)", "(c)", "xxx"])
def test_the_number_of_an_empty_item_does_not(number):
    flow = Flow()
    flow.end("list-item", 1, number=number)
    flow.put("words")
    flow.end("paragraph")

    assert one(flow).spans == []
