"""What command lines mean."""

import argparse
from decimal import Decimal
from pathlib import Path

import pytest

from commonplace.cli import registry
from commonplace.cli.parsing import UsageError, command_word, parse

COMMANDS = {
    "demo", "new", "import", "sources", "text", "bib", "reference", "concept", "highlight", "highlights", "tag",
    "untag",
    "note", "delete", "search", "export", "boxes", "page-label", "history", "undo", "redo", "check", "backup", "doctor",
    "quote", "private", "ocr", "reread", "reanchor", "open", "share", "merge", "conflicts", "resolve", "same",
    "replace", "copies", "restore", "shelf", "exchange",
}  # fmt: skip

EVERY_LINE = [
    "demo", "demo --into d --no-window", "new", "open", "open S", "open S --page #12",
    "import a b", "import a --bib b.bib --password p --encoding cp932 --whole-page",
    "sources", "text K", "text K --page iv", "text K --page #12",
    "bib import f.bib", "bib export", "bib export -o f.bib", "bib export --file f.bib", "bib check",
    "reference set K a=b c=", "reference rename A B", "reference link K S", "reference unlink K S", "reference list",
    "concept add N", "concept add N --parent P --alias A --alias B --definition D --colour #112233", "concept list",
    "concept rename A B", "concept move A --parent B", "concept move A --top", "concept merge A B", "concept delete A",
    "highlight S --quote a --quote b --occurrence 2 --concept X --concept Y --create --note n --private",
    "highlight S --area 62,1,2.5,3,4",
    "highlights", "highlights --concept A --concept B --source S --person P --person Q --exact",
    "tag H --concept A --concept B", "untag H --concept A", "note H text", "note H text --private", "delete H",
    "private H", "private H --off", "private H --note", "private H --off --note",
    "search q", "search q --in notes --in sources --limit 5",
    "export --format md -o o.md",
    "export --concept A --source S --exact --format latex -o o.tex --force --with-private",
    "boxes S 0 12", "boxes S 0 12 --password p", f"boxes S 0 12 --layer {'0' * 64}",
    "page-label S #1 62", "history", "history 0123456789", "undo", "redo", "check", "check --rebuild", "backup",
    "doctor", "highlights --waiting",
    "reread S T --dry-run --password p --encoding cp932", "reread --all", "reanchor H --accept",
    "reanchor H --quote a --quote b --occurrence 2", "reanchor --all",
    "share -o p", "share -o p --concept A --concept B --source S --person P --without-documents --force",
    "merge p", "merge p --dry-run", "merge p --with-deletions", "conflicts", "resolve I --keep 1", "same", "same A B",
    "same A B --off", "replace S f", "replace S f --dry-run", "copies", "copies --accept A B",
    "history --person P --day 2026-11-22", "restore I name V", "undo --action A",
    "shelf", "shelf S T --name N", "shelf S --name N --off", "sources --shelf N", "share -o p --collection N",
    "exchange",
    "exchange list", "exchange set d", "exchange send", "exchange merge f", "exchange aside f", "exchange off",
]  # fmt: skip

LATER = [
    "verify",
    "mentions",
    "matrix",
    "timeline",
]


def parsed(line: str) -> argparse.Namespace:
    return parse(line.split())


def test_the_commands_are_those_of_the_design():
    assert set(registry.names()) == COMMANDS


@pytest.mark.parametrize("line", EVERY_LINE)
def test_every_command_of_the_design_is_understood(line):
    assert callable(parsed(line).run)


@pytest.mark.parametrize("line", EVERY_LINE)
def test_what_every_command_takes_may_stand_before_it_or_after_it(line):
    before = parsed(f"--library l --person Ann --json {line}")
    after = parsed(f"{line} --library l --json")
    assert (before.library, before.person, before.json) == (Path("l"), "Ann", True)
    assert (after.library, after.person, after.json) == (Path("l"), None, True)


def test_after_highlights_a_person_is_a_filter_and_before_it_who_works():
    args = parsed("--person Ann highlights --person Ben")
    assert (args.person, args.persons) == ("Ann", ["Ben"])


def test_after_another_command_a_person_is_who_works():
    assert parsed("tag H --concept A --person Ann").person == "Ann"


@pytest.mark.parametrize("name", LATER)
def test_commands_of_later_releases_are_unknown(name):
    with pytest.raises(UsageError, match=name):
        parsed(name)


def test_a_misspelt_command_brings_a_proposal():
    with pytest.raises(UsageError) as raised:
        parsed("serach x")
    assert "search" in raised.value.hint


def test_an_area_is_a_page_and_four_numbers():
    assert parsed("highlight S --area 62,1,2.5,3,4").area == ("62", 1, Decimal("2.5"), 3, 4)


def test_the_page_of_an_area_may_hold_a_comma():
    assert parsed("highlight S --area A,2,1,2,3,4").area == ("A,2", 1, 2, 3, 4)


def test_a_value_may_hold_an_equals_sign():
    assert parsed("reference set K url=http://a/?b=c").values == [("url", "http://a/?b=c")]


def test_after_two_dashes_a_word_may_begin_with_one():
    assert parse(["note", "H", "--", "-not an option"]).text == "-not an option"


@pytest.mark.parametrize(
    "line",
    [
        "text", "import", "highlight S --area 1,2,3", "highlight S --area 1,a,b,c,d", "highlight S --area 1,nan,0,1,1",
        "highlight S --quote x --occurrence 0", "search q --limit x", "search q --in titles", "reference set K",
        "reference set K field", "reference set K =v", "concept", "concept move A", "concept move A --top --parent B",
        "tag H", "export --format md", "export -o x", "sources extra", "sources --nonsense", "--library",
        "--lib x sources",
    ],
)  # fmt: skip
def test_wrong_words_are_refused(line):
    with pytest.raises(UsageError) as raised:
        parsed(line)
    assert raised.value.code == "usage"
    assert raised.value.message.startswith("main.py")


@pytest.mark.parametrize("words", [["search", "caf\udce9"], ["note", "H", "a\0b"], ["--person", "\udcff", "sources"]])
def test_bytes_that_are_no_text_are_refused(words):
    with pytest.raises(UsageError, match="not text"):
        parse(words)


def test_a_path_need_not_be_text():
    assert parse(["import", "caf\udce9"]).paths == [Path("caf\udce9")]


def test_paths_may_stand_on_both_sides_of_an_option():
    assert parsed("import a --bib x b c").paths == [Path("a"), Path("b"), Path("c")]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("", None),
        ("--json", None),
        ("--library search", None),
        ("--library a search", "search"),
        ("--library=a tag", "tag"),
    ],
)
def test_the_command_is_the_first_word_that_is_no_option(line, word):
    assert command_word(line.split()) == word


def test_without_a_command_the_window_is_meant():
    assert parse([]).run is None


def test_a_library_file_alone_means_the_window():
    assert parse(["thesis.commonplace"]).library == Path("thesis.commonplace")


def test_a_library_before_a_command_wants_its_option():
    with pytest.raises(UsageError) as raised:
        parse(["thesis.commonplace", "search", "x"])
    assert raised.value.hint.startswith("Write: main.py --library thesis.commonplace search")
