"""A .bib comes in, is kept as it was, updates what it brought before, and takes the place of what stood in for it."""

import re
from pathlib import Path

import pytest

from commonplace.library.bibexport import check_bib, export_bib, write_bib_file
from commonplace.library.bibliography import import_bib
from commonplace.library.highlighting import delete
from commonplace.library.importing import import_paths
from commonplace.library.naming import reference_named
from commonplace.library.referencing import link, list_references, rename_key, set_fields, unlink
from commonplace.library.sources import list_sources
from commonplace.library.upkeep import check_library, history, undo
from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError

CORPUS = Path(__file__).resolve().parents[3].parent / "shared" / "corpus" / "bib"
BIBS = sorted(CORPUS.glob("*.bib"))

FIRST = """\
% kept by hand
@string{iup = {Ivory University Press}}

@book{alpha2001,
  author = {Alpha, Ann},
  title  = {The first of all},
  publisher = iup,
  date   = {2001},
}
@article{beta2002, author = "Beta, Bob", title = "The second", journaltitle = "Letters", year = 2002}

@comment{not an entry}
@misc{gamma2003, title = {The third}, year = {2003}}
"""


@pytest.fixture
def bib(library, tmp_path):
    """Import a .bib given by its text; return the report."""

    def bring_in(text: str, name: str = "refs.bib"):
        (tmp_path / name).write_text(text, "utf-8", newline="")
        return import_bib(library, tmp_path / name)

    return bring_in


def counts(report) -> tuple[int, int, int, int]:
    return report.entries, report.added, report.updated, report.linked


def keys(library) -> list[str]:
    return [reference.citekey for reference in list_references(library)]


@pytest.mark.corpus
@pytest.mark.parametrize("path", BIBS or [None], ids=[path.stem for path in BIBS] or ["absent"])
def test_a_bib_that_nobody_edited_comes_out_as_it_came(library, path):
    if path is None:
        pytest.skip("the corpus is not here")
    report = import_bib(library, path)

    assert export_bib(library, path.name) == path.read_bytes()
    assert report.added == report.entries
    lines = path.read_bytes().count(b"\n") + 1
    assert all(1 <= problem.line <= lines for problem in report.problems)
    assert counts(import_bib(library, path)) == (report.entries, 0, 0, 0)
    assert len(history(library)) == 1


@pytest.mark.corpus
def test_all_bibs_of_the_corpus_stand_beside_each_other(library):
    if not BIBS:
        pytest.skip("the corpus is not here")
    for path in BIBS:
        import_bib(library, path)

    assert [export_bib(library, path.name) == path.read_bytes() for path in BIBS] == [True] * len(BIBS)


def test_the_first_state_of_a_file(library, bib):
    assert counts(bib(FIRST)) == (3, 3, 0, 0)
    assert keys(library) == ["alpha2001", "beta2002", "gamma2003"]
    assert export_bib(library, "refs.bib") == FIRST.encode()


def test_the_same_file_again_changes_nothing(library, bib):
    bib(FIRST)

    assert counts(bib(FIRST)) == (3, 0, 0, 0)
    assert len(history(library)) == 1


def test_a_later_state_updates_adds_and_keeps(library, bib):
    bib(FIRST)
    ids = {line.citekey: line.id for line in list_references(library)}
    later = FIRST.replace("The second", "The second, revised").replace(
        "@misc{gamma2003, title = {The third}, year = {2003}}", "@misc{delta2004, title={The fourth}}"
    )

    assert counts(bib(later)) == (3, 1, 1, 0)

    lines = {line.citekey: line for line in list_references(library)}
    assert lines["beta2002"].fields["title"] == "The second, revised"
    assert {key: lines[key].id for key in ids} == ids
    assert set(lines) == {*ids, "delta2004"}
    assert export_bib(library, "refs.bib") == later.encode()


def test_an_entry_renamed_in_its_file_is_the_same_reference(library, bib):
    bib(FIRST)
    ids = {line.citekey: line.id for line in list_references(library)}

    assert counts(bib(FIRST.replace("beta2002", "Beta:2002")))[:2] == (3, 0)

    lines = {line.citekey: line for line in list_references(library)}
    assert lines["Beta:2002"].id == ids["beta2002"]
    assert lines["Beta:2002"].aliases == ("beta2002",)


def test_an_earlier_state_may_come_back(library, bib):
    later = FIRST.replace("The second", "The second, revised")
    bib(FIRST)
    bib(later)
    bib(FIRST)

    assert export_bib(library, "refs.bib") == FIRST.encode()
    assert keys(library) == ["alpha2001", "beta2002", "gamma2003"]
    assert list_references(library)[1].fields["title"] == "The second"
    bib(later)
    assert export_bib(library, "refs.bib") == later.encode()
    assert list_references(library)[1].fields["title"] == "The second, revised"


def test_undo_gives_the_earlier_state_back(library, bib):
    bib(FIRST)
    before = list_references(library)
    bib(FIRST.replace("beta2002", "renamed").replace("The first", "The very first"))
    undo(library)

    assert list_references(library) == before
    assert export_bib(library, "refs.bib") == FIRST.encode()
    undo(library)
    assert list_references(library) == []
    with pytest.raises(UnknownNameError):
        export_bib(library, "refs.bib")
    assert counts(bib(FIRST)) == (3, 3, 0, 0)


def test_what_a_person_corrected_stays_over_a_later_state(library, bib):
    bib(FIRST)
    set_fields(library, "beta2002", {"title": "Corrected by hand"})
    bib(FIRST.replace("Letters", "New Letters"))

    fields = list_references(library)[1].fields
    assert (fields["title"], fields["journaltitle"]) == ("Corrected by hand", "New Letters")


def test_a_key_changed_here_stays_over_a_later_state(library, bib):
    bib(FIRST)
    rename_key(library, "beta2002", "Bob")
    bib(FIRST.replace("Letters", "New Letters"))

    assert keys(library) == ["alpha2001", "Bob", "gamma2003"]
    assert list_references(library)[1].aliases == ("beta2002",)


def test_editing_and_renaming_change_no_other_byte(library, bib):
    bib(FIRST)
    set_fields(library, "beta2002", {"title": "Something new"})
    rename_key(library, "gamma2003", "Gamma")

    out = export_bib(library, "refs.bib").decode()

    alpha = FIRST[: FIRST.index("@article")]
    assert out.startswith(alpha)
    assert "Something new" in out
    assert "The second" not in out
    assert out[out.index("@comment") :] == FIRST[FIRST.index("@comment") :].replace("gamma2003", "Gamma")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_line_endings_and_encodings_are_kept_when_an_entry_is_edited(library, tmp_path, ending, encoding):
    text = FIRST.replace("The third", "Die dritte Größe").replace("\n", ending)
    (tmp_path / "refs.bib").write_bytes(text.encode(encoding))
    import_bib(library, tmp_path / "refs.bib")
    assert export_bib(library, "refs.bib") == (tmp_path / "refs.bib").read_bytes()
    assert list_references(library)[2].fields["title"] == "Die dritte Größe"

    set_fields(library, "alpha2001", {"title": "Another"})

    out = export_bib(library, "refs.bib").decode(encoding)
    assert out == text.replace("The first of all", "Another")


def test_taking_an_edit_back_gives_the_very_bytes_again(library, bib):
    bib(FIRST)
    set_fields(library, "alpha2001", {"title": "Another"})
    undo(library)
    rename_key(library, "beta2002", "Bob")
    undo(library)

    assert export_bib(library, "refs.bib") == FIRST.encode()


def test_two_files_of_one_name_that_share_nothing_are_told_apart(library, tmp_path):
    texts = {"a": "@misc{one, title={The one}}", "b": "@misc{other, title={The other}}"}
    for folder, text in texts.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "refs.bib").write_text(text)
        import_bib(library, tmp_path / folder / "refs.bib")

    with pytest.raises(AmbiguousNameError) as failure:
        export_bib(library, "refs.bib")
    ids = re.findall("[0-9a-f]{12}", failure.value.message)
    assert {export_bib(library, id).decode() for id in ids} == set(texts.values())
    for name in ("", "%", "none.bib"):
        with pytest.raises(UnknownNameError):
            export_bib(library, name)


def test_one_key_in_two_files_for_two_works_is_listed_and_both_are_kept(library, bib):
    bib("@book{same, title={The one}, date={2001}}", "a.bib")
    report = bib("@book{same, title={The other}, date={2002}}", "b.bib")

    assert counts(report)[:2] == (1, 1)
    assert [(problem.line, problem.key, problem.kind) for problem in report.problems] == [(1, "same", "key-taken")]
    assert len(list_references(library)) == 2
    assert export_bib(library, "a.bib") == b"@book{same, title={The one}, date={2001}}"
    assert export_bib(library, "b.bib") == b"@book{same, title={The other}, date={2002}}"


def test_one_work_in_two_files_is_one_reference(library, bib):
    bib("@book{one, title={The one}, date={2001}}", "a.bib")
    report = bib("@book{one, title={{The One}}, year=2001, publisher={Ivory}}", "b.bib")

    assert counts(report) == (1, 0, 1, 0)
    assert len(list_references(library)) == 1


def test_a_key_does_not_change_because_another_file_has_the_old_one(library, bib):
    bib("@book{one, title={The one}, date={2001}}", "a.bib")
    rename_key(library, "one", "Mine2001")
    bib("@book{one, title={The one}, date={2001}, note={again}}", "b.bib")

    assert keys(library) == ["Mine2001"]
    assert list_references(library)[0].aliases == ("one",)


def test_an_entry_that_stands_twice_in_a_file_is_listed_and_its_bytes_stay(library, bib):
    text = "@book{one, title={The one}}\n@book{one, title={The other}}\n"
    report = bib(text)

    assert report.problems
    assert export_bib(library, "refs.bib") == text.encode()
    assert len({line.id for line in list_references(library)}) == len(list_references(library))


def test_an_entry_takes_the_place_of_what_stood_in_for_a_source(library, bring, bib):
    (source,) = bring({"letter.txt": "A text.\n"})
    former = list_sources(library)[0].citekey

    report = bib("@misc{Ann1999, title={A letter}, author={Ann, A.}, file={papers/letter.txt}}")

    assert counts(report) == (1, 1, 0, 1)
    (line,) = list_sources(library)
    assert (line.id, line.citekey, line.title, line.authors) == (source, "Ann1999", "A letter", ("Ann, A.",))
    (reference,) = list_references(library)
    assert (reference.citekey, reference.aliases, reference.sources) == ("Ann1999", (former,), (source,))
    assert reference_named(library, former) == reference.id


@pytest.mark.parametrize(
    "field",
    [
        "file = {:papers/letter.txt:text}",
        "file = {Letter:papers\\letter.txt:text/plain;other.pdf}",
        "file={letter.txt}",
    ],
)
def test_files_are_named_in_many_ways(library, bring, bib, field):
    bring({"letter.txt": "A text.\n"})

    assert bib(f"@misc{{Ann1999, title={{A letter}}, {field}}}").linked == 1


def test_bib_first_and_documents_afterwards(library, bring, bib):
    bib("@misc{Ann1999, title={A letter}, file={papers/letter.txt}}\n@misc{Bob, title={None of these}}")
    (source, other) = bring({"letter.txt": "A text.\n", "other.txt": "Another text.\n"})

    lines = {line.id: line for line in list_sources(library)}
    assert lines[source].citekey == "Ann1999"
    assert lines[other].citekey not in ("Ann1999", "Bob")
    assert len(list_references(library)) == 3


def test_two_documents_of_one_file_name_are_not_both_taken_for_the_work(library, tmp_path, bib, quick):
    for folder, text in (("a", "One text.\n"), ("b", "Quite another text.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "full.txt").write_text(text)
    list(import_paths(library, [tmp_path / "a", tmp_path / "b"]))

    report = bib("@misc{Ann1999, title={A letter}, file={full.txt}}")

    assert report.linked == 0
    assert len({line.citekey for line in list_sources(library)}) == 2


def test_the_entry_that_names_the_file_has_it_though_another_comes_first(library, bring, bib):
    bring({"letter.html": "<html><head><title>A letter from the sea</title></head><body><p>Long ago.</body></html>"})
    assert list_sources(library)[0].title == "A letter from the sea"

    report = bib(
        "@unpublished{Draft1998, title={A letter from the sea}}\n"
        "@misc{Ann1999, title={A letter from the sea}, file={letter.html}}\n"
    )

    assert report.linked == 1
    assert list_sources(library)[0].citekey == "Ann1999"


def test_a_source_is_linked_with_one_entry_of_a_file(library, bring, bib):
    bib("@misc{Ann1999, title={A letter}, file={letter.txt}}")
    (source,) = bring({"other.txt": "A text.\n"})

    report = bib(
        "@misc{Ann1999, title={A letter}, file={letter.txt;other.txt}}\n@misc{Bob, title={More}, file={other.txt}}\n"
    )

    assert report.linked == 1
    owners = [line.citekey for line in list_references(library) if source in line.sources]
    assert owners == ["Ann1999"]
    assert len(list_references(library)) == 2


def test_a_source_that_has_its_entry_keeps_it(library, bring, bib):
    bring({"letter.txt": "A text.\n"})
    bib("@misc{Ann1999, title={A letter}, file={letter.txt}}", "a.bib")
    bib("@misc{Bob2000, title={Something else}, file={letter.txt}}", "b.bib")

    assert list_sources(library)[0].citekey == "Ann1999"


def test_undo_of_a_bib_gives_sources_their_own_references_back(library, bring, bib):
    bring({"letter.txt": "A text.\n", "other.txt": "Another text.\n"})
    before = list_sources(library), list_references(library)
    bib("@misc{Ann1999, title={A letter}, file={letter.txt;other.txt}}")
    assert {line.citekey for line in list_sources(library)} == {"Ann1999"}
    undo(library)

    assert (list_sources(library), list_references(library)) == before


def test_a_key_that_was_taken_back_twice_over_is_no_alias(library, bring, bib):
    bring({"letter.txt": "A text.\n"})
    before = list_references(library)
    bib("@misc{Ann1999, title={A letter}, file={letter.txt}}")
    rename_key(library, "Ann1999", "New")
    undo(library)
    undo(library)

    assert list_references(library) == before


def test_a_source_that_came_after_its_entry_can_be_unlinked(library, bring, bib):
    bib("@misc{Ann1999, title={A letter}, file={letter.txt}}")
    (source,) = bring({"letter.txt": "A text.\n"})

    unlink(library, "Ann1999", source)

    (line,) = list_sources(library)
    assert line.citekey not in ("", "Ann1999")
    assert {reference.citekey for reference in list_references(library)} == {"Ann1999", line.citekey}
    link(library, "Ann1999", source)
    assert list_sources(library)[0].citekey == "Ann1999"


def test_a_source_that_was_taken_for_the_wrong_work_can_be_unlinked(library, bring, bib):
    (source,) = bring({"letter.txt": "A text.\n"})
    bib("@misc{Ann1999, title={A letter}, file={letter.txt}}")

    unlink(library, "Ann1999", source)

    lines = {line.citekey: line for line in list_references(library)}
    assert lines["Ann1999"].sources == ()
    assert lines["Ann1999"].fields["title"] == "A letter"
    (shown,) = list_sources(library)
    assert lines[shown.citekey].sources == (source,)
    assert shown.title == "letter.txt"
    undo(library)
    assert list_sources(library)[0].citekey == "Ann1999"


def test_linking_and_unlinking_by_hand(library, bring, bib):
    (source,) = bring({"letter.txt": "A text.\n"})
    former = list_sources(library)[0].citekey
    bib("@misc{Ann1999, title={Nothing alike}}")

    linked = link(library, "Ann1999", source)
    assert (linked.citekey, linked.aliases, linked.sources) == ("Ann1999", (former,), (source,))
    assert keys(library) == ["Ann1999"]

    unlink(library, "Ann1999", source)
    assert {line.citekey: line.sources for line in list_references(library)} == {"Ann1999": (), former: (source,)}
    assert reference_named(library, former) != reference_named(library, "Ann1999")
    with pytest.raises(NotDoneError):
        unlink(library, "Ann1999", source)
    with pytest.raises(NotDoneError):
        unlink(library, former, source)


def test_fields_are_set_and_taken_out(library, bring):
    (source,) = bring({"letter.txt": "A text.\n"})
    key = list_sources(library)[0].citekey
    set_fields(
        library,
        key,
        {"author": "Ōe, Kenzaburō and {Ministry of Foreign Affairs}", "title": "Costs & 𠮷", "type": "Book"},
    )

    (line,) = list_references(library)
    assert line.type == "book"
    assert line.fields["title"] == r"Costs \& 𠮷"
    assert list_sources(library)[0].authors == ("Ōe, Kenzaburō", "Ministry of Foreign Affairs")
    set_fields(library, key, {"title": "", "type": ""})
    (line,) = list_references(library)
    assert "title" not in line.fields
    assert line.type == "misc"
    assert list_sources(library)[0].id == source


@pytest.mark.parametrize("values", [{"key": "x"}, {"": "x"}, {"two words": "x"}, {"type": "b}ook"}, {"ti=tle": "x"}])
def test_what_cannot_be_a_field_is_refused(library, bring, values):
    bring({"letter.txt": "A text.\n"})
    with pytest.raises(UnknownNameError):
        set_fields(library, list_sources(library)[0].citekey, values)
    assert len(history(library)) == 1


@pytest.mark.parametrize("value", ["{", "}", "a } b { c", "{{}"])
def test_a_value_that_would_break_the_file_is_refused(library, bib, value):
    bib(FIRST)
    with pytest.raises(NotDoneError):
        set_fields(library, "alpha2001", {"title": value})
    assert export_bib(library, "refs.bib") == FIRST.encode()


@pytest.mark.parametrize("new", ["", " ", "a b", "a,b", "{x}", "a%b", "a#b", "x\\y", "a\nb", "~", '"x"', "x=y", "(x"])
def test_a_key_that_bibtex_cannot_read_is_refused(library, bib, new):
    bib(FIRST)
    with pytest.raises((NotDoneError, UnknownNameError)):
        rename_key(library, "alpha2001", new)
    assert keys(library)[0] == "alpha2001"


def test_a_key_that_leads_elsewhere_is_refused_and_ones_own_former_is_not(library, bib):
    bib(FIRST)
    with pytest.raises(NotDoneError):
        rename_key(library, "alpha2001", "beta2002")
    rename_key(library, "alpha2001", "A")
    with pytest.raises(NotDoneError):
        rename_key(library, "beta2002", "alpha2001")
    rename_key(library, "A", "alpha2001")

    assert list_references(library)[0].aliases == ("A",)


def test_all_references_go_out_together(library, bring, bib, tmp_path):
    bring({"letter.txt": "A text.\n"})
    bib(FIRST)
    write_bib_file(library, tmp_path / "all.bib", force=False)

    text = (tmp_path / "all.bib").read_text("utf-8")
    assert all(f"{{{key}," in text for key in keys(library))
    assert "@string{iup" in text
    with pytest.raises(NotDoneError):
        (tmp_path / "all.bib").write_text("mine")
        write_bib_file(library, tmp_path / "all.bib", force=False)
    assert (tmp_path / "all.bib").read_text() == "mine"


def test_the_open_library_is_never_written_over_or_read_as_a_bib(library, bib):
    bib(FIRST)
    for attempt in (
        lambda: write_bib_file(library, library.path, force=True),
        lambda: import_bib(library, library.path),
    ):
        with pytest.raises(NotDoneError):
            attempt()
    assert check_library(library).problems == ()


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"no entries here", b"@book{", b"@book{a, title={", b"\xff\xfe", bytes(range(256))]
)
def test_any_bytes_are_kept_and_come_out_again(library, tmp_path, data):
    (tmp_path / "odd.bib").write_bytes(data)
    import_bib(library, tmp_path / "odd.bib")

    assert export_bib(library, "odd.bib") == data


def test_what_is_no_file_is_refused(library, tmp_path):
    for path in (tmp_path, tmp_path / "none.bib"):
        with pytest.raises(NotDoneError):
            import_bib(library, path)
    assert history(library) == []


def test_entries_survive_their_documents_being_deleted(library, bring, bib):
    (source,) = bring({"letter.txt": "A text.\n"})
    bib("@misc{Ann1999, title={A letter}, file={letter.txt}}")
    delete(library, source)

    assert keys(library) == ["Ann1999"]
    assert check_bib(library) is not None
