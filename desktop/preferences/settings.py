"""The settings of the window, as a record and as it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from commonplace.library.preferences import read_preferences, write_preferences

SCALES = (80, 200)
SIZES = (8, 32)
WIDTHS = (40, 120)
THEMES = ("system", "light", "dark")
PAGES = ("printed", "dim", "invert")
LANGUAGES = ("", "en", "ja", "de")
_KEPT_AS = "settings"
_BOUNDS = {"scale": SCALES, "reader_size": SIZES, "line_width": WIDTHS}


@dataclass(frozen=True, slots=True)
class Settings:
    """How the window looks and answers.

    Attributes:
        theme: ``system``, ``light`` or ``dark``.
        scale: Of the interface, in per cent.
        reader_font: A family for flowing documents; empty for the system's.
        reader_size: In points.
        line_width: Average characters to a line.
        letters: Whether single letters are keys in the reader.
        pages: How printed pages look in the dark: ``printed``, ``dim`` or ``invert``.
        language: Of the interface; empty for the system's.
    """

    theme: str = "system"
    scale: int = 100
    reader_font: str = ""
    reader_size: int = 12
    line_width: int = 68
    letters: bool = True
    language: str = ""
    pages: str = "printed"


def from_values(values: Mapping[str, Any]) -> Settings:
    """Return settings as they were kept; what is missing or makes no sense is as it is at first."""
    known = {field.name: values[field.name] for field in fields(Settings) if _fits(field.name, values.get(field.name))}
    return Settings(**known)


def read_settings() -> Settings:
    kept = read_preferences().get(_KEPT_AS)
    return from_values(kept) if isinstance(kept, dict) else Settings()


def keep_settings(settings: Settings) -> None:
    """Keep them for the next start.

    Raises:
        StorageError: They cannot be written.
    """
    write_preferences({_KEPT_AS: asdict(settings)})


def _fits(name: str, value: object) -> bool:
    if type(value) is not type(getattr(Settings(), name)):
        return False
    if isinstance(value, int) and name in _BOUNDS:
        low, high = _BOUNDS[name]
        return low <= value <= high
    return {"theme": value in THEMES, "language": value in LANGUAGES, "pages": value in PAGES}.get(name, True)
