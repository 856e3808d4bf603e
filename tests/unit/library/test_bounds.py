"""Highlights given other bounds, areas by their rectangle, and where reading was left off."""

import pytest

from commonplace.library import places
from commonplace.library.bounds import change_ranges, highlight_area
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.highlights import Filter, find_highlights
from commonplace.library.importing import import_paths
from commonplace.library.upkeep import undo
from core.errors import NotDoneError


@pytest.fixture
def source(library, tmp_path):
    path = tmp_path / "sea.txt"
    path.write_text("The sea is common.\n\nNobody owns it.\n", "utf-8")
    (found,) = import_paths(library, [path])
    return found.source


def test_other_bounds_are_another_text_and_can_be_undone(library, source):
    made = highlight(library, source, HighlightRequest(quotes=("sea is",), concepts=("order",), create=True))

    line = change_ranges(library, made.id, [(4, 17)])

    (found,) = find_highlights(library, Filter())
    assert found.id == made.id
    assert found.exact == line.exact == "sea is common"
    assert found.anchor.ranges == ((4, 17),)
    assert found.concepts
    undo(library)
    assert find_highlights(library, Filter())[0].exact == "sea is"


@pytest.mark.parametrize("ranges", [(), ((3, 4),), ((5, 2),), ((0, 5), (3, 9)), ((0, 999),)])
def test_bounds_that_are_no_passage_are_refused(library, source, ranges):
    made = highlight(library, source, HighlightRequest(quotes=("sea is",)))

    with pytest.raises(NotDoneError):
        change_ranges(library, made.id, ranges)

    assert find_highlights(library, Filter())[0].anchor.ranges == ((4, 10),)


def test_an_area_is_cut_to_its_page(library, tmp_path):
    import pymupdf

    path = tmp_path / "figure.pdf"
    with pymupdf.open() as document:
        document.new_page(width=200, height=100)
        path.write_bytes(document.tobytes())
    (found,) = import_paths(library, [path])

    highlight_area(library, found.source, 0, (150_000, -5, 250_000, 50_000))

    assert find_highlights(library, Filter())[0].anchor.area == (0, 150_000, 0, 200_000, 50_000)
    with pytest.raises(NotDoneError):
        highlight_area(library, found.source, 0, (300_000, 0, 400_000, 10))
    with pytest.raises(NotDoneError):
        highlight_area(library, found.source, 1, (0, 0, 10, 10))


def test_where_reading_was_left_off_is_kept_and_damage_is_forgotten(home):
    assert places.place_in("a" * 32) == 0

    places.remember_place("a" * 32, 700)
    places.remember_place("b" * 32, 5)
    assert (places.place_in("a" * 32), places.place_in("b" * 32)) == (700, 5)

    (kept,) = home.rglob("places.json")
    kept.write_text("[", "utf-8")
    assert places.place_in("a" * 32) == 0
