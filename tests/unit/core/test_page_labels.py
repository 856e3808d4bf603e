import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.page_labels import PageLabel, count_on, effective, label_of, roman, roman_value, runs

SHORT = st.text(st.sampled_from("12ivxA-頁十一２ "), max_size=4)
PAGES = st.lists(st.tuples(SHORT, SHORT), min_size=1, max_size=8)


@given(st.integers(1, 4000))
def test_roman_numerals_read_back(number):
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize(
    ("label", "following"),
    [
        ("62", "63"),
        ("A-3", "A-4"),
        ("099", "100"),
        ("xi", "xii"),
        ("IV", "V"),
        ("A-iv", "A-v"),
        ("p. 12", "p. 13"),
        ("S. 9", "S. 10"),
        ("(12)", "(13)"),
        ("– 12 –", "– 13 –"),
        ("第12頁", "第13頁"),
        ("１９", "２０"),
        ("٣", "٤"),
        ("十二", "十三"),
        ("九", "十"),
        ("一九", "二〇"),
        ("第十二頁", "第十三頁"),
    ],
)
def test_labels_count_on_in_their_own_manner(label, following):
    assert count_on(label, 0) == label
    assert count_on(label, 1) == following


@pytest.mark.parametrize("label", ["Cover", "表紙", "12a", "12r", "C", "Iv", "1２", "civil", "", "9" * 5000])
def test_what_does_not_count_is_repeated(label):
    assert count_on(label, 3) == label


def test_what_is_printed_counts_more_than_what_the_file_says_and_a_person_more_than_both():
    pages = [("i", ""), ("ii", "ii"), ("iii", "1"), ("", "2"), ("", "")]

    assert [(label.text, label.origin) for label in effective(pages, [(3, "62")])] == [
        ("i", "file"),
        ("ii", "file"),
        ("1", "printed"),
        ("62", "person"),
        ("63", "person"),
    ]
    assert effective(pages, [])[4] == PageLabel("5", "position")


@given(PAGES, st.dictionaries(st.integers(0, 7), SHORT.filter(str.strip), max_size=3))
def test_a_word_holds_from_its_page_up_to_the_next_word(pages, said):
    labels = effective(pages, said.items())
    unsaid = effective(pages, ())

    assert len(labels) == len(pages)
    for index, label in enumerate(labels):
        before = [page for page in said if page <= index]
        if before:
            assert label == PageLabel(count_on(said[max(before)], index - max(before)), "person")
        else:
            assert label == unsaid[index]


@given(PAGES)
def test_where_nobody_spoke_a_label_is_what_is_printed_or_what_the_file_says(pages):
    for index, ((own, printed), label) in enumerate(zip(pages, effective(pages, ()), strict=True)):
        assert label.text == (printed or own or str(index + 1))
        assert label.origin == ("printed" if printed not in ("", own) else "file" if own else "position")


def test_runs_gather_pages_that_count_on():
    pages = [*[(roman(number), "") for number in range(1, 61)], *[("", str(number)) for number in range(1, 301)]]

    shown = [(first.text, last.text, first.origin) for first, last in runs(effective(pages, ()))]

    assert shown == [("i", "lx", "file"), ("1", "300", "printed")]
    assert runs(()) == []


@given(PAGES)
def test_runs_cover_all_pages_in_order(pages):
    labels = effective(pages, ())
    shown = runs(labels)

    assert shown[0][0] == labels[0]
    assert shown[-1][1] == labels[-1]
    assert all(first.origin == last.origin for first, last in shown)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "i", "A-1", "7"]), st.sampled_from(["", "7", "62"])), min_size=1, max_size=8
    ),
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["x", "62", "十二", "Cover"])), max_size=4),
)
def test_one_page_is_cited_as_among_all(pages, said):
    whole = [label.text for label in effective(pages, said)]
    assert [label_of(index, *page, said) for index, page in enumerate(pages)] == whole
