"""The reference of the open source, corrected in place."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def panel(opened, window, qtbot):
    opened("order")
    window.right_tabs.setCurrentWidget(window.side.source)
    shown = window.side.source
    qtbot.waitUntil(lambda: shown.fields.rowCount() > 3)
    return shown


def values(panel):
    rows = range(panel.fields.rowCount())
    return {panel.fields.index(row, 0).data(): panel.fields.index(row, 1).data() for row in rows}


def edit(panel, name, value):
    row = list(values(panel)).index(name)
    panel.fields.setData(panel.fields.index(row, 1), value)


def test_fields_and_key_are_edited_in_place(panel, window, qtbot):
    edit(panel, "title", "Order & law")
    qtbot.waitUntil(lambda: values(panel)["title"] == "Order & law")
    edit(panel, "key", "Order2022")
    qtbot.waitUntil(lambda: any(line.citekey == "Order2022" for line in window.desk.sources))
    qtbot.waitUntil(lambda: values(panel)["key"] == "Order2022")

    assert any(line.title == "Order & law" for line in window.desk.sources)
    assert "Former keys" in panel.about.text()


def test_f2_edits_a_field_and_renames_no_concept(panel, window, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLineEdit

    tree = window.side.concepts.tree
    tree.setCurrentIndex(tree.model().index(0, 0))
    row = list(values(panel)).index("title")
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.fields.index(row, 1))

    qtbot.keyClick(panel.table, Qt.Key.Key_F2)

    editor = panel.table.viewport().findChild(QLineEdit)
    assert editor is not None and editor.text() == values(panel)["title"]
    assert tree.viewport().findChild(QLineEdit) is None


def test_a_further_field_is_added_by_one_line(panel, qtbot):
    from PySide6.QtCore import Qt

    panel.new_field.setFocus()
    qtbot.keyClicks(panel.new_field, "Edition = 2")
    qtbot.keyClick(panel.new_field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: values(panel).get("edition") == "2")


def test_a_value_that_cannot_be_kept_is_refused_with_a_reason(panel, window, qtbot):
    edit(panel, "title", "an {open brace")

    qtbot.waitUntil(lambda: "braces" in window.toast.text)
    assert values(panel)["title"] != "an {open brace"


def test_the_table_of_fields_is_a_proper_model(panel, qtmodeltester):
    qtmodeltester.check(panel.fields)


def test_without_a_source_the_panel_says_what_to_do(window):
    assert "Open a source" in window.side.source.about.text()
    assert not window.side.source.new_field.isEnabled()
