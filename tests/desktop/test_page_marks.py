"""Where marks stand on pages, found bit by bit."""

import pytest

pytestmark = pytest.mark.gui

LINES = "one two\nthree four\n"


@pytest.fixture
def places():
    """Return the places of two pages of two lines; only the first one was measured."""
    from core.records import Layer, Page
    from desktop.reader.page_places import PagePlaces

    pages = (Page("1", 0, len(LINES)), Page("2", len(LINES), 2 * len(LINES)))
    found = PagePlaces(Layer("pdf", "", LINES * 2, pages))
    down, across, boxes = 0, 0, []
    for character in LINES:
        boxes.append((across, down, across + 10, down + 12))
        across += 10
        if character == "\n":
            across, down = 0, down + 20
    found.add(0, boxes)
    return found


def marks_of(*ranges):
    from desktop.reader.marks import Mark

    return [Mark(str(number), (one,), None, (), "") for number, one in enumerate(ranges)]


def page_marks(places, marks, before=None):
    from desktop.reader.page_marks import PageMarks

    return PageMarks(marks, places._layer.pages, before)


def test_a_mark_over_two_lines_has_a_box_on_each(places):
    marks = page_marks(places, marks_of((4, 13)))

    assert marks.find(0, places)

    assert [one.boxes for one in marks.on_page(0)] == [[(40, 0, 70, 12), (0, 20, 50, 32)]]


def test_finding_stops_when_its_time_is_over_and_goes_on_later(places):
    marks = page_marks(places, marks_of(*((n, n + 2) for n in range(10))))

    assert not marks.find(0, places, 1e-9)
    assert not marks.is_found(0)

    while not marks.find(0, places, 1e-9):
        pass
    assert marks.is_found(0)
    assert len(marks.on_page(0)) == 10


def test_on_a_page_that_was_not_measured_nothing_is_found_yet(places):
    marks = page_marks(places, marks_of((len(LINES), len(LINES) + 3)))

    assert marks.find(1, places)

    assert not marks.is_found(1)
    assert marks.on_page(1) == []


def test_a_new_mark_leaves_what_is_known_of_the_others(places):
    old = page_marks(places, marks_of((0, 3)))
    old.find(0, places)

    new = page_marks(places, marks_of((0, 3), (8, 13)), old)

    assert [one.mark.ranges for one in new.on_page(0)] == [((0, 3),)]
    assert not new.is_found(0)
