"""Point 24: Japanese without boxes, whatever fonts the computer has, and composed by an input method."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def without_glyph(text):
    """Return the characters of a text for which Qt finds no glyph in any font."""
    from PySide6.QtGui import QTextLayout
    from PySide6.QtWidgets import QApplication

    layout = QTextLayout(text, QApplication.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    missing = set()
    for run in layout.glyphRuns():
        for glyph, place in zip(run.glyphIndexes(), run.stringIndexes(), strict=False):
            if glyph == 0 and text[place].isprintable():
                missing.add(text[place])
    return missing


@pytest.fixture(scope="module")
def japanese(qapp):
    """Let there be a Japanese font, as the program does where there is none."""
    from commonplace.library.fonts import cjk_font
    from desktop import fonts

    if not fonts.has_japanese():
        fonts.add(cjk_font())


def test_where_no_font_has_japanese_one_is_fetched_and_added(window, qtbot, monkeypatch):
    from PySide6.QtGui import QFontDatabase

    from desktop import fonts

    added = []
    monkeypatch.setattr(fonts, "add", added.append)
    fonts.complete(window.desk.jobs, lambda: False)
    qtbot.waitUntil(lambda: bool(added), timeout=30_000)

    number = QFontDatabase.addApplicationFontFromData(added[0])
    assert QFontDatabase.applicationFontFamilies(number)
    assert QFontDatabase.removeApplicationFont(number)


def test_where_a_font_has_japanese_none_is_fetched(window, monkeypatch):
    from desktop import fonts

    asked = []
    monkeypatch.setattr(window.desk.jobs, "ask_at_length", lambda *told: asked.append(told))

    fonts.complete(window.desk.jobs, lambda: True)

    assert not asked


def test_every_character_of_the_japanese_interface_can_be_drawn(japanese):
    texts = [
        one.text or ""
        for one in ET.parse(I18N / "commonplace_ja.ts").iter()
        if one.tag.endswith(("translation", "numerusform"))
    ]

    assert without_glyph("".join(sorted(set("".join(texts)) - {"\n"}))) == set()


def test_every_character_of_a_japanese_document_can_be_drawn(japanese, opened, window):
    opened("sea")

    assert without_glyph("".join(sorted(set(window.desk.source.layer.text) - {"\n"}))) == set()


def test_a_concept_is_composed_and_committed_by_an_input_method(opened, window, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    flow = opened("sea")
    start = window.desk.source.layer.text.index("反撃能力")
    flow.select([(start, start + 4)])
    window.actions_by_name["tag"].trigger()
    line = window.tag_box.line
    QApplication.sendEvent(line, QInputMethodEvent("はんげきのうりょく", []))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not window.desk.concepts and window.tag_box.isVisible()

    committed = QInputMethodEvent("", [])
    committed.setCommitString("反撃能力")
    QApplication.sendEvent(line, committed)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [one.name for one in window.desk.concepts] == ["反撃能力"])
    qtbot.waitUntil(lambda: [mark.line.concepts for mark in window.desk.marks] == [("反撃能力",)])
