"""Where text recognition finds what it was taught: Tesseract's trained data, as systems install it.

Only files are looked for; no program is started.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_SUFFIX = ".traineddata"
# Debian's, with one folder for each version, and those of Fedora, Arch, Homebrew, MacPorts and Windows.
_SHARED = Path("/usr/share/tesseract-ocr")
_USUAL = (
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)
_WINDOWS = (("PROGRAMFILES", "Tesseract-OCR"), ("LOCALAPPDATA", "Programs/Tesseract-OCR"))
# They tell the direction of a page, and formulas; they read no language.
_NO_LANGUAGES = frozenset({"osd", "equ"})


def places() -> Iterator[Path]:
    """Yield where trained data may lie, the likeliest first."""
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        yield Path(named)
        yield Path(named, "tessdata")
    yield from sorted((folder / "tessdata" for folder in _versions()), reverse=True)
    yield from map(Path, _USUAL)
    for variable, folder in _WINDOWS:
        if variable in os.environ:
            yield Path(os.environ[variable], folder, "tessdata")


def trained_folder() -> Path | None:
    """Return the first folder with a language in it, or None where nothing is installed."""
    return next((place for place in places() if place.is_absolute() and languages(place)), None)


def languages(folder: Path) -> tuple[str, ...]:
    """Return the languages whose data lie in a folder, by Tesseract's names for them."""
    try:
        names = sorted(path.name.removesuffix(_SUFFIX) for path in folder.iterdir() if path.suffix == _SUFFIX)
    except OSError:
        return ()
    return tuple(name for name in names if name not in _NO_LANGUAGES)


def _versions() -> Iterator[Path]:
    try:
        yield from _SHARED.iterdir()
    except OSError:
        return
