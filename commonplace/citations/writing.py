"""Writing a .bib: what nobody touched leaves as the very bytes, edited entries in the manner they were written in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from commonplace.citations.decoding import encode, is_declared
from commonplace.citations.records import BibEntry, BibFile, Enclosing, KnownEntry, open_value, sound_text
from commonplace.citations.rendering import TIDY, Manner, manner_of, render_entry, source_of
from commonplace.citations.scan import EntryLayout, scan_entry
from core.errors import NotDoneError

_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class BibEdit:
    """What changes in an entry; an empty type or key stays as before.

    Attributes:
        fields: Raw values by lower-case name; None takes the field out.
    """

    fields: Mapping[str, str | None] = field(default_factory=dict)
    type: str = ""
    key: str = ""


def write_bib(
    file: BibFile,
    edits: Mapping[str, BibEdit] | None = None,
    removed: Collection[str] = (),
    added: Sequence[KnownEntry] = (),
) -> bytes:
    """The file's bytes with these entries edited, left out or put after the last one; keys are those of its entries.

    Raises NotDoneError where a new character does not exist in the file's encoding; `in_utf8` is the way out.
    """
    pieces = list(_pieces(file, edits or {}, frozenset(removed), added))
    try:
        body = b"".join(_bytes(file, piece) for piece in pieces)
    except UnicodeEncodeError as error:
        raise NotDoneError(
            f"The file is written in {file.encoding}, which has no “{error.object[error.start]}”; nothing was written.",
            hint="Let the file be written in UTF-8.",
            code="not-encodable",
        ) from error
    return file.bom + body


def _bytes(file: BibFile, piece: str | tuple[int, int]) -> bytes:
    if isinstance(piece, str):
        return piece.encode(file.encoding)
    return encode(file.text, file.encoding, file.odd, *piece)


def in_utf8(file: BibFile) -> BibFile:
    """The same file to be written in UTF-8; a mark says so where the text still declares the old encoding."""
    bom = codecs.BOM_UTF8 if is_declared(file.text) else b""
    return replace(file, encoding="utf-8", bom=bom, odd=())


def _pieces(
    file: BibFile, edits: Mapping[str, BibEdit], removed: frozenset[str], added: Sequence[KnownEntry]
) -> Iterator[str | tuple[int, int]]:
    """Stretches of the file's text to leave as they are, and new text between them."""
    position = 0
    for entry in file.entries:
        if entry.key in removed:
            yield position, entry.start
            position = _after_gap(file.text, entry.end)
        elif entry.key in edits:
            yield position, entry.start
            yield edited(file, entry, edits[entry.key])
            position = entry.end
    if added:
        last = max((entry.end for entry in file.entries), default=len(file.text))
        yield position, max(position, last)
        position = max(position, last)
        yield _added(file, added, is_first=not file.text[:position].strip(), at_end=position == len(file.text))
    yield position, len(file.text)


def _after_gap(text: str, position: int) -> int:
    """Past the white space that followed an entry, so that its removal leaves no hole."""
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _added(file: BibFile, added: Sequence[KnownEntry], *, is_first: bool, at_end: bool) -> str:
    manner, macros = _usual_manner(file), file.macro_values()
    texts = [render_entry(e.type, e.key, e.fields, e.enclosings, macros=macros, manner=manner) for e in added]
    text = ("" if is_first else "\n\n") + "\n\n".join(texts) + ("\n" if at_end else "")
    return _with_newlines(text, file.newline)


def _usual_manner(file: BibFile) -> Manner:
    for entry in reversed(file.entries):
        if entry.sound and (layout := scan_entry(file.text, entry.start, entry.end)) and len(layout.fields) > 1:
            return manner_of(file.text, layout)
    return TIDY


def _with_newlines(text: str, newline: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", newline)


def edited(file: BibFile, entry: BibEntry, edit: BibEdit) -> str:
    """The entry's text with the edit in it; what is not edited keeps its very characters."""
    text = file.slice(entry)
    layout = scan_entry(text, 0, len(text))
    macros = file.macro_values()
    fields = {name: value for name, value in edit.fields.items() if value is None or entry.fields.get(name) != value}
    if not layout or not _agrees(text, layout, entry):
        return _rendered(file, entry, edit, layout)
    changes = [*_head_changes(text, layout, entry, edit), *_field_changes(text, layout, entry, fields, macros)]
    # From the end, so that places stay true; of two at one place the first written stands first.
    for start, end, new in sorted(changes, key=lambda change: change[:2])[::-1]:
        text = text[:start] + _with_newlines(new, file.newline) + text[end:]
    return text


def _agrees(text: str, layout: EntryLayout, entry: BibEntry) -> bool:
    """Whether the layout shows the fields that were read."""
    found: dict[str, str] = {}
    for span in layout.fields:
        opened = open_value(text[span.value : span.end])
        if not opened:
            return False
        found.setdefault(sound_text(span.name.lower()), sound_text(opened[0]))
    return found == dict(entry.fields)


def _rendered(file: BibFile, entry: BibEntry, edit: BibEdit, layout: EntryLayout | None) -> str:
    manner = manner_of(file.slice(entry), layout) if layout else TIDY
    merged = {name: value for name, value in (dict(entry.fields) | dict(edit.fields)).items() if value is not None}
    key = edit.key or entry.written_key or entry.key
    enclosings: dict[str, Enclosing] = dict(entry.enclosings)
    macros = file.macro_values()
    text = render_entry(edit.type or entry.type, key, merged, enclosings, macros=macros, manner=manner)
    return _with_newlines(text, file.newline)


Change = tuple[int, int, str]  # what stands in [start, end) becomes this text


def _head_changes(text: str, layout: EntryLayout, entry: BibEntry, edit: BibEdit) -> Iterator[Change]:
    if edit.type and edit.type != entry.type:
        written = text[slice(*layout.kind)]
        case = "upper" if written.isupper() else "title" if written[:1].isupper() else "lower"
        yield *layout.kind, Manner(case=case).name(edit.type)
    key = edit.key or ("" if entry.written_key else entry.key)
    if key:
        yield *layout.key, key if layout.comma or not layout.fields else key + ","
    elif not layout.comma and layout.fields:
        yield layout.key[1], layout.key[1], ","


def _field_changes(
    text: str, layout: EntryLayout, entry: BibEntry, fields: Mapping[str, str | None], macros: Collection[str]
) -> Iterator[Change]:
    manner = manner_of(text, layout)
    spans = {}
    for span in reversed(layout.fields):
        spans[sound_text(span.name.lower())] = span
    for name, value in fields.items():
        if name in spans and value is not None:
            span = spans[name]
            yield span.value, span.end, source_of(name, value, entry.enclosings.get(name), macros)
    gone = {name for name, value in fields.items() if value is None and name in spans}
    yield from _removals(text, layout, gone)
    new = [(name, value) for name, value in fields.items() if value is not None and name not in spans]
    if new:
        texts = [manner.field(name, _new_source(name, value, manner, macros)) for name, value in new]
        yield _insertion(text, layout, manner, texts)


def _new_source(name: str, value: str, manner: Manner, macros: Collection[str]) -> str:
    is_macro = name == "month" or value.lower() in macros
    bare = source_of(name, value, "bare" if is_macro else None, macros)
    return source_of(name, value, manner.delimiter, macros) if bare.startswith("{") else bare


def _removals(text: str, layout: EntryLayout, gone: Collection[str]) -> Iterator[Change]:
    """Each field goes with the separator before it, the first ones with that after them; comments stay."""
    spans, is_first = layout.fields, True
    for at, span in enumerate(spans):
        if sound_text(span.name.lower()) not in gone:
            is_first = False
            continue
        after = spans[at + 1].start if at + 1 < len(spans) else layout.close
        if not is_first and text[spans[at - 1].end : span.start].strip() == ",":
            yield spans[at - 1].end, span.end, ""
        elif text[span.end : after].strip() in ("", ","):
            yield span.start, after, ""
        else:
            yield span.start, span.end + (text[span.end] == ","), ""


def _insertion(text: str, layout: EntryLayout, manner: Manner, texts: list[str]) -> Change:
    joined = manner.between.join(texts)
    if layout.fields:
        end = layout.fields[-1].end
        return end, end, manner.between + joined
    # No field yet: after the comma that follows the key, or with one.
    rest = text[layout.key[1] : layout.close]
    if rest.strip() in ("", ","):
        return layout.key[1], layout.close, manner.opening + joined + manner.ending
    return layout.close, layout.close, "\n  " + joined + manner.ending
