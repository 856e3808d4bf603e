"""Entries as text: in a plain tidy manner, or in the manner of an entry that is already there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from commonplace.citations.dates import MONTHS
from commonplace.citations.latex import balanced
from commonplace.citations.records import Enclosing, closed_value, macro_names, open_value
from commonplace.citations.scan import EntryLayout, FieldSpan

_ORDER = (  # noqa: SIM905
    "author editor translator title shorttitle subtitle booktitle journal journaltitle series edition volume number "
    "issue chapter pages date year month publisher institution school organization howpublished address location "
    "doi isbn issn url urldate langid language note"
).split()
_PLACE = {name: place for place, name in enumerate(_ORDER)}
_BARE = re.compile(r'[^\s{}"#,=%()]+')


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody sets out an entry.

    Attributes:
        opening: From the key to the first field's name.
        between: From a value's end to the next field's name.
        ending: From the last value to the closing delimiter.
        equals: Between a name and its value, where ``column`` is 0.
        column: Where values begin, counted from the name's first letter; 0 where they are not aligned.
        pads_after: Whether alignment fills up after the equals sign.
        case: Of field names and types: lower, upper or title.
    """

    opening: str = ",\n  "
    between: str = ",\n  "
    ending: str = ",\n"
    equals: str = " = "
    column: int = 0
    pads_after: bool = False
    case: str = "lower"
    delimiter: Enclosing = "brace"

    def name(self, name: str) -> str:
        if self.case == "upper":
            return name.upper()
        return "-".join(part[:1].upper() + part[1:] for part in name.split("-")) if self.case == "title" else name

    def field(self, name: str, source: str) -> str:
        """A field's text; ``source`` is its value with delimiters."""
        named, equals = self.name(name), self.equals
        if self.column:
            room = self.column - len(named) - len(equals.strip()) - (0 if self.pads_after else _after(equals))
            pad = " " * max(room - (_before(equals) if self.pads_after else 0), 1)
            before, after = (equals[: _before(equals)], pad) if self.pads_after else (pad, equals.partition("=")[2])
            equals = f"{before}={after}"
        return f"{named}{equals}{source}"


TIDY = Manner()


def _before(equals: str) -> int:
    return len(equals.partition("=")[0])


def _after(equals: str) -> int:
    return len(equals.partition("=")[2])


def manner_of(text: str, layout: EntryLayout) -> Manner:
    """How the entry at this layout is set out; what it does not show is as in `TIDY`."""
    spans = layout.fields
    if not spans:
        return TIDY
    opening = text[layout.key[1] : spans[0].start]
    between = text[spans[-2].end : spans[-1].start] if len(spans) > 1 else "," + opening.replace(",", "")
    equals, column, pads_after = _alignment(text, spans)
    return Manner(
        opening=opening if opening.strip() == "," else TIDY.opening,
        between=between if between.strip() == "," else TIDY.between,
        ending=ending if (ending := text[spans[-1].end : layout.close]).strip() in ("", ",") else TIDY.ending,
        equals=equals,
        column=column,
        pads_after=pads_after,
        case=_case([span.name for span in spans]),
        delimiter="quote" if sum(text[span.value] == '"' for span in spans) * 2 > len(spans) else "brace",
    )


def _alignment(text: str, spans: tuple[FieldSpan, ...]) -> tuple[str, int, bool]:
    equals = [text[span.start + len(span.name) : span.value] for span in spans]
    last = equals[-1] if equals[-1].strip() == "=" and "\n" not in equals[-1] else TIDY.equals
    columns = {span.value - span.start for span in spans}
    if len(set(equals)) < 2 or len(columns) > 1 or any("\t" in one or one.strip() != "=" for one in equals):
        return last, 0, False
    return min(equals, key=len), columns.pop(), len({_before(one) for one in equals}) == 1


def _case(names: list[str]) -> str:
    # Abbreviations such as DOI are capitals in every manner, and hyphened names are often left lower.
    words = [name for name in names if name.lower() not in ("doi", "url", "isbn", "issn", "pdf")] or names
    if all(word.isupper() for word in words):
        return "upper"
    return "title" if all(word[:1].isupper() for word in words) else "lower"


def source_of(name: str, value: str, enclosing: Enclosing | None, macros: Collection[str] = ()) -> str:
    """A raw value with delimiters, as it was enclosed as far as it still can be.

    ``macros`` are the names that are defined where it will stand.
    """
    if enclosing in ("bare", "concatenation"):
        opened = open_value(value)
        if opened and opened[1] == enclosing and all(word in macros for word in macro_names(value, enclosing)):
            return value
    elif enclosing is None and name == "month" and value.lower() in MONTHS:
        return value
    elif enclosing == "quote" and '"' not in value and balanced(value) == value:
        return closed_value(value, "quote")
    return closed_value(balanced(value), "brace")


def render_entry(
    kind: str,
    key: str,
    fields: Mapping[str, str],
    enclosings: Mapping[str, Enclosing] | None = None,
    *,
    macros: Collection[str] = (),
    manner: Manner = TIDY,
) -> str:
    """An entry's text from raw values; well-known fields stand in the usual order, the others after them."""
    enclosings = enclosings or {}
    names = sorted(fields, key=lambda name: _PLACE.get(name, len(_PLACE)))
    default: Enclosing | None = None if manner.delimiter == "brace" else manner.delimiter
    lines = [
        manner.field(name, source_of(name, fields[name], _enclosing(name, fields[name], enclosings, default), macros))
        for name in names
    ]
    head = f"@{manner.name(kind)}{{{key}"
    return head + manner.opening + manner.between.join(lines) + manner.ending + "}" if lines else head + ",\n}"


def _enclosing(
    name: str, value: str, enclosings: Mapping[str, Enclosing], default: Enclosing | None
) -> Enclosing | None:
    if name in enclosings or (name == "month" and value.lower() in MONTHS):
        return enclosings.get(name)
    return default
