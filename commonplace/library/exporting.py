"""Exporting notes: the quotes a filter lets through, each checked against its source, with the .bib they cite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from commonplace.exchange.bundle import NoteItem, NotesBundle, QuoteItem, outline
from commonplace.exchange.formats import format_named
from commonplace.exchange.writing import PERCENT, Output, write_outputs
from commonplace.library.anchoring import AnchoredSources, parts
from commonplace.library.bibexport import cited_entries
from commonplace.library.highlights import Filter, Printer, find_highlights
from commonplace.library.locating import place_of_anchor
from commonplace.library.naming import concept_named
from commonplace.library.session import Library
from commonplace.library.works import Work, works
from core.errors import NotDoneError
from core.quotes import same_words
from core.records import Concept, Highlight, Layer
from db.concepts import concepts, subtree
from db.documents import has_layer, read_layer
from db.engine import Engine
from db.highlights import persons
from db.sources import SourceFacts, sources

_LAYERS_OPEN = 8
# What gives a work its title: its own, or that of an entry it draws on.
_NAMING = {"title", "crossref", "xdata"}


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote; ``warnings`` are sentences about quotes or entries that deserve a look."""

    files: tuple[str, ...]
    quotes: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedExport:
    """The files of an export before they are written, and the highlights that stand in them."""

    outputs: tuple[Output, ...]
    highlights: tuple[Highlight, ...]
    warnings: tuple[str, ...]


def export_notes(library: Library, chosen: Filter, *, format: str, out: Path, force: bool = False) -> ExportReport:
    """Write notes, and beside them the .bib that they cite.

    Raises:
        NotDoneError: There is nothing to export, a quote no longer stands in its source, or a file is in the way;
            nothing was written.
    """
    prepared = prepare_export(library, chosen, format=format, out=out)
    for output in prepared.outputs:
        library.refuse_own_file(output.path)
    write_outputs(prepared.outputs, force=force)
    return ExportReport(
        tuple(str(output.path) for output in prepared.outputs), len(prepared.highlights), prepared.warnings
    )


def prepare_export(library: Library, chosen: Filter, *, format: str, out: Path) -> PreparedExport:
    """Return what an export would write, without touching the disk.

    Raises:
        NotDoneError: There is nothing to export, or a quote no longer stands in its source.
    """
    writer = format_named(format)
    part = library.shown if chosen.with_private else library.engine
    found = find_highlights(library, chosen, part=part)
    if not found:
        raise NotDoneError(
            "No highlight is to be exported; nothing was written.",
            hint="See `highlights` with the same filters.",
            code="nothing",
        )
    exporter = _Exporter(library, part)
    bib = out.with_suffix(".bib")
    bundle = exporter.bundle(found, _outline_of(library, chosen), out.stem, bib.name)
    outputs = [Output(out, writer.render(bundle), writer.comment)]
    if writer.cites:
        outputs.append(Output(bib, exporter.bib(bundle), PERCENT))
    return PreparedExport(tuple(outputs), tuple(found), tuple(exporter.warnings))


class _Exporter:
    """Turns highlights into quote items; what it reads of the library it reads once."""

    def __init__(self, library: Library, part: Engine) -> None:
        self.warnings: list[str] = []
        self._library = library
        self._sources = AnchoredSources(library, sources(part))
        self._works = works(library)
        self._cited: dict[str, str] = {}
        self._unchecked: dict[str, int] = {}
        self._people = persons(part)
        self._printer = Printer(library)
        self._layer = lru_cache(_LAYERS_OPEN)(self._read_layer)

    def bundle(self, found: Sequence[Highlight], tree: Sequence[Concept], title: str, bib_name: str) -> NotesBundle:
        names = {concept.id: concept.name for concept in tree}
        items = [self._item(one, names) for one in found]
        tagged = {one.id: one.concepts for one in found}
        self.warnings += [
            f"The text of {called} is not in this library: its quotes ({count}) were not checked against it, and have "
            "the pages that whoever marked them says."
            for called, count in self._unchecked.items()
        ]
        return NotesBundle(title, outline(tree, items, tagged), bib_name)

    def bib(self, bundle: NotesBundle) -> str:
        # Of two works with one key, the .bib holds the one that is cited.
        cited = self._cited
        entries = {id: work for id, work in self._works.items() if cited.get(work.reference.citekey, id) == id}
        subset = cited_entries(self._library, entries, sorted(bundle.citekeys()))
        self.warnings += [f"The reference {key} is cited or drawn on, but is not here." for key in subset.missing]
        untitled = {work.reference.citekey for work in self._works.values() if not _NAMING & work.fields.keys()}
        self.warnings += [
            f"The reference {key} has no title; give it one with: reference set {key} title=…"
            for key in sorted(untitled.intersection(bundle.citekeys()))
        ]
        return subset.text

    def _item(self, highlight: Highlight, names: dict[str, str]) -> QuoteItem:
        source = self._sources.of(highlight)
        work = self._work(source)
        area = highlight.anchor.area
        return QuoteItem(
            highlight=highlight.id,
            quote=self._checked_quote(highlight, source),
            citekey=work.reference.citekey,
            locator=place_of_anchor(source, highlight.anchor),
            notes=tuple(NoteItem(note.text, self._author(note.person)) for note in highlight.notes),
            source_title=work.described.title,
            concepts=tuple(names[concept] for concept in highlight.concepts if concept in names),
            area="Marked area" if area else "",
        )

    def _work(self, source: SourceFacts) -> Work:
        work = self._works.get(source.reference)
        if work is None or not work.reference.citekey:
            called = source.names[0] if source.names else source.id[:12]
            raise NotDoneError(
                f"The source {called} has no reference to cite; nothing was written.",
                hint="Link it with one: reference link KEY SOURCE.",
                code="no-reference",
            )
        reference = work.reference
        if self._cited.setdefault(reference.citekey, reference.id) != reference.id:
            raise NotDoneError(
                f"Two works that would be cited have the key {reference.citekey}; nothing was written.",
                hint=f"Give one of them another: reference rename {reference.id[:12]} KEY.",
                code="key-twice",
            )
        return work

    def _author(self, person: str) -> str:
        return "" if person == self._library.person else self._people.get(person, "")

    def _checked_quote(self, highlight: Highlight, source: SourceFacts) -> str:
        """Return the quote as printed once it is sure that it stands in its source, where its anchor says."""
        ranges = highlight.anchor.ranges
        quote = highlight.edited_quote or self._printer.quote(highlight)
        if not ranges:
            return quote
        called = source.names[0] if source.names else source.id[:12]
        layer = self._layer(highlight.anchor.layer)
        if layer is None:
            self._unchecked[called] = self._unchecked.get(called, 0) + 1
            return quote
        stands = [layer.text[start:end] for start, end in ranges] == parts(highlight)
        if not stands or not (highlight.edited_quote or same_words(self._printer.running_parts(highlight), quote)):
            raise NotDoneError(
                f"A quote no longer stands in {called} where it was highlighted ({highlight.id[:12]}); "
                "nothing was written.",
                hint="Run check, and delete or renew the highlight.",
                code="quote-changed",
            )
        return quote

    def _read_layer(self, id: str) -> Layer | None:
        return read_layer(self._library.engine, id) if has_layer(self._library.engine, id) else None


def _outline_of(library: Library, chosen: Filter) -> list[Concept]:
    """Return the concepts that are headings: the tree, or of it what the filter asks for."""
    every = concepts(library.engine)
    if not chosen.concepts:
        return every
    wanted = {concept_named(library, name).id for name in chosen.concepts}
    shown = wanted if chosen.exact else subtree(library.engine, wanted)
    return [concept for concept in every if concept.id in shown]
