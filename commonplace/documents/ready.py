"""A layer made ready to be stored and searched."""

from __future__ import annotations

from collections.abc import Callable

from commonplace.documents.reading import Reading
from commonplace.documents.units import stretches
from core.ids import digest
from core.layers import layer_json, pack
from core.records import Layer
from core.token_places import FoldedUnit, folded_unit

Progress = Callable[[int, int], None]


def made_ready(layer: Layer, sha256: str, remark: str = "", progress: Progress | None = None) -> Reading:
    """Return a layer as a reading.

    Args:
        layer: What was read.
        sha256: The hexadecimal hash of the bytes it was read from.
        remark: What the user should know of it, or empty.
        progress: Given a sign of life now and then.
    """
    alive = progress or (lambda _done, _total: None)
    alive(0, 0)
    content = layer_json(layer)
    return Reading(
        layer=layer,
        sha256=sha256,
        layer_digest=digest(content),
        content=pack(content),
        remark=remark,
        folded=tuple(_folded(layer, alive)),
    )


def _folded(layer: Layer, progress: Progress) -> list[FoldedUnit]:
    units = []
    for start, end in stretches(layer):
        units.append(folded_unit(layer.text, start, end))
        progress(0, 0)
    return units
