"""The preferences: every choice is applied at once, and there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.preferences.settings import SCALES, SIZES, WIDTHS, Settings


class PreferencesDialog(QDialog):
    """Shows the settings and tells each change.

    Signals:
        settings_changed: Carries the new ``Settings``.
        person_changed: Carries the name of who works here from now on.
    """

    settings_changed = Signal(object)
    person_changed = Signal(str)

    def __init__(self, settings: Settings, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.theme = self._choice(
            (("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        )
        self.pages = self._choice(
            (("printed", self.tr("As printed")), ("dim", self.tr("Dimmed")), ("invert", self.tr("Inverted")))
        )
        self.scale = self._number(SCALES, 10, " %")
        self.reader_font = QFontComboBox(self)
        self.reader_size = self._number(SIZES, 1, self.tr(" pt"))
        self.line_width = self._number(WIDTHS, 2, self.tr(" characters"))
        self.letters = QCheckBox(self.tr("Single letters are &keys in the reader"), self)
        self.language = self._choice(
            (("", self.tr("As the system")), ("en", "English"), ("ja", "日本語"), ("de", "Deutsch"))
        )
        self.person = QLineEdit(person, self)
        self._lay_out()
        self._show(settings)
        self._connect()
        self._person = person

    def _choice(self, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox(self)
        for value, text in choices:
            box.addItem(text, value)
        return box

    def _number(self, bounds: tuple[int, int], step: int, unit: str) -> QSpinBox:
        box = QSpinBox(self, minimum=bounds[0], maximum=bounds[1], singleStep=step, suffix=unit)
        # What is typed half way is not wanted yet.
        box.setKeyboardTracking(False)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        for label, field in (
            (self.tr("&Theme"), self.theme),
            (self.tr("&Pages in the dark"), self.pages),
            (self.tr("Size of the &interface"), self.scale),
            (self.tr("&Font of texts"), self.reader_font),
            (self.tr("&Size of texts"), self.reader_size),
            (self.tr("&Width of lines"), self.line_width),
            (self.tr("&Language, from the next start"), self.language),
            (self.tr("&Your name, on what you mark"), self.person),
        ):
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        form.addRow(self.letters)
        self.wrong = QLabel(self)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close, self
        )
        for button in buttons.buttons():
            # The style's own pictures are black, whatever the scheme.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.close)
        # Enter in a field is done with it, and never takes back what was chosen.
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._restore)
        self._column = QVBoxLayout(self)
        self._column.addLayout(form)
        self._column.addWidget(self.wrong)
        self._column.addStretch()
        self._column.addWidget(buttons)

    def add_part(self, part: QWidget) -> None:
        """Show a further part below the settings, which somebody else looks after."""
        self._column.insertWidget(1, part)

    def _show(self, settings: Settings) -> None:
        self._family = settings.reader_font
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.pages.setCurrentIndex(self.pages.findData(settings.pages))
        self.scale.setValue(settings.scale)
        self.reader_font.setCurrentFont(QFont(settings.reader_font) if settings.reader_font else self.font())
        self.reader_size.setValue(settings.reader_size)
        self.line_width.setValue(settings.line_width)
        self.letters.setChecked(settings.letters)
        self.language.setCurrentIndex(self.language.findData(settings.language))

    def _connect(self) -> None:
        self.theme.activated.connect(self._tell)
        self.language.activated.connect(self._tell)
        self.reader_font.currentFontChanged.connect(self._take_family)
        for number in (self.scale, self.reader_size, self.line_width):
            number.valueChanged.connect(self._tell)
        self.letters.toggled.connect(self._tell)
        self.person.editingFinished.connect(self._tell_person)

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return Settings(
            self.theme.currentData(),
            self.scale.value(),
            self._family,
            self.reader_size.value(),
            self.line_width.value(),
            self.letters.isChecked(),
            self.language.currentData(),
            self.pages.currentData(),
        )

    def tell_wrong(self, said: str) -> None:
        """Say that something could not be kept."""
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))

    @Slot(QFont)
    def _take_family(self, font: QFont) -> None:
        self._family = font.family()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.settings_changed.emit(self.settings)

    @Slot()
    def _tell_person(self) -> None:
        name = " ".join(self.person.text().split())
        if name and name != self._person:
            self._person = name
            self.person_changed.emit(name)

    @Slot()
    def _restore(self) -> None:
        self.blockSignals(True)
        self._show(Settings())
        # Choosing the system's font names it; the setting stays "the system's".
        self._family = ""
        self.blockSignals(False)
        self._tell()
