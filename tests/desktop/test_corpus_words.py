"""Words of real documents, selected by mouse from the first to the last character, and the marks that cover them."""

import re
from functools import partial

import pytest

from tests.conftest import CORPUS

pytestmark = [pytest.mark.gui, pytest.mark.corpus]

FILES = sorted(CORPUS.joinpath("pdf").glob("*.pdf")) if CORPUS.joinpath("pdf").is_dir() else []
WORDS = re.compile(r"\w{3,12}")
PAGES, A_PAGE = 2, 3


@pytest.fixture
def shown(qtbot):
    """Return what shows a PDF in a view of its own and returns the view and the text; all is ended afterwards."""
    from commonplace.documents.fixed.pdf import read_pdf
    from commonplace.documents.workers.viewer import DocumentViewer
    from commonplace.library.viewing import OpenedSource
    from desktop.reader.page_server import PageServer
    from desktop.reader.page_view import PageView

    servers, views = [], []

    def show(path, password):
        layer = read_pdf(path.read_bytes(), password, lambda _done, _total: None)
        view = PageView()
        qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        server = PageServer(partial(DocumentViewer, path, password))
        servers.append(server)
        views.append(view)
        view.show_source(OpenedSource("", "", "", "pdf", layer, ()), server)
        view.set_zoom(2.0)
        return view, layer

    yield show
    for view in views:
        view.clear_source()
    for server in servers:
        server.close()


def drag(view, first, last):
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, point, button, buttons in (
        (QEvent.Type.MouseButtonPress, first, left, left),
        (QEvent.Type.MouseMove, last, none, left),
        (QEvent.Type.MouseButtonRelease, last, left, none),
    ):
        at = QPointF(point)
        held = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, at, view.viewport().mapToGlobal(at), button, buttons, held)
        QApplication.sendEvent(view.viewport(), event)


def words_of(layer):
    """Return a few words of the first pages, spread over each."""
    for page in [page for page in layer.pages if page.start < page.end][:PAGES]:
        found = [word.span() for word in WORDS.finditer(layer.text, page.start, page.end)]
        yield from found[:: max(len(found) // A_PAGE, 1)][:A_PAGE]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_word_is_selected_by_mouse_and_its_mark_covers_it(path, shown, qtbot):
    from desktop.reader.marks import Mark
    from desktop.theme import SLOTS

    view, layer = shown(path, "openpassword" if "password" in path.stem else "")
    for start, end in words_of(layer):
        view.select(())
        view.go_to(start)
        qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
        first, last = view.place_of(start), view.place_of(end - 1)
        if not view.viewport().rect().contains(last) or view.place_of(start - 1) == first or first == last:
            # Where one glyph draws several characters there is no place in between to point at.
            continue
        drag(view, first, last)
        assert view.selected_text() == layer.text[start:end]

        view.select(())
        before = view.viewport().grab().toImage()
        view.set_marks([Mark("one", ((start, end),), None, SLOTS[:1], "")])
        after = view.viewport().grab().toImage()
        view.set_marks(())
        for place in (view.place_of(position) for position in range(start, end)):
            near = [(place.x() + x, place.y() + y) for x in (-3, 0, 3) for y in (-6, -3, 0, 3, 6)]
            assert any(before.pixel(x, y) != after.pixel(x, y) for x, y in near if before.valid(x, y)), place
