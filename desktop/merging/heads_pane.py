"""One conflict: all that was said side by side, and between or behind it what would stand."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dates import shown_date
from desktop.merging.cases import Case, Told, result_of, toggled
from desktop.merging.passage import Passage
from desktop.merging.words import what_of

_NARROWEST = 14


class HeadsPane(QWidget):
    """Shows one conflict and lets one side be chosen, or several where several can stand.

    Signals:
        keep_requested: Carries the conflict's id and the numbers of what is to be kept.
        place_wanted: Where it stands is to be shown; carries its ``ConflictLine``.
    """

    keep_requested = Signal(str, object)
    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self.chosen: tuple[int, ...] = ()
        self.marks: dict[int, QAbstractButton] = {}
        self.passages: dict[int, Passage] = {}
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.result = Passage(self.tr("What would stand"), self)
        self._result_title = QLabel(self.tr("Result"), self)
        self._result_box = _column(self._result_title, self.result)
        self._sides = QScrollArea(self)
        self._sides.setWidgetResizable(True)
        self._sides.setFrameShape(QFrame.Shape.NoFrame)
        self._sides.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep = QPushButton(self.tr("&Keep this"), self)
        self.keep.clicked.connect(self.keep_chosen)
        self.place = QPushButton(self.tr("Show where it &stands"), self)
        self.place.clicked.connect(lambda: self.case and self.place_wanted.emit(self.case.line))
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.place)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        # Above the texts, where no message of the window's foot lies over them.
        column.addLayout(buttons)
        column.addWidget(self._sides, 1)
        self._enable()

    def show_case(self, case: Case | None) -> None:
        """Show a conflict; None shows none."""
        self.case, self.chosen = case, ()
        self.marks, self.passages = {}, {}
        # What is shown in all of them outlives the row that it stands in.
        self._result_box.setParent(self)
        self._result_box.hide()
        self._sides.setWidget(self._row(case) if case is not None else QWidget())
        self.title.setText(f"{what_of(case.line)}: {case.line.subject}" if case is not None else "")
        self._tell()

    @Slot(int)
    def toggle(self, number: int) -> None:
        """Choose what has a number, or take that back."""
        if self.case is not None:
            self.chosen = toggled(self.case, self.chosen, number)
            self._tell()

    @Slot()
    def keep_chosen(self) -> None:
        """Ask that what is chosen be kept."""
        if self.case is not None and self.chosen:
            self.keep_requested.emit(self.case.line.id, self.chosen)

    def _row(self, case: Case) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        boxes = [self._side(case, one) for one in case.sides]
        # Of two the result stands between them, of more behind.
        boxes.insert(1 if len(boxes) == 2 else len(boxes), self._result_box)
        for box in boxes:
            row.addWidget(box, 1)
        self._result_title.setMinimumHeight(max(mark.sizeHint().height() for mark in self.marks.values()))
        self._result_box.show()
        return room

    def _side(self, case: Case, one: Told) -> QWidget:
        head = one.head
        who = head.person or self.tr("Somebody")
        passage = Passage(self.tr("Said by {name}").format(name=who), self)
        passage.show_pieces(one.pieces, "before" if one.side == "before" else "after")
        mark: QAbstractButton = QCheckBox(self) if case.line.several else QRadioButton(self)
        mark.setAutoExclusive(False)
        mark.setText(f"{head.number}  {self._role(case, one)}")
        mark.setAccessibleName(f"{head.number} {who}: {head.value}")
        mark.clicked.connect(lambda: self.toggle(head.number))
        self.marks[head.number], self.passages[head.number] = mark, passage
        about = [self.tr("{name}, {date}").format(name=who, date=shown_date(head.at, QLocale()))]
        about += [self.tr("shown now")] if head.shown else []
        return _column(mark, passage, "\n".join(about))

    def _role(self, case: Case, one: Told) -> str:
        if one.mine:
            return self.tr("Mine")
        two = len(case.sides) == 2 and any(other.mine for other in case.sides)
        return self.tr("Theirs") if two else one.head.person or self.tr("Somebody")

    def _tell(self) -> None:
        for number, mark in self.marks.items():
            mark.setChecked(number in self.chosen)
        if self.case is not None:
            self.result.show_pieces(result_of(self.case, self.chosen), "both")
        self._enable()

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.chosen))
        line = self.case.line if self.case is not None else None
        self.place.setEnabled(line is not None and bool(line.source or line.highlight))


def _column(head: QWidget, passage: Passage, about: str = "") -> QWidget:
    """Return a text under its head, with what is said about it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    said = QLabel(about, box)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setForegroundRole(said.palette().ColorRole.PlaceholderText)
    said.setMinimumHeight(said.fontMetrics().lineSpacing() * 2)
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(head)
    column.addWidget(said)
    column.addWidget(passage, 1)
    passage.setMinimumWidth(passage.fontMetrics().averageCharWidth() * _NARROWEST)
    return box
