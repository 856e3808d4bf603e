"""Opening a library, and what lies beside it."""

import os
import shutil
from pathlib import Path

import pytest

from commonplace.library.importing import import_paths
from commonplace.library.searching import search
from commonplace.library.session import new_library, open_session
from core.errors import LibraryMissingError, NotDoneError


def test_a_default_library_that_nobody_made_reads_as_an_empty_one():
    with open_session(None, None, writing=False) as library:
        assert search(library, "sea").hits == ()
        with pytest.raises(NotDoneError, match="no library yet"):
            library.action("Add something")


def test_reading_leaves_no_profile_behind():
    with open_session(None, None, writing=False):
        pass

    assert not Path(os.environ["XDG_CONFIG_HOME"]).exists() or not list(
        Path(os.environ["XDG_CONFIG_HOME"]).rglob("*.json")
    )


def test_a_library_that_was_named_must_be_there(tmp_path):
    with pytest.raises(LibraryMissingError):
        open_session(tmp_path / "none.commonplace", None, writing=True)


def test_a_person_stays_the_same_in_every_library(tmp_path):
    with (
        new_library(tmp_path / "a.commonplace", "Ann") as first,
        new_library(tmp_path / "b.commonplace", "Ann") as second,
    ):
        assert first.person == second.person


def test_a_search_does_without_a_cache_that_cannot_be_written(tmp_path):
    (tmp_path / "one.txt").write_text("A quiet sea, and a loud harbour.\n", "utf-8")
    with new_library(tmp_path / "a.commonplace", "Ann") as library:
        assert [line.status for line in import_paths(library, [tmp_path / "one.txt"])] == ["imported"]
    cache = Path(os.environ["XDG_CACHE_HOME"])
    shutil.rmtree(cache, ignore_errors=True)
    cache.write_text("in the way", "utf-8")

    with open_session(tmp_path / "a.commonplace", None, writing=False) as again:
        assert len(search(again, "harbour").hits) == 1
