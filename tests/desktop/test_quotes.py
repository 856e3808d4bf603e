"""The quotes of the whole library: filtered, sorted, grouped, read, copied, exported."""

import pytest

pytestmark = pytest.mark.gui

PASSAGES = (
    ("order", "rule of law", "Law"),
    ("order", "four tasks", "Plans"),
    ("sea", "Nobody owns", "Law"),
    ("sea", "common", ""),
)


@pytest.fixture
def view(window, qtbot):
    """Return the quotes view with four quotes, three of them tagged with two concepts."""
    from commonplace.library.concepts import add_concept, concept_records
    from commonplace.library.viewing import highlight_ranges, open_source

    def mark(library):
        for name in ("Law", "Plans"):
            add_concept(library, name)
        ids = {concept.name: concept.id for concept in concept_records(library)}
        for file, words, concept in PASSAGES:
            line = next(line for line in window.desk.sources if file in line.file_names[0])
            start = open_source(library, line.id).layer.text.index(words)
            highlight_ranges(library, line.id, [(start, start + len(words))], [ids[concept]] if concept else [])

    window.desk.jobs.change(mark)
    qtbot.waitUntil(lambda: sum(line.highlights for line in window.desk.sources) == 4)
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 2)
    window.actions_by_name["quotes"].trigger()
    view = window.errands.quotes.view
    qtbot.waitUntil(lambda: len(view.model.shown) == 4)
    return view


def texts(view):
    return [quote.text for quote in view.model.shown]


def column(view, name):
    from desktop.quotes.model import COLUMNS

    return [view.model.index(row, COLUMNS.index(name)).data() for row in range(view.model.rowCount())]


def select_row(view, row):
    """Select one row, whatever keys a test before this one left pressed."""
    from PySide6.QtCore import QItemSelectionModel

    flag = QItemSelectionModel.SelectionFlag
    view.table.selectionModel().select(view.model.index(row, 0), flag.ClearAndSelect | flag.Rows)


def test_all_quotes_are_there_in_reading_order_with_place_and_key(view, window, qtbot):
    assert texts(view) == ["rule of law", "four tasks", "common", "Nobody owns"]
    column(view, "page")
    qtbot.waitUntil(lambda: all(column(view, "page")))
    assert [place.partition(" ")[0] for place in column(view, "page")] == ["p.", "p.", "para.", "para."]
    assert column(view, "concepts") == ["Law", "Plans", "", "Law"]
    keys = {line.id: line.citekey for line in window.desk.sources}
    assert column(view, "key") == [keys[quote.source] for quote in view.model.shown]
    assert column(view, "author") == ["Aiko"] * 4


def test_filters_of_one_kind_mean_or_and_different_kinds_and(view, window):
    law, plans = (next(one.id for one in window.desk.concepts if one.name == name) for name in ("Law", "Plans"))

    view.filters.choose("concept", law)
    assert texts(view) == ["rule of law", "Nobody owns"]
    view.filters.choose("concept", plans)
    assert texts(view) == ["rule of law", "four tasks", "Nobody owns"]
    view.filters.words.setText("TASKS")
    assert texts(view) == ["four tasks"]
    view.filters.words.clear()
    view.filters.drop("concept", law)
    assert texts(view) == ["four tasks"]


def test_a_column_sorts_and_groups_have_headings(view):
    from PySide6.QtCore import Qt

    from desktop.quotes.model import COLUMNS

    view.table.sortByColumn(COLUMNS.index("quote"), Qt.SortOrder.DescendingOrder)
    assert texts(view) == ["rule of law", "Nobody owns", "four tasks", "common"]

    view.grouping.setCurrentIndex(1)
    assert column(view, "quote") == [
        "Law (2)", "rule of law", "Nobody owns", "Plans (1)", "four tasks", "Untagged (1)", "common",
    ]  # fmt: skip
    assert view.table.columnSpan(0, 0) == len(COLUMNS)


def test_enter_opens_the_reader_there(view, window, qtbot):
    select_row(view, 1)

    view.table.activated.emit(view.model.index(1, 0))
    qtbot.waitUntil(lambda: window.desk.source is not None)

    assert window.desk.source.id == view.model.shown[1].source
    assert window.centre.currentWidget() is window.reader
    window.actions_by_name["quotes"].trigger()
    assert window.centre.currentWidget() is view
    window.actions_by_name["reader"].trigger()
    assert window.centre.currentWidget() is window.reader


def test_a_quote_of_the_open_source_leads_back_to_the_reader_too(view, window, opened, qtbot):
    reader = opened("order")
    window.actions_by_name["quotes"].trigger()
    assert window.centre.currentWidget() is view
    quote = next(quote for quote in view.model.shown if quote.text == "four tasks")

    view.quote_chosen.emit(quote)

    assert window.centre.currentWidget() is reader
    assert reader.hasFocus()


def test_what_is_selected_is_copied_with_its_citation(view, window, qtbot):
    from PySide6.QtGui import QGuiApplication

    select_row(view, 0)
    key = column(view, "key")[0]

    with qtbot.waitSignal(window.errands.quotes.copied):
        view.copy.trigger()

    assert QGuiApplication.clipboard().text() == f"“rule of law” [@{key}, p. 1]"


def test_what_is_filtered_is_what_the_export_begins_with(view, window):
    law = next(one.id for one in window.desk.concepts if one.name == "Law")
    view.filters.choose("concept", law)

    view.export.click()

    assert window.errands.exports.dialog.request.concepts == (law,)
    assert window.errands.exports.dialog.request.sources == ()


def test_a_new_highlight_comes_into_the_table(view, window, qtbot):
    from commonplace.library.viewing import highlight_ranges

    source = window.desk.sources[0].id
    window.desk.jobs.change(lambda library: highlight_ranges(library, source, [(0, 6)], ()))

    qtbot.waitUntil(lambda: len(view.model.shown) == 5)


def test_what_is_selected_stays_so_when_the_quotes_change(view, window, qtbot):
    from commonplace.library.viewing import highlight_ranges

    view.table.selectAll()
    before = {quote.id for quote in view.chosen}
    source = window.desk.sources[0].id
    window.desk.jobs.change(lambda library: highlight_ranges(library, source, [(0, 6)], ()))
    qtbot.waitUntil(lambda: len(view.model.shown) == 5)

    assert {quote.id for quote in view.chosen} == before
    assert len(before) == 4


def test_quotes_are_a_sound_model(view, qtmodeltester):
    view.grouping.setCurrentIndex(2)
    qtmodeltester.check(view.model)


def test_quotes_are_copied_formatted_as_well(window, opened, qtbot):
    from PySide6.QtGui import QGuiApplication

    opened("sea")
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
    qtbot.waitUntil(window.actions_by_name["quotes"].isEnabled)
    window.actions_by_name["quotes"].trigger()
    view = window.errands.quotes.view
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    select_row(view, 0)
    QGuiApplication.clipboard().clear()

    view.copy.trigger()

    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    assert "<blockquote><p>“On order”</p></blockquote><p>[@" in QGuiApplication.clipboard().mimeData().html()
