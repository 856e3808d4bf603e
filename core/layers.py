"""A layer as stored bytes, and back.

The bytes are compressed canonical JSON; a layer's identity is taken from the JSON, so another zlib changes nothing.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from core.ids import Json, canonical
from core.records import Block, Found, Layer, Page, Range, Span, Word

_LEVEL = 3
_LARGEST = 1 << 30
_UNFIT = re.compile("[\x00\r\ud800-\udfff]")
_SPAN = (int, int, str, str)
_ROWS: Mapping[str, tuple[type, ...]] = {
    "pages": (str, int, int, int, int, int, str),
    "blocks": (str, int, int, int, list),
    "found": (str, str, str, int),
    "asides": _SPAN,
    "words": (int,) * 6,
}
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
        return _layer(json.loads(_inflated(data)), extractor)
    except (zlib.error, KeyError, TypeError, UnicodeDecodeError) as error:
        raise ValueError("these bytes are no layer") from error


def received(data: bytes, extractor: str, digest: bytes) -> Layer:
    """Return the layer that a worker or another computer handed over, looked at as a stranger's.

    Raises:
        ValueError: The bytes are no layer, not the one of this SHA-256, or one whose parts do not lie in its text.
    """
    try:
        content = _inflated(data)
        value = json.loads(content)
        if sha256(content).digest() == digest and _is_typed(value):
            layer = _layer(value, extractor)
            if _is_sound(layer):
                return layer
    except (zlib.error, KeyError, TypeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("these bytes are no layer") from error
    raise ValueError("these bytes are not the layer they are said to be")


def _layer(value: dict[str, Any], extractor: str) -> Layer:
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


def _is_typed(value: dict[str, Any]) -> bool:
    """Say whether every row of a layer's JSON holds what belongs there."""
    spans = [span for block in value["blocks"] for span in block[-1]]
    rows = [(spans, _SPAN), *((value[name], shape) for name, shape in _ROWS.items())]
    texts = type(value["kind"]) is str and type(value["text"]) is str
    return texts and all(tuple(map(type, row)) == shape for found, shape in rows for row in found)


def _is_sound(layer: Layer) -> bool:
    """Say whether the text is one that can be an axis, and all that is said of it lies on it."""
    size, text = len(layer.text), layer.text
    pages = [(page.start, page.end) for page in layer.pages]
    stretches = (
        pages,
        [(block.start, block.end) for block in layer.blocks],
        [(aside.start, aside.end) for aside in layer.asides],
        [(word.start, word.end) for word in layer.words],
    )
    without_gaps = not pages or [0, *(end for _, end in pages)] == [*(start for start, _ in pages), size]
    spans = all(0 <= span.start <= span.end <= size for block in layer.blocks for span in block.spans)
    fit = _UNFIT.search(text) is None
    return fit and without_gaps and spans and all(_in_order(each, size) for each in stretches)


def _in_order(stretches: Iterable[Range], size: int) -> bool:
    """Say whether stretches lie in a text of a size, one behind the other."""
    done = 0
    for start, end in stretches:
        if not done <= start <= end <= size:
            return False
        done = end
    return True


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
