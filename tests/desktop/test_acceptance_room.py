"""Points 23 and 25: larger type, a second screen pixel, longer words and writing from the right leave nothing cut."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

ROOT = Path(__file__).resolve().parents[2]
AT_TWICE = """
import sys
from functools import partial
from pathlib import Path
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from commonplace.library.session import open_session
from desktop.application import made_window
from desktop.preferences.applying import Appearance
from desktop.preferences.settings import Settings
application = QApplication(["commonplace"])
Appearance(application, Settings())
window = made_window(partial(open_session, Path(sys.argv[1]), "Aiko", writing=True), "work")
window.resize(1280, 800)
window.show()
application.processEvents()
picture = window.grab()
assert picture.devicePixelRatio() == 2 and picture.width() == 2 * window.width()
for kind in (QLabel, QAbstractButton):
    for one in window.findChildren(kind):
        if one.isVisible() and one.text() and not (isinstance(one, QLabel) and one.wordWrap()):
            assert one.sizeHint().width() <= one.width() + 1, one.text()
            assert one.sizeHint().height() <= one.height() + 1, one.text()
window.close()
"""


def test_at_twice_the_scale_nothing_is_cut_and_pictures_are_twice_as_large(library_file):
    given = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-c", AT_TWICE, str(library_file)], env=os.environ | given, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr


@pytest.fixture
def larger(qapp):
    """Show everything in type half as large again."""
    font = qapp.font()
    wanted = qapp.font()
    wanted.setPointSizeF(font.pointSizeF() * 1.5)
    qapp.setFont(wanted)
    yield
    qapp.setFont(font)


@pytest.mark.parametrize("name", ["preferences", "keys"])
def test_in_larger_type_no_dialog_is_cut(larger, window, qapp, clipped, name):
    window.actions_by_name[name].trigger()
    qapp.processEvents()

    assert clipped(window.frame.dialog) == []
    window.frame.dialog.close()


def test_in_larger_type_the_export_dialog_is_not_cut(larger, opened, window, qtbot, clipped):
    opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(window.actions_by_name["export"].isEnabled)
    window.actions_by_name["export"].trigger()
    dialog = window.errands.exports.dialog
    qtbot.waitUntil(lambda: bool(dialog.pane.files), timeout=10_000)

    assert clipped(dialog) == []
    dialog.close()


@pytest.fixture
def longer(qapp):
    """Say everything at 40 per cent more length, as translations may."""
    from PySide6.QtCore import QTranslator

    class Longer(QTranslator):
        def translate(self, context, source, disambiguation=None, n=-1):
            return source + "–" * max(2, len(source) * 2 // 5)

        def isEmpty(self):
            return False

    translator = Longer(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_words_that_are_longer_by_two_fifths_are_not_cut(longer, opened, window, qapp, qtbot, clipped):
    flow = opened("sea")
    assert window.sources.filter.placeholderText().endswith("–––––")
    flow.select([(0, 8)])
    qapp.processEvents()

    assert clipped(window) == []
    for name in ("preferences", "keys"):
        window.actions_by_name[name].trigger()
        qapp.processEvents()
        assert clipped(window.frame.dialog) == []
        window.frame.dialog.close()


def test_written_from_the_right_docks_and_bars_change_sides(opened, window, qapp, qtbot):
    from PySide6.QtCore import Qt

    flow = opened("sea")
    assert window.left.x() < window.right.x()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window.desk.add_concept("order")
        qtbot.waitUntil(lambda: bool(window.desk.slots and window.desk.slots[0]))
        flow.select([(0, 8)])
        qapp.processEvents()
        assert window.left.x() > window.right.x()
        buttons = [button for button in window.bar._slots if button.isVisible()]
        tag = next(button for button in window.bar.findChildren(type(buttons[0])) if button.text() == "T")
        assert buttons[0].x() > tag.x()
        steps = list(window.errands.beginning.strip.steps.values())
        assert steps[0].x() > steps[-1].x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_in_larger_type_the_panels_keep_room_for_their_words(larger, opened, window, qapp, qtbot):
    window.resize(1300, 900)
    opened("sea")
    window.actions_by_name["quotes"].trigger()
    qapp.processEvents()

    for dock in (window.left, window.right):
        assert dock.width() >= dock.fontMetrics().height() * 9
    assert window.width() <= 1300
