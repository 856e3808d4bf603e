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
    page = empty.empty

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
