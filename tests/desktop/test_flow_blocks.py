"""Blocks as they are shown, guessed heights, and where links of flowing text lead."""

import pytest

from core.records import Block, Layer, Span
from desktop.reader.flow_blocks import LONGEST, Heights, block_at, runs_leftwards, shown_blocks
from desktop.reader.flow_links import link_in, links_of

pytestmark = pytest.mark.gui


def test_blocks_of_a_moderate_length_are_shown_as_they_are():
    layer = Layer("", "", "On\norder", blocks=(Block("heading", 0, 2, 1), Block("paragraph", 3, 8)))

    assert shown_blocks(layer) is layer.blocks


def test_a_long_block_is_shown_in_parts_that_leave_nothing_out():
    text = " ".join(f"word{number}" for number in range(2000))
    bold = Span(LONGEST - 200, LONGEST + 200, "bold")
    layer = Layer("", "", text, blocks=(Block("paragraph", 0, len(text), 0, (bold,)),))

    parts = shown_blocks(layer)

    assert all(0 < part.end - part.start <= LONGEST for part in parts)
    assert " ".join(text[part.start : part.end] for part in parts) == text
    assert [(span.start, span.end) for part in parts for span in part.spans] == [
        (bold.start, parts[0].end),
        (parts[1].start, bold.end),
    ]


def test_a_text_without_any_blank_is_cut_all_the_same():
    layer = Layer("", "", "x" * 10_000, blocks=(Block("paragraph", 0, 10_000),))

    parts = shown_blocks(layer)

    assert "".join(layer.text[part.start : part.end] for part in parts) == layer.text


def test_a_position_between_blocks_belongs_to_the_one_before():
    blocks = (Block("paragraph", 5, 9), Block("paragraph", 12, 20))

    assert [block_at(blocks, position) for position in (0, 5, 10, 12, 99)] == [0, 0, 0, 1, 1]


def test_heights_are_guessed_until_they_are_measured():
    heights = Heights(1000, lambda low, high: (high - low) * 10.0)

    assert heights.total == 10_000
    assert [heights.at(y) for y in (-5, 0, 9.9, 10, 9_999, 20_000)] == [0, 0, 0, 1, 999, 999]
    heights.set(300, 110.0)
    assert heights.total == 10_100
    assert (heights.top(300), heights.top(301)) == (3000, 3110)
    assert [heights.at(y) for y in (3000, 3109, 3110)] == [300, 300, 301]


def test_the_first_letter_says_which_way_a_paragraph_runs():
    assert runs_leftwards("12. نص عربي with English")
    assert not runs_leftwards("English first, نص")
    assert not runs_leftwards("12.")


def test_a_note_and_its_mark_lead_to_each_other():
    blocks = (
        Block("paragraph", 0, 10, 0, (Span(4, 4, "note", "1"), Span(6, 9, "link", "https://example.org"))),
        Block("note", 11, 20, 0, (Span(11, 11, "note", "1"),)),
    )
    layer = Layer("", "", "x" * 20, blocks=blocks)

    assert link_in(layer, blocks, 0, 4) == 11
    assert link_in(layer, blocks, 1, 11) == 4
    assert list(links_of(layer, blocks[0])) == [((4, 5), 11), ((6, 9), "https://example.org")]
    assert list(links_of(layer, blocks[1])) == [((11, 12), 4)]
    assert link_in(layer, blocks, 0, 7) == "https://example.org"
    assert link_in(layer, blocks, 0, 9) is None
