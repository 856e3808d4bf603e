"""Reading stored documents anew, with the readers as they are now."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath

from commonplace.documents.extractors import is_older, of_whole_page
from commonplace.documents.reading import ReadRequest, ReadResult
from commonplace.documents.workers.pool import DocumentWorkers
from commonplace.library.layering import Relayered, index_layers, relayer
from commonplace.library.naming import source_named
from commonplace.library.session import Library
from core.errors import UnknownNameError
from core.scratch import ScratchFolder
from db.documents import blob_chunks, extractors, has_blob
from db.references import citekeys
from db.search_index import IndexUnits
from db.sources import SourceFacts, sources
from db.step_labels import named

_NOT_HERE = "Its document is not in this library; only its text is."


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one source.

    Attributes:
        status: changed, same (it was read as it had been) or failed.
        former: What had made the layer that was shown before.
        reason: Why it failed, or what the user should know of this reading.
        anchors: What became of its highlights; None where it failed.
    """

    source: str
    citekey: str
    name: str
    status: str
    former: str
    extractor: str = ""
    reason: str = ""
    anchors: Relayered | None = None


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What the stored bytes do not tell: the password of encrypted files, the encoding of texts."""

    password: str = ""
    encoding: str = ""


def older_sources(library: Library) -> list[str]:
    """Return the ids of the sources whose text an older reader made."""
    return [source for source, name in extractors(library.engine).items() if is_older(name)]


def reread(
    library: Library,
    names: Sequence[str],
    how: HowToRead | None = None,
    *,
    dry_run: bool = False,
    workers: int | None = None,
) -> Generator[Reread, None, None]:
    """Read sources anew as one action; yield what became of each when it is stored.

    Args:
        library: Where they are.
        names: What leads to them; none for all that an older reader read.
        how: How they are to be read.
        dry_run: Only tell what would become of their highlights.
        workers: How many read side by side.

    Raises:
        UnknownNameError: There is no such source.
    """
    ids = [source_named(library, name) for name in names] or older_sources(library)
    chosen = sources(library.engine, list(dict.fromkeys(ids))) if ids else []
    if any(not facts.layer for facts in chosen):
        raise UnknownNameError("This source has no text in this library.", hint="Import its document again.")
    reader = _Reader(library, chosen, how or HowToRead(), dry_run=dry_run)
    with closing(reader.run(workers or os.cpu_count() or 1)) as lines:
        yield from lines


class _Reader:
    """One run: hands stored bytes to the workers, and stores the layers that come back."""

    def __init__(self, library: Library, chosen: Sequence[SourceFacts], how: HowToRead, *, dry_run: bool) -> None:
        self._library = library
        self._engine = library.engine
        self._chosen = chosen
        self._how = how
        self._dry_run = dry_run
        self._former = extractors(library.engine)
        self._keys = citekeys(library.engine)
        self._to_index: list[IndexUnits] = []
        label = f"Read {named(chosen[0].id)} anew" if len(chosen) == 1 else f"Read {len(chosen)} sources anew"
        self._action = None if dry_run else library.action(label)

    def run(self, workers: int) -> Generator[Reread, None, None]:
        here = [facts for facts in self._chosen if has_blob(self._engine, bytes.fromhex(facts.sha256))]
        yield from (self._line(facts, "failed", reason=_NOT_HERE) for facts in self._chosen if facts not in here)
        by_hash = {facts.sha256: facts for facts in here}
        try:
            with (
                ScratchFolder() as folder,
                DocumentWorkers(min(workers, max(len(here), 1))) as pool,
                closing(pool.read(self._requests(here, folder))) as results,
            ):
                for result in results:
                    yield self._settled(by_hash[result.request.sha256], result)
                    result.request.path.unlink()
        finally:
            if self._to_index:
                index_layers(self._library, self._to_index)

    def _requests(self, chosen: Sequence[SourceFacts], folder: Path) -> Iterator[ReadRequest]:
        for facts in chosen:
            # By its name a file's kind was told when it came in.
            suffix = PurePath(facts.names[0]).suffix if facts.names else f".{facts.kind}"
            path = folder / f"{facts.id}{suffix}"
            with path.open("wb") as file:
                for chunk in blob_chunks(self._engine, bytes.fromhex(facts.sha256)):
                    file.write(chunk)
            whole_page = of_whole_page(self._former.get(facts.id, ""))
            yield ReadRequest(path, facts.sha256, self._how.password, whole_page, self._how.encoding)

    def _settled(self, facts: SourceFacts, result: ReadResult) -> Reread:
        reading = result.reading
        if reading is None:
            return self._line(facts, "failed", reason=result.failure.reason if result.failure else "")
        anchors, units = relayer(self._library, self._action, facts, reading)
        status = "same" if anchors.layer == anchors.former else "changed"
        if status == "changed" and not self._dry_run:
            self._to_index.append(units)
        return self._line(facts, status, extractor=reading.extractor, reason=reading.remark, anchors=anchors)

    def _line(
        self,
        facts: SourceFacts,
        status: str,
        *,
        extractor: str = "",
        reason: str = "",
        anchors: Relayered | None = None,
    ) -> Reread:
        key, former = self._keys.get(facts.reference, ""), self._former.get(facts.id, "")
        return Reread(facts.id, key, _called(facts), status, former, extractor, reason, anchors)


def _called(facts: SourceFacts) -> str:
    return facts.names[0] if facts.names else facts.id[:12]
