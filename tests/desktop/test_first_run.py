"""An empty library: one primary button, a sample, and nothing that cannot work yet."""

from functools import partial

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def empty(qtbot, tmp_path):
    """Return the window of a library in which nothing is."""
    from commonplace.library.session import new_library, open_session
    from desktop.application import made_window

    path = tmp_path / "new.commonplace"
    new_library(path, "Aiko").close()
    shown = made_window(partial(open_session, path, "Aiko", writing=True), "new")
    qtbot.addWidget(shown)
    shown.show()
    with qtbot.waitSignal(shown.desk.sources_changed):
        shown.desk.load()
    yield shown
    shown.close()


def test_an_empty_library_offers_to_import_and_nothing_that_cannot_work(empty):
    from PySide6.QtWidgets import QApplication

    page = empty.empty

    assert QApplication.activeModalWidget() is None
    assert empty.centre.currentWidget() is page
    assert page.start.isVisible()
    assert page.start.isDefault()
    assert page.sample.isVisible()
    assert page.hint.isVisible()
    assert not empty.actions_by_name["export"].isEnabled()
    assert not empty.actions_by_name["quotes"].isEnabled()


def test_what_came_in_ends_the_emptiness(empty, qtbot, tmp_path):
    (tmp_path / "a.txt").write_text("A text.\n")

    empty.errands.imports.take([tmp_path / "a.txt"])

    qtbot.waitUntil(lambda: not empty.empty.start.isVisible(), timeout=20_000)
    assert not empty.actions_by_name["export"].isEnabled()


def test_export_and_quotes_work_as_soon_as_something_is_marked(opened, window, qtbot):
    opened("sea")
    assert not window.actions_by_name["export"].isEnabled()

    window.desk.highlight([(0, 8)])

    qtbot.waitUntil(window.actions_by_name["export"].isEnabled)
    assert window.actions_by_name["quotes"].isEnabled()


def test_the_sample_is_a_library_of_its_own(empty, qtbot):
    with qtbot.waitSignal(empty.errands.beginning.sample_made, timeout=30_000) as made:
        empty.empty.sample.click()

    path, person = made.args
    assert path.name == "sample.commonplace"
    assert person == "Aiko"
    assert not empty.desk.sources


def ticked(window):
    return [name for name, label in window.errands.beginning.strip.steps.items() if label.text().startswith("✓")]


def test_the_first_steps_tick_themselves(opened, window, qtbot, tmp_path):
    strip = window.errands.beginning.strip
    assert strip.isVisible()
    assert ticked(window) == ["import"]
    flow = opened("sea")
    flow.select([(0, 8)])
    assert ticked(window) == ["import", "select"]

    window.desk.highlight([(0, 8)], (), ["order"])
    qtbot.waitUntil(lambda: ticked(window) == ["import", "select", "tag"])
    assert strip.steps["export"].font().bold()
    window.errands.exports.exported.emit(None)

    assert ticked(window) == ["import", "select", "tag", "export"]


def test_the_first_steps_that_were_sent_away_stay_away(empty, library_file, qtbot):
    from functools import partial

    from commonplace.library.session import open_session
    from desktop.application import made_window

    assert empty.errands.beginning.strip.isVisible()
    empty.errands.beginning.strip.close_button.click()
    assert not empty.errands.beginning.strip.isVisible()

    other = made_window(partial(open_session, library_file, "Aiko", writing=True), "work")
    qtbot.addWidget(other)
    other.show()
    assert not other.errands.beginning.strip.isVisible()
    other.close()


def test_empty_lists_say_what_to_do(empty, window, opened, qtbot):
    assert "Import" in empty.sources.hint.text
    assert "Open a source" in empty.highlights.hint.text
    assert "press V" in empty.concepts.hint.text

    opened("sea")
    assert "press H" in window.highlights.hint.text
    window.desk.highlight([(0, 8)])
    qtbot.waitUntil(lambda: not window.highlights.hint.text)


@pytest.mark.parametrize(
    ("query", "wider"),
    [
        ('"rule of law"', "rule of law"),
        ("strategy order", "strategy* order*"),
        ("strategy* order*", "strategy*"),
        ("strategy*", ""),
        ("「反撃 能力」", "反撃 能力"),
        ("反撃", ""),
    ],
)
def test_a_search_that_found_nothing_is_widened_step_by_step(query, wider):
    from desktop.panels.widening import widened

    assert widened(query) == wider


def test_the_search_offers_a_wider_one_where_nothing_is_found(window, qtbot):
    window.side.search.open_panel("com")
    qtbot.waitUntil(lambda: bool(window.side.search.hint.text), timeout=20_000)

    window.side.search.hint.button.click()

    assert window.side.search.line.text() == "com*"
    qtbot.waitUntil(lambda: window.side.search.model.rowCount() > 0)
    assert not window.side.search.hint.text
