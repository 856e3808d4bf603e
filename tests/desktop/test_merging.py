"""Merging in the window: told beforehand, one step of undo, a backup; what is left waits on the view."""

import re
from itertools import pairwise

import pytest

from commonplace.library.highlighting import write_note
from commonplace.library.session import backup_folder, open_session
from tests.desktop.colleague import Colleague
from tests.desktop.conftest import TEXT

pytestmark = pytest.mark.gui

QUOTE = "free and open order"


@pytest.fixture
def ben(window, library_file, tmp_path):
    """Return a colleague who has all that the window's library has."""
    colleague = Colleague(tmp_path, library_file)
    colleague.take()
    return colleague


@pytest.fixture
def merging(window):
    return window.errands.merging


def dump_of(path):
    from db.check import dump

    with open_session(path, "Aiko", writing=True) as library:
        return dump(library.engine)


def backups(path):
    with open_session(path, "Aiko", writing=True) as library:
        return sorted(backup_folder(library.library_id).glob("*before merge*"))


def source_of(window, name):
    return next(line.id for line in window.desk.sources if name in line.file_names[0])


def looked_at(window, path, qtbot):
    """Wait until the report on a file is shown."""
    merging = window.errands.merging
    merging.look_at(path)
    qtbot.waitUntil(lambda: merging.view.report.merge.isVisible(), timeout=20_000)
    return merging.view.report


def both_wrote(window, ben, qtbot):
    """Let both write on one highlight, apart; return its id."""
    id = ben.mark(source_of(window, "order"), QUOTE)
    ben.do(lambda library: write_note(library, id, "at first"))
    report = looked_at(window, ben.package("first"), qtbot)
    report.merge.click()
    qtbot.waitUntil(report.choose.isVisible, timeout=20_000)
    return id


def test_what_comes_is_counted_before_it_is_applied(window, ben, qtbot, library_file, merging):
    ben.mark(source_of(window, "order"), QUOTE, "FOIP")
    ben.mark(source_of(window, "sea"), "Nobody owns the sea")
    package, before = ben.package(), dump_of(library_file)

    report = looked_at(window, package, qtbot)

    assert report.title.text() == "+2 highlight(s) by Ben"
    said = report.text.toPlainText()
    assert "Ben: 2 highlight" in said
    assert "1 concept" in said
    assert dump_of(library_file) == before
    assert backups(library_file) == []
    assert window.centre.currentWidget() is merging.view


def test_applying_is_one_step_of_undo_and_leaves_a_backup(window, ben, qtbot, library_file):
    ben.mark(source_of(window, "order"), QUOTE, "FOIP")
    before = dump_of(library_file)
    report = looked_at(window, ben.package(), qtbot)

    report.merge.click()

    qtbot.waitUntil(lambda: "Merged" in window.toast.text, timeout=20_000)
    qtbot.waitUntil(lambda: sum(line.highlights for line in window.desk.sources) == 1)
    assert [path.is_file() for path in backups(library_file)] == [True]
    assert str(backups(library_file)[0]) in report.text.toPlainText()
    window.toast._button.click()
    qtbot.waitUntil(lambda: not sum(line.highlights for line in window.desk.sources), timeout=10_000)
    assert dump_of(library_file) == before


def test_nothing_is_changed_by_not_now_nor_by_a_file_that_is_none(window, ben, qtbot, library_file, merging, tmp_path):
    ben.mark(source_of(window, "order"), QUOTE)
    before = dump_of(library_file)
    report = looked_at(window, ben.package(), qtbot)
    report.not_now.click()
    assert report.choose.isVisible()
    assert not report.merge.isVisible()
    broken = tmp_path / "broken.commonplace-share"
    broken.write_bytes(b"no package")

    merging.look_at(broken)

    qtbot.waitUntil(lambda: "Nothing was changed" in report.hint.text(), timeout=20_000)
    assert dump_of(library_file) == before
    assert backups(library_file) == []


def test_a_file_that_brings_nothing_says_so(window, ben, qtbot, merging):
    merging.look_at(ben.package())
    report = merging.view.report
    qtbot.waitUntil(lambda: "holds nothing" in report.title.text(), timeout=20_000)

    assert not report.merge.isVisible()


def test_looking_at_a_file_can_be_called_off(window, ben, qtbot, merging):
    merging.look_at(ben.package())
    merging.view.report.cancel.click()

    qtbot.waitUntil(merging.view.report.choose.isVisible, timeout=20_000)
    window.desk.add_concept("still alive")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 1)


def test_a_package_that_is_dropped_or_imported_is_merged(window, ben, qtbot, merging):
    ben.mark(source_of(window, "order"), QUOTE)
    window.errands.imports.take([ben.package()])

    qtbot.waitUntil(lambda: merging.view is not None and merging.view.report.merge.isVisible(), timeout=20_000)
    assert not window.errands.imports.dock.isVisible()


def test_many_deletions_have_to_be_said(window, ben, qtbot):
    source = source_of(window, "sea")
    ids = [ben.mark(source, word, "FOIP") for word in ("common", "Nobody", "owns", "lies", "order", "On")]
    report = looked_at(window, ben.package("all"), qtbot)
    report.merge.click()
    qtbot.waitUntil(lambda: "Merged" in window.toast.text, timeout=20_000)
    from commonplace.library.highlighting import delete

    for id in ids:
        ben.do(lambda library, id=id: delete(library, id))

    report = looked_at(window, ben.package("none"), qtbot)

    assert report.deletions.isVisible()
    assert not report.merge.isEnabled()
    report.deletions.click()
    report.merge.click()
    qtbot.waitUntil(lambda: not sum(line.highlights for line in window.desk.sources), timeout=20_000)


def contradicted(window, ben, qtbot):
    """Let a note be written apart by both and merged; wait for the conflict."""
    id = both_wrote(window, ben, qtbot)
    from commonplace.library.concept_details import define_concept

    window.desk.add_concept("Order")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 1)
    ben.take()
    ben.do(lambda library: define_concept(library, "Order", "the rule of law at sea"))
    window.desk.define_concept(window.desk.concepts[0].id, "the rule of law on land")
    qtbot.waitUntil(lambda: window.desk.concepts[0].definition == "the rule of law on land")
    report = looked_at(window, ben.package("apart"), qtbot)
    assert "1 conflict" in report.title.text()
    report.merge.click()
    page = window.errands.merging.view.conflicts
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=20_000)
    return id, page


def test_a_conflict_shows_mine_result_and_theirs_with_the_words_that_differ(window, ben, qtbot, merging):
    _, page = contradicted(window, ben, qtbot)
    merging.show_conflicts()
    qtbot.waitUntil(lambda: page.heads.case is not None)

    heads = page.heads
    mine, theirs = heads.case.sides
    assert (mine.mine, mine.head.value) == (True, "the rule of law on land")
    assert heads.passages[mine.head.number].marked() == ("on land",)
    assert heads.passages[theirs.head.number].marked() == ("at sea",)
    assert [mark.text().split(maxsplit=1)[1] for mark in heads.marks.values()] == ["Mine", "Theirs"]
    row = heads._sides.widget().layout()
    assert row.itemAt(1).widget() is heads._result_box
    assert window.status.conflicts.text() == "1 conflict(s)"
    assert window.status.conflicts.isVisible()


def test_a_conflict_is_settled_by_keys_and_taken_back_by_undo(window, ben, qtbot, merging):
    from PySide6.QtCore import Qt

    _, page = contradicted(window, ben, qtbot)
    window.actions_by_name["conflicts"].trigger()
    qtbot.waitUntil(lambda: page.heads.case is not None)
    theirs = next(one for one in page.heads.case.sides if not one.mine)

    qtbot.keyClick(page.list, Qt.Key(Qt.Key.Key_0 + theirs.head.number))
    assert page.heads.chosen == (theirs.head.number,)
    assert "at sea" in page.heads.result.toPlainText()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=10_000)
    assert "0 conflict(s) left" in window.toast.text
    qtbot.waitUntil(lambda: window.desk.concepts[0].definition == "the rule of law at sea")
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=10_000)
    assert window.status.conflicts.isVisible()


def test_a_badge_leads_to_the_conflict(window, ben, qtbot, merging):
    _, page = contradicted(window, ben, qtbot)
    concept = window.desk.concepts[0].id
    qtbot.waitUntil(lambda: window.concepts.model.conflicts(concept) == 1)
    window.errands._leave()
    index = window.concepts.model.index_of(concept).siblingAtColumn(1)
    assert "1 conflict" in index.data()

    window.concepts._click(window.concepts._shown.mapFromSource(index))

    assert merging.view.currentWidget() is page
    assert page.current.thing == concept


def test_reader_quotes_and_merging_take_each_others_place(window, ben, qtbot, opened, merging):
    ben.mark(source_of(window, "order"), QUOTE)
    reader = opened("sea")
    window.actions_by_name["merge-view"].trigger()
    assert window.centre.currentWidget() is merging.view
    window.errands._show_quotes()
    assert window.centre.currentWidget() is window.errands.quotes.view
    window.actions_by_name["merge-view"].trigger()
    assert window.centre.currentWidget() is merging.view

    window.actions_by_name["reader"].trigger()

    assert window.centre.currentWidget() is reader


def test_every_page_names_what_it_holds_and_nothing_is_clipped(window, ben, qtbot, merging, clipped):
    from tests.desktop.test_acceptance_names import nameless

    contradicted(window, ben, qtbot)
    for show in (merging.show, merging.show_conflicts, merging.show_same, merging.show_review):
        show()
        if show == merging.show_conflicts:
            qtbot.waitUntil(lambda: merging.view.conflicts.heads.case is not None)
        assert nameless(merging.view) == []
        assert clipped(merging.view.currentWidget()) == []


def test_highlights_in_a_colleagues_text_are_offered_to_be_found_again(window, ben, qtbot, merging):
    from commonplace.documents.ready import made_ready
    from commonplace.library.layering import give_layer
    from core.records import Block, Layer
    from db.sources import sources

    source = source_of(window, "sea")
    text = "A note on order\n\n" + TEXT.partition("\n\n")[2].strip()

    def read_otherwise(library):
        (facts,) = sources(library.engine, [source])
        starts = [0, *(match.end() for match in re.finditer("\n\n", text))]
        blocks = [Block("paragraph", start, end - 2) for start, end in pairwise([*starts, len(text) + 2])]
        give_layer(library, source, made_ready(Layer("text", "text/99", text, blocks=tuple(blocks)), facts.sha256), "")

    ben.do(read_otherwise)
    ben.mark(source, "反撃能力を保有する")
    report = looked_at(window, ben.package(documents=False), qtbot)
    report.merge.click()

    qtbot.waitUntil(report.find_again.isVisible, timeout=20_000)
    assert "1 highlight" in report.find_again.text()
    report.find_again.click()

    qtbot.waitUntil(lambda: not report.find_again.isVisible(), timeout=20_000)
    window.desk.open_source(source)
    qtbot.waitUntil(lambda: [mark.line.placement for mark in window.desk.marks] == ["placed"], timeout=10_000)
