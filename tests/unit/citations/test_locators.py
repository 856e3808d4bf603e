"""What is cited inside a source, as text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.locators import KINDS, locator, read, text

LABELS = st.text("0123456789ivxA.-–, 章", max_size=6)


@pytest.mark.parametrize("cited", ["p. 62", "pp. 12–13", "sec. 2.1, para. 3", "para. 4", "art. 9", "secs. 1–2"])
def test_a_locator_is_read_as_it_reads(cited):
    assert text(read(cited)) == cited


@pytest.mark.parametrize("cited", ["", "p.", "page 4", "p. ", "62", "p. 4\n\n\\input{x}, para"])
def test_nothing_else_becomes_more_than_a_label(cited):
    found = read(cited)
    assert found is None or (found.kind, found.inner) == ("page", None)


@given(st.sampled_from(KINDS), LABELS, LABELS, LABELS)
def test_what_was_written_reads_the_same_again(kind, first, last, paragraph):
    cited = text(locator(kind, first, last, locator("paragraph", paragraph)))
    assert text(read(cited)) == cited
