"""A day in the window: the sample, passages, second thoughts, and the export that the terminal makes.

Once by what the window's parts offer, and once in the program itself, by the mouse and the keys of a display.
"""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    ("A free and open order", "rests on the rule of law and"),
    ("on the freedom of the sea.", "The plan names four tasks."),
)


@pytest.fixture
def sample(tmp_path):
    """Return the sample library, with a PDF of two pages in which a sentence runs over the break."""
    import pymupdf

    from commonplace.library.demo import make_demo
    from commonplace.library.importing import import_paths
    from commonplace.library.session import open_session

    with pymupdf.open() as document:
        for lines in PAGES:
            page = document.new_page(width=420, height=595)
            for number, line in enumerate(lines):
                page.insert_text((50, 80 + number * 24), line, fontsize=14)
        document.save(tmp_path / "order.pdf")
    path = make_demo(tmp_path, "Aiko").library
    with open_session(path, "Aiko", writing=True) as library:
        list(import_paths(library, [tmp_path / "order.pdf"]))
    return path


@pytest.fixture
def window(qtbot, sample):
    from commonplace.library.session import open_session
    from desktop.application import made_window

    shown = made_window(partial(open_session, sample, "Aiko", writing=True), "sample")
    qtbot.addWidget(shown)
    shown.show()
    shown.desk.load()
    qtbot.waitUntil(lambda: len(shown.desk.sources) == 7 and bool(shown.desk.concepts), timeout=20_000)
    yield shown
    shown.close()


def test_a_day(window, sample, qtbot, tmp_path):
    from PySide6.QtCore import Qt

    def opened(name):
        line = next(line for line in window.desk.sources if name in line.file_names[0])
        window.desk.open_source(line.id)
        qtbot.waitUntil(lambda: window.desk.source is not None and window.desk.source.id == line.id)
        qtbot.waitUntil(lambda: not window.desk.source.has_pages or window.pages.is_drawn, timeout=20_000)

    def tag(first, last, letters):
        """Tag a passage by keys alone once it is selected: T, a few letters, Enter."""
        text, count = window.desk.source.layer.text, len(window.desk.marks)
        start = text.index(first)
        window.reader.select([(start, text.index(last, start) + len(last))])
        qtbot.keyClick(window.reader, Qt.Key.Key_T)
        qtbot.keyClicks(window.tag_box.line, letters)
        qtbot.keyClick(window.tag_box.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(window.desk.marks) == count + 1)

    opened("order")
    tag("free", "order", "FOIP")
    tag("rule of law", "freedom of the sea", "FOIP")
    tag("four", "tasks", "counterstr")
    assert [mark.line.locator for mark in window.desk.marks] == ["p. 1", "pp. 1–2", "p. 2"]
    assert window.desk.marks[1].line.quote == "rule of law and on the freedom of the sea"

    flowing = next(line for line in window.desk.sources if line.kind != "pdf")
    opened(flowing.file_names[0])
    before = len(window.desk.marks)
    words = [word for word in window.desk.source.layer.text.split() if word.isascii() and len(word) > 6]
    tag(words[0], words[0], "FOIP")
    tag(words[9], words[9], "counterstr")

    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(window.desk.marks) == before + 1)
    qtbot.waitUntil(window.actions_by_name["redo"].isEnabled)
    window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: len(window.desk.marks) == before + 2)

    window.actions_by_name["quotes"].trigger()
    view = window.errands.quotes.view
    qtbot.waitUntil(lambda: len(view.model.shown) == 29)
    chosen = sorted(one.id for one in window.desk.concepts if one.name in ("FOIP", "counterstrike"))
    for id in chosen:
        view.filters.choose("concept", id)
    below = frozenset().union(*view.filters.wanted.concepts.values())
    assert 5 <= len(view.model.shown) < 29
    assert all(below & set(quote.concepts) for quote in view.model.shown)

    view.export.click()
    dialog = window.errands.exports.dialog
    dialog.out.setText(str(tmp_path / "day.md"))
    qtbot.waitUntil(lambda: bool(dialog.pane.files) and dialog.pane.files[0].path == str(tmp_path / "day.md"))
    previewed = dialog.pane.files[0].text
    with qtbot.waitSignal(window.errands.exports.exported):
        dialog.export.click()

    out = exported(sample, tmp_path)
    assert out.read_bytes() == (tmp_path / "day.md").read_bytes() == previewed.encode()
    assert out.with_suffix(".bib").read_bytes() == (tmp_path / "day.bib").read_bytes()


def terminal(library, *words):
    """Return what a command of the terminal prints."""
    said = [sys.executable, ROOT / "main.py", "--library", library, "--person", "Aiko", *words]
    return subprocess.run(said, check=True, capture_output=True, text=True).stdout


def exported(library, folder):
    """Return the file that the terminal makes of the quotes of two concepts."""
    out = folder / "terminal" / "day.md"
    out.parent.mkdir()
    terminal(library, "export", "--concept", "FOIP", "--concept", "counterstrike", "--format", "md", "-o", out)
    return out


@pytest.fixture
def display():
    """Return the name of a display of its own that nobody looks at."""
    from core.errors import PlaceError
    from desktop.preflight import require_window

    def miss(reason):
        (pytest.fail if os.environ.get("COMMONPLACE_REQUIRE_GUI") else pytest.skip)(reason)

    if shutil.which("Xvfb") is None:
        miss("there is no Xvfb, the X server without a screen")
    read, write = os.pipe()
    options = ["-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            name = f":{told.readline().strip()}"
        try:
            require_window({"DISPLAY": name}, "linux")
        except PlaceError as error:
            miss(error.message)
        yield name
    finally:
        server.terminate()
        server.wait()


def test_a_day_by_mouse_and_keys_alone(display, tmp_path):
    picture = tmp_path / "failed.png"
    given = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "DAY_PICTURE": str(picture), "PYTHONPATH": str(ROOT)}
    lived = subprocess.run(
        [sys.executable, Path(__file__).with_name("day_in_the_window.py"), tmp_path / "day.md"],
        env=os.environ | given,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert lived.returncode == 0, f"{lived.stderr}\nThe display then: {picture}"

    (library,) = Path(os.environ["XDG_DATA_HOME"]).rglob("sample.commonplace")
    highlights = json.loads(terminal(library, "highlights", "--json"))
    assert len(highlights) == 24 + 20
    (broken,) = (one for one in highlights if one["exact"].startswith("carry a part of"))
    assert (broken["quote"], broken["locator"]) == ("carry a part of the burden were agreed", "pp. 2–3")
    assert any(one["note"] == "A note, typed where one reads." for one in highlights)
    out = exported(library, tmp_path)
    assert out.read_bytes() == (tmp_path / "day.md").read_bytes()
    assert out.with_suffix(".bib").read_bytes() == (tmp_path / "day.bib").read_bytes()
