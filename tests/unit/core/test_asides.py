from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.asides import RunningText, left_out, without
from core.nearness import nearest
from core.passages import agree, find
from core.quotes import as_printed
from core.records import Span

STYLES = {"h": "running-head", "p": "page-number", "f": "footnote", "m": "note-mark", "r": "ruby"}


def marked(text):
    """Return a text and its asides, which are written ⟨h…⟩, ⟨p…⟩, ⟨f…⟩, ⟨m…⟩ and ⟨r…⟩."""
    plain, asides = "", []
    for piece in text.split("⟨"):
        inside, closed, rest = piece.partition("⟩")
        if closed:
            asides.append(Span(len(plain), len(plain) + len(inside) - 1, STYLES[inside[0]]))
            plain += inside[1:] + rest
        else:
            plain += piece
    return plain, tuple(asides)


def quoted(text, first, last):
    """Return the quote of the passage from one word to another."""
    plain, asides = marked(text)
    start, end = plain.index(first), plain.rindex(last) + len(last)
    return as_printed([without(plain[start:end], start, asides)])


PAGES = (
    "The capability⟨m1⟩ to counter-\n⟨f1 See the paper\nof 2022.⟩\n⟨f2 Or that one.⟩\n⟨p12⟩\n\n⟨hA history of it⟩\n"
    "strike is a means⟨m 2⟩, and no end⟨m3⟩.\n⟨f3 The last.⟩\n⟨p13⟩\n"
)


def test_a_passage_over_a_page_break_is_read_as_if_nothing_stood_between():
    assert quoted(PAGES, "The", "no end") == "The capability to counterstrike is a means, and no end"
    assert quoted(PAGES, "strike", "3.") == "strike is a means, and no end."


@pytest.mark.parametrize(
    ("first", "last", "quote"),
    [
        ("1 See", "2022.", "1 See the paper of 2022."),
        ("the paper", "of 2022", "the paper of 2022"),
        ("1 See", "that one.", "1 See the paper of 2022. 2 Or that one."),
        ("paper", "strike is", "paper of 2022. 2 Or that one. strike is"),
        ("to counter", "2 Or", "to counter-1 See the paper of 2022. 2 Or"),
        ("and no", "The last.", "and no end. 3 The last."),
        ("12", "12", "12"),
        ("A history", "strike", "A history of it strike"),
        ("1 to", "counter-", "to counter-"),
        ("The", "capability1", "The capability"),
    ],
)
def test_an_aside_in_which_a_passage_begins_or_ends_is_meant(first, last, quote):
    assert quoted(PAGES, first, last) == quote


def test_a_note_s_mark_alone_stays_whole():
    plain, asides = marked("a word⟨m1⟩ more")
    assert without("1", plain.index("1"), asides) == "1"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a word⟨m1⟩ b", "a word b"),
        ("a word ⟨m1⟩ b", "a word b"),
        ("a word ⟨m1⟩. b", "a word. b"),
        ("a word⟨m1⟩\nb", "a word b"),
        ("a word\n⟨m1⟩ b", "a word b"),
        ("a word\n⟨m1⟩\nb", "a word b"),
        ("a word.⟨m1⟩\n\nb", "a word.\n\nb"),
        ("a word⟨m1⟩,⟨m2⟩ b", "a word b"),
        ("a word⟨m1⟩–⟨m3⟩, b", "a word, b"),
        ("a⟨m1⟩, b⟨m2⟩ c", "a, b c"),
        ("日本⟨m注１⟩の港", "日本の港"),
        ("反撃\n⟨rはんげき⟩\n能力", "反撃能力"),
        ("反⟨rはん⟩撃⟨rげき⟩能力", "反撃能力"),
        ("a\n⟨p12⟩ \n \n⟨hHead⟩\nb", "a b"),
        ("a\n\n⟨p12\n⟩⟨hHead\n⟩b", "a b"),
        ("a ⟨p12⟩ b", "a b"),
        ("coun\u00ad\n⟨p12⟩\nter", "counter"),
        ("a line.⟨m1⟩\n⟨f1 Note.⟩\n⟨p12⟩\nb", "a line. b"),
    ],
)
def test_the_lines_around_an_aside_are_joined_as_if_it_were_not_there(text, quote):
    plain, asides = marked(text)
    assert as_printed([without(plain, 0, asides)]) == quote


def test_a_passage_without_asides_is_left_as_it_is():
    assert without("as it is", 10, ()) == "as it is"
    assert without("as it is", 10, [Span(0, 4, "ruby"), Span(18, 19, "footnote"), Span(2, 10, "ruby")]) == "as it is"
    assert left_out("as it is", 10, [Span(9, 12, "footnote"), Span(15, 19, "running-head")]) == []


def places(text, quote):
    plain, asides = marked(text)
    return [plain[start:end] for start, end in find(plain, quote, RunningText(plain, asides))]


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        (PAGES, "counterstrike is a means, and", "counter-\n1 See … means 2, and"),
        (PAGES, "to COUNTERSTRIKE is", "to counter-\n … strike is"),
        (PAGES, "capability1 to", "capability1 to"),
        (PAGES, "the capability to counter", "The capability1 to counter"),
        (PAGES, "no end.", "no end3."),
        (PAGES, "no end", "no end"),
        (PAGES, "See the paper of 2022", "See the paper\nof 2022"),
        ("He wrote⟨m1⟩ then", "wrote", "wrote"),
        ("反撃\n⟨p62⟩\n⟨h防衛⟩\n能力", "反撃能力", "反撃\n62\n防衛\n能力"),
    ],
)
def test_a_quote_is_found_as_a_reader_reads_it(text, quote, passage):
    (found,) = places(text, quote)
    begins, _, ends = passage.partition(" … ")
    assert found.startswith(begins)
    assert found.endswith(ends)
    assert agree(as_printed([found]), passage) or "…" in passage


def test_places_with_and_without_asides_are_counted_together():
    text = "free sea here,\nfree\n⟨p1⟩\nsea there, free sea⟨m1⟩ again"
    assert places(text, "free sea") == ["free sea", "free\n1\nsea", "free sea"]
    assert places(text, "free 1 sea") == ["free\n1\nsea"]


def test_the_nearest_passage_may_lie_over_a_page_break():
    plain, asides = marked(PAGES)
    near = nearest(plain, "capability to counterstrikes is the means", RunningText(plain, asides))
    assert near is not None
    assert near.exact == "capability to counter-\nstrike is a means"
    assert plain[slice(*near.range)].endswith("strike is a means")


words = st.sampled_from(
    ["Deterrence", "ﬁre", "日本", "café", "long-term", "coun-", "x—y", "e\u0301", "𠮷", "2022.", "กข"]
)
gaps = st.sampled_from([" ", "\n", " \n", "  ", "\n\n"])
pieces = st.one_of(
    st.tuples(words, gaps, st.none()),
    st.tuples(st.sampled_from(["12", "A head", "反撃", "1 See\nthis."]), st.just("\n"), st.sampled_from("hpf")),
    st.tuples(st.sampled_from(["1", "注１", "*"]), st.sampled_from(["", " ", "\n"]), st.sampled_from("mr")),
)


@st.composite
def texts(draw):
    """Return a text with asides, and the places where its words begin and end."""
    text, asides, starts, ends = "", [], [], []
    for number, (piece, gap, style) in enumerate(draw(st.lists(pieces, min_size=1, max_size=12))):
        if style in ("h", "p", "f") and text and not text.endswith("\n"):
            text += "\n"
        if style in ("m", "r"):
            text = text.rstrip()
        if style:
            asides.append(Span(len(text), len(text) + len(piece), STYLES[style]))
        else:
            # No two words are the same, so that a quote stands in one place.
            piece = f"{'bcdfghjklmnp'[number]}{piece}"
            starts.append(len(text))
            ends.append(len(text) + len(piece))
        text += piece + gap
    return text, tuple(asides), starts, ends


@given(texts())
def test_running_text_knows_where_its_characters_came_from(drawn):
    text, asides, *_ = drawn
    running = RunningText(text, asides)
    came_from = [running.original(at, at + 1) for at in range(len(running.text))]
    assert all(one[1] <= other[0] or one == other for one, other in pairwise(came_from))
    for at, (start, end) in enumerate(came_from):
        assert text[start:end] == running.text[at] or running.text[at].isspace()
    covered = {at for aside in asides for at in range(aside.start, aside.end)}
    kept = [char for at, char in enumerate(text) if at not in covered and not char.isspace()]
    assert [char for char in running.text if not char.isspace()] == kept


@given(texts(), st.data())
def test_a_passage_is_found_by_its_quote(drawn, data):
    text, asides, starts, ends = drawn
    if not starts:
        return
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([place for place in ends if place > start]))
    said = without(text[start:end], start, asides)
    quote = as_printed([said])
    assert agree(said, quote)
    assert find(text, quote, RunningText(text, asides)) == [(start, end)]


@given(texts())
def test_what_is_left_out_lies_inside_and_in_order(drawn):
    text, asides, *_ = drawn
    for start in range(0, len(text), 3):
        for end in range(start + 1, len(text), 4):
            out = left_out(text[start:end], start, asides)
            assert all(start <= aside.start < aside.end <= end for aside in out)
            assert list(accumulate((aside.end for aside in out), max)) == [aside.end for aside in out]
            assert without(text[start:end], start, asides).strip() or not text[start:end].strip()
