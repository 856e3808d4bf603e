"""Zips of strangers: only named members, only so much."""

import io
import stat
import struct
import zipfile

import pytest

from commonplace.documents import opened
from commonplace.documents import zipped as module
from commonplace.documents.opened import contents
from commonplace.documents.reading import ReadRequest, UnreadableError
from commonplace.documents.zipped import Archive


def refusal(act):
    with pytest.raises(UnreadableError) as raised:
        act()
    assert raised.value.failure.reason.endswith(".")
    return raised.value.failure.code


def test_members_are_read_by_name_in_any_letter_case(zipped):
    archive = Archive(zipped({"OPS/Text.xhtml": "text", "草枕.xhtml": "kanji"}))
    assert archive.read("ops/text.XHTML") == b"text"
    assert archive.read("草枕.xhtml") == b"kanji"


def test_a_name_in_utf8_that_does_not_say_so(zipped):
    data = zipped({"草枕.xhtml": "kanji"})
    # Bit 11 of the flags says "UTF-8"; many programs leave it out.
    unmarked = data.replace(b"\x14\x00\x00\x08", b"\x14\x00\x00\x00")
    assert unmarked != data
    assert Archive(unmarked).find("草枕.xhtml")


@pytest.mark.parametrize("name", ["../up.xml", "/etc/passwd", "C:/a.xml", "a/../../b.xml", "a\\b.xml", "a\tb.xml"])
def test_names_that_lead_out_are_not_there(zipped, name):
    archive = Archive(zipped({name: "x", "good.xml": "y"}))
    assert not archive.find(name)
    assert archive.find("good.xml")


@pytest.mark.parametrize("name", [b"", b"\0", b"\0/b"])
def test_a_member_without_a_name_is_passed_over(zipped, name):
    holder = b"#" * len(name) if name else b"#"
    data = zipped({"a.xml": "text", holder.decode(): "nobody's"})
    if name:
        data = data.replace(holder, name)
    else:
        entry = data.rindex(b"PK\x01\x02")
        # The name's length becomes that of a comment.
        data = data[: entry + 28] + b"\0\0\0\0\1\0" + data[entry + 34 :]
    assert Archive(data).names() == ["a.xml"]


def test_links_are_not_there():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert not Archive(buffer.getvalue()).find("link.xml")


def test_of_two_members_with_one_name_the_later_counts():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.xml", "first")
        archive.writestr("a.xml", "second")
    assert Archive(buffer.getvalue()).read("a.xml") == b"second"


def test_a_missing_member_and_what_is_no_zip(zipped):
    assert refusal(lambda: Archive(zipped({"a": "b"})).read("c")) == "damaged"
    assert refusal(lambda: Archive(b"PK\x03\x04 and no more")) == "damaged"


def test_half_a_zip_is_damaged(zipped):
    data = zipped({"a.xml": "text" * 1000})
    for end in range(0, len(data) - 1, 7):
        assert refusal(lambda end=end: Archive(data[:end]).read("a.xml")) == "damaged"


def test_a_bomb_is_stopped_where_it_grows(zipped):
    bomb = zipped({"a.xml": bytes(40 << 20)})
    assert len(bomb) < 100_000
    assert refusal(lambda: Archive(bomb).read("a.xml")) == "too-large"


def test_a_member_that_lies_about_its_size_is_damaged(zipped):
    data = zipped({"a.xml": "text" * 1000})
    honest, lie = struct.pack("<I", 4000), struct.pack("<I", 40)
    assert refusal(lambda: Archive(data.replace(honest, lie)).read("a.xml")) == "damaged"


def test_all_members_together_have_a_limit(zipped, monkeypatch):
    monkeypatch.setattr(module, "_MOST_BYTES", 1000)
    archive = Archive(zipped({"a": "x" * 600, "b": "y" * 600}))
    archive.read("a")
    assert refusal(lambda: archive.read("b")) == "too-large"


def test_too_many_members_are_refused_before_they_are_listed(zipped, monkeypatch):
    monkeypatch.setattr(module, "MOST_MEMBERS", 5)
    data = zipped({f"{number}": "" for number in range(6)})
    assert refusal(lambda: Archive(data)) == "too-large"


def test_an_encrypted_member(zipped):
    data = bytearray(zipped({"a.xml": "text"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert refusal(lambda: Archive(bytes(data)).read("a.xml")) == "encrypted"


def test_a_file_too_large_to_be_held_is_mapped(zipped, tmp_path, monkeypatch):
    monkeypatch.setattr(opened, "IN_MEMORY_LIMIT", 10)
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.xml": "text"}))
    with contents(ReadRequest(path)) as mapped:
        archive = Archive(mapped)
        assert archive.read("a.xml") == b"text"
        archive.close()
