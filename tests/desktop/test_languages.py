"""The translations: no string of the window is missing from them, and they are loaded."""

import importlib.util
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def strings(file):
    tree = ET.parse(file)
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def test_no_string_is_missing_from_the_translations(tmp_path):
    spec = importlib.util.spec_from_file_location("renew", I18N / "renew.py")
    renew = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(renew)
    kept = [I18N / f"commonplace_{language}.ts" for language in renew.LANGUAGES]
    renewed = [Path(shutil.copy(file, tmp_path)) for file in kept]

    renew.update(renewed)

    for before, after in zip(kept, renewed, strict=True):
        assert strings(after) - strings(before) == set(), "run resources/i18n/renew.py"


def test_every_command_is_translated_into_japanese_with_its_access_key():
    untranslated = []
    for context in ET.parse(I18N / "commonplace_ja.ts").iter("context"):
        if context.findtext("name") == "Commands":
            for message in context.iter("message"):
                source, found = message.findtext("source"), message.find("translation")
                if found.get("type") == "unfinished" or ("&" in source) != ("&" in (found.text or "")):
                    untranslated.append(source)

    assert untranslated == []


def test_a_language_is_loaded_and_plurals_are_formed(qapp):
    from PySide6.QtCore import QCoreApplication, QTranslator

    from desktop.languages import install

    def said(number):
        return QCoreApplication.translate("StatusBar", "%n highlight(s)", None, number)

    def leave():
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.setParent(None)

    try:
        install(qapp, "en")
        assert (said(1), said(2)) == ("1 highlight", "2 highlights")
        leave()
        install(qapp, "ja")
        assert QCoreApplication.translate("Commands", "&File") == "ファイル(&F)"
        assert said(2) == "ハイライト 2 件"
    finally:
        leave()
