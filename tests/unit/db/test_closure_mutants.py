"""Faults put into packing on purpose: each is found by a directed test."""

import inspect

import pytest
import test_closure as closing
from ledgers import Clock, People

from db import closure, ledger, packing

_LIVING = "id not in (select id from main.highlight where not alive)"
_NONE = "select 1"


def superseded_revisions_left_out(patch):
    heads = "not exists (select 1 from main.revision n where instr(n.prev, lower(hex(revision.id))))"
    patch(packing, "_OF_PACKED", {**packing._OF_PACKED, "revision": f"{packing._OF_PACKED['revision']} and {heads}"})


def deleted_things_left_out(patch):
    patch(packing, "_OF_PACKED", {**packing._OF_PACKED, "entity": f"{packing._OF_PACKED['entity']} and {_LIVING}"})


def tags_taken_off_left_out(patch):
    real = closure._pack
    patch(closure, "_pack", lambda engine, table, *asked: real(engine, table, *(
        sql for sql in asked if "not x.alive" not in sql)))  # fmt: skip


def undoing_actions_left_out(patch):
    patch(closure, "_LINKED_ACTIONS", _NONE)


def concepts_above_left_out(patch):
    patch(closure, "_ABOVE", _NONE)


def concepts_below_left_out(patch):
    patch(closure, "_BELOW", "insert into temp.wanted_concept select unhex(value) from json_each(?)")


def former_versions_left_out(patch):
    patch(closure, "_REPLACED", _NONE)


def parents_of_entries_left_out(patch):
    patch(closure, "_pack_drawn_on", lambda _engine, _draws_on: None)


def layers_are_no_documents(patch):
    real = packing._packed
    patch(packing, "_packed", lambda engine, request: {**real(engine, request), "layer": "true"})


def unfinished_documents_sent(patch):
    patch(packing, "_ALL", {**packing._ALL, "blob_chunk": "true"})


def everything_sent(patch):
    patch(packing, "_OF_PACKED", packing._ALL)


def everybody_sent(patch):
    real = closure._pack
    patch(closure, "_pack", lambda engine, table, *asked: real(engine, table, *(
        sql.replace("x.person in (select id from temp.wanted_person)", "true") for sql in asked)))  # fmt: skip


KILLERS = {
    superseded_revisions_left_out: closing.test_every_wording_and_its_action_goes_along,
    deleted_things_left_out: closing.test_what_was_deleted_of_the_choice_goes_along_as_deleted,
    tags_taken_off_left_out: closing.test_a_tag_that_was_taken_off_is_taken_off_by_a_package_of_its_concept,
    undoing_actions_left_out: closing.test_an_undo_that_left_no_trace_on_what_was_chosen_goes_along,
    concepts_above_left_out: closing.test_a_highlight_brings_all_that_it_needs,
    concepts_below_left_out: closing.test_what_a_concept_includes_goes_along_with_it,
    former_versions_left_out: closing.test_a_source_brings_the_versions_it_took_the_place_of,
    parents_of_entries_left_out: closing.test_a_reference_brings_what_it_draws_on,
    layers_are_no_documents: closing.test_without_documents_only_what_was_marked_is_in_it,
    unfinished_documents_sent: closing.test_of_a_document_that_was_not_imported_to_the_end_nothing_goes_along,
    everything_sent: closing.test_nothing_of_what_was_not_chosen_is_in_it,
    everybody_sent: closing.test_what_others_wrote_on_a_persons_highlights_stays_here,
}


def _passes(check, out, monkeypatch):
    """Run a directed test with libraries of its own."""
    clock = Clock()
    monkeypatch.setattr(ledger, "time", clock)
    people = People(clock)
    given = {"people": people, "out": out}
    try:
        check(**{name: given[name] for name in inspect.signature(check).parameters})
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 - whatever a mutant breaks
        return False
    finally:
        people.close()
    return True


@pytest.mark.parametrize("mutant", KILLERS, ids=lambda mutant: mutant.__name__)
def test_the_mutant_dies(mutant, tmp_path, monkeypatch):
    out = tmp_path / "some.commonplace-share"
    assert _passes(KILLERS[mutant], out, monkeypatch), "the test fails on the real code"
    mutant(monkeypatch.setattr)
    assert not _passes(KILLERS[mutant], out, monkeypatch), "the mutant lives"
