"""Pages of vertical Japanese as whole files: their columns, tiers, readings, heads and page numbers."""

import pymupdf

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.pdf import read_pdf


def nothing(done, total):
    pass


def written(*pages, width=400, height=500):
    """Draw pages of runs (x, y, text, size, vertical) with a Japanese font that is not embedded."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: font("V"),
        4: font("H"),
        5: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000>>",
        6: b"<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
    }
    kids = []
    for number, runs in enumerate(pages):
        at = 10 + 2 * number
        content = b"\n".join(shown(*run, height) for run in runs)
        objects[at] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</V 3 0 R/H 4 0 R>>>>/Contents %d 0 R>>"
            % (width, height, at + 1)
        )
        objects[at + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
        kids.append(b"%d 0 R" % at)
    objects[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    made = b"%PDF-1.4\n" + b"".join(b"%d 0 obj %s endobj\n" % one for one in objects.items())
    return made + b"trailer <</Root 1 0 R>>\n"


def font(direction):
    return b"<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UCS2-%s/DescendantFonts[5 0 R]>>" % (
        direction.encode()
    )


def shown(x, y, text, size, vertical, height):
    name = b"V" if vertical else b"H"
    return b"BT /%s %d Tf %d %d Td <%s> Tj ET" % (name, size, x, height - y, text.encode("utf-16-be").hex().encode())


def down(x, y, text, size=12):
    return x, y, text, size, True


def across(x, y, text, size=12):
    return x, y, text, size, False


def read(data):
    return read_pdf(data, "", nothing)


FIRST, SECOND = "防衛省は反撃能力の保有を", "年末までに決めるとした。"


def test_columns_from_right_to_left_whatever_the_order_of_drawing():
    assert read(written([down(280, 60, SECOND), down(300, 60, FIRST)])).text == f"{FIRST}\n{SECOND}\n"


def test_figures_one_below_another_stay_in_their_column():
    figures = [across(297, 118 + 12 * at, figure) for at, figure in enumerate("2022")]
    found = read(written([down(300, 60, FIRST[:4]), *figures, down(300, 156, "年までに"), down(280, 60, SECOND)]))
    assert found.text == f"{FIRST[:4]}2022年までに\n{SECOND}\n"


def test_readings_are_asides():
    found = read(written([down(300, 60, FIRST), down(311, 60, "ぼうえい", 6), down(280, 60, SECOND)]))
    assert found.text.startswith(f"{FIRST}\n{SECOND}\n")
    assert [(span.style, found.text[span.start : span.end]) for span in found.asides] == [("ruby", "ぼうえい\n")]


def test_a_note_in_small_type_is_no_reading():
    found = read(written([down(300, 60, FIRST), down(280, 60, SECOND), down(120, 200, "注は小さな字で組まれる。", 8)]))
    assert found.asides == ()
    assert "注は小さな字で組まれる。" in found.text


NOTE = ["（注一）その年の議事録による。", "議事録は翌年に印刷された。"]


def with_note(*text, mark=()):
    before = [down(380 - 20 * at, 60, FIRST) for at in range(4)]
    return written(
        [*before, *text, *mark, down(200, 60, NOTE[0], 8), down(188, 60, NOTE[1], 8), across(190, 480, "十四")]
    )


def test_notes_behind_the_columns_that_call_them():
    found = read(with_note(down(300, 60, FIRST), down(280, 60, "年末までに（注一）決めるとした。")))
    assert [(span.style, span.target, found.text[span.start : span.end]) for span in found.asides] == [
        ("note-mark", "一", "（注一）"),
        ("footnote", "", "\n".join([*NOTE, ""])),
    ]


def test_a_note_that_is_called_beside_the_column():
    found = read(with_note(down(300, 60, FIRST), down(280, 60, SECOND), mark=[down(291, 96, "（注一）", 5)]))
    assert [(span.style, found.text[span.start : span.end]) for span in found.asides] == [
        ("footnote", "\n".join([*NOTE, ""])),
        ("ruby", "（注一）\n"),
    ]


def test_small_columns_before_text_or_without_a_mark_stay():
    text = [down(300, 60, FIRST), down(280, 60, "年末までに（注一）決めるとした。")]
    assert read(with_note(*text, down(150, 60, FIRST))).asides == ()
    assert read(with_note(down(300, 60, FIRST), down(280, 60, SECOND))).asides == ()


def test_heads_and_page_numbers_of_vertical_pages():
    pages = [
        [down(300, 60, FIRST), down(280, 60, SECOND), across(40, 30, "安全保障の研究"), across(190, 480, str(number))]
        for number in range(14, 18)
    ]
    found = read(written(*pages))
    assert [page.printed for page in found.pages] == ["14", "15", "16", "17"]
    styles = [span.style for span in found.asides]
    assert styles == ["running-head", "page-number"] * 4


def test_page_numbers_written_downwards():
    pages = [[down(300, 60, FIRST), down(280, 60, SECOND), down(40, 440, text)] for text in ("十四", "十五", "十六")]
    assert [page.printed for page in read(written(*pages)).pages] == ["十四", "十五", "十六"]


def test_tiers_are_read_one_after_the_other():
    upper = [down(300, 60, FIRST), down(280, 60, SECOND)]
    lower = [down(300, 300, SECOND), down(280, 300, FIRST)]
    assert read(written([*lower, *upper])).text == f"{FIRST}\n{SECOND}\n{SECOND}\n{FIRST}\n"


def test_boxes_follow_the_columns():
    data = written([down(280, 60, SECOND), down(300, 60, FIRST)])
    text = read(data).text
    with pymupdf.open(stream=data) as document:
        boxes = page_boxes(document[0], text)
    tops = [top for _, top, _, _ in boxes[: len(FIRST)]]
    assert tops == sorted(tops)
    assert boxes[0][0] > boxes[len(FIRST) + 1][0]


def horizontal_with_readings():
    return written([
        across(60, 100, "防衛省は反撃能力の保有を年末までに決めるとした。"),
        across(60, 90, "ぼうえい", 5),
        across(60, 124, "その文書は三つあり、どれも閣議で決められたものである。"),
    ])  # fmt: skip


def test_readings_over_horizontal_lines_are_asides():
    found = read(horizontal_with_readings())
    assert [(span.style, found.text[span.start : span.end]) for span in found.asides] == [("ruby", "ぼうえい\n")]
