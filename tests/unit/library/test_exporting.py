"""Exporting: the outline, the very characters, the printed pages, and nobody's file overwritten."""

import re
import zlib
from decimal import Decimal
from json import dumps

import pytest

from commonplace.library.bibliography import import_bib
from commonplace.library.concepts import add_concept
from commonplace.library.exporting import export_notes
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.referencing import link, list_references, rename_key, set_fields
from commonplace.library.sources import list_sources, set_page_label
from commonplace.library.upkeep import check_library, undo
from core.errors import NotDoneError, PlaceError, UnknownNameError
from core.layers import unpack

NASTY = (
    "𠮷野家で👩‍💻が cafe\u0301 と 神\ufa19 を ﬁnd した。 co\u00adop\u00aderate שלום world "
    "* _ # $ % & ~ ^ \\ { } [x] <b> `c` @key\n"
)


@pytest.fixture
def export(library, tmp_path):
    """Export into a file of this name; return its text."""

    def exported(name="notes.md", chosen=None, *, format="", force=False) -> str:
        format = format or {"md": "md", "tex": "latex"}[name.rpartition(".")[2]]
        export_notes(library, chosen or Filter(), format=format, out=tmp_path / name, force=force)
        return (tmp_path / name).read_text("utf-8")

    return exported


def plain(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def test_quotes_stand_under_their_concepts_in_the_order_of_the_tree(library, sea, mark, export):
    add_concept(library, "Means")
    add_concept(library, "Counterstrike", parent="Means")
    mark(sea, "they traded", concepts=("Means",))
    mark(sea, "counterstrike appears twice", concepts=("Counterstrike",), note="See *this*.")
    mark(sea, "They kept watch")
    key = list_sources(library)[0].citekey

    text = export()

    assert (
        text.index("# Means")
        < text.index("they traded")
        < text.index("## Counterstrike")
        < text.index("counterstrike appears twice")
    )
    assert text.index("counterstrike appears twice") < text.index("They kept watch")
    assert text.count(f"[@{key}, ") == 3
    assert "this" in text


def test_a_quote_of_two_concepts_stands_under_both(sea, mark, export):
    mark(sea, "they traded", concepts=("Trade", "Harbours"))
    mark(sea, "They kept watch", concepts=("Harbours",))

    text = export()

    assert text.count("they traded") == 2


def test_a_filter_shows_its_branch_and_what_is_below(library, sea, paper, mark, export):
    add_concept(library, "Means")
    add_concept(library, "Counterstrike", parent="Means")
    mark(sea, "counterstrike appears twice", concepts=("Counterstrike",))
    mark(sea, "they traded", concepts=("Trade",))
    mark(paper, "deterrence", concepts=("Means", "Trade"))

    assert "they traded" not in export("a.md", Filter(concepts=("Means",)))
    both = export("b.md", Filter(concepts=("Counterstrike", "Trade")))
    assert all(quote in both for quote in ("counterstrike appears", "they traded", "deterrence"))
    one = export("c.md", Filter(concepts=("Means",), sources=(paper,)))
    assert "deterrence" in one
    assert "counterstrike" not in one
    exact = export("d.md", Filter(concepts=("Means",), exact=True))
    assert "counterstrike" not in exact


@pytest.mark.parametrize("name", ["notes.md", "notes.tex"])
def test_every_character_of_a_quote_comes_out(bring, mark, export, name):
    (source,) = bring({"a.txt": NASTY})
    mark(source, NASTY.strip())

    text = export(name)

    for part in ("𠮷野家で", "👩‍💻", "cafe\u0301", "神\ufa19", "find", "cooperate", "שלום"):
        assert part in text


def test_lines_are_joined_and_hyphens_undone_in_what_is_printed(bring, mark, export):
    (source,) = bring({"a.txt": "The harbour commit-\ntee met; the committee\nagreed.\n\n日本の\n港。\n"})
    mark(source, "harbour committee met; the committee agreed")
    mark(source, "日本の港。")

    text = export()

    assert "harbour committee met; the committee agreed" in text
    assert "日本の港。" in text


def test_printed_pages_are_cited(library, pdf, mark, export):
    source = pdf("p.pdf", [f"This is page number {word}." for word in ("one", "two", "three")])
    mark(source, "page number two")
    key = list_sources(library)[0].citekey
    set_page_label(library, source, "#1", "61")

    assert f"[@{key}, p. 62]" in export()
    assert f"[62]{{{key}}}" in export("notes.tex")


def test_the_bib_holds_the_cited_entries_with_what_they_need_and_no_other(library, bring, mark, export, tmp_path):
    first, second = bring({"one.txt": "One text is here.\n", "two.txt": "Two texts are here.\n"})
    (tmp_path / "refs.bib").write_text(
        '@string{iup = {Ivory Press}}\n@string{other = {Other}}\n@preamble{"\\write18{rm}"}\n'
        "@incollection{child, title={A part}, crossref={parent}, publisher=iup, file={one.txt}}\n"
        "@collection{parent, title={The whole}, date={2001}}\n@book{unused, title={No}, publisher=other}\n"
    )
    import_bib(library, tmp_path / "refs.bib")
    mark(first, "One text")
    assert second

    export()

    bib = (tmp_path / "notes.bib").read_text()
    assert all(part in bib for part in ("{child,", "{parent,", "@string{iup"))
    assert not any(part in bib for part in ("unused", "write18", "{other"))
    assert bib.index("{child,") < bib.index("{parent,")


def test_a_renamed_key_and_a_corrected_field_are_what_is_cited(library, sea, mark, export, tmp_path):
    mark(sea, "they traded")
    rename_key(library, list_sources(library)[0].citekey, "Harbour2020")
    set_fields(library, "Harbour2020", {"author": "Ōe, Kenzaburō", "title": "Trade & 𠮷", "date": "2020-05"})

    assert "[@Harbour2020, " in export()
    bib = (tmp_path / "notes.bib").read_text("utf-8")
    assert "author" in bib
    assert "Ōe, Kenzaburō" in bib
    assert r"Trade \& 𠮷" in bib


def test_two_works_of_one_key_are_not_cited_as_one(library, bring, mark, export, tmp_path):
    """Two files brought the same key for different works: notes that cite both would mislead."""
    first, second = bring({"one.txt": "One text is here.\n", "two.txt": "Two texts are here.\n"})
    for name, title, source in (("a.bib", "The one", first), ("b.bib", "The other", second)):
        (tmp_path / name).write_text(f"@book{{same, title={{{title}}}, date={{2001}}}}")
        import_bib(library, tmp_path / name)
        reference = next(line for line in list_references(library) if line.fields.get("title") == title)
        link(library, reference.id, source)
    mark(first, "One text")
    mark(second, "Two texts")

    with pytest.raises(NotDoneError) as failure:
        export()
    assert "reference rename" in failure.value.hint
    assert not (tmp_path / "notes.md").exists()
    for source, title in ((first, "The one"), (second, "The other")):
        export("one.md", Filter(sources=(source,)), force=True)
        assert (tmp_path / "one.bib").read_text().count("title={") == 1
        assert title in (tmp_path / "one.bib").read_text()


def test_nothing_of_the_users_is_overwritten(sea, mark, export, tmp_path):
    mark(sea, "they traded")
    first = export()
    assert export() == first
    mark(sea, "They kept watch")
    assert "They kept watch" in export()
    for name in ("notes.md", "notes.bib"):
        data = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(data + b"my own words\n")
        with pytest.raises(NotDoneError):
            export()
        assert (tmp_path / name).read_bytes() == data + b"my own words\n"
        export(force=True)
        assert (tmp_path / name).read_bytes() == data


def test_the_open_library_is_not_overwritten_even_by_force(library, sea, mark):
    mark(sea, "they traded")
    for out in (library.path, library.path.with_name("linked.md")):
        if out != library.path:
            out.hardlink_to(library.path)
        with pytest.raises(NotDoneError):
            export_notes(library, Filter(), format="md", out=out, force=True)
    assert check_library(library).problems == ()


def test_nothing_to_export_is_said(library, sea, mark, export, tmp_path):
    with pytest.raises(NotDoneError):
        export()
    mark(sea, "they traded")
    add_concept(library, "Empty")
    with pytest.raises(NotDoneError):
        export(chosen=Filter(concepts=("Empty",)))
    with pytest.raises(UnknownNameError):
        export(chosen=Filter(concepts=("None",)))
    with pytest.raises(UnknownNameError):
        export(format="pdf")
    assert not (tmp_path / "notes.md").exists()


@pytest.mark.parametrize("change", ["other words", "shifted", "cut"])
def test_a_quote_that_no_longer_stands_in_its_layer_is_not_exported(library, sea, mark, export, tmp_path, change):
    mark(sea, "they traded")
    ((id, content, extractor),) = library.engine.rows("select id, content, extractor from layer")
    text = unpack(content, extractor).text
    tampered = {"other words": text.replace("traded", "robbed"), "shifted": f" {text}", "cut": text[:20]}[change]
    data = zlib.decompress(content).decode()
    data = data.replace(dumps(text, ensure_ascii=False), dumps(tampered, ensure_ascii=False))
    library.engine.rows("update layer set content=? where id=?", (zlib.compress(data.encode()), id))
    try:
        with pytest.raises(NotDoneError) as failure:
            export()
        assert "sea.txt" in failure.value.message
        assert not (tmp_path / "notes.md").exists()
        assert check_library(library).problems
    finally:
        library.engine.rows("update layer set content=? where id=?", (content, id))


def test_a_layer_that_cannot_be_opened_is_a_damaged_library(library, sea, mark, export):
    mark(sea, "they traded")
    ((id, content),) = library.engine.rows("select id, content from layer")
    library.engine.rows("update layer set content=? where id=?", (b"garbage", id))
    try:
        with pytest.raises(PlaceError):
            export()
    finally:
        library.engine.rows("update layer set content=? where id=?", (content, id))


def test_notes_leave_with_their_lines(sea, mark, export):
    mark(sea, "they traded", note="First line with 100 % & 𠮷.\n\nSecond paragraph, $x$ and \\textbf{bold}.")

    for name in ("notes.md", "notes.tex"):
        text = export(name)
        assert "𠮷" in text
        assert "Second paragraph" in text
    assert "\\%" in export("notes.tex")


def test_a_marked_area_is_cited_without_a_quote(library, paper, export):
    highlight(
        library, paper, HighlightRequest(area=("i", Decimal(1), Decimal(1), Decimal(90), Decimal(90)), note="A map.")
    )
    key = list_sources(library)[0].citekey

    text = export()

    assert f"[@{key}, p. i]" in text
    assert "A map." in text


def test_undone_highlights_are_not_exported(library, sea, mark, export):
    mark(sea, "they traded")
    mark(sea, "They kept watch")
    undo(library)

    assert "They kept watch" not in export()
    assert len(list_highlights(library, Filter())) == 1
    assert plain(export()).count("they traded") == 1


def test_a_work_without_a_title_is_named(library, bring, mark, tmp_path):
    (source,) = bring({"scrap.txt": "just some words, and nothing that names them, written down one day in passing.\n"})
    mark(source, "nothing that names them")

    report = export_notes(library, Filter(), format="md", out=tmp_path / "notes.md")

    key = list_sources(library)[0].citekey
    assert report.warnings == (f"The reference {key} has no title; give it one with: reference set {key} title=…",)

    set_fields(library, key, {"title": "A scrap"})
    assert export_notes(library, Filter(), format="md", out=tmp_path / "notes.md").warnings == ()
