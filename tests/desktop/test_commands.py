"""The table of commands: keys that do not clash, access keys everywhere, and the palette over all of them."""

import pytest

pytestmark = pytest.mark.gui


def test_every_menu_and_every_command_has_an_access_key_of_its_own(window):
    from PySide6.QtGui import QKeySequence

    menus = [action.menu() for action in window.menuBar().actions()]
    for actions in ([menu.menuAction() for menu in menus], *(menu.actions() for menu in menus)):
        texts = [action.text() for action in actions if not action.isSeparator()]
        found = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert "" not in found, texts
        assert sorted(found) == sorted(set(found)), texts


def test_every_icon_of_the_toolbar_has_a_name_and_a_tip(window):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QToolButton

    for button in window.toolbar.findChildren(QToolButton):
        if button.defaultAction() is not None:
            assert not button.icon().isNull()
            assert button.toolTip()
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


@pytest.mark.parametrize("on", [True, False])
def test_single_letters_can_be_switched_off_and_on(window, on):
    from PySide6.QtGui import QKeySequence

    from desktop.commands import use_letters

    actions = window.actions_by_name
    use_letters(actions, on=False)
    use_letters(actions, on=on)

    assert (QKeySequence("H") in actions["highlight"].shortcuts()) is on
    assert (
        (QKeySequence("Shift+J") in actions["next-of-concept"].shortcuts()) is on
        if ("next-of-concept" in actions)
        else True
    )
    assert QKeySequence("Alt+Down") in actions["next-highlight"].shortcuts()
    assert QKeySequence("Delete") in actions["delete-highlight"].shortcuts()


def test_the_palette_lists_every_command_with_menu_and_keys(window):
    from desktop.frame.words import keys_of, titled

    window.actions_by_name["palette"].trigger()
    palette = window.frame.palette

    assert palette.isVisible()
    assert sorted(palette.titles) == sorted(titled(action) for action in window.actions_by_name.values())
    assert keys_of(window.actions_by_name["palette"]).startswith("Ctrl+Shift+P")


def test_the_palette_finds_a_command_by_a_few_letters_and_enter_runs_it(window, qtbot):
    from PySide6.QtCore import Qt

    shown = window.left.isVisible()
    window.actions_by_name["palette"].trigger()
    qtbot.keyClicks(window.frame.palette.line, "lft pnl")
    assert window.frame.palette.titles[0] == "View: Left panel"

    qtbot.keyClick(window.frame.palette.line, Qt.Key.Key_Return)

    assert not window.frame.palette.isVisible()
    assert window.left.isVisible() is not shown


def test_escape_leaves_the_palette_and_what_cannot_be_done_is_not_run(window, qtbot):
    from PySide6.QtCore import Qt

    window.actions_by_name["undo"].setEnabled(False)
    window.actions_by_name["palette"].trigger()
    palette = window.frame.palette
    qtbot.keyClicks(palette.line, "undo")

    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_up_and_down_go_round_the_palette(window, qtbot):
    from PySide6.QtCore import Qt

    window.actions_by_name["palette"].trigger()
    palette = window.frame.palette

    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentItem().text(0) == palette.titles[-1]
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentItem().text(0) == palette.titles[0]


def test_the_list_of_keys_has_all_of_them_and_can_be_filtered(window):
    from desktop.frame.key_list import KeyList

    keys = KeyList(window.actions_by_name.values(), window)
    rows = [menu.child(n) for menu, _ in keys._menus for n in range(menu.childCount())]
    assert sum(1 for action in window.actions_by_name.values() if action.shortcuts()) == len(rows)

    keys.filter.setText("full")

    assert [row.text(1) for row in rows if not row.isHidden()] == ["F11"]
    keys.deleteLater()


@pytest.mark.parametrize(
    ("text", "said"),
    [("&Undo", "Undo"), ("ファイル(&F)", "ファイル"), ("Go to &page…", "Go to page"), ("A && B", "A & B")],
)
def test_access_keys_are_not_read_out(text, said):
    from desktop.frame.words import plain

    assert plain(text) == said


def test_every_command_is_there(window):
    from desktop.commands import COMMANDS

    assert [command.name for command in COMMANDS if command.name not in window.actions_by_name] == []
