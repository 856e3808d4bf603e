"""The list of sources: filter, order, what is missing."""

import pytest

from commonplace.library.sources import SourceLine

pytestmark = pytest.mark.gui


def line(id, title, author, date, highlights, *, citekey="Key", characters=100, collections=()):
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
        collections=collections,
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


def standing(**said):
    from commonplace.library.standings import Standing

    return Standing(**said)


def groups(panel):
    model = panel.list.model()
    return {
        model.index(row, 0).data(): [
            model.index(inner, 0, model.index(row, 0)).data() for inner in range(model.rowCount(model.index(row, 0)))
        ]
        for row in range(model.rowCount())
    }


def test_what_is_missing_and_what_waits_are_badges_with_an_explanation(panel):
    from PySide6.QtCore import Qt

    panel.set_standings({"a": standing(waiting=2), "c": standing(stored=False)})
    model = panel.list.model()

    badges = [model.index(row, 1).data() for row in range(3)]
    assert badges[1:] == ["no key", "no file, no text"]
    assert "2" in badges[0]
    assert "import it again" in model.index(2, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_sources_are_grouped_by_year_the_newest_first(panel):
    panel.grouping.setCurrentIndex(panel.grouping.findData("year"))

    assert groups(panel) == {"2021 (1)": ["Zebra order"], "2013 (2)": ["alpha", "Middle"]}


def test_sources_are_grouped_by_their_concepts_and_stand_under_each(panel):
    from core.records import Concept

    panel.set_concepts([Concept(id, name, (name,), "", (), "", "", 0) for id, name in (("x", "order"), ("y", "law"))])
    panel.set_standings({"a": standing(concepts=frozenset("xy")), "b": standing(concepts=frozenset("x"))})
    panel.grouping.setCurrentIndex(panel.grouping.findData("concept"))

    assert groups(panel) == {
        "law (1)": ["Zebra order"],
        "order (2)": ["Zebra order", "alpha"],
        "Untagged (1)": ["Middle"],
    }


def test_sources_are_grouped_by_their_collections_and_stand_under_each(panel):
    panel.grouping.setCurrentIndex(panel.grouping.findData("collection"))
    panel.set_sources(
        [
            line("a", "Zebra order", "Satake, Aki", "2021", 1, collections=("Chapter 2", "序論")),
            line("b", "alpha", "", "2013", 7, collections=("序論",)),
            line("c", "Middle", "Satake, Aki", "2013", 3),
        ]
    )

    assert groups(panel) == {
        "Chapter 2 (1)": ["Zebra order"],
        "序論 (2)": ["Zebra order", "alpha"],
        "In no collection (1)": ["Middle"],
    }


def test_sources_of_one_reference_stand_together(panel):
    panel.set_standings({"a": standing(reference="r"), "c": standing(reference="s")})
    panel.grouping.setCurrentIndex(panel.grouping.findData("reference"))

    assert list(groups(panel)) == ["Satake 2013: Middle (1)", "Satake 2021: Zebra order (1)", "No reference (1)"]


def test_groups_keep_order_filter_and_what_is_chosen(panel):
    panel.set_current("c")
    panel.order.setCurrentIndex(panel.order.findData("title"))
    panel.grouping.setCurrentIndex(panel.grouping.findData("year"))
    assert panel.current == "c"
    assert panel.neighbour(-1) == "b"

    panel.filter.setText("middle")

    assert groups(panel) == {"2013 (2)": ["Middle"]}
    assert panel.neighbour(1) == ""


def test_a_filter_that_nothing_answers_can_be_taken_off(panel):
    panel.filter.setText("nothing of the kind")
    assert panel.hint.text

    panel.hint.button.click()

    assert len(shown(panel)) == 3
    assert not panel.hint.text


@pytest.mark.parametrize("grouping", ["", "year"])
def test_the_tree_is_a_proper_model(panel, qtmodeltester, grouping):
    panel.grouping.setCurrentIndex(panel.grouping.findData(grouping))

    qtmodeltester.check(panel.model)


def test_a_group_that_was_closed_stays_closed_while_highlights_come(panel):
    panel.grouping.setCurrentIndex(panel.grouping.findData("year"))
    first = panel.list.model().index(0, 0)
    assert panel.list.isExpanded(first)

    panel.list.collapse(first)
    panel.set_standings({"a": standing(waiting=1)})

    assert not panel.list.isExpanded(panel.list.model().index(0, 0))


def test_the_menu_of_a_source_puts_it_into_collections_and_takes_it_out(window, qtbot):
    from PySide6.QtWidgets import QApplication, QInputDialog

    view = window.sources.list

    def menu():
        window.sources._open_menu(view.visualRect(view.model().index(0, 0)).center())
        return QApplication.activePopupWidget()

    def shelved():
        return window.desk.sources[0].collections

    def name(text):
        shown = menu()
        next(one for one in shown.actions() if "New" in one.text()).trigger()
        shown.close()
        dialog = window.sources.findChild(QInputDialog)
        dialog.setTextValue(text)
        dialog.accept()
        qtbot.waitUntil(lambda: window.sources.findChild(QInputDialog) is None)

    name("Chapter & verse")
    qtbot.waitUntil(lambda: shelved() == ("Chapter & verse",))
    shown = menu()
    assert (shown.actions()[0].text(), shown.actions()[0].isChecked()) == ("Chapter && verse", True)
    shown.actions()[0].trigger()
    shown.close()
    qtbot.waitUntil(lambda: shelved() == ())
    window.desk.undo()
    qtbot.waitUntil(lambda: shelved() == ("Chapter & verse",))
    name("  ")
    assert shelved() == ("Chapter & verse",)


def test_the_menu_opens_on_a_source_and_not_beside_one(panel, qtbot):
    from PySide6.QtWidgets import QApplication

    panel.resize(300, 400)
    panel.show()
    panel._open_menu(panel.list.viewport().rect().bottomLeft())
    assert QApplication.activePopupWidget() is None
    panel._open_menu(panel.list.visualRect(panel.list.model().index(0, 0)).center())
    popup = QApplication.activePopupWidget()
    assert [action.text() for action in popup.actions()] == ["&New collection…", "&Delete this source", "C&olumns"]
    popup.close()


@pytest.fixture
def crowd(qtbot):
    """Return a shown panel with 3,000 sources."""
    from desktop.panels.sources_panel import SourcesPanel

    panel = SourcesPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.set_sources([line(str(number), f"Source {number}", "Aki", "2021", 0) for number in range(3000)])
    return panel


def test_what_comes_in_moves_nothing_that_stands_there(crowd, qtbot):
    from PySide6.QtTest import QAbstractItemModelTester

    QAbstractItemModelTester(crowd.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    crowd.set_current("1500")
    bar = crowd.list.verticalScrollBar()
    place = bar.value()
    assert place > 0

    with qtbot.assertNotEmitted(crowd.model.modelReset):
        crowd.set_sources([*crowd._lines, line("new", "New", "Aki", "2026", 0)])

    assert (crowd.current, bar.value()) == ("1500", place)
    assert shown(crowd)[-1] == "New"
    crowd.set_sources([one for one in crowd._lines if one.id != "7"])
    assert len(shown(crowd)) == 3000
    assert crowd.current == "1500"


def test_of_thousands_only_what_changed_is_looked_at_again(crowd, qtbot, monkeypatch):
    from desktop.models.source_tree import SourceTree

    asked = []
    data = SourceTree.data
    monkeypatch.setattr(SourceTree, "data", lambda tree, *what: asked.append(what) or data(tree, *what))
    lines = list(crowd._lines)
    lines[2] = line("2", "Source 2", "Aki", "2021", 5)

    with qtbot.waitSignal(crowd.model.dataChanged) as changed:
        crowd.set_sources(lines)
    crowd.list.viewport().repaint()

    assert [index.row() for index in changed.args[:2]] == [2, 2]
    assert crowd.model.index(2, 2).data() == "5"
    # No more than what is in sight, with its looks.
    assert len(asked) < 3000
    with qtbot.assertNotEmitted(crowd.model.dataChanged):
        crowd.set_standings({})
        crowd.set_conflicts({})


@pytest.mark.parametrize("grouping", ["", "year"])
def test_a_key_in_the_filter_of_thousands_lays_nothing_out_at_once(qtbot, monkeypatch, grouping):
    from desktop.models.source_tree import SourceTree
    from desktop.panels.sources_panel import SourcesPanel

    asked = []
    index = SourceTree.index
    monkeypatch.setattr(SourceTree, "index", lambda tree, *what: asked.append(what) or index(tree, *what))
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.grouping.setCurrentIndex(panel.grouping.findData(grouping))
    panel.set_sources([line(str(n), f"Source {n}", "Aki", str(1990 + n % 30), 0) for n in range(3000)])
    qtbot.waitUntil(panel.list.updatesEnabled)

    for typed in ("source 29", "nowhere", ""):
        asked.clear()
        panel.filter.setText(typed)

        # A few for the headings, and none for the sources under them.
        assert len(asked) < 200
        qtbot.waitUntil(panel.list.updatesEnabled)
        # Each is asked for when it is laid out, and what is in sight when it is drawn.
        assert len(asked) < 3 * 3000
    assert len(asked) >= 3000
