"""The filters of the quotes: words, and a chip for each concept, source and person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.records import Concept
from desktop.quotes.arranging import Wanted


class FilterBar(QWidget):
    """Lets quotes be narrowed down.

    Signals:
        wanted_changed: Carries what is ``Wanted``.
    """

    wanted_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below: dict[str, frozenset[str]] = {}
        self._chosen: dict[tuple[str, str], str] = {}
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Words in the quote"))
        self.words.setAccessibleName(self.tr("Words in the quote"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._tell)
        self._boxes = {
            "concept": self._box(self.tr("Concept…"), "concept"),
            "source": self._box(self.tr("Source…"), "source"),
            "person": self._box(self.tr("Person…"), "person"),
        }
        self.row = QHBoxLayout()
        self.row.addWidget(self.words, 1)
        for box in self._boxes.values():
            self.row.addWidget(box)
        self._shown: list[QToolButton] = []
        self._chips = QHBoxLayout()
        self._chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.row)
        column.addLayout(self._chips)

    @property
    def wanted(self) -> Wanted:
        chosen: dict[str, list[str]] = {"concept": [], "source": [], "person": []}
        for kind, id in self._chosen:
            chosen[kind].append(id)
        return Wanted(
            {id: self._below.get(id, frozenset([id])) for id in chosen["concept"]},
            frozenset(chosen["source"]),
            frozenset(chosen["person"]),
            tuple(self.words.text().casefold().split()),
        )

    def set_concepts(self, concepts: Sequence[Concept]) -> None:
        """Offer these; each stands for what is below it as well."""
        below = {concept.id: {concept.id} for concept in concepts}
        parents = {concept.id: concept.parent for concept in concepts}
        for concept in concepts:
            above = concept.parent
            while above in below and concept.id not in below[above]:
                below[above].add(concept.id)
                above = parents[above]
        self._below = {id: frozenset(ids) for id, ids in below.items()}
        ordered = sorted(concepts, key=lambda one: [name.casefold() for name in one.path])
        self._offer("concept", {one.id: "\u2003" * (len(one.path) - 1) + one.name for one in ordered})

    def set_sources(self, names: Mapping[str, str]) -> None:
        self._offer("source", names)

    def set_persons(self, names: Collection[str]) -> None:
        self._offer("person", {name: name for name in sorted(names)})

    def choose(self, kind: str, id: str) -> None:
        """Add a chip."""
        box = self._boxes[kind]
        place = box.findData(id)
        if place < 0 or (kind, id) in self._chosen:
            return
        self._chosen[kind, id] = box.itemText(place).strip()
        self._draw()
        self._tell()

    def drop(self, kind: str, id: str) -> None:
        """Take a chip away."""
        self._chosen.pop((kind, id), None)
        self._draw()
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Take all filters off."""
        self._chosen.clear()
        self._draw()
        self.words.clear()
        self._tell()

    def _box(self, title: str, kind: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(title.rstrip("…"))
        box.setPlaceholderText(title)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(self.fontMetrics().height() * 12)
        box.activated.connect(lambda place: self._pick(kind, place))
        return box

    def _pick(self, kind: str, place: int) -> None:
        box = self._boxes[kind]
        id = str(box.itemData(place))
        box.setCurrentIndex(-1)
        self.choose(kind, id)

    def _offer(self, kind: str, names: Mapping[str, str]) -> None:
        box = self._boxes[kind]
        box.clear()
        for id, name in names.items():
            box.addItem(name, id)
        box.setCurrentIndex(-1)
        box.setEnabled(bool(names))

    def _draw(self) -> None:
        for chip in self._shown:
            self._chips.removeWidget(chip)
            chip.deleteLater()
        self._shown.clear()
        for number, ((kind, id), name) in enumerate(self._chosen.items()):
            chip = QToolButton(self)
            chip.setText(f"{name}  ✕")
            chip.setAccessibleName(self.tr("Filter {name}: remove").format(name=name))
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _=False, kind=kind, id=id: self.drop(kind, id))
            self._chips.insertWidget(number, chip)
            self._shown.append(chip)

    @Slot()
    def _tell(self) -> None:
        self.wanted_changed.emit(self.wanted)
