"""Tables for people: columns line up whatever the script."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.cli.jsontext import json_text
from commonplace.cli.tables import clip, pad, plain, table, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("反撃", 4), ("e\u0301", 1), ("ｆ", 2), ("ﬁ", 1), ("𠮷", 2), ("", 0), ("a\u00adb", 2)],
)
def test_width_counts_columns_not_characters(text, columns):
    assert width(text) == columns


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_clipped_text_fits(text, room):
    assert width(clip(text, room)) <= room


@given(st.text(max_size=20))
def test_a_padded_text_fills_its_column(text):
    assert width(pad(text, 60)) == 60


@given(st.text())
def test_what_is_shown_has_no_line_break_and_no_control(text):
    assert not set(plain(text)) & {chr(code) for code in (*range(32), *range(127, 160))}


def test_an_escape_sequence_does_not_reach_the_terminal():
    assert plain("a\x1b[31mred\u202eb") == "a[31mredb"


def test_columns_line_up_with_japanese_in_them():
    assert table(["Key", "N"], [["反撃", 1], ["a", 20]], numbers={1}) == ["Key    N", "反撃   1", "a     20"]


def test_the_widest_column_gives_way():
    lines = table(["Key", "Title"], [["k", "a long title that does not fit here"]], room=20)
    assert all(width(line) <= 20 for line in lines)
    assert lines[1] == "k    a long title t…"


def test_a_table_without_rows_has_its_headings():
    assert table(["A", "B"], []) == ["A  B"]


def test_a_list_has_one_item_a_line():
    assert json_text([{"a": "𠮷"}, {"a": 2}]) == '[\n{"a": "𠮷"},\n{"a": 2}\n]\n'
    assert json_text([]) == "[]\n"


def test_an_undecodable_name_comes_back_from_json():
    written = json_text({"path": "caf\udce9"}).encode("utf-8", "backslashreplace")
    assert json.loads(written) == {"path": "caf\udce9"}
