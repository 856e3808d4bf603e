"""What waits after a replacement, what may be one, and packages that go out: from the window, undoable."""

import threading

import pytest

from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.session import new_library
from commonplace.library.sharing import share

pytestmark = pytest.mark.gui

OLD = """\
A sea kept open

The harbour towns spoke of a free and open sea long before.

In the new paper counterstrike is named twice: as a means, and as a last resort.

The council never met again after that winter.
"""
NEW = """\
A sea kept open

In the new paper counterstrike is named twice: as a means, and as a final resort.

The harbour towns spoke of a free and open sea long before.
"""
QUOTES = ("free and open sea", "as a last resort", "The council never met again")


@pytest.fixture
def merging(window):
    return window.errands.merging


@pytest.fixture
def towns(window, qtbot, tmp_path):
    """Return the line of a text with three highlights, whose newer version lies beside it."""
    (tmp_path / "towns.txt").write_text(OLD, "utf-8")
    (tmp_path / "newer.txt").write_text(NEW, "utf-8")
    window.errands.imports.take([tmp_path / "towns.txt"])
    qtbot.waitUntil(lambda: len(window.desk.sources) == 3, timeout=20_000)
    source = next(line.id for line in window.desk.sources if "towns" in line.file_names[0])
    for quote in QUOTES:
        window.desk.jobs.change(lambda library, quote=quote: highlight(library, source, HighlightRequest((quote,))))

    def line():
        return next(line for line in window.desk.sources if line.id == source)

    qtbot.waitUntil(lambda: line().highlights == 3, timeout=20_000)
    return line()


@pytest.fixture
def waiting(window, merging, towns, qtbot, tmp_path):
    """Return the page of what waits, after the text was replaced."""
    merging.replacing.look_at(towns, tmp_path / "newer.txt")
    qtbot.waitUntil(merging.replacing.dialog.replace.isEnabled, timeout=20_000)
    merging.replacing.dialog.replace.click()
    qtbot.waitUntil(lambda: merging.view is not None and merging.view.review.model.rowCount() == 2, timeout=20_000)
    return merging.view.review


def test_a_new_version_is_told_of_before_anything_is_changed(window, merging, towns, qtbot, tmp_path):
    merging.replacing.look_at(towns, tmp_path / "newer.txt")
    dialog = merging.replacing.dialog
    qtbot.waitUntil(dialog.replace.isEnabled, timeout=20_000)

    said = dialog.text.text()
    assert [said.splitlines()[at][0] for at in range(4)] == ["0", "1", "1", "1"]
    assert len(window.desk.sources) == 3
    dialog.dismiss.click()
    assert not dialog.isVisible()


class Endless:
    """Stands for the processes that read: never done, until they are called off."""

    def __init__(self, _workers):
        self._ended = threading.Event()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        pass

    def cancel(self):
        self._ended.set()

    def read(self, _requests):
        READS.set()
        self._ended.wait(60)
        yield from ()


READS = threading.Event()


@pytest.mark.parametrize("replacing", [False, True], ids=["while it is looked at", "while it is stored"])
def test_a_new_version_that_is_read_for_long_can_be_called_off(
    window, merging, towns, qtbot, tmp_path, monkeypatch, replacing
):
    before = [line.id for line in window.desk.sources]
    failed = []
    window.desk.failed.connect(failed.append)
    if replacing:
        merging.replacing.look_at(towns, tmp_path / "newer.txt")
        qtbot.waitUntil(merging.replacing.dialog.replace.isEnabled, timeout=20_000)
    READS.clear()
    with monkeypatch.context() as patch:
        patch.setattr("commonplace.library.replacing.DocumentWorkers", Endless)
        if replacing:
            merging.replacing.dialog.replace.click()
        else:
            merging.replacing.look_at(towns, tmp_path / "newer.txt")
        qtbot.waitUntil(READS.is_set, timeout=20_000)
        merging.replacing.dialog.dismiss.click()
        done = []
        window.desk.jobs.change_at_length(lambda _library: True, done.append)
        qtbot.waitUntil(lambda: done == [True], timeout=20_000)

    assert not merging.replacing.dialog.isVisible()
    assert failed == []
    merging.replacing.look_at(towns, tmp_path / "newer.txt")
    qtbot.waitUntil(merging.replacing.dialog.replace.isEnabled, timeout=20_000)
    assert [line.id for line in window.desk.sources] == before


def test_what_waits_shows_old_and_new_with_the_words_that_differ(waiting):
    assert waiting.current.placement == "uncertain"
    assert waiting.old.marked() == ("last",)
    assert waiting.new.marked() == ("final",)
    assert "as a means, and as a final resort." in waiting.new.toPlainText()

    waiting.step(1)

    assert waiting.current.placement == "lost"
    assert not waiting.accept.isEnabled()


def test_a_proposal_is_accepted_by_a_key_and_taken_back_by_undo(window, waiting, qtbot):
    from PySide6.QtCore import Qt

    window.activateWindow()
    qtbot.waitUntil(waiting.list.hasFocus)
    qtbot.keyClick(waiting.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: waiting.model.rowCount() == 1, timeout=10_000)

    window.actions_by_name["undo"].trigger()

    qtbot.waitUntil(lambda: waiting.model.rowCount() == 2, timeout=10_000)


def test_what_is_lost_is_found_in_the_text_by_selecting_it(window, merging, waiting, qtbot):
    waiting.step(1)
    lost = waiting.current

    waiting.seek.click()

    bar = merging.placing.bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert window.desk.source.id == lost.due
    assert window.centre.currentWidget() is window.reader
    bar.take.click()
    assert "Nothing is selected" in bar.label.text()
    start = window.desk.source.layer.text.index("In the new paper")
    window.reader.select([(start, start + 16)])
    bar.take.click()
    qtbot.waitUntil(lambda: waiting.model.rowCount() == 1, timeout=10_000)
    assert not bar.isVisible()
    assert window.centre.currentWidget() is merging.view
    window.desk.open_source(lost.due)
    qtbot.waitUntil(lambda: lost.highlight in [mark.highlight.id for mark in window.desk.marks])


def test_reading_something_else_ends_the_search_for_a_place(window, merging, waiting, opened, qtbot):
    waiting.seek.click()
    qtbot.waitUntil(merging.placing.bar.isVisible, timeout=10_000)

    reader = opened("sea")

    qtbot.waitUntil(lambda: not merging.placing.bar.isVisible())
    assert window.centre.currentWidget() is reader


def test_two_concepts_are_said_to_be_one_told_apart_or_left(window, merging, qtbot):
    for name in ("Counterstrike capability", "Counterstrike capabilities", "Rule of law", "Rules of law"):
        window.desk.add_concept(name)
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 4)
    window.actions_by_name["same"].trigger()
    page = merging.view.same
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=10_000)

    page.same.click()
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 3 and page.model.rowCount() == 1, timeout=10_000)
    page.later.click()
    assert page.model.rowCount() == 0
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=10_000)

    page.different.click()

    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=10_000)
    assert len(window.desk.concepts) == 4


def test_a_package_is_written_of_what_was_chosen_and_says_what_travels(window, merging, towns, qtbot, tmp_path):
    window.actions_by_name["share"].trigger()
    dialog = merging.shares.dialog
    qtbot.waitUntil(lambda: dialog.persons.rowCount() == 1)
    assert "whole library" in dialog.travels.text()
    assert "What is private never does" in dialog.travels.text()
    dialog.sources.tick([towns.id])
    dialog.sources.ticked_changed.emit()
    dialog.documents.setChecked(False)
    assert "No document" in dialog.travels.text()
    out = tmp_path / "towns.commonplace-share"
    dialog.out.setText(str(out))

    dialog.share.click()

    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert out.name in merging.shares.toast.text
    from commonplace.library.merging import merge

    with new_library(tmp_path / "cleo.commonplace", "Cleo") as library:
        report = merge(library, out, dry_run=True)
    assert (report.added["highlight"], report.added["source"], report.deliverer.documents) == (3, 1, False)


def test_a_package_in_the_way_is_overwritten_only_when_asked(window, merging, qtbot, tmp_path):
    out = tmp_path / "all.commonplace-share"
    out.write_bytes(b"mine")
    window.actions_by_name["share"].trigger()
    dialog = merging.shares.dialog
    dialog.out.setText(str(out))

    dialog.share.click()

    qtbot.waitUntil(dialog.overwrite.isVisible, timeout=20_000)
    assert out.read_bytes() == b"mine"
    dialog.overwrite.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert out.read_bytes().startswith(b"SQLite format 3")


def test_a_package_is_called_off(window, merging, qtbot, tmp_path, monkeypatch):
    called_off = threading.Event()

    def held(*asked):
        assert called_off.wait(20)
        return share(*asked)

    monkeypatch.setattr("desktop.merging.runs.share", held)
    out = tmp_path / "all.commonplace-share"
    window.actions_by_name["share"].trigger()
    dialog = merging.shares.dialog
    dialog.out.setText(str(out))

    dialog.share.click()
    dialog.cancel.click()
    called_off.set()

    qtbot.waitUntil(lambda: "Stopped" in dialog.status.text(), timeout=20_000)
    assert dialog.share.isEnabled()
    assert not out.exists()


def test_dialogs_name_what_they_hold_and_nothing_is_clipped(window, merging, towns, qtbot, tmp_path, clipped):
    from tests.desktop.test_acceptance_names import nameless

    merging.shares.open()
    merging.replacing.look_at(towns, tmp_path / "newer.txt")
    qtbot.waitUntil(merging.replacing.dialog.replace.isEnabled, timeout=20_000)

    for dialog in (merging.shares.dialog, merging.replacing.dialog):
        assert nameless(dialog) == []
        qtbot.waitUntil(lambda shown=dialog: clipped(shown) == [], timeout=20_000)
        dialog.close()
