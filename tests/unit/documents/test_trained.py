"""Where the data for text recognition are looked for."""

import pytest

from commonplace.documents import trained


@pytest.fixture(autouse=True)
def _nothing_installed(tmp_path, monkeypatch):
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr(trained, "_SHARED", tmp_path / "shared")
    monkeypatch.setattr(trained, "_USUAL", ())


def taught(folder, *names):
    folder.mkdir(parents=True)
    for name in names:
        (folder / f"{name}.traineddata").touch()
    return folder


def test_without_data_there_is_no_folder():
    assert trained.trained_folder() is None


def test_the_newest_of_the_systems_versions_is_taken(tmp_path):
    taught(tmp_path / "shared" / "4.00" / "tessdata", "eng")
    newest = taught(tmp_path / "shared" / "5" / "tessdata", "eng", "jpn", "osd")

    assert trained.trained_folder() == newest
    assert trained.languages(newest) == ("eng", "jpn")


@pytest.mark.parametrize("below", ["", "tessdata"])
def test_the_folder_that_the_person_names_comes_first(tmp_path, monkeypatch, below):
    taught(tmp_path / "shared" / "5" / "tessdata", "eng")
    own = taught(tmp_path / "own" / below, "jpn")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path / "own"))

    assert trained.trained_folder() == own


def test_a_folder_that_only_tells_directions_reads_no_language(tmp_path):
    taught(tmp_path / "shared" / "5" / "tessdata", "osd", "equ")

    assert trained.trained_folder() is None
