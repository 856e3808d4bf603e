"""A window on a small library: a PDF of three pages and a text."""

from functools import partial

import pytest

PAGES = (
    ("A free and open order", "rests on the rule of law.", "The plan names four tasks."),
    ("Counterstrike capability", "is a minimum measure.", "It was adopted in December."),
    ("Cooperation continues", "with partners everywhere."),
)
TEXT = "On order\n\nThe sea is common, and 𠮷野 lies on it. 反撃能力を保有する。\n\nNobody owns the sea.\n"


@pytest.fixture
def library_file(tmp_path):
    """Return the path of a library with order.pdf and sea.txt."""
    import pymupdf

    from commonplace.library.importing import import_paths
    from commonplace.library.session import new_library

    with pymupdf.open() as document:
        for lines in PAGES:
            page = document.new_page(width=420, height=595)
            for number, line in enumerate(lines):
                page.insert_text((50, 80 + number * 24), line, fontsize=14)
        (tmp_path / "order.pdf").write_bytes(document.tobytes())
    (tmp_path / "sea.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "work.commonplace"
    with new_library(path, "Aiko") as library:
        list(import_paths(library, [tmp_path / "order.pdf", tmp_path / "sea.txt"]))
    return path


@pytest.fixture
def window(qtbot, library_file):
    """Return the main window, shown, with its lists there."""
    from commonplace.library.session import open_session
    from desktop.application import made_window

    shown = made_window(partial(open_session, library_file, "Aiko", writing=True), "work")
    qtbot.addWidget(shown)
    shown.show()
    shown.desk.load()
    qtbot.waitUntil(lambda: len(shown.desk.sources) == 2)
    yield shown
    shown.close()


@pytest.fixture
def opened(window, qtbot):
    """Return what opens a source by a part of its file's name and waits until it is drawn."""

    def open_source(name):
        line = next(line for line in window.desk.sources if name in line.file_names[0])
        window.desk.open_source(line.id)
        qtbot.waitUntil(lambda: window.desk.source is not None and window.desk.source.id == line.id)
        if window.desk.source.has_pages:
            qtbot.waitUntil(lambda: window.pages.is_drawn, timeout=20_000)
        return window.reader

    return open_source


@pytest.fixture
def clipped():
    """Return what lists the labels and buttons in a widget that have less room than their words need."""
    from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton

    def too_small(one):
        if isinstance(one, QLabel) and one.wordWrap():
            return one.heightForWidth(one.width()) > one.height() + 1
        return one.sizeHint().width() > one.width() + 1 or one.sizeHint().height() > one.height() + 1

    def has_words(one):
        icon_only = isinstance(one, QToolButton) and one.toolButtonStyle().name == "ToolButtonIconOnly" and one.icon()
        return bool(one.text()) and not icon_only

    def listed(root):
        shown = [one for kind in (QLabel, QAbstractButton) for one in root.findChildren(kind) if one.isVisible()]
        return [
            (type(one).__name__, one.text(), one.size().toTuple()) for one in shown if has_words(one) and too_small(one)
        ]

    return listed
