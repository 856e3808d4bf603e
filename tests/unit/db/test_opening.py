"""Opening a library: what is not fit is refused in plain words and left byte for byte as it is."""

import os
import random
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from ledgers import Person

from core.errors import (
    LibraryDamagedError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryTooNewError,
    NotDoneError,
    StorageError,
)  # fmt: skip
from db.check import check
from db.engine import APPLICATION_ID, Engine
from db.opening import FORMAT, create, open_library, read_header

PAGE = 4096


def fail(_engine):
    raise AssertionError("no migration is due")


def opened(path, **options):
    return open_library(path, before_migration=fail, **options)


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(path, error, **options):
    """Assert that opening fails so and changes no file; return the error."""
    before = files(path.parent)
    with pytest.raises(error) as said:
        opened(path, **options)
    assert files(path.parent) == before
    return said.value


@pytest.fixture
def filled(path):
    """The bytes of a library with some pages of everything but documents."""
    engine = create(path)
    ann = Person("ann", engine, None)
    source = ann.source()
    with ann.action():
        for _ in range(40):
            ann.note(ann.highlight(source, "FOIP " * 40))
    ann.tag(ann.highlight(source), ann.concept("FOIP"))
    engine.close()
    return path.read_bytes()


def test_a_new_library_is_one_file_with_our_mark_and_opens(path):
    create(path).close()
    assert list(files(path.parent)) == [path.name]
    header = read_header(path)
    assert (header.application_id, header.format) == (APPLICATION_ID, FORMAT)
    assert header.size == header.expected_size
    with closing(opened(path)) as engine:
        assert check(engine, remake=False).problems == ()


def test_each_library_has_an_id_of_its_own(tmp_path):
    ids = set()
    for name in "ab":
        engine = create(tmp_path / name)
        ids.add(engine.value("select value from meta where key='library_id'"))
        engine.close()
    assert len(ids) == 2


def test_making_a_library_where_something_is_leaves_it_alone(path):
    path.write_text("my notes")
    with pytest.raises(NotDoneError) as said:
        create(path)
    assert said.value.code == "exists"
    assert files(path.parent) == {path.name: b"my notes"}


def test_a_library_can_be_made_where_files_have_one_name_only(path, monkeypatch):
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("db.opening.os.link", no_links)
    create(path).close()
    opened(path).close()
    assert list(files(path.parent)) == [path.name]
    with pytest.raises(NotDoneError):
        create(path)


def test_a_missing_library(path):
    with pytest.raises(LibraryMissingError):
        opened(path)
    assert files(path.parent) == {}


def test_a_folder_is_no_library(tmp_path):
    with pytest.raises(LibraryForeignError):
        opened(tmp_path)


@pytest.mark.parametrize("content", [b"", b"x", b"my notes", b"SQLite format 3\0", b"%PDF-1.7" + bytes(5000)])
def test_what_is_no_sqlite_file(path, content):
    path.write_bytes(content)
    refused(path, LibraryForeignError)


def test_a_database_of_another_program(path):
    other = apsw.Connection(str(path))
    other.execute("pragma application_id=42; create table places(url text)")
    other.close()
    assert "another program" in str(refused(path, LibraryForeignError))


def test_a_library_of_a_later_version(path, filled):
    path.write_bytes(filled[:60] + (FORMAT + 1).to_bytes(4, "big") + filled[64:])
    error = refused(path, LibraryTooNewError)
    assert str(FORMAT + 1) in str(error)
    assert error.hint


def test_a_library_cut_off_after_any_page(path, filled):
    for size in range(PAGE, len(filled), PAGE):
        path.write_bytes(filled[:size])
        refused(path, LibraryDamagedError)
    path.write_bytes(filled[:-1])
    error = refused(path, LibraryDamagedError)
    assert f"{len(filled) - 1:,} of {len(filled):,} bytes" in str(error)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_page_of_rubbish_is_noticed_and_nothing_is_written(path, filled, sealed):
    """At the start, or where the check at the start was spared, by the full check."""
    noise = random.Random(1)
    for start in range(0, len(filled), PAGE):
        path.write_bytes(filled[:start] + noise.randbytes(PAGE) + filled[start + PAGE :])
        before = files(path.parent)
        try:
            with closing(opened(path, sealed=sealed)) as engine:
                assert check(engine, remake=False).problems or _is_unused(filled, start)
        except (LibraryDamagedError, LibraryForeignError):
            pass
        assert files(path.parent) == before


def _is_unused(data, start):
    return data[start : start + PAGE] == bytes(PAGE)


def test_flipped_bits_never_raise_what_a_person_cannot_act_on(path, filled):
    noise = random.Random(2)
    for _ in range(60):
        data = bytearray(filled)
        data[noise.randrange(len(data))] ^= 1 << noise.randrange(8)
        path.write_bytes(data)
        try:
            with closing(opened(path)) as engine:
                check(engine, remake=False)
        except (LibraryDamagedError, LibraryForeignError, LibraryTooNewError):
            assert path.read_bytes() == data


def test_a_damaged_copy_keeps_the_mode_of_its_journal(path, filled):
    """To open a backup for writing would change its header; a damaged one stays as it is."""
    data = bytearray(filled)
    data[18:20] = b"\1\1"
    data[PAGE * 5 :] = bytes(len(data) - PAGE * 5)
    path.write_bytes(data)
    refused(path, LibraryDamagedError)


def test_what_was_confirmed_is_read_from_the_log_of_a_library_that_was_cut_off(path, tmp_path):
    """A checkpoint that was cut off leaves the main file short; the log beside it holds everything."""
    engine = create(path)
    engine.raw.execute("pragma wal_autocheckpoint=0")
    engine.raw.execute("begin; insert into meta values('a', zeroblob(100000)); commit")
    moved = tmp_path / "copy" / path.name
    moved.parent.mkdir()
    moved.write_bytes(path.read_bytes())
    log = path.with_name(path.name + "-wal").read_bytes()
    engine.close()
    grown = path.read_bytes()
    moved.write_bytes(grown[:PAGE] + moved.read_bytes()[PAGE:])
    refused(moved, LibraryDamagedError)
    moved.with_name(moved.name + "-wal").write_bytes(log)
    with closing(opened(moved)) as again:
        assert again.value("select length(value) from meta where key='a'") == 100000


@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)], ids=["both", "file", "folder"]
)
def test_what_cannot_be_written_opens_for_reading(filled, file_mode, folder_mode):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "notes with % and #.commonplace"
        path.write_bytes(filled)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        try:
            assert _as_nobody(lambda: _reads_only(path)) == 0
            assert files(folder) == {path.name: filled}
        finally:
            folder.chmod(0o755)


def _reads_only(path):
    with closing(opened(path)) as engine:
        assert engine.read_only
        assert check(engine, remake=False).counts["highlight"] == 41
        with pytest.raises(StorageError) as said:
            Person("bob", engine, None).source("b")
        assert said.value.code == "read-only"


def _as_nobody(do):
    """Run in a child process that has no rights of the superuser's; return its exit status."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        do()
    except BaseException as error:  # noqa: BLE001 - the parent is told by the exit status
        os.write(2, repr(error).encode())
        os._exit(1)
    os._exit(0)


def test_a_file_that_may_not_be_read(filled):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = folder / "notes.commonplace"
        path.write_bytes(filled)
        path.chmod(0)
        assert _as_nobody(lambda: _is_refused(path)) == 0


def _is_refused(path):
    with pytest.raises(StorageError):
        opened(path)


def test_two_windows_see_each_others_work(library, path):
    with closing(opened(path)) as other:
        Person("ann", library, None).concept("FOIP")
        assert other.rows("select name from concept") == [("FOIP",)]
        Person("bob", other, None).concept("Quad")
        assert library.rows("select count(*) from concept") == [(2,)]


def test_while_another_writes_it_says_so(library, path, monkeypatch):
    monkeypatch.setattr("db.engine.BUSY_SECONDS", 0.1)
    with closing(Engine(path)) as other, other.writing():
        library.raw.setbusytimeout(50)
        with pytest.raises(Exception, match="Another program") as said:
            Person("ann", library, None).concept("FOIP")
    assert said.value.code == "library-busy"
    Person("ann", library, None).concept("FOIP")


def test_a_copy_of_the_main_file_alone_holds_everything_confirmed(library, path, tmp_path):
    """People copy libraries while they are open."""
    ann = Person("ann", library, None)
    copy = tmp_path / "copy.commonplace"
    for number in range(10):
        ann.concept(f"Concept {number}")
        subprocess.run(["cp", path, copy], check=True)  # in another process: to open it here would drop our locks
        with closing(opened(copy)) as engine:
            assert engine.value("select count(*) from concept") == number + 1
        copy.unlink()
