from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from commonplace.cli import main

ARTICLE = """A sea kept open

The harbour towns spoke of a free and open sea long before the word strategy was used.

In the new paper counterstrike appears twice: counterstrike as a means, and as a last resort.

港の町は「自由で開かれた海」を長く語ってきた。𠮷田は反撃能力について書いた。
"""


@dataclass(frozen=True)
class Answer:
    """What a command gave back: its exit status, and the bytes of stdout and stderr."""

    status: int
    out: bytes
    err: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        assert self.err.count(b"\n") == 1
        return json.loads(self.err)["error"]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A computer of one's own: nothing of the real user's is read or written."""
    _at_home(monkeypatch, tmp_path)
    return tmp_path


def _at_home(monkeypatch, folder: Path) -> None:
    for name in ("data", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(folder / name))
    for name in ("COMMONPLACE_LIBRARY", "COMMONPLACE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(folder)


@pytest.fixture
def run(capsysbinary):
    """Run a command line in this process."""

    def run(*words: object) -> Answer:
        status = main([str(word) for word in words])
        return Answer(status, *capsysbinary.readouterr())

    return run


@pytest.fixture(scope="session")
def _made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    (folder / "sea.txt").write_text(ARTICLE, "utf-8")
    _paged(folder / "paper.pdf")
    with pytest.MonkeyPatch.context() as patch:
        _at_home(patch, folder)
        assert main(["--library", "l.commonplace", "new"]) == 0
        assert main(["--library", "l.commonplace", "import", "sea.txt", "paper.pdf"]) == 0
    return folder


@pytest.fixture
def library(home, _made, run):
    """A library with a text and a PDF of three pages; returns a function that runs commands in it."""
    shutil.copytree(_made, home, dirs_exist_ok=True)

    def inside(*words: object) -> Answer:
        return run("--library", home / "l.commonplace", *words)

    return inside


@pytest.fixture
def sea(library):
    """The id of the text in the library."""
    return _id_of(library, "text")


@pytest.fixture
def paper(library):
    """The id of the PDF in the library."""
    return _id_of(library, "pdf")


def _id_of(library, kind: str) -> str:
    return next(source["id"] for source in library("sources", "--json").json if source["kind"] == kind)


def _paged(path: Path) -> None:
    with pymupdf.open() as document:
        for text in ("A preface to the paper.", "The first page speaks of deterrence.", "The second page ends it."):
            document.new_page().insert_text((72, 90), text)
        document.set_page_labels(
            [
                {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1},
                {"startpage": 1, "style": "D", "firstpagenum": 1},
            ]
        )
        document.save(path)
