"""Second versions that cloud clients make, known by their names alone."""

import pytest

from commonplace.library.cloud_copies import copy_of, kind_of

ALONE = [
    # Dropbox
    ("Thesis (Aiko's conflicted copy 2024-01-02).commonplace", "Thesis.commonplace"),
    ("Thesis (conflicted copy).commonplace", "Thesis.commonplace"),
    ("Thesis (DESKTOP-AB12CD3's conflicted copy 2024-01-02 (1)).commonplace", "Thesis.commonplace"),
    ("Thesis (Case Conflict).commonplace", "Thesis.commonplace"),
    ("Thesis (In Konflikt stehende Kopie von Aiko 2024-01-02).commonplace", "Thesis.commonplace"),
    ("Thesis (Copie en conflit de Aiko 2024-01-02).commonplace", "Thesis.commonplace"),
    ("Thesis (Copia en conflicto de Aiko 2024-01-02).commonplace", "Thesis.commonplace"),
    ("論文 (Aiko の競合コピー 2024-01-02).commonplace", "論文.commonplace"),
    # Nextcloud, ownCloud
    ("Thesis (conflicted copy 2024-01-02 123456).commonplace", "Thesis.commonplace"),
    ("Thesis_conflict-20240102-123456.commonplace", "Thesis.commonplace"),
    # Syncthing
    ("Thesis.sync-conflict-20240102-123456-ABCDEF7.commonplace", "Thesis.commonplace"),
    ("Thesis.sync-conflict-20240102-123456.commonplace", "Thesis.commonplace"),
    # Google Drive, MEGA
    ("Thesis (1).commonplace", "Thesis.commonplace"),
    ("Thesis (1) (2).commonplace", "Thesis.commonplace"),
    # Seafile, pCloud, Synology, Resilio
    ("Thesis (SFConflict aiko@example.org 2024-01-02-12-34-56).commonplace", "Thesis.commonplace"),
    ("Thesis [conflicted].commonplace", "Thesis.commonplace"),
    ("Thesis_NAS_Jan-02-1234-2024_Conflict.commonplace", "Thesis.commonplace"),
    ("Thesis.Conflict.commonplace", "Thesis.commonplace"),
    # An ending that the client does not know
    ("Thesis.commonplace (conflicted copy)", "Thesis.commonplace"),
    ("Thesis.commonplace.sync-conflict-20240102-123456-ABCDEF7", "Thesis.commonplace"),
    # OneDrive, iCloud and Box, of names that no person writes
    ("Aiko-0123456789ab-LAPTOP-7K2.commonplace", "Aiko-0123456789ab.commonplace"),
    ("Aiko-0123456789ab 2.commonplace", "Aiko-0123456789ab.commonplace"),
]
BESIDE = [
    ("Thesis-DESKTOP-AB12CD3.commonplace", "Thesis.commonplace"),
    ("Thesis-Aikos-MacBook-Pro.commonplace", "Thesis.commonplace"),
    ("My-Thesis-PC.commonplace", "My-Thesis.commonplace"),
    ("Thesis 2.commonplace", "Thesis.commonplace"),
    ("Thesis (Aiko Tanaka).commonplace", "Thesis.commonplace"),
]
NONE = [
    "Thesis.commonplace",
    "Conflict.commonplace",
    "Conflict studies.commonplace",
    "Thesis (conflict studies).commonplace",
    "Aiko-0123456789ab.commonplace",
    "Thesis-draft.commonplace",
    "(1).commonplace",
    "notes (1).txt",
    "Thesis (1).commonplace-wal",
]
PACKAGES = [(name.replace(".commonplace", ".commonplace-share"), of) for name, of in ALONE + BESIDE]


@pytest.mark.parametrize(("name", "original"), ALONE)
def test_what_only_a_client_writes_is_known_alone(name, original):
    assert copy_of(name, {name}) == original


@pytest.mark.parametrize(("name", "original"), PACKAGES)
def test_packages_have_copies_as_libraries_have(name, original):
    original = original.replace(".commonplace", ".commonplace-share")
    assert kind_of(name) == ".commonplace-share"
    assert copy_of(name, {name, original}) == original


@pytest.mark.parametrize(("name", "original"), BESIDE)
def test_what_a_person_may_write_is_a_copy_only_beside_its_original(name, original):
    assert copy_of(name, {name}) == ""
    assert copy_of(name, {name, original}) == original


@pytest.mark.parametrize("name", NONE)
def test_other_names_are_none(name):
    assert copy_of(name, {name}) == ""


@pytest.mark.parametrize(
    "name",
    ["a.pdf", ".a.commonplace-share", "a.commonplace-wal", "a.commonplace-share.part", "a.commonplace-private", ""],
)
def test_only_packages_and_libraries_can_be_merged(name):
    assert kind_of(name) == ""
