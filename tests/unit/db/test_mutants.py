"""The mutants that must die: faults put into the ledger on purpose, each found by a directed test.

Random histories alone missed one of them that a test of three edits found; so every law has a test that names it.
"""

import inspect
import unicodedata

import ledgers
import pytest
import test_anchors as anchoring
import test_concept_tree as tree
import test_deleting as deleting
import test_same as sameness
import test_undo as undoing
import test_undo_one as undoing_one
import test_union as merging
import test_versions as values
from ledgers import Clock, People, copy_of

from core.ids import canonical
from db import (
    anchors,
    concept_tree,
    ledger,
    projection,
    references,
    rows,
    same,
    things,
    undo,
    undo_one,
    union,
    verifying,
    versions,
)
from db.kinds import KINDS, REFERENCE
from db.ledger import Action


def last_writer_wins(patch):
    patch(things, "heads", lambda found: versions.heads(found)[:1])


def conflicts_by_value_count_only(patch):
    patch(projection, "disagree", lambda found: len(list(found)) > 1)


def places_in_other_layers_are_a_conflict(patch):
    patch(things.Thing, "rivals", lambda self, register: [self.heads(register)])


def a_place_takes_the_place_of_all_others(patch):
    patch(things.Thing, "replaced_by", lambda self, register, _value: self.heads(register))


def the_row_shows_the_newest_place(patch):
    patch(projection, "choose_anchors", lambda *_: None)


def the_row_follows_its_own_changes_only(patch):
    real = projection.choose_anchors
    patch(projection, "choose_anchors", lambda engine, touched: real(
        engine, [id for id in touched if engine.value("select 1 from highlight where id=?", (id,))]))  # fmt: skip


def a_later_version_is_like_any_source(patch):
    patch(anchors, "_RANKED", anchors._RANKED.replace("n.replaces=a.source", "false"))


def a_source_keeps_only_what_is_shown_in_it(patch):
    patch(projection, "_DEPENDANTS", {
        kind: tuple((below, sql) for below, sql in questions if "from anchor" not in sql)
        for kind, questions in projection._DEPENDANTS.items()
    })  # fmt: skip


def delete_wins(patch):
    patch(
        projection, "_is_alive", lambda _engine, thing, _conflicts: not versions.deletion(thing.heads("deleted")).asked
    )


def dependants_do_not_keep_a_thing(patch):
    patch(projection, "dependants", lambda _engine, _thing: set())


def what_hangs_deeper_does_not_keep_a_thing(patch):
    patch(projection, "_DEPENDANTS", {
        kind: tuple(("", sql) for _, sql in questions) for kind, questions in projection._DEPENDANTS.items()
    })  # fmt: skip


def what_is_said_of_dependants_does_not_keep_a_thing(patch):
    patch(projection, "said_of_dependant", lambda _thing: [])


def dependants_not_in_seen(patch):
    patch(ledger, "seen", lambda _engine, thing: sorted(
        one.id.hex() for name in thing.registers() - {"deleted"} for one in thing.originals(name)))  # fmt: skip


def own_heads_not_in_seen(patch):
    patch(ledger, "seen", lambda engine, thing: [id.hex() for id in projection.dependants(engine, thing)])


def own_action_not_in_seen(patch):
    patch(Action, "_seen", lambda self, thing: projection.seen(self._engine, thing))


def superseded_revisions_left_out(patch):
    real = ledgers.unite

    def unite_heads(engine, other):
        part = copy_of(other)
        for (prev,) in part.rows("select prev from revision"):
            part.many("delete from revision where id=?", [(id,) for id in things.replaced(prev)])
        return real(engine, part)

    patch(ledgers, "unite", unite_heads)


def circle_broken_by_insertion_order(patch):
    real = concept_tree.grow

    def grow(nodes, said):
        nodes = list(nodes)
        return real(
            [concept_tree.Node(n.id, n.alive, n.name_key, n.parents, at, b"") for at, n in enumerate(nodes)], said
        )

    patch(concept_tree, "grow", grow)


def circle_broken_by_id(patch):
    real = concept_tree.grow
    patch(concept_tree, "grow", lambda nodes, said: real(
        [concept_tree.Node(n.id, n.alive, n.name_key, n.parents, 0, n.id) for n in nodes], said))  # fmt: skip


def circles_stand(patch):
    patch(concept_tree, "_reached", lambda *_: set())


def edges_to_deleted_concepts_are_dropped(patch):
    patch(concept_tree, "_living", lambda node, by_id: [id for id in node.parents if id in by_id and by_id[id].alive])


def distinct_is_not_heard(patch):
    real = concept_tree._classes
    patch(concept_tree, "_classes", lambda alive, said: real(alive, [one for one in said if one[2]]))


def equal_names_are_two(patch):
    real = concept_tree._classes
    patch(concept_tree, "_classes", lambda alive, said: real(
        [concept_tree.Node(n.id, n.alive, n.id.hex(), n.parents, n.at, n.version) for n in alive], said))  # fmt: skip


def aliases_forgotten(patch):
    def write(engine, shown):
        engine.many("delete from citekey where reference=?", [(thing.id,) for thing, _ in shown])
        engine.many(
            "insert into citekey values(?,?,1)", [(thing.value("citekey") or "", thing.id) for thing, _ in shown]
        )

    patch(rows, "_BESIDE", {**rows._BESIDE, REFERENCE.name: write})


def aliases_of_undone_keys_stay(patch):
    patch(rows, "undone_actions", lambda _engine: set())


def undo_ignores_conflicts(patch):
    real = undo._replaced
    patch(undo, "_replaced", lambda *asked: [(head, former[:1]) for head, former in real(*asked)])


def undo_knows_only_its_own_versions(patch):
    patch(undo, "lineage", lambda version, _given: [version])


def given_back_is_new(patch):
    patch(versions, "standing", lambda version, _given: (version.at, version.id))
    patch(rows, "standing", versions.standing)


def given_back_was_not_seen(patch):
    patch(things.Thing, "originals", things.Thing.heads)


def undo_overwrites_what_others_built(patch):
    real = undo._replaced

    def replaced(thing, register, action):
        own = [one for one in thing.versions(register) if one.action == action and one.id != action]
        by_id = {one.id: one for one in thing.versions(register)}
        if own:
            return [(thing.heads(register)[0], [by_id[prev].value for prev in own[0].prev if prev in by_id])]
        return real(thing, register, action)

    patch(undo, "_replaced", replaced)


def undo_is_everybodys(patch):
    real = undo.undo_state

    def state(engine, _installation):
        return real(engine, engine.value("select substr(origin, 1, 8) from action where label<>'' order by at desc"))

    patch(undo, "undo_state", state)


def empty_undo_is_not_recorded(patch):
    real = Action.flush

    def flush(self, *, even_if_empty=False):
        self._pending.touched.clear()
        real(self)

    patch(Action, "flush", flush)


def undo_touches_only_its_own_records(patch):
    def written(engine, action):
        for sql in ("select entity from revision where action=?", "select id from entity where action=?"):
            yield from (id for (id,) in engine.rows(sql, (action,)))

    patch(undo, "written_by", written)


def union_without_projection(patch):
    patch(union, "project_touched", lambda _engine: None)


def union_projects_new_things_only(patch):
    real = union.project_touched

    def project_touched(engine):
        newest = "(select id from merged order by rowid desc limit 1)"
        made = f"select substr(key, 1, 16) from delivered where tbl='entity' and merge={newest}"
        engine.rows(f"delete from temp.touched where id not in ({made})")
        real(engine)

    patch(union, "project_touched", project_touched)


def targets_are_not_looked_at_again(patch):
    patch(projection, "deleted_targets", lambda *_: set())


def union_believes_everything(patch):
    patch(verifying, "refuse_altered", lambda _other: None)


def union_drops_what_it_does_not_know(patch):
    real = union._take_records

    def taken(engine, last):
        counts = real(engine, last)
        engine.rows(f"delete from entity where kind not in ({','.join(f'{name!r}' for name in KINDS)})")
        return counts

    patch(union, "_take_records", taken)


def text_is_normalised(patch):
    patch(ledger, "canonical", lambda value: unicodedata.normalize("NFC", canonical(value)))
    patch(
        ledger, "core_json", lambda core, first: unicodedata.normalize("NFC", canonical({**core, "first": dict(first)}))
    )


def the_clock_believes_everybody(patch):
    patch(ledger, "receive", lambda last, other, _now: max(last, other))


def the_clock_goes_back(patch):
    patch(ledger, "next_time", lambda _last, now: now << 16)


def distinct_holds_for_the_pair_only(patch):
    real = same.shown_as_one

    def shown(ids, said, derived=()):
        apart = {frozenset(pair[:2]) for pair in said if not pair[2]}
        alike = [pair for pair in said if pair[2] and frozenset(pair[:2]) not in apart]
        return real(ids, alike, [pair for pair in derived if frozenset(pair) not in apart])

    patch(concept_tree, "shown_as_one", shown)
    patch(same, "shown_as_one", shown)


def the_newest_of_the_same_stands_for_all(patch):
    real = same.shown_as_one

    def shown(ids, said, derived=()):
        found = real(ids, said, derived)
        last = {}
        for id, one in found.items():
            last[one] = max(last.get(one, id), id)
        return {id: last[one] for id, one in found.items()}

    patch(same, "shown_as_one", shown)


def references_stay_two(patch):
    patch(projection, "project_same", lambda *_: None)


def keys_of_what_is_shown_as_another_are_forgotten(patch):
    patch(references, "_keys", lambda engine, _one_of: references._grouped(
        (id, key) for id, key in engine.rows("select reference, citekey from citekey")))  # fmt: skip


def a_settlement_replaces_what_is_shown_only(patch):
    real = things.Thing.replaced_by
    patch(things.Thing, "replaced_by", lambda self, register, value: real(self, register, value)[:1])


def one_action_goes_whatever_builds_on_it(patch):
    patch(undo_one, "builds_on", lambda *_: set())


def only_what_is_shown_is_told_of_a_conflict(patch):
    real = things.Thing.disagreeing
    patch(things.Thing, "disagreeing", lambda self, register: real(self, register)[:1])


KILLERS = {
    last_writer_wins: [values.test_changes_made_apart_are_a_conflict_and_the_later_one_is_shown],
    conflicts_by_value_count_only: [values.test_the_same_change_made_apart_is_no_conflict],
    places_in_other_layers_are_a_conflict: [anchoring.test_places_in_different_layers_are_no_conflict],
    a_place_takes_the_place_of_all_others: [anchoring.test_settling_a_conflict_leaves_the_place_in_another_layer_alone],
    the_row_shows_the_newest_place: [anchoring.test_the_row_follows_the_layer_that_the_source_shows],
    the_row_follows_its_own_changes_only: [anchoring.test_the_row_follows_the_layer_that_the_source_shows],
    a_later_version_is_like_any_source: [anchoring.test_a_later_version_of_a_source_shows_what_was_found_in_it],
    a_source_keeps_only_what_is_shown_in_it: [
        anchoring.test_a_source_stays_that_a_highlight_stands_in_although_it_is_shown_elsewhere
    ],
    what_hangs_deeper_does_not_keep_a_thing: [
        lambda people: deleting.test_work_on_a_highlight_in_a_source_that_another_deletes_keeps_it(people, "tag")
    ],
    what_is_said_of_dependants_does_not_keep_a_thing: [deleting.test_a_note_rewritten_on_what_another_deletes_keeps_it],
    delete_wins: [deleting.test_a_change_that_the_deleter_had_not_seen_keeps_it],
    dependants_do_not_keep_a_thing: [deleting.test_a_note_on_what_another_deletes_keeps_it],
    dependants_not_in_seen: [deleting.test_a_note_that_was_known_does_not_keep_it],
    own_heads_not_in_seen: [deleting.test_a_change_that_the_deleter_had_seen_does_not_keep_it],
    own_action_not_in_seen: [deleting.test_a_deletion_knows_what_its_own_action_said],
    superseded_revisions_left_out: [values.test_two_changes_by_one_person_reach_a_colleague_as_one],
    circle_broken_by_insertion_order: [tree.test_a_circle_is_cut_by_the_clock_in_whatever_order_the_moves_arrive],
    circle_broken_by_id: [tree.test_a_circle_is_cut_by_the_clock_in_whatever_order_the_moves_arrive],
    circles_stand: [tree.test_of_two_moves_that_close_a_circle_the_later_is_left_out_and_flagged],
    edges_to_deleted_concepts_are_dropped: [tree.test_an_edge_to_a_deleted_concept_leads_on],
    distinct_is_not_heard: [tree.test_two_that_a_person_called_distinct_stay_two],
    equal_names_are_two: [tree.test_concepts_of_one_folded_name_are_shown_as_one],
    aliases_forgotten: [values.test_a_key_that_was_changed_stays_as_an_alias],
    aliases_of_undone_keys_stay: [values.test_a_key_whose_change_was_undone_leads_nowhere],
    undo_ignores_conflicts: [undoing.test_undoing_a_settlement_brings_the_conflict_back_as_it_was],
    undo_knows_only_its_own_versions: [undoing.test_undo_gives_back_what_was_there],
    given_back_is_new: [
        undoing.test_the_version_shown_after_undo_is_the_one_shown_before_whatever_the_ids,
        undoing.test_undoing_a_change_keeps_the_order_in_which_circles_are_broken,
    ],
    given_back_was_not_seen: [undoing.test_a_deletion_redone_after_other_undos_deletes],
    undo_overwrites_what_others_built: [undoing.test_what_a_colleague_built_on_my_change_survives_my_undo],
    undo_is_everybodys: [undoing.test_undo_is_each_installations_own],
    empty_undo_is_not_recorded: [undoing.test_undo_passes_a_step_of_which_nothing_is_left],
    undo_touches_only_its_own_records: [
        values.test_a_key_that_a_colleague_changed_on_top_of_mine_comes_and_goes_with_my_undo
    ],
    union_without_projection: [merging.test_documents_come_along_with_their_text],
    union_projects_new_things_only: [deleting.test_what_is_deleted_is_hidden_for_all],
    targets_are_not_looked_at_again: [
        merging.test_a_note_that_arrives_after_the_deletion_brings_the_thing_back_to_view
    ],
    union_believes_everything: [
        lambda people: merging.test_a_library_that_was_tampered_with_changes_nothing(
            people, "update action set at=at+1"
        )
    ],
    union_drops_what_it_does_not_know: [merging.test_kinds_and_fields_of_a_later_version_are_kept_and_passed_on],
    text_is_normalised: [lambda people: values.test_text_comes_back_as_the_very_characters(people, "神\ufa19 e\u0301")],
    the_clock_believes_everybody: [merging.test_a_colleagues_clock_far_ahead_takes_ours_a_day_along_at_most],
    distinct_holds_for_the_pair_only: [sameness.test_two_that_are_distinct_are_not_joined_by_way_of_a_third],
    the_newest_of_the_same_stands_for_all: [
        sameness.test_two_references_become_one_under_the_smaller_id_and_both_keys_lead_there
    ],
    references_stay_two: [sameness.test_two_references_become_one_under_the_smaller_id_and_both_keys_lead_there],
    keys_of_what_is_shown_as_another_are_forgotten: [
        sameness.test_two_references_become_one_under_the_smaller_id_and_both_keys_lead_there
    ],
    a_settlement_replaces_what_is_shown_only: [sameness.test_settling_takes_the_place_of_all_heads_everywhere],
    only_what_is_shown_is_told_of_a_conflict: [sameness.test_settling_takes_the_place_of_all_heads_everywhere],
    one_action_goes_whatever_builds_on_it: [undoing_one.test_what_others_built_on_is_refused],
    the_clock_goes_back: [merging.test_a_clock_set_back_still_counts_on],
}


def passes(check, monkeypatch):
    """Run a directed test with libraries of its own."""
    clock = Clock()
    monkeypatch.setattr(ledger, "time", clock)
    people = People(clock)
    given = {"people": people, "clock": clock}
    try:
        check(**{name: given[name] for name in inspect.signature(check).parameters})
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 - whatever a mutant breaks
        return False
    finally:
        people.close()
    return True


@pytest.mark.parametrize("mutant", KILLERS, ids=lambda mutant: mutant.__name__)
def test_the_mutant_dies(mutant, monkeypatch):
    for check in KILLERS[mutant]:
        assert passes(check, monkeypatch), "the test fails on the real code"
    mutant(monkeypatch.setattr)
    for check in KILLERS[mutant]:
        assert not passes(check, monkeypatch), "the mutant lives"
