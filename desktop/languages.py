"""The language of the interface: the user's choice, else the system's, else English as it stands in the source."""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def install(application: QCoreApplication, language: str) -> None:
    """Have everything said in a language from now on; what is shown already stays as it is.

    Args:
        application: Owns what is loaded.
        language: A code of two letters; empty for the system's.
    """
    code = language or QLocale.system().name().partition("_")[0]
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = files("resources").joinpath("i18n")
    # The one installed last is asked first; English stands under all for its plurals.
    for found in (ours.joinpath("commonplace_en.qm"), ours.joinpath(f"commonplace_{code}.qm")):
        if found.is_file():
            with as_file(found) as path:
                _load(application, str(path))
    _load(application, f"{folder}/qtbase_{code}.qm")


def _load(application: QCoreApplication, path: str) -> None:
    translator = QTranslator(application)
    if translator.load(path):
        application.installTranslator(translator)
