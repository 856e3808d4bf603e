import pytest

from commonplace.exchange.formats import FORMATS, format_named
from core.errors import NotDoneError, UnknownNameError


def test_the_formats_of_this_version():
    assert [(f.name, f.suffix, f.cites) for f in FORMATS.values()] == [("md", ".md", True), ("latex", ".tex", True)]
    assert format_named("latex") is FORMATS["latex"]


@pytest.mark.parametrize("name", ["obsidian", "natbib", "docx", "bib"])
def test_a_format_of_later_versions_is_refused_with_those_there_are(name):
    with pytest.raises(NotDoneError, match=f"format {name} yet; it writes md and latex"):
        format_named(name)


def test_a_format_that_nobody_knows_is_an_unknown_name():
    with pytest.raises(UnknownNameError, match="no format named pdf"):
        format_named("pdf")


def test_every_format_gives_the_same_bytes_for_the_same_notes(bundle):
    for form in FORMATS.values():
        assert form.render(bundle) == form.render(bundle)
