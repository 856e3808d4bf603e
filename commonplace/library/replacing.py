"""A new version of a source: stored beside the old one, whose highlights are found again in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from commonplace.documents.extractors import of_whole_page
from commonplace.documents.reading import Reading, ReadRequest
from commonplace.documents.workers.pool import DocumentWorkers
from commonplace.library.anchoring import FoundAgain, Place, found_again, layer_or_empty
from commonplace.library.discovering import candidates, shown_name
from commonplace.library.importing import ChangedError, ImportStop, verified_chunks
from commonplace.library.layering import (
    AnchorLine,
    anchor_anew,
    anchor_lines,
    anchor_privately,
    index_layers,
)
from commonplace.library.naming import source_named
from commonplace.library.referencing import move_source
from commonplace.library.rereading import HowToRead
from commonplace.library.session import Library
from core.errors import NotDoneError
from core.ids import Json
from core.pages import page_again
from core.records import Layer
from db.copies import replaces
from db.documents import AT_ONCE, add_blob, add_layer, drop_unused, extractors, layer_id, read_layer
from db.highlights import highlights
from db.kinds import FILE_NAME, SHELF, SOURCE, core_json, entity_id
from db.ledger import Action
from db.references import citekeys
from db.sources import SourceFacts, sources
from db.step_labels import named


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of a source and its highlights with a new version.

    Attributes:
        source: The new version; nothing is stored of it in a dry run.
        former: The old one, which is kept with its highlights' history.
        reason: What the user should know of the new document.
        exact: The highlights whose characters stand where they stood, ``moved`` whose words stand elsewhere: these
            are shown in the new version.
        uncertain: Those for which there is a proposal only; they and the ``lost`` wait in the old version.
    """

    source: str
    former: str
    citekey: str
    pages: int
    characters: int
    reason: str
    exact: tuple[AnchorLine, ...]
    moved: tuple[AnchorLine, ...]
    uncertain: tuple[AnchorLine, ...]
    lost: tuple[AnchorLine, ...]


@dataclass(frozen=True, slots=True)
class _Version:
    """The new version: where it was read from, its text, and the source of its bytes where it is here already."""

    path: Path
    reading: Reading
    known: SourceFacts | None
    place: Place
    layer: Layer


def replace_source(
    library: Library,
    name: str,
    path: Path,
    how: HowToRead | None = None,
    *,
    dry_run: bool = False,
    stop: ImportStop | None = None,
) -> Replaced:
    """Store a file as the new version of a source and find the highlights again: one action.

    Args:
        library: Where the source is.
        name: What leads to it.
        path: The new version.
        how: How that is to be read.
        dry_run: Only tell what would become of the highlights.
        stop: Ends it from another thread until it is kept, with ``KeyboardInterrupt`` and nothing changed.

    Raises:
        UnknownNameError: There is no such source.
        NotDoneError: The file cannot be read, or is the very document; nothing was changed.
    """
    library.refuse_own_file(path)
    facts = sources(library.engine, [source_named(library, name)])[0]
    stop = stop or ImportStop()
    with library.engine.as_long_as(lambda: not stop.asked) as no_way_back:
        version = _version(library, facts, path, how or HowToRead(), stop)
        marked = highlights(library.shown, sources=[facts.id])
        found = found_again(library, marked, version.place, version.layer)
        if not dry_run:
            sure = [one for one in found if one.is_sure and not one.highlight.private]
            _store(library, facts, version, sure, no_way_back)
            anchor_privately(library, found)
    return _told(library, facts, version, found)


def _version(library: Library, facts: SourceFacts, path: Path, how: HowToRead, stop: ImportStop) -> _Version:
    reading = _read(library, facts, path, how, stop)
    if reading.sha256 == facts.sha256:
        raise NotDoneError(
            f"{shown_name(path)} is this very document; nothing was changed.",
            hint="Give the file of the new version; `reread` reads the stored one anew.",
            code="same-document",
        )
    id = entity_id(SOURCE.name, core_json({"sha256": reading.sha256}, {})).hex()
    known = next(iter(sources(library.engine, [id])), None)
    if known is not None and known.layer:  # a layer that is there is never made again unasked
        return _Version(path, reading, known, Place.shown(known), read_layer(library.engine, known.layer))
    place = Place(id, layer_id(id, reading.extractor, reading.layer_digest).hex())
    return _Version(path, reading, known, place, reading.layer)


def _read(library: Library, facts: SourceFacts, path: Path, how: HowToRead, stop: ImportStop) -> Reading:
    if path.is_dir():
        raise _unreadable(path, "It is a folder.")
    (found,) = candidates([path], library.own_files)
    if found.problem or found.skipped:
        raise _unreadable(path, found.problem or found.skipped)
    whole_page = of_whole_page(extractors(library.engine).get(facts.id, ""))
    request = ReadRequest(path, "", how.password, whole_page, how.encoding)
    with DocumentWorkers(1) as pool, closing(pool.read([request])) as results:
        stop.watch(pool.cancel)
        for result in results:
            if result.reading is not None:
                return result.reading
            raise _unreadable(path, result.failure.reason if result.failure else "It could not be read.")
    if stop.asked:
        raise KeyboardInterrupt
    raise _unreadable(path, "It could not be read.")


def _unreadable(path: Path, reason: str) -> NotDoneError:
    return NotDoneError(
        f"{shown_name(path)} cannot take the place of the source; nothing was changed. {reason}", code="replace-failed"
    )


def _store(
    library: Library,
    facts: SourceFacts,
    version: _Version,
    sure: Sequence[FoundAgain],
    no_way_back: Callable[[], None],
) -> None:
    action = library.action(f"Replace {named(facts.id)} with {named(version.place.source)}")
    try:
        if version.path.stat().st_size > AT_ONCE:
            add_blob(library.engine, _digest(version), _chunks(version))
        with library.engine.writing():
            add_blob(library.engine, _digest(version), _chunks(version))
            _record(library, action, facts, version)
            action.write_pending()
            anchor_anew(library, action, sure)
            action.write_pending()
            no_way_back()
    except (OSError, ChangedError, KeyboardInterrupt) as error:
        drop_unused(library.engine, _digest(version))
        if isinstance(error, KeyboardInterrupt):
            raise
        raise _unreadable(version.path, "It changed while it was being stored.") from error
    if version.layer is version.reading.layer:
        index_layers(library, [(version.place.source, version.place.layer, version.layer, version.reading.folded)])


def _record(library: Library, action: Action, facts: SourceFacts, version: _Version) -> None:
    """Record the new version as part of an action, inside a transaction."""
    reading, engine = version.reading, library.engine
    source = action.make(SOURCE, {"sha256": reading.sha256})
    action.make(FILE_NAME, {"target": source, "name": shown_name(version.path)})
    if version.known is not None:
        move_source(library, action, version.known, facts.reference)
    else:
        action.set(SOURCE, source, "reference", facts.reference or None)
    for name in facts.collections:
        action.make(SHELF, {"source": source, "name": name})
    for later in _versions_between(replaces(engine), facts.id, source):
        action.set(SOURCE, later, "replaces", None)
    action.set(SOURCE, source, "replaces", facts.id)
    if version.layer is reading.layer:
        add_layer(engine, source, reading.extractor, reading.content, reading.layer_digest, reading.layer)
    labels = _labels(library, facts, version)
    if labels and not (version.known and version.known.said_labels):
        action.set(SOURCE, source, "labels", labels)


def _versions_between(older_of: dict[str, str], newest: str, older: str) -> Iterator[str]:
    """Yield the version that replaced an older one which comes back: the older would come before and after it."""
    passed: set[str] = set()
    while newest in older_of and newest not in passed:
        passed.add(newest)
        if older_of[newest] == older:
            yield newest
        newest = older_of[newest]


def _labels(library: Library, facts: SourceFacts, version: _Version) -> list[Json]:
    """Return what persons said of pages, for those that the new version has too, as the ledger keeps it."""
    if not facts.said_labels:
        return []
    old = layer_or_empty(library, facts.layer)
    found = [(page_again(old, index, version.layer), label) for index, label in facts.said_labels]
    return [[page.index, label] for page, label in sorted(found, key=lambda one: one[0].index) if page.is_sure]


def _told(library: Library, facts: SourceFacts, version: _Version, found: Sequence[FoundAgain]) -> Replaced:
    lines = anchor_lines(found)
    return Replaced(
        source=version.place.source,
        former=facts.id,
        citekey=citekeys(library.engine).get(facts.reference, ""),
        pages=len(version.layer.pages),
        characters=len(version.layer.text),
        reason=version.reading.remark,
        exact=lines["exact"],
        moved=lines["moved"],
        uncertain=lines["uncertain"],
        lost=lines["lost"],
    )


def _digest(version: _Version) -> bytes:
    return bytes.fromhex(version.reading.sha256)


def _chunks(version: _Version) -> Iterator[bytes]:
    return verified_chunks(version.path, _digest(version))
