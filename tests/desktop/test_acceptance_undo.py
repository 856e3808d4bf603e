"""Points 10 and 11: what was deleted comes back whole, and fifty steps are taken back and done again."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.gui


def marks(window):
    return [(mark.highlight, mark.line.concepts, mark.line.note) for mark in window.desk.marks]


def test_what_was_deleted_comes_back_with_tags_note_and_id(opened, window, qtbot):
    from PySide6.QtCore import Qt

    flow = opened("sea")
    window.desk.highlight([(10, 13)], (), ["order", "law"])
    qtbot.waitUntil(lambda: bool(window.highlights.current))
    window.desk.write_note(window.highlights.current, "So it is.")
    qtbot.waitUntil(lambda: bool(window.desk.marks and window.desk.marks[0].line.note))
    before = marks(window)

    qtbot.keyClick(flow, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not window.desk.marks)
    qtbot.waitUntil(lambda: window.toast.text == "Deleted 1 highlight")
    qtbot.keyClick(flow, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: marks(window) == before)
    assert sorted(before[0][1]) == ["law", "order"]


STEPS = st.lists(st.tuples(st.sampled_from(range(9)), st.integers(0, 30), st.integers(1, 9)), min_size=50, max_size=50)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_fifty_steps_are_taken_back_and_done_again(library_file, tmp_path_factory, steps):
    import shutil

    from commonplace.library.session import open_session
    from commonplace.library.upkeep import redo, undo

    copy = tmp_path_factory.mktemp("undo") / "work.commonplace"
    shutil.copy(library_file, copy)
    with open_session(copy, "Aiko", writing=True) as library:
        before = dump(library)
        taken = sum(step(library, *one) for one in steps)
        after = dump(library)
        for _ in range(taken):
            undo(library)
        assert dump(library) == before
        for _ in range(taken):
            redo(library)
        assert dump(library) == after
        assert taken > 10


def dump(library):
    """Return all that the window shows of a library, as bytes."""
    from commonplace.library.concepts import concept_records
    from commonplace.library.highlights import Filter, list_highlights
    from commonplace.library.sources import list_sources

    return repr((list_sources(library), concept_records(library), list_highlights(library, Filter()))).encode()


def step(library, kind, place, length):
    """Do one of the things that the window does; return whether it was a step."""
    from commonplace.library.upkeep import history
    from core.errors import UserError

    number = len(history(library))
    with suppress(UserError):
        _act(library, kind, place, length)
    return len(history(library)) - number


def _act(library, kind, place, length):
    from commonplace.library.concept_details import colour_concept, define_concept, set_other_names
    from commonplace.library.concepts import concept_records, delete_concept, merge_concepts, move_concept
    from commonplace.library.highlighting import delete, write_note
    from commonplace.library.highlights import Filter, list_highlights
    from commonplace.library.retagging import retag
    from commonplace.library.sources import list_sources
    from commonplace.library.viewing import highlight_ranges

    (sea,) = [line.id for line in list_sources(library) if line.file_names == ("sea.txt",)]
    ids = [line.id for line in list_highlights(library, Filter())]
    concepts = [concept.id for concept in concept_records(library)]
    some, other = (concepts[n % len(concepts)] if concepts else "none" for n in (place, length))
    mark = ids[place % len(ids)] if ids else "none"
    if kind < 2 or not (ids and concepts):
        highlight_ranges(library, sea, [(place, place + length)], (), new=[f"concept {length}"])
    elif kind == 2:
        retag(library, mark, add=[some], new=[f"concept {place}"])
    elif kind == 3:
        write_note(library, mark, f"note {length}", private=False)
    elif kind == 4:
        delete(library, mark)
    elif kind == 5:
        define_concept(library, some, f"means {length}")
        colour_concept(library, other, "#0072B2")
    elif kind == 6:
        move_concept(library, some, other)
    elif kind == 7:
        set_other_names(library, some, [f"name {length}", f"name {place}"])
    elif place % 3:
        merge_concepts(library, some, other)
    else:
        delete_concept(library, some)
