"""Raised marks whose notes stand elsewhere: at the end of a chapter, of the document, or in no file at all."""

import pymupdf
import pytest

from commonplace.documents.fixed.pdf import read_pdf

PLAIN = "The text goes on with words that have no mark whatever in the whole of this line."


def nothing(done, total):
    pass


def row(page, x, y, parts, size=11, rise=4, small=7, font="helv"):
    """Draw texts in turn on the line and raised above it."""
    for number, text in enumerate(parts):
        points = small if number % 2 else size
        page.insert_text((x, y - rise * (number % 2)), text, fontsize=points, fontname=font)
        x += pymupdf.get_text_length(text, fontname=font, fontsize=points)


def document(pages, **drawn):
    """Draw pages given as lists of rows, each a text or a list of texts, every second one raised."""
    with pymupdf.open() as made:
        for count, rows in enumerate(pages):
            page = made.new_page()
            for number, parts in enumerate(rows):
                # No two pages begin at one height, so that none has a running head.
                row(page, 60, 180 + 7 * count + 16 * number, [parts] if isinstance(parts, str) else parts, **drawn)
        return read_pdf(made.tobytes(), "", nothing)


def marks(read):
    return [span.target for span in read.asides if span.style == "note-mark"]


def without(read):
    """Return the text without its asides."""
    kept, at = "", 0
    for span in read.asides:
        kept, at = kept + read.text[at : span.start], span.end
    return kept + read.text[at:]


NOTES = ["Notes", *(f"{number}. See the minutes of the meeting in year {1900 + number}." for number in range(1, 10))]
PAPER = [
    [PLAIN, ["The committee met in spring", "1", " and found that nothing had been read"], PLAIN,
     ["by any of its members.", "2", " Nobody objected to this."], PLAIN],
    [PLAIN, ["It was said", "3", ", as was usual there", "4", "; and \"so it was decided\"", "5", " by all of them."]],
    [PLAIN, ["The others had read it all.", "6,7", " That was enough (as it seems).", "8", " So"], PLAIN,
     ["they adjourned in 1923.", "9", " What came of it is known."]],
]  # fmt: skip


def test_a_paper_with_endnotes():
    read = document([*PAPER, NOTES])
    assert marks(read) == list("123456789")
    assert "in spring and found" in without(read)
    assert 'It was said, as was usual there; and "so' in without(read)
    assert "read it all. That was" in without(read)
    assert without(read).endswith(read.text[read.pages[3].start :])


def test_the_notes_need_not_be_in_the_file():
    assert marks(document(PAPER)) == list("123456789")


def test_rows_that_begin_again_with_each_chapter():
    assert marks(document([*PAPER, *PAPER])) == list("123456789") * 2


@pytest.mark.parametrize("rise", [2, 3, 4, 5, 6])
def test_a_mark_where_the_engine_begins_a_line(rise):
    read = document(PAPER, rise=rise, small=6)
    assert marks(read) == list("123456789")
    assert 'It was said, as was usual there; and "so' in without(read)
    assert "in spring and found" in without(read)


def test_marks_before_the_punctuation():
    pages = [[PLAIN, [f"It was decided in this way by the chair{word}", str(number), ". Nobody objected."]]
             for number, word in enumerate(["", "s", "man", "men"], 1)]  # fmt: skip
    assert marks(document(pages)) == list("1234")


def test_what_else_is_raised_stays():
    pages = [
        [*page, ["The hall has 200 m", "2", " of floor, and 10", "6", " grains of CO", "2", " and x", "3", "."],
         ["The age of", "14", "C, the 5", "3", "th part, an ion of Fe", "3", "+, and sin", "2", " x."]]
        for page in PAPER
    ]  # fmt: skip
    read = document(pages)
    assert marks(read) == list("123456789")
    assert without(read).count("200 m2 of floor, and 106 grains of CO2") == 3


def test_figures_that_are_not_raised():
    pages = [
        [
            f"See Article{number}, table{number} and version{number}. It holds.{number} And so on"
            for number in range(1, 9)
        ]
    ] * 3
    assert marks(document(pages)) == []


def test_figures_that_do_not_count_on():
    pages = [[PLAIN, [f"The committee met in spring {number}.", "2", " of them"]] for number in range(4)]
    assert marks(document(pages)) == []


@pytest.mark.parametrize("after", ["The", " The", "Über", " Über"])
def test_numbers_of_verses_and_sentences_stay(after):
    pages = [
        [
            [f"The committee met in spring {count}. ", str(4 * count + at), f"{after} others had read it."]
            for at in range(4)
        ]
        for count in range(3)
    ]
    assert marks(document(pages)) == []


def test_two_marks_need_their_notes():
    page = [PLAIN, ["The committee met in spring", "1", " and in summer.", "2", " Nobody objected."]]
    assert marks(document([page])) == []
    assert marks(document([page, [PLAIN], NOTES[:3]])) == ["1", "2"]


def test_figures_raised_by_nature():
    with pymupdf.open() as made:
        for text in (
            "It was so decided.¹ Nobody objected²",
            "to 20 m² of floor³, which is 10² more, km² too. And so on",
        ):
            made.new_page().insert_text((60, 80), text)
        read = read_pdf(made.tobytes(), "", nothing)
    assert marks(read) == list("123")


@pytest.mark.parametrize("mark", ["{}", "注{}", "（注{}）", "({})", "※{}", "注{}）", "[{}]"])
def test_japanese_marks(mark):
    text = "日本の防衛政策は戦後の憲法の下で作られた"
    pages = [[text, [text, mark.format(number), "。そして国会で論じられた。"], text] for number in range(1, 6)]
    assert marks(document(pages, font="japan")) == list("12345")


def test_japanese_marks_in_wide_figures():
    text = "日本の防衛政策は戦後の憲法の下で作られた"
    pages = [[text, [text + "。", f"（注{number}）", "そして国会で論じられた。"]] for number in "１２３４"]
    assert marks(document(pages, font="japan")) == list("1234")


def test_japanese_marks_in_the_type_of_the_text():
    text = "日本の防衛政策は戦後の憲法の下で作られた"
    pages = [[f"{text}（注{number}）。そして国会で論じられた。", text] for number in range(1, 6)]
    notes = [[f"（注{number}）その年の議事録による。" for number in range(1, 6)]]
    assert marks(document([*pages, *notes], font="japan")) == list("12345")
