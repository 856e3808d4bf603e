"""The preferences: applied at once, kept, and read leniently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.library.preferences import read_preferences, write_preferences
from commonplace.library.profile import config_folder, current_person, make_current, writer_named
from core.errors import UnknownNameError
from desktop.preferences.settings import Settings, from_values, keep_settings, read_settings

pytestmark = pytest.mark.gui


def test_settings_are_kept_beside_whatever_else_is():
    write_preferences({"window": {"state": "x"}})
    wanted = Settings(theme="dark", scale=150, reader_font="Noto Serif", letters=False)

    keep_settings(wanted)

    assert read_settings() == wanted
    assert read_preferences()["window"] == {"state": "x"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"settings": 3}', "\ud83d"])
def test_what_cannot_be_read_is_as_if_nothing_had_been_kept(text):
    config_folder().mkdir(parents=True)
    (config_folder() / "preferences.json").write_bytes(text.encode("utf-8", "surrogatepass"))

    assert read_settings() == Settings()


@given(st.dictionaries(st.sampled_from(Settings.__slots__), st.none() | st.booleans() | st.integers() | st.text()))
def test_settings_that_make_no_sense_are_left_out(values):
    made = from_values(values)

    assert 80 <= made.scale <= 200
    assert made.theme in {"system", "light", "dark"}
    assert isinstance(made.letters, bool)
    assert isinstance(made.scale, int) and not isinstance(made.scale, bool)


def test_somebody_else_becomes_the_current_person_and_nobody_is_forgotten():
    first = writer_named("Aiko", keep=True)

    made = make_current("Ben")

    assert current_person() == "Ben"
    assert writer_named(None, keep=False) == made
    assert writer_named("Aiko", keep=False) == first
    with pytest.raises(UnknownNameError):
        make_current("  ")


def test_a_choice_in_the_dialog_holds_at_once_and_is_kept(window, qtbot):
    window.actions_by_name["preferences"].trigger()
    dialog = window.frame.dialog

    with qtbot.waitSignal(window.frame.settings_changed) as told:
        dialog.scale.setValue(150)

    assert told.args[0].scale == 150
    assert read_settings().scale == 150
    dialog.letters.setChecked(False)
    assert [key.toString() for key in window.actions_by_name["tag"].shortcuts()] == []
    dialog.reader_size.setValue(20)
    assert window.flow.type_size == 20


def test_a_new_name_stands_on_what_is_marked_from_then_on(opened, window, qtbot):
    opened("sea")
    window.actions_by_name["preferences"].trigger()
    dialog = window.frame.dialog
    dialog.person.setText("Ben")
    dialog.person.editingFinished.emit()

    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)

    assert window.desk.marks[0].line.author == "Ben"
    assert current_person() == "Ben"


def test_enter_in_a_field_never_restores_the_defaults(window, qtbot):
    from PySide6.QtCore import Qt

    window.frame.open_preferences()
    dialog = window.frame.dialog
    dialog.scale.setValue(120)
    told = []
    window.frame.settings_changed.connect(told.append)

    qtbot.keyClick(dialog.person, Qt.Key.Key_Return)

    assert not told
    assert window.frame.settings.scale == 120


def test_a_name_and_enter_close_the_dialog_and_hold(window, qtbot):
    from PySide6.QtCore import Qt

    window.frame.open_preferences()
    dialog = window.frame.dialog
    dialog.person.setText("Bertil")

    qtbot.keyClick(dialog.person, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.frame.dialog is None)
    qtbot.waitUntil(lambda: current_person() == "Bertil")


def test_preferences_may_be_closed_before_all_is_fetched(window, qtbot):
    window.frame.open_preferences()
    window.frame.dialog.close()

    qtbot.waitUntil(lambda: window.errands.exchange.state is not None)


def test_restoring_defaults_tells_once(window, qtbot):
    from desktop.preferences.dialog import PreferencesDialog

    dialog = PreferencesDialog(Settings(theme="dark", scale=120), "Aiko", window)
    told = []
    dialog.settings_changed.connect(told.append)

    dialog._restore()

    assert told == [Settings()]
    dialog.deleteLater()


def test_the_scheme_and_the_scale_reach_the_whole_program(qapp):
    from PySide6.QtGui import QPalette

    from desktop.preferences.applying import Appearance

    before, points = qapp.palette(), qapp.font().pointSizeF()
    looks = Appearance(qapp, Settings(theme="light"))
    light = qapp.palette().color(QPalette.ColorRole.Window)

    looks.apply(Settings(theme="dark", scale=200))

    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 60 < light.lightness()
    assert qapp.font().pointSizeF() == pytest.approx(points * 2)
    looks.apply(Settings(theme="light", scale=100))
    looks.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before)
