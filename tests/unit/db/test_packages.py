"""The file of a package: its tables, its manifest, and that it comes out whole or not at all."""

import json

import pytest
from ledgers import add_document, records, visible
from parcels import ANN, furnish, ids, opened, pack, received, request

from core.errors import LibraryDamagedError, LibraryForeignError, NotDoneError
from core.ids import digest
from db.documents import add_blob
from db.engine import Engine
from db.opening import create
from db.packages import (
    KEYS,
    PACKAGE_ID,
    Chosen,
    Manifest,
    parse_manifest,
    read_manifest,
    refuse_untrue,
    stored_manifest,
)
from db.packing import write_package


@pytest.fixture
def out(tmp_path):
    return tmp_path / "some.commonplace-share"


def test_a_package_of_all_is_all(people, out):
    furnish(people.ann)
    pack(people.ann.engine, out)
    library = received(out)
    assert records(library) == records(people.ann.engine)
    assert visible(library) == visible(people.ann.engine)


def test_a_package_holds_the_librarys_own_tables_and_meta_and_nothing_else(people, out):
    furnish(people.ann)
    pack(people.ann.engine, out)
    tables = {*KEYS, "meta"}
    with opened(out) as package:
        marks = ",".join("?" * len(tables))
        sql = f"select type, name, sql from sqlite_schema where tbl_name in ({marks}) order by 1, 2"
        assert package.rows(sql, sorted(tables)) == people.ann.engine.rows(sql, sorted(tables))
        assert ids_of_schema(package) == tables
        assert package.value("pragma application_id") == PACKAGE_ID
        assert package.value("pragma user_version") == people.ann.engine.value("pragma user_version")
        assert package.value("pragma journal_mode") == "delete"
        assert dict(package.rows("select key, value from meta"))["library_id"] == "in-memory"
        assert package.rows("select key from meta order by rowid")[-1] == ("complete",)
        assert package.value("pragma freelist_count") == 0


def ids_of_schema(package):
    return {name for (name,) in package.rows("select name from sqlite_schema where type='table'")}


def test_the_manifest_says_what_is_in_it_and_reads_back(people, out):
    _source, _highlight, concept = furnish(people.ann)
    manifest = pack(people.ann.engine, out, concepts=[concept], documents=False)
    assert read_manifest(out) == manifest
    assert manifest.by == ANN
    assert manifest.documents is False
    assert manifest.program == "Commonplace 1"
    assert [one.id for one in manifest.chosen.concepts] == [concept]
    assert (manifest.counts["highlight"], manifest.counts["source"], manifest.counts["layer"]) == (1, 1, 0)
    assert set(manifest.digests) == set(KEYS)
    with opened(out) as package:
        refuse_untrue(package, manifest)
        value = json.loads(package.value("select value from meta where key='manifest'"))
    assert set(value) == {"format", "program", "made", "by", "documents", "chosen", "counts", "digests"}


def test_the_same_library_gives_the_same_digests(people, out):
    furnish(people.ann)
    first = pack(people.ann.engine, out)
    people.bob.merge(people.ann)
    assert pack(people.ann.engine, out).digests == first.digests
    assert pack(people.bob.engine, out).digests == first.digests
    people.ann.concept("One more")
    assert pack(people.ann.engine, out).digests != first.digests


@pytest.mark.parametrize(
    "change",
    [
        "delete from revision where id in (select id from revision limit 1)",
        "delete from entity where kind='tagging'",
        "insert into blob values(x'00', 0)",
        "insert into blob_chunk values(x'00', 0, x'')",
    ],
)
def test_a_package_with_more_or_less_than_its_manifest_says_is_refused(people, out, change):
    furnish(people.ann)
    manifest = pack(people.ann.engine, out)
    engine = Engine(out, journal="delete")
    engine.rows(change)
    with pytest.raises(LibraryDamagedError):
        refuse_untrue(engine, manifest)
    engine.close()


def test_what_was_not_written_to_the_end_has_no_manifest(people, out):
    furnish(people.ann)
    pack(people.ann.engine, out)
    engine = Engine(out, journal="delete")
    engine.rows("delete from meta where key='complete'")
    with pytest.raises(LibraryDamagedError):
        stored_manifest(engine)
    engine.close()


def test_a_library_is_no_package(path):
    create(path).close()
    with pytest.raises(LibraryForeignError):
        read_manifest(path)


def _some_manifest():
    return Manifest(1, "p", 5, ANN, True, Chosen((ANN,)), {"entity": 1}, {"entity": "00"})


def test_a_manifest_may_have_fields_of_a_later_version():
    text = json.dumps({**json.loads(_some_manifest().text()), "mood": "calm"})
    assert parse_manifest(text) == _some_manifest()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        _some_manifest().text().replace('"made":5', '"made":"5"'),
        _some_manifest().text().replace('"made":5', '"made":-5'),
        _some_manifest().text().replace('"made":5', '"made":NaN'),
        _some_manifest().text().replace('"documents":true', '"documents":1'),
        _some_manifest().text().replace('{"entity":1}', "[]"),
        _some_manifest().text().replace('"name":"Ann"', '"name":null'),
    ],
)
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(LibraryDamagedError):
        parse_manifest(text)


def test_of_an_empty_library_or_choice_no_package_is_made(people, out):
    with pytest.raises(NotDoneError):
        pack(people.ann.engine, out)
    people.ann.highlight(people.ann.source())
    with pytest.raises(NotDoneError):
        pack(people.ann.engine, out, persons=[people.bob.id])


def test_a_package_is_made_of_a_library_that_cannot_be_written_to(path, out, ann):
    engine = create(path)
    source, _ = add_document(engine, ann)
    engine.close()
    with opened(path) as library:
        pack(library, out, sources=[source])
        assert library.rows("select name from temp.sqlite_schema") == []
    assert ids(received(out), "source") == {source}


def test_a_record_that_was_altered_is_found_before_it_is_sent(path, out, ann):
    engine = create(path)
    add_document(engine, ann)
    engine.rows("update blob_chunk set data=zeroblob(length(data))")
    with pytest.raises(LibraryDamagedError):
        pack(engine, out)
    engine.close()


def test_what_the_progress_raises_ends_the_work(library, out, ann):
    class StoppedError(Exception):
        pass

    def stop(done, total):
        assert 0 < done <= total
        raise StoppedError

    add_blob(library, digest("x" * (9 << 20)), (b"x" * (1 << 20) for _ in range(9)))
    _furnish_many(library, ann, 10)
    with pytest.raises(StoppedError):
        write_package(library, out, request(), stop)
    assert library.rows("select name from temp.sqlite_schema") == []


def _furnish_many(engine, writer, count):
    for number in range(count):
        add_document(engine, writer, f"Text {number}")
