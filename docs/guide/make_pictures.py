"""Makes the guide's pictures, or every screenshot, from the real window on the sample library.

    python docs/guide/make_pictures.py                 the guide's pictures, light, into docs/guide/pictures
    python docs/guide/make_pictures.py --all FOLDER    each view, {light, dark} × {1×, 2×}, into FOLDER

No screen is needed.  Nothing of the user's is read or written.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.window import MainWindow

IN_THE_GUIDE = frozenset({"reader", "marking", "tagging", "palette", "export", "preferences"})
ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "guide" / "pictures"
SIZE = (1200, 760)
PAPER = "Means and Ends"
TEXT = "Three Documents"
WAIT_S = 20


def main() -> int:
    """Make the pictures; return the exit status."""
    parser = argparse.ArgumentParser(description="Make the guide's pictures from the real window.")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every view, light and dark, at 1x and 2x")
    # Set by this program itself: the scale is chosen before Qt is there, so each has a process of its own.
    parser.add_argument("--one", nargs=3, metavar=("FOLDER", "SCHEME", "ENDING"), help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.one:
        _shoot(Path(told.one[0]), told.one[1], told.one[2])
    elif told.all:
        for scheme in ("light", "dark"):
            for ratio in (1, 2):
                _start(told.all.resolve(), scheme, f"{scheme}-{ratio}x", ratio)
    else:
        _start(PICTURES, "light", "", 1)
    return 0


def _start(folder: Path, scheme: str, ending: str, ratio: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        own = {f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
        given = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio), "LANG": "C.UTF-8"}
        paths = {"PYTHONPATH": str(ROOT), "TMPDIR": home}
        words = [sys.executable, str(Path(__file__).resolve()), "--one", str(folder), scheme, ending]
        subprocess.run(words, env=os.environ | own | given | paths, check=True)


def _shoot(folder: Path, scheme: str, ending: str) -> None:
    from PySide6.QtWidgets import QApplication

    from commonplace.library.demo import make_demo
    from commonplace.library.session import new_library, open_session
    from desktop import languages
    from desktop.application import made_window
    from desktop.preferences.applying import Appearance
    from desktop.preferences.settings import Settings

    application = QApplication(["commonplace"])
    # English stands in the source, its plurals in a translation.
    languages.install(application, "en")
    Appearance(application, Settings(theme=scheme))
    home = Path(os.environ["TMPDIR"])
    new_library(home / "thesis.commonplace", "Aiko").close()
    library = make_demo(home, "Aiko").library
    for path, views in ((home / "thesis.commonplace", EMPTY), (library, VIEWS)):
        window = made_window(partial(open_session, path, "Aiko", writing=True), f"{path.stem} – Commonplace")
        window.resize(*SIZE)
        window.show()
        window.desk.load()
        _settle(application)
        for name, view in views.items():
            if (shown := view(window, application)) is not None:
                _settle(application)
                if ending or name in IN_THE_GUIDE:
                    shown.grab().save(str(folder / ("-".join(filter(None, (name, ending))) + ".png")))
                _leave(window, application)
        window.close()


# The views: each brings something to sight and returns what is to be pictured, or nothing where it is not there.


def _empty(window: MainWindow, _application: QApplication) -> QWidget:
    return window


def _reader(window: MainWindow, application: QApplication) -> QWidget:
    _open(window, application, PAPER)
    window.highlights.set_current(window.desk.marks[1].highlight.id)
    window.reader.choose_mark(window.desk.marks[1].highlight.id)
    window.reader.go_to(window.desk.marks[1].highlight.anchor.ranges[0][0])
    return window


def _flow(window: MainWindow, application: QApplication) -> QWidget:
    _open(window, application, TEXT)
    window.reader.go_to(window.desk.marks[0].highlight.anchor.ranges[0][0])
    return window


def _marking(window: MainWindow, application: QApplication) -> QWidget:
    _select(window, application)
    return window


def _tagging(window: MainWindow, application: QApplication) -> QWidget:
    _select(window, application)
    window.actions_by_name["tag"].trigger()
    window.tag_box.line.setText("def")
    return window


def _note(window: MainWindow, application: QApplication) -> QWidget:
    _reader(window, application)
    window.actions_by_name["note"].trigger()
    return window


def _palette(window: MainWindow, _application: QApplication) -> QWidget:
    window.actions_by_name["palette"].trigger()
    window.frame.palette.line.setText("hi")
    return window


def _command(name: str, window: MainWindow, application: QApplication) -> QWidget | None:
    action = window.actions_by_name.get(name)
    if action is None:
        return None
    action.trigger()
    _settle(application)
    return application.activeModalWidget() or _dialog(window) or window


def _export(window: MainWindow, application: QApplication) -> QWidget | None:
    from PySide6.QtWidgets import QLineEdit

    shown = _command("export", window, application)
    for line in shown.findChildren(QLineEdit) if shown is not None else ():
        if line.text().endswith(".md"):
            line.setText("/home/aiko/thesis/notes.md")
            _settle(application)
    return shown


def _search(window: MainWindow, application: QApplication) -> QWidget:
    _reader(window, application)
    window.actions_by_name["search"].trigger()
    window.side.search.line.setText("counterstrike")
    _until(application, lambda: window.side.search.model.rowCount() > 0)
    return window


VIEWS: Mapping[str, Callable[[MainWindow, QApplication], QWidget | None]] = {
    "reader": _reader,
    "flow": _flow,
    "marking": _marking,
    "tagging": _tagging,
    "note": _note,
    "palette": _palette,
    "quotes": partial(_command, "quotes"),
    "search": _search,
    "export": _export,
    "preferences": partial(_command, "preferences"),
}
EMPTY: Mapping[str, Callable[[MainWindow, QApplication], QWidget | None]] = {"empty": _empty}


def _open(window: MainWindow, application: QApplication, title: str) -> None:
    line = next(line for line in window.desk.sources if title in line.title)
    window.desk.open_source(line.id)
    _until(application, lambda: window.desk.source is not None and window.desk.source.id == line.id)
    _settle(application)


def _select(window: MainWindow, application: QApplication) -> None:
    _open(window, application, TEXT)
    assert window.desk.source is not None
    words = "National Defense Program Guidelines"
    start = window.desk.source.layer.text.index(words)
    window.reader.go_to(start)
    window.reader.select([(start, start + len(words))])


def _dialog(window: MainWindow) -> QWidget | None:
    from PySide6.QtWidgets import QDialog

    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


def _leave(window: MainWindow, application: QApplication) -> None:
    while (dialog := _dialog(window)) is not None:
        dialog.close()
        _settle(application)
    window.tag_box.close_box()
    window.frame.escape()


def _settle(application: QApplication) -> None:
    """Let what was begun come to its end: answers from the library, pages from their worker."""
    from desktop.reader.page_view import PageView

    end = time.monotonic() + 0.6
    _until(application, lambda: time.monotonic() > end)
    for pages in application.allWidgets():
        if isinstance(pages, PageView) and pages.isVisible():
            _until(application, lambda pages=pages: pages.is_drawn)


def _until(application: QApplication, done: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT_S
    while not done() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
