"""Boxes of pages of every kind, checked on the ink of their pictures."""

from itertools import pairwise

import pymupdf
import pytest

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.opening import open_document
from commonplace.documents.fixed.pagepictures import page_picture
from commonplace.documents.fixed.pdf import read_pdf
from commonplace.documents.reading import UnreadableError
from core.points import PagePoints

ZOOM = 2

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
VERTICAL = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-V /DescendantFonts [<< /Type /Font"
    " /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1)"
    " /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4"
    " /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -140 /CapHeight 700 /StemV 80 >> >>] >>"
)


def pdf(*, media=(0, 0, 400, 500), crop=None, more="", draw="(Hello gap) Tj", matrix="1 0 0 1", font=HELVETICA):
    """Return a PDF of one page; its text begins 120 and 200 from the lower left corner of the media box."""
    left, bottom = min(media[0], media[2]), min(media[1], media[3])
    content = f"BT /F 20 Tf {matrix} {left + 120} {bottom + 200} Tm {draw} ET"
    cut = f"/CropBox [{' '.join(map(str, crop))}]" if crop else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, media))}] {cut} {more}"
        " /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        font,
    ]
    body = "%PDF-1.7\n" + "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"{body}trailer << /Root 1 0 R /Size 6 >>\n%%EOF".encode()


def looked_at(data):
    """Return a file's only page of the layer, its text, its boxes and its unrotated picture."""
    layer = read_pdf(data, "", lambda _done, _total: None)
    with open_document(data, "pdf") as document:
        page = document.load_page(0)
        return layer.pages[0], layer.text, page_boxes(page, layer.text), page_picture(page, ZOOM, 0, None)


def dark(picture, box):
    """Return how many dark pixels a box holds."""
    x0, y0, x1, y1 = (edge * ZOOM // 1000 for edge in box)
    rows = range(max(y0, 0), min(y1 + 1, picture.height))
    left, right = (min(max(x, 0), picture.width) * 3 for x in (x0, x1 + 1))
    start = picture.width * 3
    return sum(picture.pixels[y * start + left : y * start + right : 3].translate(_DARK).count(1) for y in rows)


_DARK = bytes(shade < 128 for shade in range(256))

BOXES = {
    "plain": {},
    "cropped": {"crop": (20, 30, 360, 450)},
    "cropped-beyond-its-paper": {"crop": (-10, -10, 410, 510)},
    "negative-origin": {"media": (-100, -200, 300, 300)},
    "negative-and-cropped": {"media": (-100, -200, 300, 300), "crop": (-80, -170, 260, 250)},
    "origin-elsewhere": {"media": (50, 70, 450, 570)},
    "corners-the-other-way": {"media": (400, 500, 0, 0)},
}


@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
@pytest.mark.parametrize("kind", BOXES)
def test_the_ink_of_each_letter_is_in_its_box_and_the_page_as_large_as_its_picture(kind, turn, unit):
    data = pdf(**BOXES[kind], more=f"/Rotate {turn} /UserUnit {unit}")
    page, text, boxes, picture = looked_at(data)

    assert text == "Hello gap\n"
    assert (page.width, page.height) == (picture.width * 1000 / ZOOM, picture.height * 1000 / ZOOM)
    inked = [dark(picture, box) for char, box in zip(text, boxes, strict=True) if char.isalpha()]
    assert all(inked)
    assert sum(inked) == pytest.approx(dark(picture, (0, 0, page.width, page.height)), rel=0.1)


@pytest.mark.parametrize(
    ("matrix", "way"), [("1 0 0 1", (1, 0)), ("0 1 -1 0", (0, -1)), ("-1 0 0 -1", (-1, 0)), ("0 -1 1 0", (0, 1))]
)
def test_text_that_runs_another_way_is_found_in_its_boxes_and_by_points(matrix, way):
    _, text, boxes, picture = looked_at(pdf(matrix=matrix))
    points = PagePoints(text, boxes)

    for (one, other), char in zip(pairwise(boxes[:5]), text, strict=False):
        assert dark(picture, one), char
        assert (other[0] - one[0]) * way[0] + (other[1] - one[1]) * way[1] > 0
    assert [points.offset((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in boxes[:5]] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("matrix", ["-1 0 0 1", "1 0 0 -1", "0.8 0.6 -0.6 0.8"])
def test_mirrored_and_slanting_text_has_boxes_around_its_ink(matrix):
    _, text, boxes, picture = looked_at(pdf(matrix=matrix))
    assert all(dark(picture, box) for char, box in zip(text, boxes, strict=True) if char.isalpha())


@pytest.mark.parametrize("turn", [0, 90])
def test_the_ink_of_vertical_writing_is_in_its_boxes_whose_ends_it_leaves_blank(turn):
    _, text, boxes, picture = looked_at(pdf(draw="<65E54E003042> Tj", font=VERTICAL, more=f"/Rotate {turn}"))
    assert text == "日一あ\n"
    first, line, last = boxes[:3]
    assert first[3] == line[1]
    assert line[3] == last[1]
    everything = dark(picture, (0, 0, 400_000, 500_000))
    assert sum(dark(picture, box) for box in boxes[:3]) == pytest.approx(everything, rel=0.1)
    # The one stroke of the second is in the middle of its box.
    x0, y0, x1, y1 = line
    assert dark(picture, (x0, y0 + 7000, x1, y1 - 7000)) == dark(picture, line) > 0


def test_what_has_no_place_of_its_own_stands_with_the_letters_of_its_word():
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "one two")
        boxes = page_boxes(page, "one +two+ +\n")
    assert boxes[4] == boxes[5]
    assert boxes[8] == boxes[7] == boxes[10]


def test_a_layer_that_orders_lines_otherwise_finds_each_where_it_is_drawn():
    with pymupdf.open() as document:
        page = document.new_page()
        for number, line in enumerate(["first", "second", "third", "fourth"]):
            page.insert_text((72, 100 + 40 * number), line)
        drawn = page_boxes(page, "first\nsecond\nthird\nfourth\n")
        other = page_boxes(page, "third\nfourth\nfirst\nsecond\n")
    assert other[0] == drawn[len("first\nsecond\n")]
    assert other[len("third\nfourth\n")] == drawn[0]


class TestPictures:
    data = pdf(more="/Rotate 90")

    def drawn(self, zoom=1.0, rotation=0, clip=None):
        with open_document(self.data, "pdf") as document:
            return page_picture(document.load_page(0), zoom, rotation, clip)

    def test_they_have_the_size_that_is_asked_for(self):
        assert (self.drawn(2.5).width, self.drawn(2.5).height) == (1000, 1250)
        assert (self.drawn(2, rotation=90).width, self.drawn(2, rotation=90).height) == (1000, 800)
        assert len(self.drawn().pixels) == 400 * 500 * 3

    def test_a_quarter_turn_is_clockwise(self):
        upright, turned = self.drawn(), self.drawn(rotation=90)
        for x, y in ((130, 290), (125, 300), (140, 295)):
            assert (
                turned.pixels[(x * turned.width + turned.width - 1 - y) * 3]
                == upright.pixels[(y * upright.width + x) * 3]
            )

    def test_a_part_is_the_same_as_in_the_whole(self):
        whole, part = self.drawn(2), self.drawn(2, clip=(100_000, 250_000, 220_000, 320_000))
        assert (part.width, part.height) == (240, 140)
        for y in range(140):
            start = ((500 + y) * whole.width + 200) * 3
            assert whole.pixels[start : start + 720] == part.pixels[y * 720 : y * 720 + 720]

    @pytest.mark.parametrize("turn", [0, 90, 180, 270])
    def test_of_a_page_in_another_unit_too(self, turn):
        with open_document(pdf(crop=(-10, 30, 360, 450), more=f"/Rotate {turn} /UserUnit 2"), "pdf") as document:
            page = document.load_page(0)
            whole, part = page_picture(page, 1, 0, None), page_picture(page, 1, 0, (100_000, 450_000, 300_000, 500_000))
        assert (part.width, part.height) == (200, 50)
        assert min(part.pixels) == 0
        for y in range(50):
            start = ((450 + y) * whole.width + 100) * 3
            assert whole.pixels[start : start + 600] == part.pixels[y * 600 : y * 600 + 600]

    def test_a_part_reaches_no_further_than_the_page(self):
        part = self.drawn(1, clip=(-50_000, 400_000, 100_000, 900_000))
        assert (part.width, part.height) == (100, 100)

    def test_one_too_large_to_hold_is_refused_though_a_part_of_it_is_not(self):
        with pytest.raises(UnreadableError, match="memory"):
            self.drawn(1000)
        assert self.drawn(100, clip=(0, 0, 10_000, 10_000)).width == 1000

    def test_nothing_is_refused(self):
        with pytest.raises(UnreadableError):
            self.drawn(1, clip=(500_000, 0, 600_000, 100_000))
