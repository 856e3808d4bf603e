"""What a file of a colleague's would bring, before anything is changed; and afterwards what it brought."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from commonplace.library.merging import MergeReport
from core.errors import UserError
from desktop.merging.words import headline, sections
from desktop.telling import said_of


class ReportPage(QWidget):
    """Shows the report of one file, and asks whether it is to be merged.

    Signals:
        file_wanted: A file is to be chosen.
        merge_requested: It is to be merged; carries whether with all deletions.
        dismissed: Not now.
        cancel_requested: What is under way is to end.
        find_again_requested: Highlights that stand in other texts are to be found in those that are here.
    """

    file_wanted = Signal()
    merge_requested = Signal(bool)
    dismissed = Signal()
    cancel_requested = Signal()
    find_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = False
        self.title = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.title.setFont(font)
        self.hint = QLabel(self)
        for label in (self.title, self.hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What the file brings"))
        self.deletions = QCheckBox(self)
        self.deletions.toggled.connect(self._enable)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.choose = self._button(self.tr("Choose a &file…"), self.file_wanted)
        self.merge = QPushButton(self.tr("&Merge"), self)
        self.merge.clicked.connect(lambda: self.merge_requested.emit(self.deletions.isChecked()))
        self.not_now = self._button(self.tr("&Not now"), self.dismissed)
        self.cancel = self._button(self.tr("&Cancel"), self.cancel_requested)
        self.find_again = self._button("", self.find_again_requested)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what can be merged."""
        self.title.setText(self.tr("Merge what a colleague has sent"))
        self.hint.setText(
            self.tr(
                "A package (.commonplace-share) or a whole library (.commonplace). First you see what it would bring; "
                "nothing is changed before you say so, a backup is made, and one step of undo takes it all back."
            )
        )
        self._show(self.choose)

    def show_busy(self, path: Path, *, merging: bool) -> None:
        """Say that a file is being looked at, or merged."""
        self.title.setText(path.name)
        self.hint.setText(
            self.tr("It is being merged …") if merging else self.tr("It is being looked at; nothing is changed …")
        )
        self._show(self.progress, self.cancel)

    def show_report(self, report: MergeReport) -> None:
        """Show what would come of it, and ask."""
        self._say(report)
        if report.unchanged:
            self._show(self.text, self.choose, self.not_now)
            return
        self._asks = report.asks
        self.deletions.setChecked(False)
        self.deletions.setText(self.tr("Also let %n thing(s) vanish that were deleted there", "", report.deletions))
        shown = [self.text, self.merge, self.not_now, *([self.deletions] if report.asks else [])]
        self._show(*shown)
        self._enable()
        (self.deletions if report.asks else self.merge).setFocus()

    def show_done(self, report: MergeReport) -> None:
        """Show what came of it."""
        self._say(report)
        self.hint.setText(self.tr("It is merged; undo takes all of it back."))
        self._show(self.text, self.choose)

    def offer_to_find(self, count: int) -> None:
        """Offer to find so many highlights again whose place in the texts that are here is sure."""
        self.find_again.setText(self.tr("Find %n highlight(s) &again in the texts that are here", "", count))
        self.find_again.setVisible(bool(count))

    def show_problem(self, path: Path, error: UserError) -> None:
        """Say why it cannot be merged."""
        self.title.setText(path.name)
        self.hint.setText(said_of(error))
        self._show(self.choose)

    def _say(self, report: MergeReport) -> None:
        self.title.setText(headline(report))
        self.hint.setText(self.tr("Nothing has been changed yet.") if report.dry_run else "")
        said = [
            f"<h4>{escape(title)}</h4><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
            for title, lines in sections(report, QLocale())
        ]
        self.text.setHtml("".join(said))

    def _show(self, *wanted: QWidget) -> None:
        every = (self.text, self.progress, self.choose, self.merge, self.not_now, self.cancel, self.deletions)
        for widget in (*every, self.find_again):
            widget.setVisible(widget in wanted)

    @Slot()
    def _enable(self) -> None:
        self.merge.setEnabled(not self._asks or self.deletions.isChecked())

    def _button(self, text: str, told: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(told)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.merge, self.not_now, self.cancel, self.choose, self.find_again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        em = self.fontMetrics().height()
        column.setContentsMargins(em, em, em, em)
        for widget in (self.title, self.hint, self.progress):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.deletions)
        column.addLayout(buttons)
        column.addStretch(0)
