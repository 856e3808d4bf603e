"""What lies in the exchange folder, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from desktop.dates import shown_date

if TYPE_CHECKING:
    from commonplace.library.noticing import ExchangeLine

_LONGEST = 40


def offered(line: ExchangeLine, locale: QLocale) -> str:
    """Return that something can be merged, and whose it is."""
    translate = QCoreApplication.translate
    if line.copy_of:
        said = translate("ExchangeWords", "A second version of {file} can be merged")
        return said.format(file=line.copy_of)
    said = translate("ExchangeWords", "{person}’s changes of {time} can be merged")
    return said.format(person=_who(line), time=_time(line.made, locale))


def named(line: ExchangeLine, locale: QLocale) -> str:
    """Return what a file is, as an entry of a menu."""
    translate = QCoreApplication.translate
    if line.copy_of:
        said = translate("ExchangeWords", "Second version of {file}, {time}")
        return said.format(file=line.copy_of, time=_time(line.made, locale))
    return f"{_who(line)}, {_time(line.made, locale)}"


def waiting(line: ExchangeLine) -> str:
    """Return that a file is not there yet as a whole."""
    said = QCoreApplication.translate("ExchangeWords", "{file} is still on its way. {reason}")
    return said.format(file=line.file, reason=line.reason)


def _who(line: ExchangeLine) -> str:
    """Return who made a file, as it says itself, in so few letters that the window need not grow for them."""
    who = line.person or line.file
    return who if len(who) <= _LONGEST else f"{who[: _LONGEST - 1]}…"


def _time(made: str, locale: QLocale) -> str:
    """Return the time of today, else the date with the time."""
    moment = QDateTime.fromString(made, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if moment.isValid() and moment.date() == QDate.currentDate():
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return shown_date(made, locale)
