"""Pictures that a flowing document carries, drawn by workers."""

import base64
import threading
from functools import partial

import pytest

from commonplace.library.carried import carried_pictures
from commonplace.library.importing import import_paths
from commonplace.library.session import new_library, open_session
from commonplace.library.sources import list_sources
from commonplace.library.viewing import open_source
from core.errors import NotDoneError


@pytest.fixture
def page(tmp_path):
    """Return what opens a library with a web page that carries a picture and something that is none, and its id."""
    import pymupdf

    dot = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 96, 48), False)
    dot.clear_with(90)
    shown, broken = (base64.b64encode(data).decode() for data in (dot.tobytes("png"), b"\x89PNG\r\n\x1a\nno picture"))
    words = "<p>The sea is common to all, and nobody owns any part of it, as the paper says at length.</p>" * 3
    images = f'<img alt="Map" src="data:image/png;base64,{shown}"><img src="data:image/png;base64,{broken}">'
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article><h1>On order</h1>{words}{images}{words}</article></body></html>", "utf-8")
    file = tmp_path / "work.commonplace"
    with new_library(file, "Aiko") as library:
        list(import_paths(library, [path]))
        (line,) = list_sources(library)
        return partial(open_session, file, "Aiko", writing=False), open_source(library, line.id)


def test_a_picture_is_drawn_by_its_name_and_what_is_none_is_told(page):
    open_library, source = page
    names = [span.target for block in source.layer.blocks for span in block.spans if span.style == "image"]

    with carried_pictures(open_library, source.id) as pictures:
        found = pictures.picture(names[0], 96 / 72)
        with pytest.raises(NotDoneError):
            pictures.picture(names[1], 1.0)
        with pytest.raises(NotDoneError):
            pictures.picture("data:99", 1.0)
        again = pictures.picture(names[0], 96 / 72)

    assert (found.width, found.height) == (96, 48)
    assert set(found.pixels) == {90}
    assert again == found


def test_nothing_is_drawn_after_it_was_cancelled(page):
    open_library, source = page
    with carried_pictures(open_library, source.id) as pictures:
        other = threading.Thread(target=pictures.cancel)
        other.start()
        other.join()

        with pytest.raises(NotDoneError):
            pictures.picture("data:0", 1.0)
