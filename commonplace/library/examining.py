"""What a worker does with a stranger's library or package; it runs within the walls of ``documents.workers``."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from commonplace.documents.workers.frames import Answer
from commonplace.documents.workers.operations import Asked, Limits, Operation
from core.errors import UserError
from db.strangers import Alive, IncompleteError, RefusedError, Stranger, admit, examine, glance

_PART = 1 << 20


def _examine(asked: Asked) -> Answer:
    return _answered(examine, asked.request.path, lambda: asked.progress(0, 0))


def _admit(asked: Asked) -> Answer:
    return _answered(admit, asked.request.path, lambda: asked.progress(0, 0))


def _glance(asked: Asked) -> Answer:
    """Tell what a file says of itself, and its SHA-256."""

    def alive() -> None:
        asked.progress(0, 0)

    answer = _answered(glance, asked.request.path, alive)
    return Answer({**answer.header, "digest": _digest(asked.request.path, alive)})


def _answered(look: Callable[[Path, Alive], Stranger], path: Path, alive: Alive) -> Answer:
    try:
        found = look(path, alive)
    except RefusedError as error:
        return Answer({"refused": str(error), "incomplete": isinstance(error, IncompleteError)})
    except UserError as error:
        return Answer({"refused": error.message, "code": error.code, "hint": error.hint})
    return Answer({"library": found.library_id, "manifest": found.manifest.text() if found.manifest else ""})


def _digest(path: Path, alive: Alive) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
            alive()
    return digest.hexdigest()


_LIMITS = Limits(processor=25.0, per_megabyte=1.0)
OPERATIONS = {
    name: Operation(done, _LIMITS) for name, done in {"examine": _examine, "admit": _admit, "glance": _glance}.items()
}
