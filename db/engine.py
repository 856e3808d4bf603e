"""The connection to one SQLite file of ours: its settings, its transactions, and what its errors mean to a person."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from core.errors import LibraryBusyError, LibraryDamagedError, StorageError, UserError

APPLICATION_ID = 0x434D504C  # "CMPL"
PACKAGE_ID = 0x434D5053  # "CMPS"
BUSY_SECONDS = 5
# Threads of one program wait for each other as long as their longest step takes: uniting two libraries, say.
TURN_SECONDS = 300
# Some milliseconds of a statement.
_STEPS = 100_000

# Debian's own SQLite logs recovered journals and the like to stderr; our messages say what a person needs.
apsw.config(apsw.SQLITE_CONFIG_LOG, None)

_turns: dict[Path, threading.RLock] = {}
_turns_kept = threading.Lock()


class Engine(APSWDatabase):  # type: ignore[misc]
    """One open file.

    Reads fetch everything before they return: a cursor kept over an event would hold the file's lock.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        immutable: bool = False,
        journal: str = "wal",
        disposable: bool = False,
        vfs: str | None = None,
    ) -> None:
        """Prepare the connection; it is made when it is first used.

        ``immutable`` promises that nobody writes: SQLite then needs neither locks nor files beside this one.
        Of a ``disposable`` file the last steps may go with the power; it stays whole.
        """
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        name = str(path)
        if read_only:
            flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
            name = f"{path.absolute().as_uri()}?immutable={int(immutable)}"
        self.path = path
        self.read_only = read_only
        self.immutable = immutable
        self._journal = journal
        self._locking = "normal"
        self._disposable = disposable
        self._is_writing = False
        self._is_unwanted: Callable[[], bool] | None = None
        self._turn = _turn_on(path)
        super().__init__(name, timeout=BUSY_SECONDS, flags=flags, vfs=vfs, thread_safe=False)

    def _connect(self) -> apsw.Connection:
        # Here, because peewee would wrap what SQLite says in an error of its own.
        with storage_errors():
            try:
                connection: apsw.Connection = super()._connect()
            except apsw.IOError as error:
                if getattr(error, "extendedresult", 0) != apsw.SQLITE_IOERR_SHMSIZE:
                    raise
                # A full disk has no room for what programs share of the log.  Who has the file alone needs none.
                self._locking = "exclusive"
                connection = super()._connect()
        return connection

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        conn.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        conn.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        conn.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
        conn.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
        conn.convert_binding = _bind
        super()._add_conn_hooks(conn)
        # Who only reads may have no folder to write to; what a large merge sets aside is more than memory should hold.
        aside = "memory" if self.read_only or str(self.path) == ":memory:" else "file"
        conn.execute(f"pragma cell_size_check=on; pragma mmap_size=0; pragma temp_store={aside}").fetchall()
        if not self.read_only:
            try:
                conn.execute(f"pragma locking_mode={self._locking}; pragma journal_mode={self._journal}").fetchall()
            except apsw.Error:
                conn.close()
                raise
            conn.execute(f"pragma synchronous={'normal' if self._disposable else 'full'}; pragma secure_delete=on")

    @property
    def raw(self) -> apsw.Connection:
        connection: apsw.Connection = self.connection()
        return connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows."""
        self.go_on()
        with storage_errors():
            try:
                return list(self.raw.execute(sql, values))
            except UnicodeDecodeError as error:
                raise _damaged() from error

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def refuse_read_only(self) -> None:
        """Say before long work what its first write would say."""
        if self.read_only:
            raise _read_only()

    @property
    def version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.value("pragma data_version"))

    def many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of many rows of values."""
        with storage_errors():
            self.raw.executemany(sql, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold one immediate transaction: all of it is kept and on the disk, or nothing is.

        Inside another one it is a part of that.  Inside ``reading`` it is refused: what ends there is not kept.
        """
        connection = self.raw
        if self._is_writing:
            yield
            return
        with self._in_turn(), storage_errors():
            connection.execute("begin immediate")
            self._is_writing = True
            try:
                yield
            except BaseException:
                _roll_back(connection)
                raise
            finally:
                self._is_writing = False
            try:
                connection.execute("commit")
            except apsw.Error:
                _roll_back(connection)
                raise
            if self._journal == "wal" and not self._disposable:
                # People copy libraries while they are open: the main file alone must hold what was confirmed.
                # It is kept already; where the disk fails now, the next step tries again.
                with contextlib.suppress(apsw.Error):
                    connection.execute("pragma wal_checkpoint(truncate)").fetchall()

    @contextmanager
    def as_long_as(self, wanted: Callable[[], bool]) -> Iterator[Callable[[], None]]:
        """Call off what is done in the block as soon as ``wanted`` says False: in the midst of a statement, too.

        It ends with ``KeyboardInterrupt``, as when somebody at a terminal does so, and its transaction is taken back.
        What is yielded is to be called where there is no way back any more: right before a commit.
        """
        asks = True

        def is_unwanted() -> bool:
            if not asks or wanted():
                return False
            # Told once: what tidies up afterwards has to run.
            ask_no_more()
            return True

        def ask_no_more() -> None:
            nonlocal asks
            asks = False

        self._is_unwanted = is_unwanted
        self.raw.set_progress_handler(is_unwanted, _STEPS)
        try:
            yield ask_no_more
        except apsw.InterruptError as error:
            raise KeyboardInterrupt from error
        finally:
            self.raw.set_progress_handler(None)
            self._is_unwanted = None

    def go_on(self) -> None:
        """End here what was called off; to be asked now and then by what works long without this file."""
        if self._is_unwanted is not None and self._is_unwanted():
            raise KeyboardInterrupt

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Wait until no other thread of this program writes to the file.

        SQLite would look again and again, in ever longer naps, and give up after a few seconds.
        """
        if not self._turn.acquire(timeout=TURN_SECONDS):
            raise _busy()
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one state of the file for several reads."""
        connection = self.raw
        if not connection.get_autocommit():
            yield
            return
        with storage_errors():
            connection.execute("begin")
            try:
                yield
            finally:
                _roll_back(connection)

    @contextmanager
    def beside(self, path: Path, name: str) -> Iterator[None]:
        """Have another file attached under a name, which is made where it is missing; not inside a transaction."""
        self.rows(f"attach ? as {name}", (str(path),))
        try:
            yield
        finally:
            self.rows(f"detach {name}")


def _turn_on(path: Path) -> threading.RLock:
    """Return the lock that whoever writes to a file holds; a database in memory has one of its own."""
    with _turns_kept:
        return threading.RLock() if str(path) == ":memory:" else _turns.setdefault(path.absolute(), threading.RLock())


def _roll_back(connection: apsw.Connection) -> None:
    if not connection.get_autocommit():
        connection.execute("rollback")


def _bind(_cursor: apsw.Cursor, _number: int, value: object) -> str:
    # The migration runner dates its rows; apsw binds no dates of itself.
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be stored")


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn what SQLite says of the disk and the file into what a person can act on."""
    try:
        yield
    except apsw.Error as error:
        raised = user_error(error)
        if raised is None:
            raise
        raise raised from error


def user_error(error: apsw.Error) -> UserError | None:
    """Return what an SQLite error means to a person, or None where it is a fault of ours."""
    if isinstance(error, apsw.FullError):
        return StorageError(
            "The disk is full; this step was taken back and everything before it is kept.",
            hint="Make room on the disk, then try again.",
            code="disk-full",
        )
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError):
        return _read_only()
    if isinstance(error, apsw.IOError):
        return StorageError(
            "The disk failed while the library was read or written; this step was taken back.",
            hint="Check the disk, and that it is still connected; then try again.",
            code="disk-failed",
        )
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return _busy()
    if isinstance(error, apsw.CantOpenError):
        return StorageError(
            "The library file could not be opened; nothing was changed.",
            hint="Check that the folder exists and that you may write to it.",
        )
    if isinstance(error, apsw.CorruptError | apsw.NotADBError):
        return _damaged()
    return None


def _read_only() -> StorageError:
    return StorageError(
        "The library cannot be written to; nothing was changed.",
        hint="Check the permissions of the file and of its folder, or work on a copy.",
        code="read-only",
    )


def _busy() -> LibraryBusyError:
    return LibraryBusyError(
        "Another program is writing to this library; this step was not done.", hint="Try again when it has finished."
    )


def _damaged() -> LibraryDamagedError:
    return LibraryDamagedError(
        "This library is damaged; the file was left as it is.",
        hint="Restore a backup, or send the file to somebody who can salvage it.",
    )
