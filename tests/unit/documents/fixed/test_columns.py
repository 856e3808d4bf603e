"""Vertical writing in reading order."""

from commonplace.documents.fixed.columns import in_reading_order, is_vertical, looks_vertical, stood_up
from commonplace.documents.fixed.glyphs import Glyph, Line, text_of


def column(text, x, top=30.0, size=10.0):
    """Return the glyphs of a column as MuPDF gives them: a line each, from top to bottom."""
    return [
        Line((Glyph(char, (x, top + size * row, x + size, top + size * (row + 1)), size),), vertical=True)
        for row, char in enumerate(text)
    ]


def row(text, x, y, size=10.0):
    glyphs = (
        Glyph(char, (x + size * at / 2, y, x + size * (at + 1) / 2, y + size), size) for at, char in enumerate(text)
    )
    return Line(tuple(glyphs), vertical=False)


def read(*lines):
    return text_of(in_reading_order(list(lines)))


def test_columns_are_read_from_right_to_left():
    assert read(*column("反撃", 200), *column("能力", 180)) == "反撃\n能力\n"


def test_the_order_in_the_file_does_not_matter():
    assert read(*reversed([*column("反撃", 200), *column("能力", 180)])) == "反撃\n能力\n"


def test_readings_beside_a_column_follow_at_the_end():
    ruby = column("はんげき", 211, top=30, size=5)

    assert read(*ruby[:2], *column("反撃", 200), *ruby[2:], *column("能力", 180)) == "反撃\n能力\nはんげき\n"


def test_two_figures_side_by_side_are_read_in_their_column():
    inset = row("12", 200, 40)

    assert read(*column("年", 200), inset, *column("月", 200, top=50)) == "年12月\n"


def test_a_head_stays_above_and_a_page_number_below():
    head, foot = row("NIDS", 50, 5), row("- 62 -", 100, 300)

    assert read(*column("本文", 200), foot, head) == "NIDS\n本文\n- 62 -\n"


def test_tiers_are_read_from_top_to_bottom():
    upper = [*column("一二", 200), *column("三四", 180)]
    lower = [*column("五六", 200, top=200), *column("七八", 180, top=200)]

    assert read(*lower, *upper) == "一二\n三四\n五六\n七八\n"


def test_a_page_with_one_standing_glyph_is_vertical():
    assert is_vertical(column("縦", 10))
    assert not is_vertical([row("yoko", 0, 0)])


def test_a_text_of_single_characters_is_looked_at_closer():
    assert looks_vertical("あ\nい\nう\n")
    assert not looks_vertical("A\nB\nC\n")
    assert not looks_vertical("日本の防衛政策\n第一章\nその歩み\n")


def stack(text, x, top=30.0, size=10.0):
    """Return glyphs one below the other that the file does not say are vertical writing."""
    return [Line(line.glyphs, vertical=False) for line in column(text, x, top, size)]


def test_glyphs_of_horizontal_fonts_stacked_in_columns_are_vertical_writing():
    ruby = stack("はんげき", 211, top=30, size=5)
    lines = [*stack("能力の", 180), *stack("反撃を", 200), *ruby]

    assert read(*stood_up(lines)) == "反撃を\n能力の\nはんげき\n"


def test_signs_below_each_other_in_a_table_are_none():
    lines = [*stack("○×○", 200), row("一行目の文", 50, 30), row("二行目の文", 50, 40)]

    assert stood_up(lines) == lines


def test_single_signs_far_apart_are_no_columns():
    lines = [Line((Glyph("○", (200, 30 * at, 210, 30 * at + 10), 10),), vertical=False) for at in range(9)]

    assert stood_up(lines) == lines


def test_a_word_turned_on_its_side_is_read_in_its_column():
    glyphs = tuple(Glyph(char, (200, 40 + 5 * at, 210, 45 + 5 * at), 10) for at, char in enumerate("deterrence"))
    lines = [*column("語", 200), Line(glyphs, vertical=False), *column("は", 200, top=90), *column("次の列", 180)]

    assert read(*lines) == "語deterrenceは\n次の列\n"
