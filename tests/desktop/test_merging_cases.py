"""How a conflict and the proposals are laid out, without a window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from commonplace.library.conflicts import ConflictLine, HeadLine
from commonplace.library.copies import CopyLine, Evidence
from commonplace.library.duplicates import Proposal
from desktop.merging.cases import case_of, concerns, result_of, toggled
from desktop.merging.pairs import pairs_of
from desktop.merging.sides import in_window_words

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def head(number, value, person="Ben", shown=False):
    return HeadLine(number, value, person, "2026-11-22T07:00:00Z", shown, "value", f"v{number}", value)


def conflict(*heads, several=False, kind="concept"):
    return ConflictLine("c", "values", "name", "FOIP", kind, "k", "name", several, "", "", "", heads)


def test_of_two_sides_ones_own_comes_first_with_what_differs():
    case = case_of(conflict(head(1, "an open sea", shown=True), head(2, "a free sea", "Aiko")), "Aiko")

    assert [(one.head.number, one.mine, one.side) for one in case.sides] == [(2, True, "before"), (1, False, "after")]
    mine, theirs = case.sides
    assert "".join(piece.text for piece in mine.pieces if piece.which != "after") == "a free sea"
    assert "".join(piece.text for piece in theirs.pieces if piece.which != "before") == "an open sea"


def side(register, value, raw, kind="value", thing="concept", parts=()):
    one = HeadLine(1, value, "Ben", "2026-11-22T07:00:00Z", False, kind, "v", raw, parts)
    (head,) = in_window_words(
        ConflictLine("c", "values", "", "", thing, "k", register, False, "", "", "", (one,))
    ).heads
    return head.value


@pytest.mark.gui
def test_sides_are_told_in_the_windows_language_but_for_peoples_own_words(qapp):
    translator = QTranslator()
    assert translator.load(str(I18N / "commonplace_de.qm"))
    qapp.installTranslator(translator)
    try:
        assert side("deleted", "deleted", True, "deleted") == "gelöscht"
        assert side("deleted", "added by itself", False, "kept") == "nicht gelöscht"
        assert side("present", "tagged", True, thing="tagging") == "mit dem Begriff versehen"
        assert side("parents", "under Sea, under Law", ["a", "b"]) == "unter Sea, under Law"
        assert side("parents", "at the top", []) == "ganz oben"
        assert side("definition", "nothing", "") == "nichts"
        assert side("definition", "deleted", "deleted") == "deleted"
        assert side("labels", "page #3 is iv", [[2, "iv"]], thing="source") == "Seite #3 ist iv"
        assert side("parents", "A under B", "b", "edge", parts=("under A", "B: C")) == "under A unter B: C"
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.gui
def test_what_a_deleted_thing_was_used_for_is_told_in_the_windows_language(qapp):
    def used(*parts, raw=None):
        return side("deleted", "in English", raw, "used", parts=parts)

    translator = QTranslator()
    assert translator.load(str(I18N / "commonplace_de.qm"))
    qapp.installTranslator(translator)
    try:
        assert used("concept", "definition", "law: at sea", raw="law: at sea") == "Definition: law: at sea"
        assert used("concept", "definition", "nothing", raw="") == "Definition: nichts"
        assert used("tagging", "present", "tagged", raw=True) == "Zugeordnet oder nicht: mit dem Begriff versehen"
        assert used("note", "", "“hm”", "“the sea”", "Ben") == "Notiz von Ben zu “the sea”: “hm”"
        assert used("highlight", "", "") == "markierter Bereich"
        assert used("tagging", "", "", "", "FOIP") == "markierter Bereich, versehen mit FOIP"
        assert used("concept", "", "Sea") == "in English"
    finally:
        qapp.removeTranslator(translator)


def test_of_several_sides_each_is_compared_with_the_first():
    case = case_of(conflict(head(1, "one"), head(2, "two", "Aiko"), head(3, "three")), "Aiko")

    assert [one.head.number for one in case.sides] == [1, 2, 3]
    assert [piece.text for piece in case.sides[2].pieces if piece.which == "after"] == ["three"]


def test_the_result_is_what_is_shown_until_somebody_chooses():
    case = case_of(conflict(head(1, "one", shown=True), head(2, "two")), "Aiko")

    assert [piece.text for piece in result_of(case, ())] == ["one"]
    assert [(piece.which, piece.text) for piece in result_of(case, (2,))] == [("before", "one"), ("after", "two")]


def test_one_alone_can_be_chosen_or_several_where_several_can_stand():
    one = case_of(conflict(head(1, "one"), head(2, "two")), "Aiko")
    many = case_of(conflict(head(1, "one"), head(2, "two"), several=True, kind="note"), "Aiko")

    assert toggled(one, (1,), 2) == (2,)
    assert toggled(one, (1,), 7) == (1,)
    assert toggled(many, (1,), 2) == (1, 2)
    assert toggled(many, (1, 2), 1) == (2,)
    assert [piece.text for piece in result_of(many, (1, 2))] == ["one\n\ntwo"]


def test_a_conflict_concerns_what_it_stands_at():
    line = conflict(head(1, "one"), head(2, "two"))

    assert concerns(line, "k")
    assert concerns(line, "v2")
    assert not concerns(line, "other")


def test_copies_come_first_and_their_references_are_not_proposed_again():
    copy = CopyLine("s1", "s2", ("Ito2021", "Ito2022"), ("a.pdf", "b.pdf"), Evidence("doi", 60))
    same = Proposal("reference", "r1", "r2", ("Ito2022", "Ito2021"), "doi")
    other = Proposal("concept", "c1", "c2", ("Sea", "Seas"), "like", 90)

    pairs = pairs_of([same, other], [copy])

    assert [(pair.kind, pair.sure, pair.can_be_parted) for pair in pairs] == [
        ("source", 100, True),
        ("concept", 90, True),
    ]
    assert pairs[0].names == ("Ito2021 (a.pdf)", "Ito2022 (b.pdf)")


def test_copies_of_one_reference_cannot_be_told_apart_here():
    copy = CopyLine("s1", "s2", ("Ito2021", "Ito2021"), ("a.pdf", "b.pdf"), Evidence("reference"))

    assert not pairs_of([], [copy])[0].can_be_parted
