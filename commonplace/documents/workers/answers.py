"""A worker's answer to a reading or a failure; sizes are checked, for the worker may have been taken over."""

from __future__ import annotations

from typing import Any

from commonplace.documents.reading import Failure, FoldedUnit, Reading
from commonplace.documents.workers.frames import Frame, FrameError
from core.records import Found


def outcome(frame: Frame) -> Reading | Failure:
    """Return what an answer says.

    Raises:
        FrameError: It is no answer.
    """
    try:
        return failure_of(frame) or _reading(frame.header, frame.body)
    except (KeyError, TypeError, ValueError) as error:
        raise FrameError("a worker's answer is not understood") from error


def failure_of(frame: Frame) -> Failure | None:
    """Return the failure an answer tells of, if it does."""
    told = frame.header.get("failure")
    return Failure(str(told["code"]), str(told["reason"])) if told else None


def _reading(header: dict[str, Any], body: bytes) -> Reading:
    at = int(header["content"])
    folded = []
    for start, end, length in header["folded"]:
        folded.append(FoldedUnit(int(start), int(end), body[at : at + length].decode()))
        at += length
    layer_digest = bytes.fromhex(header["layer"])
    if at != len(body) or len(layer_digest) != 32:
        raise ValueError("the parts of the answer do not fit together")
    return Reading(
        kind=str(header["kind"]),
        extractor=str(header["extractor"]),
        sha256=str(header["sha256"]),
        layer_digest=layer_digest,
        content=body[: header["content"]],
        pages=int(header["pages"]),
        characters=int(header["characters"]),
        found=tuple(
            Found(str(field), str(value), str(where), int(sure)) for field, value, where, sure in header["found"]
        ),
        remark=str(header["remark"]),
        folded=tuple(folded),
    )
