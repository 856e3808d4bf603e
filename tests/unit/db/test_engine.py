"""Transactions: all or nothing, and what SQLite says in words for a person."""

import threading
from itertools import count

import apsw
import pytest
from ledgers import Person

from core.errors import LibraryBusyError, LibraryDamagedError, StorageError
from db.engine import Engine, user_error

INSERT = "insert into meta values(?, 'x')"


def keys(engine):
    return [key for (key,) in engine.rows("select key from meta where value='x' order by 1")]


def test_what_a_block_that_raises_wrote_is_taken_back(library):
    with pytest.raises(ZeroDivisionError), library.writing():
        library.rows(INSERT, ("a",))
        raise ZeroDivisionError
    assert keys(library) == []
    with library.writing():
        library.rows(INSERT, ("b",))
    assert keys(library) == ["b"]


def test_a_transaction_inside_another_is_a_part_of_it(library, second_engine):
    with library.writing():
        with library.writing():
            library.rows(INSERT, ("a",))
        assert keys(second_engine) == []
    assert keys(second_engine) == ["a"]
    with pytest.raises(ZeroDivisionError), library.writing():
        with library.writing():
            library.rows(INSERT, ("b",))
        raise ZeroDivisionError
    assert keys(library) == ["a"]


def test_writing_where_one_state_is_read_is_refused_and_never_lost_unsaid(library):
    with library.reading(), pytest.raises(apsw.SQLError), library.writing():
        library.rows(INSERT, ("a",))
    assert keys(library) == []
    with library.writing(), library.reading():
        library.rows(INSERT, ("b",))
    assert keys(library) == ["b"]


def test_several_reads_of_one_state_do_not_see_what_another_writes_meanwhile(library, second_engine):
    with library.reading():
        before = library.value("select count(*) from concept")
        with second_engine.writing():
            Person("ann", second_engine, None).concept("FOIP")
        assert library.value("select count(*) from concept") == before == 0
    assert library.value("select count(*) from concept") == 1


def test_a_library_is_kept_to_the_disk_and_trusts_no_file(library):
    asked = {name: library.value(f"pragma {name}") for name in ("journal_mode", "synchronous", "trusted_schema")}
    assert asked == {"journal_mode": "wal", "synchronous": 2, "trusted_schema": 0}
    assert library.value("pragma secure_delete") == 1
    assert library.value("pragma mmap_size") == 0
    with pytest.raises(apsw.Error):
        library.rows("select load_extension('x')")


def test_who_only_reads_a_file_needs_no_folder_to_write_to(library):
    assert library.value("pragma temp_store") == 1
    reader = Engine(library.path, read_only=True)
    assert reader.value("pragma temp_store") == 2
    reader.close()


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (apsw.FullError, StorageError, "disk-full"),
        (apsw.ReadOnlyError, StorageError, "read-only"),
        (apsw.PermissionsError, StorageError, "read-only"),
        (apsw.IOError, StorageError, "disk-failed"),
        (apsw.CantOpenError, StorageError, "storage"),
        (apsw.BusyError, LibraryBusyError, "library-busy"),
        (apsw.LockedError, LibraryBusyError, "library-busy"),
        (apsw.CorruptError, LibraryDamagedError, "library-damaged"),
        (apsw.NotADBError, LibraryDamagedError, "library-damaged"),
    ],
)
def test_what_sqlite_says_of_disk_and_file_is_said_with_a_way_out(error, kind, code):
    said = user_error(error("technical words"))
    assert type(said) is kind
    assert said.code == code
    assert said.hint
    assert "technical" not in said.message


def test_a_fault_of_ours_stays_a_fault_of_ours(library):
    assert user_error(apsw.SQLError("no such column")) is None
    with pytest.raises(apsw.SQLError):
        library.rows("select nothing")


ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"


def test_what_is_called_off_in_the_midst_of_a_statement_is_taken_back(library):
    looks = count()
    with pytest.raises(KeyboardInterrupt), library.as_long_as(lambda: next(looks) < 5), library.writing():
        library.rows(INSERT, ("a",))
        library.rows(ENDLESS)
    assert keys(library) == []
    with library.writing():
        library.rows(INSERT, ("b",))
    assert keys(library) == ["b"]


def test_who_presses_keys_at_a_terminal_ends_a_statement_too(library):
    def pressed():
        raise KeyboardInterrupt

    looks = count()
    with (
        pytest.raises(KeyboardInterrupt),
        library.as_long_as(lambda: next(looks) < 5 or pressed()),
        library.writing(),
    ):
        library.rows(INSERT, ("a",))
        library.rows(ENDLESS)
    assert keys(library) == []


def test_what_cannot_be_called_off_any_more_is_kept(library):
    with library.as_long_as(lambda: not asked) as no_way_back, library.writing():
        asked = []
        library.rows(INSERT, ("a",))
        no_way_back()
        asked.append("stop")
        library.rows(INSERT, ("b",))
    assert keys(library) == ["a", "b"]


def test_threads_that_write_to_one_file_wait_for_each_other(library, path):
    written = []

    def write():
        # As the window has it: each thread has the library open for itself.
        engine = Engine(path)
        try:
            with engine.writing():
                written.append(keys(engine))
                engine.rows(INSERT, ("b",))
        finally:
            engine.close()

    other = threading.Thread(target=write)
    with library.writing():
        other.start()
        # SQLite would not let the other begin; nor may it give up while this one is at it.
        other.join(timeout=0.2)
        assert not written
        library.rows(INSERT, ("a",))
    other.join()

    assert written == [["a"]]
    assert keys(library) == ["a", "b"]
