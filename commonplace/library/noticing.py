"""What others wrote into the exchange folder: noticed, merged, set aside.

It is noticed by names, sizes and times.  A file that is new by those is looked at once, by a worker; what it said is
remembered with them, so that looking again opens nothing.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from commonplace.library.cloud_copies import PACKAGE, copy_of, kind_of
from commonplace.library.exchange_folder import existing, gone, own_name, settings_of
from commonplace.library.exchange_settings import ExchangeSettings, known_to_bring_nothing, remember
from commonplace.library.glancing import Glance, Glances
from commonplace.library.merging import MergeReport, merge
from commonplace.library.session import Library
from core.clock import iso
from core.errors import NotDoneError, UnknownNameError
from db.deliveries import merged_digests
from db.packages import contents
from db.stamps import stamp

State: TypeAlias = Literal["new", "merged", "set-aside", "own", "conflicted-copy", "incomplete", "refused"]

_LATEST = (1 << 47) - 1
_NOTHING = sha256().hexdigest()
_PLACEHOLDER = re.compile(r"\.(?P<name>.+)\.icloud")


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """A file in the exchange folder that is a package, or a second version of a package or library.

    Attributes:
        file: Its name; ``path`` where it is.
        person: Who made it, as it says itself: a claim.
        made: When, ISO 8601 in UTC: as it says itself, else when it was written there.
        state: What may be done with it: ``new`` and ``conflicted-copy`` can be merged, for ``incomplete`` one waits.
        copy_of: Of a second version made by a cloud client the name of the first.
        documents: Whether the documents are in it.
        reason: Why it is incomplete or refused.
        digest: Its SHA-256; empty where nobody has looked into it.
    """

    file: str
    person: str
    made: str
    bytes: int
    state: State
    path: str
    copy_of: str = ""
    documents: bool = False
    reason: str = ""
    digest: str = ""

    @property
    def is_offered(self) -> bool:
        return self.state in ("new", "conflicted-copy")


def look(library: Library) -> list[ExchangeLine]:
    """Return what is in the folder: the newest first, of a person's packages and of what cloud clients made of them.

    The library's own file and plain libraries are left out.

    Raises:
        NotDoneError: No folder is set.
        FolderGoneError: It is not there.
    """
    kept = settings_of(library)
    folder = existing(kept)
    known = {one.hex() for one in merged_digests(library.engine)} | known_to_bring_nothing(library)
    own = {*kept.own, own_name(library)}
    glances = Glances(library.library_id)
    lines = []
    for file in _files(folder, library.own_files):
        if file.waits:
            lines.append(_waiting_line(file))
        elif file.path.name in own:
            lines.append(_own_line(library, file, kept))
        else:
            glance = glances.at(file.path, file.found)
            if glance.holds and glance.digest not in known and _has_all(library, glances, glance):
                known.add(glance.digest)
            lines.append(_line(file, glance, known, kept))
    glances.keep()
    return sorted(lines, key=lambda line: (line.made, line.file), reverse=True)


def _has_all(library: Library, glances: Glances, glance: Glance) -> bool:
    """Say whether a package holds just what is here: what came from here and was sent back is no news."""

    def digests() -> Mapping[str, str]:
        with library.engine.reading():
            return contents(library.engine)[1]

    own = glances.own(stamp(library.engine), digests)
    return all(digest in (own.get(table), _NOTHING) for table, digest in glance.holds.items())


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    found: os.stat_result
    original: str
    waits: bool = False


def _files(folder: Path, open_files: set[tuple[int, int]]) -> Iterator[_File]:
    """Yield what may be merged; a file of the open library is not so much as looked at."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        raise gone(folder) from error
    for name in names:
        placeholder = _PLACEHOLDER.fullmatch(name)
        shown = placeholder["name"] if placeholder else name
        original = copy_of(shown, names)
        if kind_of(shown) != PACKAGE and not original:
            continue
        try:
            found = (folder / name).stat()
        except OSError:
            continue  # It went meanwhile.
        if stat.S_ISREG(found.st_mode) and (found.st_dev, found.st_ino) not in open_files:
            yield _File(folder / name, found, original, waits=placeholder is not None)


def _own_line(library: Library, file: _File, kept: ExchangeSettings) -> ExchangeLine:
    name = file.path.name
    person = library.person_name if name == own_name(library) else _person_in(name)
    return ExchangeLine(
        name, person, _written(file), file.found.st_size, "own", str(file.path), documents=kept.documents
    )


def _waiting_line(file: _File) -> ExchangeLine:
    """Return what stands for a file that a cloud client has not fetched."""
    name = file.path.name[1 : -len(".icloud")]
    reason = "It is in the cloud and not on this computer yet."
    return ExchangeLine(name, _person_in(name), _written(file), 0, "incomplete", str(file.path), reason=reason)


def _line(file: _File, glance: Glance, known: set[str], kept: ExchangeSettings) -> ExchangeLine:
    name = file.path.name
    return ExchangeLine(
        file=name,
        person=glance.person or _person_in(file.original or name),
        made=glance.made or _written(file),
        bytes=file.found.st_size,
        state=_state(file, glance, known, kept),
        path=str(file.path),
        copy_of=file.original,
        documents=glance.documents,
        reason=glance.reason,
        digest=glance.digest,
    )


def _written(file: _File) -> str:
    return iso(min(max(file.found.st_mtime_ns // 1_000_000, 0), _LATEST) << 16)


def _state(file: _File, glance: Glance, known: set[str], kept: ExchangeSettings) -> State:
    if glance.reason:
        return "incomplete" if glance.incomplete else "refused"
    if glance.digest in known:
        return "merged"
    if glance.digest in kept.aside:
        return "set-aside"
    return "conflicted-copy" if file.original else "new"


def _person_in(name: str) -> str:
    """Return whom a name in the folder names; empty where it is not one that a program of ours gave."""
    found = re.fullmatch(rf"(?P<person>.+)-[0-9a-f]{{12}}{re.escape(PACKAGE)}", name)
    return found["person"] if found else ""


def merge_file(library: Library, name: str, *, dry_run: bool = False, with_deletions: bool = False) -> MergeReport:
    """Merge a file of the folder, named by its name there or by its path; see ``merging.merge``.

    Raises:
        UnknownNameError: There is no such file.
    """
    return merge(library, _named(library, name), dry_run=dry_run, with_deletions=with_deletions)


def set_aside(library: Library, name: str, *, off: bool = False) -> ExchangeLine:
    """Offer a file of the folder no longer, until it changes; with ``off`` offer it again.

    Raises:
        UnknownNameError: There is no such file in the folder.
        NotDoneError: It is not one that could be merged.
    """
    path = _named(library, name)
    line = next((line for line in look(library) if Path(line.path) == path), None)
    if line is None:
        raise UnknownNameError(f"{name} is not in the exchange folder.", hint="See `exchange list`.")
    if not line.digest:
        raise NotDoneError(f"{line.file} cannot be merged, so it is not offered; nothing was changed.")
    remember(library.library_id, "aside", line.digest, off=off)
    return next(one for one in look(library) if one.file == line.file)


def _named(library: Library, name: str) -> Path:
    kept = settings_of(library)
    folder = Path(kept.folder)
    for path in (folder / name, Path(name)):
        if path.exists():
            return path
    existing(kept)
    raise UnknownNameError(f"There is no file {name} in the exchange folder.", hint="See `exchange list`.")
