"""Sixty passages of the corpus, chosen by eye: their quotes as printed, their locators and their rectangles."""

import tomllib
from pathlib import Path

import pytest

from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.importing import ReadOptions, import_paths
from commonplace.library.placing import boxes
from commonplace.library.session import new_library

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
PASSAGES = tomllib.loads(Path(__file__).with_name("passages.toml").read_text("utf-8"))["passage"]
PASSWORD = "openpassword"
TOLERANCE = 1.0

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A library with the files of all passages, and the key of each."""
    files = sorted({CORPUS / passage["file"] for passage in PASSAGES})
    with new_library(tmp_path_factory.mktemp("shelf") / "passages.commonplace", "Reader") as library:
        lines = import_paths(library, files, options=ReadOptions(password=PASSWORD))
        yield library, {Path(line.path): line.citekey for line in lines}


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage['file']}: {passage['quote'][:20]}")
def test_a_passage_is_quoted_cited_and_placed_as_it_is_seen(shelf, passage):
    library, keys = shelf
    key = keys[CORPUS / passage["file"]]

    marked = highlight(library, key, HighlightRequest(quotes=(passage["quote"],)))

    assert marked.quote == passage["quote"]
    assert marked.locator == passage["locator"]
    if "boxes" in passage:
        ((start, end),) = marked.ranges
        found = boxes(library, key, start, end, PASSWORD)
        assert [box.page for box in found] == [box[0] for box in passage["boxes"]]
        for box, (_, *edges) in zip(found, passage["boxes"], strict=True):
            assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx(edges, abs=TOLERANCE)


def test_there_are_sixty_and_more():
    assert len({(passage["file"], passage["quote"]) for passage in PASSAGES}) == len(PASSAGES) >= 60
