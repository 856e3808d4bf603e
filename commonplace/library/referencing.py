"""References as a person corrects them: fields, keys, and which source belongs to which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from commonplace.citations.keys import TakenKeys, check_key
from commonplace.citations.latex import is_balanced, to_bibtex, to_sound_tex
from commonplace.library.described import new_key
from commonplace.library.naming import reference_named, source_named
from commonplace.library.session import Library
from commonplace.library.wording import written
from commonplace.library.works import Work, works
from core.errors import NotDoneError, UnknownNameError
from core.records import Reference
from db.kinds import ALIAS, REFERENCE, SOURCE
from db.ledger import Action
from db.references import aliases_to, keys_of, references_as, references_with_key, taken_keys
from db.sources import SourceFacts, sources
from db.step_labels import named

_FIELD = re.compile(r"[a-z][a-z0-9_+-]{0,60}\Z")
_TYPE = re.compile(r"[a-z]{1,40}\Z")
_TEX = re.compile(r"[\\{}$]")


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A reference with its raw fields; ``aliases`` are keys that still lead to it, ``sources`` ids."""

    id: str
    citekey: str
    aliases: tuple[str, ...]
    type: str
    fields: dict[str, str]
    sources: tuple[str, ...]


def list_references(library: Library) -> list[ReferenceLine]:
    return [_line(work) for work in works(library).values()]


def set_fields(library: Library, key: str, values: Mapping[str, str]) -> ReferenceLine:
    """Correct fields of a reference; an empty value takes a field out, ``type`` is the entry's type.

    A value with TeX in it is taken as BibTeX writes it, but for bare ``& % #``; any other as plain text.

    Raises:
        UnknownNameError: There is no such reference, or a name cannot be a field.
        NotDoneError: A value's braces do not match; nothing was changed.
    """
    id = reference_named(library, key)
    said = {name.strip().lower(): " ".join(written(value).split()) for name, value in values.items()}
    for name, value in said.items():
        _check(name, value)
    with library.action(f"Correct reference {named(id)}") as action:
        # What is shown as one is corrected as one, and stays so in each where they are taken for two again.
        for one in references_as(library.engine, id):
            for name, value in said.items():
                if name == "type":
                    action.set(REFERENCE, one, "type", value.lower() or None)
                else:
                    action.set(REFERENCE, one, f"field:{name}", _raw(name, value) if value else "")
    return _shown(library, id)


def rename_key(library: Library, old: str, new: str) -> ReferenceLine:
    """Give a reference another key; the old one still leads to it.

    Raises:
        NotDoneError: The new key leads to another reference, or cannot be one.
    """
    id = reference_named(library, old)
    check_key(new)
    shown, led = references_with_key(library.engine, new)
    if set(shown + led) - {id}:
        raise NotDoneError(
            f"The key {new} leads to another reference; nothing was changed.", hint="Choose another key.", code="exists"
        )
    with library.action(f"Rename key {old} to {new}") as action:
        action.set(REFERENCE, id, "citekey", new)
    return _shown(library, id)


def link(library: Library, key: str, source: str) -> ReferenceLine:
    """Say that a source belongs to a reference; the key that was made for the source still leads to it."""
    id, facts = reference_named(library, key), sources(library.engine, [source_named(library, source)])[0]
    with library.action(f"Link {named(id)} with a source") as action:
        move_source(library, action, facts, id)
    return _shown(library, id)


def move_source(library: Library, action: Action, facts: SourceFacts, id: str) -> None:
    """Record that a source belongs to a reference; the one that was made for it alone gives way."""
    former = works(library, [facts.reference]).get(facts.reference) if facts.reference != id else None
    action.set(SOURCE, facts.id, "reference", id)
    if former is not None and not former.reference.bibfile and len(former.reference.sources) == 1:
        give_way(action, former.reference, id)


def unlink(library: Library, key: str, source: str) -> ReferenceLine:
    """Take a source from a reference; it goes back to the one that was made for it, or gets one of its own.

    Raises:
        NotDoneError: It does not belong to that reference, or the reference is its own.
    """
    id, facts = reference_named(library, key), sources(library.engine, [source_named(library, source)])[0]
    if facts.reference != id:
        raise NotDoneError("The source does not belong to this reference; nothing was changed.", code="not-linked")
    with library.action(f"Unlink {named(id)} from a source") as action:
        own = action.make(REFERENCE, {"source": facts.id})
        shown_with = references_as(library.engine, id)
        if own in shown_with and not works(library, [id])[id].reference.bibfile:
            raise NotDoneError(
                f"{key} is the reference that was made for this source; nothing was changed.",
                hint="Link the source with another reference instead.",
                code="own-reference",
            )
        if own in shown_with:  # an entry of a .bib has taken its place
            own = action.make(REFERENCE, {"origin": facts.id, "nonce": ""})
        had = keys_of(library.engine, own)
        if had:
            for alias in aliases_to(library.engine, shown_with, had):
                action.set(ALIAS, alias, "present", False)
        else:
            name = facts.names[0] if facts.names else ""
            action.set(REFERENCE, own, "citekey", new_key(facts.found, name, TakenKeys(taken_keys(library.engine))))
        action.set(SOURCE, facts.id, "reference", own)
    return _shown(library, id)


def give_way(action: Action, former: Reference, reference: str) -> None:
    """Delete a reference for another, to which its keys lead from now on."""
    for key in filter(None, (former.citekey, *former.aliases)):
        action.make(ALIAS, {"reference": reference, "citekey": key})
    for id in former.members or (former.id,):
        action.delete(REFERENCE, id)


def _check(name: str, value: str) -> None:
    if not _FIELD.match(name):
        raise UnknownNameError(f"{name} cannot be the name of a field.", hint="Write FIELD=VALUE.", code="bad-field")
    if name in ("key", "citekey"):
        raise UnknownNameError("A key is changed with `reference rename OLD NEW`.", code="bad-field")
    if name == "type" and value and not _TYPE.match(value.lower()):
        raise UnknownNameError(f"{value} cannot be an entry type.", code="bad-field")
    if not is_balanced(value):
        raise NotDoneError(f"The braces of {name} do not match; nothing was changed.", code="bad-value")


def _raw(name: str, value: str) -> str:
    return to_sound_tex(value, name) if _TEX.search(value) else to_bibtex(value, name)


def _shown(library: Library, id: str) -> ReferenceLine:
    return _line(works(library, [id])[id])


def _line(work: Work) -> ReferenceLine:
    reference = work.reference
    return ReferenceLine(reference.id, reference.citekey, reference.aliases, work.type, work.fields, reference.sources)
