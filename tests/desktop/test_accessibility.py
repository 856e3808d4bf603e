"""The window without a mouse and without eyes: names, regions, Escape, and what is read out."""

import pytest

pytestmark = pytest.mark.gui


def focusable(window):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and not is_inner(widget)
    ]


def is_inner(widget):
    """Say whether a widget is a part of another that speaks for it."""
    return widget.objectName().startswith("qt_") or widget.focusProxy() is not None


def test_everything_that_takes_the_focus_says_what_it_is(opened, window):
    from PySide6.QtGui import QAccessible

    opened("order")
    nameless = []
    for widget in focusable(window):
        found = QAccessible.queryAccessibleInterface(widget)
        if found.role() == QAccessible.Role.NoRole or not found.text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")

    assert nameless == []


def test_tab_reaches_everything_and_comes_round(opened, window):
    opened("order")
    widget, seen = window.nextInFocusChain(), set()
    while widget not in seen:
        seen.add(widget)
        widget = widget.nextInFocusChain()

    assert [type(one).__name__ for one in focusable(window) if one not in seen] == []


def test_f6_goes_round_the_regions_and_shift_f6_back(opened, window):
    from PySide6.QtWidgets import QApplication

    from desktop.frame.regions import holds

    opened("order")
    regions = [window.left.widget(), window.centre, window.right.widget()]
    at = []
    for name in ("next-region", "next-region", "next-region", "previous-region"):
        window.actions_by_name[name].trigger()
        at.append([holds(region, QApplication.focusWidget()) for region in regions].index(True))

    assert at == [2, 0, 1, 0]


def test_a_hidden_panel_is_left_out_of_the_round(opened, window):
    from PySide6.QtWidgets import QApplication

    from desktop.frame.regions import holds

    opened("order")
    window.actions_by_name["right-panel"].trigger()
    assert not window.actions_by_name["right-panel"].isChecked()

    window.actions_by_name["next-region"].trigger()

    assert holds(window.left.widget(), QApplication.focusWidget())


def test_escape_leads_from_a_panel_back_to_the_page(opened, window, qtbot):
    from PySide6.QtCore import Qt

    reader = opened("order")
    window.sources.filter.setFocus()

    qtbot.keyClick(window.sources.filter, Qt.Key.Key_Escape)

    assert reader.hasFocus()


def test_escape_on_the_page_lets_the_selection_go(opened, window, qtbot):
    from PySide6.QtCore import Qt

    reader = opened("order")
    reader.select([(0, 6)])

    qtbot.keyClick(reader, Qt.Key.Key_Escape)

    assert not reader.ranges


def test_a_new_highlight_is_read_out_with_its_concept_and_place(opened, window, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(window.frame.announcer, "say", said.append)
    opened("order")
    window.desk.add_concept("FOIP")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 1)

    window.desk.highlight([(0, 6)], [window.desk.concepts[0].id])
    qtbot.waitUntil(lambda: bool(said))

    assert said == ["Highlighted, FOIP, p. 1"]


def test_an_announcement_reaches_qt(window, monkeypatch):
    from desktop.frame import announcer

    told = []
    monkeypatch.setattr(announcer.QAccessible, "updateAccessibility", lambda event: told.append(event.message()))

    window.frame.announcer.say("Deleted 1 highlight")

    assert told == ["Deleted 1 highlight"]


@pytest.mark.parametrize("percent", [150, 200])
def test_nothing_is_clipped_in_larger_type(opened, window, qapp, clipped, percent):
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * percent / 100)
    qapp.setFont(larger)
    try:
        window.resize(1900, 1200)
        opened("order")
        qapp.processEvents()
        assert clipped(window) == []
    finally:
        qapp.setFont(font)


def test_from_right_to_left_the_panels_change_sides(window, qapp):
    from PySide6.QtCore import Qt

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qapp.processEvents()
        assert window.toolbar.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box, field = window.toolbar.page_box, window.toolbar.zoom_field
        assert box.x() > field.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_undo_import_and_export_are_read_out(opened, window, qtbot, monkeypatch, tmp_path):
    said = []
    monkeypatch.setattr(
        "desktop.frame.announcer.QAccessible.updateAccessibility", lambda event: said.append(event.message())
    )
    opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    window.desk.undo()
    qtbot.waitUntil(lambda: "Undone: Highlight in sea.txt" in said)
    window.desk.redo()
    qtbot.waitUntil(lambda: "Redone: Highlight in sea.txt" in said)
    (tmp_path / "new.txt").write_text("New.\n")
    window.errands.imports.take([tmp_path / "new.txt"])
    qtbot.waitUntil(lambda: "1 of 1 files done" in said, timeout=20_000)

    window.actions_by_name["export"].trigger()
    window.errands.exports.dialog.out.setText(str(tmp_path / "notes.md"))
    window.errands.exports.dialog.export.click()

    qtbot.waitUntil(lambda: any(one.startswith("Quotes written: 1") for one in said), timeout=20_000)
