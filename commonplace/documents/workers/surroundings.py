"""What a worker gets to see of the computer: where Python and its packages lie, and nothing of the user's."""

from __future__ import annotations

import os
import py_compile
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from itertools import chain
from pathlib import Path

from commonplace.documents.trained import trained_folder

_IMPORT_ROOT = Path(__file__).resolve().parents[3]
_OWN_PACKAGES = ("commonplace", "core", "resources")
_PACKAGE_FOLDERS = ("site-packages", "dist-packages")


def import_path() -> list[str]:
    """Return where a worker looks for what it imports: where its parent does."""
    return [str(_IMPORT_ROOT), *(path for path in sys.path if Path(path).is_absolute())]


def readable() -> list[str]:
    """Return the folders a worker may read, beside those of the system's libraries and fonts."""
    interpreter = (Path(sys.base_prefix, "lib"), Path(sys.prefix, "lib"), Path(sys.base_exec_prefix, "lib"))
    libraries = map(Path, filter(None, os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)))
    imports = chain.from_iterable(_packages(Path(path)) for path in import_path())
    found = (*interpreter, *libraries, *imports, *filter(None, (trained_folder(),)))
    return list(dict.fromkeys(str(path) for path in found if path.is_absolute()))


@cache
def keep_compiled() -> None:
    """Compile our own modules once, where Python would: a worker may not keep what it compiles."""
    if sys.dont_write_bytecode or sys.pycache_prefix:
        return
    with suppress(OSError):
        for package in ("commonplace/documents", "core"):
            for path in (_IMPORT_ROOT / package).rglob("*.py"):
                _compile(path)


def _compile(path: Path) -> None:
    kept = Path(cache_from_source(str(path)))
    if not kept.exists() or kept.stat().st_mtime < path.stat().st_mtime:
        py_compile.compile(str(path), quiet=2)


@cache
def _packages(entry: Path) -> tuple[Path, ...]:
    """Return what to read of an entry of the import path.

    Such an entry may be the folder the user stands in, with documents and libraries beside the packages; of it only the
    packages are read.
    """
    if entry == _IMPORT_ROOT and entry.name not in _PACKAGE_FOLDERS:
        return tuple(entry / name for name in _OWN_PACKAGES)
    if entry.name in _PACKAGE_FOLDERS or entry.is_relative_to(Path(sys.base_prefix, "lib")):
        return (entry,)
    try:
        return tuple(found for found in entry.iterdir() if _is_package(found))
    except OSError:
        return ()


def _is_package(path: Path) -> bool:
    return path.suffix in (".py", ".so", ".dist-info", ".libs") or (path / "__init__.py").is_file()
