"""A new version of a source, and its highlights in it."""

import re
import shutil
from importlib.resources import as_file, files

import pymupdf
import pytest
from replaced import TRUTH, edited

from commonplace.documents.reader import read_file
from commonplace.documents.reading import ReadRequest
from commonplace.library.bounds import highlight_area
from commonplace.library.demo import fill_with_sample
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import ImportStop, import_paths
from commonplace.library.naming import source_named
from commonplace.library.replacing import replace_source
from commonplace.library.session import new_library, open_session
from commonplace.library.settling import settle
from commonplace.library.sources import list_sources, set_page_label
from commonplace.library.upkeep import check_library, redo, undo
from core.errors import NotDoneError
from db.check import dump
from db.sources import sources

CLASSES = ("exact", "moved", "uncertain", "lost")


@pytest.fixture(autouse=True)
def reads_here(monkeypatch, in_process):
    monkeypatch.setattr("commonplace.library.replacing.DocumentWorkers", in_process)


@pytest.fixture(scope="module")
def _sample(tmp_path_factory, in_process):
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("commonplace.library.importing.DocumentWorkers", in_process)
        with new_library(folder / "sample.commonplace", "Ann") as library:
            fill_with_sample(library)
    return folder / "sample.commonplace"


@pytest.fixture
def sample(_sample, tmp_path, monkeypatch):
    """The sample library."""
    shutil.copy(_sample, tmp_path / "sample.commonplace")
    with open_session(tmp_path / "sample.commonplace", "Ann", writing=True) as library:
        yield library
        assert check_library(library).problems == ()


def paragraphs_of(path) -> list[str]:
    """The paragraphs of a sample text as a reader of it sees them."""
    if path.suffix == ".html":
        return path.read_text("utf-8").split("\n")
    if path.suffix != ".pdf":
        return re.split(r"\n\n+", path.read_text("utf-8"))
    text = read_file(ReadRequest(path), lambda _done, _total: None).layer.text
    lines = [line for line in text.split("\n") if line and line not in ("Kestrel Institute for Regional Studies",
             "Means and Ends") and not line.isdecimal()]  # fmt: skip
    found, here = [], ""
    for line in lines:
        here += line if here.endswith("-") else f" {line}"
        if line.endswith((".", "?", "¹")) or re.match(r"\d [A-Z]", line):
            found.append(here.strip().replace("in- come", "income"))
            here = ""
    return [*found, here.strip()] if here.strip() else found


def new_version(folder, name: str, edits):
    """Write the edited version of a sample text, a PDF on smaller pages."""
    with as_file(files("resources").joinpath("sample", name)) as path:
        found = edited(paragraphs_of(path), edits)
    new = folder / f"new-{name}"
    if new.suffix != ".pdf":
        new.write_text(("\n" if new.suffix == ".html" else "\n\n").join(found), "utf-8")
        return new
    with pymupdf.open() as document:
        for at in range(0, len(found), 6):
            page = document.new_page(width=360, height=500)
            html = "".join(f"<p>{paragraph}</p>" for paragraph in found[at : at + 6])
            page.insert_htmlbox((40, 40, 320, 480), html, css="p {font-size: 9px}")
        document.save(new)
    return new


def source_called(library, name: str) -> str:
    return next(facts.id for facts in sources(library.engine) if name in facts.names)


def classes(done) -> dict[str, str]:
    return {one.highlight: name for name in CLASSES for one in getattr(done, name)}


@pytest.mark.parametrize("name", TRUTH)
def test_every_highlight_of_a_sample_text_falls_into_its_class(sample, tmp_path, name):
    edits, truth = TRUTH[name]
    source = source_called(sample, name)
    before = list_highlights(sample, Filter())
    own = {line.id: line for line in before if line.source == source}
    done = replace_source(sample, source, new_version(tmp_path, name, edits))

    found = classes(done)
    assert set(found) == set(own)
    told = {own[id].quote[:30]: kind for id, kind in found.items()}
    wanted = {line.quote[:30]: next(kind for start, kind in truth.items() if line.quote.startswith(start))
              for line in own.values()}  # fmt: skip
    assert told == wanted

    after = {line.id: line for line in list_highlights(sample, Filter())}
    for id, kind in found.items():
        sure = kind in ("exact", "moved")
        assert after[id].source == (done.source if sure else source)
        assert after[id].placement == ("placed" if sure else kind)
        assert after[id].citekey == own[id].citekey
    assert {line.id for line in list_highlights(sample, Filter(waiting=True))} == {
        id for id, kind in found.items() if kind in ("uncertain", "lost")
    }
    undo(sample)
    assert list_highlights(sample, Filter()) == before
    redo(sample)
    assert {line.id: line for line in list_highlights(sample, Filter())} == after


OLD = """\
A sea kept open

The harbour towns spoke of a free and open sea long before.

In the new paper counterstrike is named twice: as a means, and as a last resort.

The council never met again after that winter.
"""
NEW = """\
A sea kept open

In the new paper counterstrike is named twice: as a means, and as a final resort.

The harbour towns spoke of a free and open sea long before.
"""


@pytest.fixture
def towns(bring):
    return bring({"towns.txt": OLD})[0]


@pytest.fixture
def newer(tmp_path):
    (tmp_path / "newer.txt").write_text(NEW, "utf-8")
    return tmp_path / "newer.txt"


def records(library) -> tuple[int, ...]:
    tables = ("action", "revision", "layer", "blob")
    return tuple(library.engine.value(f"select count(*) from {name}") for name in tables)


def test_a_dry_run_tells_and_writes_nothing(library, towns, newer, mark):
    mark(towns, "free and open sea")
    mark(towns, "and as a last resort")
    before = records(library)
    done = replace_source(library, towns, newer, dry_run=True)
    assert [(one.before, one.after) for one in done.moved] == [("free and open sea", "free and open sea")]
    assert [(one.before, one.after) for one in done.uncertain] == [("and as a last resort", "and as a final resort")]
    assert records(library) == before


def test_the_document_itself_is_refused(library, towns, tmp_path):
    before = records(library)
    with pytest.raises(NotDoneError, match="this very document"):
        replace_source(library, towns, tmp_path / "documents" / "towns.txt")
    assert records(library) == before


def test_what_cannot_be_read_changes_nothing(library, towns, tmp_path):
    before = records(library)
    (tmp_path / "empty.txt").write_bytes(b"")
    for path in (tmp_path / "empty.txt", tmp_path / "nowhere.txt", tmp_path, library.path):
        with pytest.raises(NotDoneError):
            replace_source(library, towns, path)
    assert records(library) == before


def test_the_key_leads_to_the_new_version_and_the_id_to_both(library, towns, newer):
    (key,) = {line.citekey for line in list_sources(library)}
    done = replace_source(library, key, newer)
    assert {line.citekey for line in list_sources(library)} == {key}
    assert source_named(library, key) == done.source
    assert source_named(library, towns) == towns
    assert library.engine.value("select count(*) from blob") == 2


def test_what_waits_is_settled_in_the_new_version(library, towns, newer, mark):
    changed, cut = mark(towns, "and as a last resort").id, mark(towns, "The council never met again").id
    done = replace_source(library, towns, newer)
    assert settle(library, changed).source == done.source
    line = settle(library, cut, ["free and open sea"])
    assert (line.source, line.exact, line.placement) == (done.source, "free and open sea", "placed")
    assert list_highlights(library, Filter(waiting=True)) == []
    undo(library)
    assert [one.id for one in list_highlights(library, Filter(waiting=True))] == [cut]


def test_a_version_that_is_here_already_joins_the_reference(library, towns, newer, mark):
    mark(towns, "free and open sea")
    (line,) = import_paths(library, [newer])
    layers = library.engine.value("select count(*) from layer")
    done = replace_source(library, towns, newer)
    assert done.source == line.source
    assert library.engine.value("select count(*) from layer") == layers
    facts = {one.id: one for one in sources(library.engine)}
    assert facts[towns].reference == facts[line.source].reference
    assert source_named(library, line.citekey) == line.source
    undo(library)
    assert len({one.reference for one in sources(library.engine)}) == 2


def test_the_old_version_can_come_back(library, towns, newer, mark):
    id = mark(towns, "free and open sea").id
    newest = replace_source(library, towns, newer).source
    back = replace_source(library, newest, library.path.parent / "documents" / "towns.txt")
    assert back.source == towns
    (line,) = list_highlights(library, Filter())
    assert (line.id, line.source, line.placement) == (id, towns, "placed")
    (key,) = {line.citekey for line in list_sources(library)}
    assert source_named(library, key) == towns


def test_a_part_of_a_page_is_found_by_the_page_and_its_printed_number_goes_along(library, pdf, tmp_path):
    first, second = "A page about the open sea and its towns.", "Another page, about the council that met there."
    source = pdf("old.pdf", [first, second])
    set_page_label(library, source, "#2", "62")
    area = highlight_area(library, source, 1, (10_000, 10_000, 90_000, 90_000)).id
    new = tmp_path / "new.pdf"
    with pymupdf.open() as document:
        for text in ("A new preface that was not there.", first, second):
            document.new_page().insert_text((72, 90), text)
        document.save(new)
    done = replace_source(library, source, new)
    assert [(one.highlight) for one in done.moved] == [area]
    (line,) = list_highlights(library, Filter())
    assert (line.source, line.locator) == (done.source, "p. 62")


def test_a_private_highlight_goes_along_and_comes_back_with_an_undo(library, towns, newer, mark):
    sure, cut = mark(towns, "free and open sea", private=True).id, mark(towns, "The council never met", private=True).id
    done = replace_source(library, towns, newer)
    assert ([one.highlight for one in done.moved], [one.highlight for one in done.lost]) == ([sure], [cut])
    assert {line.id: line.source for line in list_highlights(library, Filter())} == {sure: done.source, cut: towns}
    undo(library)
    lines = list_highlights(library, Filter())
    assert {line.id: line.source for line in lines} == {sure: towns, cut: towns}
    assert {line.placement for line in lines} == {"placed"}
    redo(library)
    assert {line.id for line in list_highlights(library, Filter())} == {sure, cut}


class Looks(ImportStop):
    """Called off when it is looked at for so many times."""

    def __init__(self, last=None):
        super().__init__()
        self.count, self._last = 0, last

    @property
    def asked(self):
        self.count += 1
        return self._last is not None and self.count > self._last


def test_a_replacement_can_be_called_off_until_it_is_kept(library, bring, mark, tmp_path, monkeypatch):
    """Wherever it is looked up, in a document of several transactions, too, nothing of it is kept."""
    monkeypatch.setattr("commonplace.library.replacing.AT_ONCE", 1)
    monkeypatch.setattr("db.documents.AT_ONCE", 1 << 20)
    (source,) = bring({"old.txt": "The harbour towns spoke of a free and open sea.\n"})
    mark(source, "free and open sea")
    new = tmp_path / "new.txt"
    new.write_text("They met. " * 150_000 + "The harbour towns spoke of a free and open sea.\n", "utf-8")
    looks, before = Looks(), _everything(library)
    replace_source(library, source, new, stop=looks)
    assert _everything(library) != before
    undo(library)
    before = _everything(library)
    for last in {0, 1, looks.count - 1, *range(2, looks.count, max(looks.count // 12, 1))}:
        (other := tmp_path / f"{last}.txt").write_text(new.read_text("utf-8") + str(last), "utf-8")
        with pytest.raises(KeyboardInterrupt):
            replace_source(library, source, other, stop=Looks(last))
        assert _everything(library) == before, last


def _everything(library):
    tables = ("action", "entity", "revision", "layer", "blob", "blob_chunk")
    return dump(library.engine), [library.engine.rows(f"select count(*) from {table}") for table in tables]
