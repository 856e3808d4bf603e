"""Pages laid out in the view, and points there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import Page

pytestmark = pytest.mark.gui

pages = st.lists(
    st.builds(
        Page,
        st.just(""),
        st.just(0),
        st.just(0),
        st.integers(50_000, 2_000_000),
        st.integers(50_000, 2_000_000),
        st.sampled_from((0, 90, 180, 270)),
    ),
    min_size=1,
    max_size=12,
)
turns = st.sampled_from((0, 90, 180, 270))


@given(pages, st.floats(0.1, 8), turns, st.booleans())
def test_pages_lie_apart_and_inside(drawn, zoom, turned, facing):
    from desktop.reader.geometry import PageLayout

    layout = PageLayout(drawn, zoom, turned=turned, facing=facing)

    assert [page.index for page in layout.pages] == list(range(len(drawn)))
    for page in layout.pages:
        assert page.left >= 0
        assert page.bottom <= layout.height
        assert facing or page.right <= layout.width + 0.01
    for one, other in zip(layout.pages, layout.pages[1:], strict=False):
        assert other.top >= one.bottom or other.left >= one.right


@given(pages, st.floats(0.1, 8), turns, st.floats(0, 500), st.floats(0, 500))
def test_a_point_leads_to_the_view_and_back(drawn, zoom, turned, x, y):
    from desktop.reader.geometry import PageLayout

    page = PageLayout(drawn, zoom, turned=turned).pages[-1]

    assert page.to_page(*page.to_view(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(pages, turns)
def test_the_whole_page_is_where_it_is_drawn(drawn, turned):
    from desktop.reader.geometry import PageLayout

    layout = PageLayout(drawn, 1.0, turned=turned)

    for own, page in zip(drawn, layout.pages, strict=True):
        drawn_at = page.box_to_view((0, 0, own.width, own.height))
        assert drawn_at == pytest.approx((page.left, page.top, page.right, page.bottom))


@given(pages, st.floats(0, 5000), st.floats(1, 1000))
def test_what_is_visible_is_what_lies_there(drawn, top, height):
    from desktop.reader.geometry import PageLayout

    layout = PageLayout(drawn, 1.0)
    found = {page.index for page in layout.visible(top, top + height)}

    assert found == {page.index for page in layout.pages if page.top < top + height and page.bottom > top}


def test_the_first_of_facing_pages_stands_alone_at_the_right():
    from desktop.reader.geometry import PageLayout

    layout = PageLayout([Page("", 0, 0, 100_000, 200_000)] * 4, 1.0, facing=True)
    first, second, third, fourth = layout.pages

    assert first.left == third.left
    assert second.left == fourth.left < third.left
    assert second.top == third.top > first.top
