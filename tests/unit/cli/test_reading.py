"""Sources, their text, their pages, and search, as printed."""

SOURCE = {
    "id", "citekey", "title", "authors", "date", "kind", "pages", "characters", "highlights", "page_labels",
}  # fmt: skip


def test_sources_as_json_have_the_fields_of_the_design(library):
    sources = library("sources", "--json").json
    assert len(sources) == 2
    assert all(set(source) >= SOURCE for source in sources)
    pdf = next(source for source in sources if source["kind"] == "pdf")
    assert (pdf["pages"], pdf["page_labels"], pdf["highlights"]) == (3, ["i", "1", "2"], 0)
    assert pdf["page_label_origins"] == ["file"] * 3


def test_sources_for_people_are_a_table(library):
    answer = library("sources")
    heading, *rows = answer.out.decode().splitlines()
    assert heading.split()[:2] == ["Key", "Title"]
    assert len(rows) == 2
    assert {row.split("  ")[-1].strip() for row in rows} == {"pp. i, 1–2 (file)", "paragraphs"}
    assert answer.err == b""


def test_no_library_yet_reads_as_an_empty_one(run, home):
    answer = run("sources", "--json")
    assert (answer.status, answer.json, answer.err) == (0, [], b"")
    assert not (home / "data").exists()


def test_a_named_library_that_is_missing_is_an_error(run):
    answer = run("--library", "none.commonplace", "sources", "--json")
    assert (answer.status, answer.error["code"]) == (3, "library-missing")


def test_the_environment_names_a_library(library, home, monkeypatch, run):
    monkeypatch.setenv("COMMONPLACE_LIBRARY", str(home / "l.commonplace"))
    assert len(run("sources", "--json").json) == 2


def test_text_is_exactly_the_canonical_text(library, sea):
    answer = library("text", sea)
    assert answer.out == library("text", sea, "--json").json["text"].encode()
    assert "港の町は「自由で開かれた海」を長く語ってきた。𠮷田は" in answer.out.decode()


def test_text_of_a_flowing_document_has_blocks(library, sea):
    found = library("text", sea, "--json").json
    assert set(found) == {"layer", "extractor", "text", "blocks"}
    assert all(set(block) == {"label", "start", "end"} for block in found["blocks"])


def test_text_of_a_fixed_document_has_pages(library, paper):
    found = library("text", paper, "--json").json
    assert [page["label"] for page in found["pages"]] == ["i", "1", "2"]
    assert [(page["origin"], page["file"]) for page in found["pages"]] == [("file", "i"), ("file", "1"), ("file", "2")]
    first = found["pages"][1]
    assert found["text"][first["start"] : first["end"]].encode() == library("text", paper, "--page", "1").out


def test_a_page_is_named_by_label_or_by_number(library, paper):
    assert library("text", paper, "--page", "#2").out == library("text", paper, "--page", "1").out
    assert library("text", paper, "--page", "99").status == 2


def test_an_unknown_source_is_a_wrong_name(library):
    answer = library("text", "nobody", "--json")
    assert (answer.status, answer.error["code"]) == (2, "unknown-source")


def test_a_source_is_named_by_the_beginning_of_its_id(library, sea):
    assert library("text", sea[:6]).out == library("text", sea).out


def test_page_labels_count_on(library, paper):
    assert library("page-label", paper, "#2", "62", "--json").json["page_labels"] == ["i", "62", "63"]
    listed = {source["id"]: source for source in library("sources", "--json").json}
    assert listed[paper]["page_labels"] == ["i", "62", "63"]


def test_page_labels_for_people(library, paper):
    answer = library("page-label", paper, "1", "62")
    assert (answer.status, answer.out.decode().endswith(": pp. i (file), 62–63 (person)\n")) == (0, True)


def test_what_was_said_of_a_page_can_be_taken_back(library, paper):
    library("page-label", paper, "#2", "62")
    said = library("page-label", paper, "#3", "100", "--json").json
    assert (said["page_labels"], said["page_label_origins"]) == (["i", "62", "100"], ["file", "person", "person"])
    pages = library("text", paper, "--json").json["pages"]
    assert [(page["origin"], page["file"]) for page in pages] == [("file", "i"), ("person", "1"), ("person", "2")]

    assert library("page-label", paper, "62", "--clear", "--json").json["page_labels"] == ["i", "1", "100"]
    library("undo")
    assert library("page-label", paper, "#3", "--clear", "--json").json["page_labels"] == ["i", "62", "63"]


def test_only_what_was_said_can_be_taken_back(library, paper):
    library("page-label", paper, "#2", "62")
    answer = library("page-label", paper, "63", "--clear", "--json")
    assert (answer.status, answer.error["code"]) == (1, "no-label")
    assert "#2 (62)" in answer.error["hint"]


def test_a_label_is_given_or_taken_back(library, paper):
    assert library("page-label", paper, "#2").status == 2
    assert library("page-label", paper, "#2", "62", "--clear").status == 2


HIT = {"source", "citekey", "page", "locator", "start", "end", "snippet"}


def test_search_gives_a_row_an_occurrence(library, sea):
    text = library("text", sea, "--json").json["text"]
    hits = library("search", "counterstrike", "--json").json
    assert len(hits) == 2
    assert all(set(hit) >= HIT for hit in hits)
    assert [text[hit["start"] : hit["end"]] for hit in hits] == ["counterstrike"] * 2


def test_search_finds_japanese(library):
    assert "反撃能力" in library("search", "反撃").out.decode()


def test_search_counts_only_to_the_limit(library):
    assert len(library("search", "counterstrike", "--limit", 1, "--json").json) == 1
    assert b"more" in library("search", "counterstrike", "--limit", 1).err


def test_search_only_where_told(library):
    assert library("search", "counterstrike", "--in", "notes", "--json").json == []
    assert len(library("search", "counterstrike", "--in", "notes", "--in", "sources", "--json").json) == 2


def test_search_knows_the_printed_page(library):
    (hit,) = library("search", "deterrence", "--json").json
    assert (hit["page"], hit["locator"]) == ("1", "p. 1")


def test_nothing_found_is_no_error(library):
    answer = library("search", "zebra")
    assert (answer.status, answer.out) == (0, b"")
