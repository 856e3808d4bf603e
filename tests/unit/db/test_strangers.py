"""Strangers' files: every trick is refused before a row of the file is believed, and no fault gets further."""

import random
import shutil
from contextlib import closing, suppress

import apsw
import pytest
from ledgers import Person, memory_library
from parcels import furnish, pack

from core.errors import LibraryTooNewError
from core.ids import canonical
from db.check import dump
from db.deliveries import Merge
from db.kinds import CONCEPT, HIGHLIGHT, KINDS, TAGGING, entity_id
from db.ledger import revision_id
from db.opening import OURS, Formats, create
from db.shapes import CORES as CORES_OF
from db.shapes import REGISTERS as REGISTERS_OF
from db.strangers import RefusedError, examine, with_log
from db.union import attached, take


def ignore():
    pass


@pytest.fixture
def package(tmp_path, people):
    furnish(people.ann)
    path = tmp_path / "parcel.commonplace-share"
    pack(people.ann.engine, path)
    return path


@pytest.fixture
def shared(tmp_path, clock):
    """A library of a colleague's, closed."""
    path = tmp_path / "theirs.commonplace"
    with closing(create(path)) as engine:
        furnish(Person("ann", engine, clock))
    return path


def change(path, *statements):
    with closing(apsw.Connection(str(path))) as connection:
        for statement in statements:
            connection.execute(statement)


def refused(path):
    with pytest.raises(RefusedError) as error:
        examine(path, ignore)
    return str(error.value)


def test_a_package_and_a_library_may_be_taken(package, shared):
    assert examine(package, ignore).manifest.by.name == "Ann"
    assert examine(shared, ignore).manifest is None


_HOSTILE = {
    "trigger": ["create trigger t after insert on entity begin delete from entity; end"],
    "view named like a table": [
        "alter table revision rename to hidden",
        "create view revision as select * from hidden",
    ],
    "view that never ends": [
        "drop table layer",
        "create view layer as with recursive n(id) as (select 1 union all select id+1 from n)"
        " select id, x'00' as source, '' as extractor, x'00' as content from n",
    ],
    "generated column": ["alter table action add column extra text generated always as (label || label) virtual"],
    "virtual table": ["create virtual table words using fts5(text)"],
    "partial index": ["create index some on entity(kind) where kind='concept'"],
    "index on an expression": ["create index some on entity(length(core))"],
    "check": [
        "drop table blob",
        "create table blob(sha256 blob not null primary key, size integer check(size<random()))",
    ],
    "default": ["drop table meta", "create table meta(key text not null primary key, value text not null default 'x')"],
    "extra table": ["create table extra(id)"],
    "missing table": ["drop table layer"],
    "missing index": ["drop index actionrow_at"],
    "renamed table": ["alter table action rename to actions"],
    "extra column": ["alter table entity add column more text"],
    "other type": ["drop table meta", "create table meta(key blob not null primary key, value text not null)"],
    "strict": ["drop table meta", 'create table meta("key" text not null primary key, "value" text not null) strict'],
    "statistics": ["analyze"],
}  # fmt: skip


@pytest.mark.parametrize("trick", _HOSTILE)
@pytest.mark.parametrize("kind", ["package", "shared"])
def test_what_is_not_laid_out_as_ours_is_refused(request, kind, trick):
    path = request.getfixturevalue(kind)
    change(path, *_HOSTILE[trick])
    assert refused(path)


def test_definitions_that_were_put_into_the_schema_itself_are_refused(package):
    change(
        package,
        "pragma writable_schema=on",
        "update sqlite_schema set sql=replace(sql, 'INTEGER', 'INTEGER CHECK(size>0)') where name='blob'",
    )
    assert "blob" in refused(package)


def test_two_tables_on_the_same_pages_are_refused(package):
    change(
        package,
        "pragma writable_schema=on",
        "update sqlite_schema set rootpage=(select rootpage from sqlite_schema where name='entity') where name='meta'",
    )
    assert refused(package)


def test_another_encoding_is_refused(tmp_path, package):
    other = tmp_path / "other"
    with closing(apsw.Connection(str(package))) as mine:
        schema = [sql for (sql,) in mine.execute("select sql from sqlite_schema where sql<>'' order by type desc")]
    change(other, "pragma encoding='UTF-16le'", *schema, "pragma application_id=0x434d5053", "pragma user_version=1")
    assert refused(other)


@pytest.mark.parametrize(
    "statement",
    [
        "update revision set value='\"x\"' where field='citekey'",
        "update action set at=at+1",
        "update action set label=x'00'",
        "update entity set core=x'7b7d'",
        "update entity set id='text' where kind='concept'",
        "update layer set content=x'00'",
        "update layer set content='text'",
        "update blob_chunk set data=x'00'",
        "update blob_chunk set data='text'",
        "update blob_chunk set data=zeroblob(1048577)",
        "delete from blob_chunk",
        "update blob set size='many'",
        "delete from entity where kind='note'",
        "delete from revision",
        "update meta set value='0' where key='complete'",
        "delete from meta where key='manifest'",
        "update meta set value='{' where key='manifest'",
        "update meta set value='[]' where key='manifest'",
        "update meta set value=printf('%.*c', 3000000, '[') where key='manifest'",
        "update meta set value=replace(value, '\"documents\":true', '\"documents\":7')",
        "update entity set core=printf('%.*c', 3000000, 'x')",
    ],
)
def test_an_altered_package_is_refused(package, statement):
    change(package, statement)
    assert refused(package)


# Records with right ids that make no sense


def plant(path, kind, core, field="", value="", prev=""):
    """Put a thing into a library, and something that is said of it, with the ids that they must have."""
    with closing(apsw.Connection(str(path))) as connection:
        (action,) = connection.execute("select id from action limit 1").fetchone()
        id = entity_id(kind, core)
        connection.execute("insert or ignore into entity values(?,?,?,?)", (id, action, kind, core))
        if field:
            revision = revision_id(id, field, prev, action, value)
            row = (revision, id, field, prev, action, value)
            connection.execute("insert into revision values(?,?,?,?,?,?)", row)


THING, HASH = "0" * 32, "0" * 64
CORES = {
    "concept": {"nonce": "1", "name": "FOIP"},
    "highlight": {"nonce": "1", "person": THING, "created": 1, "exact": "sea"},
    "tagging": {"highlight": THING, "concept": THING, "person": THING},
    "note": {"nonce": "1", "target": THING, "person": THING, "created": 1},
    "source": {"sha256": HASH},
    "reference": {"source": THING},
    "person": {"nonce": "1"},
    "label": {"concept": THING, "name_key": "foip"},
    "same": {"a": THING, "b": THING},
    "alias": {"reference": THING, "citekey": "Sea2020"},
    "bibfile": {"sha256": HASH},
    "file-name": {"target": THING, "name": "sea.pdf"},
    "shelf": {"source": THING, "name": "Thesis"},
}
NONSENSE = [None, 7, -1, 1 << 70, "", "x", "ZZ" * 16, " " + THING[1:], [], [1], [[1]], {}, {"a": []}, True]


@pytest.mark.parametrize("kind", CORES)
def test_a_good_core_is_taken_and_shown(shared, kind):
    plant(shared, kind, canonical(CORES[kind]))
    taken(shared)


@pytest.mark.parametrize("kind", CORES)
def test_a_core_without_sense_is_refused_or_does_no_harm(shared, kind):
    """Whatever stands in the place of a part: it is refused, or the tables can be made of it."""
    original = shared.read_bytes()
    for name in CORES[kind]:
        for value in NONSENSE:
            shared.write_bytes(original)
            plant(shared, kind, canonical({**CORES[kind], name: value}))
            with suppress(RefusedError):
                taken(shared)


REGISTERS = {
    "concept": ("name", "definition", "colour", "parents", "deleted"),
    "highlight": ("anchor", "colour", "edited_quote", "deleted"),
    "tagging": ("present",),
    "note": ("text",),
    "source": ("reference", "labels", "replaces", "layer"),
    "reference": ("citekey", "type", "slice", "field:title"),
    "person": ("name",),
    "label": ("present", "text", "language"),
    "same": ("present",),
    "alias": ("present",),
    "bibfile": ("replaces",),
}
ANCHOR = {"source": THING, "layer": "", "ranges": [[0, 3]], "prefix": "", "suffix": ""}
SLICE = {"bibfile": THING, "key": "k", "type": "book", "start": 0, "end": 1, "fields": [["title", "Sea"]]}
NESTED = {
    "anchor": [{**ANCHOR, name: value} for name in (*ANCHOR, "area", "exact") for value in NONSENSE],
    "slice": [{**SLICE, name: value} for name in SLICE for value in NONSENSE],
    "deleted": [{"deleted": True, "seen": value} for value in NONSENSE],
    "labels": [[[0, value]] for value in NONSENSE] + [[[value, "i"]] for value in NONSENSE],
}


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind in REGISTERS for field in REGISTERS[kind]])
def test_a_value_without_sense_is_refused_or_does_no_harm(shared, kind, field):
    original = shared.read_bytes()
    for value in [*NONSENSE, *NESTED.get(field, ())]:
        shared.write_bytes(original)
        plant(shared, kind, canonical(CORES[kind]), field, canonical(value))
        with suppress(RefusedError):
            taken(shared)


@pytest.mark.parametrize(
    "value", ["1.5", "NaN", "Infinity", '"\\ud800"', '"\\u0000"', "[" * 100_000, "{", "", '"a" "b"', "1e400"]
)
@pytest.mark.parametrize("field", ["name", "parents", "definition"])
def test_what_is_no_records_json_is_refused(shared, field, value):
    plant(shared, "concept", canonical(CORES["concept"]), field, value)
    assert refused(shared)


def test_a_core_with_first_values_without_sense_is_refused(shared):
    plant(shared, "highlight", canonical({**CORES["highlight"], "first": {"anchor": {**ANCHOR, "ranges": 7}}}))
    assert "anchor" in refused(shared)


def test_a_concept_under_more_others_than_anybody_puts_it_is_refused(shared):
    parents = canonical(["0" * 32] * 1_001)
    plant(shared, "concept", canonical(CORES["concept"]), "parents", parents)
    assert "parents" in refused(shared)


def test_a_value_without_sense_for_a_thing_that_is_only_here_is_refused(people, shared):
    """The thing is not in the file, so its kind cannot be known there; the value fits no kind."""
    concept = bytes.fromhex(people.bob.concept("Sea"))
    with closing(apsw.Connection(str(shared))) as connection:
        (action,) = connection.execute("select id from action limit 1").fetchone()
        id = revision_id(concept, "parents", "", action, '"x"')
        connection.execute("insert into revision values(?,?,?,?,?,?)", (id, concept, "parents", "", action, '"x"'))
    assert "parents" in refused(shared)


@pytest.mark.parametrize("prev", ["x", "0" * 31, HASH + ",", "," + HASH, HASH.replace("0", "A"), f"{HASH} {HASH}"])
def test_a_revision_that_replaces_nonsense_is_refused(shared, prev):
    plant(shared, "concept", canonical(CORES["concept"]), "name", '"Sea"', prev)
    assert refused(shared)


@pytest.mark.parametrize(
    ("kind", "field", "most"), [("note", "text", 1 << 20), ("concept", "name", 500), ("person", "name", 500)]
)
def test_each_kind_has_its_limit(shared, kind, field, most):
    original = shared.read_bytes()
    plant(shared, kind, canonical(CORES[kind]), field, canonical("x" * most))
    taken(shared)
    shared.write_bytes(original)
    plant(shared, kind, canonical(CORES[kind]), field, canonical("x" * (most + 1)))
    assert refused(shared)


def test_a_source_that_was_deleted_with_all_its_marks_is_taken(shared):
    seen = [f"{number:032x}" for number in range(100_000)]
    plant(shared, "source", canonical(CORES["source"]), "deleted", canonical({"deleted": True, "seen": seen}))
    taken(shared)


def test_things_of_a_later_version_are_taken_as_they_are(shared):
    plant(shared, "map", '{"a":1}', "tint", '"red"')
    plant(shared, "concept", canonical(CORES["concept"]), "mood", "[[1]]")
    taken(shared)


def test_too_many_versions_of_one_cell_are_refused(shared, monkeypatch):
    monkeypatch.setattr("db.strangers.MOST_VERSIONS", 3)
    for number in range(3):
        plant(shared, "concept", canonical(CORES["concept"]), "name", f'"{number}"')
    taken(shared)
    plant(shared, "concept", canonical(CORES["concept"]), "name", '"4"')
    assert refused(shared)


def test_too_many_rows_are_refused(shared, monkeypatch):
    monkeypatch.setattr("db.strangers.MOST_ROWS", 2)
    assert refused(shared)


def test_too_many_concepts_are_refused(shared, monkeypatch):
    with closing(apsw.Connection(str(shared))) as connection:
        (here,) = connection.execute("select count(*) from entity where kind='concept'").fetchone()
    monkeypatch.setattr("db.strangers.MOST_CONCEPTS", here + 2)
    for number in range(2):
        plant(shared, "concept", canonical(CORES["concept"] | {"nonce": f"{number}"}))
        plant(shared, "note", canonical(CORES["note"] | {"nonce": f"{number}"}))
    taken(shared)
    plant(shared, "concept", canonical(CORES["concept"] | {"nonce": "3"}))
    assert refused(shared)


def taken(path):
    """Take a file as a merge does: look at it, unite, and see that the tables are as if made anew."""
    examine(path, ignore)
    library = memory_library()
    try:
        with attached(library, path):
            take(library, Merge("Merge", b"bob-desk", 0))
        shown = dump(library)
        for kind in (CONCEPT, HIGHLIGHT, TAGGING):
            assert kind.table._meta.table_name in shown
    finally:
        library.close()


# Whole files


def test_another_programs_file_is_refused(tmp_path):
    for name, statements in {
        "foreign": ["create table t(a)"],
        "private": ["pragma application_id=0x434d5056", "pragma user_version=1", "create table t(a)"],
        "early": ["pragma application_id=0x434d5053", "create table t(a)"],
    }.items():
        change(tmp_path / name, *statements)
        assert refused(tmp_path / name)


def test_a_later_format_is_told(package):
    change(package, "pragma user_version=99")
    with pytest.raises(LibraryTooNewError, match="format is 99"):
        examine(package, ignore)


LATER = """
def up(migrator, db):
    db.execute_sql("alter table concept add column mood text")
    db.execute_sql("create table feeling(concept blob)")
    db.execute_sql("pragma user_version=2")
"""


@pytest.mark.parametrize("kind", ["package", "shared"])
def test_a_later_version_takes_what_an_older_one_wrote(kind, request, tmp_path, monkeypatch):
    """By the structure of its own format, and by no other."""
    path = request.getfixturevalue(kind)
    steps = tmp_path / "steps"
    shutil.copytree(OURS.steps, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "0002_moods.py").write_text(LATER)
    monkeypatch.setattr("db.strangers.OURS", Formats(2, steps))
    taken(path)
    change(path, "create table feeling(concept blob)")
    assert refused(path)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"x" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_library_is_refused(tmp_path, data):
    path = tmp_path / "file"
    path.write_bytes(data)
    assert refused(path)


def test_a_copy_that_was_cut_off_is_told_at_every_page(package):
    data = package.read_bytes()
    for size in range(0, len(data), 4096):
        package.write_bytes(data[:size])
        said = refused(package)
        assert size < 100 or f"incomplete copy: {size:,} of {len(data):,} bytes" in said


def test_a_large_copy_that_was_cut_off_is_told_in_megabytes(package):
    data = bytearray(package.read_bytes())
    data[28:32] = (540 * 256).to_bytes(4, "big")
    package.write_bytes(data.ljust(12 << 20, b"\0"))
    assert "incomplete copy: 12 of 540 MB" in refused(package)


def _flip(data, seed):
    random.seed(seed)
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def flipped_does_no_harm(package, data, seed):
    package.write_bytes(_flip(data, seed))
    with suppress(RefusedError, LibraryTooNewError):
        taken(package)


def test_flipped_bits_are_refused_or_do_no_harm(package):
    data = package.read_bytes()
    for seed in range(60):
        flipped_does_no_harm(package, data, seed)


@pytest.mark.slow
def test_two_thousand_flipped_bits_are_refused_or_do_no_harm(package):
    data = package.read_bytes()
    for seed in range(2000):
        flipped_does_no_harm(package, data, seed)


def test_a_log_that_lies_beside_a_copy_is_folded_in(tmp_path, clock):
    path, copy = tmp_path / "theirs.commonplace", tmp_path / "copy"
    with closing(create(path)) as engine:
        engine.raw.execute("pragma wal_autocheckpoint=0")
        engine.rows("begin immediate")
        engine.rows("insert into meta values('mark', 'in the log')")
        engine.rows("commit")
        log = path.with_name(path.name + "-wal")
        assert log.stat().st_size
        copy.write_bytes(path.read_bytes())
        copy.with_name("copy-wal").write_bytes(log.read_bytes())
    with_log(copy)
    assert not copy.with_name("copy-wal").exists()
    with closing(apsw.Connection(str(copy))) as connection:
        assert connection.execute("select value from meta where key='mark'").fetchall() == [("in the log",)]


def test_every_kind_says_what_it_may_hold():
    for name, kind in KINDS.items():
        named = {register for register in kind.registers if not register.endswith(":*")}
        assert set(REGISTERS_OF.get(name, {})) == named
        assert set(CORES_OF[name]) == (set() if name == "reference" else set(kind.core))
