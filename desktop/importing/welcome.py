"""What stands in the middle while no source is open: on an empty library the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Welcome(QWidget):
    """Offers to import or to look at a sample; with sources there, says how to open one.

    Signals:
        import_requested: Files are to be chosen.
        folder_requested: A folder is to be chosen.
        sample_requested: The sample library is to be shown.
    """

    import_requested = Signal()
    folder_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self.title.setFont(font)
        self.title.setWordWrap(True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = QLabel(self.tr("… or drop files and folders anywhere in this window."), self)
        self.start = QPushButton(self.tr("&Import documents…"), self)
        self.start.setDefault(True)
        self.folder = QPushButton(self.tr("Import a &folder…"), self)
        self.sample = QPushButton(self.tr("&Try the sample library"), self)
        for button in (self.folder, self.sample):
            button.setFlat(True)
        self.start.clicked.connect(self.import_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.sample.clicked.connect(self.sample_requested)
        column = QVBoxLayout(self)
        column.setSpacing(self.fontMetrics().height())
        column.addStretch(1)
        column.addWidget(self.title)
        for widget in (self.start, self.folder, self.hint, self.sample):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_empty(empty=False)

    def set_empty(self, *, empty: bool) -> None:
        """Say whether the library is."""
        self.title.setText(
            self.tr("This library is empty") if empty else self.tr("Choose a source on the left to read it")
        )
        for widget in (self.start, self.folder, self.hint, self.sample):
            widget.setVisible(empty)
        if empty:
            self.start.setFocus()
