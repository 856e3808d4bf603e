"""Highlights: a quote is found as it stands, nothing is half done, and notes, tags and deletions come back."""

from decimal import Decimal

import pytest

from commonplace.library.concepts import add_concept, list_concepts
from commonplace.library.highlighting import HighlightRequest, delete, highlight, write_note
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.naming import concept_named
from commonplace.library.referencing import set_fields
from commonplace.library.session import open_session
from commonplace.library.sources import list_sources, read_text, set_page_label
from commonplace.library.upkeep import history, redo, undo
from core.errors import AmbiguousNameError, NotDoneError, UnknownNameError

HYPHENATED = (
    "The harbour commit-\ntee met on a rainy day.  It discussed the counter\u00ad\nstrike capabil\u00adity and "
    "the well-\nknown ﬁnancial aﬀairs.\n\nHe called it “free and open”\u2019s heir\u2014or so\u00a0he said.\n"
)
NASTY = "𠮷野家で👩‍💻が cafe\u0301 と 神\ufa19 を ﬁnd した。 co\u00adop\u00aderate שלום world\n"


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("harbour committee met", "harbour commit-\ntee met"),
        ("harbour commit-tee met", "harbour commit-\ntee met"),
        ("rainy day. It discussed", "rainy day.  It discussed"),
        ("rainy\nday. It\n\tdiscussed", "rainy day.  It discussed"),
        ("counterstrike capability", "counter\u00ad\nstrike capabil\u00adity"),
        ("well-known financial affairs", "well-\nknown ﬁnancial aﬀairs"),
        ('"free and open"\'s heir', "“free and open”\u2019s heir"),
        ("heir - or so he said", "heir\u2014or so\u00a0he said"),
        ("heir—or so he said", "heir\u2014or so\u00a0he said"),
    ],
)
def test_a_quote_is_found_though_it_is_written_another_way(bring, mark, quote, exact):
    (source,) = bring({"a.txt": HYPHENATED})

    assert mark(source, quote).exact == exact


@pytest.mark.parametrize(
    "quote",
    [
        "𠮷野家",
        "👩‍💻",
        "cafe\u0301",
        "café",
        "神\ufa19",
        "ﬁnd",
        "find",
        "co\u00adop\u00aderate",
        "cooperate",
        "שלום",
        "𠮷野家で👩‍💻が cafe\u0301 と",
    ],
)
def test_exact_is_the_very_characters_of_the_source(library, bring, mark, quote):
    (source,) = bring({"a.txt": NASTY})
    line = mark(source, quote)
    ((start, end),) = line.ranges

    assert read_text(library, source).text[start:end] == line.exact
    assert list_highlights(library, Filter())[0] == line
    if quote in NASTY:
        assert line.exact == quote


def test_several_quotes_make_one_highlight(library, sea, mark):
    line = mark(sea, "They kept watch", "they wrote down what they saw")

    assert line.exact == "They kept watch\nthey wrote down what they saw"
    assert line.quote == "They kept watch […] they wrote down what they saw"
    assert len(line.ranges) == 2
    assert len(list_highlights(library, Filter())) == 1


def test_quotes_given_in_another_order_are_put_in_reading_order(sea, mark):
    assert mark(sea, "they traded", "They kept watch").exact == "They kept watch\nthey traded"


def test_overlapping_quotes_are_refused(library, sea, mark):
    with pytest.raises(NotDoneError):
        mark(sea, "They kept watch", "kept watch, they traded")
    assert list_highlights(library, Filter()) == []


def test_a_quote_that_stands_several_times_needs_its_number(library, bring, mark):
    (source,) = bring({"a.txt": "counterstrike, counterstrike, counterstrike, counterstrike, counterstrike.\n"})
    with pytest.raises(NotDoneError) as failure:
        mark(source, "counterstrike")
    assert "5 times" in failure.value.message
    assert "--occurrence" in failure.value.hint
    for number in (0, 6, -1):
        with pytest.raises(NotDoneError):
            mark(source, "counterstrike", occurrence=number)
    assert history(library)[0].label == "Import a.txt"

    starts = [mark(source, "counterstrike", occurrence=number).ranges[0][0] for number in range(1, 6)]
    assert starts == [0, 15, 30, 45, 60]


def test_a_quote_that_is_not_there_shows_the_nearest_passage(library, sea, mark):
    with pytest.raises(NotDoneError) as failure:
        mark(sea, "spoke of the free and opened seas", concepts=("New",))

    assert "free and open sea" in failure.value.hint
    assert list_highlights(library, Filter()) == []
    assert list_concepts(library) == []
    assert len(history(library)) == 1


@pytest.mark.parametrize("quote", ["", " ", "\n\t", "\u3000"])
def test_an_empty_quote_is_refused(sea, mark, quote):
    with pytest.raises(UnknownNameError):
        mark(sea, quote)
    with pytest.raises(UnknownNameError):
        mark(sea, "They kept watch", quote)


@pytest.mark.parametrize("quote", ["-", "\u00ad", "\u200b", "…", "。", "(((", "\\d+", ".*", "x" * 20000, "\ud800"])
def test_odd_quotes_are_found_or_refused_in_a_sentence(library, sea, mark, quote):
    try:
        line = mark(sea, quote, occurrence=1)
    except (NotDoneError, UnknownNameError):
        assert list_highlights(library, Filter()) == []
    else:
        assert line.exact.strip()


def test_a_quote_over_a_page_break_is_one_range_and_cited_by_both_pages(library, pdf, mark):
    source = pdf(
        "two.pdf",
        ["It ended the first", "and began the second page."],
        [{"startpage": 0, "firstpagenum": 61, "style": "D"}],
    )
    line = mark(source, "ended the first and began the second")

    assert len(line.ranges) == 1
    assert line.locator == "pp. 61–62"


def test_an_area_of_a_page(library, paper):
    request = HighlightRequest(area=("1", Decimal("10.5"), Decimal(20), Decimal(100), Decimal(90)), note="A figure.")
    line = highlight(library, paper, request)

    assert (line.exact, line.ranges, line.locator, line.note) == ("", (), "p. 1", "A figure.")


@pytest.mark.parametrize(
    "corners",
    [
        ("0", "0", "0", "0"),
        ("5000", "5000", "6000", "6000"),
        ("-9", "-9", "-1", "-1"),
        ("NaN", "0", "9", "9"),
        ("0", "0", "Infinity", "9"),
    ],
)
def test_an_area_outside_the_page_is_refused(library, paper, corners):
    with pytest.raises(NotDoneError):
        highlight(library, paper, HighlightRequest(area=("1", *map(Decimal, corners))))
    assert list_highlights(library, Filter()) == []


def test_an_absurd_area_is_cut_to_the_page_at_once(library, paper):
    highlight(
        library, paper, HighlightRequest(area=("1", Decimal(0), Decimal(0), Decimal("1e999999"), Decimal("1e999999")))
    )

    assert list_highlights(library, Filter())[0].locator == "p. 1"


def test_an_area_needs_a_page_that_is_there(library, paper, sea):
    area = (Decimal(0), Decimal(0), Decimal(9), Decimal(9))
    with pytest.raises(UnknownNameError):
        highlight(library, paper, HighlightRequest(area=("99", *area)))
    with pytest.raises(NotDoneError):
        highlight(library, sea, HighlightRequest(area=("1", *area)))
    for request in (HighlightRequest(), HighlightRequest(quotes=("A",), area=("1", *area))):
        with pytest.raises(UnknownNameError):
            highlight(library, paper, request)


def test_a_source_without_text_has_nothing_to_quote(library, pdf, mark):
    source = pdf("empty.pdf", [""])
    with pytest.raises(NotDoneError) as failure:
        mark(source, "anything")
    assert "--area" in failure.value.hint


def test_unknown_concepts_stop_the_highlight(library, sea):
    with pytest.raises(UnknownNameError):
        highlight(library, sea, HighlightRequest(quotes=("They kept watch",), concepts=("None",)))
    assert list_highlights(library, Filter()) == []


def test_a_highlight_with_all_that_goes_with_it_is_one_step(library, sea, mark):
    before = len(history(library))
    line = mark(sea, "They kept watch", concepts=("Watch", "Harbours"), note="Why?")
    assert len(history(library)) == before + 1
    shown = list_highlights(library, Filter()), list_concepts(library)

    undo(library)
    assert (list_highlights(library, Filter()), list_concepts(library)) == ([], [])
    redo(library)
    assert (list_highlights(library, Filter()), list_concepts(library)) == shown
    assert (line.concepts, line.note) == (("Harbours", "Watch"), "Why?")


def test_ones_own_note_is_replaced_and_others_stay(library, sea, mark):
    line = mark(sea, "They kept watch", note="First.")
    with open_session(library.path, "Bob", writing=True) as other:
        theirs = write_note(other, line.id, "Bob's view.")
        assert theirs.note == "Bob's view."

    mine = write_note(library, line.id, "Second.\r\nTwo lines: 𠮷 e\u0301.")

    assert mine.note == "Second.\nTwo lines: 𠮷 e\u0301."
    assert {(note.author, note.text) for note in mine.notes} == {("Ann", mine.note), ("Bob", "Bob's view.")}
    assert [note.author for note in write_note(library, line.id, "").notes] == ["Bob"]
    undo(library)
    assert list_highlights(library, Filter())[0].note == mine.note


def test_a_note_too_long_is_refused(library, sea, mark):
    with pytest.raises(NotDoneError):
        mark(sea, "They kept watch", note="x" * (1 << 20) + "x")
    assert list_highlights(library, Filter()) == []


def test_text_is_kept_with_plain_line_ends_and_whole_characters(library, sea, mark):
    line = mark(sea, "They kept watch", note="\nOne\r\ntwo\rthree\0\n")
    assert line.note == "One\ntwo\nthree"
    assert add_concept(library, "A", definition="One\r\ntwo").definition == "One\ntwo"
    key = list_sources(library)[0].citekey
    for attempt in (
        lambda: write_note(library, line.id, "half \ud842"),
        lambda: add_concept(library, "B", definition="half \ud842"),
        lambda: set_fields(library, key, {"title": "half \ud842"}),
    ):
        with pytest.raises(NotDoneError):
            attempt()


def test_the_history_of_a_thing_outlives_it(library, sea, mark):
    line = mark(sea, "They kept watch", concepts=("A",))
    write_note(library, line.id, "Why?")
    delete(library, line.id)

    labels = [step.label for step in history(library, line.id[:8])]

    assert labels == ["Delete a highlight", "Write a note", "Highlight in sea.txt"]
    for name in ("", "abc", "______", "%%%%%%", "zzzzzz", line.id[:5]):
        with pytest.raises(UnknownNameError):
            history(library, name)


def test_deleting_and_taking_it_back(library, sea, mark):
    mark(sea, "They kept watch", concepts=("Watch",), note="Why?")
    line = list_highlights(library, Filter())[0]
    assert line.id[:12] in delete(library, line.id[:8])
    assert list_highlights(library, Filter()) == []
    assert list_concepts(library)[0].highlights == 0
    with pytest.raises(UnknownNameError):
        delete(library, line.id)

    undo(library)
    assert list_highlights(library, Filter()) == [line]


def test_a_source_is_deleted_with_its_highlights_out_of_sight(library, sea, mark):
    mark(sea, "They kept watch", concepts=("Watch",))
    shown = list_sources(library), list_highlights(library, Filter()), list_concepts(library)
    delete(library, shown[0][0].citekey)
    assert (list_sources(library), list_highlights(library, Filter())) == ([], [])
    assert list_concepts(library)[0].highlights == 0
    with pytest.raises(UnknownNameError):
        delete(library, sea)
    undo(library)
    assert (list_sources(library), list_highlights(library, Filter()), list_concepts(library)) == shown


def test_filters_of_one_kind_mean_or_and_of_different_kinds_and(library, sea, paper, mark):
    watch = mark(sea, "They kept watch", concepts=("Watch",))
    trade = mark(sea, "they traded", concepts=("Trade",))
    deterrence = mark(paper, "deterrence", concepts=("Trade",))

    def ids(chosen: Filter) -> set[str]:
        return {line.id for line in list_highlights(library, chosen)}

    assert ids(Filter(concepts=("Watch", "Trade"))) == {watch.id, trade.id, deterrence.id}
    assert ids(Filter(concepts=("Trade",), sources=(sea,))) == {trade.id}
    assert ids(Filter(sources=(sea, paper))) == {watch.id, trade.id, deterrence.id}
    assert ids(Filter(persons=("ann",))) == {watch.id, trade.id, deterrence.id}
    for unknown in (Filter(concepts=("None",)), Filter(sources=("None",)), Filter(persons=("None",))):
        with pytest.raises(UnknownNameError):
            ids(unknown)


def test_page_labels_count_on_from_the_page_that_was_named(library, pdf, mark):
    source = pdf("five.pdf", [f"This is page number {word}." for word in ("one", "two", "three", "four", "five")])
    line = mark(source, "number three")
    assert line.locator == "p. 3"

    assert set_page_label(library, source, "#2", "62").page_labels == ("1", "62", "63", "64", "65")
    assert list_highlights(library, Filter())[0].locator == "p. 63"
    assert set_page_label(library, source, "64", "A-1").page_labels == ("1", "62", "63", "A-1", "A-2")
    assert set_page_label(library, source, "#1", "xi").page_labels == ("xi", "62", "63", "A-1", "A-2")
    for _ in range(3):
        undo(library)
    assert list_highlights(library, Filter())[0].locator == "p. 3"


@pytest.mark.parametrize("label", ["", " ", "x" * 101, "a\0b", "a\u202eb"])
def test_what_cannot_be_a_label_is_refused(library, paper, label):
    with pytest.raises(NotDoneError):
        set_page_label(library, paper, "#1", label)


def test_a_text_has_no_pages_to_label(library, sea):
    with pytest.raises(NotDoneError):
        set_page_label(library, sea, "#1", "1")


def test_concepts_made_on_the_way_are_told_from_others(library, sea, mark):
    mark(sea, "They kept watch", concepts=("A", "B"))
    assert concept_named(library, "a").name == "A"
    add_concept(library, "A", parent="B")
    with pytest.raises(AmbiguousNameError):
        concept_named(library, "A")
