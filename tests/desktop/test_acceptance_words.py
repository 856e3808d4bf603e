"""The languages: nothing untranslated, nothing lost on the way, and access keys of their own in every one."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"
HOLES = re.compile(r"\{\w*\}|%s|%n")
ACCESS_KEY = re.compile(r"&(\w)")


def messages(language):
    """Yield context, source, all forms, and whether it is done."""
    for context in ET.parse(I18N / f"commonplace_{language}.ts").iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            forms = [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
            done = told.get("type") != "unfinished" and all(forms)
            yield context.findtext("name"), message.findtext("source"), forms, done


def said(language):
    if language == "en":
        return {(context, source): source for context, source, _, _ in messages("en")}
    return {(context, source): forms[0] for context, source, forms, _ in messages(language)}


@pytest.mark.parametrize("language", ["de", "ja"])
def test_every_string_is_translated(language):
    assert [(context, source) for context, source, _, done in messages(language) if not done] == []


def test_every_plural_has_its_english_forms():
    plurals = [(source, forms, done) for _, source, forms, done in messages("en") if "%n" in source]

    assert [source for source, forms, done in plurals if not done or len(forms) != 2] == []


@pytest.mark.parametrize("language", ["de", "ja"])
def test_what_is_filled_in_is_filled_in_in_every_language(language):
    odd = [
        (source, form)
        for _, source, forms, _ in messages(language)
        for form in forms
        if Counter(HOLES.findall(source)) != Counter(HOLES.findall(form)) or ("&" in source) != ("&" in form)
    ]

    assert odd == []


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_no_two_entries_of_a_menu_share_an_access_key(language):
    from desktop.commands import COMMANDS, MENUS

    words = said(language)
    menus = {menu: [words["Commands", one.text] for one in COMMANDS if one.menu == menu] for menu in MENUS}
    for texts in ([words["Commands", text] for text in MENUS.values()], *menus.values()):
        keys = [key[1].casefold() for text in texts if (key := ACCESS_KEY.search(text))]
        assert len(keys) == len(texts)
        assert sorted(keys) == sorted(set(keys)), texts


@pytest.mark.parametrize("language", ["en", "de", "ja"])
@pytest.mark.parametrize(
    "context",
    ["ExportDialog", "ShareDialog", "ReportPage", "PreferencesDialog", "ConceptsPanel", "Welcome", "LinkQuestion"],
)
def test_no_two_labels_of_a_dialog_share_an_access_key(language, context):
    texts = [text for (where, _), text in said(language).items() if where == context and "&" in text]
    keys = [ACCESS_KEY.search(text)[1].casefold() for text in texts]

    assert sorted(keys) == sorted(set(keys)), texts
