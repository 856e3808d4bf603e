"""A layer as stored bytes, and back.

The bytes are compressed canonical JSON; a layer's identity is taken from the JSON, so another zlib changes nothing.
"""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from typing import Any

from core.ids import Json, canonical
from core.records import Block, Found, Layer, Page, Span, Word

_LEVEL = 3
_LARGEST = 1 << 30
UNCOUNTED = frozenset({"heading", "image", "note"})


def layer_json(layer: Layer) -> str:
    """Return the layer's canonical JSON: what its id is made of."""
    value: Json = {
        "kind": layer.kind,
        "text": layer.text,
        "pages": [[p.label, p.start, p.end, p.width, p.height, p.rotation, p.printed] for p in layer.pages],
        "blocks": [
            [b.kind, b.start, b.end, b.level, [[s.start, s.end, s.style, s.target] for s in b.spans]]
            for b in layer.blocks
        ],
        "found": [[f.field, f.value, f.where, f.sure] for f in layer.found],
        "asides": [[s.start, s.end, s.style, s.target] for s in layer.asides],
        "words": [[w.start, w.end, *w.box] for w in layer.words],
    }
    return canonical(value)


def numbered_starts(layer: Layer) -> list[int]:
    """Return where the pages begin, or in a flowing document the blocks that are counted when it is cited."""
    if layer.pages:
        return [page.start for page in layer.pages]
    return [block.start for block in layer.blocks if block.kind not in UNCOUNTED]


def pack(text: str) -> bytes:
    """Return canonical JSON as it is stored."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack(data: bytes, extractor: str) -> Layer:
    """Return the layer of stored bytes.

    Raises:
        ValueError: The bytes are not a layer.
    """
    try:
        value: dict[str, Any] = json.loads(_inflated(data))
        return Layer(
            kind=value["kind"],
            extractor=extractor,
            text=value["text"],
            pages=tuple(Page(*page) for page in value["pages"]),
            blocks=tuple(
                Block(kind, start, end, level, tuple(Span(*span) for span in spans))
                for kind, start, end, level, spans in value["blocks"]
            ),
            found=tuple(Found(*found) for found in value["found"]),
            asides=tuple(Span(*span) for span in value["asides"]),
            words=tuple(Word(start, end, (x0, y0, x1, y1)) for start, end, x0, y0, x1, y1 in value["words"]),
        )
    except (zlib.error, KeyError, TypeError, UnicodeDecodeError) as error:
        raise ValueError("these bytes are no layer") from error


def _inflated(data: bytes) -> bytes:
    """Return bytes that a worker or another computer packed, up to a size that no document comes near.

    Raises:
        ValueError: They are more, or not whole.
    """
    inflating = zlib.decompressobj()
    found = inflating.decompress(data, _LARGEST)
    if not inflating.eof:
        raise ValueError("these bytes are no layer")
    return found


def layer_digest(data: bytes) -> bytes | None:
    """Return the SHA-256 of a stored layer's canonical JSON, or None where the bytes cannot be opened."""
    try:
        return sha256(_inflated(data)).digest()
    except (zlib.error, ValueError):
        return None
