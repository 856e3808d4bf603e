"""A source that is deleted while it is open, in the window or at the terminal; and failures in the window's words."""

import pytest

from core.errors import UserError

pytestmark = pytest.mark.gui


@pytest.fixture
def told(window):
    """What the window was told of as failed."""
    failures = []
    window.desk.failed.connect(failures.append)
    return failures


def marked(window, qtbot):
    window.desk.highlight([(2, 6)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)


def put_away(window, name):
    return (
        len(window.desk.sources) == 1
        and window.desk.source is None
        and window.desk.marks == []
        and window.centre.currentWidget() is window.empty
        and name not in window.windowTitle()
        and window.highlights.list.model().rowCount() == 0
    )


@pytest.mark.parametrize("name", ["order", "sea"])
def test_a_source_that_the_terminal_deletes_is_put_away(window, opened, library_file, told, qtbot, name):
    from commonplace.library.highlighting import delete
    from commonplace.library.session import open_session

    opened(name)
    marked(window, qtbot)
    window.right_tabs.setCurrentWidget(window.side.source)
    qtbot.waitUntil(lambda: window.side.source.fields.rowCount() > 0)
    with open_session(library_file, "Aiko", writing=True) as library:
        delete(library, window.desk.source.id)

    qtbot.waitUntil(lambda: put_away(window, name), timeout=10_000)
    assert window.side.source.fields.rowCount() == 0
    window.actions_by_name["highlight"].trigger()
    window.actions_by_name["next-link"].trigger()
    window.actions_by_name["next-highlight"].trigger()
    window.desk.undo()
    qtbot.waitUntil(lambda: len(window.desk.sources) == 2)
    opened(name)
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    assert told == []


def test_a_source_is_deleted_from_its_menu_and_comes_back(window, opened, told, qtbot):
    from PySide6.QtWidgets import QApplication

    opened("order")
    marked(window, qtbot)
    view = window.sources.list
    window.sources._open_menu(view.visualRect(window.sources.list.currentIndex()).center())
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "&Delete this source").trigger()
    menu.close()

    qtbot.waitUntil(lambda: put_away(window, "order"))
    assert "Deleted 1 source" in window.toast.text
    window.toast.acted.emit()
    qtbot.waitUntil(lambda: len(window.desk.sources) == 2)
    opened("order")
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    assert told == []


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("Unlock it first.", "It failed. Unlock it first."),
        ("List them with `sources`.", "It failed."),
        ("Say which with --occurrence 1 to 3.", "It failed."),
        ("", "It failed."),
    ],
)
def test_advice_for_the_terminal_is_not_given_in_the_window(hint, said):
    from desktop.telling import said_of

    assert said_of(UserError("It failed.", hint=hint)) == said


def test_of_the_deepest_concept_something_can_be_read(qtbot):
    from core.records import Concept
    from desktop.panels.concepts_panel import ConceptsPanel

    panel = ConceptsPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 600)
    panel.show()
    qtbot.waitExposed(panel)
    usual = panel.tree.indentation()
    ids = [f"{number:032x}" for number in range(12)]
    names = [f"Concept {number}" for number in range(12)]
    panel.set_concepts(
        [
            Concept(id, names[n], tuple(names[: n + 1]), ids[n - 1] if n else "", (), "", "", 0)
            for n, id in enumerate(ids)
        ]
    )

    deepest = panel.tree.visualRect(panel.tree.model().mapFromSource(panel.model.index_of(ids[-1])))
    assert deepest.width() > panel.fontMetrics().height() * 5
    panel.set_concepts([Concept(ids[0], "one", ("one",), "", (), "", "", 0)])
    assert panel.tree.indentation() == usual
