"""The stretches of a layer that are rows of the search index."""

from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.units import stretches
from core.records import Block, Layer, Page

lengths = st.lists(st.integers(1, 20_000), max_size=30)


@given(lengths)
def test_runs_of_blocks_cover_the_axis_without_a_gap(sizes):
    blocks, at = [], 0
    for size in sizes:
        blocks.append(Block("paragraph", at, at + size))
        at += size + 1
    text = ("word " * (at // 5 + 1))[: max(at - 1, 0)]
    units = list(stretches(Layer("text", "text/1", text, blocks=tuple(blocks))))

    assert "".join(text[start:end] for start, end in units) == text
    assert all(0 < end - start <= 8_000 for start, end in units)


@given(lengths)
def test_short_blocks_are_not_cut(sizes):
    sizes = [size % 1_000 + 1 for size in sizes]
    ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
    blocks = tuple(Block("paragraph", end - size, end) for size, end in zip(sizes, ends, strict=True))
    units = list(stretches(Layer("text", "text/1", "a" * sum(sizes), blocks=blocks)))

    assert {end for _, end in units} <= set(ends)
    assert len(units) <= sum(sizes) / 2_000 + 1


def test_a_page_is_a_row_and_an_empty_one_is_none():
    pages = (Page("1", 0, 4), Page("2", 4, 4), Page("3", 4, 8))
    assert list(stretches(Layer("pdf", "pdf/1", "one\ntwo\n", pages=pages))) == [(0, 4), (4, 8)]


def test_nothing_has_no_rows():
    assert list(stretches(Layer("text", "text/1", ""))) == []
