"""Two readings of one page laid side by side."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.alignment import NOWHERE, align

texts = st.text(alphabet="ab é\n𠮷神ﬁ", max_size=40)


@given(texts)
def test_equal_texts_lie_on_each_other(text):
    assert align(text, text) == list(range(len(text)))


@given(texts, texts)
@example("abcabc", "abc")
def test_a_place_holds_the_same_character_and_places_grow(ours, theirs):
    places = align(ours, theirs)

    assert len(places) == len(ours)
    found = [(char, at) for char, at in zip(ours, places, strict=True) if at != NOWHERE]
    assert all(theirs[at] == char for char, at in found)
    assert [at for _, at in found] == sorted({at for _, at in found})


@given(texts, texts, texts)
def test_what_was_put_between_is_nowhere_and_all_else_is_found(before, between, after):
    ours = before + "\u2603" * len(between) + after
    places = align(ours, before + after)

    assert places[: len(before)] == list(range(len(before)))
    assert all(place == NOWHERE for place in places[len(before) : len(before) + len(between)])
    assert places[len(before) + len(between) :] == list(range(len(before), len(before + after)))


def test_texts_too_long_to_compare_at_once_are_parted():
    theirs = "".join(f"line {number} of the page\n" for number in range(3000))
    ours = "extra " + theirs.replace("line 7 ", "line seven ").replace("line 2999 ", "line ") + "more"

    places = align(ours, theirs)

    at = ours.index("line 1500 ")
    assert theirs[places[at] :].startswith("line 1500 ")
