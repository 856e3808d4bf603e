"""Nothing of what is private leaves the private part: random words in it are looked for in every byte of the rest."""

import random
import re
from contextlib import suppress
from pathlib import Path

import pytest

from commonplace.cli import main
from commonplace.exchange.formats import FORMATS
from commonplace.library.highlighting import HighlightRequest, delete, highlight, tag, untag, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.overview import quotes
from commonplace.library.privacy import make_private
from commonplace.library.quoting import edit_quote
from commonplace.library.searching import search
from commonplace.library.session import open_session, private_file
from commonplace.library.upkeep import check_library, history, redo, undo
from core.errors import NotDoneError

CANARY = re.compile(rb"canary[0-9a-f]{16}")
ENDINGS = (".commonplace-private", ".search", ".search-wal", ".commonplace-private-wal")


class Canaries:
    """Gives words that nobody else has written, and finds them again."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.given: list[str] = []

    def __call__(self) -> str:
        self.given.append(f"canary{self._random.randbytes(8).hex()}")
        return f"はじめに {self.given[-1]} it is"


def found(folder: Path, ids: set[bytes]) -> list[str]:
    """Return the files under a folder, but those of private parts, that hold a canary or the id of a private thing."""
    leaks = []
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.endswith(ENDINGS):
            data = path.read_bytes()
            if CANARY.search(data) or any(id in data or id.hex().encode() in data for id in ids):
                leaks.append(path.name)
    return leaks


def private_ids(library) -> set[bytes]:
    """Return the ids of all that is recorded in the private part, but of the person, who is known to all."""
    private = library.shown.private
    sql = "select id from entity where kind<>'person' union select id from revision union select id from action"
    return {id for (id,) in private.rows(sql)} - {id for (id,) in library.engine.rows("select id from entity")}


@pytest.fixture
def library(tmp_path, cli):
    """A library with a text of a hundred passages, each of them marked for all to see."""
    path = tmp_path / "shared" / "notes.commonplace"
    text = tmp_path / "text.txt"
    text.write_text("\n\n".join(f"Passage {number:03} of a hundred." for number in range(100)), "utf-8")
    assert cli("--library", path, "new").status == 0
    assert cli("--library", path, "import", text).status == 0
    with open_session(path, None, writing=True) as library:
        yield library
        assert check_library(library).problems == ()


def live(library, canaries: Canaries, rng: random.Random, count: int) -> None:
    """Write, change, delete and take back private things, among shared ones, until so many words were given."""
    source = library.engine.value("select lower(hex(id)) from source")
    known: list[str] = []

    def mark(private: bool) -> None:
        quote = f"Passage {rng.randrange(100):03} of a hundred"
        note = canaries() if private else "for all"
        request = HighlightRequest((quote,), concepts=("Ships",), create=True, note=note, private=private)
        known.append(highlight(library, source, request).id)

    mark(private=True)
    mark(private=False)
    while len(canaries.given) < count:
        id = rng.choice(known)
        private = library.holds_privately(id)
        with suppress(NotDoneError):
            rng.choice(
                [
                    lambda: mark(private=True),
                    lambda: mark(private=False),
                    lambda id=id: write_note(library, id, canaries(), private=True),
                    lambda id=id: write_note(library, id, "", private=True),
                    lambda id=id, private=private: edit_quote(library, id, canaries() if private else "plain"),
                    lambda id=id: tag(library, id, ["Sails"], create=True),
                    lambda id=id: untag(library, id, ["Ships"]),
                    lambda id=id: (delete(library, id), known.remove(id)),
                    lambda: undo(library),
                    lambda: redo(library),
                ]
            )()
        known[:] = [
            line for line in known if library.shown.value("select alive from highlight where id=unhex(?)", (line,))
        ]
        if len(known) < 2:
            mark(private=False)


@pytest.mark.parametrize("count", [200, pytest.param(2000, marks=pytest.mark.slow)])
def test_no_private_byte_outside_the_private_part(library, tmp_path, count, capsysbinary):
    home = private_file(library.library_id).parents[2]
    canaries, rng = Canaries(count), random.Random(count)
    live(library, canaries, rng, count)
    with suppress(NotDoneError):
        make_private(library, [line.id for line in list_highlights(library, Filter()) if not line.private][:3])
    ids = private_ids(library)
    assert len(ids) > count
    seen = {word for word in canaries.given if search(library, word).hits}
    assert len(seen) > 10
    assert [line for line in list_highlights(library, Filter()) if line.private]
    list(quotes(library)), history(library)

    assert found(tmp_path, ids) == []  # the library is open, with the files beside it
    out = tmp_path / "out"
    out.mkdir()
    for words in (
        *(("export", "--format", format, "-o", out / f"notes-{format}.{format}") for format in FORMATS),
        ("bib", "export", "-o", out / "refs.bib"),
        ("share", "-o", out / "all.commonplace-share"),
        ("share", "-o", out / "part.commonplace-share", "--concept", "Ships", "--without-documents"),
        ("backup",),
        ("check", "--rebuild"),
        ("search", "hundred"),
    ):
        assert main(["--library", str(library.path), *map(str, words)]) == 0, capsysbinary.readouterr()
    library.close()

    assert found(tmp_path, ids) == []
    assert found(home, ids) == []
    assert not CANARY.search(capsysbinary.readouterr().err)
    assert CANARY.search(private_file_of(home).read_bytes())


def private_file_of(home: Path) -> Path:
    (path,) = home.rglob("private/*.commonplace-private")
    return path


def test_an_export_with_what_is_private_holds_all_that_is_shown(library, tmp_path):
    canaries = Canaries(1)
    live(library, canaries, random.Random(1), 50)
    shown = {note.text for line in list_highlights(library, Filter()) for note in line.notes if note.private}
    out = tmp_path / "notes.md"
    assert main(["--library", str(library.path), "export", "--with-private", "--format", "md", "-o", str(out)]) == 0
    text = out.read_text("utf-8")
    assert shown and all(note in text for note in shown)
