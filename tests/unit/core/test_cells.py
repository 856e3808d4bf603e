"""Cells of tables, kept as marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cells import Cell, cell_of
from core.records import Block, Span

counts = st.integers(1, 1000)


@given(st.builds(Cell, st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1), counts, counts, counts, st.booleans()))
def test_what_is_said_of_a_cell_is_read_again(cell):
    spans = (Span(5, 9, "bold"), Span(5, 5, "note", "1"), Span(5, 5, "cell", cell.said()), Span(7, 7, "image", "x"))
    assert cell_of(Block("cell", 5, 9, 0, spans)) == cell


@pytest.mark.parametrize(
    "said", ["", "1", "1 2 3 4", "a b c d e", "1 2 3 4 -5", "1 2 3 4 5 foot", "1 2 3 4 99999", "٣ 0 0 1 1"]
)
def test_what_another_program_made_of_it_is_no_cell(said):
    assert cell_of(Block("cell", 5, 9, 0, (Span(5, 5, "cell", said),))) is None


def test_a_mark_further_on_says_nothing_of_the_block():
    assert cell_of(Block("cell", 5, 9, 0, (Span(6, 6, "cell", "0 0 0 1 1"),))) is None
    assert cell_of(Block("cell", 5, 9)) is None
