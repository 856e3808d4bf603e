"""Importing in the window: a row a file, failures with their reason, cancelling, and an interface that stays alive."""

import time

import pytest

pytestmark = pytest.mark.gui


def drop(window, paths):
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def rows(window):
    """Return what gives the rows of the panel by the names of their files."""
    from pathlib import Path

    return lambda: {Path(row.path).name: row for row in window.errands.imports.panel.model.records()}


def test_of_three_dropped_files_two_come_in_and_one_says_why_not(window, rows, qtbot, tmp_path):
    (tmp_path / "a.txt").write_text("The first text.\n")
    (tmp_path / "b.md").write_text("# The second\n\nIts text.\n")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\nnothing")
    imports = window.errands.imports

    with qtbot.waitSignal(imports.finished, timeout=20_000):
        drop(window, [tmp_path / name for name in ("a.txt", "b.md", "c.pdf")])

    assert {name: row.state for name, row in rows().items()} == {
        "a.txt": "imported",
        "b.md": "imported",
        "c.pdf": "failed",
    }
    assert rows()["c.pdf"].reason
    assert imports.panel.offer(str(tmp_path / "c.pdf")) is not None
    assert imports.panel.offer(str(tmp_path / "a.txt")) is None
    assert not imports.panel.cancel.isEnabled()
    qtbot.waitUntil(lambda: len(window.desk.sources) == 4)


def test_a_file_that_was_mended_comes_in_on_retry(window, rows, qtbot, tmp_path):
    from PySide6.QtWidgets import QPushButton

    imports = window.errands.imports
    broken = tmp_path / "late.txt"
    with qtbot.waitSignal(imports.finished):
        imports.take([broken])
    assert rows()["late.txt"].state == "failed"
    broken.write_text("Now it is there.\n")

    with qtbot.waitSignal(imports.finished, timeout=20_000):
        imports.panel.offer(str(broken)).findChild(QPushButton).click()

    assert rows()["late.txt"].state == "imported"
    assert imports.panel.offer(str(broken)) is None


def test_an_encrypted_pdf_takes_its_password_in_its_row(window, rows, qtbot, tmp_path):
    import pymupdf
    from PySide6.QtWidgets import QLineEdit, QPushButton

    imports = window.errands.imports
    path = tmp_path / "secret.pdf"
    with pymupdf.open() as document:
        document.new_page().insert_text((50, 80), "A secret")
        document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="key", owner_pw="own")
    with qtbot.waitSignal(imports.finished, timeout=20_000):
        imports.take([path])
    assert rows()["secret.pdf"].need == "password"
    assert "--" not in rows()["secret.pdf"].reason
    offer = imports.panel.offer(str(path))

    offer.findChild(QLineEdit).setText("key")
    with qtbot.waitSignal(imports.finished, timeout=20_000):
        offer.findChild(QPushButton).click()

    assert rows()["secret.pdf"].state == "imported"


def test_a_scan_offers_to_recognise_its_text(window, rows, qtbot, tmp_path):
    import pymupdf

    path = tmp_path / "scan.pdf"
    with pymupdf.open() as document:
        document.new_page(width=200, height=100)
        document.save(path)

    with qtbot.waitSignal(window.errands.imports.finished, timeout=20_000):
        window.errands.imports.take([path])

    assert rows()["scan.pdf"].state == "imported"
    assert rows()["scan.pdf"].need == "ocr"


def test_cancel_ends_within_a_second_and_keeps_what_was_finished(window, rows, qtbot, tmp_path):
    import pymupdf

    for number in range(6):
        with pymupdf.open() as document:
            for page in range(150):
                document.new_page().insert_text((50, 80), f"Text {number} on page {page} " * 3)
            document.save(tmp_path / f"long-{number}.pdf")
    imports = window.errands.imports
    imports.take([tmp_path / f"long-{number}.pdf" for number in range(6)])
    qtbot.waitUntil(lambda: any(row.state == "imported" for row in rows().values()), timeout=30_000)

    begun = time.monotonic()
    with qtbot.waitSignal(imports.finished):
        imports.panel.cancel.click()
    taken = time.monotonic() - begun

    finished = [row for row in rows().values() if row.state == "imported"]
    assert taken < 1
    assert any(row.state == "cancelled" for row in rows().values())
    qtbot.waitUntil(lambda: len(window.desk.sources) == 2 + len(finished))


def test_what_was_cancelled_is_not_counted_as_done(window):
    from desktop.importing.rows import FileRow

    panel = window.errands.imports.panel
    panel.set_rows([FileRow("a.pdf", "imported"), FileRow("b.pdf", "cancelled"), FileRow("c.pdf", "failed")])

    assert panel.summary.text() == "2 of 3 files done, 1 failed, 1 cancelled"
    assert not panel.cancel.isEnabled()


def test_the_files_of_another_day_are_not_shown_again(window):
    window.errands.imports.dock.show()
    window.frame.keep()
    window.frame.restore()

    assert not window.errands.imports.dock.isVisible()
    assert window.left.isVisible()


def test_rows_say_which_page_is_read():
    from desktop.importing.panel import state_text
    from desktop.importing.rows import FileRow

    assert state_text(FileRow("a.pdf", "reading", page=2, of=9)) == "reading page 3 of 9"
    assert state_text(FileRow("a.pdf", "imported", citekey="A2020")) == "done → A2020"


def test_pages_that_are_told_faster_than_they_are_read_are_shown_together(window, qtbot, monkeypatch):
    from desktop.importing.panel import ImportPanel

    imports, shown = window.errands.imports, []
    imports._queue(["a.pdf", "b.pdf"])
    monkeypatch.setattr(ImportPanel, "set_rows", lambda _panel, rows: shown.append([row.page for row in rows]))

    for page in range(200):
        imports._show_page("a.pdf", page, 200)

    assert shown == []
    qtbot.waitUntil(lambda: shown == [[199, 0]])
