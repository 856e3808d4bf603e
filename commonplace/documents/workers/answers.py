"""A reading as a worker's answer, and such an answer to a reading or a failure.

It is checked where it comes in, for the worker may have been taken over.
"""

from __future__ import annotations

from typing import Any

from commonplace.documents.reading import Failure, Reading
from commonplace.documents.workers.frames import Answer, Frame, FrameError
from core.layers import received
from core.token_places import FoldedUnit


def told(reading: Reading) -> Answer:
    """Return a reading as an answer; ``outcome`` is its inverse."""
    parts = [(unit.text.encode(), unit.marks) for unit in reading.folded]
    header = {
        "extractor": reading.extractor,
        "sha256": reading.sha256,
        "layer": reading.layer_digest.hex(),
        "content": len(reading.content),
        "remark": reading.remark,
        "folded": [
            [unit.start, unit.end, len(text), len(marks)]
            for unit, (text, marks) in zip(reading.folded, parts, strict=True)
        ],
    }
    return Answer(header, [reading.content, *(part for unit in parts for part in unit)])


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
    for start, end, length, marked in header["folded"]:
        marks = body[at + length : at + length + marked]
        if len(marks) % 8:
            raise ValueError("the marks of a folded text are no pairs of numbers")
        folded.append(FoldedUnit(int(start), int(end), body[at : at + length].decode(), marks))
        at += length + marked
    if at != len(body):
        raise ValueError("the parts of the answer do not fit together")
    content, layer_digest = body[: header["content"]], bytes.fromhex(header["layer"])
    return Reading(
        layer=received(content, str(header["extractor"]), layer_digest),
        sha256=str(header["sha256"]),
        layer_digest=layer_digest,
        content=content,
        remark=str(header["remark"]),
        folded=tuple(folded),
    )
