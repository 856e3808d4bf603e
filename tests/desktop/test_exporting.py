"""The export dialog: the preview is the file, what is missing is named, nobody's file is overwritten unasked."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def marked(window, qtbot):
    """Return the window with a tagged highlight in the PDF and an untagged one in the text."""
    window.desk.add_concept("Rule of law")
    qtbot.waitUntil(lambda: len(window.desk.concepts) == 1)
    concept = window.desk.concepts[0].id
    order, sea = sorted(window.desk.sources, key=lambda line: line.kind)

    from commonplace.library.viewing import highlight_ranges

    for source, ranges, concepts in ((order.id, (30, 54), (concept,)), (sea.id, (10, 27), ())):
        window.desk.jobs.change(
            lambda library, source=source, ranges=ranges, concepts=concepts: highlight_ranges(
                library, source, [ranges], concepts
            )
        )
    qtbot.waitUntil(lambda: sum(line.highlights for line in window.desk.sources) == 2)
    return window


@pytest.fixture
def dialog(marked, qtbot, tmp_path):
    """Return the export dialog, open, about to write into a folder of its own."""
    marked.actions_by_name["export"].trigger()
    dialog = marked.errands.exports.dialog
    dialog.out.setText(str(tmp_path / "notes.md"))
    qtbot.waitUntil(lambda: bool(dialog.pane.files) and dialog.pane.files[0].path == str(tmp_path / "notes.md"))
    return dialog


def rewritten(dialog, qtbot, words):
    """Wait until the preview holds, or does not hold, some words."""
    qtbot.waitUntil(lambda: bool(dialog.pane.files) and words(dialog.pane.files[0].text))


def test_the_preview_is_the_file_byte_for_byte(dialog, marked, qtbot):
    previewed = {file.path: file.text for file in dialog.pane.files}

    shown = dialog.pane.page(0).toPlainText()
    with qtbot.waitSignal(marked.errands.exports.exported) as exported:
        dialog.export.click()

    # Qt gives a space where it shows one that holds words together.
    assert shown == dialog.pane.files[0].text.replace("\xa0", " ")
    assert list(exported.args[0].files) == list(previewed)
    for path, text in previewed.items():
        assert Path(path).read_bytes() == text.encode()
    assert "notes.md" in marked.errands.exports.toast.text
    assert not dialog.isVisible()
    assert not dialog.isModal()


def test_concepts_and_sources_that_are_ticked_narrow_the_preview(dialog, marked, qtbot):
    from PySide6.QtCore import Qt

    assert dialog.pane.files[0].text.count("> ") == 2

    dialog.concepts.setData(dialog.concepts.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    rewritten(dialog, qtbot, lambda text: text.count("> ") == 1)

    assert dialog.request.concepts == (marked.desk.concepts[0].id,)
    assert dialog.status.text().endswith("1")


def test_another_format_changes_the_ending_and_the_text(dialog, qtbot):
    dialog.format.setCurrentIndex(1)
    rewritten(dialog, qtbot, lambda text: r"\autocite" in text)

    assert dialog.out.text().endswith("notes.tex")


def test_pages_that_nobody_numbered_are_named(dialog, marked):
    (order,) = (line for line in marked.desk.sources if line.kind == "pdf")

    assert order.citekey in dialog.warnings.text()
    assert dialog.warnings.isVisible()


def test_a_source_without_key_is_named_and_nothing_can_be_written(marked, dialog, qtbot):
    from db.kinds import SOURCE

    (order,) = (line for line in marked.desk.sources if line.kind == "pdf")

    def lose_the_reference(library):
        with library.action("Lose the reference") as action:
            action.set(SOURCE, order.id, "reference", None)

    marked.desk.jobs.change(lose_the_reference)
    qtbot.waitUntil(lambda: "order.pdf" in dialog.pane.message.text())

    assert not dialog.export.isEnabled()


def test_somebody_elses_file_is_overwritten_only_when_asked(dialog, marked, qtbot, tmp_path):
    (tmp_path / "notes.md").write_text("mine")

    dialog.export.click()
    qtbot.waitUntil(dialog.overwrite.isVisible)
    assert (tmp_path / "notes.md").read_text() == "mine"

    with qtbot.waitSignal(marked.errands.exports.exported):
        dialog.overwrite.click()
    assert (tmp_path / "notes.md").read_text() != "mine"


def test_nothing_marked_is_said_in_place_of_the_preview(window, qtbot):
    window.errands.exports.open()
    dialog = window.errands.exports.dialog

    qtbot.waitUntil(lambda: bool(dialog.pane.message.text()))
    assert not dialog.export.isEnabled()


def test_choices_are_a_sound_model(qtmodeltester):
    from PySide6.QtCore import Qt

    from desktop.models.choices import Choices

    model = Choices()
    model.set_rows([("a", "A"), ("b", "B")])
    qtmodeltester.check(model)

    model.setData(model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.set_rows([("b", "B"), ("c", "C")])

    assert model.ticked == ("b",)


@pytest.mark.parametrize(
    ("name", "expected"), [("a/notes.md", "a/notes.tex"), ("notes.txt", "notes.txt"), ("no.tex", "no.tex")]
)
def test_a_name_takes_the_ending_of_the_format(name, expected):
    from desktop.exporting.request import with_suffix_of

    assert with_suffix_of(name, ".tex", (".md", ".tex")) == expected
