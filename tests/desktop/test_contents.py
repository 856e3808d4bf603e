"""Finding one's way in a document: outline, pages in small, links."""

import pytest

from core.records import Block, Layer, Page

pytestmark = pytest.mark.gui


def test_headings_stand_under_those_of_a_higher_level(qtmodeltester):
    from desktop.reader.outline_model import Heading, OutlineModel

    model = OutlineModel()
    qtmodeltester.check(model)
    model.set_rows([Heading(1, "One", 0), Heading(3, "Deep", 5), Heading(2, "Less deep", 9), Heading(1, "Two", 20)])
    top = [model.index(row, 0) for row in range(model.rowCount())]

    assert [index.data() for index in top] == ["One", "Two"]
    assert [model.index(row, 0, top[0]).data() for row in range(2)] == ["Deep", "Less deep"]
    assert model.set_position(12).data() == "Less deep"
    assert model.set_position(25).data() == "Two"
    assert model.parent(model.index(1, 0, top[0])) == top[0]
    assert top[1].data(OutlineModel.START) == 20


def test_the_headings_of_a_text_are_its_outline():
    from desktop.reader.contents import headings_of

    layer = Layer("", "", "On\norder\nText", blocks=(Block("heading", 0, 8, 2), Block("paragraph", 9, 13)))

    assert [(one.level, one.title, one.start) for one in headings_of(layer)] == [(2, "On order", 0)]


def test_pages_in_small_ask_for_what_is_looked_at_and_keep_only_that(qtmodeltester, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    from desktop.reader.page_server import Picture
    from desktop.reader.thumbnail_model import ThumbnailModel

    pages = [Page("", 0, 0, 400_000, 800_000), Page("", 0, 0, 800_000, 400_000, 90)]
    checked = ThumbnailModel(80)
    qtmodeltester.check(checked)
    checked.set_rows(pages, ())
    model = ThumbnailModel(80)
    model.set_rows(pages, ["iv", ""])
    with qtbot.waitSignal(model.wanted) as told:
        blank = model.index(1).data(Qt.ItemDataRole.DecorationRole)

    (key,) = told.args[0]
    assert (key.page, key.turned, key.scale) == (1, 90, pytest.approx(0.2))
    assert (blank.width(), blank.height()) == (80, 160)
    drawn = QImage(80, 160, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.red)
    model.take_picture(Picture(1, 3.0, 90), drawn)
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) == blank
    model.take_picture(key, drawn)
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) == drawn
    assert [model.index(row).data() for row in range(2)] == ["iv", "2"]


def test_an_outline_entry_leads_to_its_page_and_a_link_too(window, qtbot, tmp_path):
    import pymupdf
    from PySide6.QtCore import QPointF, Qt

    from commonplace.library.importing import import_paths

    path = tmp_path / "guide.pdf"
    with pymupdf.open() as document:
        for number in range(6):
            document.new_page(width=420, height=595).insert_text((50, 80), f"Page {number + 1}")
        document.set_toc([[1, "First", 1], [1, "Last", 6]])
        document[0].insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(40, 300, 380, 400), "page": 4})
        path.write_bytes(document.tobytes())
    window.desk.jobs.change(lambda library: list(import_paths(library, [path])))
    qtbot.waitUntil(lambda: len(window.desk.sources) == 3, timeout=10_000)
    window.desk.open_source(next(line.id for line in window.desk.sources if "guide" in line.file_names[0]))
    pages, outline = window.pages, window.contents.outline
    qtbot.waitUntil(lambda: outline.rowCount() == 2, timeout=10_000)

    window.contents.outline_view.clicked.emit(outline.index(1, 0))
    qtbot.waitUntil(lambda: pages.current_page == 5)
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: pages.current_page == 0)
    x, y = pages.placed(0).to_view(200, 350)
    point = QPointF(
        pages.paper(pages.placed(0)).left() + x - pages.placed(0).left, y - pages.verticalScrollBar().value()
    )
    qtbot.waitUntil(lambda: pages.link_at(point) is not None, timeout=10_000)
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())

    assert pages.current_page == 4


def test_where_there_is_no_outline_that_is_said(opened, window, qtbot):
    hint = window.contents.hint
    assert "Open a source" in hint.text

    opened("order")
    qtbot.waitUntil(window._server.is_idle)

    assert "no outline" in hint.text
    opened("sea")
    assert hint.text == ""
