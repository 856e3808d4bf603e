"""Sharing: a package to send, of the whole library or of what was chosen from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from commonplace.citations.subset import parents
from commonplace.exchange.writing import whole_file
from commonplace.library.highlights import persons_named
from commonplace.library.naming import concept_named, source_named
from commonplace.library.session import Library
from commonplace.library.shelving import collection_named
from commonplace.version import VERSION
from core.errors import LibraryForeignError, LibraryMissingError, NotDoneError
from db.engine import PACKAGE_ID
from db.highlights import persons
from db.opening import read_header
from db.packages import Chosen, Named
from db.packing import Request, write_package
from db.references import citekeys
from db.sources import sources


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """What to share, by names: of one kind they mean *or*, different kinds *and*; none at all is everything.

    Attributes:
        documents: Whether the documents go along, with their texts; without, only what was marked in them does.
        force: Overwrite a file that is there.
    """

    concepts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    documents: bool = True
    force: bool = False


@dataclass(frozen=True, slots=True)
class ShareReport:
    """A package that was written.

    Attributes:
        bytes: Its size.
        counts: How many records of each table, and how many things of each kind, deleted ones among them.
    """

    path: str
    bytes: int
    documents: bool
    counts: Mapping[str, int]
    digests: Mapping[str, str]


def share(
    library: Library, out: Path, request: ShareRequest, progress: Callable[[int, int], None] | None = None
) -> ShareReport:
    """Write a package; it appears complete or not at all.

    Args:
        library: Where the things are.
        out: The file.
        request: What to share.
        progress: Told how much of how much is written; what it raises stops the work, and nothing is written.

    Raises:
        UnknownNameError: A name in the request is unknown or ambiguous.
        NotDoneError: Nothing is to be shared, or a file is there already.
        LibraryDamagedError: The library's records do not match their ids.
        StorageError: The disk refused.
    """
    if not library.path.exists():
        raise NotDoneError("There is no library yet, so there is nothing to share.", hint="Make one with `new`.")
    library.refuse_own_file(out)
    asked = Request(
        chosen=_chosen(library, request),
        documents=request.documents,
        by=Named(library.person, library.person_name),
        program=f"Commonplace {VERSION}",
        draws_on=parents,
    )
    with whole_file(out, force=request.force) as aside:
        _refuse_other_of_ours(out)
        manifest = write_package(library.engine, aside, asked, progress or (lambda _done, _total: None))
        size = aside.stat().st_size
    return ShareReport(str(out), size, manifest.documents, manifest.counts, manifest.digests)


def _chosen(library: Library, request: ShareRequest) -> Chosen:
    concepts = {(found := concept_named(library, name)).id: found.name for name in request.concepts}
    chosen = list(dict.fromkeys(source_named(library, name) for name in request.sources))
    known = persons(library.engine)
    people = sorted(persons_named(library, request.persons))
    return Chosen(
        concepts=tuple(Named(id, name) for id, name in concepts.items()),
        sources=tuple(_named_sources(library, chosen)) if chosen else (),
        persons=tuple(Named(id, known.get(id, "")) for id in people),
        collections=tuple(dict.fromkeys(collection_named(library, name).name for name in request.collections)),
    )


def _named_sources(library: Library, ids: Sequence[str]) -> Iterator[Named]:
    keys = citekeys(library.engine)
    for facts in sources(library.engine, ids):
        yield Named(facts.id, keys.get(facts.reference, "") or (facts.names[0] if facts.names else ""))


def _refuse_other_of_ours(path: Path) -> None:
    """Keep libraries and what belongs to them from being overwritten, even by force: packages alone may be."""
    with suppress(LibraryMissingError, LibraryForeignError):
        found = read_header(path).application_id
        if found >> 8 == PACKAGE_ID >> 8 and found != PACKAGE_ID:
            raise NotDoneError(
                f"{path} is a library, which no package overwrites; nothing was written.",
                hint="Choose another name.",
                code="would-overwrite",
            )
