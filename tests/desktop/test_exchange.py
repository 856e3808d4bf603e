"""The exchange folder in the window: noticed, told, merged, set aside, sent to, set."""

import pytest

from commonplace.library.exchange_folder import exchange_state, own_name, set_folder
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.session import open_session
from commonplace.library.sharing import ShareRequest, share
from commonplace.library.sources import list_sources

pytestmark = pytest.mark.gui

BOB = "Bob-0123456789ab.commonplace-share"


@pytest.fixture
def cloud(tmp_path):
    folder = tmp_path / "cloud"
    folder.mkdir()
    return folder


@pytest.fixture
def package(library_file, tmp_path):
    """A package that Bob made from a copy of the library, in which he marked something."""
    copy = tmp_path / "bob.commonplace"
    copy.write_bytes(library_file.read_bytes())
    with open_session(copy, "Bob", writing=True) as library:
        sea = next(line.id for line in list_sources(library) if line.kind == "text")
        highlight(library, sea, HighlightRequest(quotes=("The sea is common",)))
        share(library, tmp_path / "made", ShareRequest())
    return tmp_path / "made"


@pytest.fixture
def exchange(library_file, cloud, window, qtbot):
    """The window's exchange, with the folder set and watched."""
    with open_session(library_file, "Aiko", writing=True) as library:
        set_folder(library, cloud)
    found = window.errands.exchange
    found.begin()
    qtbot.waitUntil(lambda: found.watch.is_on)
    qtbot.waitUntil(lambda: not found.watch._soon.isActive() and not found.watch._under_way)
    return found


def _look(exchange, qtbot):
    """Look at once, as if ten seconds had gone."""
    with qtbot.waitSignal(exchange.watch.seen, timeout=20_000):
        exchange.watch._soon.stop()
        exchange.watch._looked = -10.0
        exchange.watch.look_soon()


def test_what_a_colleague_wrote_is_told_and_leads_to_the_merge(exchange, package, cloud, window, qtbot):
    said = []
    exchange.told.connect(said.append)
    (cloud / BOB).write_bytes(package.read_bytes())

    _look(exchange, qtbot)

    assert exchange.notice.isVisible()
    assert exchange.notice.text().startswith("Bob’s changes of ")
    assert exchange.notice.text().endswith(" can be merged")
    assert exchange.notice.accessibleName() == exchange.notice.text() == said[0]
    with qtbot.waitSignal(exchange.merge_requested) as asked:
        exchange.notice.click()
    assert asked.args == [cloud / BOB]
    _look(exchange, qtbot)
    assert len(said) == 1


def test_what_was_merged_or_set_aside_is_offered_no_longer(exchange, package, cloud, window, qtbot):
    (cloud / BOB).write_bytes(package.read_bytes())
    (cloud / "lib (conflicted copy 2024-01-02).commonplace").write_bytes(
        (cloud.parent / "bob.commonplace").read_bytes()
    )
    _look(exchange, qtbot)
    texts = [action.text() for action in exchange.notice.menu().actions() if action.text()]
    assert len(texts) == 4
    assert exchange.notice.text().endswith("and 1 more")

    next(
        action for action in exchange.notice.menu().actions() if "aside" in action.text() and "Bob" in action.text()
    ).trigger()
    qtbot.waitUntil(lambda: exchange.watch._soon.isActive())
    _look(exchange, qtbot)

    assert "lib.commonplace" in exchange.notice.text()
    from commonplace.library.merging import merge

    path = cloud / "lib (conflicted copy 2024-01-02).commonplace"
    with qtbot.waitSignal(window.desk.jobs.changed, timeout=20_000):
        window.desk.jobs.change(lambda library: merge(library, path))
    _look(exchange, qtbot)
    assert not exchange.notice.isVisible()


def test_what_is_on_its_way_is_told_once_and_waited_for(exchange, package, cloud, qtbot):
    said = []
    exchange.told.connect(said.append)
    (cloud / BOB).write_bytes(package.read_bytes()[:5000])
    _look(exchange, qtbot)
    _look(exchange, qtbot)
    assert len(said) == 1 and BOB in said[0]
    assert not exchange.notice.isVisible()

    (cloud / BOB).write_bytes(package.read_bytes())
    _look(exchange, qtbot)

    assert exchange.notice.isVisible()


def test_a_folder_that_is_gone_is_told_once_and_tried_again(exchange, cloud, tmp_path, qtbot):
    said = []
    exchange.told.connect(said.append)
    cloud.rename(tmp_path / "stick")
    for _ in range(2):
        exchange.watch._looked = -10.0
        exchange.watch.look_soon()
        qtbot.waitUntil(lambda: not exchange.watch._soon.isActive() and not exchange.watch._under_way)
    assert len(said) == 1 and str(cloud) in said[0]
    assert exchange.watch.is_on

    (tmp_path / "stick").rename(cloud)
    _look(exchange, qtbot)

    assert said[1:] == ["The exchange folder is there again."]


def test_no_look_comes_within_ten_seconds_of_another(exchange, qtbot):
    exchange.watch.look_soon()

    assert exchange.watch._soon.remainingTime() > 8000
    assert exchange.watch._timer.interval() >= 10_000


def test_changes_are_sent_on_command_and_at_closing(exchange, cloud, window, library_file, qtbot):
    with qtbot.waitSignal(exchange.told) as told:
        window.actions_by_name["send-changes"].trigger()
    assert told.args == ["My changes are in cloud."]
    with open_session(library_file, "Aiko", writing=True) as library:
        own = cloud / own_name(library)
    assert own.exists()
    own.unlink()

    window.actions_by_name["preferences"].trigger()
    from desktop.exchange.settings_box import ExchangeBox

    box = window.frame.dialog.findChild(ExchangeBox)
    qtbot.waitUntil(box.isEnabled)
    assert box.folder.text() == str(cloud)
    box.closing.click()
    qtbot.waitUntil(lambda: exchange.state.at_closing)
    window.close()

    assert own.exists()
    assert not exchange.watch.is_on


def test_the_folder_is_chosen_and_left_in_the_preferences(window, cloud, library_file, qtbot):
    from desktop.exchange.settings_box import ExchangeBox

    window.actions_by_name["preferences"].trigger()
    box = window.frame.dialog.findChild(ExchangeBox)
    qtbot.waitUntil(box.isEnabled)
    assert box.choose.isEnabled() and not box.leave.isEnabled()

    box.folder_chosen.emit(cloud / "nowhere")
    qtbot.waitUntil(lambda: window.frame.dialog.wrong.isVisible())
    box.folder_chosen.emit(cloud)
    qtbot.waitUntil(lambda: box.folder.text() == str(cloud))
    assert not window.frame.dialog.wrong.isVisible()
    assert window.errands.exchange.watch.is_on
    box.documents.click()
    qtbot.waitUntil(lambda: not window.errands.exchange.state.documents)
    box.leave.click()
    qtbot.waitUntil(lambda: not box.folder.text())

    assert not window.errands.exchange.watch.is_on
    with open_session(library_file, "Aiko", writing=False) as library:
        assert exchange_state(library).folder == ""


def test_who_was_named_anew_sends_a_package_of_their_own(exchange, cloud, window, library_file, qtbot):
    window.actions_by_name["preferences"].trigger()
    window.frame.dialog.person.setText("Ben")
    window.frame.dialog.person.editingFinished.emit()
    known = []

    def is_ben():
        window.desk.jobs.ask_at_length(lambda library: library.person_name, known.append)
        return known[-1:] == ["Ben"]

    qtbot.waitUntil(is_ben)
    with qtbot.waitSignal(exchange.told):
        window.actions_by_name["send-changes"].trigger()

    with open_session(library_file, "Ben", writing=True) as library:
        assert [path.name for path in cloud.iterdir()] == [own_name(library)]


def test_a_long_name_does_not_widen_the_window(exchange, window):
    from PySide6.QtCore import QLocale

    from commonplace.library.noticing import ExchangeLine
    from desktop.exchange.words import named, offered

    line = ExchangeLine(BOB, "x" * 100, "2024-05-01T09:30:00.000Z", 1, "new", BOB)
    assert len(offered(line, QLocale("en"))) < 100
    assert "2024" in named(line, QLocale("en")) or "24" in named(line, QLocale("en"))
    exchange.notice.set_lines([line, line])
    assert window.minimumSizeHint().width() < 1280
