"""Members of a zip that a stranger packed: read one by one by name, never unpacked to disk, within limits.

The limits hold for the bytes that really come out, whatever the zip says of them.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from typing import IO, cast
from urllib.parse import unquote

from commonplace.documents.opened import Contents
from commonplace.documents.reading import MEBIBYTE, UnreadableError

MOST_MEMBERS = 10_000
_MOST_BYTES = 2048 * MEBIBYTE
_LARGEST_PART = 128 * MEBIBYTE
_MOST_RATIO = 200
# Text that repeats itself may well be packed tighter than any ratio; what is small does no harm.
_ALWAYS_FINE = 16 * MEBIBYTE
_PIECE = MEBIBYTE

_ENTRY = b"PK\x01\x02"
_NAME = re.compile(r"(?!/)(?![A-Za-z]:)[^\x00-\x1f\x7f\\\ud800-\udfff]{1,1000}")
_ENCRYPTED = 0x1


class Archive:
    """A zip's members, by name."""

    def __init__(self, data: Contents) -> None:
        """Read the list of members.

        Raises:
            UnreadableError: It is no zip, or holds too many members.
        """
        _count_members(data)
        try:
            self._zip = zipfile.ZipFile(_as_file(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise _damaged() from error
        # Of two members with one name the later counts, as everywhere.
        self._members = {name: member for member in members if (name := _safe_name(member))}
        # Some programs write an address where a name belongs, with %20 for a blank.
        self._lower = {unquote(name).casefold(): name for name in self._members if "%" in name}
        self._lower |= {name.casefold(): name for name in self._members}
        self._taken = 0

    def close(self) -> None:
        self._zip.close()

    def find(self, name: str) -> str:
        """Return the member a name means, in whatever letter case; nothing where there is none."""
        return name if name in self._members else self._lower.get(name.casefold(), "")

    def names(self) -> list[str]:
        """Return the names of the members that may be read, in the order they are listed."""
        return list(self._members)

    def refuse_bombs(self) -> None:
        """Refuse what would unpack beyond the limits, for a reader that takes the sizes that the zip says as true.

        Raises:
            UnreadableError: It would.
        """
        sizes = [(member.file_size, member.compress_size) for member in self._zip.infolist()]
        if sum(size for size, _ in sizes) > _MOST_BYTES or any(_is_bomb(*size) for size in sizes):
            raise _too_large()

    def read(self, name: str) -> bytes:
        """Return a member's bytes.

        Raises:
            UnreadableError: It is not there, damaged, encrypted, or grows beyond the limits.
        """
        member = self._members.get(self.find(name))
        if member is None:
            raise UnreadableError("damaged", f"The file is damaged: its part {name} is missing.")
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableError("encrypted", "The file is encrypted and cannot be read here.")
        try:
            return self._bytes_of(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise UnreadableError("damaged", f"The file is damaged: its part {name} cannot be unpacked.") from error

    def _bytes_of(self, member: zipfile.ZipInfo) -> bytes:
        pieces, length = [], 0
        with self._zip.open(member) as stream:
            while piece := stream.read(_PIECE):
                pieces.append(piece)
                length += len(piece)
                self._taken += len(piece)
                if self._taken > _MOST_BYTES or _is_bomb(length, member.compress_size):
                    raise _too_large()
        return b"".join(pieces)


def _as_file(data: Contents) -> IO[bytes]:
    return io.BytesIO(data) if isinstance(data, bytes) else cast("IO[bytes]", data)


def _is_bomb(length: int, packed: int) -> bool:
    return length > _LARGEST_PART or (length > _ALWAYS_FINE and length > _MOST_RATIO * packed)


def _count_members(data: Contents) -> None:
    """Refuse a zip with too many members before its list is read, which would take long."""
    at, count = data.find(_ENTRY), 0
    while at >= 0:
        count += 1
        if count > MOST_MEMBERS:
            raise UnreadableError("too-large", f"The file is a zip of more than {MOST_MEMBERS} members.")
        at = data.find(_ENTRY, at + 4)


def _safe_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; nothing for a folder, a link, or a name that leads out of the zip."""
    # What stands behind a NUL is cut off by zipfile; such a name means to be taken for another.
    name = "" if "\0" in member.orig_filename else _written_name(member)
    linked = stat.S_ISLNK(member.external_attr >> 16)
    if linked or name.endswith("/") or not _NAME.fullmatch(name) or ".." in name.split("/"):
        return ""
    return name


def _written_name(member: zipfile.ZipInfo) -> str:
    """Return the name as its writer meant it: many write UTF-8 without saying so."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _too_large() -> UnreadableError:
    return UnreadableError("too-large", "The file unpacks to far more than a document holds.")


def _damaged() -> UnreadableError:
    return UnreadableError("damaged", "The file is damaged: it is no whole zip; it may be half downloaded.")
