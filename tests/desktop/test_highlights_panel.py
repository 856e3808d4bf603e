"""The highlights of the open source: filtered and ordered in their panel."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def panel(window, opened, qtbot):
    """Return the panel with three highlights of the text: sea and nobody with concepts, order with a note."""
    opened("sea")
    text = window.desk.source.layer.text
    for word, concepts in (("sea", ["water"]), ("order", []), ("Nobody", ["law"])):
        start, known = text.index(word), len(window.desk.marks)
        window.desk.highlight([(start, start + len(word))], (), concepts)
        qtbot.waitUntil(lambda known=known: len(window.desk.marks) == known + 1)
    noted = next(mark.highlight.id for mark in window.desk.marks if mark.line.quote == "order")
    window.desk.write_note(noted, "A remark on 海")
    qtbot.waitUntil(lambda: any(mark.line.note for mark in window.desk.marks))
    return window.highlights


def shown(panel):
    model = panel.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [index.data(0x100).line.quote for index in rows]


@pytest.mark.parametrize(
    ("order", "quotes"),
    [("", ["order", "sea", "Nobody"]), ("newest", ["Nobody", "order", "sea"]), ("concept", ["Nobody", "sea", "order"])],
)
def test_highlights_stand_in_the_order_that_is_chosen(panel, order, quotes):
    panel.order.setCurrentIndex(panel.order.findData(order))

    assert shown(panel) == quotes


def test_the_filter_looks_at_quotes_concepts_and_notes(panel):
    found = {}
    for words in ("sea", "LAW", "海", "remark order", "sea law"):
        panel.filter.setText(words)
        found[words] = shown(panel)

    assert found == {"sea": ["sea"], "LAW": ["Nobody"], "海": ["order"], "remark order": ["order"], "sea law": []}
    assert "answers" in panel.hint.text
    panel.hint.button.click()
    assert len(shown(panel)) == 3


def test_what_is_chosen_elsewhere_is_never_hidden(panel, window, qtbot):
    panel.filter.setText("law")
    window.reader.setFocus()
    wanted = next(mark.highlight.id for mark in window.desk.marks if mark.line.quote == "sea")

    window.chosen.choose(wanted)

    assert (panel.current, panel.filter.text()) == (wanted, "")
    panel.filter.setText("law")
    start = window.desk.source.layer.text.index("lies")
    window.desk.highlight([(start, start + 4)])
    qtbot.waitUntil(lambda: "lies" in shown(panel))
