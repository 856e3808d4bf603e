"""What a worker does with a stranger's library or package; it runs within the walls of ``documents.workers``."""

from __future__ import annotations

from commonplace.documents.workers.operations import Answer, Asked, Limits, Operation
from core.errors import UserError
from db.strangers import RefusedError, examine


def _examine(asked: Asked) -> Answer:
    try:
        found = examine(asked.request.path, lambda: asked.progress(0, 0))
    except RefusedError as error:
        return Answer({"refused": str(error)})
    except UserError as error:
        return Answer({"refused": error.message, "code": error.code, "hint": error.hint})
    return Answer({"library": found.library_id, "manifest": found.manifest.text() if found.manifest else ""})


OPERATIONS = {"examine": Operation(_examine, Limits(processor=25.0, per_megabyte=1.0))}
