"""Fonts for scripts that the computer itself has none for, so that no text is a row of boxes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from commonplace.library.fonts import cjk_font
from desktop.jobs import Jobs


def has_japanese() -> bool:
    """Say whether some font of this computer has kana and kanji."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.Japanese))


def complete(jobs: Jobs, is_there: Callable[[], bool] = has_japanese) -> None:
    """Fetch a font for Chinese, Japanese and Korean where there is none; what is shown is drawn anew with it."""
    if not is_there():
        # Without it the window works all the same; there is nothing the user could do about it.
        jobs.ask_at_length(lambda _: cjk_font(), add, lambda _: None)


def add(font: bytes) -> None:
    """Let a font stand in wherever the others lack a character."""
    if QFontDatabase.addApplicationFontFromData(font) >= 0:
        for widget in QApplication.allWidgets():
            widget.update()
