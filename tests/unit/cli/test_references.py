"""The bib and reference commands."""

import pytest

BIB = b"""% kept as it is\r
@article{tanaka2021, title = {A sea kept open}, author = {Tanaka, Hana}, year = 2021, journal = {Harbour Review} }\r
@book{sato2019,\r
  title = {Deterrence}, author = {Sato, Ken}, publisher = {P}, date = {2019}, file = {paper.pdf}\r
}\r
"""
REFERENCE = {"id", "citekey", "aliases", "type", "fields", "sources"}


@pytest.fixture
def bib(library, home):
    """A .bib that was imported; returns its report."""
    (home / "refs.bib").write_bytes(BIB)
    return library("bib", "import", home / "refs.bib", "--json")


def test_the_report_has_the_fields_of_the_design(bib):
    assert set(bib.json) >= {"entries", "added", "updated", "linked", "problems"}
    assert (bib.status, bib.json["entries"], bib.json["linked"] >= 1) == (0, 2, True)


def test_the_report_for_people(library, home, bib):
    shown = library("bib", "import", home / "refs.bib").out.decode()
    assert shown.startswith("2 entries: 0 added")


def test_a_problem_is_listed_with_its_line(library, home):
    (home / "bad.bib").write_bytes(b"@book{a, title={A}, author={B}, date={2000}, publisher={P}}\n\n@book{b, title={\n")
    problems = library("bib", "import", home / "bad.bib", "--json").json["problems"]
    assert [problem["line"] for problem in problems] == [3]
    assert set(problems[0]) >= {"line", "key", "kind", "raw", "done"}


def test_a_bib_that_is_not_there(library):
    assert library("bib", "import", "none.bib", "--json").status == 1


def test_an_untouched_bib_leaves_byte_by_byte(library, home, bib):
    assert library("bib", "export", "--file", "refs.bib").out == BIB
    assert library("bib", "export", "--file", "refs.bib", "-o", home / "out.bib").status == 0
    assert (home / "out.bib").read_bytes() == BIB


def test_a_bib_as_json_is_its_text_and_its_encoding(library, home, bib):
    shown = library("bib", "export", "--file", "refs.bib", "--json").json
    assert shown == {"text": BIB.decode(), "encoding": "utf-8"}
    (home / "old.bib").write_bytes("@book{a, title={Größe}}\n".encode("cp1252"))
    library("bib", "import", home / "old.bib")
    assert "Größe" in library("bib", "export", "--file", "old.bib", "--json").json["text"]
    assert "tanaka2021" in library("bib", "export", "--json").json["text"]


def test_all_references_leave_as_one_bib(library, bib):
    out = library("bib", "export").out
    assert b"{tanaka2021," in out
    assert b"{sato2019," in out


def test_a_file_of_the_user_s_is_not_overwritten_unasked(library, home, bib):
    (home / "mine.bib").write_bytes(b"% mine")
    answer = library("bib", "export", "-o", home / "mine.bib", "--json")
    assert (answer.status, (home / "mine.bib").read_bytes()) == (1, b"% mine")
    assert library("bib", "export", "-o", home / "mine.bib", "--force").status == 0


def test_an_unknown_bib_is_a_wrong_name(library, bib):
    assert library("bib", "export", "--file", "none.bib").status == 2


def test_check_ends_with_1_where_something_is_wrong(library, home):
    (home / "bad.bib").write_bytes(b"@article{a, title={No author}, date={soon}}\n")
    library("bib", "import", home / "bad.bib")
    answer = library("bib", "check", "--json")
    assert answer.status == 1
    assert all(set(problem) >= {"line", "key", "kind", "raw", "done"} for problem in answer.json)
    assert answer.error["code"] == "problems-found"


def test_set_fields(library, bib):
    line = library("reference", "set", "tanaka2021", "note=Draft", "journal=", "type=misc", "--json").json
    assert set(line) >= REFERENCE
    assert (line["type"], line["fields"]["note"], "journal" in line["fields"]) == ("misc", "Draft", False)
    assert b"Draft" in library("bib", "export", "--file", "refs.bib").out


def test_a_field_given_twice_is_refused(library, bib):
    assert library("reference", "set", "tanaka2021", "note=a", "NOTE=b").status == 2


def test_a_key_changes_by_command_and_the_old_one_still_leads_there(library, bib):
    line = library("reference", "rename", "tanaka2021", "tanaka-open", "--json").json
    assert (line["citekey"], "tanaka2021" in line["aliases"]) == ("tanaka-open", True)
    assert library("reference", "set", "tanaka2021", "note=x").status == 0
    assert library("reference", "rename", "tanaka-open", "sato2019").status == 1


def test_link_and_unlink(library, bib, sea):
    linked = library("reference", "link", "sato2019", sea, "--json").json
    assert sea in linked["sources"]
    assert library("text", "sato2019").status == 2  # two sources have the key now
    unlinked = library("reference", "unlink", "sato2019", sea, "--json").json
    assert sea not in unlinked["sources"]


def test_list(library, bib):
    lines = library("reference", "list", "--json").json
    assert {"tanaka2021", "sato2019"} <= {line["citekey"] for line in lines}
    assert "tanaka2021" in library("reference", "list").out.decode()


def test_an_unknown_key_is_a_wrong_name(library):
    assert library("reference", "set", "nobody", "a=b").status == 2
