"""What is told of each file of an import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from commonplace.library.importing import ImportLine

State: TypeAlias = Literal[
    "queued", "reading", "recognising", "imported", "duplicate", "skipped", "failed", "cancelled"
]
Need: TypeAlias = Literal["", "retry", "password", "ocr"]

FINISHED = frozenset({"imported", "duplicate", "skipped", "failed", "cancelled"})


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file and how far it is.

    Attributes:
        need: What the person can do about it.
        page: So many pages of ``of`` are done; 0 where unknown.
    """

    path: str
    state: State = "queued"
    need: Need = ""
    page: int = 0
    of: int = 0
    pages: int = 0
    reason: str = ""
    source: str = ""
    citekey: str = ""


def row_of(line: ImportLine) -> FileRow:
    """Return what is told of a file that is done."""
    state: State = "failed"
    for known in ("imported", "duplicate", "skipped"):
        state = known if line.status == known else state
    need: Need = "retry" if state == "failed" else ""
    if line.asks_for_password:
        need = "password"
    elif line.is_scan:
        need = "ocr"
    # The terminal's way to say it is of no use here.
    reason = line.reason.replace(" with --password", "").replace(" (--password)", "")
    return FileRow(line.path, state, need, pages=line.pages, reason=reason, source=line.source, citekey=line.citekey)
