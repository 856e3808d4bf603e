"""A computer of one's own, a library on it, and short ways to bring documents and passages in."""

import os
import sys
from pathlib import Path

import pymupdf
import pytest

# The helpers beside the tests are modules of their own; importlib mode puts no test folder on the path.
sys.path.insert(0, str(Path(__file__).parent))

from colleagues import Colleagues

from commonplace.documents.reader import read_file
from commonplace.documents.reading import Reading, ReadResult, UnreadableError
from commonplace.documents.units import stretches
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.importing import import_paths
from commonplace.library.layering import give_layer
from commonplace.library.session import new_library
from commonplace.library.upkeep import check_library
from core.ids import digest
from core.layers import layer_json, pack
from core.records import Layer
from core.token_places import folded_unit
from db.sources import sources

SEA = """\
The harbour towns

The harbour towns of the north spoke of a free and open sea long before the word strategy was used. They kept \
watch, they traded, and they wrote down what they saw.

In the new paper counterstrike appears twice: counterstrike as a means, and as a last resort.

港の町は「自由で開かれた海」を長く語ってきた。𠮷田は反撃能力について書いた。
"""


@pytest.fixture
def home(_computer):
    """Where this test's folders for data, settings and cache are made."""
    return Path(os.environ["XDG_DATA_HOME"]).parent


@pytest.fixture
def library(tmp_path):
    """An empty library; what a test leaves in it must be in order."""
    with new_library(tmp_path / "notes.commonplace", "Ann") as library:
        yield library
        assert check_library(library).problems == ()


class InProcess:
    """Stands for the worker processes where a test is not about them: reads here, at once."""

    def __init__(self, _workers: int) -> None:
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_error) -> None:
        pass

    def cancel(self) -> None:
        pass

    def read(self, requests, _progress=None):
        for request in requests:
            try:
                yield ReadResult(request, reading=read_file(request, lambda _done, _total: None))
            except UnreadableError as error:
                yield ReadResult(request, failure=error.failure)


@pytest.fixture(scope="session")
def in_process():
    return InProcess


@pytest.fixture
def quick(monkeypatch, in_process):
    """Documents are read in this process."""
    monkeypatch.setattr("commonplace.library.importing.DocumentWorkers", in_process)


@pytest.fixture
def bring(library, tmp_path, quick):
    """Import texts, given by file name; return their ids in that order."""

    def bring_in(texts: dict[str, str]) -> list[str]:
        folder = tmp_path / "documents"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
        lines = {Path(line.path).name: line for line in import_paths(library, [folder / name for name in texts])}
        return [lines[name].source for name in texts]

    return bring_in


@pytest.fixture
def sea(bring):
    """The id of a short text in two languages."""
    return bring({"sea.txt": SEA})[0]


@pytest.fixture
def pdf(library, tmp_path, quick):
    """Import a PDF of some pages, given by their text, with page labels; return its id."""

    def bring_in(name: str, pages: list[str], labels: list[dict] | None = None) -> str:
        (line,) = import_paths(library, [make_pdf(tmp_path / name, pages, labels)])
        return line.source

    return bring_in


@pytest.fixture
def paper(pdf):
    """The id of a PDF of three pages labelled i, 1 and 2."""
    return pdf(
        "paper.pdf",
        ["A preface to the paper.", "The first page speaks of deterrence.", "The second page ends it."],
        [{"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": 1, "style": "D", "firstpagenum": 1}],
    )


@pytest.fixture
def reread(library):
    """Give a source another layer, made by hand."""

    def give(source: str, layer: Layer) -> None:
        (facts,) = sources(library.engine, [source])
        content = layer_json(layer)
        folded = tuple(folded_unit(layer.text, start, end) for start, end in stretches(layer))
        reading = Reading(layer, facts.sha256, digest(content), pack(content), "", folded)
        give_layer(library, source, reading, "Read it by hand")

    return give


@pytest.fixture
def mark(library):
    """Highlight quotes in a source; return the line of the highlight."""

    def highlighted(source: str, *quotes: str, concepts: tuple[str, ...] = (), note: str = "", **more):
        request = HighlightRequest(quotes=quotes, concepts=concepts, create=True, note=note, **more)
        return highlight(library, source, request)

    return highlighted


def make_pdf(path: Path, pages: list[str], labels: list[dict] | None = None) -> Path:
    with pymupdf.open() as document:
        for text in pages:
            document.new_page().insert_text((72, 90), text)
        if labels:
            document.set_page_labels([{"prefix": "", **label} for label in labels])
        document.save(path)
    return path


@pytest.fixture
def colleagues(library, tmp_path, monkeypatch):
    """Ann's library and those of her colleagues, as if each had a computer; see :class:`Colleagues`."""
    monkeypatch.setattr("commonplace.library.session.kept", lambda writer: writer)
    colleagues = Colleagues(library, tmp_path)
    yield colleagues
    colleagues.close()
