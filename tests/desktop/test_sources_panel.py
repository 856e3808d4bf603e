"""The list of sources: filter, order, what is missing."""

import pytest

from commonplace.library.sources import SourceLine

pytestmark = pytest.mark.gui


def line(id, title, author, date, highlights, *, citekey="Key", characters=100):
    return SourceLine(
        id=id,
        citekey=citekey,
        title=title,
        authors=(author,) if author else (),
        date=date,
        kind="pdf",
        pages=1,
        characters=characters,
        highlights=highlights,
        page_labels=("1",),
        page_label_origins=(),
        cited_by="page",
        file_names=(f"{id}.pdf",),
        found=(),
    )


@pytest.fixture
def panel(qtbot):
    from desktop.panels.sources_panel import SourcesPanel

    made = SourcesPanel()
    qtbot.addWidget(made)
    made.set_sources(
        [
            line("a", "Zebra order", "Satake, Aki", "2021", 1),
            line("b", "alpha", "", "2013", 7, citekey=""),
            line("c", "Middle", "Satake, Aki", "2013", 3, characters=0),
        ]
    )
    return made


def shown(panel):
    model = panel.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("added", ["Zebra order", "alpha", "Middle"]),
        ("title", ["alpha", "Middle", "Zebra order"]),
        ("author", ["Middle", "Zebra order", "alpha"]),
        ("highlights", ["alpha", "Middle", "Zebra order"]),
    ],
)
def test_sources_stand_in_the_order_that_is_chosen(panel, order, titles):
    panel.order.setCurrentIndex(panel.order.findData("title"))
    panel.order.setCurrentIndex(panel.order.findData(order))

    assert shown(panel) == titles


def test_what_is_missing_stands_beside_the_title(panel):
    model = panel.list.model()

    assert [model.index(row, 1).data() for row in range(3)] == ["", "no key", "no text"]


def test_the_filter_wants_every_word(panel):
    panel.filter.setText("satake order")

    assert shown(panel) == ["Zebra order"]


def test_the_neighbour_is_that_of_the_order(panel):
    panel.order.setCurrentIndex(panel.order.findData("title"))
    panel.set_current("c")

    assert panel.neighbour(1) == "a"
    assert panel.neighbour(-1) == "b"
