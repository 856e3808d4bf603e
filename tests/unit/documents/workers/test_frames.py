"""Frames over pipes: what goes in comes out, and nothing else is taken for a frame."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.documents.workers import frames
from commonplace.documents.workers.frames import Frame, FrameError, read_frame, write_frame

values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3))
headers = st.dictionaries(st.text(), values, max_size=4)


@given(st.lists(st.tuples(headers, st.lists(st.binary(), max_size=3)), max_size=4))
def test_frames_come_out_as_they_went_in(written):
    pipe = BytesIO()
    for header, body in written:
        write_frame(pipe, header, body)
    pipe.seek(0)

    for header, body in written:
        assert read_frame(pipe) == Frame(header, b"".join(body))
    assert read_frame(pipe) is None


@given(headers, st.binary(min_size=1), st.data())
def test_a_frame_that_was_cut_off_is_an_error(header, body, data):
    pipe = BytesIO()
    write_frame(pipe, header, [body])
    cut = data.draw(st.integers(1, len(pipe.getvalue()) - 1))

    with pytest.raises(FrameError):
        read_frame(BytesIO(pipe.getvalue()[:cut]))


@given(st.binary(min_size=12, max_size=200))
def test_any_bytes_are_a_frame_or_an_error(data):
    with suppress(FrameError):
        read_frame(BytesIO(data))


def test_a_frame_that_claims_to_be_huge_is_not_waited_for():
    with pytest.raises(FrameError, match="too large"):
        read_frame(BytesIO(b"\xff" * 12))


def test_a_frame_that_is_too_large_is_not_written(monkeypatch):
    monkeypatch.setattr(frames, "BODY_LIMIT", 10)
    pipe = BytesIO()
    with pytest.raises(FrameError):
        write_frame(pipe, {}, [b"12345678901"])
    assert pipe.getvalue() == b""


@pytest.mark.parametrize("header", [b"[]", b"{", b"\xff", b"3"])
def test_a_header_is_a_json_object(header):
    with pytest.raises(FrameError):
        read_frame(BytesIO(len(header).to_bytes(4, "big") + bytes(8) + header))
