"""What waits, beside what is proposed for it."""

import pytest

from commonplace.library.replacing import replace_source
from commonplace.library.reviewing import reviews
from commonplace.library.settling import settle_at
from core.differences import Piece
from core.errors import NotDoneError

OLD = """\
A sea kept open

The harbour towns spoke of a free and open sea long before.

In the new paper counterstrike is named twice: as a means, and as a last resort.

The council never met again after that winter.
"""
NEW = """\
A sea kept open

In the new paper counterstrike is named twice: as a means, and as a final resort.

The harbour towns spoke of a free and open sea long before.
"""


@pytest.fixture
def replaced(library, bring, tmp_path, mark, in_process, monkeypatch):
    monkeypatch.setattr("commonplace.library.replacing.DocumentWorkers", in_process)
    source = bring({"towns.txt": OLD})[0]
    ids = [mark(source, quote).id for quote in ("free and open sea", "as a last resort", "The council never met again")]
    (tmp_path / "newer.txt").write_text(NEW, "utf-8")
    return source, replace_source(library, source, tmp_path / "newer.txt").source, ids


def test_old_and_new_stand_side_by_side_with_the_words_that_differ(library, replaced):
    source, newer, (_, changed, cut) = replaced
    first, second = reviews(library)
    assert (first.highlight, first.placement) == (changed, "uncertain")
    assert first.words == (
        Piece("same", "as a "),
        Piece("before", "last"),
        Piece("after", "final"),
        Piece("same", " resort"),
    )
    assert (first.old.source, first.old.text, first.old.locator) == (source, "as a last resort", "para. 2")
    assert first.new is not None
    assert (first.new.source, first.new.text, first.new.locator) == (newer, "as a final resort", "para. 1")
    assert first.old.before.endswith("as a means, and ")
    assert first.new.after.startswith(".\n\nThe harbour towns")
    assert (second.highlight, second.placement, second.new) == (cut, "lost", None)
    assert second.words == (Piece("before", "The council never met again"),)


def test_what_does_not_wait_is_not_reviewed(library, replaced):
    _, _, (placed, changed, _) = replaced
    assert reviews(library, [placed]) == []
    assert [one.highlight for one in reviews(library, [changed])] == [changed]


def test_what_waits_is_settled_where_somebody_selected_it(library, replaced):
    _, newer, (_, _, cut) = replaced
    (waiting,) = reviews(library, [cut])
    assert waiting.due == newer
    start = NEW.index("In the new paper")

    line = settle_at(library, cut, [(start, start + 16)])

    assert (line.source, line.quote) == (newer, "In the new paper")
    assert reviews(library, [cut]) == []


def test_what_does_not_wait_is_not_settled_elsewhere(library, replaced):
    _, _, (placed, _, _) = replaced
    with pytest.raises(NotDoneError):
        settle_at(library, placed, [(0, 5)])
