"""The guide in its window: whole, offline, its chapters named in the window's language."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def guide(window, qtbot):
    """Return the guide, opened by its key."""
    from PySide6.QtCore import Qt

    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.frame.help is not None and window.frame.help.isVisible())
    return window.frame.help


def chapter(guide, title):
    from PySide6.QtCore import Qt

    (item,) = guide.chapters.findItems(title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return item


def test_f1_opens_the_guide_and_once_only(guide, window, qtbot):
    from PySide6.QtCore import Qt

    assert "command palette" in guide.page.toPlainText()

    qtbot.keyClick(window, Qt.Key.Key_F1)

    assert window.frame.help is guide


def test_a_chapter_is_brought_to_sight(guide, qtbot):
    assert guide.page.verticalScrollBar().value() == 0

    guide.chapters.setCurrentItem(chapter(guide, "Export"))

    qtbot.waitUntil(lambda: guide.page.verticalScrollBar().value() > 0)
    top = guide.page.cursorForPosition(guide.page.viewport().rect().topLeft()).block()
    assert top.text() == "Export" or top.next().text() == "Export"


def test_links_lead_through_the_guide_and_nowhere_else(guide):
    from PySide6.QtCore import QUrl

    guide.page.anchorClicked.emit(QUrl("colleagues.md"))
    assert guide.page.toPlainText().startswith("Working with colleagues")

    guide.page.anchorClicked.emit(QUrl("README.md#undo"))
    assert guide.page.toPlainText().startswith("The window, in ten minutes")
    assert guide.page.verticalScrollBar().value() > 0

    guide.page.anchorClicked.emit(QUrl("https://example.org/x"))
    assert guide.page.toPlainText().startswith("The window, in ten minutes")
    assert "https://example.org/x" in guide.note.text()


def test_pictures_are_there_and_no_wider_than_the_page(guide):
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextDocument

    for name in ("palette", "reader", "export"):
        kind = QTextDocument.ResourceType.ImageResource.value
        picture = guide.page.loadResource(kind, QUrl(f"pictures/{name}.png"))
        assert 0 < picture.width() <= guide.page.viewport().width() * picture.devicePixelRatio()


def test_the_list_of_keys_has_its_own_key_and_is_opened_from_the_guide(guide, window, qtbot):
    from PySide6.QtCore import Qt

    from desktop.frame.key_list import KeyList

    qtbot.mouseClick(guide.keys, Qt.MouseButton.LeftButton)

    assert isinstance(window.frame.dialog, KeyList)
    assert guide.isVisible()
    window.frame.dialog.close()


def test_every_heading_is_named_in_german_and_japanese():
    import xml.etree.ElementTree as ET
    from pathlib import Path

    from desktop.frame.help_window import PAGES, headings

    i18n = Path(__file__).resolve().parents[2] / "resources" / "i18n"
    for language in ("de", "ja"):
        contexts = {one.findtext("name"): one for one in ET.parse(i18n / f"commonplace_{language}.ts").iter("context")}
        known = {message.findtext("source") for message in contexts["Guide"].iter("message")}
        assert {title for name in PAGES for title in headings(name)} == known


def test_what_the_guide_links_to_comes_with_a_release():
    import re
    import tomllib
    from pathlib import Path

    from desktop.frame.help_window import PAGES

    root = Path(__file__).resolve().parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert all((root / path).exists() and to == f"resources/{path}" for path, to in shipped.items())
    for name in PAGES:
        page = root / "docs" / "guide" / name
        for link in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
            target = (page.parent / link).resolve().relative_to(root).as_posix()
            assert any(target == path or target.startswith(f"{path}/") for path in shipped) or "/decisions/" in target
