"""Undo after any command gives the same values and the same conflicts as before it, and redo those after it."""

import shutil
from contextlib import suppress
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonplace.documents.reader import read_file
from commonplace.documents.reading import ReadResult
from commonplace.library.bibexport import export_bib
from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import (
    add_concept,
    delete_concept,
    list_concepts,
    merge_concepts,
    move_concept,
    rename_concept,
)
from commonplace.library.highlighting import HighlightRequest, delete, highlight, tag, untag, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.referencing import link, list_references, rename_key, set_fields, unlink
from commonplace.library.session import Library, new_library, open_session
from commonplace.library.sources import list_sources, set_page_label
from commonplace.library.upkeep import check_library, history, redo, undo, undo_state
from core.errors import NotDoneError, UserError

BIBS = {
    "first": "@string{p = {Press}}\n@book{alpha, title={First}, date={2001}, publisher=p, file={one.txt}}\n"
    "@misc{beta, title={Second}, date={2002}}\n",
    "later": "@book{alpha, title={First, revised}, date={2001}, file={one.txt}}\n@misc{gamma, title={Third}}\n",
    "renamed": "@misc{Beta, title={Second}, date={2002}, file={two.pdf}}\n",
}
CONCEPTS = st.sampled_from(["A", "B", "C", "D", "A > B", "B > A"])
KEYS = st.sampled_from(["alpha", "beta", "gamma", "Beta", "new1", "new2"])
WORDS = st.sampled_from(["alpha bravo", "charlie", "delta echo", "foxtrot", "golf"])
DOCUMENTS = st.sampled_from(["one.txt", "two.pdf", "three.txt"])


class InProcess:
    """Reads documents here and now, for what is said of them is not what these laws are about."""

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
            yield ReadResult(request, reading=read_file(request, lambda _done, _total: None))


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A folder with documents, .bib files and a library that has two of the documents and a .bib."""
    folder = tmp_path_factory.mktemp("begun")
    for name in ("one", "three"):
        (folder / f"{name}.txt").write_text(f"Text {name}: alpha bravo charlie.\n\nThen delta echo foxtrot golf.\n")
    with pymupdf.open() as document:
        for text in ("A page of alpha bravo and charlie.", "A page of delta echo, foxtrot and golf."):
            document.new_page().insert_text((72, 72), text)
        document.save(folder / "two.pdf")
    for state, text in BIBS.items():
        (folder / state).mkdir()
        (folder / state / "refs.bib").write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("commonplace.library.importing.DocumentWorkers", InProcess)
        with new_library(folder / "begun.commonplace", "Ann") as library:
            list(import_paths(library, [folder / "one.txt", folder / "two.pdf"]))
            import_bib(library, folder / "first" / "refs.bib")
            add_concept(library, "A")
            add_concept(library, "B", parent="A")
            source = list_sources(library)[0].id
            highlight(library, source, HighlightRequest(("charlie",), concepts=("B",), note="Mine."))
        yield folder


class World:
    """A library, and what people do in it, drawn at random."""

    def __init__(self, library: Library, folder: Path, data: st.DataObject) -> None:
        self.library = library
        self._folder = folder
        self._draw = data.draw

    def source(self) -> str:
        found = [line.id for line in list_sources(self.library)]
        return self._draw(st.sampled_from(found or ["none"]))

    def mark(self) -> str:
        found = [line.id for line in list_highlights(self.library, Filter())]
        return self._draw(st.sampled_from(found or ["none"]))

    def concept(self) -> str:
        found = [" > ".join(line.path) for line in list_concepts(self.library)]
        return self._draw(st.sampled_from([*found, "A", "none"]))

    def key(self) -> str:
        found = [line.citekey for line in list_references(self.library)]
        return self._draw(st.sampled_from([*found, "alpha", "none"]))

    def import_documents(self) -> None:
        names = self._draw(st.lists(DOCUMENTS, min_size=1, max_size=2, unique=True))
        list(import_paths(self.library, [self._folder / name for name in names]))

    def import_bib(self) -> None:
        import_bib(self.library, self._folder / self._draw(st.sampled_from(sorted(BIBS))) / "refs.bib")

    def set_field(self) -> None:
        values = {self._draw(st.sampled_from(["title", "note", "type"])): self._draw(st.sampled_from(["", "x", "y"]))}
        set_fields(self.library, self.key(), values)

    def rename_key(self) -> None:
        rename_key(self.library, self.key(), self._draw(KEYS))

    def link(self) -> None:
        link(self.library, self.key(), self.source())

    def unlink(self) -> None:
        unlink(self.library, self.key(), self.source())

    def add_concept(self) -> None:
        parent = self.concept() if self._draw(st.booleans()) else None
        add_concept(
            self.library, self._draw(CONCEPTS), parent=parent, aliases=self._draw(st.lists(CONCEPTS, max_size=1))
        )

    def rename_concept(self) -> None:
        rename_concept(self.library, self.concept(), self._draw(CONCEPTS))

    def move_concept(self) -> None:
        move_concept(self.library, self.concept(), self.concept() if self._draw(st.booleans()) else None)

    def merge_concepts(self) -> None:
        merge_concepts(self.library, self.concept(), self.concept())

    def delete_concept(self) -> None:
        delete_concept(self.library, self.concept())

    def highlight(self) -> None:
        concepts = tuple(self._draw(st.lists(CONCEPTS, max_size=2)))
        request = HighlightRequest((self._draw(WORDS),), concepts=concepts, create=True, note=self._draw(WORDS))
        highlight(self.library, self.source(), request)

    def tag(self) -> None:
        tag(self.library, self.mark(), [self.concept()], create=self._draw(st.booleans()))

    def untag(self) -> None:
        untag(self.library, self.mark(), [self.concept()])

    def write_note(self) -> None:
        write_note(self.library, self.mark(), self._draw(st.sampled_from(["", "one", "two"])))

    def delete_highlight(self) -> None:
        delete(self.library, self.mark())

    def delete_source(self) -> None:
        delete(self.library, self.source())

    def label_page(self) -> None:
        set_page_label(self.library, self.source(), "#1", "7")


COMMANDS = [
    name for name in vars(World) if not name.startswith("_") and name not in ("source", "mark", "concept", "key")
]


def shown(library: Library) -> tuple[object, ...]:
    """All values that commands show, and the conflicts."""
    return (
        list_sources(library),
        list_references(library),
        list_concepts(library),
        list_highlights(library, Filter()),
        export_bib(library),
        sorted(library.engine.rows("select entity, field, kind from conflict")),
    )


def play(library: Library, folder: Path, data: st.DataObject, steps: int) -> None:
    world = World(library, folder, data)
    past, future = [], []
    now = shown(library)
    for _ in range(steps):
        command = data.draw(st.sampled_from([*COMMANDS, *["undo"] * 4, *["redo"] * 3]))
        newest = history(library)[0].id
        if command == "undo" and past:
            undo(library)
            future.append(now)
            now = past.pop()
        elif command == "redo" and future:
            redo(library)
            past.append(now)
            now = future.pop()
        elif command == "redo":
            with pytest.raises(NotDoneError):
                redo(library)
        elif command != "undo":
            with suppress(UserError):
                getattr(world, command)()
            if history(library)[0].id != newest:
                past.append(now)
                future.clear()
                now = shown(library)
        assert shown(library) == now, command
    while past:
        undo(library)
        future.append(now)
        now = past.pop()
        assert shown(library) == now
    while future:
        redo(library)
        now = future.pop()
        assert shown(library) == now
    assert undo_state(library).redo is None
    assert check_library(library).problems == ()


def play_one(begun: Path, folder: Path, data: st.DataObject, steps: int) -> None:
    path = folder / "played.commonplace"
    shutil.copyfile(begun / "begun.commonplace", path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("commonplace.library.importing.DocumentWorkers", InProcess)
        with open_session(path, "Ann", writing=True) as library:
            # What was there belongs to another sitting: the stacks below begin empty.
            library.engine.rows("pragma synchronous=off")
            play(library, begun, data, steps)


@settings(max_examples=25)
@given(data=st.data())
def test_undo_and_redo_give_back_what_was_shown(begun, tmp_path_factory, data):
    play_one(begun, tmp_path_factory.mktemp("played"), data, 10)


@pytest.mark.slow
@settings(max_examples=400)
@given(data=st.data())
def test_undo_and_redo_in_long_histories(begun, tmp_path_factory, data):
    play_one(begun, tmp_path_factory.mktemp("played"), data, 30)
