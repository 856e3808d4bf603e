"""The exchange folder: one in any cloud or on a stick, where each person's program writes its own package only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from commonplace.library.cloud_copies import PACKAGE
from commonplace.library.exchange_settings import ExchangeSettings, change_exchange, read_exchange
from commonplace.library.session import Library
from commonplace.library.sharing import ShareRequest, share
from core.errors import NotDoneError, PlaceError
from core.ids import digest
from db.stamps import stamp

Progress: TypeAlias = Callable[[int, int], None]

_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_PERSON = 60


class FolderGoneError(PlaceError):
    """The exchange folder is not there: a stick was pulled out, or a cloud client is not running."""

    code = "folder-gone"


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one's own package; not ``written`` where nothing had changed since the last."""

    file: str
    path: str
    bytes: int
    written: bool


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What is set for a library on this computer; ``file`` is what its own package is called."""

    folder: str
    there: bool
    documents: bool
    at_closing: bool
    file: str


# What is set


def exchange_state(library: Library) -> ExchangeState:
    """Return what is set."""
    kept = read_exchange(library.library_id)
    there = bool(kept.folder) and Path(kept.folder).is_dir()
    return ExchangeState(kept.folder, there, kept.documents, kept.at_closing, own_name(library))


def set_folder(
    library: Library, folder: Path, *, documents: bool | None = None, at_closing: bool | None = None
) -> ExchangeState:
    """Exchange packages of this library in a folder from now on; what is None stays as it was set.

    Raises:
        FolderGoneError: There is no such folder.
        NotDoneError: Nobody has made the library yet.
    """
    _refuse_no_library(library)
    if not folder.is_dir():
        raise FolderGoneError(f"There is no folder {folder}; nothing was set.", hint="Make it, or name another.")
    change_exchange(library.library_id, folder=str(folder.resolve()))
    return set_options(library, documents=documents, at_closing=at_closing)


def set_options(library: Library, *, documents: bool | None = None, at_closing: bool | None = None) -> ExchangeState:
    """Say whether documents go along, and whether it is sent when the window closes; None leaves it as it is."""
    said = {"documents": documents, "at_closing": at_closing}
    change_exchange(library.library_id, **{name: value for name, value in said.items() if value is not None})
    return exchange_state(library)


def leave_folder(library: Library) -> ExchangeState:
    """Exchange nothing from now on; what is in the folder stays."""
    change_exchange(library.library_id, folder="")
    return exchange_state(library)


def own_name(library: Library) -> str:
    """Return what one's own package is called: by the person, and by digits that are this installation's alone.

    The digits stand for person, installation and library, so no two of these write the same file.
    """
    writer = library.writer
    mark = digest("\n".join((writer.person.hex(), writer.installation.hex(), library.library_id))).hex()[:12]
    plain = unicodedata.normalize("NFKD", writer.name).encode("ascii", "ignore").decode()
    name = _UNSAFE.sub("-", plain).strip("-_")[:_LONGEST_PERSON].strip("-_")
    return f"{name or 'person'}-{mark}{PACKAGE}"


# Sending


def send(library: Library, *, documents: bool | None = None, progress: Progress | None = None) -> Sent:
    """Write one's own package, in place of the one before; nothing where the library is as it was sent last.

    Args:
        library: All of it goes.
        documents: Whether the documents go along; None for what is set.
        progress: Told how much of how much is written; what it raises stops the work, and nothing is written.

    Raises:
        NotDoneError: No folder is set, or there is nothing to send.
        FolderGoneError: The folder is not there.
        StorageError: The disk refused.
    """
    kept = settings_of(library)
    with_documents = kept.documents if documents is None else documents
    path = existing(kept) / own_name(library)
    holds = f"{stamp(library.engine)} {with_documents} {path.name}"
    size = _size(path)
    if size and kept.sent == f"{holds} {size}":
        return Sent(path.name, str(path), size, written=False)
    _note_own(library, path.name)
    report = share(library, path, ShareRequest(documents=with_documents, force=True), progress)
    change_exchange(library.library_id, sent=f"{holds} {report.bytes}")
    return Sent(path.name, str(path), report.bytes, written=True)


def _note_own(library: Library, name: str) -> None:
    own = read_exchange(library.library_id).own
    if name not in own:
        change_exchange(library.library_id, own=(*own, name))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


# The folder


def settings_of(library: Library) -> ExchangeSettings:
    """Return what is set for a library.

    Raises:
        NotDoneError: No folder is, or nobody has made the library yet.
    """
    _refuse_no_library(library)
    kept = read_exchange(library.library_id)
    if not kept.folder:
        raise NotDoneError(
            "No exchange folder is set for this library.", hint="Set one with `exchange set FOLDER`.", code="no-folder"
        )
    return kept


def existing(kept: ExchangeSettings) -> Path:
    """Return the folder that is set.

    Raises:
        FolderGoneError: It is not there.
    """
    folder = Path(kept.folder)
    if not folder.is_dir():
        raise gone(folder)
    return folder


def gone(folder: Path) -> FolderGoneError:
    """Return what is raised of a folder that is not there."""
    return FolderGoneError(
        f"The exchange folder {folder} is not there; the library is unaffected.",
        hint="Put the stick back in, or start the cloud's program; or set another folder.",
    )


def _refuse_no_library(library: Library) -> None:
    if library.path == Path(":memory:"):
        raise NotDoneError("There is no library yet; nothing was changed.", hint="Make one with `new`.")
