import base64
import plistlib

import pytest

from commonplace.citations.linking import doi_of, file_name, file_paths, folded_title, normal_doi


@pytest.mark.parametrize(
    ("raw", "paths"),
    [
        (":Fen2010 - Level.pdf:PDF", ["Fen2010 - Level.pdf"]),
        ("HKO2007.pdf:HKO2007.pdf:PDF", ["HKO2007.pdf"]),
        ("plain.pdf", ["plain.pdf"]),
        ("a.pdf;b.pdf", ["a.pdf", "b.pdf"]),
        (r"desc\:x:dir/a\;b.pdf:PDF;:c.epub:ePUB", ["dir/a;b.pdf", "c.epub"]),
        (r":c\:\\docs\\x.pdf:PDF", [r"c:\docs\x.pdf"]),
        (r":c:\docs\x.pdf:PDF", [r"c:\docs\x.pdf"]),
        (r"C:\docs\x.pdf", [r"C:\docs\x.pdf"]),
        ("/home/me/x.pdf", ["/home/me/x.pdf"]),
        ("/home/me/x.pdf:PDF", ["/home/me/x.pdf"]),
        ("Text:files/1/n.pdf:application/pdf;Page:files/2/a.html:text/html", ["files/1/n.pdf", "files/2/a.html"]),
        (":Users/me/a.pdf:pdf", ["Users/me/a.pdf"]),
        (r":C$\backslash$:/x/a\_b.pdf:pdf", ["C:/x/a_b.pdf"]),
        (r"Test:Q\:\\x\\y.pdf:pdf", [r"Q:\x\y.pdf"]),
        (":a&#44;b.pdf:PDF", ["a,b.pdf"]),
        ("https://x.org/a.pdf", []),
        (":https\\://x.org/a.pdf:PDF", []),
        ("x:a.pdf:PDF:https\\://x.org/a.pdf", ["a.pdf"]),
        ("防衛白書:資料/白書.pdf:PDF", ["資料/白書.pdf"]),
        ("", []),
        (";;:", []),
    ],
)  # fmt: skip
def test_file_fields_of_every_writer(raw, paths):
    assert file_paths({"file": raw}) == paths


def test_other_fields_that_name_files():
    bookmark = base64.b64encode(plistlib.dumps({"relativePath": "Papers/a.pdf"})).decode()

    assert file_paths({"pdf": "p.pdf", "path": "q/r.pdf"}) == ["p.pdf", "q/r.pdf"]
    assert file_paths({"pdf": "http://x.org/p.pdf"}) == []
    assert file_paths({"local-url": "file://localhost/Users/me/a%20b.pdf"}) == ["/Users/me/a b.pdf"]
    assert file_paths({"bdsk-file-1": bookmark, "bdsk-file-2": "no bookmark"}) == ["Papers/a.pdf"]


@pytest.mark.parametrize("path", ["a/b/x.pdf", r"C:\b\x.pdf", "x.pdf"])
def test_the_name_in_a_path(path):
    assert file_name(path) == "x.pdf"


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/AbC_1",
        "https://doi.org/10.1000/abc_1",
        "http://dx.doi.org/10.1000/ABC_1",
        "doi:10.1000/abc_1",
        "DOI 10.1000/abc_1",
        r"10.1000/abc\_1",
    ],
)
def test_dois_are_one_whatever_their_form(text):
    assert normal_doi(text) == "10.1000/abc_1"


def test_what_is_no_doi():
    assert normal_doi("https://x.org/10.1000/a") == ""
    assert doi_of({"url": "https://doi.org/10.1000/A"}) == "10.1000/a"
    assert doi_of({"doi": "n/a"}) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{Japan's} Counter-Strike", "Japan’s counter-strike"),
        (r"{\"U}ber die M{\"a}chte", "Über die Mächte"),
        ("ＦＯＩＰの　展望", "FOIPの展望"),
        ("Two--Way: Street", "two-way street"),
        ("e\u0301tude", "étude"),
    ],
)
def test_titles_that_are_one(one, other):
    assert folded_title(one) == folded_title(other) != ""


def test_titles_that_are_not():
    assert folded_title("ハート") != folded_title("バート")
    assert folded_title("") == folded_title("!") == ""
    assert folded_title("A–B") == "ab"
