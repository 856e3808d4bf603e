"""What is for oneself alone: where it is kept, who sees it, and the switch between private and shared."""

import stat

import pytest

from commonplace.library.bounds import change_ranges
from commonplace.library.concepts import delete_concept, list_concepts
from commonplace.library.exporting import export_notes, prepare_export
from commonplace.library.highlighting import delete, put_note, tag, untag, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.overview import quote_details, quotes
from commonplace.library.previewing import preview_export
from commonplace.library.privacy import make_private, make_shared, switch
from commonplace.library.quoting import edit_quote
from commonplace.library.replacing import replace_source
from commonplace.library.retagging import retag
from commonplace.library.searching import search
from commonplace.library.session import new_library, open_session, private_file
from commonplace.library.sources import list_sources, read_text
from commonplace.library.upkeep import back_up, check_library, history, redo, undo, undo_labels
from commonplace.library.viewing import highlight_ranges, marks_of
from core.errors import NotDoneError, UnknownNameError
from core.records import Changes, Layer
from db.engine import APPLICATION_ID
from db.kinds import SOURCE
from db.opening import read_header
from db.private import PRIVATE_ID

MOTTO = "unsaid: zanzibar"


@pytest.fixture
def shared(sea, mark):
    return mark(sea, "They kept watch", concepts=("Watch",), note="For all.")


@pytest.fixture
def private(sea, mark):
    return mark(sea, "free and open sea", concepts=("FOIP",), note=MOTTO, private=True)


@pytest.fixture
def again(library):
    """Open the library once more, as somebody; the test must close it."""

    def opened(person="Ann"):
        return open_session(library.path, person, writing=True)

    return opened


def lines(library):
    return {line.quote: line for line in list_highlights(library, Filter())}


def recorded(engine):
    return [row for table in ("action", "entity", "revision") for row in engine.rows(f"select * from {table}")]


def test_nothing_is_made_before_something_is_private(library, shared):
    search(library, "watch")
    back_up(library)
    assert library.shown is library.engine
    assert not private_file(library.library_id).parent.exists()


def test_a_private_highlight_leaves_the_library_alone(library, sea, mark, shared):
    tag(library, shared.id, ["FOIP"], create=True)
    before = recorded(library.engine)
    line = mark(sea, "free and open sea", concepts=("FOIP",), note=MOTTO, private=True)
    assert recorded(library.engine) == before
    assert line.private and line.note == MOTTO and line.concepts == ("FOIP",)
    path = private_file(library.library_id)
    assert (read_header(path).application_id, read_header(library.path).application_id) == (PRIVATE_ID, APPLICATION_ID)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_both_are_seen_together(library, sea, shared, private):
    assert {line.private for line in list_highlights(library, Filter())} == {False, True}
    assert [line.id for line in list_highlights(library, Filter(concepts=("FOIP",)))] == [private.id]
    assert [line.id for line in list_highlights(library, Filter(persons=("Ann",)))] == [private.id, shared.id]
    assert list_sources(library)[0].highlights == 2
    assert {concept.name: concept.highlights for concept in list_concepts(library)} == {"FOIP": 1, "Watch": 1}
    assert [mark.highlight.private for mark in marks_of(library, sea)] == [True, False]
    assert [quote.private for part in quotes(library) for quote in part] == [True, False]
    assert quote_details(library, [private.id])[private.id].quote == "free and open sea"


def test_search_finds_what_is_private_but_its_index_is_not_in_the_cache(library, home, shared, private):
    assert [hit.where for hit in search(library, "zanzibar", scopes=["notes"]).hits] == ["notes"]
    assert len(search(library, "open sea", scopes=["highlights"]).hits) == 1
    assert search(library, "harbour", limit=1).more
    write_note(library, shared.id, "quetzal", private=True)
    assert [hit.snippet for hit in search(library, "quetzal").hits] == ["quetzal"]
    library.close()
    for file in (path for path in (home / "cache").rglob("*") if path.is_file()):
        assert b"zanzibar" not in file.read_bytes() and b"quetzal" not in file.read_bytes()


def test_everything_done_to_it_stays_private(library, sea, shared, private):
    before = recorded(library.engine)
    tag(library, private.id, ["Watch"])
    untag(library, private.id, ["FOIP"])
    retag(library, private.id, add=[concept.id for concept in list_concepts(library) if concept.name == "FOIP"])
    write_note(library, private.id, "said otherwise")
    edit_quote(library, private.id, "a free sea [sic]")
    change_ranges(library, private.id, [(private.ranges[0][0], private.ranges[0][1] + 5)])
    line = lines(library)["a free sea [sic]"]
    assert (line.concepts, line.note, line.private) == (("FOIP", "Watch"), "said otherwise", True)
    delete(library, private.id)
    assert lines(library).keys() == {shared.quote}
    undo(library)
    assert "a free sea [sic]" in lines(library)
    assert recorded(library.engine) == before


def test_a_new_concept_of_a_private_tag_is_everybodys(library, shared, private):
    for tagged in (
        lambda: tag(library, private.id, ["Sails"], create=True).concepts,
        lambda: retag(library, private.id, new=["Masts"]),
    ):
        tagged()
    assert lines(library)["free and open sea"].concepts == ("FOIP", "Masts", "Sails")
    assert {"Sails", "Masts"} <= {name for (name,) in library.engine.rows("select name from concept")}
    assert history(library)[0].label == "Tag a highlight with Masts"
    library.last_changes = None
    retag(library, private.id, new=["Hulls"])
    told = library.last_changes()
    assert isinstance(told, Changes) and {"concept", "tagging"} <= told.touched.keys()


def test_one_may_have_a_private_note_beside_one_for_all(library, shared):
    write_note(library, shared.id, "first", private=True)
    line = write_note(library, shared.id, "second", private=True)
    assert [(note.text, note.private) for note in line.notes] == [("For all.", False), ("second", True)]
    assert line.note == "second"
    write_note(library, shared.id, "third")  # who does not say which means the newest, and it stays private
    write_note(library, shared.id, "For everybody.", private=False)
    line = lines(library)[shared.quote]
    assert [(note.text, note.private) for note in line.notes] == [("For everybody.", False), ("third", True)]
    line = write_note(library, shared.id, "", private=True)
    assert [note.text for note in line.notes] == ["For everybody."]


def test_a_note_that_was_never_there_is_deleted_without_a_trace(library, shared):
    assert write_note(library, shared.id, "", private=True).notes == shared.notes
    assert library.shown is library.engine


def test_only_its_person_sees_it(library, shared, private, again):
    write_note(library, shared.id, "quetzal", private=True)
    with again("Bob") as bobs:
        assert [line.id for line in list_highlights(bobs, Filter())] == [shared.id]
        assert [note.text for note in list_highlights(bobs, Filter())[0].notes] == ["For all."]
        assert not search(bobs, "zanzibar").hits and not search(bobs, "quetzal").hits
        assert list_sources(bobs)[0].highlights == 1
        assert "quetzal" not in "".join(step.label for step in history(bobs))
        assert prepare_export(bobs, Filter(with_private=True), format="md", out=bobs.path).highlights == tuple(
            prepare_export(bobs, Filter(), format="md", out=bobs.path).highlights
        )
        with pytest.raises(UnknownNameError):
            delete(bobs, private.id)
        own = write_note(bobs, shared.id, "of Bob", private=True)
        assert [note.text for note in own.notes] == ["For all.", "of Bob"]
    assert "of Bob" not in [note.text for line in list_highlights(library, Filter()) for note in line.notes]
    library.writer = open_person(again, "Bob")
    assert "of Bob" in [note.text for line in list_highlights(library, Filter()) for note in line.notes]


def open_person(again, name):
    with again(name) as library:
        return library.writer


def test_what_another_window_made_private_is_seen(library, shared, again):
    assert not lines(library)[shared.quote].private
    with again() as other:
        write_note(other, shared.id, MOTTO, private=True)
    assert lines(library)[shared.quote].note == MOTTO


def test_undo_goes_through_both_in_the_order_of_time(library, sea, mark, shared):
    write_note(library, shared.id, MOTTO, private=True)
    tag(library, shared.id, ["Sails"], create=True)
    mark(sea, "counterstrike as a means", private=True)
    labels = ["Highlight in sea.txt", "Tag a highlight with Sails", "Write a note", "Highlight in sea.txt"]
    assert [undo(library).label for _ in labels] == labels
    assert not list_highlights(library, Filter())
    assert undo_labels(library)[1] == labels[-1]
    assert [redo(library).label for _ in labels] == labels[::-1]
    line = lines(library)[shared.quote]
    assert (line.note, line.concepts) == (MOTTO, ("Sails", "Watch"))
    assert [step.label for step in history(library, shared.id)][-2:] == ["Write a note", "Highlight in sea.txt"]
    undo(library)
    write_note(library, shared.id, "anew", private=False)
    with pytest.raises(NotDoneError):
        redo(library)


def test_exports_hold_it_only_on_request(library, tmp_path, shared, private):
    write_note(library, shared.id, "quetzal", private=True)
    for format in ("md", "latex"):
        out = tmp_path / f"notes.{format}"
        report = export_notes(library, Filter(), format=format, out=out)
        texts = [path.read_text("utf-8") for path in (out, out.with_suffix(".bib"))]
        assert report.quotes == 1
        assert not any(word in text for text in texts for word in ("zanzibar", "quetzal", "free and open", private.id))
        report = export_notes(library, Filter(with_private=True), format=format, out=out)
        assert report.quotes == 2
        assert all(word in out.read_text("utf-8") for word in ("zanzibar", "quetzal", "free and open"))


def test_nothing_to_export_but_what_is_private(library, tmp_path, private):
    with pytest.raises(NotDoneError):
        export_notes(library, Filter(), format="md", out=tmp_path / "notes.md")


def test_an_export_never_falls_on_the_private_file(library, private):
    out = private_file(library.library_id)
    with pytest.raises(NotDoneError):
        export_notes(library, Filter(with_private=True), format="md", out=out, force=True)


def test_making_private(library, shared):
    write_note(library, shared.id, "quetzal", private=True)
    before = lines(library)[shared.quote]
    (done,) = make_private(library, [shared.id])
    line = lines(library)[shared.quote]
    assert (line.id, line.private) == (done.id, True) and line.id != shared.id
    assert line.concepts == before.concepts and line.created == before.created
    assert [(note.text, note.private) for note in line.notes] == [("For all.", True), ("quetzal", True)]
    assert {"highlight", "note", "tagging"} <= library.last_changes().touched.keys()
    assert make_private(library, [line.id]) == []
    undo(library)
    assert lines(library)[shared.quote] == before


def test_switching_is_one_step_of_undo_and_of_redo(library, sea, mark, shared, private):
    for switched, name in ((make_private, shared.id), (make_shared, private.id)):
        states, labels = [lines(library)], [undo_labels(library)]
        switched(library, [name])
        states.append(lines(library))
        labels.append(undo_labels(library))
        assert labels[1] != labels[0]
        for _ in range(2):
            undo(library)
            assert (lines(library), undo_labels(library)) == (states[0], (labels[0][0], labels[1][0]))
            assert {"highlight", "note", "tagging"} >= library.last_changes().touched.keys() > set()
            redo(library)
            assert (lines(library), undo_labels(library)) == (states[1], labels[1])
    mark(sea, "counterstrike as a means")
    for _ in range(3):
        undo(library)
    assert {line.quote: line.private for line in lines(library).values()} == {shared.quote: False, private.quote: True}
    assert undo_labels(library)[1].startswith("Make")


def test_making_shared(library, private):
    edit_quote(library, private.id, "a free sea [sic]")
    (done,) = make_shared(library, [private.id])
    line = lines(library)["a free sea [sic]"]
    assert (line.id, line.private, line.concepts) == (done.id, False, ("FOIP",))
    assert [(note.text, note.private) for note in line.notes] == [(MOTTO, True)]
    shown = library.engine.rows("select text from note")
    assert shown == []
    switch(library, line.id, on=False, note=True)
    assert library.engine.rows("select text from note") == [(MOTTO,)]
    assert switch(library, line.id, on=True, note=True).notes[0].private
    with pytest.raises(NotDoneError):
        switch(library, line.id, on=True, note=True)


def test_a_highlight_is_shared_with_its_notes_where_that_is_said(library, private):
    with pytest.raises(NotDoneError):
        make_shared(library, [note_of(library, private.id)])
    line = switch(library, private.id, on=False, note=True)
    assert (line.private, [(note.text, note.private) for note in line.notes]) == (False, [(MOTTO, False)])


def note_of(library, highlight):
    (note,) = library.shown.rows("select id from note where target=?", (bytes.fromhex(highlight),))
    return note[0].hex()


def test_what_others_said_cannot_be_made_private(library, shared, again):
    with again("Bob") as bobs, pytest.raises(NotDoneError):
        make_private(bobs, [shared.id])
    with again("Bob") as bobs:
        write_note(bobs, shared.id, "of Bob")
    with pytest.raises(NotDoneError):
        make_private(library, [shared.id])
    with pytest.raises(NotDoneError):
        make_private(library, [note["id"] for note in notes_of(library, shared.id) if note["text"] == "of Bob"])
    with pytest.raises(UnknownNameError):
        make_private(library, ["0" * 32])
    assert not lines(library)[shared.quote].private
    make_private(library, [note["id"] for note in notes_of(library, shared.id) if note["text"] == "For all."])
    assert [note.private for note in lines(library)[shared.quote].notes] == [True, False]


def notes_of(library, highlight):
    rows = library.engine.rows("select id, text from note where alive and target=?", (bytes.fromhex(highlight),))
    return [{"id": id.hex(), "text": text} for id, text in rows]


def test_marks_made_in_the_reader(library, sea):
    line = highlight_ranges(library, sea, [(0, 10)], (), new=["Sails"], private=True)
    assert (line.private, line.concepts) == (True, ("Sails",))


def test_what_a_colleague_deletes_stays_for_whom_it_is_noted(library, sea, mark, shared, private, again):
    """The colleague could not know of it; who deletes a thing and knows does not see it any more."""
    write_note(library, shared.id, "quetzal", private=True)
    with again("Bob") as bobs:
        delete(bobs, shared.id)
        assert not list_highlights(bobs, Filter())
    assert lines(library)[shared.quote].notes[-1].text == "quetzal"
    with again("Bob") as bobs:
        delete(bobs, sea)
    assert lines(library).keys() == {shared.quote, private.quote}
    assert prepare_nothing(library)
    delete(library, shared.id)
    assert lines(library).keys() == {private.quote}
    undo(library)
    delete_concept(library, "FOIP")
    assert lines(library)[private.quote].concepts == ()


def prepare_nothing(library):
    with pytest.raises(NotDoneError):
        prepare_export(library, Filter(), format="md", out=library.path)
    return True


def test_check_and_backup_take_both(library, shared, private):
    report = check_library(library, rebuild=True)
    assert report.problems == () and "Private highlights: 1; private notes: 1." in report.remarks
    assert report.counts["highlight"] == 1
    path = back_up(library)
    beside = path.with_suffix(".commonplace-private")
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert b"zanzibar" in beside.read_bytes() and b"zanzibar" not in path.read_bytes()
    shown = library.shown.private
    shown.rows("update note set text='other'")
    assert any(problem.startswith("In the private part: ") for problem in check_library(library).problems)
    assert check_library(library, rebuild=True).problems == ()


def test_a_library_without_its_private_part_says_so(library, monkeypatch, tmp_path, shared, private, again):
    assert library.private_remark == ""
    assert "Ann" not in library.engine.value("select value from meta where key='private_parts'")
    with again("Bob") as bobs:
        assert bobs.private_remark == ""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "elsewhere" / name))
    with again() as anns, again("Eve") as eves:
        assert "not on this computer" in anns.private_remark
        assert any("not on this computer" in remark for remark in check_library(anns).remarks)
        assert eves.private_remark == ""
        assert [line.id for line in list_highlights(anns, Filter())] == [shared.id]


def test_a_private_part_that_cannot_be_opened_keeps_nobody_from_the_library(library, shared, private, again):
    path = private_file(library.library_id)
    library.private.close()
    path.write_bytes(b"x" * 5000)
    with again() as anns:
        assert "cannot be shown" in anns.private_remark
        assert [line.id for line in list_highlights(anns, Filter())] == [shared.id]
        tag(anns, shared.id, ["Sails"], create=True)
        assert search(anns, "watch").hits
        with pytest.raises(Exception, match="not a Commonplace library"):
            write_note(anns, shared.id, "x", private=True)
    path.unlink()


def test_the_part_of_another_library_is_not_taken(library, tmp_path, private, shared, again):
    path = private_file(library.library_id)
    library.private.close()
    with new_library(tmp_path / "second.commonplace", "Ann") as second:
        other = private_file(second.library_id)
        path.rename(other)
        assert "another library" in second.private_remark
    other.rename(path)


def test_a_private_highlight_follows_its_source_into_another_layer(library, sea, private, shared, reread):
    reread(sea, Layer("text", "hand 1", "A word before. " + read_text(library, sea).text))
    line = lines(library)[private.quote]
    assert (line.private, line.placement, line.ranges[0][0]) == (True, "placed", private.ranges[0][0] + 15)
    undo(library)
    assert lines(library)[private.quote].ranges == private.ranges
    redo(library)
    assert lines(library)[private.quote].ranges[0][0] == private.ranges[0][0] + 15


def test_a_private_highlight_follows_its_source_into_another_version_and_back(library, sea, private, shared, tmp_path):
    version = tmp_path / "second" / "sea.txt"
    version.parent.mkdir()
    version.write_text("A word before. " + read_text(library, sea).text, "utf-8")
    new = replace_source(library, sea, version).source
    line = lines(library)[private.quote]
    assert (line.private, line.source) == (True, new)
    undo(library)
    assert lines(library)[private.quote] == private
    redo(library)
    assert lines(library)[private.quote] == line


def test_its_files_are_never_imported(library, private):
    folder = private_file(library.library_id).parent
    skipped = [line.reason for line in import_paths(library, [folder]) if line.status == "skipped"]
    assert "This is the open library itself." in skipped


def test_a_preview_asks_no_key_of_what_stays_here(library, tmp_path, shared, sea, bring, mark):
    (other,) = bring({"other.txt": "A mountain village."})
    mark(other, "mountain village", private=True)
    with library.action("Take the key away") as action:
        action.set(SOURCE, other, "reference", None)
    preview = preview_export(library, Filter(), format="md", out=tmp_path / "notes.md")
    assert preview.quotes == 1
    with pytest.raises(NotDoneError):
        preview_export(library, Filter(with_private=True), format="md", out=tmp_path / "notes.md")


def test_a_note_goes_over_where_it_is_the_only_one_and_stays_where_there_are_two(library, shared):
    assert said(put_note(library, shared.id, "Mine.", private=True)) == [("Mine.", True)]
    assert said(put_note(library, shared.id, "For all.", private=False)) == [("For all.", False)]
    write_note(library, shared.id, MOTTO, private=True)
    assert said(put_note(library, shared.id, "For you.", private=False)) == [("For you.", False), (MOTTO, True)]
    assert said(put_note(library, shared.id, "", private=False)) == [(MOTTO, True)]


def said(line):
    return sorted(((note.text, note.private) for note in line.notes), key=lambda note: note[1])
