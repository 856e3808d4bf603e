"""Everything that people write carries a word of its own; no part of a library that is shared holds one too many."""

import json
import re
import zlib

import pytest

from commonplace.library.bibliography import import_bib
from commonplace.library.concept_details import colour_concept, define_concept, name_concept_also
from commonplace.library.concepts import (
    add_concept,
    delete_concept,
    list_concepts,
    merge_concepts,
    move_concept,
    rename_concept,
)
from commonplace.library.conflicts import list_conflicts, resolve
from commonplace.library.copies import accept_copies
from commonplace.library.highlighting import delete, tag, untag, write_note
from commonplace.library.importing import import_paths
from commonplace.library.quoting import edit_quote
from commonplace.library.referencing import link, rename_key, set_fields, unlink
from commonplace.library.replacing import replace_source
from commonplace.library.retagging import retag
from commonplace.library.sameness import same
from commonplace.library.sharing import ShareRequest, share
from commonplace.library.shelving import shelve
from commonplace.library.sources import clear_page_label, list_sources, set_page_label
from commonplace.library.upkeep import history, undo
from core.errors import NotDoneError
from db.engine import Engine

_CANARY = re.compile(r"q[a-z]+(?=zz)")
_SIDES = ("left", "right")


class Singer:
    """Makes words that stand nowhere else."""

    def __init__(self):
        self._count = 0

    def __call__(self, side="both"):
        self._count += 1
        number = "".join(chr(ord("a") + int(digit)) for digit in f"{self._count:03d}")
        return f"q{side}{number}zz"


@pytest.fixture
def sing():
    return Singer()


def _text(sing, side):
    words = [f"The harbour towns of {sing(side)} spoke of a free sea.", f"And {sing(side)} kept to themselves."]
    return "\n\n".join([*words, *(f"Nobody marked {sing(side)} at all." for _ in range(6))])


def _quote(text, number):
    return text.split("\n\n")[number]


@pytest.fixture
def choir(library, colleagues, bring, mark, sing, tmp_path, pdf, in_process, monkeypatch):
    """A library of two halves, ``left`` and ``right``, and many steps that were about both; of each half its names."""
    monkeypatch.setattr("commonplace.library.replacing.DocumentWorkers", in_process)
    half = {side: _furnish(side, library, bring, mark, sing, tmp_path, pdf) for side in _SIDES}
    for one, other in (_SIDES, reversed(_SIDES)):
        _entangle(half[one], half[other], library, sing, tmp_path)
    bob = colleagues.join("bob")
    for side in _SIDES:
        rename_concept(library, half[side]["concept"], sing(side))
        rename_concept(bob, half[side]["concept"], sing(side))
        write_note(bob, half[side]["highlight"], sing(side))
    colleagues.share(library, bob)
    for line in list_conflicts(library):
        resolve(library, line.id, [next(head.number for head in line.heads if head.shown)])
    for own in half.values():
        (line,) = (line for line in list_concepts(library) if line.id == own["id"])
        own["concept"] = line.name
    return half


def _furnish(side, library, bring, mark, sing, tmp_path, pdf):
    text = _text(sing, side)
    names = [f"{sing(side)}.txt", f"{sing(side)}.txt"]
    source, second = bring({names[0]: text, names[1]: _text(sing, side)})
    key = f"{sing(side)}2020"
    bib = tmp_path / f"{sing(side)}.bib"
    bib.write_text(f"@book{{{key}, title = {{{sing(side)}}}, date = {{2020}}, file = {{{names[0]}}}}}\n", "utf-8")
    import_bib(library, bib)
    parent, concept = sing(side), sing(side)
    add_concept(library, parent, aliases=[sing(side)], definition=sing(side))
    id = add_concept(library, concept, parent=parent).id
    define_concept(library, concept, sing(side))
    colour_concept(library, concept, "#112233")
    name_concept_also(library, concept, sing(side))
    line = mark(source, _quote(text, 0), concepts=(concept,), note=sing(side))
    again = mark(source, _quote(text, 1), concepts=(concept, sing(side)))
    write_note(library, line.id, sing(side))
    edit_quote(library, again.id, sing(side))
    set_fields(library, key, {"publisher": sing(side)})
    rename_key(library, key, f"{sing(side)}2021")
    collection = shelve(library, [source, second], sing(side)).name
    shelve(library, [second], sing(side))
    printed = pdf(f"{sing(side)}.pdf", [sing(side), sing(side)])
    set_page_label(library, printed, "#1", sing(side))
    set_page_label(library, printed, "#2", sing(side))
    clear_page_label(library, printed, "#2")
    gone = sing(side)
    add_concept(library, gone)
    delete_concept(library, gone)
    later = tmp_path / f"{sing(side)}.txt"
    later.write_text(f"{text}\n\n{sing(side)}", "utf-8")
    replace_source(library, source, later)
    return {
        "source": source, "second": second, "highlight": line.id, "concept": concept, "parent": parent, "text": text,
        "key": key, "id": id, "collection": collection,
    }  # fmt: skip


def _entangle(own, other, library, sing, folder):
    """Do what is about both halves at once, and take back what would make them one."""
    retag(library, own["highlight"], add=[], new=[sing(own_side := _side(own)), sing(own_side)])
    tag(library, own["highlight"], [other["concept"]])
    untag(library, own["highlight"], [other["concept"]])
    for both in (
        lambda: move_concept(library, own["concept"], other["parent"]),
        lambda: merge_concepts(library, own["concept"], other["concept"]),
        lambda: same(library, own["key"], other["key"], kind="reference"),
        lambda: link(library, other["key"], own["second"]),
        lambda: accept_copies(library, own["second"], other["second"]),
    ):
        both()
        undo(library)
    link(library, other["key"], own["second"])
    unlink(library, other["key"], own["second"])
    same(library, own["parent"], other["parent"], off=True, kind="concept")
    shelve(library, [own["second"]], sing(_side(other)))
    copy = folder / f"{sing(own_side)}.txt"
    copy.write_text(f"{own['text']}\n\n{sing('both')}", "utf-8")
    (line,) = import_paths(library, [copy])
    delete(library, line.source)


def _side(own):
    return re.search("|".join(_SIDES), own["concept"])[0]


def _found(data):
    return set(_CANARY.findall(data.decode("utf-8", "replace")))


def _held(engine, ids):
    """Return every canary that the records of some things hold, and the texts of the sources among them."""
    among = json.dumps([id.hex() for id in ids])
    given = "in (select unhex(value) from json_each(?))"
    rows = engine.rows(f"select core from entity where id {given}", (among,))
    rows += engine.rows(f"select value from revision where entity {given}", (among,))
    found = _found("\n".join(text for (text,) in rows).encode())
    for (content,) in engine.rows(f"select content from layer where source {given}", (among,)):
        found |= _found(zlib.decompress(content))
    return found


def _package(path):
    """Return all canaries that stand in any byte of a package, and the ids of the things in it."""
    engine = Engine(path, read_only=True, immutable=True)
    try:
        ids = [id for (id,) in engine.rows("select id from entity")]
        found = _found(path.read_bytes())
        for (content,) in engine.rows("select content from layer"):
            found |= _found(zlib.decompress(content))
        return found, ids
    finally:
        engine.close()


def _requests(library):
    collections = {name for line in list_sources(library) for name in line.collections}
    sql = "select distinct name from {} where alive and id=canonical"
    concepts, persons = (
        [name for (name,) in library.engine.rows(sql.format(table))] for table in ("concept", "person")
    )
    for documents in (True, False):
        for kind, names in (
            ("concepts", concepts), ("collections", sorted(collections)), ("persons", persons),
            ("sources", [line.id for line in list_sources(library)]),
        ):  # fmt: skip
            for name in names:
                yield ShareRequest(**{kind: (name,)}, documents=documents)


def test_no_package_holds_a_word_of_what_is_not_in_it(library, choir, tmp_path):
    made = 0
    for number, request in enumerate(_requests(library)):
        out = tmp_path / f"{number}.commonplace-share"
        try:
            share(library, out, request)
        except NotDoneError:
            continue
        made += 1
        found, ids = _package(out)
        assert found <= _held(library.engine, ids), request
        assert found
    assert made > 20


@pytest.mark.parametrize("side", _SIDES)
@pytest.mark.parametrize("documents", [True, False])
def test_one_half_holds_no_word_of_the_other(library, choir, tmp_path, side, documents):
    """By concept, by source and by both, though many a step was about both halves.

    A concept that was merged with one of the other half said for a while what that one says.
    """
    own, other = choir[side], next(one for one in _SIDES if one != side)
    choices = (
        {"concepts": (own["concept"],)},
        {"sources": (own["source"],)},
        {"concepts": (own["concept"],), "sources": (own["source"],)},
        {"sources": (own["second"],)},
        {"collections": (own["collection"],)},
    )
    for number, chosen in enumerate(choices):
        out = tmp_path / f"{number}.commonplace-share"
        share(library, out, ShareRequest(**chosen, documents=documents))
        found, _ = _package(out)
        once_called_so = _held(library.engine, [bytes.fromhex(own["id"])])
        assert {word for word in found - once_called_so if other in word} == set(), chosen
        assert any(side in word for word in found)


def test_labels_hold_nothing_that_names_another_thing(library, choir):
    """Only new words for the one thing that a step is about stand in a label."""
    fine = ("Rename concept", "Call concept", "Rename key", "Put", "Label page", "Take back the label")
    labels = [label for (label,) in library.engine.rows("select label from action")]
    assert [label for label in labels if _CANARY.search(label) and not label.startswith(fine)] == []


def test_history_names_what_steps_were_about(library, choir):
    said = [step.label for step in history(library)]
    assert not [label for label in said if "{" in label]
    left, right = (choir[side]["concept"] for side in _SIDES)
    assert {f"Merge concept {left} into {right}", f"Move concept {right}"} <= {*said}
