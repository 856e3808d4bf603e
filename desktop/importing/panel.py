"""One row a file that is being brought in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.columns import Columns
from desktop.importing.rows import FINISHED, FileRow
from desktop.models.rows import RECORD, Column, RowsModel

_DO = 2


class ImportPanel(QWidget):
    """Shows what becomes of each file.

    Signals:
        cancel_requested: What is under way is to end.
        retry_requested: A file is to be read again; carries its path and a password, or "".
        recognition_requested: The text of a scan is to be recognised; carries its row.
        source_chosen: One that came in is to be opened; carries its id.
        closed: The panel is no longer wanted.
    """

    cancel_requested = Signal()
    retry_requested = Signal(str, str)
    recognition_requested = Signal(object)
    source_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowsModel[FileRow] = RowsModel(
            (
                Column(self.tr("File"), lambda row: PurePath(row.path).name, lambda row: row.path),
                Column(self.tr("State"), state_text, state_text),
                Column("", lambda _: ""),
            ),
            lambda row: row.path,
            self,
        )
        self.list = QTreeView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Files being imported"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        Columns(self.list, "import", (16, 0, 14))
        self.list.setItemDelegate(_Tall(self.list))
        self.list.activated.connect(self._choose)
        self.summary = QLabel(self)
        self.cancel = QPushButton(self.tr("Ca&ncel"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.cancel.setEnabled(False)
        self.cancel.clicked.connect(self.cancel_requested)
        self.close_button.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def set_rows(self, rows: Iterable[FileRow]) -> None:
        """Show these rows, and beside those that need it what can be done."""
        shown = list(rows)
        before = {row.path: row.need for row in self.model.records()}
        places = [row.path for row in self.model.records()]
        self.model.set_rows(shown)
        renewed = places != [row.path for row in shown]
        for number, row in enumerate(shown):
            if renewed or before.get(row.path) != row.need:
                self._offer(number, row)
        self.summary.setText(self._summed_up(shown))
        self.cancel.setEnabled(any(row.state not in FINISHED for row in shown))

    def _summed_up(self, rows: Sequence[FileRow]) -> str:
        failed, cancelled = (sum(row.state == state for row in rows) for state in ("failed", "cancelled"))
        done = sum(row.state in FINISHED for row in rows) - cancelled
        said = self.tr("{done} of {total} files done").format(done=done, total=len(rows))
        said += self.tr(", {failed} failed").format(failed=failed) if failed else ""
        return said + (self.tr(", {cancelled} cancelled").format(cancelled=cancelled) if cancelled else "")

    def offer(self, path: str) -> QWidget | None:
        """Return what stands beside a file to be done about it."""
        index = self.model.index_of(path)
        return self.list.indexWidget(index.siblingAtColumn(_DO)) if index.isValid() else None

    def _offer(self, number: int, row: FileRow) -> None:
        index = self.model.index(number, _DO)
        self.list.setIndexWidget(index, None)  # type: ignore[arg-type]
        if not row.need:
            return
        name = PurePath(row.path).name
        box = QWidget(self.list)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(self.tr("Recognise text") if row.need == "ocr" else self.tr("Retry"), box)
        button.setAccessibleName(f"{button.text()}: {name}")
        if row.need == "ocr":
            button.clicked.connect(lambda: self.recognition_requested.emit(row))
        elif row.need == "password":
            password = self._password_field(name, box)
            password.returnPressed.connect(button.click)
            line.addWidget(password, 1)
            button.clicked.connect(lambda: self.retry_requested.emit(row.path, password.text()))
        else:
            line.addStretch(1)
            button.clicked.connect(lambda: self.retry_requested.emit(row.path, ""))
        line.addWidget(button)
        self.list.setIndexWidget(index, box)

    def _password_field(self, name: str, box: QWidget) -> QLineEdit:
        field = QLineEdit(box)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(self.tr("Password"))
        field.setAccessibleName(self.tr("Password of {name}").format(name=name))
        return field

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        if row is not None and row.source:
            self.source_chosen.emit(row.source)


class _Tall(QStyledItemDelegate):
    """Makes each row as high as the button that may stand in it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), option.fontMetrics.height() * 2))


def state_text(row: FileRow) -> str:
    """Return in words how far a file is."""
    translate = QCoreApplication.translate
    if row.state in ("reading", "recognising") and row.of:
        said = (
            translate("ImportPanel", "reading page {page} of {of}")
            if row.state == "reading"
            else translate("ImportPanel", "recognising page {page} of {of}")
        )
        return said.format(page=min(row.page + 1, row.of), of=row.of)
    words = {
        "queued": translate("ImportPanel", "queued"),
        "reading": translate("ImportPanel", "reading"),
        "recognising": translate("ImportPanel", "recognising"),
        "imported": translate("ImportPanel", "done"),
        "duplicate": translate("ImportPanel", "already there"),
        "skipped": translate("ImportPanel", "skipped"),
        "failed": translate("ImportPanel", "failed"),
        "cancelled": translate("ImportPanel", "cancelled"),
    }
    key = f" → {row.citekey}" if row.citekey else ""
    return words[row.state] + key + (f": {row.reason}" if row.reason else "")
