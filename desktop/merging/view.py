"""The merge view: the file in hand, conflicts, what may be one, and highlights that wait."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.merging.conflicts_page import ConflictsPage
from desktop.merging.report_page import ReportPage
from desktop.merging.review_page import ReviewPage
from desktop.merging.same_page import SamePage


class MergeView(QTabWidget):
    """Holds the four pages; what waits on each is counted on its tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Merging"))
        self.report = ReportPage(self)
        self.conflicts = ConflictsPage(self)
        self.same = SamePage(self)
        self.review = ReviewPage(self)
        for page in (self.report, self.conflicts, self.same, self.review):
            self.addTab(page, "")
        self.count_waiting(0, None, 0)

    def count_waiting(self, conflicts: int, same: int | None, waiting: int) -> None:
        """Say on the tabs how much there is on each; None where nobody has looked yet."""
        for page, text, count in (
            (self.report, self.tr("Merge"), 0),
            (self.conflicts, self.tr("Conflicts"), conflicts),
            (self.same, self.tr("Perhaps the same"), same or 0),
            (self.review, self.tr("To look at"), waiting),
        ):
            self.setTabText(self.indexOf(page), f"{text} ({count:,})" if count else text)

    def show_page(self, page: QWidget) -> None:
        """Show a page with the focus where the keys work."""
        self.setCurrentWidget(page)
        if page is self.report:
            target = next((one for one in (page.merge, page.choose) if one.isVisibleTo(page)), page.text)
            target.setFocus()
        elif isinstance(page, ConflictsPage | SamePage | ReviewPage):
            page.list.setFocus()
