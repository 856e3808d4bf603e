"""Stored layers: what was packed comes back, and what no layer packs is refused."""

import zlib

import pytest

from core import layers
from core.layers import layer_digest, layer_json, pack, unpack
from core.records import Block, Layer

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
