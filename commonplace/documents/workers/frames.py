"""Frames over a pipe: a JSON header and a binary body, each with its length before it; no pickle."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

HEADER_LIMIT = 64 << 20
BODY_LIMIT = 1 << 30

_LENGTHS = struct.Struct(">IQ")


class FrameError(Exception):
    """The bytes on the pipe are no frame, or a frame larger than is allowed."""


@dataclass(frozen=True, slots=True)
class Frame:
    header: dict[str, Any]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back in a frame: names for its header, and the parts of its body."""

    header: Mapping[str, Any] = field(default_factory=dict)
    body: Sequence[bytes] = ()


def write_frame(stream: BinaryIO, header: dict[str, Any], body: Sequence[bytes] = ()) -> None:
    """Write one frame and flush it; the body's parts follow each other without a gap.

    Raises:
        FrameError: The frame is too large to be read at the other end; nothing was written.
        OSError: The other end is gone.
    """
    head = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    length = sum(map(len, body))
    _check(len(head), length)
    stream.write(_LENGTHS.pack(len(head), length) + head)
    for part in body:
        stream.write(part)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """Return the next frame, or None where the stream ends between two frames.

    Raises:
        FrameError: The stream ends inside a frame, or what stands there is none.
    """
    lengths = stream.read(_LENGTHS.size)
    if not lengths:
        return None
    if len(lengths) < _LENGTHS.size:
        raise FrameError("the stream ended inside a frame")
    header_length, body_length = _LENGTHS.unpack(lengths)
    _check(header_length, body_length)
    header = _header(_exactly(stream, header_length))
    return Frame(header, _exactly(stream, body_length))


def _check(header_length: int, body_length: int) -> None:
    if header_length > HEADER_LIMIT or body_length > BODY_LIMIT:
        raise FrameError(f"a frame of {header_length} and {body_length} bytes is too large")


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length) if length else b""
    if len(data) < length:
        raise FrameError("the stream ended inside a frame")
    return data


def _header(data: bytes) -> dict[str, Any]:
    try:
        header = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FrameError("the header of a frame is not JSON") from error
    if not isinstance(header, dict):
        raise FrameError("the header of a frame is not a JSON object")
    return header
