"""What text recognition makes of a page, as it is handed from the worker to its parent."""

from __future__ import annotations

from dataclasses import dataclass

from core.records import Word


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A page's recognised text.

    Attributes:
        text: With a newline at its end, or empty.
        words: Where it stands; positions count from the beginning of ``text``.
        languages: What was needed to read it.
    """

    text: str
    words: tuple[Word, ...]
    languages: tuple[str, ...]
