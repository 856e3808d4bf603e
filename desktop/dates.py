"""Points in time as people read them in their own place; in the library they stand in ISO 8601 and UTC."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt


def shown_date(stamp: str, locale: QLocale) -> str:
    """Return a point in time as it is written here, in short; what is none stays as it is."""
    moment = QDateTime.fromString(stamp, Qt.DateFormat.ISODateWithMs)
    if not moment.isValid():
        return stamp
    return locale.toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
