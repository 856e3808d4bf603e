"""Pages read as a person reads them, whatever order they are drawn in."""

from collections import Counter

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.pdf import fit_for_axis, read_pdf

LEFT = [
    "The committee met for the first time in the",
    "spring of that year and found that none of its",
    "members had read the report which the ministry",
    "had sent them a month before, so that the chair",
    "proposed to adjourn and to meet again when the",
    "papers had been read by all who were present.",
]
RIGHT = [
    "In the autumn the second meeting took place and",
    "was longer than the first, for now there were two",
    "reports to be discussed and a letter of protest",
    "from the provinces, whose governors had not been",
    "asked for their opinion and who wished to have it",
    "entered in the minutes before anything was decided.",
]
THIRD = [
    "What followed is told in many books and needs",
    "not to be repeated here, except for the answer",
    "that came from the court in the last days of",
    "december and that nobody had expected, since it",
    "left everything as it was and thanked them all.",
    "With this the matter rested for some ten years.",
]


def nothing(done, total):
    pass


def drawn(*lines, size=9, width=595, height=842, rotation=0):
    """Draw lines of (x, y, text) or (x, y, text, size) on a page, in this order."""
    with pymupdf.open() as document:
        page = document.new_page(width=width, height=height)
        for x, y, text, *own in lines:
            page.insert_text((x, y), text, fontsize=own[0] if own else size)
        page.set_rotation(rotation)
        return document.tobytes()


def column(x, lines, top=150.0, pitch=12.0):
    return [(x, top + pitch * number, text) for number, text in enumerate(lines)]


def read(data):
    return read_pdf(data, "", nothing).text


def joined(*columns):
    return "".join(f"{line}\n" for lines in columns for line in lines)


def across(*columns):
    return [line for row in zip(*columns, strict=True) for line in row]


def test_columns_drawn_in_order_stay():
    data = drawn(*column(60, LEFT), *column(320, RIGHT))
    assert read(data) == joined(LEFT, RIGHT)


def test_columns_drawn_line_by_line_across_the_page_are_read_one_after_the_other():
    data = drawn(*across(column(60, LEFT), column(320, RIGHT)))
    assert read(data) == joined(LEFT, RIGHT)


def test_lines_of_two_columns_need_not_be_level():
    data = drawn(*across(column(60, LEFT), column(320, RIGHT, top=154)))
    assert read(data) == joined(LEFT, RIGHT)


def test_three_columns_drawn_across():
    narrow = [[line[:28] for line in lines] for lines in (LEFT, RIGHT, THIRD)]
    data = drawn(*across(*(column(40 + 180 * at, lines) for at, lines in enumerate(narrow))))
    assert read(data) == joined(*narrow)


def test_a_right_column_drawn_first_is_read_second():
    data = drawn(*column(320, RIGHT), *column(60, LEFT))
    assert read(data) == joined(LEFT, RIGHT)


def test_a_title_over_interleaved_columns_stays_above_them():
    data = drawn((60, 100, "A Short History of the Committee and of Its Meetings", 18),
                 *across(column(60, LEFT), column(320, RIGHT)))  # fmt: skip
    assert read(data) == joined(["A Short History of the Committee and of Its Meetings"], LEFT, RIGHT)


def test_a_title_drawn_last_is_read_first():
    data = drawn(*column(60, LEFT), (60, 100, "A Short History", 18))
    assert read(data) == joined(["A Short History"], LEFT)


def test_full_width_lines_part_the_columns():
    wide = ["A sentence that goes over the whole width of the page, as those of an abstract or of a caption may do."]
    data = drawn(*across(column(60, LEFT), column(320, RIGHT)), (60, 240, wide[0]),
                 *across(column(60, THIRD, top=270), column(320, LEFT, top=270)))  # fmt: skip
    assert read(data) == joined(LEFT, RIGHT, wide, THIRD, LEFT)


def test_text_drawn_after_what_stands_below_it_is_put_above():
    data = drawn(*column(60, RIGHT, top=400), *column(60, LEFT))
    assert read(data) == joined(LEFT, RIGHT)


def test_a_table_is_read_across():
    rows = [("Ministry of Defence", "12 sessions", "all open"), ("Ministry of Finance", "3 sessions", "closed")] * 6
    lines = [(60 + 170 * at, 150 + 12 * row, cell) for row, cells in enumerate(rows) for at, cell in enumerate(cells)]
    assert read(drawn(*lines)) == joined([cell for cells in rows for cell in cells])


def test_a_head_drawn_last_stays_last():
    data = drawn(*column(60, LEFT), (60, 60, "HISTORY", 9))
    assert read(data) == joined(LEFT, ["HISTORY"])


def test_columns_of_a_turned_page():
    plain = drawn(*across(column(60, LEFT), column(320, RIGHT)))
    with pymupdf.open(stream=plain) as source, pymupdf.open() as document:
        page = document.new_page(width=842, height=595)
        page.show_pdf_page(page.rect, source, 0, rotate=90)
        page.set_rotation(90)
        data = document.tobytes()
    assert read(data) == joined(LEFT, RIGHT)


HEBREW = [
    "שלום לכל הקוראים של הספר הזה בעיר",
    "וכל מי שקרא אותו ידע מה שכתוב בו",
    "כי לא היה בו דבר חדש תחת השמש אז",
    "והמלך שמע את הדברים ולא אמר דבר",
    "עד שבא היום השלישי והוא קרא לשרים",
    "ואמר להם את כל אשר היה בליבו אז",
]


def test_columns_of_a_right_to_left_page_are_read_from_the_right():
    right, left = HEBREW[:3] * 2, HEBREW[3:] * 2
    with pymupdf.open() as document:
        page = document.new_page()
        for number, lines in enumerate(zip(left, right, strict=True)):
            for x, line in zip((60, 320), lines, strict=True):
                box = (x, 100 + 14 * number, x + 220, 114 + 14 * number)
                page.insert_htmlbox(box, f'<p dir="rtl" style="font-size:9px;margin:0">{line}</p>')
        data = document.tobytes()
    assert read(data) == joined(right, left)


def same_characters(data):
    document_text = read(data)
    with pymupdf.open(stream=data) as document:
        theirs = "".join(fit_for_axis(page.get_text()) for page in document)
    return Counter("".join(document_text.split())) == Counter("".join(theirs.split()))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([60, 62, 200, 320, 330]),
            st.integers(5, 65).map(lambda row: row * 12.5),
            st.sampled_from([*LEFT, *RIGHT, "12", "1 A note", "x", "Table 3"]),
            st.sampled_from([6, 9, 9, 9, 14]),
        ),
        max_size=30,
    )
)
def test_no_character_is_lost_or_made(lines):
    assert same_characters(drawn(*lines))


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(4)), st.booleans())
def test_every_character_stands_in_its_own_box(order, interleave):
    columns = [column(60, LEFT), column(320, RIGHT), column(60, THIRD, top=300), column(320, LEFT, top=300)]
    if interleave:
        lines = [*across(columns[0], columns[1]), *across(columns[2], columns[3])]
    else:
        lines = [line for at in order for line in columns[at]]
    data = drawn(*lines)
    text = read(data)
    with pymupdf.open(stream=data) as document:
        page = document[0]
        boxes = page_boxes(page, text)
        at = 0
        for line in text.splitlines():
            area = pymupdf.Rect(*(edge / 1000 for edge in boxes[at]))
            area |= pymupdf.Rect(*(edge / 1000 for edge in boxes[at + len(line) - 1]))
            assert page.get_text(clip=(area.x0 - 1, area.y0 + 1, area.x1 + 1, area.y1 - 1)).strip() == line
            at += len(line) + 1


def test_boxes_of_a_layer_in_the_order_of_drawing_are_those_of_its_own_lines():
    data = drawn(*across(column(60, LEFT), column(320, RIGHT)))
    with pymupdf.open(stream=data) as document:
        older = document[0].get_text()
        assert older != read(data)
        boxes = page_boxes(document[0], older)
    start = older.index(RIGHT[0])
    assert boxes[start][0] == pytest.approx(320_000, abs=1500)


def test_a_short_last_line_of_the_text_stays_before_the_notes():
    words = [(310, 222, "words"), (420, 222, "apart"), (310, 234, "it ends.")]
    marks = [(60 + pymupdf.get_text_length(LEFT[-1], fontsize=9), 207, "1", 5), (336, 231, "2", 5)]
    notes = [(60, 250, "1 A note in small type.", 7), (310, 250, "2 Another note there.", 7)]
    lines = [*column(60, LEFT), marks[0], notes[0], *column(310, RIGHT), *words, marks[1], notes[1], (290, 800, "7")]
    text = read(drawn(*lines))

    assert text.index("apart") < text.index("it ends.") < text.index("1 A note") < text.index("2 Another")
