"""Two readings of one page laid side by side."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.alignment import NOWHERE, align, align_lines

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


@given(st.lists(st.tuples(st.sampled_from(["", "xx", "\u2603"]), st.integers(1, 30)), max_size=10))
def test_most_of_a_text_survives_what_was_taken_out_and_put_in(changes):
    theirs = "".join(f"Sentence {number} of a page. " for number in range(20))
    ours, at, kept = "", 0, 0
    for put_in, length in changes:
        ours += theirs[at : at + length] + put_in
        kept += len(theirs[at : at + length])
        at += length + 1
    kept += len(theirs[at:])

    places = align(ours + theirs[at:], theirs)

    assert sum(place != NOWHERE for place in places) >= kept


def test_texts_too_long_to_compare_at_once_are_parted():
    theirs = "".join(f"line {number} of the page\n" for number in range(3000))
    ours = "extra " + theirs.replace("line 7 ", "line seven ").replace("line 2999 ", "line ") + "more"

    places = align(ours, theirs)

    at = ours.index("line 1500 ")
    assert theirs[places[at] :].startswith("line 1500 ")


class TestLines:
    @given(texts)
    def test_equal_texts_lie_on_each_other(self, text):
        assert align_lines(text, text) == list(range(len(text)))

    @given(texts, texts)
    @example("", "a")
    @example("a\n", "a")
    def test_a_place_holds_the_same_character_and_is_taken_once(self, ours, theirs):
        places = align_lines(ours, theirs)

        assert len(places) == len(ours)
        found = [(char, at) for char, at in zip(ours, places, strict=True) if at != NOWHERE]
        assert all(theirs[at] == char for char, at in found)
        assert len({at for _, at in found}) == len(found)

    @given(st.permutations(range(8)), st.sets(st.integers(0, 7)))
    def test_lines_in_another_order_are_found_and_changed_ones_between_them_as_far_as_they_agree(self, order, changed):
        lines = [f"{number} is the number of this line\n" for number in range(8)]
        theirs = "".join(lines)
        ours = "".join(lines[at].replace("number", "𠮷umber") if at in changed else lines[at] for at in order)
        places = align_lines(ours, theirs)

        at = 0
        for number in order:
            own = places[at : at + len(lines[number])]
            if number not in changed:
                start = number * len(lines[0])
                assert own == list(range(start, start + len(lines[0])))
            at += len(own)

    def test_a_line_that_stands_twice_is_the_one_beside_what_stands_beside_it(self):
        theirs = "left\nTotal\n1\nright\nTotal\n2\n"
        ours = "right\nTotal\n2\nleft\nTotal\n1\n"
        places = align_lines(ours, theirs)
        assert places[ours.index("Total")] == theirs.rindex("Total")
        assert places[ours.rindex("Total")] == theirs.index("Total")
