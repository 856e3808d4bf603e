"""PDF files: the engine's own text page by page, printed labels, sizes, and what is wrong with a file."""

from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.fixed.columns import looks_vertical
from commonplace.documents.fixed.pdf import fit_for_axis, read_pdf
from commonplace.documents.reader import read_file
from commonplace.documents.reading import ReadRequest, UnreadableError

CORPUS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus" / "pdf"


def nothing(done, total):
    pass


def made(*pages, save=None, info=None, labels=None):
    with pymupdf.open() as document:
        for text in pages:
            document.new_page().insert_text((72, 72), text)
        if info:
            document.set_metadata(info)
        if labels:
            document.set_page_labels(labels)
        return document.tobytes(**(save or {}))


def failure(data, password=""):
    with pytest.raises(UnreadableError) as raised:
        read_pdf(data, password, nothing)
    return raised.value.failure


def test_pages_follow_each_other_on_one_axis():
    read = read_pdf(made("one", "two"), "", nothing)
    assert read.text == "one\ntwo\n"
    assert [(page.label, page.start, page.end) for page in read.pages] == [("", 0, 4), ("", 4, 8)]


def test_an_empty_page_has_no_text():
    read = read_pdf(made("one", "", "two"), "", nothing)
    assert read.text == "one\ntwo\n"
    assert (read.pages[1].start, read.pages[1].end) == (4, 4)


def test_a_file_without_text_is_kept_and_said():
    read = read_pdf(made(""), "", nothing)
    assert read.text == ""
    assert read.remark == "no text layer"


def test_sizes_are_those_of_the_unrotated_crop_box_in_thousandths():
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=600)
        page.set_cropbox(pymupdf.Rect(10, 20, 310, 520.5))
        page.set_rotation(90)
        data = document.tobytes()
    (page,) = read_pdf(data, "", nothing).pages
    assert (page.width, page.height, page.rotation) == (300_000, 500_500, 90)


def test_labels_are_the_files_own():
    rules = [{"startpage": 0, "style": "r"}, {"startpage": 2, "prefix": "第–", "style": "D", "firstpagenum": 5}]
    read = read_pdf(made("a", "b", "c", labels=rules), "", nothing)
    assert [page.label for page in read.pages] == ["i", "ii", "第–5"]


def test_the_axis_holds_no_zero_bytes_and_ends_each_page_with_a_newline():
    assert fit_for_axis("a\x00b\ud800c\rd") == "a\ufffdb\ufffdc\nd\n"
    assert fit_for_axis("") == ""
    assert fit_for_axis("ﬁ 𠮷\n") == "ﬁ 𠮷\n"


class TestPasswords:
    data = made("secret", save={"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "open", "owner_pw": "own"})

    def test_without_one_the_file_is_not_opened(self):
        assert failure(self.data).code == "encrypted"
        assert "--password" in failure(self.data).reason

    def test_a_wrong_one_does_not_open_it(self):
        assert failure(self.data, "shut").code == "encrypted"

    def test_the_right_one_does(self):
        assert read_pdf(self.data, "open", nothing).text == "secret\n"

    def test_a_file_that_only_restricts_its_use_needs_none(self):
        data = made("open", save={"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "", "owner_pw": "own"})
        assert read_pdf(data, "", nothing).text == "open\n"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 9, b"%PDF-1.4\n%%EOF"])
def test_a_ruined_file_is_damaged(data):
    assert failure(data).code == "damaged"


def test_a_file_cut_off_gives_what_it_has_or_a_reason():
    data = made(*"abcdef")
    for cut in range(20, len(data), 97):
        try:
            assert read_pdf(data[:cut], "", nothing).pages
        except UnreadableError as error:
            assert error.failure.code == "damaged"


CYCLE = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R/PageLabels 4 0 R>> endobj
2 0 obj <</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>> endobj
4 0 obj <</Kids[4 0 R]>> endobj
trailer <</Root 1 0 R>>
"""
CROWD = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1000000/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>> endobj
trailer <</Root 1 0 R>>
"""


@pytest.mark.parametrize("data", [CYCLE, CROWD], ids=["cycle", "a million pages claimed"])
def test_a_hostile_page_tree_comes_to_an_end(data):
    try:
        assert len(read_pdf(data, "", nothing).pages) < 1000
    except UnreadableError as error:
        assert error.failure.code == "damaged"


class TestMetadata:
    def found(self, info, *lines, size=24):
        with pymupdf.open() as document:
            page = document.new_page()
            for number, line in enumerate(lines):
                page.insert_text((72, 72 + 40 * number), line, fontsize=size if number == 0 else 11)
            document.set_metadata(info)
            entries = read_pdf(document.tobytes(), "", nothing).found
        values = {}
        for entry in sorted(entries, key=lambda entry: -entry.sure):
            values.setdefault(entry.field, []).append(entry.value)
        return values

    BODY = (
        "It is a matter of some weight that the body of a page is",
        "longer than its title, as it is here and elsewhere.",
    )

    def test_the_largest_type_is_the_title(self):
        assert self.found({}, "A Larger Matter", *self.BODY)["title"] == ["A Larger Matter"]

    @pytest.mark.parametrize(
        "junk", ["Microsoft Word - draft3.doc", "untitled", "report.indd", "LaTeX with hyperref", "C:\\a.doc"]
    )
    def test_what_a_program_left_is_no_title(self, junk):
        assert self.found({"title": junk}, "A Larger Matter", *self.BODY)["title"] == ["A Larger Matter"]

    def test_a_stale_title_gives_way_to_the_printed_one(self):
        assert self.found({"title": "Template of 2009"}, "A Larger Matter", *self.BODY)["title"][0] == "A Larger Matter"

    def test_authors_of_the_information_dictionary(self):
        found = self.found({"author": "Jane Doe; Roe, John"}, "A Larger Matter", *self.BODY)
        assert found["author"] == ["Doe, Jane", "Roe, John"]

    @pytest.mark.parametrize("junk", ["user", "Administrator", "HP", "a@example.org", "Microsoft Office User"])
    def test_an_account_is_no_author(self, junk):
        assert "author" not in self.found({"author": junk}, "A Larger Matter", *self.BODY)

    def test_a_byline_and_a_dateline_on_the_first_page(self):
        found = self.found({}, "A Larger Matter", "By Jane Doe", "6 April 2016", *self.BODY)
        assert found["author"] == ["Doe, Jane"]
        assert found["date"] == ["2016-04-06"]

    def test_the_day_a_file_was_made_is_a_weak_hint(self):
        with pymupdf.open(stream=made("a", info={"creationDate": "D:20160406120000+09'00'"})) as document:
            (date,) = [f for f in read_pdf(document.tobytes(), "", nothing).found if f.field == "date"]
        assert (date.value, date.sure) == ("2016-04-06", 20)

    def test_a_doi(self):
        assert self.found({}, "A Larger Matter", "https://doi.org/10.1234/ab.(5)6.", *self.BODY)["doi"] == [
            "10.1234/ab.(5)6"
        ]


def corpus_files():
    return sorted(CORPUS.glob("*.pdf")) if CORPUS.is_dir() else []


@pytest.mark.corpus
@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem)
def test_real_files_agree_with_the_engine(path):
    password = "openpassword" if "password" in path.name else ""
    reading = read_file(ReadRequest(path, password=password), nothing)
    layer = reading.layer
    with pymupdf.open(path) as document:
        document.authenticate(password)
        for page, ours in zip(document, layer.pages, strict=True):
            fast = page.get_text("text")
            read = layer.text[ours.start : ours.end]
            assert looks_vertical(fast) or sorted(read.split("\n")) == sorted(fit_for_axis(fast).split("\n"))
            assert ours.label == page.get_label()
            assert (ours.width, ours.height) == (round(page.cropbox.width * 1000), round(page.cropbox.height * 1000))
    assert "".join(layer.text[page.start : page.end] for page in layer.pages) == layer.text


def test_a_file_whose_end_is_missing_is_told_of():
    whole = made(*(f"page {number} " + "of many words " * 40 for number in range(12)), save={"deflate": False})
    read = read_pdf(whole[: len(whole) // 2], "", nothing)
    held = [page.end > page.start for page in read.pages]
    assert held == sorted(held, reverse=True)
    assert f"its last {held.count(False)} pages are empty" in read.remark
