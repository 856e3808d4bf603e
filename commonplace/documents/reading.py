"""What is asked of the readers and what they answer: requests, readings and failures, as records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.records import Found, Layer
from core.token_places import FoldedUnit

MEBIBYTE = 1 << 20
MOST_PIXELS = 40_000_000
"""How large a picture may be: a page of a broadsheet at 300 dots an inch."""


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """A file to read.

    Attributes:
        sha256: The hexadecimal hash its bytes must have; empty where any will do.
        whole_page: Of a saved web page, take all of it, not only its article.
        encoding: The encoding of a text or web page; empty to find it out.
        descriptor: The file, open already: in a worker, which may open none.
    """

    path: Path
    sha256: str = ""
    password: str = ""
    whole_page: bool = False
    encoding: str = ""
    descriptor: int | None = None


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Rows of pixels from above to below, three bytes each: red, green and blue."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's layer, ready to be stored.

    Attributes:
        sha256: The hexadecimal hash of the bytes that were read.
        layer_digest: SHA-256 of the layer's canonical JSON.
        content: That JSON, packed.
        remark: What the user should know of this reading ("no text layer"), or empty.
    """

    layer: Layer
    sha256: str
    layer_digest: bytes
    content: bytes
    remark: str
    folded: tuple[FoldedUnit, ...]

    @property
    def extractor(self) -> str:
        return self.layer.extractor

    @property
    def found(self) -> tuple[Found, ...]:
        return self.layer.found

    @property
    def pages(self) -> int:
        """How many pages it has, 0 for a flowing document."""
        return len(self.layer.pages)

    @property
    def characters(self) -> int:
        return len(self.layer.text)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file was not read.

    Attributes:
        code: unread-kind, empty, missing, not-a-file, no-rights, unreadable, too-large, changed, encrypted,
            damaged, encoding, memory, too-slow or crashed.
        reason: One sentence.
    """

    code: str
    reason: str

    @property
    def skipped(self) -> bool:
        """True where nothing is wrong with the file: it is only of a kind that is not read."""
        return self.code == "unread-kind"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The answer to a request: exactly one of ``reading`` and ``failure`` is there."""

    request: ReadRequest
    reading: Reading | None = None
    failure: Failure | None = None


class UnreadableError(Exception):
    """A reader's way to say that this file cannot be read, and why."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.failure = Failure(code, reason)
