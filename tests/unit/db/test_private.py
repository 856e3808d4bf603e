"""A library and its private part: what is shared and what is private, mixed in one history of doing and undoing."""

import itertools
import shutil
import tempfile
from pathlib import Path

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from ledgers import Clock, visible

from core.errors import LibraryForeignError, LibraryTooNewError, StorageError
from db import ledger
from db.check import check
from db.engine import Engine
from db.highlights import highlights
from db.kinds import CONCEPT, HIGHLIGHT, NOTE, PERSON, SOURCE, TAGGING
from db.ledger import Action
from db.opening import FORMAT, create
from db.private import PrivatePart, Together, home, is_private, private_things
from db.undo import redo, undo, undo_state
from db.writers import Writer

ANN = Writer("ann", "Ann", b"ann-desk")
YEAR_MS = 366 * 86_400_000


def part_of(library: Engine, path: Path) -> PrivatePart:
    return PrivatePart(library, path, sealed=lambda: True, before_migration=lambda _engine: None)


class Both:
    """A library on the disk with a private part, and one person who writes in both."""

    def __init__(self, folder: Path) -> None:
        self.library = create(folder / "notes.commonplace")
        self.part = part_of(self.library, folder / "private" / "notes.commonplace-private")
        self._number = itertools.count()

    @property
    def shown(self) -> Engine:
        return self.part.together(ANN) or self.library

    def action(self, *, private: bool, label: str = "Something") -> Action:
        engine = self.part.made(ANN) if private else self.library
        return Action(engine, ANN, label, beside=self.shown)

    def make(self, kind, core, first=None, *, private: bool = False) -> str:
        with self.action(private=private) as action:
            return action.make(kind, {**core, "nonce": str(next(self._number))}, first)

    def source(self) -> str:
        with self.action(private=False) as action:
            return action.make(SOURCE, {"sha256": "ab" * 32})

    def highlight(self, source, *, private: bool = False) -> str:
        anchor = {"source": source, "layer": "", "ranges": [[0, 4]], "prefix": "", "suffix": ""}
        core = {"person": ANN.person.hex(), "created": 0, "exact": "FOIP"}
        return self.make(HIGHLIGHT, core, {"anchor": anchor}, private=private)

    def note(self, target, text, *, private: bool = False) -> str:
        core = {"target": target, "person": ANN.person.hex(), "created": 0}
        return self.make(NOTE, core, {"text": text}, private=private)

    def close(self) -> None:
        self.part.close()
        self.library.close()


@pytest.fixture
def both(tmp_path, clock):
    both = Both(tmp_path)
    yield both
    both.close()


class Mixed(RuleBasedStateMachine):
    """Shared and private actions in any order, undone and done again; clocks jump, and the files are opened anew."""

    def __init__(self) -> None:
        super().__init__()
        self._real = ledger.time
        self.clock = ledger.time = Clock()
        self.folder = Path(tempfile.mkdtemp())
        self.both = Both(self.folder)
        self.steps, self.taken_back = [], []

    def teardown(self) -> None:
        self._holds()
        self.both.close()
        ledger.time = self._real
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.source = self.both.source()
        self.concept = self.both.make(CONCEPT, {"name": "NSS"})
        self.both.highlight(self.source)
        self.both.highlight(self.source, private=True)

    def _known(self, data):
        rows = self.both.shown.rows("select id from highlight where alive order by id")
        return data.draw(st.sampled_from([id.hex() for (id,) in rows])) if rows else None

    @rule(data=st.data(), what=st.sampled_from(["mark", "note", "tag", "word", "delete"]), private=st.booleans())
    def act(self, data, what, private) -> None:
        before = visible(self.both.shown)
        steps = undo_state(self.both.shown, ANN.installation)
        chosen = self._known(data)
        if what == "mark" or chosen is None:
            self.both.highlight(self.source, private=private)
        elif what == "note":
            self.both.note(chosen, data.draw(st.sampled_from("xyz")), private=private or self._is_private(chosen))
        else:
            with self.both.action(private=self._is_private(chosen)) as action:
                if what == "tag":
                    action.make(TAGGING, {"highlight": chosen, "concept": self.concept, "person": action.person})
                elif what == "word":
                    action.set(HIGHLIGHT, chosen, "edited_quote", data.draw(st.sampled_from("ab")))
                else:
                    action.delete(HIGHLIGHT, chosen)
        if undo_state(self.both.shown, ANN.installation) == steps:
            assert visible(self.both.shown) == before
            return
        self.steps.append((before, visible(self.both.shown)))
        self.taken_back.clear()
        self._holds()

    def _is_private(self, id: str) -> bool:
        return is_private(self.both.shown, id)

    @rule()
    def undo(self) -> None:
        if self.steps:
            undo(self.both.shown, ANN)
            step = self.steps.pop()
            assert visible(self.both.shown) == step[0]
            self.taken_back.append(step)

    @rule()
    def redo(self) -> None:
        if self.taken_back:
            redo(self.both.shown, ANN)
            step = self.taken_back.pop()
            assert visible(self.both.shown) == step[1]
            self.steps.append(step)
        else:
            assert undo_state(self.both.shown, ANN.installation).redo is None

    @rule(years=st.sampled_from((-20, -1, 1)))
    def clock_jumps(self, years) -> None:
        self.clock.ms += years * YEAR_MS

    @rule()
    def open_anew(self) -> None:
        self.both.part.close()

    def _holds(self) -> None:
        library, private = self.both.library, self.both.part.engine
        assert private is not None
        for engine in (library, private):
            assert check(engine, remake=False).problems == ()
        times = [at for (at,) in self.both.shown.rows("select at from action where label<>''")]
        assert len(set(times)) == len(times)
        kinds = {kind for (kind,) in private.rows("select kind from entity")}
        assert kinds <= {kind.name for kind in (HIGHLIGHT, NOTE, TAGGING, PERSON)}
        for table in ("action", "entity", "revision"):
            ids, own = ({row[0] for row in engine.rows(f"select id from {table}")} for engine in (library, private))
            assert ids & own <= {ANN.person}
        text = str([library.rows(f"select * from {table}") for table in ("action", "entity", "revision")])
        assert not any(id.hex() in text for id in private_things(self.both.shown))
        together, alone = highlights(self.both.shown), highlights(library)
        assert [one.id for one in together if not one.private] == [one.id for one in alone]


TestMixed = Mixed.TestCase
TestMixed.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)


@pytest.mark.slow
class TestMixedAtLength(Mixed.TestCase):
    settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


def test_what_sees_both_can_write_to_neither(both):
    both.highlight(both.source(), private=True)
    shown = both.shown
    for sql in (
        "delete from main.highlight",
        "delete from private.highlight",
        "update private.note set text=''",
        "create table main.x(y)",
        "create table private.x(y)",
    ):
        with pytest.raises(StorageError):
            shown.rows(sql)
    with pytest.raises((StorageError, apsw.SQLError)):
        shown.rows("delete from highlight")


def test_what_writes_to_the_library_knows_of_no_other_file(both):
    both.highlight(both.source(), private=True)
    assert [name for _, name, _ in both.library.rows("pragma database_list")] == ["main"]
    assert both.library.rows("select id from highlight") == []
    assert private_things(both.library) == frozenset() and home(both.library, b"") is both.library


def test_its_actions_come_after_all_that_was_done_in_either(both, clock):
    source = both.source()
    clock.advance(days=300)
    private = both.highlight(source, private=True)
    clock.advance(days=-200)
    shared = both.highlight(source)
    ((first,), (second,)) = both.shown.rows("select id from highlight order by created, id") and [
        both.shown.rows("select a.at from entity e join action a on a.id=e.action where e.id=?", (bytes.fromhex(id),))[
            0
        ]
        for id in (private, shared)
    ]
    assert second == first + 1
    assert undo(both.shown, ANN)[0] == "Something"
    assert [one.id for one in highlights(both.shown)] == [private]


def test_a_private_note_is_no_dependant_that_the_library_would_name(both):
    highlight = both.highlight(both.source())
    note = both.note(highlight, "mine", private=True)
    with both.action(private=False) as action:
        action.delete(HIGHLIGHT, highlight)
    assert both.library.rows("select id from revision where value like ?", (f"%{note}%",)) == []
    assert highlights(both.shown) == []
    undo(both.shown, ANN)
    assert [one.notes[0].text for one in highlights(both.shown)] == ["mine"]


@pytest.mark.parametrize("point", range(1, 40, 3))
def test_an_action_is_in_its_one_file_whole_or_not_at_all(both, monkeypatch, point):
    """What fails at any statement leaves both files as they were, and the next action goes well."""
    source = both.source()
    both.highlight(source, private=True)
    before = [visible(engine) for engine in (both.library, both.part.engine)]
    counts, private = itertools.count(1), both.part.engine
    real = private.many

    def failing(sql, values):
        if next(counts) >= point:
            raise StorageError("The disk is full.")
        return real(sql, values)

    private.many = failing
    try:
        both.highlight(source, private=True)
    except StorageError:
        assert [visible(engine) for engine in (both.library, private)] == before
    finally:
        private.many = real
    assert visible(both.library) == before[0]
    both.highlight(source, private=True)
    for engine in (both.library, private):
        assert check(engine, remake=False).problems == ()


def test_a_file_of_another_kind_or_library_is_no_private_part(both, tmp_path):
    both.highlight(both.source(), private=True)
    both.part.close()
    with pytest.raises(LibraryForeignError):
        assert part_of(both.library, both.library.path).engine
    other = create(tmp_path / "other.commonplace")
    try:
        with pytest.raises(LibraryForeignError, match="another library"):
            assert part_of(other, both.part.path).engine
    finally:
        other.close()
    newer = Engine(both.part.path)
    newer.rows(f"pragma user_version={FORMAT + 1}")
    newer.close()
    with pytest.raises(LibraryTooNewError):
        assert both.part.engine


def test_two_processes_may_make_it_at_once(both):
    source = both.source()
    second = part_of(both.library, both.part.path)
    both.highlight(source, private=True)
    assert second.made(ANN).value("select count(*) from highlight") == 1
    assert isinstance(second.together(ANN), Together)
    second.close()


def test_a_library_that_cannot_be_written_to_has_a_private_part_all_the_same(both, tmp_path):
    source = both.source()
    library = Engine(both.library.path, read_only=True)
    part = part_of(library, tmp_path / "elsewhere" / "x.commonplace-private")
    with Action(part.made(ANN), ANN, "Note") as action:
        action.make(NOTE, {"nonce": "1", "target": source, "person": action.person, "created": 0}, {"text": "mine"})
    assert part.together(ANN).rows("select text from note") == [("mine",)]
    assert not part.is_elsewhere(ANN)
    part.close()
    library.close()
