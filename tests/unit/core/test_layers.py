"""Stored layers: what was packed comes back, and what no layer packs is refused."""

import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import layers
from core.ids import canonical, digest
from core.layers import layer_digest, layer_json, pack, received, unpack
from core.records import Block, Layer, Page, Span, Word

LAYER = Layer("text", "text/1", "Words, 𠮷 and é.", blocks=(Block("paragraph", 0, 15),))


def test_what_was_packed_comes_back():
    packed = pack(layer_json(LAYER))
    assert unpack(packed, "text/1") == LAYER
    assert layer_digest(packed) is not None


@pytest.mark.parametrize(
    "data", [b"", b"words", pack(layer_json(LAYER))[:-4], zlib.compress(b"{}"), zlib.compress(b"[")]
)
def test_bytes_that_are_no_layer(data):
    with pytest.raises(ValueError, match=r"."):
        unpack(data, "text/1")


def test_a_layer_that_would_inflate_without_end(monkeypatch):
    monkeypatch.setattr(layers, "_LARGEST", 1000)
    bomb = zlib.compress(b" " * 100_000)
    with pytest.raises(ValueError, match="no layer"):
        unpack(bomb, "text/1")
    assert layer_digest(bomb) is None


PAGED = Layer(
    "pdf",
    "pdf/1",
    "Head\nText\n12\n",
    pages=(Page("i", 0, 5), Page("", 5, 13, printed="12")),
    asides=(Span(0, 4, "running-head", ""), Span(10, 12, "page-number", "")),
    words=(Word(0, 4, (0, 0, 10, 10)), Word(5, 9, (0, 20, 10, 30))),
)


def handed_over(value):
    content = value if isinstance(value, str) else canonical(value)
    return received(pack(content), "pdf/1", digest(content))


def test_a_sound_layer_is_received_as_it_is():
    assert handed_over(layer_json(PAGED)) == PAGED


def test_a_layer_under_anothers_hash_is_refused():
    with pytest.raises(ValueError, match="not the layer"):
        received(pack(layer_json(PAGED)), "pdf/1", digest("another"))


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Head\rText\n12\n"},
        {"text": "Head\x00Text\n12\n"},
        {"pages": (Page("i", 0, 5), Page("", 6, 13))},
        {"pages": (Page("i", 0, 5), Page("", 5, 12))},
        {"pages": (Page("i", 0, 5), Page("", 5, 14))},
        {"asides": (Span(10, 12, "page-number", ""), Span(0, 4, "running-head", ""))},
        {"asides": (Span(0, 14, "running-head", ""),)},
        {"words": (Word(-1, 4, (0, 0, 10, 10)),)},
        {"blocks": (Block("paragraph", 0, 4, spans=(Span(0, 99, "bold", ""),)),)},
    ],
)
def test_a_layer_whose_parts_lie_elsewhere_is_refused(changes):
    with pytest.raises(ValueError, match=r"."):
        handed_over(layer_json(replace(PAGED, **changes)))


anything = st.one_of(st.none(), st.booleans(), st.integers(-1, 99), st.floats(0, 20), st.text(max_size=2), st.just([]))


@given(st.data())
def test_nothing_that_is_said_otherwise_raises_anything_else(data):
    value = json.loads(layer_json(PAGED))
    name = data.draw(st.sampled_from(sorted(value)))
    spot, key = value, name
    while isinstance(spot[key], list) and spot[key] and data.draw(st.booleans()):
        spot = spot[key]
        key = data.draw(st.integers(0, len(spot) - 1))
    spot[key] = data.draw(anything)

    try:
        layer = handed_over(value)
    except ValueError:
        return
    assert all(layer.text[page.start : page.end] is not None for page in layer.pages)
    assert handed_over(layer_json(layer)) == layer
