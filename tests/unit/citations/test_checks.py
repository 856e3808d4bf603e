import pytest

from commonplace.citations.bibfile import read_bib
from commonplace.citations.checks import check
from commonplace.citations.records import KnownEntry
from commonplace.citations.subset import known_entries


def found(*entries):
    return [(problem.key, problem.kind, problem.raw) for problem in check(entries)]


def test_a_complete_entry_has_no_problem():
    fields = {"author": "A", "title": "Some title", "journal": "J", "year": "in press", "urldate": "2020-01"}

    assert found(KnownEntry("a", "article", fields)) == []
    assert found(KnownEntry("a", "misc", {})) == []


def test_missing_fields_are_named_with_what_would_do():
    problems = check([KnownEntry("a", "phdthesis", {"author": "A", "title": " "}, line=7)])

    assert [(p.raw, p.line) for p in problems] == [("title", 7), ("institution|school", 7), ("date|year", 7)]
    assert problems[1].done == "An entry of type phdthesis should have institution or school."


def test_a_parent_lends_its_fields():
    parent = KnownEntry("p", "proceedings", {"title": "Proceedings", "year": "2000"})
    child = KnownEntry("c", "inproceedings", {"author": "A", "title": "Paper", "crossref": "P"})

    assert found(child, parent) == []
    assert found(child) == [
        ("c", "missing-parent", "P"),
        ("c", "missing-field", "booktitle"),
        ("c", "missing-field", "date|year"),
    ]


@pytest.mark.parametrize("date", ["1996-13-03", "1.5.1998", "1995-1-04"])
def test_dates_that_biblatex_does_not_read(date):
    assert found(KnownEntry("a", "misc", {"date": date})) == [("a", "invalid-date", f"date = {date}")]


def test_date_beside_year():
    assert found(KnownEntry("a", "misc", {"date": "2000", "year": "2000"})) == [("a", "date-and-year", "year = 2000")]


def test_works_that_stand_twice():
    one = KnownEntry("a", "misc", {"doi": "10.1000/X", "title": "A {Title}", "year": "2000"})
    two = KnownEntry("b", "misc", {"doi": "https://doi.org/10.1000/x", "title": "A title", "year": "2000"})
    other = KnownEntry("c", "misc", {"title": "A title", "year": "2001"})

    assert found(one, two, other) == [("b", "duplicate-doi", "10.1000/x"), ("b", "duplicate-title", "A title")]


@pytest.mark.corpus
def test_real_files_can_be_checked(corpus):
    for path in corpus:
        for problem in check(known_entries(read_bib(path.read_bytes()))):
            assert problem.key
            assert problem.done.endswith(".")
