"""Points 12, 21 and 22: overlaps that are seen, contrast in the very pixels, marks told apart without colour."""

from collections import Counter
from functools import partial

import pytest

pytestmark = pytest.mark.gui

LINE = "the same words in every line"


@pytest.fixture
def scheme(qapp, request):
    """Show the program in a scheme, and as it was afterwards."""
    from desktop import theme

    before = qapp.palette(), qapp.style().objectName(), qapp.styleSheet()
    theme.apply(request.param, qapp)
    yield request.param
    qapp.setStyleSheet(before[2])
    qapp.setStyle(before[1])
    qapp.setPalette(before[0])


def luminance(colour):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(image):
    from PySide6.QtGui import QColor

    seen = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return [QColor.fromRgb(pixel) for pixel, _ in seen.most_common()]


def best_contrast(widget):
    """Return the contrast of a widget's ground with what stands out from it most, in its pixels."""
    ground, *others = colours(widget.grab().toImage())
    return max(contrast(ground, other) for other in others)


@pytest.mark.parametrize("scheme", ["light", "dark"], indirect=True)
def test_the_words_of_the_window_can_be_read_in_its_pixels(scheme, opened, window, qtbot):
    flow = opened("sea")
    window.desk.highlight([(0, 8)], (), ["order"])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    window.statusBar().showMessage("said")
    strip = window.errands.beginning.strip
    parts = (
        window.menuBar(),
        window.toolbar.page_box.line if window.toolbar.page_box.isEnabled() else window.toolbar,
        window.sources.list.viewport(),
        window.highlights.list.viewport(),
        window.statusBar(),
        window.note.editor.viewport(),
        strip.hint,
        flow.viewport(),
    )

    assert {type(part).__name__: round(best_contrast(part), 1) for part in parts if best_contrast(part) < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"], indirect=True)
def test_the_focus_is_seen_in_the_pixels(scheme, window, qtbot):
    line = window.sources.filter
    window.sources.list.setFocus()
    before = line.grab().toImage()
    window.activateWindow()
    line.setFocus()
    line.deselect()
    after = line.grab().toImage()

    middle = before.width() // 2
    edges = [(after.pixelColor(middle, y), before.pixelColor(middle, y)) for y in range(2)]
    changed = [new for new, old in edges if new != old]
    assert changed
    assert max(contrast(new, window.palette().base().color()) for new in changed) >= 3


@pytest.fixture
def seven(qtbot, tmp_path):
    """Return the window with seven lines of the same words open, each marked with another colour."""
    from commonplace.library.importing import import_paths
    from commonplace.library.session import new_library, open_session
    from desktop.application import made_window

    (tmp_path / "seven.txt").write_text("\n\n".join([LINE] * 7), "utf-8")
    with new_library(tmp_path / "seven.commonplace", "Aiko") as library:
        list(import_paths(library, [tmp_path / "seven.txt"]))
    shown = made_window(partial(open_session, tmp_path / "seven.commonplace", "Aiko", writing=True), "seven")
    qtbot.addWidget(shown)
    shown.show()
    shown.desk.load()
    qtbot.waitUntil(lambda: len(shown.desk.sources) == 1)
    shown.desk.open_source(shown.desk.sources[0].id)
    qtbot.waitUntil(lambda: shown.desk.source is not None)
    text = shown.desk.source.layer.text
    for number in range(7):
        start = number * (len(text) + 1) // 7
        start = text.index(LINE, max(start - 2, 0))
        shown.desk.highlight([(start, start + len(LINE))], (), [f"concept {number}"])
        qtbot.waitUntil(lambda number=number: len(shown.desk.marks) == number + 1)
        qtbot.waitUntil(lambda number=number: len(shown.desk.concepts) == number + 1)
    shown.highlights.list.setCurrentIndex(shown.highlights.model.index(-1, 0))
    shown.reader.choose_mark("")
    yield shown
    shown.close()


def test_the_seven_marks_are_told_apart_in_grey_by_their_lines(seven, qtbot):
    from PySide6.QtGui import QImage

    reader = seven.reader
    assert len({concept.colour for concept in seven.desk.concepts}) == 7
    grey = reader.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    text, masks = seven.desk.source.layer.text, []
    for mark in seven.desk.marks:
        start, end = mark.highlight.anchor.ranges[0]
        assert text[start:end] == LINE
        first = reader.place_of(start)
        masks.append(line_of(grey, first.x(), first.x() + 100, first.y()))

    for one in range(7):
        for other in range(one):
            assert sum(a != b for a, b in zip(masks[one], masks[other], strict=True)) > 40, (one, other)


def line_of(grey, left, right, middle):
    """Return for each pixel below the middle of a line of text whether it is darker than the mark's own ground."""
    pixels = [grey.pixelColor(x, y).red() for y in range(middle, middle + 22) for x in range(left, right)]
    ground = Counter(value for value in pixels if value < 252).most_common(1)[0][0]
    return [value < ground - 16 for value in pixels]


def test_overlapping_marks_are_both_seen_and_o_goes_round_them(opened, window, qtbot):
    from PySide6.QtCore import Qt

    flow = opened("sea")
    text = window.desk.source.layer.text
    start = text.index("The sea is common")
    window.desk.highlight([(start, start + 10)], (), ["order"])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 1 and len(window.desk.concepts) == 1)
    flow.choose_mark("")
    alone = flow.viewport().grab().toImage()
    window.desk.highlight([(start + 4, start + 17)], (), ["law"])
    qtbot.waitUntil(lambda: len(window.desk.marks) == 2 and len(window.desk.concepts) == 2)
    flow.choose_mark("")
    both = flow.viewport().grab().toImage()

    here = flow.place_of(start + 6)
    column = [
        (alone.pixelColor(here.x(), here.y() + step), both.pixelColor(here.x(), here.y() + step)) for step in range(24)
    ]
    assert any(before != after for before, after in column)
    first = flow.place_of(start + 1)
    outside = [both.pixelColor(first.x(), first.y() + step) for step in range(16)]
    assert [alone.pixelColor(first.x(), first.y() + step) for step in range(16)] == outside
    chosen = []
    for _ in range(3):
        qtbot.keyClick(flow, Qt.Key.Key_O)
        chosen.append(window.highlights.current)

    assert chosen[0] != chosen[1]
    assert chosen[0] == chosen[2]
