"""The collections that a source is in, or could be: a menu in which they are ticked, and the question for a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from commonplace.library.sources import SourceLine
from core.folding import fold


class CollectionsMenu(QMenu):
    """Shows all collections of the library, with those ticked that one source is in.

    Signals:
        collection_wanted: Carries the source's id, a collection's name, and whether it is to be in it.
        new_wanted: It is to be in a collection that has no name yet; carries the source's id.
    """

    collection_wanted = Signal(str, str, bool)
    new_wanted = Signal(str)

    def __init__(self, line: SourceLine, lines: Iterable[SourceLine], parent: QWidget) -> None:
        """Take the source, and all sources of the library."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _names(lines):
            action = self.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name in line.collections)
            action.triggered.connect(lambda on, name=name: self.collection_wanted.emit(line.id, name, on))
        if not self.isEmpty():
            self.addSeparator()
        self.addAction(self.tr("&New collection…"), lambda: self.new_wanted.emit(line.id))


def ask_for_collection(parent: QWidget, then: Callable[[str], None]) -> QInputDialog:
    """Ask for the name of a new collection, and give it on; nothing waits for the answer."""
    asking = QInputDialog(parent)
    asking.setWindowTitle(QCoreApplication.translate("CollectionsMenu", "New collection"))
    asking.setLabelText(QCoreApplication.translate("CollectionsMenu", "Name of the collection"))
    asking.textValueSelected.connect(lambda name: then(name) if name.strip() else None)
    asking.finished.connect(asking.deleteLater)
    asking.open()
    return asking


def _names(lines: Iterable[SourceLine]) -> Sequence[str]:
    return sorted({name for line in lines for name in line.collections}, key=lambda name: (fold(name), name))
