"""The concept tree at work: renaming, moving, merging, deleting, defining."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def tree(window, qtbot):
    """Return the panel with order > law and sea in it, and their ids by their names."""
    window.desk.add_concept("order")
    window.desk.add_concept("sea")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 2)
    window.desk.add_concept("law", ids(window)["order"])
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 3)
    return window.concepts


def ids(window):
    return {concept.name: concept.id for concept in window.desk.concepts}


def paths(window):
    return sorted(" > ".join(concept.path) for concept in window.desk.concepts)


def drop(panel, moved, onto, action):
    from PySide6.QtCore import QModelIndex

    model = panel.model
    data = model.mimeData([model.index_of(moved)])
    model.dropMimeData(data, action, -1, -1, model.index_of(onto) if onto else QModelIndex())


def test_a_name_is_written_anew_in_its_place(window, tree, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLineEdit

    tree.set_current(ids(window)["sea"])
    window.actions_by_name["rename-concept"].trigger()
    editor = tree.tree.findChild(QLineEdit)
    editor.setText("ocean")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: paths(window) == ["ocean", "order", "order > law"])
    assert tree.current == ids(window)["ocean"]


def test_a_new_concept_gets_its_name_in_its_place(window, tree, qtbot):
    from PySide6.QtWidgets import QLineEdit

    tree.set_current(ids(window)["order"])
    window.actions_by_name["new-concept"].trigger()

    qtbot.waitUntil(lambda: "order > New concept" in paths(window))
    qtbot.waitUntil(lambda: tree.tree.findChild(QLineEdit) is not None)


def test_a_concept_is_moved_by_dropping_it(window, tree, qtbot):
    from PySide6.QtCore import Qt

    drop(tree, ids(window)["sea"], ids(window)["law"], Qt.DropAction.MoveAction)
    qtbot.waitUntil(lambda: "order > law > sea" in paths(window))

    drop(tree, ids(window)["law"], "", Qt.DropAction.MoveAction)
    qtbot.waitUntil(lambda: paths(window) == ["law", "law > sea", "order"])


def test_dropping_with_control_merges_and_undo_parts_them(window, tree, qtbot):
    from PySide6.QtCore import Qt

    drop(tree, ids(window)["sea"], ids(window)["law"], Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: paths(window) == ["order", "order > law"])

    assert next(one.aliases for one in window.desk.concepts if one.name == "law") == ("sea",)
    qtbot.waitUntil(lambda: window.toast.text == "Merged two concepts")
    window.toast.acted.emit()
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 3)


def test_the_menu_deletes_with_a_toast_and_puts_on_a_key(window, tree, qtbot):
    tree.set_current(ids(window)["sea"])
    menu = tree.menu()
    actions = {action.text().replace("&", ""): action for action in menu.actions()}

    actions["Put on key"].menu().actions()[6].trigger()
    qtbot.waitUntil(lambda: window.desk.slots[6] is not None and window.desk.slots[6].name == "sea")
    actions["Delete"].trigger()
    qtbot.waitUntil(lambda: paths(window) == ["order", "order > law"])
    qtbot.waitUntil(lambda: window.toast.text == "Deleted 1 concept")


def test_what_it_means_and_its_colour_are_kept(window, tree, qtbot):
    tree.set_current(ids(window)["sea"])
    tree.definition.setFocus()
    qtbot.keyClicks(tree.definition, "Salt water.")
    tree.definition.report()
    actions = {action.text().replace("&", ""): action for action in tree.menu().actions()}
    actions["Colour"].menu().actions()[4].trigger()

    def said():
        sea = next(one for one in window.desk.concepts if one.name == "sea")
        return sea.definition, sea.colour

    qtbot.waitUntil(lambda: said() == ("Salt water.", "#0072B2"))


def test_filter_shows_what_a_concept_lies_under_and_closed_ones_stay_closed(window, tree, qtbot):
    shown = tree.tree.model()
    tree.filter.setText("law")
    assert shown.rowCount() == 1
    assert shown.rowCount(shown.index(0, 0)) == 1
    tree.filter.clear()
    assert shown.rowCount() == 2

    tree.tree.collapse(shown.index(0, 0))
    window.desk.add_concept("air")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 4)
    assert not tree.tree.isExpanded(shown.mapFromSource(tree.model.index_of(ids(window)["order"])))


def test_the_tree_is_a_proper_model(window, tree, qtmodeltester):
    qtmodeltester.check(tree.model)


def test_other_names_are_given_and_taken_away_in_their_field(window, tree, qtbot):
    def names():
        return next(one.aliases for one in window.desk.concepts if one.name == "sea")

    tree.set_current(ids(window)["sea"])
    tree.names.setText("ocean;  海 ; ")
    tree.names.editingFinished.emit()
    qtbot.waitUntil(lambda: names() == ("ocean", "海"))
    qtbot.waitUntil(lambda: tree.names.text() == "ocean; 海")

    tree.names.setText("海")
    tree.names.editingFinished.emit()

    qtbot.waitUntil(lambda: names() == ("海",))
    window.desk.undo()
    qtbot.waitUntil(lambda: tree.names.text() == "ocean; 海")


def test_an_empty_tree_says_what_to_do_and_makes_a_concept(window, qtbot):
    panel = window.concepts
    assert "press V" in panel.hint.text

    panel.hint.button.click()

    qtbot.waitUntil(lambda: paths(window) == ["New concept"])
    assert not panel.hint.text


def test_a_filter_that_nothing_answers_can_be_taken_off(window, tree):
    tree.filter.setText("nothing is called so")
    assert tree.hint.text

    tree.hint.button.click()

    assert not tree.filter.text()
    assert not tree.hint.text


def test_a_count_that_changes_leaves_the_tree_as_it_stands(qtbot):
    from dataclasses import replace

    from PySide6.QtTest import QAbstractItemModelTester
    from PySide6.QtWidgets import QLineEdit

    from core.records import Concept
    from desktop.panels.concepts_panel import ConceptsPanel

    panel = ConceptsPanel()
    qtbot.addWidget(panel)
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    known = [
        Concept(f"{n:032x}", f"Concept {n}", (), f"{n - 1:032x}" if n % 5 else "", (), "", "", 0) for n in range(50)
    ]
    twelfth, twentieth = known[12].id, known[20].id
    panel.set_concepts(known)
    panel.show()
    panel.set_current(twelfth)
    panel.rename_current()
    closed = panel.tree.model().mapFromSource(panel.model.index_of(twentieth))
    panel.tree.collapse(closed)
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None

    changed = [replace(one, highlights=7) if one.id == twelfth else one for one in known]
    with qtbot.waitSignal(panel.model.dataChanged) as told, qtbot.assertNotEmitted(panel.model.modelReset):
        panel.set_concepts(changed)

    assert told.args[0].siblingAtColumn(1).data() == "7"
    assert panel.tree.findChild(QLineEdit) is editor
    assert panel.current == twelfth
    with qtbot.waitSignal(panel.model.modelReset):
        panel.set_concepts([replace(one, parent="") if one.id == twelfth else one for one in changed])
    closed = panel.tree.model().mapFromSource(panel.model.index_of(twentieth))
    assert not panel.tree.isExpanded(closed)
    assert panel.tree.isExpanded(panel.tree.model().mapFromSource(panel.model.index_of(known[10].id)))
