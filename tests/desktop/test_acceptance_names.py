"""Point 19: everything that takes the focus has a name and a role, in every view and every dialog."""

import pytest

pytestmark = pytest.mark.gui


def nameless(root):
    """Return what takes the focus in a widget and says nothing of itself."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    found = []
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or inner or not widget.isVisibleTo(root):
            continue
        said = QAccessible.queryAccessibleInterface(widget)
        if said.role() == QAccessible.Role.NoRole or not said.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_panel_names_what_it_holds(opened, window, qtbot):
    opened("order")
    window.desk.highlight([(0, 6)])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    for tabs in (window.side._left, window.right_tabs):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            assert nameless(window) == [], tabs.tabText(number)
    window.actions_by_name["find"].trigger()
    window.actions_by_name["quotes"].trigger()
    window.errands.imports.dock.show()

    assert nameless(window) == []


def test_boxes_that_open_over_the_window_name_what_they_hold(opened, window):
    flow = opened("sea")
    flow.select([(0, 8)])
    window.actions_by_name["tag"].trigger()
    assert nameless(window.tag_box) == []
    assert nameless(window.bar) == []
    window.tag_box.close_box()

    window.actions_by_name["palette"].trigger()

    assert nameless(window.frame.palette) == []


@pytest.mark.parametrize("name", ["preferences", "keys", "about"])
def test_dialogs_of_the_frame_name_what_they_hold(window, name):
    window.actions_by_name[name].trigger()

    assert window.frame.dialog.windowTitle() or window.frame.dialog.text()
    assert nameless(window.frame.dialog) == []
    window.frame.dialog.close()


def test_the_guide_names_what_it_holds(window):
    window.actions_by_name["help"].trigger()

    assert nameless(window.frame.help) == []
    window.frame.help.close()


def test_the_export_dialog_names_what_it_holds(opened, window, qtbot):
    opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(window.actions_by_name["export"].isEnabled)
    window.actions_by_name["export"].trigger()
    dialog = window.errands.exports.dialog
    qtbot.waitUntil(lambda: bool(dialog.pane.files), timeout=10_000)

    assert nameless(dialog) == []
    dialog.close()


def test_lists_and_trees_have_the_roles_of_lists_and_trees(window):
    from PySide6.QtGui import QAccessible

    roles = {
        widget.accessibleName(): QAccessible.queryAccessibleInterface(widget).role()
        for widget in (
            window.sources.list,
            window.concepts.tree,
            window.highlights.list,
            window.errands.quotes.view.table,
        )
    }

    assert set(roles.values()) <= {QAccessible.Role.Tree, QAccessible.Role.List, QAccessible.Role.Table}
