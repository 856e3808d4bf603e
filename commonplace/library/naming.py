"""What a name that people type leads to: sources, references, highlights, concepts, pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from commonplace.library.session import Library
from core.errors import AmbiguousNameError, UnknownNameError
from core.folding import fold_name
from core.records import Concept
from db.concepts import concepts, concepts_named
from db.copies import heirs
from db.references import references, references_with_key, shown_references, sources_of
from db.sources import SourceFacts, ids_beginning, sources

_ID = re.compile(r"[0-9a-f]{6,32}\Z")


def source_named(library: Library, name: str) -> str:
    """Return the id of a source, by citation key, alias, id, or an id's beginning of six digits or more.

    A key means the latest version, and a document that is here rather than one of which only highlights came.

    Raises:
        UnknownNameError: Nothing has this name.
        AmbiguousNameError: Several sources have it; they are listed.
    """
    for ids in references_with_key(library.engine, name):
        found = [source for reference in ids for source in sources_of(library.engine, reference)]
        if found:
            older = heirs(library.engine) if len(found) > 1 else {}
            return _only(library, name, [id for id in found if id not in older] or found, "sources")
        if ids:
            raise UnknownNameError(
                f"{name} is a reference without a document here.", hint="Import its document, then link the two."
            )
    return _by_id(library, "source", name, f"There is no source {_said(name)}.", "List what there is with `sources`.")


def reference_named(library: Library, key: str) -> str:
    """Return the id of a reference, by citation key, alias, or the beginning of its id."""
    for ids in references_with_key(library.engine, key):
        if ids:
            return _only(library, key, ids, "references")
    id = _by_id(library, "reference", key, f"There is no reference {_said(key)}.", "List the keys with `sources`.")
    return shown_references(library.engine).get(id, id)


def highlight_named(library: Library, name: str) -> str:
    """Return the id of a highlight, by its id or the beginning of it."""
    return _by_id(library, "highlight", name, f"There is no highlight {_said(name)}.", "List them with `highlights`.")


def source_or_highlight_named(library: Library, name: str) -> tuple[str, str]:
    """Return "source" or "highlight" and the id, of what a key or an id leads to.

    Raises:
        UnknownNameError: It leads to neither.
        AmbiguousNameError: An id's beginning is that of both.
    """
    found: list[tuple[str, str]] = []
    unknown: list[UnknownNameError] = []
    for kind, named in (("source", source_named), ("highlight", highlight_named)):
        try:
            found.append((kind, named(library, name)))
        except AmbiguousNameError:
            raise
        except UnknownNameError as error:
            unknown.append(error)
    if not found:
        raise unknown[0]
    if len(found) > 1:
        raise AmbiguousNameError(f"{name} begins the id of a source and of a highlight.", hint="Give more of the id.")
    return found[0]


def concept_named(library: Library, name: str) -> Concept:
    """Return a concept by name, compared folded, by its path (``PARENT > CHILD``, ``> NAME`` at the top), or by its id.

    Raises:
        UnknownNameError: There is none.
        AmbiguousNameError: The name stands at several places, which are listed.
    """
    found = find_concepts(library, name)
    if not found:
        raise UnknownNameError(
            f"There is no concept {name}.",
            hint="Add it with `concept add`, or see `concept list`.",
            code="unknown-concept",
        )
    if len(found) > 1:
        places = "; ".join(" > ".join(concept.path) for concept in found)
        hint = f"Write PARENT > CHILD, or > {found[0].name} for one at the top."
        raise AmbiguousNameError(f"{name} stands at several places: {places}.", hint=hint)
    return found[0]


def find_concepts(library: Library, name: str) -> list[Concept]:
    """Return the shown concepts a name may mean; own names go before paths, these before aliases and whole ids."""
    every = concepts(library.engine)
    own = [concept for concept in every if fold_name(concept.name) == fold_name(name)]
    place = _steps(name)
    placed = [concept for concept in every if len(place) > 1 and _stands_at(concept, place)]
    if own or placed:
        return own or placed
    meant = {*concepts_named(library.engine, name), name}
    return [concept for concept in every if concept.id in meant]


def _steps(path: str) -> list[str]:
    return [fold_name(part) for part in path.split(">")]


def _stands_at(concept: Concept, place: Sequence[str]) -> bool:
    """Whether a concept's path ends so; an empty first step is what lies above the top."""
    # The path is put together first: a name on the way may have a > of its own.
    return ["", *_steps(" > ".join(concept.path))][-len(place) :] == place


def page_named(source: SourceFacts, page: str) -> int:
    """Return a page's index: by its label, or ``#12`` for the twelfth page of the file.

    Raises:
        UnknownNameError: There is no such page.
        AmbiguousNameError: Several pages have the label; they are listed.
    """
    return label_named(source.page_labels, page)


def label_named(labels: Sequence[str], page: str) -> int:
    """Return the index of a label, or of ``#12`` the twelfth; raises what `page_named` does."""
    if page.startswith("#") and page[1:].isascii() and page[1:].isdecimal():
        if 1 <= int(page[1:]) <= len(labels):
            return int(page[1:]) - 1
        raise UnknownNameError(f"The file has {len(labels)} pages; there is no {page}.", code="unknown-page")
    found = [index for index, label in enumerate(labels) if label == page]
    if not found:
        found = [index for index, label in enumerate(labels) if label.casefold() == page.casefold()]
    if len(found) > 1:
        listed = ", ".join(f"#{index + 1}" for index in found)
        raise AmbiguousNameError(f"Several pages are labelled {page}: {listed}.", hint="Name the page by its number.")
    if not found:
        hint = f"It has pages {labels[0]} to {labels[-1]}." if labels else "It has no printed pages."
        raise UnknownNameError(f"There is no page {_said(page)} in this source.", hint=hint, code="unknown-page")
    return found[0]


def _by_id(library: Library, table: str, name: str, unknown: str, hint: str) -> str:
    text = name.strip().lower()
    part = library.shown if table == "highlight" else library.engine
    found = ids_beginning(part, table, text) if _ID.match(text) else []
    if not found:
        raise UnknownNameError(unknown, hint=hint, code=f"unknown-{table}")
    if len(found) > 1:
        raise AmbiguousNameError(f"{name} begins several ids: {', '.join(found)}.", hint="Give more of the id.")
    return found[0]


def _said(name: str) -> str:
    return name if name.strip() else "without a name"


def _only(library: Library, name: str, found: Sequence[str], what: str) -> str:
    if len(found) == 1:
        return found[0]
    listed = ", ".join(_described(library, id, what) for id in found)
    raise AmbiguousNameError(f"{name} names several {what}: {listed}.", hint="Give the id instead.")


def _described(library: Library, id: str, what: str) -> str:
    if what == "sources":
        facts = sources(library.engine, [id])[0]
        return f"{id[:12]} ({', '.join(facts.names) or facts.kind})"
    reference = references(library.engine, [id])[0]
    return f"{id[:12]} ({reference.fields.get('title', reference.citekey)})"
