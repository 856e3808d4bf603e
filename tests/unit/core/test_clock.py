import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import iso, next_time, receive

DAY = 24 * 60 * 60 * 1000
moments = st.integers(0, (1 << 47) - 1 - DAY)
times = st.integers(0, (1 << 63) - 2)


@given(times, moments)
def test_time_only_grows(last, now):
    time = next_time(last, now)
    assert time > last
    assert now << 16 <= time < 1 << 63


@given(times, times, moments)
def test_received_times_are_taken_up_to_a_day_ahead(last, other, now):
    time = receive(last, other, now)
    assert last <= time < 1 << 63
    assert time >= min(other, now << 16)
    assert time <= max(last, (now + DAY) << 16)


def test_times_within_a_millisecond_are_counted():
    first = next_time(0, 1000)
    assert next_time(first, 1000) == first + 1
    assert next_time(first, 999) == first + 1


def test_the_end_of_time():
    with pytest.raises(OverflowError):
        next_time((1 << 63) - 1, 0)


@pytest.mark.parametrize(
    ("time", "text"),
    [(0, "1970-01-01T00:00:00.000Z"), ((1714555800123 << 16) + 7, "2024-05-01T09:30:00.123Z")],
)
def test_times_are_read_in_utc(time, text):
    assert iso(time) == text


@given(times)
def test_every_time_can_be_read(time):
    assert iso(time).endswith("Z")
