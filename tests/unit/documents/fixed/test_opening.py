"""Every kind with fixed pages: what of it becomes a layer, and what is refused before it is unpacked."""

import struct
import zlib
from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.opening import fixed_kind, open_document
from commonplace.documents.fixed.pdf import read_fixed
from commonplace.documents.reading import UnreadableError

XPS = "http://schemas.microsoft.com/xps/2005/06"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def nothing(done, total):
    pass


def png(width=300, height=200, dpi=150):
    """Return a grey picture; one that is too large to make has no more than a header."""
    rows = (b"\x00" + b"\x80" * width) * height if width * height < 10**6 else b""
    per_metre = round(dpi / 0.0254)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def tiff(sizes, order="<"):
    """Return an uncompressed TIFF of grey pages at 200 dpi."""
    out = bytearray(b"II*\0\0\0\0\0" if order == "<" else b"MM\0*\0\0\0\0")
    link = 4
    for width, height in sizes:
        pixels = len(out)
        out += b"\x90" * min(width * height, 10**6)
        struct.pack_into(f"{order}I", out, link, len(out))
        entries = [
            (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, pixels), (277, 3, 1),
            (278, 4, height), (279, 4, min(width * height, 10**6)),
            (282, 5, len(out) + 138), (283, 5, len(out) + 138),
        ]  # fmt: skip
        out += struct.pack(f"{order}H", len(entries))
        for tag, form, value in entries:
            packed = struct.pack(f"{order}HH", value, 0) if form == 3 else struct.pack(f"{order}I", value)
            out += struct.pack(f"{order}HHI", tag, form, 1) + packed
        link = len(out)
        out += struct.pack(f"{order}III", 0, 200, 1)
    return bytes(out)


def bmp(width=300, height=200):
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 11811, 11811, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + header + bytes(width * 3 * height)


def gif(frames):
    """Return a picture of 8 × 4 points, or several that a viewer shows one after the other."""
    codes = [code for pair in range(16) for code in (4, 0, 0)] + [5]
    bits = sum(code << 3 * place for place, code in enumerate(codes))
    data = bits.to_bytes((3 * len(codes) + 7) // 8, "little")
    frame = b"," + struct.pack("<HHHHB", 0, 0, 8, 4, 0) + b"\x02" + bytes([len(data)]) + data + b"\x00"
    return b"GIF89a" + struct.pack("<HHBBB", 8, 4, 0x80, 0, 0) + b"\x00\x00\x00\xff\xff\xff" + frame * frames + b";"


def jpeg(dpi=150):
    pixmap = pymupdf.Pixmap(png())
    pixmap.set_dpi(dpi, dpi)
    return pixmap.tobytes("jpg")


@pytest.fixture
def xps(zipped):
    def pack(*texts):
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="R" '
            f'Type="{XPS}/fixedrepresentation" Target="/FixedDocSeq.fdseq"/></Relationships>',
            "FixedDocSeq.fdseq": f'<FixedDocumentSequence xmlns="{XPS}"><DocumentReference Source="/1/Doc.fdoc"/>'
            "</FixedDocumentSequence>",
            "1/Doc.fdoc": f'<FixedDocument xmlns="{XPS}">'
            + "".join(f'<PageContent Source="{number}.fpage"/>' for number in range(len(texts)))
            + "</FixedDocument>",
            "font.ttf": pymupdf.Font("helv").buffer,
        }
        for number, text in enumerate(texts):
            parts[f"1/{number}.fpage"] = (
                f'<FixedPage xmlns="{XPS}" Width="800" Height="1000"><Glyphs Fill="#ff000000" FontUri="/font.ttf" '
                f'FontRenderingEmSize="16" OriginX="96" OriginY="96" UnicodeString="{text}"/></FixedPage>'
            )
        return zipped(parts)

    return pack


def sizes(extracted):
    return [(page.width, page.height) for page in extracted.pages]


def test_an_xps_document_has_text_on_pages_and_boxes(xps):
    data = xps("First page", "Second one")
    read = read_fixed(data, "xps", "", nothing)

    assert (read.kind, read.text) == ("xps", "First page\nSecond one\n")
    assert sizes(read) == [(600_000, 750_000)] * 2
    with open_document(data, "xps") as document:
        boxes = page_boxes(document.load_page(1), "Second one\n")
    assert [box[0] for box in boxes[:6]] == sorted({box[0] for box in boxes[:6]})
    assert boxes[0][0] == pytest.approx(72_000, abs=1000)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(), [(144_000, 96_000)]),
        (jpeg(), [(144_000, 96_000)]),
        (tiff([(300, 200), (200, 300)]), [(108_000, 72_000), (72_000, 108_000)]),
        (tiff([(300, 200)] * 3, ">"), [(108_000, 72_000)] * 3),
        (bmp(), [(72_241, 48_161)]),
        (gif(1), [(6_000, 3_000)]),
    ],
    ids=["png", "jpeg", "tiff of two pages", "tiff of the other byte order", "bmp", "gif"],
)
def test_a_picture_has_pages_of_its_size_and_no_text(data, size):
    read = read_fixed(data, "image", "", nothing)

    assert (read.kind, read.text, read.remark) == ("image", "", "no text layer")
    assert sizes(read) == size


def test_a_picture_that_moves_is_one_page():
    assert len(read_fixed(gif(3), "image", "", nothing).pages) == 1


@pytest.mark.parametrize("data", [png(100_000, 100_000), tiff([(300, 200), (100_000, 40_000)])], ids=["png", "tiff"])
def test_a_picture_too_large_to_show_is_refused_by_its_header(data, zipped):
    with pytest.raises(UnreadableError, match="100,000 ×") as refused:
        open_document(data, "image")
    assert refused.value.failure.code == "too-large"
    with pytest.raises(UnreadableError, match="100,000 ×"):
        open_document(zipped({"1.png": png(), "2.png": data}), "cbz")


def test_a_comic_book_is_read_in_the_order_a_person_counts(zipped):
    members = {
        "Vol 1/p10.png": png(300, 100), "Vol 1/P2.jpg": jpeg(), "Vol 1/p1.png": png(100, 100), "Vol 1/notes.txt": b"",
        "__MACOSX/Vol 1/._p1.png": b"junk", "Vol 1/.hidden.png": b"junk", "Vol 1/Thumbs.db": b"junk",
    }  # fmt: skip
    read = read_fixed(zipped(members), "cbz", "", nothing)

    assert sizes(read) == [(48_000, 48_000), (144_000, 96_000), (144_000, 48_000)]
    assert (read.kind, read.remark) == ("cbz", "no text layer")


def test_a_damaged_page_of_a_comic_book_keeps_its_place(zipped):
    read = read_fixed(zipped({"1.png": png(), "2.png": b"junk", "3.png": png()}), "cbz", "", nothing)

    assert sizes(read) == [(144_000, 96_000), (0, 0), (144_000, 96_000)]
    assert "1 pages are damaged" in read.remark


def test_a_page_of_a_comic_book_may_lie_about_its_form(zipped):
    assert sizes(read_fixed(zipped({"1.jpg": png(), "2.png": jpeg()}), "cbz", "", nothing)) == [(144_000, 96_000)] * 2


@pytest.mark.parametrize("kind", ["xps", "cbz"])
def test_a_zip_that_unpacks_without_end_is_refused(kind, zipped):
    with pytest.raises(UnreadableError) as refused:
        open_document(zipped({"1.png": bytes(64 << 20)}), kind)
    assert refused.value.failure.code == "too-large"


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"PK\x03\x04 and no more", "cbz", "damaged"),
        (b"PK\x03\x04 and no more", "xps", "damaged"),
        (png()[:20], "image", "damaged"),
        (b"II*\x00" + b"\xff" * 40, "image", "damaged"),
        (b"junk", "pdf", "damaged"),
    ],
)
def test_what_is_damaged_is_refused_with_a_reason(data, kind, code):
    with pytest.raises(UnreadableError) as refused:
        read_fixed(data, kind, "", nothing)
    assert refused.value.failure.code == code


def test_another_zip_is_no_xps_document_by_its_name(zipped):
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    for members in ({"word/document.xml": body, "[Content_Types].xml": "<Types/>"}, {"1.png": png()}):
        with pytest.raises(UnreadableError) as refused:
            open_document(zipped(members), "xps")
        assert refused.value.failure.code == "damaged"


def test_a_comic_book_without_pictures_is_refused(zipped):
    with pytest.raises(UnreadableError, match="holds no pictures"):
        open_document(zipped({"notes.txt": b"None"}), "cbz")


def test_a_stored_file_is_opened_by_what_it_is(tmp_path, zipped, xps):
    for name, data, kind in (
        ("document.image", png(), "image"),
        ("document.cbz", zipped({"1.png": png()}), "cbz"),
        ("document.xps", xps("Words"), "xps"),
    ):
        path = Path(tmp_path / name)
        path.write_bytes(data)
        assert fixed_kind(path, path.read_bytes()) == kind
        with open_document(data, kind) as document:
            assert document.page_count == 1
    (tmp_path / "a.txt").write_text("Words")
    with pytest.raises(UnreadableError, match="no pages"):
        fixed_kind(tmp_path / "a.txt", b"Words")
