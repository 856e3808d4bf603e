"""The character at a point of a page, and what is selected between two points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.points import Hit, PagePoints, selected

WIDE, HIGH = 10_000, 12_000
PITCH = 14_000


def written(*lines, left=0, top=0):
    """Return the text of lines below each other and its boxes, each character as wide as the other."""
    text, boxes = "", []
    for number, line in enumerate(lines):
        y = top + number * PITCH
        own = [(left + at * WIDE, y, left + (at + 1) * WIDE, y + HIGH) for at in range(len(line))]
        text += line + "\n"
        boxes += [*own, own[-1]]
    return text, boxes


def joined(*parts):
    return "".join(text for text, _ in parts), [box for _, boxes in parts for box in boxes]


def middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def offset(page, x, y):
    return PagePoints(*page).offset(x, y)


def test_a_page_without_text_has_no_character_anywhere():
    assert PagePoints("", []).hit(0, 0) is None
    assert PagePoints("scan\n", []).offset(5, 5) is None


@given(st.lists(st.text(alphabet="ab𠮷神 é", min_size=1, max_size=12), min_size=1, max_size=5))
def test_the_middle_of_a_characters_box_gives_it_back(lines):
    text, boxes = written(*lines)
    points = PagePoints(text, boxes)

    assert all(points.offset(*middle(boxes[at])) == at for at, char in enumerate(text) if not char.isspace())


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_every_point_has_a_character_and_it_is_no_line_end(x, y):
    text, boxes = joined(written("several", "lines"), written("beside", left=300_000))
    found = offset((text, boxes), x, y)
    assert found is not None
    assert text[found] != "\n"


class TestBesideTheText:
    page = joined(written("a long line", "short", "a long line"), written("the other", "column", left=160_000))

    def hit(self, x, y):
        hit = PagePoints(*self.page).hit(x, y)
        return self.page[0][hit.start], hit

    def test_behind_a_short_line_stands_its_last_character_though_longer_lines_are_nearer(self):
        char, hit = self.hit(108_000, PITCH + 10_000)
        assert (char, hit.caret) == ("t", self.page[0].index("short") + 5)

    def test_before_a_line_stands_its_first(self):
        char, hit = self.hit(-50_000, PITCH + 6000)
        assert (char, hit.caret) == ("s", self.page[0].index("short"))

    def test_in_the_gap_between_columns_the_nearer_counts(self):
        assert self.hit(120_000, 6000)[0] == "e"
        assert self.hit(150_000, 6000)[0] == "t"

    def test_below_a_column_its_last_line_counts(self):
        assert self.hit(45_000, 60_000)[1].start == self.page[0].rindex("long") + 2


class TestCarets:
    page = written("word by word")

    def caret(self, x):
        return PagePoints(*self.page).hit(x, 6000).caret

    def test_the_half_that_is_hit_says_on_which_side(self):
        assert [self.caret(x) for x in (1000, 4000, 6000, 9000, 11_000)] == [0, 0, 1, 1, 1]

    def test_behind_the_last_character_is_the_end_of_the_text(self):
        assert self.caret(500_000) == 12

    def test_of_a_ligature_each_letter_has_its_share(self):
        points = PagePoints("ffix", [(0, 0, 30_000, HIGH)] * 3 + [(30_000, 0, 40_000, HIGH)])
        assert [points.offset(x, 6000) for x in (5000, 15_000, 25_000, 35_000)] == [0, 1, 2, 3]

    def test_a_letter_is_not_parted_from_its_mark(self):
        points = PagePoints("e\u0301x", [(0, 0, WIDE, HIGH)] * 2 + [(WIDE, 0, 2 * WIDE, HIGH)])
        assert points.hit(2000, 6000).caret == 0
        assert points.hit(8000, 6000).caret == 2


class TestSelecting:
    text, boxes = page = written("one word here", "and another")

    def between(self, one, other):
        points = PagePoints(*self.page)
        return self.text[slice(*selected(points.hit(*one), points.hit(*other)))]

    def test_from_the_middle_of_the_first_character_to_that_of_the_last_is_the_word(self):
        first, last = middle(self.boxes[4]), middle(self.boxes[7])
        assert self.between(first, last) == "word"
        assert self.between(last, first) == "word"

    def test_what_is_covered_by_less_than_half_is_left_out(self):
        assert self.between((40_000 + 7000, 5000), (70_000 + 3000, 5000)) == "or"

    def test_over_two_lines(self):
        assert self.between((90_000, 5000), (29_000, PITCH + 5000)) == "here\nand"

    def test_inside_less_than_half_of_a_character_is_nothing(self):
        assert selected(Hit(3, 4, 0.1), Hit(3, 4, 0.3)) == (3, 3)


def turned(page, turn):
    text, boxes = page
    return text, [turn(*box) for box in boxes]


class TestOtherDirections:
    def test_right_to_left_the_right_half_comes_first(self):
        page = turned(written("שלום"), lambda x0, y0, x1, y1: (100_000 - x1, y0, 100_000 - x0, y1))
        points = PagePoints(*page)
        assert points.hit(99_000, 6000).caret == 0
        assert points.hit(91_000, 6000).caret == 1
        assert points.hit(10_000, 6000).caret == 4

    def test_a_word_of_the_other_direction_inside_a_line(self):
        text = "ab דגן cd\n"
        seen = [0, 1, 2, 5, 4, 3, 6, 7, 8, 8]
        points = PagePoints(text, [(at * WIDE, 0, (at + 1) * WIDE, HIGH) for at in seen])
        assert points.hit(59_000, 6000).caret == 3
        assert points.hit(31_000, 6000).caret == 6
        assert points.hit(71_000, 6000).caret == 7

    def test_vertical_columns_are_lines_from_above_to_below(self):
        columns = turned(written("縦書きの", "日本語"), lambda x0, y0, x1, y1: (100_000 - y1, x0, 100_000 - y0, x1))
        points = PagePoints(*columns)
        assert points.hit(94_000, 11_000).caret == 1
        assert points.hit(94_000, 19_000).caret == 2
        assert columns[0][points.offset(80_000, 90_000)] == "語"
        assert columns[0][points.offset(300_000, 15_000)] == "書"

    @pytest.mark.parametrize("way", ["down", "up"])
    def test_text_of_a_turned_page(self, way):
        turn = {
            "down": lambda x0, y0, x1, y1: (100_000 - y1, x0, 100_000 - y0, x1),
            "up": lambda x0, y0, x1, y1: (y0, 500_000 - x1, y1, 500_000 - x0),
        }[way]
        text, boxes = turned(written("a turned line", "and more"), turn)
        points = PagePoints(text, boxes)
        first, last = (points.hit(*middle(boxes[at])) for at in (2, 7))
        assert text[slice(*selected(first, last))] == "turned"
        assert all(points.offset(*middle(boxes[at])) == at for at in range(13))
