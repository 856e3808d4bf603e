"""What a window reads of a source is of one state of the library, whoever writes meanwhile."""

from commonplace.library import viewing
from commonplace.library.highlighting import HighlightRequest, highlight, write_note
from commonplace.library.importing import import_paths
from commonplace.library.session import new_library, open_session
from commonplace.library.sources import list_sources

TEXT = "The sea is common.\n\nNobody owns the sea.\n"


def test_marks_are_of_one_state_though_another_window_writes_between_two_questions(tmp_path, monkeypatch):
    (tmp_path / "sea.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "work.commonplace"
    with new_library(path, "Ann") as library:
        list(import_paths(library, [tmp_path / "sea.txt"]))
        source = list_sources(library)[0].id
        first = highlight(library, source, HighlightRequest(("The sea is common",))).id
    find = viewing.find_highlights

    def then_written(*asked):
        found = find(*asked)
        with open_session(path, "Ben", writing=True) as other:
            highlight(other, source, HighlightRequest(("Nobody owns",)))
            write_note(other, first, "Is it?")
        return found

    with open_session(path, "Ann", writing=True) as library:
        monkeypatch.setattr(viewing, "find_highlights", then_written)
        (mark,) = viewing.marks_of(library, source)
        monkeypatch.undo()

        assert (mark.line.notes, mark.highlight.notes) == ((), ())
        after = viewing.marks_of(library, source)
    assert [len(mark.highlight.notes) for mark in after] == [1, 0]
    assert [len(mark.line.notes) for mark in after] == [1, 0]
