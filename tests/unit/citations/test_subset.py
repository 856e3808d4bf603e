import pytest

from commonplace.citations.bibfile import read_bib
from commonplace.citations.records import KnownEntry
from commonplace.citations.subset import known_entries, subset


def known(*texts):
    return [entry for text in texts for entry in known_entries(read_bib(text.encode()))]


def read(result):
    file = read_bib(result.text.encode())
    return [entry.key for entry in file.entries], {macro.name: macro.value for macro in file.macros}


FILE = """@preamble{"\\input{secret}"}
@string{jst = "Journal " # st}
@string{st = {Studies}}
@string{unused = {U}}

@book{Parent,
  Title = {Parent},  publisher = jst,
}

@inbook{child, crossref = {parent}, title={Child}, month = jan}
@article{a, journal = jst # " Quarterly", title = {A   B}}
@xdata{x, xdata={y}, note={N}}
@xdata{y, note={N}}
@book{z, xdata = {x}, title={Z}, author = {xdata=y-author-1}}
@set{s, entryset={a,z}}
@book{other, title={O}}
"""


def test_exactly_the_cited_entries_as_they_stand():
    result = subset(known(FILE), ["other"])

    assert result.text == "@book{other, title={O}}\n"
    assert result.keys == ("other",)


def test_macros_come_along_with_those_they_use():
    result = subset(known(FILE), ["a"])

    assert result.text == (
        '@string{st = {Studies}}\n@string{jst = "Journal " # st}\n\n'
        '@article{a, journal = jst # " Quarterly", title = {A   B}}\n'
    )


def test_parents_come_along_and_stand_after_their_children():
    assert subset(known(FILE), ["child"]).keys == ("child", "Parent")
    assert subset(known(FILE), ["Parent", "child"]).keys == ("child", "Parent")
    assert subset(known(FILE), ["z"]).keys == ("z", "x", "y")
    assert set(subset(known(FILE), ["s"]).keys) == {"s", "a", "z", "x", "y"}


def test_circles_end():
    text = "@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, title={B}}"

    assert set(subset(known(text), ["a"]).keys) == {"a", "b"}


def test_preambles_never_leave():
    assert "preamble" not in subset(known(FILE), ["a", "child", "z", "s", "other"]).text


def test_what_nobody_knows_is_named():
    result = subset(known("@book{a, crossref={gone}}"), ["a", "nobody"])

    assert result.keys == ("a",)
    assert result.missing == ("nobody", "gone")


def test_one_macro_with_two_meanings_is_written_out():
    one = "@string{p = {Press One}}\n@book{a, publisher = p, title={A}}"
    two = '@string{p = {Press Two}}\n@book{b, publisher = p # " Ltd", title={B}, month = jan}'
    keys, macros = read(result := subset(known(one, two), ["a", "b"]))

    assert keys == ["a", "b"]
    assert macros == {"p": "{Press One}"}
    assert "publisher = {Press Two Ltd}" in result.text
    assert "month = jan" in result.text


def test_unknown_macros_become_text():
    assert "publisher = {nope}" in subset(known("@book{a, publisher = nope, title={A}}"), ["a"]).text


@pytest.mark.parametrize("month", ["{Jan}", '"January"', "{Januar}", "januar", "jan", "{1月}"])
def test_months_leave_as_the_macro(month):
    result = subset(known(f"@book{{a,  month  = {month}, title={{A}}}}"), ["a"])

    assert result.text == "@book{a,  month  = jan, title={A}}\n"


def test_faulty_entries_are_rendered_soundly():
    texts = [
        "@misc{, title={One}}",
        "@misc{k\n title={Two}\n year=2000}",
        "@misc{l, title={A} % {\n, note = }",
        '@misc{m, title="G\\"odel"}',
        "@misc{n, title={a \\{ b}}",
    ]
    entries = known(*texts)
    result = subset(entries, [entry.key for entry in entries])

    assert read_bib(result.text.encode()).problems == ()
    assert [e.fields for e in read_bib(result.text.encode()).entries][:2] == [
        {"title": "One"},
        {"title": "Two", "year": "2000"},
    ]


def test_an_entry_in_round_brackets_leaves_in_braces():
    # Pandoc stops at round brackets, and would show none of the references.
    (entry,) = known("@book(a, title = {A (B) C}, year = 2001)")
    assert subset([entry], ["a"]).text == "@book{a,\n  title = {A (B) C},\n  year = 2001,\n}\n"


def test_line_ends_and_encodings_are_evened_out():
    entries = known_entries(read_bib("@misc{a,\r\n  title={日本の安全保障}\r\n}".encode("cp932")))

    assert subset(entries, ["a"]).text == "@misc{a,\n  title={日本の安全保障}\n}\n"


def test_entries_made_here():
    entry = KnownEntry("Doe2000", "online", {"title": "T", "author": "Doe, J.", "date": "2000-01"})

    assert subset([entry], ["Doe2000"]).text == (
        "@online{Doe2000,\n  author = {Doe, J.},\n  title = {T},\n  date = {2000-01},\n}\n"
    )


def test_biber_takes_it_without_a_warning(biber):
    texts = ["@misc{, title={One}}", "@misc{k\n title={Two}\n year=2000}", '@misc{m, title="G\\"odel", month = juni}']
    entries = known(FILE, *texts)

    assert biber(subset(entries, [entry.key for entry in entries]).text) == []


@pytest.mark.corpus
def test_biber_takes_subsets_of_real_files_without_a_warning(biber, corpus):
    for path in corpus:
        if path.stat().st_size < 100_000:
            entries = known_entries(read_bib(path.read_bytes()))
            result = subset(entries, [entry.key for entry in entries[::2]])
            assert biber(result.text) == [], path.name
