"""Importing: what becomes of each file, what a cancel or a crash leaves, and what coming again does."""

import os
import sys
from collections import Counter
from pathlib import Path

import pymupdf
import pytest

from commonplace.library import importing
from commonplace.library.bibliography import import_bib
from commonplace.library.highlighting import delete
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import ReadOptions, import_paths
from commonplace.library.referencing import link, list_references, set_fields
from commonplace.library.searching import search
from commonplace.library.session import open_session
from commonplace.library.sources import list_sources, read_text, set_page_label
from commonplace.library.upkeep import check_library, history, redo, undo, undo_state
from core.errors import LibraryBusyError

ONE, TWO, THREE = (f"{word} is a text of its own, long enough to be read.\n" for word in ("One", "Two", "Three"))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


def outcomes(lines) -> dict[str, str]:
    return {Path(line.path).name: line.status for line in lines}


def test_a_folder_is_imported_with_all_in_it_as_one_action(library, folder):
    (folder / "one.txt").write_text(ONE)
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "two.txt").write_text(TWO)
    (folder / "page.html").write_text(f"<title>A page</title><p>{THREE}")

    lines = list(import_paths(library, [folder]))

    assert Counter(line.status for line in lines) == {"imported": 3}
    assert all(line.source and line.citekey and line.characters for line in lines)
    assert [step.label for step in history(library)] == ["Import 3 files"]


def test_twins_in_one_batch_are_stored_once(library, folder, quick):
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(ONE)

    lines = list(import_paths(library, [folder]))

    assert Counter(line.status for line in lines) == {"imported": 1, "duplicate": 2}
    assert len(list_sources(library)) == 1


def test_what_is_there_already_is_known_again(library, folder, quick):
    (folder / "one.txt").write_text(ONE)
    (first,) = import_paths(library, [folder])
    (folder / "renamed.md.txt").write_text(ONE)
    steps = history(library)

    again = list(import_paths(library, [folder]))

    assert {line.status for line in again} == {"duplicate"}
    assert {(line.source, line.citekey, line.characters) for line in again} == {
        (first.source, first.citekey, first.characters)
    }
    assert history(library) == steps


def test_a_file_named_twice_and_in_its_folder_counts_once(library, folder, quick):
    (folder / "one.txt").write_text(ONE)

    assert len(list(import_paths(library, [folder / "one.txt", folder, folder / "one.txt"]))) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.pdf", b""),
        ("empty.txt", b""),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R"),
        ("really-text.pdf", b"I am no PDF at all.\n"),
        ("binary.txt", bytes(range(256)) * 40),
    ],
)
def test_a_file_that_cannot_be_read_is_listed_with_its_reason(library, folder, quick, name, data):
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(ONE)

    lines = {Path(line.path).name: line for line in import_paths(library, [folder])}

    assert lines["good.txt"].status == "imported"
    assert lines[name].status in ("failed", "skipped", "imported")
    if lines[name].status != "imported":
        assert lines[name].reason.endswith(".")
        assert lines[name].source == ""
    assert len(list_sources(library)) == Counter(line.status for line in lines.values())["imported"]


def test_a_kind_that_is_not_read_is_skipped_in_a_folder_and_fails_when_named(library, folder, quick):
    (folder / "data.xlsx").write_bytes(b"PK\x03\x04" + bytes(200))

    assert outcomes(import_paths(library, [folder])) == {"data.xlsx": "skipped"}
    assert outcomes(import_paths(library, [folder / "data.xlsx"])) == {"data.xlsx": "failed"}


def test_a_pdf_with_the_name_of_a_text_is_read_as_what_it_is(library, folder, quick):
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "Read as it is.")
        document.save(folder / "page.txt")

    (line,) = import_paths(library, [folder])

    assert (line.status, line.pages) == ("imported", 1)


def test_a_scan_is_stored_and_said_to_have_no_text(library, folder, quick):
    with pymupdf.open() as document:
        document.new_page().draw_rect((10, 10, 100, 100))
        document.save(folder / "scan.pdf")

    (line,) = import_paths(library, [folder])

    assert (line.status, line.characters, line.reason) == ("imported", 0, "no text layer")


def test_an_encrypted_pdf_needs_its_password(library, folder, quick):
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "Secret until opened.")
        document.save(folder / "closed.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="own")

    (refused,) = import_paths(library, [folder])
    (wrong,) = import_paths(library, [folder], options=ReadOptions(password="shut"))
    (right,) = import_paths(library, [folder], options=ReadOptions(password="open"))

    assert (refused.status, wrong.status, right.status) == ("failed", "failed", "imported")
    assert "--password" in refused.reason
    assert read_text(library, right.source).text.strip() == "Secret until opened."


def test_a_page_tree_that_bites_its_tail_harms_nothing(library, folder):
    (folder / "cyclic.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )
    (folder / "good.txt").write_text(ONE)

    lines = outcomes(import_paths(library, [folder]))

    assert lines["good.txt"] == "imported"
    assert set(lines) == {"good.txt", "cyclic.pdf"}


def test_a_missing_file_fails_and_the_others_are_imported(library, folder, quick):
    (folder / "one.txt").write_text(ONE)

    lines = outcomes(import_paths(library, [folder / "none.txt", folder / "one.txt", folder / "none"]))

    assert lines == {"none.txt": "failed", "one.txt": "imported", "none": "failed"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_listed(library, folder, quick):
    (folder / "closed").mkdir()
    (folder / "closed" / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    (folder / "three.txt").write_text(THREE)
    (folder / "two.txt").chmod(0)
    (folder / "closed").chmod(0)
    try:
        lines = {Path(line.path).name: line for line in import_paths(library, [folder])}
    finally:
        (folder / "closed").chmod(0o700)

    assert {name: line.status for name, line in lines.items()} == {
        "closed": "failed",
        "two.txt": "failed",
        "three.txt": "imported",
    }


def test_odd_things_in_a_folder_stop_nothing(library, folder, quick):
    (folder / "one.txt").write_text(ONE)
    os.mkfifo(folder / "pipe.txt")
    (folder / "nowhere.txt").symlink_to(folder / "missing")
    (folder / "loop").symlink_to(folder)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / ".hidden.txt").write_text(TWO)

    lines = outcomes(import_paths(library, [folder]))

    assert lines["one.txt"] == "imported"
    assert lines["pipe.txt"] == "skipped"
    assert lines["nowhere.txt"] == lines["itself.txt"] == "failed"
    assert ".hidden.txt" not in lines


@pytest.mark.parametrize(
    "name", [b"caf\xe9.txt", b"two\nlines.txt", b"tab\t.txt", "𠮷.txt".encode(), b"\xe2\x80\xaeabc.txt"]
)
def test_files_may_have_any_name(library, folder, quick, name):
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    path.write_text(ONE)

    (line,) = import_paths(library, [path])

    assert line.status == "imported"
    (shown,) = list_sources(library)
    shown.file_names[0].encode()
    assert shown.file_names[0].isprintable()
    assert all(step.label.isprintable() for step in history(library))


def test_the_open_library_is_never_opened_as_a_file(library, folder, tmp_path, quick):
    os.link(library.path, folder / "linked.commonplace")
    (folder / "pointed.txt").symlink_to(library.path)
    (folder / "one.txt").write_text(ONE)
    opened: list[Path] = []

    def watch(event: str, args: tuple) -> None:
        if event == "open" and watching and isinstance(args[0], str | Path):
            opened.append(Path(args[0]))

    watching = True
    sys.addaudithook(watch)
    lines = {Path(line.path).name: line for line in import_paths(library, [tmp_path])}
    watching = False

    assert folder / "one.txt" in opened
    assert not [path for path in opened if path.resolve().name.startswith(library.path.name)]
    assert not [path for path in opened if path.exists() and path.samefile(library.path)]
    assert lines["one.txt"].status == "imported"
    assert {lines[name].status for name in ("linked.commonplace", "pointed.txt", library.path.name)} == {"skipped"}


def test_the_locks_hold_while_the_librarys_folder_is_imported(library, folder, tmp_path, quick):
    (folder / "one.txt").write_text(ONE)
    with library.engine.writing():
        engine = library.engine
        assert engine.value("select 1") == 1
        list(importing.candidates([tmp_path], library.own_files))
        with open_session(library.path, "Bob", writing=True) as other:
            other.engine.raw.set_busy_timeout(0)
            with pytest.raises(LibraryBusyError), other.engine.writing():
                pass


def test_a_file_that_changes_while_it_is_read_is_not_kept(library, folder, monkeypatch, quick):
    path = folder / "one.txt"
    path.write_text(ONE)
    stored = importing.add_blob

    def change_first(engine, digest, chunks):
        path.write_text(TWO)
        stored(engine, digest, chunks)

    monkeypatch.setattr(importing, "add_blob", change_first)
    (changed,) = import_paths(library, [path])
    monkeypatch.setattr(importing, "add_blob", stored)

    assert (changed.status, changed.source) == ("failed", "")
    assert "changed" in changed.reason
    assert list_sources(library) == []
    assert history(library) == []
    (again,) = import_paths(library, [path])
    assert read_text(library, again.source).text == TWO


def test_a_file_that_vanishes_before_it_is_stored_fails_alone(library, folder, monkeypatch, quick):
    (folder / "one.txt").write_text(ONE * 5)
    (folder / "two.txt").write_text(TWO)
    stored = importing.add_blob

    def vanish(engine, digest, chunks):
        (folder / "one.txt").unlink(missing_ok=True)
        stored(engine, digest, chunks)

    monkeypatch.setattr(importing, "add_blob", vanish)

    assert outcomes(import_paths(library, [folder])) == {"one.txt": "failed", "two.txt": "imported"}


def test_cancelling_keeps_what_was_finished_and_leaves_no_process(library, folder, running):
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Number {number} of twelve texts, all different.\n" * 50)
    before = running()
    lines = import_paths(library, [folder], workers=2)
    done = [next(lines) for _ in range(3)]
    lines.close()

    assert running() == before
    assert {line.source for line in done} <= {source.id for source in list_sources(library)}
    assert len(list_sources(library)) < 12
    again = Counter(line.status for line in import_paths(library, [folder]))
    assert again["imported"] + again["duplicate"] == 12
    assert len(list_sources(library)) == 12
    assert running() == before


def test_an_interrupt_while_storing_leaves_whole_documents_only(library, folder, monkeypatch, quick):
    for name, text in (("a.txt", ONE * 3), ("b.txt", TWO * 2), ("c.txt", THREE)):
        (folder / name).write_text(text)
    stored = importing.add_layer

    def interrupt(engine, source, *more):
        if list_sources(library):
            raise KeyboardInterrupt
        return stored(engine, source, *more)

    monkeypatch.setattr(importing, "add_layer", interrupt)
    with pytest.raises(KeyboardInterrupt):
        list(import_paths(library, [folder]))
    monkeypatch.setattr(importing, "add_layer", stored)

    assert [source.file_names for source in list_sources(library)] == [("a.txt",)]
    assert Counter(line.status for line in import_paths(library, [folder])) == {"duplicate": 1, "imported": 2}


def test_undo_of_an_import_takes_all_of_it_back_and_redo_brings_it_again(library, folder, quick):
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    list(import_paths(library, [folder]))
    shown = list_sources(library), list_references(library)

    undo(library)
    assert (list_sources(library), list_references(library)) == ([], [])
    assert search(library, "text").hits == ()
    redo(library)

    assert (list_sources(library), list_references(library)) == shown
    assert len(search(library, "text").hits) == 2


def test_a_document_whose_import_was_undone_comes_again(library, folder, quick):
    (folder / "one.txt").write_text(ONE)
    (first,) = import_paths(library, [folder])
    undo(library)

    (again,) = import_paths(library, [folder])

    assert (again.status, again.source, again.citekey) == ("imported", first.source, first.citekey)
    assert len(search(library, "text").hits) == 1


def test_a_deleted_source_comes_back_with_highlights_labels_and_reference(library, folder, paper, mark, tmp_path):
    line = mark(paper, "speaks of deterrence", concepts=("Deterrence",), note="Mine.")
    set_page_label(library, paper, "#2", "62")
    key = list_sources(library)[0].citekey
    set_fields(library, key, {"title": "A better title"})
    before = list_sources(library), list_highlights(library, Filter()), list_references(library)
    delete(library, paper)
    assert list_highlights(library, Filter()) == []

    (again,) = import_paths(library, [tmp_path / "paper.pdf"])

    assert (again.status, again.citekey) == ("imported", key)
    assert (list_sources(library), list_highlights(library, Filter()), list_references(library)) == before
    assert list_highlights(library, Filter())[0].id == line.id


def test_a_deleted_source_comes_back_to_the_reference_it_was_linked_with(library, bring, tmp_path):
    (source,) = bring({"one.txt": ONE})
    (tmp_path / "b.bib").write_text("@book{Chosen1999, title={Nothing of the kind}, year=1999}")
    import_bib(library, tmp_path / "b.bib")
    link(library, "Chosen1999", source)
    delete(library, source)

    (again,) = import_paths(library, [tmp_path / "documents" / "one.txt"])

    assert again.citekey == "Chosen1999"
    assert list_sources(library)[0].citekey == "Chosen1999"


def test_a_deleted_source_leaves_no_empty_reference_behind(library, bring):
    (source,) = bring({"one.txt": ONE})
    delete(library, source)

    assert list_references(library) == []


def test_keys_are_never_given_out_twice(library, bring):
    (first, second) = bring({"one.txt": ONE, "one-.txt": TWO})
    keys = [line.citekey for line in list_sources(library)]
    delete(library, first)
    delete(library, second)
    bring({"one.html": f"<p>{THREE}"})

    assert list_sources(library)[0].citekey not in keys


def test_an_import_of_nothing_is_no_step(library, folder, quick):
    (folder / "data.xlsx").write_bytes(b"PK\x03\x04" + bytes(200))
    list(import_paths(library, [folder]))

    assert list(import_paths(library, [])) == []
    assert history(library) == []
    assert undo_state(library).undo is None


def test_an_index_that_cannot_be_written_loses_no_document(library, folder, home, quick):
    (folder / "one.txt").write_text(ONE)
    (home / "cache").mkdir(parents=True)
    (home / "cache" / "commonplace").write_text("in the way")

    lines = list(import_paths(library, [folder]))
    (home / "cache" / "commonplace").unlink()

    assert [line.status for line in lines] == ["imported"]
    assert len(search(library, "text").hits) == 1


def test_check_counts_what_was_stored(library, folder, quick):
    (folder / "one.txt").write_text(ONE)
    list(import_paths(library, [folder]))

    report = check_library(library)

    assert (report.problems, report.remarks) == ((), ())
    assert report.counts["source"] == 1
