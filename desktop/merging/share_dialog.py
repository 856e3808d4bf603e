"""The dialog for a package: what is to go into it, and in plain words what travels with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.sharing import ShareRequest
from commonplace.library.sources import SourceLine
from core.errors import UserError
from core.records import Concept
from desktop.models.choices import Choices
from desktop.models.source_groups import called
from desktop.panels.choice_list import ChoiceList
from desktop.telling import said_of

SUFFIX = ".commonplace-share"
_EM = "\u2003"


class ShareDialog(QDialog):
    """Asks what to share.

    Signals:
        share_wanted: Carries the file to write, and the ``ShareRequest``.
        cancel_requested: What is being written is to end.
    """

    share_wanted = Signal(object, object)
    cancel_requested = Signal()

    def __init__(self, out: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forced = False
        self.setWindowTitle(self.tr("Share with colleagues"))
        self.concepts, self.sources = Choices(self), Choices(self)
        self.persons, self.collections = Choices(self), Choices(self)
        self._choices = (self.concepts, self.sources, self.persons, self.collections)
        self._collections = ChoiceList(self.tr("Collec&tions"), self.collections, self.tr("All"), self)
        self.documents = QCheckBox(self.tr("With the &documents and their texts"), self)
        self.documents.setChecked(True)
        self.travels = QLabel(self)
        self.travels.setWordWrap(True)
        self.travels.setTextFormat(Qt.TextFormat.PlainText)
        self.out = QLineEdit(str(out), self)
        self.out.setAccessibleName(self.tr("File to write"))
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.share = QPushButton(self.tr("S&hare"), self)
        self.share.setDefault(True)
        self.overwrite = QPushButton(self.tr("&Overwrite"), self)
        self.cancel = QPushButton(self.tr("Ca&ncel"), self)
        self.dismiss = QPushButton(self.tr("C&lose"), self)
        self._lay_out()
        self._connect()
        self._renew()

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Offer these concepts, as a tree."""
        ordered = sorted(concepts, key=lambda one: [name.casefold() for name in one.path])
        self.concepts.set_rows([(one.id, _EM * (len(one.path) - 1) + one.name) for one in ordered])

    def set_sources(self, lines: Sequence[SourceLine]) -> None:
        """Offer these sources, and the collections that they are in."""
        named = sorted({name for one in lines for name in one.collections}, key=str.casefold)
        self.collections.set_rows([(name, name) for name in named])
        self._collections.setVisible(bool(named))
        self.sources.set_rows([(one.id, " – ".join(filter(None, (one.citekey, called(one))))) for one in lines])

    def set_persons(self, persons: Sequence[tuple[str, str]]) -> None:
        """Offer these persons, by id and name; those of one name go together."""
        self.persons.set_rows([(name, name) for name in dict.fromkeys(name for _, name in persons)])

    def request(self, *, force: bool = False) -> ShareRequest:
        """Return what is asked for."""
        return ShareRequest(
            self.concepts.ticked,
            self.sources.ticked,
            self.persons.ticked,
            self.collections.ticked,
            documents=self.documents.isChecked(),
            force=force,
        )

    def show_progress(self, thousandths: int) -> None:
        """Say how far it is."""
        self.progress.setValue(thousandths)

    def show_failure(self, error: UserError) -> None:
        """Say why nothing was written; offer to overwrite where that is all that stands in the way."""
        in_the_way = error.code == "would-overwrite" and not self._forced
        self.set_busy(busy=False)
        self.status.setText(error.message if in_the_way else said_of(error))
        self.overwrite.setVisible(in_the_way)
        if in_the_way:
            self.overwrite.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Say whether a package is being written."""
        self.progress.setValue(0)
        for widget in (self.progress, self.cancel):
            widget.setVisible(busy)
        for widget in (self.share, self.overwrite):
            widget.setEnabled(not busy)
        if busy:
            self.status.clear()
            self.overwrite.hide()

    @Slot()
    def _renew(self) -> None:
        whole = not any(choices.ticked for choices in self._choices)
        first = self.tr("The whole library goes along.") if whole else self.tr(
            "What you chose goes along with all it needs: its sources and references, the concepts with those above "
            "them, its notes, and the names of those who wrote them."
        )  # fmt: skip
        second = (
            self.tr("The documents go along; see that you may pass them on.")
            if self.documents.isChecked()
            else self.tr("No document and no full text goes along, only the quotes and where they stand.")
        )
        third = self.tr("So does every earlier wording of it, and what was deleted of it. What is private never does.")
        self.travels.setText(f"{first} {second} {third}")
        self.overwrite.hide()
        self.share.setEnabled(bool(self.out.text().strip()))

    def _connect(self) -> None:
        for choices in self._choices:
            choices.ticked_changed.connect(self._renew)
        self.documents.toggled.connect(self._renew)
        self.out.textChanged.connect(self._renew)
        self.browse.clicked.connect(self._ask_for_file)
        self.share.clicked.connect(lambda: self._share(force=False))
        self.overwrite.clicked.connect(lambda: self._share(force=True))
        self.cancel.clicked.connect(self.cancel_requested)
        self.dismiss.clicked.connect(self.close)

    def _share(self, *, force: bool) -> None:
        self._forced = force
        self.set_busy(busy=True)
        self.share_wanted.emit(Path(self.out.text().strip()).expanduser(), self.request(force=force))

    @Slot()
    def _ask_for_file(self) -> None:
        asking = QFileDialog(self, self.tr("Write the package to"), self.out.text())
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setOption(QFileDialog.Option.DontConfirmOverwrite)
        asking.setDefaultSuffix(SUFFIX.removeprefix("."))
        asking.selectFile(self.out.text())
        asking.fileSelected.connect(self.out.setText)
        asking.open()

    def _lay_out(self) -> None:
        lists = QHBoxLayout()
        for title, choices in (
            (self.tr("&Concepts"), self.concepts),
            (self.tr("&Sources"), self.sources),
            (self.tr("&Persons"), self.persons),
        ):
            lists.addWidget(ChoiceList(title, choices, self.tr("All"), self), 1)
        lists.insertWidget(2, self._collections, 1)
        place = QHBoxLayout()
        file = QLabel(self.tr("&File"), self)
        file.setBuddy(self.out)
        place.addWidget(file)
        place.addWidget(self.out, 1)
        place.addWidget(self.browse)
        buttons = QHBoxLayout()
        buttons.addWidget(self.status, 1)
        for widget in (self.progress, self.cancel, self.overwrite, self.share, self.dismiss):
            buttons.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.addLayout(lists, 1)
        whole.addWidget(self.documents)
        whole.addWidget(self.travels)
        whole.addLayout(place)
        whole.addLayout(buttons)
        self.set_busy(busy=False)
        self.overwrite.hide()
        em = self.fontMetrics().height()
        self.resize(em * 46, em * 30)
