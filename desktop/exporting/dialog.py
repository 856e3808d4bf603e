"""The export dialog: what is to be written on the left, on the right the text that it will be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.previewing import ExportPreview
from commonplace.library.sources import SourceLine
from core.errors import UserError
from core.records import Concept
from desktop.exporting.preview_pane import PreviewPane
from desktop.exporting.request import ExportRequest, with_suffix_of
from desktop.models.choices import Choices
from desktop.panels.choice_list import ChoiceList
from desktop.telling import said_of

_REST_MS = 200
_EM = "\u2003"


class ExportDialog(QDialog):
    """Asks what to export, and shows what that comes to.

    Signals:
        preview_wanted: The choice has rested; carries the ``ExportRequest``.
        export_wanted: Carries the ``ExportRequest``, and whether files in the way may be overwritten.
    """

    preview_wanted = Signal(object)
    export_wanted = Signal(object, bool)

    def __init__(self, formats: Mapping[str, str], out: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export quotes"))
        self._suffixes = dict(formats)
        self.concepts = Choices(self)
        self.sources = Choices(self)
        self.format = QComboBox(self)
        for name, suffix in formats.items():
            self.format.addItem(self._format_name(name, suffix), name)
        self.private = QCheckBox(self.tr("With what is &private"), self)
        self.out = QLineEdit(str(out), self)
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.pane = PreviewPane(self)
        self.warnings = QLabel(self)
        self.warnings.setWordWrap(True)
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        self.warnings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self.export = QPushButton(self.tr("&Export"), self)
        self.export.setDefault(True)
        self.overwrite = QPushButton(self.tr("&Overwrite"), self)
        self.overwrite.hide()
        self.dismiss = QPushButton(self.tr("C&lose"), self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Offer these concepts, as a tree."""
        ordered = sorted(concepts, key=lambda one: [name.casefold() for name in one.path])
        self.concepts.set_rows([(one.id, _EM * (len(one.path) - 1) + one.name) for one in ordered])

    def set_sources(self, lines: Sequence[SourceLine]) -> None:
        """Offer the sources in which something is marked."""
        marked = [line for line in lines if line.highlights]
        self.sources.set_rows(
            [(line.id, f"{line.citekey} – {line.title}" if line.citekey else line.title) for line in marked]
        )

    def choose(self, concepts: Collection[str], sources: Collection[str]) -> None:
        """Tick these concepts and sources; none for all."""
        # Each time anew it has to be wanted.
        self.private.setChecked(False)
        self.concepts.tick(concepts)
        self.sources.tick(sources)
        self.renew()

    @property
    def request(self) -> ExportRequest:
        out = Path(self.out.text().strip()).expanduser()
        format = str(self.format.currentData())
        return ExportRequest(self.concepts.ticked, self.sources.ticked, format, out, self.private.isChecked())

    def show_preview(self, preview: ExportPreview) -> None:
        """Show what would be written."""
        self.pane.show_files(preview.files)
        self.warnings.setText("\n".join(f"⚠ {warning}" for warning in preview.warnings))
        self.warnings.setVisible(bool(preview.warnings))
        self.status.setText(self.tr("Quotes: {count}").format(count=f"{preview.quotes:,}"))
        self.export.setEnabled(True)

    def show_problem(self, error: UserError) -> None:
        """Say why nothing can be written."""
        self.pane.say(said_of(error))
        self.warnings.hide()
        self.status.clear()
        self.export.setEnabled(False)

    def show_failure(self, error: UserError) -> None:
        """Say why nothing was written; offer to overwrite where that is all that stands in the way."""
        in_the_way = error.code == "would-overwrite"
        self.status.setText(error.message if in_the_way else said_of(error))
        self.overwrite.setVisible(in_the_way)
        self.export.setEnabled(True)
        if in_the_way:
            self.overwrite.setFocus()

    @Slot()
    def renew(self) -> None:
        """Ask for the preview at once."""
        self._rest.stop()
        self.overwrite.hide()
        if self.out.text().strip():
            self.preview_wanted.emit(self.request)
        else:
            self.export.setEnabled(False)

    def _lay_out(self) -> None:
        left = QWidget(self)
        form = QVBoxLayout(left)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(ChoiceList(self.tr("&Concepts"), self.concepts, self.tr("All, with what has none"), self), 3)
        form.addWidget(ChoiceList(self.tr("&Sources"), self.sources, self.tr("All"), self), 2)
        fields = QFormLayout()
        fields.addRow(self.tr("&Format"), self.format)
        place = QHBoxLayout()
        place.addWidget(self.out, 1)
        place.addWidget(self.browse)
        file = QLabel(self.tr("F&ile"), left)
        file.setBuddy(self.out)
        fields.addRow(file, place)
        fields.addRow(self.private)
        form.addLayout(fields)
        self.format.setAccessibleName(self.tr("Format"))
        self.out.setAccessibleName(self.tr("File to write"))
        halves = QSplitter(self)
        halves.addWidget(left)
        halves.addWidget(self.pane)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.status, 1)
        for button in (self.overwrite, self.export, self.dismiss):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(halves, 1)
        whole.addWidget(self.warnings)
        whole.addLayout(buttons)
        em = self.fontMetrics().height()
        self.resize(em * 56, em * 36)
        halves.setSizes([em * 20, em * 36])

    def _connect(self) -> None:
        self._rest.timeout.connect(self.renew)
        for choices in (self.concepts, self.sources):
            choices.ticked_changed.connect(self._rest.start)
            choices.modelReset.connect(self._rest.start)
        self.out.textChanged.connect(self._rest.start)
        self.private.toggled.connect(self._rest.start)
        self.format.currentIndexChanged.connect(self._change_suffix)
        self.format.currentIndexChanged.connect(self._rest.start)
        self.browse.clicked.connect(self._ask_for_file)
        self.export.clicked.connect(lambda: self._export(overwriting=False))
        self.overwrite.clicked.connect(lambda: self._export(overwriting=True))
        self.dismiss.clicked.connect(self.close)

    def _export(self, *, overwriting: bool) -> None:
        self.overwrite.hide()
        self.export.setEnabled(False)
        self.export_wanted.emit(self.request, overwriting)

    @Slot()
    def _change_suffix(self) -> None:
        suffix = self._suffixes[str(self.format.currentData())]
        self.out.setText(with_suffix_of(self.out.text(), suffix, tuple(self._suffixes.values())))

    @Slot()
    def _ask_for_file(self) -> None:
        asking = QFileDialog(self, self.tr("Export to"), self.out.text())
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog asks for itself, by rules of its own: an export of ours that nobody changed may be replaced.
        asking.setOption(QFileDialog.Option.DontConfirmOverwrite)
        asking.setDefaultSuffix(self._suffixes[str(self.format.currentData())].removeprefix("."))
        asking.selectFile(self.out.text())
        asking.fileSelected.connect(self.out.setText)
        asking.open()

    def _format_name(self, name: str, suffix: str) -> str:
        known = {"md": self.tr("Markdown (Pandoc)"), "latex": self.tr("LaTeX (biblatex)")}
        return f"{known.get(name, name)}  {suffix}"
