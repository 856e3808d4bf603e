"""Columns: arranged by hand, kept over a restart, and never so that nothing is left to be read."""

from functools import partial

import pytest

from commonplace.library.preferences import read_preferences, write_preferences

pytestmark = pytest.mark.gui


@pytest.fixture
def table(qtbot):
    """Return what makes a shown table of four columns, the first of which takes the room that is left."""
    from PySide6.QtWidgets import QTreeView

    from desktop.columns import Columns
    from desktop.models.rows import Column, RowsModel

    def made():
        view = QTreeView()
        qtbot.addWidget(view)
        titles = ("What", "When", "Who", "Why")
        model = RowsModel([Column(title, str) for title in titles], str, view)
        model.set_rows(["x"])
        view.setModel(model)
        view.resize(700, 200)
        view.columns = Columns(view, "test", (0, 5, 5, 5), hidden=(3,))
        view.show()
        qtbot.waitExposed(view)
        return view

    return made


def widths(view):
    return [view.header().sectionSize(place) for place in range(view.header().count())]


def restarted(view, table):
    from desktop.columns import arrangements

    write_preferences(arrangements(view))
    return table()


def test_one_column_takes_the_room_that_the_others_leave(table):
    view = table()
    em = view.fontMetrics().height()

    assert widths(view) == [view.viewport().width() - 10 * em, 5 * em, 5 * em, 0]
    view.resize(300, 200)
    assert widths(view) == [view.viewport().width() - 10 * em, 5 * em, 5 * em, 0]
    assert restarted(view, table).columns.arrangement == {}


def test_a_column_grows_at_the_cost_of_the_next_and_stays_so(table):
    view = table()
    before = widths(view)
    view.header().resizeSection(1, before[1] + 20)

    assert widths(view) == [before[0], before[1] + 20, before[2] - 20, 0]
    view.header().resizeSection(0, before[0] + 9)
    assert widths(view) == [before[0] + 9, before[1] + 11, before[2] - 20, 0]
    assert widths(restarted(view, table)) == widths(view)


def test_order_and_what_is_hidden_are_kept(table):
    view = table()
    view.header().moveSection(2, 1)
    view.columns.menu.aboutToShow.emit()
    when, who, why = view.columns.menu.actions()[:3]
    assert [one.text() for one in (when, who, why)] == ["When", "Who", "Why"]
    assert [one.isChecked() for one in (when, who, why)] == [True, True, False]
    when.trigger()
    why.trigger()

    again = restarted(view, table)

    assert [again.header().logicalIndex(place) for place in range(4)] == [0, 2, 1, 3]
    assert [again.header().isSectionHidden(place) for place in range(4)] == [False, True, False, False]
    assert again.header().length() == again.viewport().width()
    again.columns.menu.aboutToShow.emit()
    again.columns.menu.actions()[-1].trigger()
    assert again.columns.arrangement == {}
    assert [again.header().logicalIndex(place) for place in range(4)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "kept",
    [
        3,
        {"widths": 3, "order": 4, "hidden": 5, "sorted": 6},
        {
            "widths": {"1": -3, "9": 4, "x": 5, "2": "wide"},
            "order": [0, 1],
            "hidden": ["x", 9, None],
            "sorted": [77, 1],
        },
        {"widths": {"2": 1e300}, "order": [3, 3, 3, 3], "hidden": [0]},
        {"order": [0, 1, 2, None]},
    ],
)
def test_an_arrangement_that_makes_no_sense_hides_nothing(table, kept):
    write_preferences({"columns": {"test": kept}})

    view = table()

    assert not view.header().isSectionHidden(0)
    assert [view.header().logicalIndex(place) for place in range(4)] == [0, 1, 2, 3]
    assert max(widths(view)) < 700


def test_what_was_made_of_the_windows_tables_is_there_at_the_next_start(window, library_file, qtbot):
    from commonplace.library.session import open_session
    from desktop.application import made_window

    quotes, history = window.errands.quotes.view, window.side.history
    quotes.table.horizontalHeader().resizeSection(3, 222)
    quotes.table.horizontalHeader().moveSection(5, 2)
    quotes.table.horizontalHeader().hideSection(6)
    quotes.table.sortByColumn(2, quotes.table.horizontalHeader().sortIndicatorOrder().DescendingOrder)
    quotes.grouping.setCurrentIndex(2)
    history.list.header().resizeSection(1, 99)
    window.sources.columns.menu.aboutToShow.emit()
    next(one for one in window.sources.columns.menu.actions() if one.text() == "Kind").trigger()
    window.sources.order.setCurrentIndex(1)
    window.close()

    again = made_window(partial(open_session, library_file, "Aiko", writing=True), "work")
    qtbot.addWidget(again)
    again.show()

    quotes = again.errands.quotes.view
    head = quotes.table.horizontalHeader()
    assert (head.sectionSize(3), head.visualIndex(5), head.isSectionHidden(6)) == (222, 2, True)
    assert (head.sortIndicatorSection(), quotes.model._sorting, quotes.model._falling) == (2, "page", True)
    assert quotes.model._grouping == "source"
    assert again.side.history.list.header().sectionSize(1) == 99
    assert not again.sources.list.header().isSectionHidden(4)
    assert again.sources.order.currentData() == "title"
    assert set(read_preferences()["columns"]) >= {"quotes", "history", "sources"}
    again.close()
