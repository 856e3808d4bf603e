"""What on a page is not running text: heads, feet, page numbers, notes and their marks; and the printed numbers."""

import pymupdf
import pytest

from commonplace.documents.fixed.pdf import read_pdf

SENTENCES = [
    "The committee met for the first time in the spring of that year and found",
    "that none of its members had read the report which the ministry had sent",
    "them a month before, so that the chair proposed to adjourn and to meet again",
    "when the papers had been read by all who were present, and by the others too.",
]


def nothing(done, total):
    pass


def document(pages, width=595, height=842):
    """Draw pages given as lists of (x, y, text) or (x, y, text, size)."""
    with pymupdf.open() as made:
        for lines in pages:
            page = made.new_page(width=width, height=height)
            for x, y, text, *own in lines:
                page.insert_text((x, y), text, fontsize=own[0] if own else 11)
        return read_pdf(made.tobytes(), "", nothing)


def body(first=120, rows=12, number=0):
    return [(72, first + 15 * row, f"{SENTENCES[(row + number) % 4]}") for row in range(rows)]


def asides(read, *styles):
    return [
        (span.style, read.text[span.start : span.end].strip(), span.target)
        for span in read.asides
        if not styles or span.style in styles
    ]


def numbers(read):
    return [text for _, text, _ in asides(read, "page-number")]


def printed(read):
    return [page.printed for page in read.pages]


@pytest.mark.parametrize(
    ("shown", "label"),
    [
        ("{}", "{}"),
        ("· {} ·", "{}"),
        ("- {} -", "{}"),
        ("Page {} of 40", "{}"),
        ("{} / 40", "{}"),
        ("{}/40", "{}"),
        ("p. {}", "{}"),
        ("Seite {} von 40", "{}"),
        ("A-{}", "A-{}"),
        ("3-{}", "3-{}"),
        ("[{}]", "{}"),
        ("| {}", "{}"),
    ],
)
@pytest.mark.parametrize("place", [(300, 800), (60, 800), (520, 800), (300, 50)])
def test_page_numbers_in_all_manners(shown, label, place):
    read = document([[*body(number=at), (*place, shown.format(12 + at))] for at in range(4)])
    assert numbers(read) == [shown.format(12 + at) for at in range(4)]
    assert printed(read) == [label.format(12 + at) for at in range(4)]


@pytest.mark.parametrize(
    ("shown", "label"),
    [("第{}頁", "{}"), ("{}ページ", "{}"), ("－ {} －", "{}"), ("{}頁／14頁", "{}"), ("〔{}〕", "{}")],
)
def test_japanese_page_numbers(shown, label):
    pages = []
    with pymupdf.open() as made:
        for at in range(4):
            page = made.new_page()
            page.insert_text((280, 800), shown.format(at + 8), fontname="japan", fontsize=10)
            for row in range(6):
                page.insert_text((72, 100 + 18 * row), "日本の防衛政策は戦後の憲法の下で作られた。", fontname="japan")
            pages.append(label.format(at + 8))
        read = read_pdf(made.tobytes(), "", nothing)
    assert printed(read) == pages
    assert numbers(read) == [shown.format(at + 8) for at in range(4)]


def test_a_head_is_known_however_many_spaces_part_its_page_number_from_it():
    gap = " " * 160
    read = document([[(40, 40, f"Journal of Studies{gap}{61 + page}", 8), *body(number=page)] for page in range(4)])

    assert printed(read) == ["61", "62", "63", "64"]


def test_roman_front_matter_then_arabic():
    shown = ["", "ii", "iii", "iv", "", "2", "3", "4", "", "6"]
    read = document([[*body(number=at), (300, 800, text)] for at, text in enumerate(shown)])
    assert printed(read) == ["i", "ii", "iii", "iv", "1", "2", "3", "4", "5", "6"]


def test_no_number_is_counted_out_to_a_page_that_shows_another():
    pages = [[(290, 40, label), *body(number=index)] for index, label in enumerate(["i", "ii", "iii"])]
    last = [(290, 90, "1"), (72, 200, "Here the main text begins.")]

    assert printed(document([*pages, last])) == ["i", "ii", "iii", ""]


def test_an_article_that_begins_at_245():
    read = document([[*body(number=at), (300, 800, text)] for at, text in enumerate(["", "246", "247", "248"])])
    assert printed(read) == ["245", "246", "247", "248"]


def test_numbers_that_do_not_agree_give_none():
    read = document([[*body(number=at), (300, 800, text)] for at, text in enumerate(["7", "31", "4", "18"])])
    assert printed(read) == [""] * 4
    assert numbers(read) == []


def test_two_printed_pages_on_one_give_none():
    read = document([[*body(number=at), (100, 800, str(2 * at + 4)), (500, 800, str(2 * at + 5))] for at in range(5)])
    assert printed(read) == [""] * 5


def test_two_pages_are_enough_in_a_short_document():
    read = document([[*body(number=at), (300, 800, str(at + 1))] for at in range(2)])
    assert printed(read) == ["1", "2"]


def test_one_page_proves_nothing():
    read = document([[*body(), (300, 800, "7")]])
    assert printed(read) == [""]


def test_a_bare_number_that_counts_the_page_of_a_short_document_is_no_text():
    read = document([[*body()], [*body(number=1), (300, 800, "2")]])
    assert numbers(read) == ["2"]
    assert printed(read) == ["", ""]


def test_slides_with_numbered_titles_have_no_page_numbers():
    names = ["one", "two", "three", "four", "five"]
    read = document([[(60, 60, f"{at + 1} Topic {name}", 24), *body(150)] for at, name in enumerate(names)])
    assert read.asides == ()
    assert printed(read) == [""] * 5


def test_a_bare_number_is_the_pages_own_though_their_titles_count_too():
    def slide(page):
        return [(60, 60, f"Evidence of the case number {page}", 24), *body(), (500, 820, f"{page + 1}")]

    read = document([[*slide(page), (60, 820, "Office")] for page in range(5)])

    assert printed(read) == ["1", "2", "3", "4", "5"]


def test_a_table_at_the_foot_of_the_pages_stays():
    table = [(72 + 90 * column, 740 + 14 * row, str(7 * row + 13 * column)) for row in range(4) for column in range(4)]
    read = document([[*body(number=at), *table] for at in range(3)])
    assert numbers(read) == []


def test_a_list_of_numbers_at_the_foot_stays():
    read = document([[*body(number=at), *((72, 740 + 14 * row, str(row + at)) for row in range(4))] for at in range(3)])
    assert "running-head" not in {span.style for span in read.asides}
    assert printed(read) in ([""] * 3, ["3", "4", "5"])


def test_a_head_with_its_number_in_one_line():
    read = document([[(72, 50, f"{at + 30}    HISTORY OF THE COMMITTEE"), *body(number=at)] for at in range(5)])
    assert printed(read) == [str(at + 30) for at in range(5)]
    assert asides(read)[:2] == [("page-number", "30", ""), ("running-head", "HISTORY OF THE COMMITTEE", "")]


def test_heads_of_odd_and_even_pages():
    pages = []
    for at in range(6):
        even = [(72, 50, str(at + 2)), (300, 50, "A. AUTHOR")]
        odd = [(200, 50, "A TITLE"), (500, 50, str(at + 2))]
        pages.append([*(odd if at % 2 else even), *body(number=at)])
    read = document(pages)
    assert printed(read) == [str(at + 2) for at in range(6)]
    assert {text for _, text, _ in asides(read, "running-head")} == {"A. AUTHOR", "A TITLE"}


def test_a_head_that_only_a_chapter_has():
    pages = [[*body(number=at)] for at in range(4)]
    pages += [[(72, 50, "THE SECOND CHAPTER"), *body(number=at)] for at in range(4)]
    assert len(asides(document(pages), "running-head")) == 4


def test_a_heading_at_the_same_place_under_changing_titles_stays():
    names = ["Spring", "Summer", "Autumn", "Winter", "Night"]
    pages = [[(200, 60, f"The {name} meeting", 18), (270, 100, "Abstract"), *body(150, number=at)]
             for at, name in enumerate(names)]  # fmt: skip
    assert asides(document(pages), "running-head") == []


def test_a_head_of_two_pages():
    read = document([[(72, 50, "Letters to the Editor"), *body(number=at)] for at in range(2)])
    assert asides(read, "running-head") == [("running-head", "Letters to the Editor", "")] * 2


def test_a_passage_over_the_page_break_without_asides_is_the_text():
    read = document([[(72, 50, "HISTORY"), *body(number=4 * at), (300, 800, str(at + 7))] for at in range(3)])
    kept, at = "", 0
    for span in read.asides:
        kept, at = kept + read.text[at : span.start], span.end
    kept += read.text[at:]
    assert kept == "".join(f"{SENTENCES[row % 4]}\n" for _ in range(3) for row in range(12))


def raised(x, y, before, mark, after, size=11):
    """Return a line with a raised mark in it."""
    end = x + pymupdf.get_text_length(before, fontsize=size)
    width = pymupdf.get_text_length(mark, fontsize=7)
    return [(x, y, before, size), (end, y - 4, mark, 7), (end + width, y, after, size)]


NOTE = [(72, 740, "1", 6), (76, 743, "See the minutes of the first meeting, which were printed at the time.", 8)]


def test_a_footnote_and_its_mark():
    read = document([[*body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected."), *NOTE]])
    assert asides(read) == [
        ("note-mark", "1", "1"),
        ("footnote", "1See the minutes of the first meeting, which were printed at the time.", ""),
    ]


def test_two_marks_at_one_place():
    second = [(72, 752, "2", 6), (76, 755, "And the minutes of the second one too, as is said there.", 8)]
    read = document([[*body(), *raised(72, 310, "It was so decided.", "1,2", " Nobody objected."), *NOTE, *second]])
    assert [(text, name) for _, text, name in asides(read, "note-mark")] == [("1", "1"), (",2", "2")]


def test_a_square_beside_a_mark_stays():
    lines = [*body(), *raised(72, 310, "The hall had 200 m", "1", " of floor and more"),
             *raised(72, 325, "than the other one.", "1", " That was enough."), *NOTE]  # fmt: skip
    read = document([lines])
    (mark,) = [span for span in read.asides if span.style == "note-mark"]
    assert read.text[: mark.start].endswith("other one.")


def test_a_raised_number_without_a_note_stays():
    assert asides(document([[*body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected.")]])) == []


def test_a_list_in_small_type_is_no_footnote():
    small = [
        (72, 700 + 10 * at, f"{at + 1} An entry of a list that stands at the end of the page", 8) for at in range(4)
    ]
    assert asides(document([[*body(), *small]])) == []


def test_a_footnote_goes_on_on_the_next_page():
    long = (
        "See the minutes of the first meeting, which were printed at the time by order of the chair and sent to all who"
    )
    rest = "had asked for them; the others were to be had at the office of the ministry until the end of the year."
    first = [*body(rows=30), *raised(72, 585, "It was so decided.", "1", " Nobody objected."),
             (72, 740, "1", 6), (76, 743, long, 8)]  # fmt: skip
    read = document([first, [*body(rows=30, number=2), (72, 743, rest, 8)]])
    assert [text for _, text, _ in asides(read, "footnote")] == [f"1{long}", rest]


def test_footnotes_follow_the_text_wherever_they_are_drawn():
    notes_first = [*NOTE, *body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected.")]
    read = document([notes_first])
    assert read.text.rstrip().endswith("printed at the time.")
    assert read.text.startswith(SENTENCES[0])


def test_footnotes_in_the_type_of_the_text():
    lines = [*body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected.", ),
             *raised(72, 325, "The others had read it.", "2", " And so it went on."),
             *raised(72, 700, "", "1", "See the minutes of the first meeting, which were printed at"),
             (72, 714, "the time by order of the chair and sent to all who had asked.", 11),
             *raised(72, 728, "", "2", "And the minutes of the second one too."), (300, 800, "1")]  # fmt: skip
    read = document([lines])
    assert [name for _, _, name in asides(read, "note-mark")] == ["1", "2"]
    assert len(asides(read, "footnote")) == 2
    assert asides(read, "footnote")[0][1].startswith("1See the minutes")


def test_a_paragraph_that_begins_with_a_raised_number_is_no_footnote():
    lines = [*body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected."),
             *raised(72, 325, "", "1", "See the minutes of the first meeting, which were printed at"),
             *body(first=400)]  # fmt: skip
    assert asides(document([lines]), "footnote") == []


def test_signs_as_marks():
    lines = [*body(), (72, 310, "It was so decided.* Nobody objected to this at the time."),
             (72, 743, "* See the minutes of the first meeting, printed at the time.", 8)]  # fmt: skip
    assert [style for style, _, _ in asides(document([lines]))] == ["note-mark", "footnote"]


def test_asides_are_in_order_and_do_not_overlap():
    read = document([
        [(72, 50, f"{at + 1} HEAD"), *body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected."), *NOTE,
         (300, 800, str(at + 1))]
        for at in range(5)
    ])  # fmt: skip
    edges = [edge for span in read.asides for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.start < span.end for span in read.asides)


def test_heads_are_known_though_only_some_pages_were_looked_at_closely():
    called = "and the ministry had sent it a month before them.{}"
    with pymupdf.open() as made:
        for at in range(5):
            page = made.new_page()
            page.insert_text((200, 50), "The Journal of Tests", fontname="tiro", fontsize=9)
            for row in range(12):
                page.insert_text((72, 120 + 15 * row), SENTENCES[(row + at) % 4], fontname="tiro")
            if at < 2:
                page.insert_text((72, 300), called.format(""), fontname="tiro")
                width = pymupdf.get_text_length(called.format(""), "tiro", 11)
                page.insert_text((72 + width, 296), str(at + 1), fontname="tiro", fontsize=7)
                page.insert_text((72, 760), f"{at + 1} See the report of that year.", fontname="tiro", fontsize=8)
        read = read_pdf(made.tobytes(), "", nothing)
    assert len(asides(read, "footnote")) == 2
    assert [text for _, text, _ in asides(read, "running-head")] == ["The Journal of Tests"] * 5


def test_the_numbers_of_a_reprint_beside_those_of_the_file():
    pages = [
        [*body(number=at), (520, 50, f"{at + 112}"), (200, 50, "J. Doe"), (300, 800, f"{at + 1}")] for at in range(5)
    ]
    read = document(pages)
    assert printed(read) == [f"{at + 112}" for at in range(5)]
    found = [(style, text) for style, text, _ in asides(read)]
    assert all(("page-number", f"{at + 1}") in found and ("page-number", f"{at + 112}") in found for at in range(5))


def test_a_number_at_the_foot_of_a_chapters_first_page_counts_on_from_those_in_the_heads():
    def page(at):
        return [(300, 800, f"{at + 11}")] if at % 5 == 1 else [(72, 50, f"{at + 11}"), (200, 50, "HISTORY")]

    read = document([[*page(at), *body(number=at)] for at in range(12)])

    assert numbers(read) == printed(read) == [f"{at + 11}" for at in range(12)]


def test_a_page_number_below_the_notes_is_none_of_them():
    lines = [(300, 800, "2", 8), *body(), *raised(72, 310, "It was so decided.", "1", " Nobody objected."), *NOTE]
    assert [text[:4] for _, text, _ in asides(document([lines]), "footnote")] == ["1See"]


def japanese(mark, note, size=7, lift=3):
    """Draw a page of a few lines, one with a mark, and a note of two lines set wide."""
    text, rest = "委員会はその年の春に初めて開かれ、報告書を", "読んだ者は一人もいなかったという。"
    with pymupdf.open() as made:
        page = made.new_page(width=400, height=600)
        for row in range(12):
            page.insert_text((60, 80 + 18 * row), f"{text}{row:02}回も{rest[:5]}", fontname="japan", fontsize=10)
        x = 60 + pymupdf.get_text_length(text, "japan", 10)
        page.insert_text((60, 296), text, fontname="japan", fontsize=10)
        page.insert_text((x, 296 - lift), mark, fontname="japan", fontsize=size)
        x += pymupdf.get_text_length(mark, "japan", size)
        page.insert_text((x, 296), rest, fontname="japan", fontsize=10)
        page.insert_text((60, 500), f"{note} その年の議事録による。議事録は", fontname="japan", fontsize=8)
        page.insert_text((60, 512), "翌年に印刷された。", fontname="japan", fontsize=8)
        return read_pdf(made.tobytes(), "", nothing)


@pytest.mark.parametrize(
    ("mark", "note"), [("1", "1"), ("*1", "*1"), ("＊1", "＊1"), ("※1", "※1"), ("注１", "注１"), ("（1）", "（1）")]
)
def test_japanese_footnotes(mark, note):
    read = japanese(mark, note)
    assert [(style, text[: len(note)]) for style, text, _ in asides(read)] == [("note-mark", mark), ("footnote", note)]
    assert asides(read)[1][1].endswith("印刷された。")


@pytest.mark.parametrize(
    ("mark", "note"), [("（注1）", "（注1）"), ("（注１）", "注１"), ("※1", "※1"), ("[注1]", "[注1]")]
)
def test_marks_in_the_type_of_the_text_that_say_what_they_are(mark, note):
    read = japanese(mark, note, size=10, lift=0)
    assert [(style, text[: len(note)]) for style, text, _ in asides(read)] == [
        ("note-mark", mark[: len(note)]),
        ("footnote", note),
    ]


def test_numbers_in_brackets_in_the_type_of_the_text_stay():
    assert asides(japanese("[1]", "[1]", size=10, lift=0)) == []
    assert asides(japanese("（1）", "（1）", size=10, lift=0)) == []


def test_footnotes_in_the_type_of_the_text_that_say_what_they_are():
    text = "委員会はその年の春に初めて開かれ、報告書を読んだ者は一人もいなかったといわれている。"
    with pymupdf.open() as made:
        page = made.new_page(width=600, height=600)
        for row in range(10):
            called = {3: "（注1）", 6: "（注2）"}.get(row, "")
            page.insert_text((60, 80 + 18 * row), f"{text}{called}次の年も", fontname="japan", fontsize=10)
        page.insert_text((60, 500), "（注1）その年の議事録による。", fontname="japan", fontsize=10)
        page.insert_text((60, 515), "（注2）翌年の議事録による。", fontname="japan", fontsize=10)
        read = read_pdf(made.tobytes(), "", nothing)
    assert [text for _, text, _ in asides(read)] == [
        "（注1）", "（注2）", "（注1）その年の議事録による。", "（注2）翌年の議事録による。"
    ]  # fmt: skip


def test_a_footnote_goes_on_where_it_is_drawn_before_the_text():
    long = (
        "See the minutes of the first meeting, which were printed at the time by order of the chair and sent to all who"
    )
    rest = "had asked for them; the others were to be had at the office of the ministry until the end of the year."
    first = [*body(rows=30), *raised(72, 585, "It was so decided.", "1", " Nobody objected."),
             (72, 740, "1", 6), (76, 743, long, 8)]  # fmt: skip
    read = document([first, [(72, 743, rest, 8), *body(rows=30, number=2)]])
    assert [text for _, text, _ in asides(read, "footnote")] == [f"1{long}", rest]


def test_two_heads_that_take_turns_in_a_short_article():
    heads = ["", "A. Author: On Posture", "Journal of Deterrence", "A. Author: On Posture", "Journal of Deterrence"]
    read = document([[(300, 800, str(at + 7)), (100, 50, head), *body(number=at)] for at, head in enumerate(heads)])
    assert [text for _, text, _ in asides(read, "running-head")] == heads[1:]


def test_titles_that_come_twice_stay():
    titles = ["What was asked", "What was found", "What was found", "What was said", "What was said"]
    read = document([[(300, 800, str(at + 7)), (100, 50, head), *body(number=at)] for at, head in enumerate(titles)])
    assert asides(read, "running-head") == []


@pytest.mark.parametrize("has_next", [True, False])
def test_a_footnote_whose_sentence_ends_with_the_page_goes_on_only_where_notes_follow(has_next):
    long = "See the minutes of the first meeting, which were printed at the time by order of the chair and sent to all."
    rest = "Others had asked for them and were to be had at the office of the ministry until the end of the year."
    called = raised(72, 585, "It was so decided.", "1", " Nobody objected.")
    following = [*raised(72, 585, "It was said again.", "2", " Nobody objected."), (72, 749, "2", 6),
                 (76, 752, "See the same minutes of that meeting.", 8)]  # fmt: skip
    pages = [[*body(rows=30), *called, (72, 740, "1", 6), (76, 743, long, 8)],
             [*body(rows=30, number=2), (72, 743, rest, 8), *(following if has_next else ())]]  # fmt: skip
    assert (rest in {text for _, text, _ in asides(document(pages), "footnote")}) == has_next


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_are_turned_with_their_text(turn):
    """As by somebody who scans a sheet the wrong way round, or keeps a page turned after looking at a picture."""
    with pymupdf.open() as made:
        for at in range(4):
            page = made.new_page()
            for x, y, text, *own in [
                (72, 50, "A HISTORY"), (300, 800, str(at + 9)), *body(number=at),
                *([*raised(72, 310, "It was so decided.", "1", " Nobody objected."), *NOTE] if at == 0 else []),
            ]:  # fmt: skip
                page.insert_text((x, y), text, fontsize=own[0] if own else 11)
            page.set_rotation(turn)
        read = read_pdf(made.tobytes(), "", nothing)
    assert printed(read) == ["9", "10", "11", "12"]
    assert [style for style, _, _ in asides(read)][:4] == ["running-head", "page-number", "note-mark", "footnote"]
    assert {page.rotation for page in read.pages} == {turn}
