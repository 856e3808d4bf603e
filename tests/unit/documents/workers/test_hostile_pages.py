"""PDFs that claim too much: pages, pixels, depth, length.  Each is read or refused, soon and within the limits."""

import time
import zlib

import pytest

from commonplace.documents.reading import ReadRequest
from commonplace.documents.workers.pool import DocumentWorkers

SECONDS = 30.0
REFUSED = {"damaged", "too-large", "too-slow", "memory", "no-text"}


def pdf(*objects):
    """Put numbered objects together into a file; the first is the catalog."""
    data, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    listed = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        listed,
        len(objects) + 1,
        len(data),
    )


def stream(content, more=b""):
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), more, packed)


FONT = b"<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
WORDS = b"BT /F 12 Tf 72 700 Td (Words that anybody may read.) Tj ET "


def page(content=b"4 0 R", resources=FONT, more=b""):
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources %s/Contents %s%s>>" % (resources, content, more)


def one_page(content, resources=FONT, *others):
    return pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page(resources=resources), stream(content), *others)


def read(data, tmp_path, **options):
    (tmp_path / "hostile.pdf").write_bytes(data)
    begun = time.monotonic()
    with DocumentWorkers(1, **options) as workers:
        (result,) = workers.read([ReadRequest(tmp_path / "hostile.pdf")])
    assert time.monotonic() - begun < SECONDS
    if result.failure:
        assert result.failure.reason.endswith(".")
        assert result.failure.code in REFUSED, result.failure
        return result.failure.code
    return result.reading.layer


def is_read(outcome):
    return not isinstance(outcome, str) and "Words that anybody may read." in outcome.text


def test_the_frame_of_these_files_is_sound(tmp_path):
    assert is_read(read(one_page(WORDS), tmp_path))


@pytest.mark.parametrize("count", [-1, 1_000_000, 2_147_483_647, 10**30])
def test_a_count_of_pages_that_are_not_there(tmp_path, count):
    outcome = read(
        pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count, page(), stream(WORDS)),
        tmp_path,
    )
    assert isinstance(outcome, str) or len(outcome.pages) < 100


def test_a_million_pages_that_are_one(tmp_path):
    """A tree whose branches meet again: six levels of ten, each of which is the same."""
    levels = [b"<</Type/Pages/Parent 2 0 R/Count %d/Kids[%s]>>" % (10 ** (7 - level), b"%d 0 R " % (level + 3) * 10)
              for level in range(2, 7)]  # fmt: skip
    root = b"<</Type/Pages/Count 1000000/Kids[%s]>>" % (b"5 0 R " * 10)
    outcome = read(pdf(CATALOG, root, b"null", stream(WORDS), *levels, page()), tmp_path)
    assert isinstance(outcome, str) or is_read(outcome)


def test_pages_that_hold_themselves(tmp_path):
    outcome = read(pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 5>>", page(), stream(WORDS)), tmp_path)
    assert isinstance(outcome, str) or is_read(outcome)


def test_a_picture_of_ten_thousand_million_pixels(tmp_path):
    size = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    resources = FONT[:-2] + b"/XObject<</I 5 0 R>>>>"
    hostile = one_page(WORDS + b"q 600 0 0 600 0 0 cm /I Do Q", resources, stream(b"\0" * 1_000_000, size))
    assert is_read(read(hostile, tmp_path))


@pytest.mark.parametrize("nested", [b"[", b"<</A", b"(", b"<<", b"[<</K"])
def test_objects_in_objects(tmp_path, nested):
    hostile = pdf(
        b"<</Type/Catalog/Pages 2 0 R/Deep %s>>" % (nested * 1_000_000),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page(),
        stream(WORDS),
    )
    outcome = read(hostile, tmp_path)
    assert isinstance(outcome, str) or is_read(outcome) or outcome.text == ""


@pytest.mark.parametrize("content", [b"q " * 1_000_000, b"/P BMC " * 1_000_000, b"BT " * 1_000_000, b"[" * 1_000_000])
def test_a_page_of_nothing_but_beginnings(tmp_path, content):
    outcome = read(one_page(WORDS + content), tmp_path)
    assert outcome == "damaged" or is_read(outcome)


def test_a_drawing_that_draws_itself(tmp_path):
    resources = FONT[:-2] + b"/XObject<</X 5 0 R>>>>"
    form = stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources " + resources)
    assert is_read(read(one_page(WORDS + b"/X Do", resources, form), tmp_path))


@pytest.mark.slow
def test_drawings_that_draw_ten_of_the_next(tmp_path):
    """Ten to the ninth drawings in nine short objects: given up after the time for one page."""
    forms = [
        stream(
            b"/X Do " * 10 if level < 8 else WORDS,
            b"/Type/XObject/Subtype/Form/BBox[0 0 999 999]/Resources "
            + (FONT[:-2] + b"/XObject<</X %d 0 R>>>>" % (level + 6)),
        )
        for level in range(9)
    ]
    hostile = one_page(WORDS + b"/X Do", FONT[:-2] + b"/XObject<</X 5 0 R>>>>", *forms)
    assert read(hostile, tmp_path) in REFUSED


@pytest.mark.slow
def test_a_stream_that_unpacks_without_end(tmp_path):
    packed = zlib.compress(zlib.compress(b" " * (1 << 30), 9), 9)
    bomb = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed)
    hostile = pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page(), bomb)
    outcome = read(hostile, tmp_path)
    assert isinstance(outcome, str) or outcome.text == ""


def test_outlines_and_labels_without_end(tmp_path):
    labels = b"/PageLabels<</Nums[%s]>>" % b"".join(b"%d<</S/r/St 2147483647>>" % number for number in range(20_000))
    hostile = pdf(
        b"<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R%s>>" % labels,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page(),
        stream(WORDS),
        b"<</First 6 0 R/Last 6 0 R/Count 9>>",
        b"<</Title(a)/Parent 5 0 R/Next 6 0 R/First 6 0 R/Last 6 0 R>>",
    )
    assert is_read(read(hostile, tmp_path))
