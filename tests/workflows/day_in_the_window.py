"""A whole day in the window, by mouse and keys alone; test_window_day.py runs it at a display of its own.

    PYTHONPATH=. python tests/workflows/day_in_the_window.py FILE

It starts the program as main.py does, looks at what is shown, and does what hands can do, through the X server.  FILE
is what the export is written to.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from hands import Hands
from PySide6.QtCore import QModelIndex, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

import main
from desktop.window import MainWindow

Waiting = Iterator[Callable[[], object]]
PATIENCE_S = 20
LOOK_MS = 5


class Day:
    """What happens, step by step: each ``yield`` waits for something to be seen."""

    def __init__(self, out: str) -> None:
        self.hands = Hands(os.environ["DISPLAY"])
        self.out = out
        self.window: MainWindow

    def story(self) -> Waiting:
        yield from self.open_the_sample()
        yield from self.read("Means and Ends")
        yield from self.tag_on_pages()
        yield from self.mark_over_a_page_break()
        yield from self.read("A Council That Meets")
        yield from self.tag_in_a_text()
        yield from self.undo_and_redo()
        yield from self.filter_and_export()
        # Without a window manager nobody gives the focus back that a dialog had.
        self.click(self.window.errands.quotes.view.count)
        yield self.window.isActiveWindow
        self.hands.press("Ctrl+Q")

    def open_the_sample(self) -> Waiting:
        yield lambda: windows() and windows()[0].empty.sample.isVisible() and is_still(windows()[0])
        first = windows()[0]
        self.click(first.empty.sample)
        yield lambda: len(windows()) == 2
        self.window = next(window for window in windows() if window is not first)
        yield lambda: len(self.window.desk.sources) == 6 and self.window.desk.slots[6] is not None
        # Two windows lie over each other here, and nobody manages them.
        first.close()
        yield lambda: is_still(self.window)

    def read(self, title: str) -> Waiting:
        view, desk = self.window.sources.list, self.window.desk
        model = view.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        self.click_row(view, next(index for index in rows if title in index.data()))
        yield lambda: desk.source is not None and title in desk.source.title and self.window.reader.hasFocus()
        yield lambda: not desk.source.has_pages or self.window.pages.is_drawn

    def tag_on_pages(self) -> Waiting:
        """Ten passages of a document with pages: where one reads, a text cursor goes from word to word."""
        bar = self.window.pages.verticalScrollBar()
        self.hands.press("Space")
        yield lambda: bar.value() > 0 and self.window.pages.is_drawn
        self.hands.wheel(2)
        yield lambda: self.window.pages.is_drawn
        self.hands.press("F7")
        yield lambda: self.window.pages._gestures.cursor_line() is not None
        for number in range(1, 8):
            yield from self.mark(3, str(number))
        yield from self.mark(2, "H")
        yield from self.mark(4, "R")
        yield from self.tag(3, "cntr")

    def tag_in_a_text(self) -> Waiting:
        """Nine passages of a text without pages."""
        before = len(self.window.desk.concepts)
        self.hands.press("Ctrl+Home")
        yield from self.tag(3, "foip")
        yield from self.mark(2, "V")
        yield lambda: len(self.window.desk.concepts) == before + 1
        yield from self.mark(5, "N")
        yield lambda: self.window.note.editor.hasFocus()
        self.hands.type("A note, typed where one reads.")
        self.hands.press("Escape")
        yield lambda: any(mark.highlight.notes for mark in self.window.desk.marks[:3])
        yield lambda: self.window.reader.hasFocus()
        for key in ("R", "2", "4", "6"):
            yield from self.mark(3, key)
        yield from self.tag(3, "foip")
        yield from self.tag(2, "a day's own concept")

    def mark_over_a_page_break(self) -> Waiting:
        """Find the end of a page, and select from there over the break."""
        pages, desk, count = self.window.pages, self.window.desk, len(self.window.desk.marks)
        self.hands.press("Ctrl+F")
        yield lambda: self.window.find_bar.line.hasFocus()
        self.hands.type("carry a part of")
        yield lambda: self.window.find_bar.count.text() == "1 of 1"
        self.hands.press("Escape")
        yield lambda: pages.hasFocus() and pages.selected_text() == "carry a part of"
        while "agreed" not in pages.selected_text():
            yield from self.extend()
        self.hands.press("1")
        yield lambda: len(desk.marks) == count + 1
        made = next(mark.line for mark in desk.marks if mark.line.exact.startswith("carry"))
        assert (made.quote, made.locator) == ("carry a part of the burden were agreed", "pp. 2–3")

    # What hands do again and again

    def mark(self, words: int, key: str) -> Waiting:
        """Select the next words and mark them with a key."""
        yield from self.select(words)
        count = len(self.window.desk.marks)
        self.hands.press(key)
        yield lambda: len(self.window.desk.marks) == count + 1 and not self.window.reader.ranges

    def tag(self, words: int, letters: str) -> Waiting:
        """Select the next words and tag them by a few letters."""
        yield from self.select(words)
        count = len(self.window.desk.marks)
        self.hands.press("T")
        yield lambda: self.window.tag_box.line.hasFocus()
        self.hands.type(letters)
        self.hands.press("Return")
        yield lambda: len(self.window.desk.marks) == count + 1 and self.window.reader.hasFocus()

    def select(self, words: int) -> Waiting:
        self.hands.press("Ctrl+Right")
        for _ in range(words):
            yield from self.extend()

    def extend(self) -> Waiting:
        reader = self.window.reader
        before = reader.selected_text()
        self.hands.press("Ctrl+Shift+Right")
        yield lambda: reader.selected_text() != before

    def undo_and_redo(self) -> Waiting:
        marks = self.window.desk.marks
        ids = {mark.highlight.id for mark in marks}
        for _ in range(2):
            count = len(self.window.desk.marks)
            self.hands.press("Ctrl+Z")
            yield lambda count=count: len(self.window.desk.marks) == count - 1
        for _ in range(2):
            count = len(self.window.desk.marks)
            self.hands.press("Ctrl+Shift+Z")
            yield lambda count=count: len(self.window.desk.marks) == count + 1
        assert {mark.highlight.id for mark in self.window.desk.marks} == ids

    def filter_and_export(self) -> Waiting:
        self.hands.press("Ctrl+2")
        view = self.window.errands.quotes.view
        yield lambda: view.isVisible() and view.model.count >= 44
        everything = view.model.count
        for name in ("FOIP", "counterstrike"):
            yield from self.choose(view.filters._boxes["concept"], name)
        yield lambda: len(view.filters.wanted.concepts) == 2 and 0 < view.model.count < everything
        self.click(view.export)
        exports = self.window.errands.exports
        yield lambda: exports.dialog is not None and exports.dialog.isVisible() and is_still(exports.dialog)
        dialog = exports.dialog
        self.click(dialog.out)
        yield lambda: dialog.out.hasFocus()
        self.hands.press("Ctrl+A")
        self.hands.type(self.out)
        yield lambda: bool(dialog.pane.files) and dialog.pane.files[0].path == self.out
        previewed = dialog.pane.files[0].text
        self.click(dialog.export)
        yield lambda: not dialog.isVisible()
        assert Path(self.out).read_text("utf-8") == previewed

    def choose(self, box: QComboBox, name: str) -> Waiting:
        self.click(box)
        yield lambda: box.view().isVisible() and is_still(box.view().window())
        place = next(place for place in range(box.count()) if box.itemText(place).strip() == name)
        index = box.model().index(place, 0)
        box.view().scrollTo(index)
        self.click_row(box.view(), index)
        yield lambda: not box.view().isVisible()

    def click(self, widget: QWidget) -> None:
        self.click_at(widget, widget.rect())

    def click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        self.click_at(view.viewport(), view.visualRect(index))

    def click_at(self, widget: QWidget, place: QRect) -> None:
        at: QPoint = widget.mapToGlobal(place.center())
        self.hands.click(at.x(), at.y())


def windows() -> list[MainWindow]:
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return [window for window in shown if window.isVisible()]


def is_still(widget: QWidget) -> bool:
    """Whether a window is drawn at its place on the screen."""
    handle = widget.windowHandle()
    return handle is not None and handle.isExposed()


class Teller:
    """Goes on with a story as soon as what it waits for is to be seen."""

    def __init__(self, story: Waiting) -> None:
        self._story = story
        self._done: Callable[[], object] = lambda: True
        self._until = time.monotonic() + PATIENCE_S
        self.failed = False
        self.timer = QTimer(interval=LOOK_MS)
        self.timer.timeout.connect(self._look)

    def _look(self) -> None:
        try:
            if self._done():
                self._done = next(self._story)
                self._until = time.monotonic() + PATIENCE_S
            elif time.monotonic() > self._until:
                self._story.throw(TimeoutError("what was waited for is not to be seen"))
        except StopIteration:
            self.timer.stop()
        except Exception:  # noqa: BLE001  # whatever it was, no window stays open
            self.failed = True
            self.timer.stop()
            traceback.print_exc()
            QApplication.primaryScreen().grabWindow(0).save(os.environ.get("DAY_PICTURE", "day.png"))
            QApplication.closeAllWindows()


def live(out: str) -> int:
    application = QApplication(["commonplace"])
    assert application.platformName() == "xcb"
    teller = Teller(Day(out).story())
    teller.timer.start()
    sys.argv = ["main.py", "--person", "Aiko"]
    return main.main() or teller.failed


if __name__ == "__main__":
    sys.exit(live(sys.argv[1]))
