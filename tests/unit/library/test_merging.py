"""Merging through files: what comes, what it says beforehand, and that all of it comes or nothing."""

import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import apsw
import pytest

from commonplace.library import asking
from commonplace.library.bibexport import export_bib
from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import add_concept, list_concepts, move_concept
from commonplace.library.highlighting import HighlightRequest, delete, highlight, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.merging import merge
from commonplace.library.past import past, undo_action
from commonplace.library.referencing import link, list_references
from commonplace.library.replacing import replace_source
from commonplace.library.session import open_session, withdrawn_folder
from commonplace.library.sharing import ShareRequest, share
from commonplace.library.sources import list_sources
from commonplace.library.upkeep import check_library, redo, undo, undo_labels
from core.errors import (
    LibraryDamagedError,
    LibraryMissingError,
    LibraryTooNewError,
    NotDoneError,
    StorageError,
    UserError,
)
from core.records import Layer
from db.check import dump
from db.conflicts import count_conflicts
from db.engine import Engine
from db.kinds import CONCEPT, HIGHLIGHT, NOTE, SOURCE
from db.ledger import Action
from db.opening import create
from db.schema import REPLICATED
from db.writers import Writer

ROOT = Path(__file__).resolve().parents[3]


def everything(library):
    """Return all that a library holds and shows, without what is local to its file."""
    engine = library.engine
    records = {
        table._meta.table_name: sorted(engine.rows(f"select * from {table._meta.table_name}")) for table in REPLICATED
    }
    return records, dump(engine)


def content(library):
    """Return the bytes of a library's file, once it is open: the first time changes its header."""
    library.engine.rows("select 1 from meta")
    return library.path.read_bytes()


def shown(library):
    return dump(library.engine)


@pytest.fixture
def bob(tmp_path, quick):
    """A colleague's library, with a document, a highlight, a tag and a note."""
    path = tmp_path / "bob.commonplace"
    with joined(path, "Bob", new=True) as library:
        text = tmp_path / "sea.txt"
        text.write_text("The harbour towns spoke of a free and open sea.\n", "utf-8")
        furnish(library, text)
        yield library


@contextmanager
def joined(path, name, *, new=False):
    if new:
        create(path).close()
    with open_session(path, name, writing=True) as library:
        yield library


def furnish(library, text):
    (line,) = import_paths(library, [text])
    request = HighlightRequest(("free and open sea",), concepts=("FOIP",), create=True, note="A note")
    highlight(library, line.source, request)


def packed(library, path, **wanted):
    share(library, path, ShareRequest(**wanted))
    return path


def test_a_dry_run_tells_what_the_merge_then_does_and_writes_nothing(library, bob, tmp_path):
    package = packed(bob, tmp_path / "bob.commonplace-share")
    before = content(library)
    told = merge(library, package, dry_run=True)
    assert content(library) == before
    assert (told.unchanged, told.changed, told.conflicts, told.deletions) == (False, 0, 0, 0)
    assert {kind: told.added[kind] for kind in ("source", "highlight", "tagging", "note", "concept")} == dict.fromkeys(
        ("source", "highlight", "tagging", "note", "concept"), 1
    )
    assert [(one.name, one.highlights, one.notes, one.taggings) for one in told.persons] == [("Bob", 1, 1, 1)]
    assert told.deliverer.name == "Bob"
    done = merge(library, package)
    assert (done.added, done.persons, done.deliverer) == (told.added, told.persons, told.deliverer)
    assert shown(library) == shown(bob) | {"person": shown(library)["person"]}
    with closing(Engine(Path(done.backup), read_only=True)) as backup:
        assert backup.rows("select count(*) from entity where kind<>'person'") == [(0,)]


def test_a_second_merge_writes_not_one_byte(library, bob, tmp_path):
    package = packed(bob, tmp_path / "bob.commonplace-share")
    merge(library, package)
    before, backups = content(library), sorted(tmp_path.rglob("* before merge.commonplace"))
    assert merge(library, package).unchanged
    assert merge(library, bob.path).unchanged
    assert content(library) == before
    assert sorted(tmp_path.rglob("* before merge.commonplace")) == backups
    assert undo_labels(library) == ("Merge bob.commonplace-share", "")


def test_a_copy_of_an_open_library_is_taken_with_and_without_its_log(library, bob, tmp_path):
    alone = tmp_path / "copy.commonplace"
    shutil.copy(bob.path, alone)
    assert merge(library, alone, dry_run=True).added["highlight"] == 1
    bob.engine.rows("pragma wal_autocheckpoint=0")
    bob.engine.rows("begin immediate")
    bob.engine.rows("insert into meta values('waits', 'in the log')")
    bob.engine.rows("commit")
    assert bob.path.with_name("bob.commonplace-wal").stat().st_size
    assert merge(library, bob.path).added["highlight"] == 1


_LOCKS = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)  # what SQLite's readers hold
    except OSError:
        print("held")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there closing a file drops no locks")
def test_a_library_that_is_open_here_too_keeps_its_locks(library, bob):
    def locks():
        return subprocess.run(
            [sys.executable, "-c", _LOCKS, bob.path], capture_output=True, text=True, check=True
        ).stdout

    assert list_highlights(bob, Filter())
    assert locks() == "held\n"
    merge(library, bob.path)
    assert locks() == "held\n"


def test_a_merge_can_be_called_off_until_it_is_kept(library, bob, tmp_path):
    """At any look of some hundreds, the first, the last and many between: nothing came, and nothing is left over."""
    package = packed(bob, tmp_path / "bob.commonplace-share")
    merge(library, package, dry_run=True)  # from then on nobody has to look at these bytes again
    before, looks = everything(library), _looks_in(library, package)
    undo(library)
    assert everything(library) == before
    backups = set(tmp_path.rglob("* before merge*"))
    for last in {0, 1, looks - 1, *range(2, looks, max(looks // 60, 1))}:
        with pytest.raises(KeyboardInterrupt):
            merge(library, package, alive=_until(last))
        assert everything(library) == before, last
        assert set(tmp_path.rglob("* before merge*")) == backups
        assert library.engine.rows("select count(*) from merged where undone=0") == [(0,)]
    assert not merge(library, package, alive=_until(looks)).unchanged


def _looks_in(library, package):
    asked = []
    merge(library, package, alive=lambda: asked.append(1) or True)
    return len(asked)


def _until(last):
    looks = iter(range(last))
    return lambda: next(looks, None) is not None


def test_undo_gives_back_the_former_state_and_redo_the_merge(library, bob, tmp_path):
    before = everything(library)
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    after = everything(library)
    assert undo(library).label == "Merge bob.commonplace-share"
    assert everything(library) == before
    assert undo_labels(library) == ("", "Merge bob.commonplace-share")
    redo(library)
    assert everything(library) == after
    assert undo_labels(library) == ("Merge bob.commonplace-share", "")
    undo(library)
    assert everything(library) == before
    assert not merge(library, tmp_path / "bob.commonplace-share").unchanged
    assert everything(library) == after


def move_below_a_new_one(bob, _tmp_path):
    add_concept(bob, "Order")
    move_concept(bob, "FOIP", "Order")


def link_with_a_new_entry(bob, tmp_path):
    (tmp_path / "sea.bib").write_text("@report{Sea2001, title={The Sea}, file={sea.txt}}\n", "utf-8")
    import_bib(bob, tmp_path / "sea.bib")
    (tmp_path / "else.bib").write_text("@report{Else2001, title={Else}}\n", "utf-8")
    import_bib(bob, tmp_path / "else.bib")
    link(bob, "Else2001", list_sources(bob)[0].id)


def find_in_a_new_version(bob, tmp_path):
    (tmp_path / "later.txt").write_text("Later.\n\nThe harbour towns spoke of a free and open sea.\n", "utf-8")
    replace_source(bob, list_sources(bob)[0].id, tmp_path / "later.txt")


def test_undo_takes_the_rest_back_of_which_a_part_was_here(library, bob, tmp_path):
    (tmp_path / "sea.bib").write_text("@report{Sea2001, title={The Sea}, file={sea.txt}}\n", "utf-8")
    import_bib(bob, tmp_path / "sea.bib")
    merge(library, packed(bob, tmp_path / "part.commonplace-share", concepts=("FOIP",), documents=False))
    before = everything(library)
    merge(library, packed(bob, tmp_path / "whole.commonplace-share"))
    undo(library)
    assert everything(library) == before


@pytest.mark.parametrize("change", [move_below_a_new_one, link_with_a_new_entry, find_in_a_new_version])
def test_undo_takes_back_what_a_merge_made_of_things_that_were_here(library, bob, tmp_path, change):
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    before = everything(library)
    change(bob, tmp_path)
    merge(library, packed(bob, tmp_path / "second.commonplace-share"))
    after = everything(library)
    undo(library)
    assert everything(library) == before
    redo(library)
    assert everything(library) == after


def test_undo_of_a_merge_waits_for_what_was_put_below_a_concept_of_it(library, bob, tmp_path):
    mine = add_concept(library, "Mine").id
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    theirs = next(one.id for one in list_concepts(library) if one.name == "FOIP")
    with Action(library.engine, replace(library.writer, installation=b"laptop--"), "Move") as action:
        action.set(CONCEPT, mine, "parents", [theirs])
    before = everything(library)
    with pytest.raises(NotDoneError, match="builds on"):
        undo(library)
    assert everything(library) == before


def test_undo_of_a_merge_waits_for_what_is_private(library, bob, tmp_path):
    """The private note is of another installation, so it is no step that would be undone before the merge."""
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    ((marked,),) = library.engine.rows("select id from highlight")
    elsewhere = replace(library.writer, installation=b"laptop--")
    private = library.private.made(elsewhere)
    note = {"nonce": "1", "target": marked.hex(), "person": library.person, "created": 1}
    with Action(private, elsewhere, "Note") as action:
        made = action.make(NOTE, note, {"text": "quetzalcoatl"})
    before = content(library)

    with pytest.raises(NotDoneError, match="private builds on") as error:
        undo(library)

    assert error.value.code == "built-on"
    assert content(library) == before
    assert b"quetzalcoatl" not in before
    assert not any(b"quetzalcoatl" in file.read_bytes() for file in withdrawn_folder(library.library_id).rglob("*"))
    assert undo_labels(library)[0] == "Merge bob.commonplace-share"

    with Action(private, elsewhere, "Delete it") as action:
        action.delete(NOTE, made)
    assert undo(library).label == "Merge bob.commonplace-share"
    assert library.engine.rows("select id from highlight") == []


def test_undo_of_a_merge_waits_for_what_was_done_after_it(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    (highlight,) = [id for (id,) in library.engine.rows("select id from highlight")]
    with library.action("Recolour") as action:
        action.set(HIGHLIGHT, highlight.hex(), "colour", "red")
    merged = shown(library)
    with library.action("Delete it") as action:
        action.delete(HIGHLIGHT, highlight.hex())
    assert undo(library).label == "Delete it"
    assert shown(library) == merged
    assert undo(library).label == "Recolour"
    assert undo(library).label == "Merge bob.commonplace-share"
    assert redo(library).label == "Merge bob.commonplace-share"
    assert redo(library).label == "Recolour"
    assert redo(library).label == "Delete it"
    assert check_library(library).problems == ()


def test_undo_is_refused_where_somebody_else_here_builds_on_it(library, bob, tmp_path):
    """Another installation's work on what came is not ours to take back first."""
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    (highlight,) = [id for (id,) in library.engine.rows("select id from highlight")]
    other = Writer("cleo", "Cleo", b"cleodesk")
    with Action(library.engine, other, "Delete it") as action:
        action.delete(HIGHLIGHT, highlight.hex())
    before = everything(library)
    with pytest.raises(NotDoneError, match="builds on"):
        undo(library)
    assert everything(library) == before
    assert not list(withdrawn_folder(library.library_id).rglob("*.withdrawn"))


def test_many_deletions_are_asked_for(library, bob, tmp_path):
    with bob.action("Add many") as action:
        made = [action.make(CONCEPT, {"nonce": str(number), "name": f"Concept {number}"}) for number in range(20)]
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    with bob.action("Delete many") as action:
        for concept in made[:11]:
            action.delete(CONCEPT, concept)
    package = packed(bob, tmp_path / "second.commonplace-share")
    before = content(library)
    told = merge(library, package, dry_run=True)
    assert (told.deletions, told.deleted, told.asks) == (11, {"concept": 11}, True)
    with pytest.raises(NotDoneError) as error:
        merge(library, package)
    assert error.value.code == "many-deletions"
    assert content(library) == before
    assert merge(library, package, with_deletions=True).deletions == 11
    assert library.engine.value("select count(*) from concept where alive") == 10


def test_what_would_put_concepts_too_deep_to_be_shown_is_refused(library, bob, tmp_path, monkeypatch):
    monkeypatch.setattr("commonplace.library.merging.DEEPEST", 3)
    for above, name in pairwise(("", "a", "b", "c")):
        add_concept(bob, name, parent=above or None)
    merge(library, bob.path)
    add_concept(bob, "d", parent="c")
    before = everything(library)
    for dry_run in (True, False):
        with pytest.raises(NotDoneError, match="4 levels deep"):
            merge(library, bob.path, dry_run=dry_run)
    assert everything(library) == before
    add_concept(library, "own", parent="c")  # is as deep already
    merge(library, bob.path)


def test_a_deleted_source_takes_its_highlights_along(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    (source,) = [id for (id,) in bob.engine.rows("select id from source")]
    with bob.action("Delete it") as action:
        action.delete(SOURCE, source.hex())
    told = merge(library, packed(bob, tmp_path / "second.commonplace-share"))
    assert {kind: told.deleted.get(kind) for kind in ("source", "highlight", "tagging", "note")} == dict.fromkeys(
        ("source", "highlight", "tagging", "note"), 1
    )


def test_what_comes_back_with_its_source_is_told(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    ((source,),) = bob.engine.rows("select lower(hex(id)) from source")
    delete(library, source)
    highlight(bob, source, HighlightRequest(("harbour towns",)))
    told = merge(library, packed(bob, tmp_path / "second.commonplace-share"))
    assert len(list_highlights(library, Filter())) == 2
    assert {kind: told.added.get(kind) for kind in ("source", "highlight", "tagging", "note")} == {
        "source": 1, "highlight": 2, "tagging": 1, "note": 1,
    }  # fmt: skip


def test_what_goes_with_the_last_that_kept_it_is_told(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    ((mark,),) = bob.engine.rows("select lower(hex(id)) from highlight")
    delete(library, mark)
    with joined(bob.path, "Carla") as other:
        write_note(other, mark, "Read this again")
    merge(library, packed(bob, tmp_path / "second.commonplace-share"))
    assert len(list_highlights(library, Filter())) == 1
    with joined(bob.path, "Carla") as other:
        write_note(other, mark, "")
    told = merge(library, packed(bob, tmp_path / "third.commonplace-share"))
    assert list_highlights(library, Filter()) == []
    assert told.deleted.get("highlight") == 1


def test_conflicts_and_changes_are_told(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    (concept,) = [id.hex() for (id,) in bob.engine.rows("select id from concept")]
    with bob.action("Define") as action:
        action.set(CONCEPT, concept, "definition", "Free and open")
    told = merge(library, packed(bob, tmp_path / "second.commonplace-share"))
    assert (told.changed_kinds, told.conflicts, told.conflicts_left) == ({"concept": 1}, 0, 0)
    for one, colour in ((library, "red"), (bob, "blue")):
        with one.action("Colour") as action:
            action.set(CONCEPT, concept, "colour", colour)
    told = merge(library, packed(bob, tmp_path / "third.commonplace-share"))
    assert (told.conflicts, told.conflicts_left) == (1, 1)


def test_a_bib_read_before_its_document_or_after_it_gives_one_reference(library, bob, tmp_path):
    (tmp_path / "sea.bib").write_text("@report{Sea2001, title={The Sea}, file={sea.txt}}\n", "utf-8")
    import_bib(bob, tmp_path / "sea.bib")
    import_bib(library, tmp_path / "sea.bib")
    list(import_paths(library, [tmp_path / "sea.txt"]))
    with joined(tmp_path / "other.commonplace", "Carla", new=True) as other:
        list(import_paths(other, [tmp_path / "sea.txt"]))
        for theirs in (bob.path, other.path):
            told = merge(library, theirs)
            assert (told.conflicts, [one.kind for one in told.duplicates]) == (0, [])
        (key,) = {line.citekey for line in list_sources(other)}
    assert [line.citekey for line in list_references(library)] == [line.citekey for line in list_sources(library)]
    (work,) = list_references(library)
    assert {"Sea2001", key} == {work.citekey, *work.aliases}
    assert export_bib(library).startswith(b"@report{")


@pytest.mark.parametrize("key", ["Sea2001", "Sea2002"])
def test_a_later_bib_speaks_for_an_entry_that_came_twice(library, bob, tmp_path, key):
    bib, other = tmp_path / "sea.bib", "@book{Other, title={Another}}\n"
    bib.write_text("@report{Sea2001, title={The Sea}, doi={10.1000/sea}, file={sea.txt}}\n" + other, "utf-8")
    for one in (library, bob):
        import_bib(one, bib)
    merge(library, bob.path)
    assert len(list_references(library)) == 2
    entry = f"@report{{{key}, title={{The Open Sea}}, doi={{10.1000/sea}}, file={{sea.txt}}}}\n"
    bib.write_text(entry + other, "utf-8")
    import_bib(library, bib)
    work, _ = list_references(library)
    assert (work.citekey, work.fields["title"]) == (key, "The Open Sea")
    assert count_conflicts(library.engine) == 0


def test_sources_without_a_copy_here_are_told(library, bob, tmp_path):
    package = packed(bob, tmp_path / "bob.commonplace-share", documents=False)
    (missing,) = merge(library, package).missing_documents
    assert missing.name == "sea.txt"


def test_a_merge_stands_in_the_history_with_who_delivered_it_and_what_it_brought(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    step = next(one for one in past(library) if one.brought)
    assert (step.label, step.person, step.undone) == ("Merge bob.commonplace-share", "Bob", False)
    assert (step.brought["highlight"], step.brought["note"]) == (1, 1)
    undo_action(library, step.id)
    back, again = (one for one in past(library) if one.label == step.label)
    assert (again.id, again.undone, again.brought) == (step.id, True, {})
    assert (back.undoes, back.at > again.at) == (step.id, True)
    redo(library)
    forth, back, again = (one for one in past(library) if one.label == step.label)
    assert (again.id, again.undone, again.brought) == (step.id, False, step.brought)
    assert (back.undoes, back.undone, forth.undoes, forth.undone) == (step.id, True, back.id, False)
    assert forth.at >= back.at >= again.at
    undo(library)
    assert [one.undone for one in past(library) if one.label == step.label] == [False, True, True, True]


def test_a_merge_in_the_middle_is_taken_back_where_nothing_builds_on_it(library, bob, tmp_path):
    before = shown(library)
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    (step,) = (one for one in past(library) if one.brought)
    with_merge = everything(library)
    add_concept(library, "Since")
    with_both = everything(library)
    assert undo_action(library, step.id[:12]).label == step.label
    assert shown(library)["highlight"] == before["highlight"]
    assert library.engine.rows("select name from concept where alive") == [("Since",)]
    with pytest.raises(NotDoneError, match="taken back already"):
        undo_action(library, step.id)
    assert undo_labels(library) == ("Add concept Since", step.label)
    redo(library)
    assert everything(library) == with_both
    undo(library)
    assert shown(library)["highlight"] == with_merge[1]["highlight"]


def test_a_merge_in_the_middle_that_something_builds_on_stays(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    (step,) = (one for one in past(library) if one.brought)
    (line,) = list_highlights(library, Filter())
    write_note(library, line.id, "I build on it")
    add_concept(library, "Since")
    before = everything(library)
    with pytest.raises(NotDoneError, match="builds on"):
        undo_action(library, step.id)
    assert everything(library) == before


def test_a_merge_whose_records_another_brought_too_stays(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "first.commonplace-share"))
    first = next(one for one in past(library) if one.brought)
    add_concept(bob, "Another")
    merge(library, packed(bob, tmp_path / "second.commonplace-share"))
    before = everything(library)
    with pytest.raises(NotDoneError, match="brought some of the same") as refused:
        undo_action(library, first.id)
    assert "Merge second.commonplace-share" in refused.value.hint
    assert everything(library) == before
    undo(library)
    undo_action(library, first.id)
    assert not list_highlights(library, Filter())


def test_what_waits_for_a_place_in_the_text_that_is_here_is_counted(library, bob, reread, tmp_path):
    (line,) = import_paths(library, [tmp_path / "sea.txt"])
    reread(line.source, Layer("text", "by hand", "Another heading.\nThe harbour towns spoke of a free and open sea.\n"))
    package = packed(bob, tmp_path / "bob.commonplace-share")
    assert merge(library, package, dry_run=True).waiting == 1
    assert merge(library, package).waiting == 1
    assert merge(library, package).waiting == 0


def test_a_namesake_is_proposed_as_the_same_person(library, tmp_path):
    with joined(tmp_path / "other.commonplace", "Ann", new=True) as other:
        for engine, nonce in ((library.engine, "one"), (other.engine, "another")):
            with Action(engine, Writer(nonce, "Ann", nonce.encode().ljust(8, b"-")), "Add") as action:
                action.make(CONCEPT, {"nonce": nonce, "name": "FOIP"})
        told = merge(library, other.path)
    assert [(one.kind, one.why, one.name) for one in told.duplicates] == [("person", "name", "Ann")]


def test_into_a_library_that_cannot_be_written_to_nothing_is_merged(library, bob, tmp_path, monkeypatch):
    package = packed(bob, tmp_path / "bob.commonplace-share")
    before = content(library)
    monkeypatch.setattr(library.engine, "read_only", True)
    for dry_run in (True, False):
        with pytest.raises(StorageError) as refused:
            merge(library, package, dry_run=dry_run)
        assert refused.value.code == "read-only"
    assert content(library) == before


# Files that are not taken


def test_the_open_library_itself_is_not_merged_by_whatever_name(library, tmp_path):
    link = tmp_path / "link.commonplace-share"
    link.symlink_to(library.path)
    for path in (library.path, link):
        with pytest.raises(NotDoneError):
            merge(library, path)


def test_a_link_to_a_package_is_followed_and_to_a_device_is_not(library, bob, tmp_path):
    package, link, device = packed(bob, tmp_path / "bob.commonplace-share"), tmp_path / "link", tmp_path / "zero"
    link.symlink_to(package)
    device.symlink_to("/dev/zero")
    assert merge(library, link, dry_run=True).added["highlight"] == 1
    with pytest.raises(LibraryDamagedError):
        merge(library, device)
    with pytest.raises(LibraryMissingError):
        merge(library, tmp_path / "nothing")


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger t after insert on entity begin delete from entity; end",
        "update entity set core='{}'",
        "pragma user_version=7",
        "pragma application_id=7",
    ],
)
def test_a_file_that_must_not_be_believed_changes_nothing(library, bob, tmp_path, statement):
    package = packed(bob, tmp_path / "bob.commonplace-share")
    with closing(apsw.Connection(str(package))) as connection:
        connection.execute(statement)
    before = content(library)
    with pytest.raises((LibraryDamagedError, LibraryTooNewError)):
        merge(library, package)
    assert content(library) == before
    assert not list(tmp_path.rglob("* before merge.commonplace"))


def test_a_reader_that_dies_costs_the_file_alone(library, bob, tmp_path, monkeypatch):
    package = packed(bob, tmp_path / "bob.commonplace-share")
    monkeypatch.setattr(asking, "MEMORY_LIMIT", 1 << 26)
    before = content(library)
    with pytest.raises(UserError):
        merge(library, package)
    assert content(library) == before


def test_nothing_is_left_of_the_copy(library, bob, tmp_path):
    merge(library, packed(bob, tmp_path / "bob.commonplace-share"))
    assert not [one for folder in tmp_path.rglob("received") for one in folder.iterdir()]


# Faults


_MERGER = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}]
from commonplace.library.merging import merge
from commonplace.library.session import open_session
with open_session(Path({library!r}), "Ann", writing=True) as library:
    print("open", flush=True)
    merge(library, Path({package!r}))
    print("done", flush=True)
"""


def kill(library, package, delay):
    code = _MERGER.format(root=str(ROOT), library=str(library), package=str(package))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "open\n"
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


@pytest.fixture
def states(library, bob, tmp_path):
    """A closed library, a package with some hundreds of things, and what the one shows before and after the other."""
    with bob.action("Add many") as action:
        for number in range(500):
            action.make(CONCEPT, {"nonce": str(number), "name": f"Concept {number}"})
    package = packed(bob, tmp_path / "bob.commonplace-share")
    path, merged = tmp_path / "target.commonplace", tmp_path / "merged.commonplace"
    for copy in (path, merged):
        shutil.copy(library.path, copy)
    before = seen(path)
    with joined(merged, "Ann") as other:
        merge(other, package)
    return path, package, before, seen(merged)


def seen(path):
    with open_session(path, "Ann", writing=False) as library:
        assert check_library(library).problems == ()
        return dump(library.engine)


def killed_is_before_or_after(states, times, seed):
    path, package, before, after = states
    original = path.read_bytes()
    random.seed(seed)
    for _ in range(times):
        path.write_bytes(original)
        kill(path, package, random.uniform(0, 0.9))
        found = seen(path)
        assert found in (before, after)
        with joined(path, "Ann") as library:
            merge(library, package)
            assert dump(library.engine) == after
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)


def test_a_merge_that_is_killed_has_happened_or_not(states):
    killed_is_before_or_after(states, 3, seed=5)


@pytest.mark.slow
def test_a_merge_that_is_killed_often_has_happened_or_not(states):
    killed_is_before_or_after(states, 200, seed=6)


class FailingDisk(apsw.VFS):
    """A disk that fails once, at the n-th write, sync or truncation."""

    def __init__(self):
        super().__init__("failing-in-a-merge", "")
        self.left = None

    def xOpen(self, name, flags):
        return _FailingFile(self, name, flags)

    def count(self):
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                raise apsw.IOError("the disk fails")


class _FailingFile(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self._disk = disk
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        self._disk.count()
        super().xWrite(data, offset)

    def xSync(self, flags):
        self._disk.count()

    def xTruncate(self, size):
        self._disk.count()
        super().xTruncate(size)


def failing_is_before_or_after(states, moments):
    path, package, before, after = states
    original, disk = path.read_bytes(), FailingDisk()
    try:
        for moment in moments:
            path.write_bytes(original)
            with joined(path, "Ann") as library:
                library.engine.close()
                library.engine = Engine(path, vfs="failing-in-a-merge")
                library.engine.rows("select 1 from meta")
                disk.left = moment
                try:
                    merge(library, package)
                    failed = False
                except UserError:
                    failed = True
                fired, disk.left = disk.left <= 0, None
                assert dump(library.engine) == (before if failed else after)
            assert seen(path) == (before if failed else after)
            if not fired:
                return moment
    finally:
        disk.unregister()
    return moments[-1]


def test_a_disk_that_fails_in_a_merge_leaves_what_was(states):
    assert failing_is_before_or_after(states, [1, 2, 5, 17, 60, 120, 200]) > 2


@pytest.mark.slow
def test_a_disk_that_fails_at_any_write_of_a_merge_leaves_what_was(states):
    assert failing_is_before_or_after(states, range(1, 5000)) > 100
