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


def test_the_next_link_is_sought_behind_a_place_and_through_all_parts():
    from desktop.reader.link_keys import chosen_link, next_link, parts_from

    links = [((20, 25), "https://example.org/"), ((3, 8), 40)]

    assert next_link(links, None, 1) == ((3, 8), 40)
    assert next_link(links, None, -1) == ((20, 25), "https://example.org/")
    assert next_link(links, (3, 8), 1) == ((20, 25), "https://example.org/")
    assert next_link(links, (20, 25), 1) is None
    assert next_link(links, (3, 8), -1) is None
    assert next_link([], None, 1) is None
    assert chosen_link(links, ((3, 8),)) == ((3, 8), 40)
    assert chosen_link(links, ((3, 9),)) is None
    assert list(parts_from(2, 4, 1)) == [2, 3, 0, 1, 2]
    assert list(parts_from(1, 4, -1)) == [1, 0, 3, 2, 1]


@pytest.fixture
def linked_book(window, tmp_path, qtbot):
    """Return the view of a book of 120 pages, of which those with the indices 3, 70 and 110 have links on words.

    Page 4 has one on no words, and page 3 has two.
    """
    import pymupdf

    with pymupdf.open() as document:
        for number in range(120):
            document.new_page(width=420, height=595).insert_text((50, 80), f"Page {number} leads on.", fontsize=14)
        for number, target in ((3, 110), (70, "https://example.org/"), (110, 3)):
            page = document[number]
            (place,) = page.search_for("leads")
            kind = {"kind": pymupdf.LINK_GOTO, "page": target} if isinstance(target, int) else {"uri": target}
            page.insert_link({"from": place, "kind": pymupdf.LINK_URI} | kind)
        (place,) = document[3].search_for("on.")
        document[3].insert_link({"from": place, "kind": pymupdf.LINK_URI, "uri": "https://example.org/on"})
        document[4].insert_link(
            {"from": pymupdf.Rect(50, 400, 90, 420), "kind": pymupdf.LINK_URI, "uri": "https://example.org/nothing"}
        )
        document.save(tmp_path / "book.pdf")
    window.errands.imports.take([tmp_path / "book.pdf"])
    qtbot.waitUntil(lambda: len(window.desk.sources) == 3, timeout=60_000)
    line = next(line for line in window.desk.sources if "book" in line.file_names[0])
    window.desk.open_source(line.id)
    qtbot.waitUntil(lambda: window.desk.source is not None and window.pages.is_drawn, timeout=20_000)
    return window.pages


def test_the_keys_go_through_all_links_of_a_document_with_pages(linked_book, window, qtbot):
    pages, text = linked_book, window.desk.source.layer.text

    def pressed(name):
        with qtbot.waitSignal(pages.link_sought, timeout=20_000):
            window.actions_by_name[name].trigger()
        ((start, end),) = pages.ranges
        line = text[text.rindex("Page", 0, start) :].split()
        qtbot.waitUntil(lambda: pages.caret_at(start) is not None, timeout=20_000)
        return int(line[1]), text[start:end]

    assert [pressed("next-link") for _ in range(5)] == [
        (3, "leads"),
        (3, "on."),
        (70, "leads"),
        (110, "leads"),
        (3, "leads"),
    ]
    assert [pressed("previous-link") for _ in range(3)] == [(110, "leads"), (70, "leads"), (3, "on.")]
    window.actions_by_name["edit-highlight"].trigger()
    assert window.link_question.address.text() == "https://example.org/on"


def test_a_document_without_links_says_so(opened, window, qtbot):
    for name in ("order", "sea"):
        reader = opened(name)
        window.statusBar().clearMessage()
        with qtbot.waitSignal(reader.link_sought, timeout=20_000) as found:
            window.actions_by_name["next-link"].trigger()

        assert found.args == [None]
        assert "no links" in window.statusBar().currentMessage()


def test_the_keys_go_to_the_links_of_a_text_that_are_out_of_sight(window, tmp_path, qtbot):
    lines = [f"<p>Paragraph {number} of the text.</p>" for number in range(300)]
    lines[120] = '<p>Here is <a href="https://example.org/one">one link</a>.</p>'
    lines[280] = '<p>Here is <a href="https://example.org/two">another</a>.</p>'
    page = tmp_path / "long.html"
    page.write_text(f"<html><body><article>{''.join(lines)}</article></body></html>", "utf-8")
    window.errands.imports.take([page])
    qtbot.waitUntil(lambda: len(window.desk.sources) == 3, timeout=60_000)
    window.desk.open_source(next(line.id for line in window.desk.sources if "long" in line.file_names[0]))
    qtbot.waitUntil(lambda: window.flow.isVisible() and bool(window.flow.seen()))
    flow = window.flow

    found = []
    for name in ("next-link", "next-link", "next-link", "previous-link", "previous-link"):
        window.actions_by_name[name].trigger()
        found.append(flow.selected_text())
        assert not flow.selection_rectangle().isEmpty()

    assert found == ["one link", "another", "one link", "another", "one link"]


def test_a_link_of_a_page_is_chosen_and_followed_with_the_keys(opened, window, qtbot):
    pages = opened("order")
    text = window.desk.source.layer.text
    start = text.index("free")
    (box,) = pages._supply.places.lines(0, [(start, start + 4)])
    pages._supply.links[0] = [(box, "https://example.org/")]

    with qtbot.waitSignal(pages.link_sought):
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
