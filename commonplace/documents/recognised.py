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
        engine: Who read it, with its version.
        languages: What was needed to read it.
        downwards: Most of it runs downwards.
    """

    text: str
    words: tuple[Word, ...]
    engine: str
    languages: tuple[str, ...]
    downwards: bool
