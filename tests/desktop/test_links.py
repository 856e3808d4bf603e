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
