"""Scanned pages from the terminal: recognised, quoted, marked, taken back."""

from hashlib import sha256
from zipfile import ZipFile

import pymupdf
import pytest

pytestmark = pytest.mark.ocr

ENGLISH = "The government adopted three documents"
JAPANESE = "政府は反撃能力の保有を明記した"
SIZE = 14


def drawn(*lines, font="tiro"):
    """Return a document of one small page with lines of text."""
    document = pymupdf.open()
    page = document.new_page(width=330, height=110)
    for number, line in enumerate(lines):
        page.insert_text((30, 40 + 30 * number), line, fontname=font, fontsize=SIZE)
    return document


def downwards(text):
    """Return a document of one page with text in columns from right to left."""
    document = pymupdf.open()
    page = document.new_page(width=200, height=300)
    writer = pymupdf.TextWriter(page.rect)
    for number, char in enumerate(text):
        column, row = divmod(number, 23)
        writer.append((150 - 19 * column, 40 + 11 * row), char, font=pymupdf.Font("cjk"), fontsize=10.5)
    writer.write_text(page)
    return document


def scan(path, document, *, of_its_own=None):
    """Write pictures of a document's pages to a PDF, and behind them a page with text of its own."""
    pictures = pymupdf.open()
    for page in document:
        sheet = pictures.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, pixmap=page.get_pixmap(dpi=300, alpha=False))
    if of_its_own:
        pictures.new_page().insert_text((72, 72), of_its_own)
    pictures.save(path)
    return path


def covers(box, place, *, upright=True):
    """Say whether a box lies on what is drawn at a place, whose height is the font's and not the letters'."""
    along, across = (0, 2), (1, 3)
    if not upright:
        along, across = across, along
    ends = all(abs(box[edge] - place[edge]) < 3 for edge in along)
    return ends and place[across[0]] - 4 < box[across[0]] < box[across[1]] < place[across[1]] + 4


@pytest.fixture
def brought_in(cli, tmp_path, monkeypatch):
    """Bring a file into a library of its own; return its key."""
    monkeypatch.setenv("COMMONPLACE_LIBRARY", str(tmp_path / "scans.commonplace"))
    assert cli("new").status == 0

    def bring(path):
        (line,) = cli("import", path, "--json").json
        return line["citekey"]

    return bring


def the_box(cli, key, words):
    text = cli("text", key, "--json").json["text"]
    start = text.index(words)
    (box,) = cli("boxes", key, start, start + len(words), "--json").json
    return box["x0"], box["y0"], box["x1"], box["y1"]


def test_a_scan_is_read_quoted_and_marked_and_its_file_stays(cli, brought_in, tmp_path):
    page = drawn(ENGLISH, "and explained them at length.")
    path = scan(tmp_path / "scan.pdf", page)
    before = sha256(path.read_bytes()).hexdigest()
    key = brought_in(path)

    done = cli("ocr", key, "--json").json

    assert cli("text", key).out == f"{ENGLISH}\nand explained them at length.\n"
    assert (done["pages"], done["characters"], done["failed"]) == (1, 69, [])
    assert done["languages"] == ["eng", "jpn"]
    assert cli("highlight", key, "--quote", "adopted three documents and explained", "--json").status == 0
    assert cli("search", "explained", "--json").json[0]["page"] == "1"
    assert covers(the_box(cli, key, "government"), page[0].search_for("government")[0])
    assert sha256(path.read_bytes()).hexdigest() == before


def test_undo_takes_the_recognised_text_back(cli, brought_in, tmp_path):
    key = brought_in(scan(tmp_path / "scan.pdf", drawn(ENGLISH)))
    cli("ocr", key, "--language", "eng")

    assert "Recognise the text of scan.pdf" in cli("undo").out
    assert cli("text", key).out == ""
    assert cli("redo").status == 0
    assert cli("text", key).out == f"{ENGLISH}\n"
    assert cli("check").status == 0


def test_what_was_recognised_is_not_recognised_again(cli, brought_in, tmp_path):
    key = brought_in(scan(tmp_path / "scan.pdf", drawn(ENGLISH)))
    first = cli("ocr", key, "--language", "eng", "--json").json

    again = cli("ocr", key, "--language", "eng")

    assert (again.status, again.out) == (0, "")
    assert "already" in again.err
    assert cli("ocr", key, "--json").json["layer"] == first["layer"]


def test_pages_with_text_keep_it(cli, brought_in, tmp_path):
    key = brought_in(scan(tmp_path / "mixed.pdf", drawn(ENGLISH), of_its_own="A page of its own: l1 I| rn."))

    done = cli("ocr", key, "--language", "eng", "--json").json

    assert done["pages"] == 1
    assert cli("text", key).out == f"{ENGLISH}\nA page of its own: l1 I| rn.\n"
    text = cli("text", key, "--json").json["text"]
    start = text.index("own")
    assert [box["page"] for box in cli("boxes", key, start, start + 3, "--json").json] == [2]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(cli, brought_in, tmp_path, rotation):
    page = drawn(ENGLISH)
    flat = pymupdf.open()
    width, height = (330, 110) if rotation == 180 else (110, 330)
    sheet = flat.new_page(width=width, height=height)
    sheet.insert_image(sheet.rect, pixmap=page[0].get_pixmap(dpi=200, alpha=False), rotate=rotation)
    sheet.set_rotation(rotation)
    derotation = sheet.derotation_matrix
    path = tmp_path / "turned.pdf"
    flat.save(path)
    key = brought_in(path)

    cli("ocr", key, "--language", "eng")

    assert cli("text", key).out == f"{ENGLISH}\n"
    place = (page[0].search_for("government")[0] * derotation).normalize()
    assert covers(the_box(cli, key, "government"), place, upright=rotation == 180)


def test_japanese_is_read_without_blanks(cli, brought_in, tmp_path):
    page = drawn(JAPANESE, font="japan")
    key = brought_in(scan(tmp_path / "japanese.pdf", page))

    cli("ocr", key)

    assert cli("text", key).out == f"{JAPANESE}\n"
    assert cli("search", "反撃能力", "--json").json
    assert covers(the_box(cli, key, JAPANESE), page[0].search_for(JAPANESE)[0])


def test_vertical_japanese_is_read_column_by_column(cli, brought_in, tmp_path):
    text = f"{JAPANESE}。専守防衛の考え方は変わらないと説明されている。"
    key = brought_in(scan(tmp_path / "vertical.pdf", downwards(text)))

    done = cli("ocr", key, "--json").json

    first, second = cli("text", key).out.splitlines()
    assert first.startswith("政府は反撃能力の保有を明記し")
    assert second == text[23:]
    assert "jpn_vert" in done["languages"]
    left, top, right, bottom = the_box(cli, key, "反撃能力")
    assert (left, right) == pytest.approx((150, 161), abs=6)
    assert (top, bottom) == pytest.approx((64, 107), abs=11)


def test_a_book_of_pictures_is_read(cli, brought_in, tmp_path):
    path = tmp_path / "book.cbz"
    with ZipFile(path, "w") as book:
        book.writestr("1.png", drawn(ENGLISH)[0].get_pixmap(dpi=300, alpha=False).tobytes())
    key = brought_in(path)

    assert cli("ocr", key, "--language", "eng").status == 0
    assert cli("text", key).out == f"{ENGLISH}\n"


@pytest.mark.corpus
@pytest.mark.slow
def test_columns_of_a_real_scan_are_read_one_after_the_other(cli, brought_in, corpus):
    key = brought_in(corpus / "pdf" / "scan-two-column.pdf")

    cli("ocr", key, "--language", "eng")

    text = " ".join(cli("text", key).out.split())
    assert "simply press RECORD and PLAY, then play your MIDI keyboard in time to the Sequencer’s click track." in text
