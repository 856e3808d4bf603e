import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.bibfile import read_bib
from commonplace.citations.writing import write_bib


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    file = read_bib(data)
    assert write_bib(file) == data
    return file


def keys(file):
    return [entry.key for entry in file.entries]


def kinds(file):
    return [problem.kind for problem in file.problems]


def test_an_entry_has_its_place_its_line_and_its_raw_values():
    file = read('% head\n\n@Article{a1,\n  Title = {The {Two} Seas},\n  year = 2010,\n  note = "x",\n}\n')

    entry = file.entries[0]
    assert (entry.key, entry.type, entry.line) == ("a1", "article", 3)
    assert entry.fields == {"title": "The {Two} Seas", "year": "2010", "note": "x"}
    assert entry.enclosings == {"title": "brace", "year": "bare", "note": "quote"}
    assert file.slice(entry).startswith("@Article{a1,")
    assert file.slice(entry).endswith("}")


def test_macros_preambles_and_concatenations_stay_as_written():
    file = read('@preamble{"\\newcommand{\\x}{}"}\n@string{jst = "J"}\n@article{a, journal = jst # " Q", month = jan}')

    assert [(m.name, m.value, m.line) for m in file.macros] == [("jst", '"J"', 2)]
    assert file.entries[0].fields == {"journal": 'jst # " Q"', "month": "jan"}
    assert file.entries[0].enclosings["journal"] == "concatenation"
    assert file.preambles[0].value == '"\\newcommand{\\x}{}"'
    assert file.problems == ()


def test_an_entry_without_a_key_gets_one():
    file = read(
        "@article{\n author = {Smith, John},\n title = {LeQua @ {CLEF}},\n year = 2010\n}\n\n@book{b, title={B}}"
    )

    assert keys(file) == ["Smith2010LeQua", "b"]
    assert file.entries[0].written_key == ""
    assert (file.problems[0].line, file.problems[0].kind) == (1, "no-key")
    assert file.problems[0].done == "kept; key made: Smith2010LeQua"


def test_a_missing_comma_after_the_key_does_not_lose_the_entry():
    file = read("@article{smith2010\n  author = {Smith, John}\n}")

    assert keys(file) == ["smith2010"]
    assert kinds(file) == ["no-comma-after-key"]


def test_empty_keys_do_not_clash():
    file = read("@misc{, author={A B}, year=2001}\n@misc{, author={C D}, year=2001}\n@misc{, author={A B}, year=2001}")

    assert keys(file) == ["B2001", "D2001", "B2001a"]
    assert kinds(file) == ["no-key"] * 3


def test_of_two_entries_with_one_key_the_second_gets_another():
    file = read("@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{a, title={One}}\n@misc{A, title={Three}}")

    assert keys(file) == ["a", "Two", "A"]
    assert [(p.line, p.kind) for p in file.problems] == [
        (2, "duplicate-key"),
        (3, "duplicate-entry"),
        (4, "similar-key"),
    ]


def test_a_key_that_would_break_a_citation_is_replaced():
    file = read("@misc{a^^5cinput, title={One}}\n@misc{b c, title={Two}}\n@misc{山田2010, title={Three}}")

    assert keys(file) == ["One", "Two", "山田2010"]
    assert kinds(file) == ["bad-key"] * 2


def test_comments_between_fields_are_no_fields():
    file = read("@xdata{m,\n author = {A}, % with = and {\n % old = {no},\n year = 2000 % end\n}\n@book{b, title={B}}")

    assert file.entries[0].fields == {"author": "A", "year": "2000"}
    assert keys(file) == ["m", "b"]
    assert file.problems == ()


def test_an_entry_that_never_ends_does_not_take_the_next_one_along():
    file = read("@article{a,\n title = {x {y},\n year = 2000}\n\n@book{b, title={B}}\n@misc{c, title={open")

    assert keys(file) == ["b"]
    assert [(p.line, p.key, p.kind) for p in file.problems] == [(1, "a", "unclosed"), (6, "c", "unclosed")]


@pytest.mark.parametrize("value", [r"ends in \\", "a\n@twitter (x) b\n@foo{x} c", r"50\% {\"o}"])
def test_values_that_look_like_an_end_or_a_beginning(value):
    file = read(f"@misc{{a,\n note = {{{value}}},\n year = 2000}}\n\n@book{{b, title={{B}}}}\n")

    assert file.entries[0].fields == {"note": value, "year": "2000"}
    assert keys(file) == ["a", "b"]


def test_a_missing_comma_between_fields():
    file = read("@misc{a,\n title = {A}\n year = {2000}\n}")

    assert file.entries[0].fields == {"title": "A", "year": "2000"}
    assert kinds(file) == ["missing-comma"]


def test_a_field_without_a_name_is_listed_and_not_lost():
    file = read("@misc{a,\n  title = {A},\n  = {lost?},\n  my note = {n}\n}")

    assert file.entries[0].fields == {"title": "A", "unnamed": "lost?", "my-note": "n"}
    assert kinds(file) == ["odd-value"] * 2


def test_many_entries_without_a_key_take_no_longer_than_others():
    started = time.perf_counter()
    file = read("".join(f"@misc{{, title={{日本{n}}}}}\n" for n in range(2000)))

    assert len(set(keys(file))) == 2000
    assert time.perf_counter() - started < 5


def test_every_other_fault_is_listed_with_its_line():
    file = read(
        "@string{x = {1}}\n@string{x = {2}}\n"
        "@misc{a, title={A}, Title={B}, journal = nope, note = }\n"
        "% @misc{off, title={Off}}\n"
        "@misc{b, title={A}},\n year={2000}\n}\n"
        "@book{k, title {A}, year = 2000}\n"
    )

    assert [(p.line, p.kind) for p in file.problems] == [
        (2, "duplicate-macro"),
        (3, "duplicate-field"),
        (3, "unknown-macro"),
        (3, "empty-value"),
        (4, "commented-out"),
        (6, "loose-text"),
        (8, "unreadable"),
    ]
    assert keys(file) == ["a", "b"]


@pytest.mark.parametrize("text", ["", " \n\n", "nothing of ours\n", "@", "@article", "@article{\n"])
def test_a_file_without_entries_says_so(text):
    file = read(text)

    assert file.entries == ()
    assert {"empty-file", "no-entries"} & set(kinds(file))


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_stay_in_the_file_and_not_in_the_values(newline):
    file = read(f"% x{newline}@misc{{a,{newline}  note = {{one{newline}two}},{newline}}}{newline}")

    assert file.newline == newline
    assert file.entries[0].fields == {"note": "one\ntwo"}
    assert file.entries[0].line == 2


def test_nul_is_not_handed_out():
    file = read("@misc{a, note={x\0y}}")

    assert file.entries[0].fields == {"note": "x\ufffdy"}
    assert kinds(file) == ["control-character"]


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        ("\ufeff@misc{a, title={日本}}", "utf-8", "utf-8"),
        ("\ufeff@misc{a, title={日本}}", "utf-16-le", "utf-16-le"),
        ("% Encoding: windows-1252\n@misc{a, title={Müller}}", "cp1252", "cp1252"),
        ("% Encoding: SJIS\n@misc{a, title={日本①}}", "cp932", "cp932"),
        ("% -*- coding: iso-2022-jp -*-\n@misc{a, title={日本の安全}}", "iso2022_jp", "iso2022_jp"),
        ("@misc{a, title={日本の安全保障政策}, author={髙橋}}", "cp932", "cp932"),
        ("@misc{a, title={日本の安全保障政策}, author={高橋杉雄}}", "euc_jp", "euc_jp"),
        ("@misc{a, title={中国的外交政策研究}, author={王文}}", "gbk", "gbk"),
        ("@misc{a, title={Müller – naïve café}}", "cp1252", "cp1252"),
        ("@misc{a, title={𠮷 and e\u0301 and \ufa19}}", "utf-8", "utf-8"),
    ],
)
def test_encodings(text, codec, encoding):
    file = read(text.encode(codec))

    assert file.encoding == encoding
    assert file.text == text.lstrip("\ufeff")


def test_a_guess_and_a_wrong_declaration_are_listed():
    file = read("% Encoding: UTF-8\n@misc{a, title={Müller}}".encode("cp1252"))

    assert file.entries[0].fields["title"] == "Müller"
    assert [(p.line, p.kind) for p in file.problems] == [(2, "not-decodable")]


def test_a_few_stray_bytes_do_not_spoil_a_utf8_file():
    file = read("@misc{a, title={Ünï}}\n".encode() + b"@misc{b, title={M\xfcller}}")

    assert [entry.fields["title"] for entry in file.entries] == ["Ünï", "Müller"]
    assert file.problems[0].line == 2


def test_characters_with_two_codes_keep_the_one_they_had():
    file = read(b"@misc{a, title={\x93\xfa\x96\x7b\xee\xe0}}")

    assert file.entries[0].fields["title"] == "日本髙"


BITS = [
    "@misc{",
    "@article(",
    "key",
    ",",
    "title",
    " = ",
    "{",
    "}",
    '"',
    ")",
    "%",
    "#",
    "\n",
    "\r\n",
    "\\",
    "@",
    "x y",
    "é",
    "@string{",
    "2000",
]


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_whatever_stands_there_comes_out_again(text):
    file = read(text)

    positions = [position for entry in file.entries for position in (entry.start, entry.end)]
    assert positions == sorted(positions)
    assert len({entry.key.casefold() for entry in file.entries if entry.key != entry.written_key}) == len(
        [entry for entry in file.entries if entry.key != entry.written_key]
    )


@given(st.binary(max_size=200))
def test_any_bytes_come_out_again_and_no_lone_surrogates_in_between(data):
    file = read(b"@misc{a, note={" + data + b"}}")

    file.text.encode("utf-8")
    for entry in file.entries:
        "".join(entry.fields.values()).encode("utf-8")


VALUES = st.text(st.characters(exclude_characters='{}\\\0\r%@"', exclude_categories=["Cs"]), max_size=30).map(str.strip)
NAMES = st.sampled_from(["title", "Author", "YEAR", "note", "date-added", "author+an"])


@given(
    st.lists(st.tuples(st.sampled_from("ab日c1"), st.dictionaries(NAMES, VALUES, min_size=1)), max_size=5),
    st.sampled_from(["{}", '""']),
    st.sampled_from(["\n", "\r\n"]),
)
def test_generated_files_read_as_they_were_written(entries, marks, newline):
    parts = []
    for number, (key, fields) in enumerate(entries):
        lines = "".join(f",{newline}  {n} = {marks[0]}{v}{marks[1]}" for n, v in fields.items())
        parts.append(f"@misc{{{key}{number}{lines}{newline}}}{newline}")
    file = read(newline.join(parts))

    assert keys(file) == [f"{key}{number}" for number, (key, _) in enumerate(entries)]
    for entry, (_, fields) in zip(file.entries, entries, strict=True):
        assert entry.fields == {name.lower(): value for name, value in fields.items()}


@pytest.mark.corpus
def test_real_files_read_whole_and_come_out_again(corpus):
    for path in corpus:
        data = path.read_bytes()
        file = read_bib(data)
        assert write_bib(file) == data, path.name
        assert file.entries, path.name
        assert not {"unclosed", "unreadable", "loose-text", "odd-value"} & set(kinds(file)), path.name
