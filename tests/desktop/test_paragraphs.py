"""Paragraphs seen from where lines stand, and the ends of marks."""

import pytest

from desktop.reader.mark_edges import edge_of, moved_edge
from desktop.reader.paragraphs import paragraph_of

pytestmark = pytest.mark.gui

SIZE, LEADING = 10, 14


def page(*lines):
    """Return the text and boxes of lines given as left, top and words; each character is half a line wide."""
    boxes = []
    for left, top, words in lines:
        boxes += [(left + 5 * n, top, left + 5 * n + 5, top + SIZE) for n in range(len(words))]
        boxes.append(boxes[-1])
    return "\n".join(words for _, _, words in lines), boxes[:-1]


def paragraphs(text, boxes):
    """Return the paragraphs of a page in order."""
    found, at = [], 0
    while at < len(text):
        start, end = paragraph_of(text, boxes, at)
        found.append(text[start:end].split("\n"))
        at = end + 1
    return found


def test_a_paragraph_ends_where_the_next_line_is_indented():
    text, boxes = page(
        (0, 0, "The first of all"), (0, 14, "goes on."), (10, 28, "The second one"), (0, 42, "goes on too.")
    )

    assert paragraphs(text, boxes) == [["The first of all", "goes on."], ["The second one", "goes on too."]]


def test_a_paragraph_ends_before_a_gap_and_before_another_size():
    text, boxes = page((0, 0, "one"), (0, 14, "two"), (0, 50, "three"))

    assert paragraphs(text, boxes) == [["one", "two"], ["three"]]


def test_lines_that_hang_are_one_paragraph():
    text, boxes = page((0, 0, "Satake, Order and the"), (15, 14, "sea, Tokyo, and so"), (15, 28, "on, 2021."))

    assert len(paragraphs(text, boxes)) == 1


def test_a_sentence_goes_on_in_the_next_column_and_a_finished_one_does_not():
    text, boxes = page((0, 0, "The sea"), (0, 14, "is owned"), (200, 0, "by nobody."))
    assert len(paragraphs(text, boxes)) == 1

    text, boxes = page((0, 0, "The sea"), (0, 30, "is common."), (200, 0, "Nobody owns it."))
    assert len(paragraphs(text, boxes)) == 3


def test_vertical_lines_follow_each_other_to_the_left():
    boxes = [(100 - 14 * line, 10 * n, 110 - 14 * line, 10 * n + 10) for line in range(3) for n in range(5)]
    text = "一二三四五\n六七八九十\n百千万億兆"
    placed = [*boxes[:5], boxes[4], *boxes[5:10], boxes[9], *boxes[10:]]

    assert paragraph_of(text, placed, 8) == (0, len(text))


@pytest.mark.parametrize(
    ("edge", "position", "expected"),
    [
        ("end", 30, ((2, 5), (8, 30))),
        ("end", 3, ((2, 5), (8, 9))),
        ("start", 0, ((0, 5), (8, 12))),
        ("start", 11, ((4, 5), (8, 12))),
    ],
)
def test_an_end_moves_and_never_over_the_other(edge, position, expected):
    assert moved_edge(((2, 5), (8, 12)), edge, position) == expected
    assert edge_of(expected, edge) in {position, expected[0][0], expected[-1][1]}
