"""What a flowing document says of itself in its properties, completed by its own first and last lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from commonplace.documents.flowing.flow import Draft
from commonplace.documents.found.metadata_text import found_in_text
from commonplace.documents.found.name_lists import people
from commonplace.documents.found.names import is_likely_person, is_organisation, reference_name
from commonplace.documents.found.values import tidy, useful_title
from core.records import Found

PROPERTIES = "document properties"

_SURE = 50
_ORDER = ("title", "author", "date", "doi", "isbn", "site", "publisher", "url", "language")


def completed(found: Iterable[Found], drafts: Sequence[Draft], axis: str) -> tuple[Found, ...]:
    """Return what is known, by field and the surest first; authors come from one place only.

    Args:
        found: What the file's properties or its front matter say.
        drafts: The document's blocks; a heading at the top is its title.
        axis: Its text.
    """
    own = [*found, *_headed(drafts)]
    said = {entry.field for entry in own if entry.sure >= _SURE}
    own += [
        Found(entry.field, entry.value, entry.where, entry.sure - 10)
        for entry in found_in_text(axis)
        if entry.field not in said and entry.field != "url"
    ]
    once = {(entry.field, entry.value.casefold()): entry for entry in sorted(own, key=lambda entry: entry.sure)}
    ordered = sorted(own, key=lambda entry: (_ORDER.index(entry.field), -entry.sure))
    return tuple(entry for entry in ordered if once[entry.field, entry.value.casefold()] is entry and _kept(entry, own))


def _kept(entry: Found, own: list[Found]) -> bool:
    if entry.field != "author":
        return True
    best = max((one for one in own if one.field == "author"), key=lambda one: one.sure)
    return entry.where == best.where


def _headed(drafts: Sequence[Draft]) -> list[Found]:
    """Return the title that stands at the top: a heading of the first level, the surer where it is the only one."""
    top = next((draft for draft in drafts if draft.text), None)
    if top is None or top.kind != "heading" or top.level != 1 or not (title := useful_title(top.text)):
        return []
    alone = sum(draft.kind == "heading" and draft.level == 1 for draft in drafts) == 1
    return [Found("title", title, "heading at the top", 75 if alone else 55)]


def authors_of_properties(value: object) -> Iterator[Found]:
    """Yield the people whom a word processor names as author: often the account a document was first made with."""
    for name in people(tidy(value)):
        sure = 55 if is_likely_person(name) else 45 if is_organisation(name) else 30
        yield Found("author", reference_name(name), PROPERTIES, sure)
