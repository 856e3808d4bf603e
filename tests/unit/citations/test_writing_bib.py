import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.bibfile import read_bib
from commonplace.citations.records import KnownEntry
from commonplace.citations.rendering import render_entry
from commonplace.citations.writing import BibEdit, in_utf8, write_bib
from core.errors import NotDoneError

JABREF = """% Encoding: UTF-8

@InProceedings{Fen2010,
  Title                    = {From the Resource},
  Author                   = {Stefan   Fenz},
  Month                    = jan,
  Year                     = {2010}
}

@Book{b,
  Title                    = {B}
}

@Comment{jabref-meta: x}
"""


def written(text, edits=None, removed=(), added=()):
    return write_bib(read_bib(text.encode()), edits or {}, removed, added).decode()


def test_an_edit_changes_its_field_and_no_other_byte():
    text = written(JABREF, {"Fen2010": BibEdit({"title": "New {T}", "month": "feb", "author": "Stefan   Fenz"})})

    assert text == JABREF.replace("{From the Resource}", "{New {T}}").replace("= jan", "= feb")


def test_a_new_field_is_set_out_as_the_others_are():
    text = written(JABREF, {"Fen2010": BibEdit({"note": "n", "doi": "10.1/x"})})

    assert text == JABREF.replace(
        "{2010}\n", "{2010},\n  Note                     = {n},\n  Doi                      = {10.1/x}\n"
    )


def test_fields_are_taken_out_and_type_and_key_are_changed():
    text = written(JABREF, {"Fen2010": BibEdit({"title": None, "year": None}, type="article", key="Fenz2010")})

    assert (
        "@Article{Fenz2010,\n  Author                   = {Stefan   Fenz},\n  Month                    = jan\n}" in text
    )


def test_all_fields_can_be_taken_out():
    text = written(JABREF, {"Fen2010": BibEdit(dict.fromkeys(["title", "author", "month", "year"]))})

    file = read_bib(text.encode())
    assert [entry.key for entry in file.entries] == ["Fen2010", "b"]
    assert file.entries[0].fields == {}


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ('@misc{a, t="x", year=2000}', {"t": 'y "q"', "note": ""}, '@misc{a, t={y "q"}, year=2000, note={}}'),
        ("@misc{a\n , x = {A}\n , y = 2\n }", {"z": "n"}, "@misc{a\n , x = {A}\n , y = 2\n , z = {n}\n }"),
        ("@MISC{a,\n  TITLE={x},\n}", {"year": "1999"}, "@MISC{a,\n  TITLE={x},\n  YEAR={1999},\n}"),
        ("@misc{a}", {"title": "T"}, "@misc{a,\n  title = {T},\n}"),
        ("@misc{,\n title={T}}", {"year": "1"}, "@misc{T,\n title={T},\n year={1}}"),
        ("@misc{\n title={T}}", {"year": "1"}, "@misc{T,\n title={T},\n year={1}}"),
        ("@misc{a,\r\n\ttitle\t= {x}\r\n}\r\n", {"note": "n"}, "@misc{a,\r\n\ttitle\t= {x},\r\n\tnote\t= {n}\r\n}\r\n"),
        ("@misc{a,\n  x = {1}, % c, {\n  y = 2 % end\n}", {"y": "3"}, "@misc{a,\n  x = {1}, % c, {\n  y = 3 % end\n}"),
    ],
)  # fmt: skip
def test_every_manner_is_kept(before, edit, after):
    key = read_bib(before.encode()).entries[0].key
    assert written(before, {key: BibEdit(edit)}) == after


def test_macros_stay_macros_where_the_value_still_is_one():
    before = '@string{acm = {ACM}}\n@misc{k, publisher = acm, journal = acm # " x", year = 1999}'
    edit = BibEdit({"publisher": "ACM Press", "journal": 'acm # " y"', "year": "2000", "note": "acm"})

    assert written(before, {"k": edit}).endswith(
        '@misc{k, publisher = {ACM Press}, journal = acm # " y", year = 2000, note = acm}'
    )


def test_entries_are_left_out_without_a_hole_and_put_before_the_closing_comments():
    text = written(JABREF, {}, ["Fen2010"], [KnownEntry("new", "article", {"title": "T", "month": "mar"})])

    assert text == (
        "% Encoding: UTF-8\n\n@Book{b,\n  Title                    = {B}\n}\n\n"
        "@Article{new,\n  Title                    = {T},\n  Month                    = mar\n}\n\n"
        "@Comment{jabref-meta: x}\n"
    )


def test_an_empty_file_can_be_added_to():
    assert written("", added=[KnownEntry("z", "misc", {"title": "Z"})]) == "@misc{z,\n  title = {Z},\n}\n"


def test_a_character_the_encoding_lacks_is_refused_and_utf8_is_the_way_out():
    file = read_bib("% Encoding: cp1252\n@misc{a, title={Müller}}".encode("cp1252"))
    edits = {"a": BibEdit({"title": "日本"})}

    with pytest.raises(NotDoneError, match="cp1252"):
        write_bib(file, edits)
    assert read_bib(write_bib(in_utf8(file), edits)).entries[0].fields == {"title": "日本"}


def test_untouched_entries_keep_their_odd_bytes_beside_an_edited_one():
    data = b"@misc{a, title={\x93\xfa\x96\x7b\xee\xe0}}\n@misc{b, title={x}}"

    assert write_bib(read_bib(data), {"b": BibEdit({"title": "y"})}) == data.replace(b"{x}", b"{y}")


def test_an_entry_made_here_is_tidy():
    fields = {"title": "A {B}", "year": "2000", "month": "jan", "author": "X", "zz": "q } r", "journal": "acm"}

    assert render_entry("article", "k", fields, {"journal": "bare"}, macros=["acm"]) == (
        "@article{k,\n  author = {X},\n  title = {A {B}},\n  journal = acm,\n  year = {2000},\n  month = jan,\n"
        "  zz = {q {\\textbraceright} r},\n}"
    )


TEXT = st.text(st.sampled_from('ab 日\\{}"%,=#@\n'), max_size=12)
NAMES = ["title", "author", "year", "note", "abstract", "doi"]
MANNERS = [
    JABREF,
    '@misc{b, title="x", year=2000}',
    "@misc{b\n , title = {A}\n , year = 2000\n }",
    "@misc{\n  title = {A}, % c\n  year = 2 % d\n}",
]


@given(st.sampled_from(MANNERS), st.dictionaries(st.sampled_from(NAMES), st.one_of(st.none(), TEXT)))
def test_what_was_edited_is_read_back(text, fields):
    from commonplace.citations.latex import balanced

    edit = {name: None if value is None else balanced(value.strip()) for name, value in fields.items()}
    before = read_bib(text.encode())
    key = before.entries[0].key
    after = read_bib(write_bib(before, {key: BibEdit(edit)}))

    kept = before.entries[0].fields | edit
    assert after.entries[0].fields == {name: value for name, value in kept.items() if value is not None}
    assert [e.fields for e in after.entries[1:]] == [e.fields for e in before.entries[1:]]


@pytest.mark.corpus
def test_editing_one_entry_of_a_real_file_leaves_the_others_alone(corpus):
    for path in corpus:
        data = path.read_bytes()
        file = read_bib(data)
        for entry in file.entries[:: max(1, len(file.entries) // 4)]:
            changed = read_bib(write_bib(file, {entry.key: BibEdit({"note": "noted", "title": "Titled"})}))
            for old, new in zip(file.entries, changed.entries, strict=True):
                if old.key == entry.key:
                    assert new.fields == {**old.fields, "note": "noted", "title": "Titled"}
                else:
                    assert changed.slice(new) == file.slice(old)
