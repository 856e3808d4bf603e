"""What a merge brings, and why two things may be one, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from commonplace.library.conflicts import ConflictLine
from commonplace.library.merging import Duplicate, MergeReport, Work
from desktop.dates import shown_date

_MOST = 30


def counted(kind: str, count: int) -> str:
    """Return a number of things of a kind of the library in words."""
    translate = QCoreApplication.translate
    words: Mapping[str, Callable[[], str]] = {
        "source": lambda: translate("MergeWords", "%n source(s)", "", count),
        "reference": lambda: translate("MergeWords", "%n reference(s)", "", count),
        "concept": lambda: translate("MergeWords", "%n concept(s)", "", count),
        "label": lambda: translate("MergeWords", "%n other name(s)", "", count),
        "highlight": lambda: translate("MergeWords", "%n highlight(s)", "", count),
        "tagging": lambda: translate("MergeWords", "%n tag(s)", "", count),
        "note": lambda: translate("MergeWords", "%n note(s)", "", count),
        "person": lambda: translate("MergeWords", "%n person(s)", "", count),
        "alias": lambda: translate("MergeWords", "%n other key(s)", "", count),
        "bibfile": lambda: translate("MergeWords", "%n .bib file(s)", "", count),
        "file-name": lambda: translate("MergeWords", "%n file name(s)", "", count),
        "shelf": lambda: translate("MergeWords", "%n place(s) in collections", "", count),
        "same": lambda: translate("MergeWords", "%n word(s) on what is the same", "", count),
    }
    return words[kind]() if kind in words else f"{count} {kind}"


def all_counted(counts: Mapping[str, int]) -> str:
    """Return the numbers of several kinds in words; empty where there is nothing."""
    return ", ".join(counted(kind, count) for kind, count in counts.items() if count)


def headline(report: MergeReport) -> str:
    """Return in one line what comes."""
    translate = QCoreApplication.translate
    if report.unchanged:
        return translate("MergeWords", "It holds nothing that is not here already.")
    highlights = report.added.get("highlight", 0)
    parts = [f"+{counted('highlight', highlights)}{_by(report)}"] if highlights else []
    if report.conflicts:
        parts.append(translate("MergeWords", "%n conflict(s)", "", report.conflicts))
    if report.deletions:
        parts.append(translate("MergeWords", "%n deletion(s)", "", report.deletions))
    return ", ".join(parts) or all_counted(report.added) or translate("MergeWords", "Changes")


def sections(report: MergeReport, locale: QLocale) -> Iterator[tuple[str, list[str]]]:
    """Yield what a merge would bring, or brought, as titles with lines; what there is none of is left out."""
    translate = QCoreApplication.translate
    came = [counted(kind, count) for kind, count in report.added.items() if count]
    changed = [counted(kind, count) for kind, count in report.changed_kinds.items() if count]
    gone = [counted(kind, count) for kind, count in report.deleted.items() if count]
    missing = [one.citekey or one.name or one.source[:12] for one in report.missing_documents]
    found = (
        (translate("MergeWords", "The file"), list(_origin(report, locale))),
        (translate("MergeWords", "Whose work, as the file says"), [_work(one) for one in report.persons]),
        (translate("MergeWords", "Added"), came),
        (translate("MergeWords", "Changed"), changed),
        (translate("MergeWords", "New conflicts: both sides are kept until somebody chooses"), _number(report)),
        (translate("MergeWords", "Deleted by somebody"), gone),
        (translate("MergeWords", "Perhaps the same"), [_duplicate(one) for one in report.duplicates]),
        (translate("MergeWords", "Sources without a copy here"), missing),
        (translate("MergeWords", "The records as they were before"), [report.backup] if report.backup else []),
    )
    yield from ((title, shortened(lines)) for title, lines in found if lines)


def shortened(lines: Sequence[str]) -> list[str]:
    """Return the first lines of many, and how many more there are."""
    if len(lines) <= _MOST:
        return list(lines)
    more = QCoreApplication.translate("MergeWords", "and %n more", "", len(lines) - _MOST)
    return [*lines[:_MOST], more]


def kind_name(kind: str) -> str:
    """Return what kind of thing two proposed things are."""
    translate = QCoreApplication.translate
    return {
        "reference": translate("MergeWords", "Reference"),
        "concept": translate("MergeWords", "Concept"),
        "person": translate("MergeWords", "Person"),
        "source": translate("MergeWords", "Copies of one work"),
    }.get(kind, kind)


def what_of(line: ConflictLine) -> str:
    """Return what people said different things of."""
    translate = QCoreApplication.translate
    if line.kind != "values":
        return {
            "deleted": translate("MergeWords", "Used after it was deleted"),
            "circle": translate("MergeWords", "A circle in the tree"),
            "key": translate("MergeWords", "One key for several references"),
        }.get(line.kind, line.what)
    return register_name(line.thing_kind, line.register) or line.what


def register_name(kind: str, register: str) -> str:
    """Return what a register of a kind of thing is; empty where nothing is known of it."""
    translate = QCoreApplication.translate
    if register.startswith("field:"):
        return translate("MergeWords", "Field {name}").format(name=register.partition(":")[2])
    return {
        ("person", "name"): translate("MergeWords", "Name of a person"),
        ("source", "reference"): translate("MergeWords", "Its reference"),
        ("source", "labels"): translate("MergeWords", "Page labels"),
        ("source", "replaces"): translate("MergeWords", "Its earlier version"),
        ("source", "layer"): translate("MergeWords", "The text that is shown"),
        ("reference", "citekey"): translate("MergeWords", "Citation key"),
        ("reference", "type"): translate("MergeWords", "Type of the entry"),
        ("reference", "slice"): translate("MergeWords", "Entry in a .bib"),
        ("reference", "found"): translate("MergeWords", "What its file says"),
        ("alias", "present"): translate("MergeWords", "Another key or not"),
        ("concept", "name"): translate("MergeWords", "Name"),
        ("concept", "definition"): translate("MergeWords", "Definition"),
        ("concept", "colour"): translate("MergeWords", "Colour"),
        ("concept", "parents"): translate("MergeWords", "Place in the tree"),
        ("label", "present"): translate("MergeWords", "Another name or not"),
        ("label", "text"): translate("MergeWords", "Writing of the name"),
        ("label", "language"): translate("MergeWords", "Language of the name"),
        ("highlight", "anchor"): translate("MergeWords", "Passage"),
        ("highlight", "colour"): translate("MergeWords", "Colour"),
        ("highlight", "edited_quote"): translate("MergeWords", "Wording of the quote"),
        ("shelf", "present"): translate("MergeWords", "In the collection or not"),
        ("tagging", "present"): translate("MergeWords", "Tagged or not"),
        ("note", "text"): translate("MergeWords", "Text of the note"),
        ("same", "present"): translate("MergeWords", "The same or not"),
    }.get((kind, register), "")


def why(reason: str) -> str:
    """Return what speaks for it that two things are one."""
    translate = QCoreApplication.translate
    return {
        "doi": translate("MergeWords", "one DOI"),
        "isbn": translate("MergeWords", "one ISBN"),
        "title": translate("MergeWords", "one title and year"),
        "name": translate("MergeWords", "one name"),
        "alias": translate("MergeWords", "the name of one is another name of the other"),
        "initials": translate("MergeWords", "the initials of the other"),
        "like": translate("MergeWords", "nearly one name"),
        "reference": translate("MergeWords", "one reference"),
        "text": translate("MergeWords", "shared text"),
        "quotes": translate("MergeWords", "the quotes stand in it"),
    }.get(reason, reason)


def _by(report: MergeReport) -> str:
    names = [one.name for one in report.persons if one.highlights and one.name]
    if not names:
        return ""
    said = QCoreApplication.translate("MergeWords", " by {name}") if len(names) == 1 else ""
    return said.format(name=names[0]) if said else ""


def _origin(report: MergeReport, locale: QLocale) -> Iterator[str]:
    translate = QCoreApplication.translate
    yield report.path
    made = report.deliverer
    if made is None:
        yield translate("MergeWords", "A whole library, with every earlier wording")
        return
    said = translate("MergeWords", "Made by {name}, {date}, with {program}; who made it is a claim")
    yield said.format(name=made.name or "?", date=shown_date(made.made, locale), program=made.program)
    if not made.documents:
        yield translate("MergeWords", "The documents did not come along")


def _work(one: Work) -> str:
    counts = {"highlight": one.highlights, "note": one.notes, "tagging": one.taggings}
    return f"{one.name or one.person[:12]}: {all_counted(counts)}"


def _number(report: MergeReport) -> list[str]:
    count = report.conflicts
    return [QCoreApplication.translate("MergeWords", "%n conflict(s)", "", count)] if count else []


def _duplicate(one: Duplicate) -> str:
    return f"{kind_name(one.kind)}: {one.name} – {one.other_name} ({why(one.why)})"
