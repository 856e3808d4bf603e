"""Who works here and where things lie: the profile, and the folders of this computer."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import StorageError, UnknownNameError
from db.writers import Writer

_NAME = "commonplace"
_LONGEST_NAME = 500


def data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def config_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def default_library() -> Path:
    return data_folder() / "library.commonplace"


@dataclass(frozen=True, slots=True)
class Profile:
    """The persons who work on this installation, as pairs of name and nonce; the first is the current one."""

    installation: str
    persons: tuple[tuple[str, str], ...]

    def writer(self, name: str) -> Writer:
        return Writer(dict(self.persons)[name], name, bytes.fromhex(self.installation))


def writer_named(person: str | None, *, keep: bool) -> Writer:
    """Return who works: the person named, or the current one; with ``keep`` a new name is added to the profile.

    Raises:
        UnknownNameError: The name is empty or no name at all.
        StorageError: The profile cannot be written.
    """
    path = config_folder() / "profile.json"
    known = _read(path)
    name = _checked(person) if person is not None else (known.persons[0][0] if known.persons else _account())
    if name not in dict(known.persons):
        known = Profile(known.installation, (*known.persons, (name, secrets.token_hex(16))))
        if keep:
            _write(path, known)
    return known.writer(name)


def kept(writer: Writer) -> Writer:
    """Return somebody as the profile knows them; who works for the first time is added to it.

    Where the profile cannot be written they work all the same, and are another person of their name the next time.
    """
    path = config_folder() / "profile.json"
    with contextlib.suppress(StorageError):
        known = _read(path)
        if writer.name not in dict(known.persons):
            installation = known.installation if known.persons else writer.installation.hex()
            known = Profile(installation, (*known.persons, (writer.name, writer.nonce)))
            _write(path, known)
        return known.writer(writer.name)
    return writer


def current_person() -> str:
    """Return who works here when nobody else is named.

    Raises:
        StorageError: The profile cannot be read.
    """
    known = _read(config_folder() / "profile.json")
    return known.persons[0][0] if known.persons else _account()


def make_current(person: str) -> Writer:
    """Make somebody, known or new, the one who works here from now on.

    Raises:
        UnknownNameError: The name is empty or no name at all.
        StorageError: The profile cannot be written.
    """
    writer = writer_named(person, keep=True)
    path = config_folder() / "profile.json"
    known = _read(path)
    # The sort is stable: the others keep their order.
    persons = sorted(known.persons, key=lambda one: one[0] != writer.name)
    _write(path, Profile(known.installation, tuple(persons)))
    return writer


def _checked(name: str) -> str:
    shown = " ".join(name.split())
    if not shown or len(shown) > _LONGEST_NAME or not shown.isprintable():
        raise UnknownNameError("A person needs a name that can be printed.", hint="Give one with --person NAME.")
    return shown


def _account() -> str:
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "me"


def _read(path: Path) -> Profile:
    try:
        value: dict[str, Any] = json.loads(path.read_text("utf-8"))
        persons = tuple((person["name"], person["nonce"]) for person in value["persons"])
        bytes.fromhex(value["installation"])
        return Profile(value["installation"], persons)
    except FileNotFoundError:
        return Profile(secrets.token_hex(8), ())
    except OSError as error:
        raise StorageError(f"The profile {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StorageError(
            f"The profile {path} is damaged; no library is affected.",
            hint="Move it away: a new one is made. Your earlier work then shows another person of your name.",
        ) from error


def _write(path: Path, profile: Profile) -> None:
    value = {
        "installation": profile.installation,
        "persons": [{"name": name, "nonce": nonce} for name, nonce in profile.persons],
    }
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")
        aside.replace(path)
    except OSError as error:
        raise StorageError(f"The profile {path} cannot be written: {error.strerror}.") from error
