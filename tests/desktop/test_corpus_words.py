"""Words of real documents, selected by mouse from the first to the last character, and the marks that cover them."""

import re
from functools import partial

import pytest

from tests.conftest import CORPUS
from tests.desktop.mouse import drag

pytestmark = [pytest.mark.gui, pytest.mark.corpus]

FILES = sorted(CORPUS.joinpath("pdf").glob("*.pdf")) if CORPUS.joinpath("pdf").is_dir() else []
WORDS = re.compile(r"\w{3,12}")
PAGES, A_PAGE = 3, 7
OTHERS = ["right-to-left", "japanese-vertical", "ieee-two-column"]
LEFTWARDS = """<p dir="rtl" style="font-size: 18px">שלום עולם וברכה לכולם</p>
<p dir="rtl" style="font-size: 18px">هذا نص عربي طويل بما يكفي</p>"""


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


def words_of(layer):
    """Return words of the first page, the middle one and the last, spread over each, its first and last among them."""
    pages = [page for page in layer.pages if page.start < page.end]
    for page in dict.fromkeys(pages[:: max((len(pages) - 1) // (PAGES - 1), 1)][: PAGES - 1] + pages[-1:]):
        found = [word.span() for word in WORDS.finditer(layer.text, page.start, page.end)]
        yield from dict.fromkeys(found[:: max(len(found) // A_PAGE, 1)][:A_PAGE] + found[-1:])


def can_be_pointed_at(view, start, end):
    """Return whether a word is in sight, and each of its ends drawn for itself: one glyph may be several characters."""
    first, last = view.place_of(start), view.place_of(end - 1)
    seen = view.viewport().rect()
    return seen.contains(first) and seen.contains(last) and first not in (last, start and view.place_of(start - 1))


def is_tinted(before, after, place):
    """Return whether a mark changed the picture at a character, or the paper close by where its ink is black."""
    near = [(place.x() + x, place.y() + y) for x in (-3, 0, 3) for y in (-6, -3, 0, 3, 6)]
    return any(before.pixel(x, y) != after.pixel(x, y) for x, y in near if before.valid(x, y))


def check(view, layer, start, end, qtbot):
    """Select a word by mouse and mark it; return whether it could be pointed at."""
    from desktop.reader.marks import Mark
    from desktop.theme import SLOTS

    view.select(())
    view.go_to(start)
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
    if not can_be_pointed_at(view, start, end):
        return False
    drag(view, view.place_of(start), view.place_of(end - 1))
    assert view.selected_text() == layer.text[start:end]

    view.select(())
    before = view.viewport().grab().toImage()
    view.set_marks([Mark("one", ((start, end),), None, SLOTS[:1], "")])
    after = view.viewport().grab().toImage()
    view.set_marks(())
    assert all(is_tinted(before, after, view.place_of(position)) for position in range(start, end))
    return True


def check_words(view, layer, words, qtbot):
    """Check words, nearly all of which can be pointed at."""
    could = [check(view, layer, start, end, qtbot) for start, end in words]
    # The Arabic words of that file have no places of their own in it.
    assert sum(could) >= len(could) * (0.25 if "habibi" in layer.text else 0.9)


def file_of(name, folder):
    """Return a file to change: of the corpus, or one written from right to left that is made here."""
    import pymupdf

    path = folder / f"{name}.pdf"
    if name != "right-to-left":
        path.write_bytes((CORPUS / "pdf" / path.name).read_bytes())
        return path
    with pymupdf.open() as document:
        document.new_page(width=420, height=300).insert_htmlbox((40, 40, 380, 260), LEFTWARDS)
        path.write_bytes(document.tobytes())
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_word_is_selected_by_mouse_and_its_mark_covers_it(path, shown, qtbot):
    view, layer = shown(path, "openpassword" if "password" in path.stem else "")

    check_words(view, layer, words_of(layer), qtbot)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("name", OTHERS)
def test_so_it_is_on_pages_turned_in_the_view(name, turned, shown, qtbot, tmp_path):
    view, layer = shown(file_of(name, tmp_path), "")
    view.turn(turned)

    check_words(view, layer, list(words_of(layer))[:4], qtbot)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("name", OTHERS)
def test_so_it_is_on_pages_that_are_cropped_and_turned_by_their_file(name, turned, shown, qtbot, tmp_path):
    import pymupdf

    path = file_of(name, tmp_path)
    with pymupdf.open(path) as document:
        page = document[0]
        page.set_cropbox(page.cropbox + pymupdf.Rect(4, 6, -5, -3))
        page.set_rotation(turned)
        document.saveIncr()
    view, layer = shown(path, "")

    check_words(view, layer, list(words_of(layer))[:4], qtbot)


@pytest.mark.parametrize(("name", "onward"), [("right-to-left", "Key_Left"), ("japanese-vertical", "Key_Down")])
def test_the_ends_of_a_mark_are_moved_along_the_writing(name, onward, shown, qtbot, tmp_path):
    from PySide6.QtCore import Qt

    from desktop.reader.marks import Mark
    from desktop.theme import SLOTS

    view, layer = shown(file_of(name, tmp_path), "")
    start = layer.pages[0].start + 2
    view.set_marks([Mark("one", ((start, start + 1),), None, SLOTS[:1], "")])
    view.choose_mark("one")
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)

    with qtbot.waitSignal(view.range_change_requested) as told:
        qtbot.keyClick(view, Qt.Key[onward], Qt.KeyboardModifier.ShiftModifier)
    assert told.args[1][0][0] == start
    assert told.args[1][0][1] > start + 1

    with qtbot.waitSignal(view.range_change_requested) as told:
        drag(view, view.edge_point("end"), view.place_of(start + 2))
    assert told.args[1][0] in ((start, start + 2), (start, start + 3))
    with qtbot.waitSignal(view.range_change_requested) as told:
        drag(view, view.edge_point("start"), view.place_of(start - 2))
    assert told.args[1][0] in ((start - 2, start + 1), (start - 1, start + 1))
