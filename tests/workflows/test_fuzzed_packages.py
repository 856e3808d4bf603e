"""Packages with faults: whatever is wrong with one, the library stays as it is to the byte, and nothing is left behind.

Where a fault lies in bytes that mean nothing the package is taken, and then for exactly what it is.
"""

import os
import random
import shutil
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from commonplace.library import receiving
from commonplace.library.merging import merge
from commonplace.library.session import new_library, open_session
from commonplace.library.sharing import ShareRequest, share
from core.errors import PlaceError
from db.kinds import CONCEPT, HIGHLIGHT, NOTE, SOURCE, TAGGING
from db.strangers import examine

PAGE = 4096
LONGEST_SECONDS = 30.0


def furnish(library, count: int) -> None:
    """Have a source with so many highlights in a library, each with a concept, and every third with a note."""
    with library.action("Mark a lot") as action:
        source = action.make(SOURCE, {"sha256": "ab" * 32})
        concepts = [action.make(CONCEPT, {"nonce": str(n), "name": f"Concept {n}"}) for n in range(min(count, 20))]
        for number in range(count):
            anchor = {"source": source, "layer": "", "ranges": [[number, number + 3]], "prefix": "", "suffix": ""}
            core = {"nonce": str(number), "person": library.person, "created": 0, "exact": "sea"}
            highlight = action.make(HIGHLIGHT, core, {"anchor": anchor})
            tagging = {"highlight": highlight, "concept": concepts[number % len(concepts)], "person": library.person}
            action.make(TAGGING, tagging)
            if number % 3 == 0:
                note = {"nonce": f"n{number}", "target": highlight, "person": library.person, "created": 0}
                action.make(NOTE, note, {"text": f"Note {number} on the sea."})
    with library.action("Say more") as action:
        action.set(CONCEPT, concepts[0], "colour", "blue")
        action.set(CONCEPT, concepts[0], "definition", "What it means.")


def packed(folder: Path, count: int) -> Path:
    out = folder / f"{count}.commonplace-share"
    with new_library(folder / f"bob-{count}.commonplace", "Bob") as bob:
        furnish(bob, count)
        share(bob, out, ShareRequest())
    return out


@pytest.fixture
def small(tmp_path):
    return packed(tmp_path, 2)


@pytest.fixture
def here(monkeypatch):
    """Strangers' files are looked at in this process: it saves the start of one for each."""

    def examined(copy, alive, _meanwhile):
        return examine(copy, lambda: None).manifest

    monkeypatch.setattr(receiving, "_examined", examined)


class Target:
    """An open library, and what it and all files around it were before."""

    def __init__(self, library):
        self._library = library
        library.engine.rows("select 1 from meta")
        self._files = self._seen()

    def takes(self, package: Path):
        """Try to merge a package; return what would come of it, or None where it is refused.  Nothing is changed."""
        began = time.monotonic()
        report = None
        with suppress(PlaceError):
            report = merge(self._library, package, dry_run=True)
        if report is None:
            with pytest.raises(PlaceError):
                merge(self._library, package)
        assert time.monotonic() - began < LONGEST_SECONDS
        assert self._seen() == self._files
        return report and replace(report, deliverer=None, path="")

    def _seen(self) -> dict[str, bytes]:
        """Return every file of this computer, but the list of those that were found good, and SQLite's locks."""
        folders = (self._library.path.parent, *(Path(os.environ[f"XDG_{kind}_HOME"]) for kind in ("DATA", "CACHE")))
        return {
            str(path): path.read_bytes()
            for folder in folders
            for path in folder.rglob("*")
            if path.is_file() and "seals" not in path.parts and path.suffix != ".commonplace-shm"
        }


@pytest.fixture
def target(tmp_path):
    (tmp_path / "own").mkdir()
    path = tmp_path / "own" / "notes.commonplace"
    with new_library(path, "Ann") as library:
        furnish(library, 1)
    with open_session(path, "Ann", writing=True) as library:
        yield Target(library)


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Return bytes of which one bit is not as it was; mostly where something stands, for pages are half empty."""
    at = dice.randrange(len(data))
    while data[at] == 0 and dice.random() < 0.99:
        at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :]


def hold_flipped(target, package, tmp_path, seeds) -> int:
    """Try packages of which one bit is not as it was; return how many are refused."""
    data, whole = package.read_bytes(), target.takes(package)
    copy, refused = tmp_path / "flipped.commonplace-share", 0
    for seed in seeds:
        copy.write_bytes(flipped(data, random.Random(seed)))
        report = target.takes(copy)
        assert report in (None, whole)
        refused += report is None
    return refused


def test_a_flipped_bit_changes_nothing(target, small, tmp_path, here):
    assert hold_flipped(target, small, tmp_path, range(60)) > 30


@pytest.mark.slow
def test_two_thousand_flipped_bits_change_nothing(target, small, tmp_path, here):
    assert hold_flipped(target, small, tmp_path, range(2000)) > 1000


def test_a_package_that_was_cut_off_at_any_page_changes_nothing(target, small, tmp_path, here):
    data, copy = small.read_bytes(), tmp_path / "cut.commonplace-share"
    for size in range(0, len(data), PAGE):
        copy.write_bytes(data[:size])
        assert target.takes(copy) is None


def scrambled(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with one to thirty faults: bits, runs of zeros or noise, pages that were swapped, parts cut out."""
    changed = bytearray(data)
    pages = len(changed) // PAGE
    for _ in range(dice.randint(1, 30)):
        at, length = dice.randrange(len(changed)), dice.randint(1, 2 * PAGE)
        kind = dice.randrange(5)
        if kind == 0:
            changed[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            changed[at : at + length] = bytes(len(changed[at : at + length]))
        elif kind == 2:
            changed[at : at + length] = dice.randbytes(len(changed[at : at + length]))
        elif kind == 3:
            one, other = (dice.randrange(pages) * PAGE for _ in range(2))
            changed[one : one + PAGE], changed[other : other + PAGE] = (
                changed[other : other + PAGE],
                changed[one : one + PAGE],
            )
        elif dice.random() < 0.1:
            del changed[at : at + length]
    return bytes(changed)


def hold_scrambled(target, package, tmp_path, seeds) -> None:
    data, whole = package.read_bytes(), target.takes(package)
    copy = tmp_path / "scrambled.commonplace-share"
    for seed in seeds:
        copy.write_bytes(scrambled(data, random.Random(seed)))
        assert target.takes(copy) in (None, whole)


def test_a_scrambled_package_changes_nothing(target, tmp_path):
    hold_scrambled(target, packed(tmp_path, 300), tmp_path, range(3))


@pytest.mark.slow
def test_a_large_package_scrambled_in_hundreds_of_ways_changes_nothing(target, tmp_path):
    hold_scrambled(target, packed(tmp_path, 10_000), tmp_path, range(300))


def test_a_package_that_changes_while_it_is_read_is_taken_as_it_was_or_not_at_all(target, small, monkeypatch):
    """Another file under its name, of the very size and time: it is our own copy that is looked at and taken."""
    whole = target.takes(small)
    real, other = receiving._examined, small.with_name("other")
    shutil.copy(small, other)
    other.write_bytes(flipped(other.read_bytes(), random.Random(1)))

    def examined(*args):
        other.replace(small)
        return real(*args)

    monkeypatch.setattr(receiving, "_examined", examined)
    monkeypatch.setattr(receiving, "_remembered", lambda _digest: None)
    assert target.takes(small) == whole
