"""Sources whose pages are pictures: brought in, marked by area, cited by page, exported."""

import io
import zipfile

import pymupdf
import pytest


def picture(width, height):
    pixmap = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, width, height))
    pixmap.clear_with(200)
    pixmap.set_dpi(144, 144)
    return pixmap.tobytes("png")


def comic_book():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in (1, 2, 10):
            archive.writestr(f"Vol/p{number}.png", picture(200 + number, 300))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind", "pages"),
    [("map.png", picture(200, 300), "image", 1), ("tale.cbz", comic_book(), "cbz", 3)],
)
def test_a_part_of_a_picture_is_marked_and_cited_by_its_page(library, home, name, content, kind, pages):
    (home / name).write_bytes(content)
    (line,) = library("import", home / name, "--json").json
    assert (line["status"], line["pages"], line["characters"]) == ("imported", pages, 0)
    assert "no text layer" in line["reason"]

    source = line["source"]
    (row,) = [one for one in library("sources", "--json").json if one["id"] == source]
    assert (row["kind"], row["title"]) == (kind, name)
    marked = library("highlight", source, "--area", f"#{pages},10,10,60,40", "--concept", "seen", "--create", "--json")
    assert marked.status == 0
    assert marked.json["locator"] == f"p. {pages}"
    assert library("export", "--concept", "seen", "--format", "md", "-o", home / "notes.md").status == 0
    assert f"p. {pages}]" in (home / "notes.md").read_text("utf-8")
