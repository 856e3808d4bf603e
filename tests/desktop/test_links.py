"""Links: inside the document they jump, out of it they ask first, and what is no page of the web is not opened."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def question(qtbot):
    """Return the question over an empty room, and the addresses it opened."""
    from PySide6.QtWidgets import QWidget

    from desktop.reader.link_question import LinkQuestion

    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 500)
    room.show()
    opened = []
    asked = LinkQuestion(room, lambda url: not opened.append(url.toString()))
    asked.opened = opened
    return asked


def test_an_address_is_shown_as_it_is_and_opened_when_that_is_wanted(question, qtbot):
    question.ask("https://example.org/paper?id=1#top")

    assert question.isVisible()
    assert question.address.text() == "https://example.org/paper?id=1#top"
    assert question.opened == []
    with qtbot.waitSignal(question.left):
        question.open_button.click()
    assert question.opened == ["https://example.org/paper?id=1#top"]
    assert not question.isVisible()


def test_an_address_is_not_opened_when_that_is_not_wanted(question, qtbot):
    from PySide6.QtCore import Qt

    question.ask("mailto:aiko@example.org")
    with qtbot.waitSignal(question.left):
        qtbot.keyClick(question.leave_button, Qt.Key.Key_Escape)

    assert question.opened == []
    assert not question.isVisible()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "//host/x", ""])
def test_anything_else_is_told_and_never_opened(question, qtbot, address):
    with qtbot.waitSignal(question.refused) as told:
        question.ask(address)

    assert "not opened" in told.args[0]
    assert not question.isVisible()
    assert question.opened == []


def test_an_address_that_nothing_opens_is_told(qtbot, question):
    question._open_address = lambda _url: False
    question.ask("https://example.org/")

    with qtbot.waitSignal(question.refused):
        question.open_button.click()


def test_a_link_in_the_window_asks_and_goes_when_another_source_is_opened(opened, window, qtbot):
    opened("order")
    window.pages.link_activated.emit("https://example.org/")
    assert window.link_question.isVisible()

    opened("sea")

    assert not window.link_question.isVisible()


def test_a_link_inside_a_text_jumps_and_can_be_taken_back(opened, window, qtbot):
    opened("sea")
    window.flow.link_activated.emit(30)

    assert window.actions_by_name["back"].isEnabled()


def test_the_keys_go_from_link_to_link_and_round():
    from desktop.reader.link_keys import chosen_link, next_link

    links = [((20, 25), "https://example.org/"), ((3, 8), 40)]

    assert next_link(links, (), 1) == ((3, 8), 40)
    assert next_link(links, (), -1) == ((20, 25), "https://example.org/")
    assert next_link(links, ((3, 8),), 1) == ((20, 25), "https://example.org/")
    assert next_link(links, ((20, 25),), 1) == ((3, 8), 40)
    assert next_link(links, ((3, 8),), -1) == ((20, 25), "https://example.org/")
    assert next_link([], (), 1) is None
    assert chosen_link(links, ((3, 8),)) == ((3, 8), 40)
    assert chosen_link(links, ((3, 9),)) is None


def test_a_link_of_a_page_is_chosen_and_followed_with_the_keys(opened, window, qtbot):
    pages = opened("order")
    text = window.desk.source.layer.text
    start = text.index("free")
    (box,) = pages._supply.places.lines(0, [(start, start + 4)])
    pages._supply.links[0] = [(box, "https://example.org/")]

    window.actions_by_name["next-link"].trigger()
    assert pages.ranges == ((start, start + 4),)
    window.actions_by_name["edit-highlight"].trigger()

    assert window.link_question.isVisible()
    assert pages.ranges == ()
    assert window.desk.marks == []


def test_enter_without_a_link_leads_to_the_note_as_before(opened, window, qtbot):
    flow = opened("sea")
    flow.select([(0, 8)])

    window.actions_by_name["next-link"].trigger()
    assert flow.ranges == ((0, 8),)
    window.actions_by_name["edit-highlight"].trigger()

    qtbot.waitUntil(lambda: len(window.desk.marks) == 1)
