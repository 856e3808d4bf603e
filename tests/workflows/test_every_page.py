"""A property of every page of every PDF of the corpus: text, boxes, points and the picture agree with each other."""

import re
from dataclasses import dataclass
from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.glyphs import page_size
from commonplace.documents.fixed.opening import open_document
from commonplace.documents.fixed.pagepictures import page_picture
from commonplace.documents.fixed.pdf import read_pdf
from core.points import PagePoints

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "pdf"
PASSWORD = "openpassword"
ZOOM = 1.5
SAME_PLACE = 500

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda path: path.stem)
def test_text_boxes_points_and_picture_agree(path):
    data = path.read_bytes()
    layer = read_pdf(data, PASSWORD, lambda _done, _total: None)
    with open_document(data, "pdf", PASSWORD) as document:
        for index, place in enumerate(layer.pages):
            page, text = document.load_page(index), layer.text[place.start : place.end]
            boxes = page_boxes(page, text)
            size = page_size(page, page.rotation)
            assert (place.width, place.height) == tuple(round(length * 1000) for length in size)
            assert len(boxes) == (len(text) if text.strip() else len(boxes))
            assert not list(without_place(place, text, boxes)), f"page {index + 1}"
            assert not list(not_found_again(text, boxes)), f"page {index + 1}"
            assert not list(blank_words(page, text, boxes)), f"page {index + 1}"


def without_place(page, text, boxes):
    """Yield the characters whose box has no area or lies off the page."""
    for at, (char, (x0, y0, x1, y1)) in enumerate(zip(text, boxes, strict=False)):
        on_page = x1 >= 0 and y1 >= 0 and x0 <= page.width and y0 <= page.height
        if not char.isspace() and not (x0 < x1 and y0 < y1 and on_page):
            yield at, char


def not_found_again(text, boxes):
    """Yield the characters that the middle of their own box does not give back, nor one at the same place."""
    points = PagePoints(text, boxes)
    for at, char in enumerate(text):
        if char.isspace():
            continue
        x, y = middle(boxes[at])
        found = points.offset(x, y)
        if found == at:
            continue
        other_x, other_y = middle(boxes[found])
        if abs(other_x - x) > SAME_PLACE or abs(other_y - y) > SAME_PLACE:
            yield at, char, text[found]


def middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def blank_words(page, text, boxes):
    """Yield the words inside whose boxes the picture has one colour only, though they are drawn to be seen."""
    picture = page_picture(page, ZOOM, 0, None)
    drawn = None
    for word in re.finditer(r"\S+", text):
        own = boxes[word.start() : word.end()]
        ground = ground_of(picture, own)
        if ground is not None:
            drawn = drawn or Drawn.of(page)
            if any(drawn.shows(box, ground) for box in own):
                yield word[0]


def ground_of(picture, boxes):
    """Return the one colour that the picture has inside some boxes; None where it has several."""
    ground = None
    for box in boxes:
        x0, y0, x1, y1 = (int(edge * ZOOM / 1000) for edge in box)
        left, right = max(x0, 0), min(x1 + 1, picture.width)
        for y in range(max(y0, 0), min(y1 + 1, picture.height)):
            row = picture.pixels[(y * picture.width + left) * 3 : (y * picture.width + right) * 3]
            ground = ground or row[:3]
            if row != ground * (right - left):
                return None
    return ground


@dataclass
class Drawn:
    """What MuPDF draws on a page, in order: how each character is inked, and what is laid over it."""

    characters: list
    laid: list

    @classmethod
    def of(cls, page):
        characters = [(pymupdf.Rect(bbox), span) for span in page.get_texttrace() for _, _, _, bbox in span["chars"]]
        laid = [(kind, pymupdf.Rect(bbox)) for kind, bbox in page.get_bboxlog()]
        return cls(characters, laid)

    def shows(self, box, ground):
        """Return whether what is drawn in a box is there to be seen: inked, not in the ground's colour, uncovered."""
        place = pymupdf.Rect(*(edge / 1000 for edge in box))
        spans = [span for bbox, span in self.characters if (bbox & place).get_area() > 0]
        hidden = [
            span["type"] == 3 or span["opacity"] == 0 or colour_of(span) == ground or self.covers(span["seqno"], place)
            for span in spans
        ]
        return not hidden or not all(hidden)

    def covers(self, number, place):
        return any(
            kind in ("fill-path", "fill-image", "fill-shade") and place in bbox
            for kind, bbox in self.laid[number + 1 :]
        )


def colour_of(span):
    colour = span["color"]
    if len(colour) == 1:
        colour = colour * 3
    return bytes(round(part * 255) for part in colour[:3])
