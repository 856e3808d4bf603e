"""What a failure is for the terminal: its sentence, and its exit status."""

from __future__ import annotations

import os

from core.errors import PlaceError, UnknownNameError, UserError

NOT_DONE = 1
WRONG_WORDS = 2
WRONG_PLACE = 3

_DEBUG = "COMMONPLACE_DEBUG"
_OURS = ("core", "db", "commonplace", "desktop", "resources")


def as_user_error(error: BaseException) -> UserError:
    """Return any failure as one that a person can read; what is no user's is a fault of ours."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, KeyboardInterrupt):
        return UserError("Stopped. What was finished before stays.", code="stopped")
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] not in _OURS:
        return PlaceError(
            f"A package that the program needs is missing or does not load: {error.name or error}.",
            hint="Start the program with: uv run main.py",
            code="package-missing",
        )
    if isinstance(error, MemoryError):
        return PlaceError("There is not enough memory for this.", code="memory")
    if isinstance(error, OSError) and error.strerror:
        where = f": {os.fsdecode(error.filename)}" if error.filename else ""
        return PlaceError(f"{error.strerror}{where}.", code="system")
    return PlaceError(
        f"The program made a mistake ({type(error).__name__}: {error}). What was stored before is not affected.",
        hint=f"Please report it; with {_DEBUG}=1 the error says where it happened.",
        code="internal",
    )


def status(error: UserError) -> int:
    """Return the exit status of a failure."""
    if isinstance(error, PlaceError):
        return WRONG_PLACE
    if isinstance(error, UnknownNameError) or error.code == "usage":
        return WRONG_WORDS
    return NOT_DONE


def wants_traceback() -> bool:
    """Return whether the person asked to see where faults happen."""
    return bool(os.environ.get(_DEBUG))
