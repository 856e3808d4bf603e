"""Text recognition (OCR): a source whose pages are pictures gets a layer with their text; its file stays as it is."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TypeVar

from commonplace.documents.reading import Failure
from commonplace.documents.ready import made_ready
from commonplace.documents.recognised import RecognisedPage
from commonplace.documents.trained import languages as trained_languages
from commonplace.documents.trained import trained_folder
from commonplace.documents.workers.recognisers import HowToRead, PageRecognisers
from commonplace.library.layering import Relayered, give_layer
from commonplace.library.naming import source_named
from commonplace.library.placing import stored_file
from commonplace.library.session import Library
from core.errors import NotDoneError, PlaceError
from core.records import Layer, Page, Span, Word
from db.documents import read_layer
from db.sources import SourceFacts, sources
from db.step_labels import named

INSTALL = "On Debian and Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert"

# What is read where nobody says: the languages of those the program is made for.
_USUAL = ("eng", "jpn")
_DOWNWARDS = "_vert"
_OURS = "ocr/"
_BELOW = " on "

Stretch = TypeVar("Stretch", Word, Span)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came of a text recognition.

    Attributes:
        layer: The one that is shown now.
        pages: How many pages were recognised.
        characters: How many characters stand on them.
        languages: What they were read with; of pages without any text, too.
        failed: The pages that could not be, counted in the file from 1.
        highlights: What became of those that the source had; None where no layer was made.
    """

    source: str
    layer: str
    pages: int = 0
    characters: int = 0
    languages: tuple[str, ...] = ()
    failed: tuple[int, ...] = ()
    highlights: Relayered | None = None


def installed_languages() -> tuple[str, ...]:
    """Return the languages that can be recognised here, by Tesseract's names for them; none where it is missing."""
    folder = trained_folder()
    return trained_languages(folder) if folder else ()


def recognise(
    library: Library,
    name: str,
    *,
    languages: Sequence[str] = (),
    force: bool = False,
    password: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Recognised:
    """Recognise the text of a source's pages that have none, and show a layer with it: one action.

    Pages with text keep it, and so do pages that were recognised before, but for those that were read with other
    languages than are asked for now.  Where nothing is left to do, nothing is written.

    Args:
        library: Where the source is.
        name: What leads to the source.
        languages: By Tesseract's names; empty for English and Japanese, whichever is installed.
        force: Recognise all pages, also those that have text.
        password: What opens the document.
        progress: Told how many pages of how many are done.

    Raises:
        UnknownNameError: There is no such source.
        NotDoneError: It has no fixed pages, or no page could be recognised.
        PlaceError: Tesseract's data are not installed, or not for these languages.
    """
    facts = sources(library.engine, [source_named(library, name)])[0]
    if not facts.pages or not facts.layer:
        raise NotDoneError("This source has no fixed pages; there is no picture to recognise text on.", code="no-pages")
    how = _how(languages)
    layer = read_layer(library.engine, facts.layer)
    wanted = _wanted(layer, how if languages else None, force=force)
    if not wanted:
        return Recognised(facts.id, facts.layer)
    found = _recognised(library, facts, wanted, how, password, progress)
    read = {index: page for index, page in found.items() if isinstance(page, RecognisedPage)}
    if not read:
        raise _nothing_read(found)
    engine = next(iter(read.values())).engine
    made = with_recognised(layer, read, _extractor(layer, engine, how))
    given = give_layer(library, facts.id, made_ready(made, facts.sha256), f"Recognise the text of {named(facts.id)}")
    return Recognised(
        source=facts.id,
        layer=given.layer,
        pages=len(read),
        characters=sum(len(page.text) for page in read.values()),
        languages=tuple(one for one in how.languages if any(one in page.languages for page in read.values())),
        failed=tuple(index + 1 for index in sorted(found.keys() - read.keys())),
        highlights=given,
    )


def with_recognised(layer: Layer, found: Mapping[int, RecognisedPage], extractor: str) -> Layer:
    """Return a layer with the recognised text on some pages, by their indexes, and the others as they are."""
    texts: list[str] = []
    pages: list[Page] = []
    asides: list[Span] = []
    words: list[Word] = []
    at = 0
    for index, page in enumerate(layer.pages):
        recognised = found.get(index)
        if recognised is None:
            text = layer.text[page.start : page.end]
            words += (_moved(word, at - page.start) for word in layer.words if page.start <= word.start < page.end)
            asides += (_moved(span, at - page.start) for span in layer.asides if page.start <= span.start < page.end)
        else:
            text = recognised.text
            words += (_moved(word, at) for word in recognised.words)
        pages.append(replace(page, start=at, end=at + len(text)))
        texts.append(text)
        at += len(text)
    return replace(
        layer,
        extractor=extractor,
        text="".join(texts),
        pages=tuple(pages),
        asides=tuple(asides),
        words=tuple(words),
    )


def _moved(stretch: Stretch, by: int) -> Stretch:
    return replace(stretch, start=stretch.start + by, end=stretch.end + by)


def _how(languages: Sequence[str]) -> HowToRead:
    """Return what to read with: the languages asked for or the usual ones, with those of their vertical writing."""
    folder = trained_folder()
    if folder is None:
        raise PlaceError(
            "Text recognition needs Tesseract's trained data, which are not installed here. Nothing was changed.",
            hint=INSTALL,
            code="ocr-missing",
        )
    there = trained_languages(folder)
    chosen = list(languages) or [name for name in _USUAL if name in there]
    missing = [name for name in chosen if name not in there]
    if missing or not chosen:
        what = f"for {', '.join(missing)}" if missing else "for English and Japanese"
        raise PlaceError(
            f"Tesseract's trained data {what} are not installed here; there are: {', '.join(there)}.",
            hint=f"Name one of these with --language. {INSTALL}",
            code="ocr-language-missing",
        )
    downwards = [f"{name}{_DOWNWARDS}" for name in chosen]
    return HowToRead(folder, tuple(dict.fromkeys([*chosen, *(name for name in downwards if name in there)])))


def _wanted(layer: Layer, asked: HowToRead | None, *, force: bool) -> list[int]:
    """Return the pages to recognise; ``asked`` where the person named the languages."""
    if force:
        return list(range(len(layer.pages)))
    empty = {index for index, page in enumerate(layer.pages) if not layer.text[page.start : page.end].strip()}
    former = _languages(layer.extractor)
    if not former:
        return sorted(empty)
    if asked is None or asked.languages == former:
        return []
    starts = [word.start for word in layer.words]
    ours = {
        index
        for index, page in enumerate(layer.pages)
        if bisect_left(starts, page.end) > bisect_left(starts, page.start)
    }
    return sorted(empty | ours)


def _recognised(
    library: Library,
    facts: SourceFacts,
    wanted: Sequence[int],
    how: HowToRead,
    password: str,
    progress: Callable[[int, int], None] | None,
) -> dict[int, RecognisedPage | Failure]:
    found: dict[int, RecognisedPage | Failure] = {}
    workers = min(len(wanted), os.cpu_count() or 1)
    with (
        stored_file(library, facts) as path,
        PageRecognisers(path, password, how, workers) as recognisers,
        closing(recognisers.recognise(wanted)) as pages,
    ):
        for index, page in pages:
            found[index] = page
            if progress is not None:
                progress(len(found), len(wanted))
    return found


def _nothing_read(found: Mapping[int, RecognisedPage | Failure]) -> NotDoneError:
    reason = next((page.reason for page in found.values() if isinstance(page, Failure)), "")
    return NotDoneError(f"No page could be recognised: {reason} Nothing was changed.", code="not-recognised")


def _extractor(layer: Layer, engine: str, how: HowToRead) -> str:
    """Return the name of a layer's extractor: ours, the languages, and what read the pages that had text."""
    below = layer.extractor.partition(_BELOW)[2] if layer.extractor.startswith(_OURS) else layer.extractor
    return f"{engine} {'+'.join(how.languages)}{_BELOW}{below}"


def _languages(extractor: str) -> tuple[str, ...]:
    """Return the languages that a layer of ours was read with; none of another's."""
    if not extractor.startswith(_OURS):
        return ()
    return tuple(extractor.partition(_BELOW)[0].split()[-1].split("+"))
