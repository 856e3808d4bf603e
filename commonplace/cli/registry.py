"""The commands by name, and the module that declares each; a module is imported when its command is asked for."""

from __future__ import annotations

from collections.abc import Iterator

_HERE = "commonplace.cli."

# Groups as they stand in the help: heading, then name, module and what it does in a few words.
GROUPS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "to begin",
        (
            ("demo", "demo", "make a sample library and show the notes it exports"),
            ("new", "upkeep", "make an empty library"),
            ("open", "opening", "open the window, at a source and page"),
            ("import", "importing", "bring files and folders into the library"),
        ),
    ),
    (
        "sources and references",
        (
            ("sources", "sources", "list the stored documents"),
            ("text", "sources", "print the text of a source"),
            ("boxes", "sources", "tell where a passage stands on its pages"),
            ("ocr", "ocr", "recognise the text of scanned pages"),
            ("reread", "rereading", "read stored documents anew, and find their highlights again"),
            ("replace", "replace", "store a new version of a source, and find its highlights in it"),
            ("copies", "copies", "find copies of one work, and what was marked in one in the other"),
            ("shelf", "shelf", "keep sources together in collections"),
            ("page-label", "sources", "say which printed page a page is"),
            ("bib", "bib", "import, export and check bibliographies"),
            ("reference", "reference", "correct references, keys and links to sources"),
        ),
    ),
    (
        "passages and concepts",
        (
            ("highlight", "highlight", "mark a passage, with concepts and a note"),
            ("highlights", "highlight", "list the marked passages"),
            ("tag", "tagging", "put concepts on a highlight"),
            ("untag", "tagging", "take concepts off a highlight"),
            ("note", "tagging", "write my note on a highlight"),
            ("quote", "tagging", "edit the quote of a highlight"),
            ("private", "private", "keep a highlight or my note on it to myself"),
            ("concept", "concept", "add, list, rename, move, merge and delete concepts"),
            ("reanchor", "rereading", "say where a highlight stands in another text of its source"),
            ("delete", "tagging", "delete a highlight or a source"),
        ),
    ),
    (
        "to find and to write",
        (
            ("search", "search", "find words in sources, highlights and notes"),
            ("export", "export", "write the tagged quotes as notes with citations"),
        ),
    ),
    (
        "to work with others",
        (
            ("share", "share", "write a package for a colleague"),
            ("merge", "merge", "take a colleague's package or library into this one"),
            ("exchange", "exchange", "exchange packages in a folder of a cloud or a stick"),
            ("conflicts", "conflicts", "list what people said apart of one thing"),
            ("resolve", "conflicts", "settle a conflict"),
            ("same", "same", "say that two references, concepts or persons are the same"),
        ),
    ),
    (
        "to look after the library",
        (
            ("history", "steps", "list what was done"),
            ("restore", "steps", "go back to what was said before"),
            ("undo", "steps", "take back my last step"),
            ("redo", "steps", "do again what was undone"),
            ("check", "upkeep", "verify that the library is whole"),
            ("backup", "upkeep", "make a verified backup"),
            ("doctor", "upkeep", "see whether this computer has what the program needs"),
        ),
    ),
)


def names() -> Iterator[str]:
    """Yield the commands in the order of the help."""
    for _heading, commands in GROUPS:
        for name, _module, _summary in commands:
            yield name


def module_of(name: str) -> str:
    """Return the full name of the module that declares a command.

    Raises:
        KeyError: There is no such command.
    """
    for _heading, commands in GROUPS:
        for command, module, _summary in commands:
            if command == name:
                return _HERE + module
    raise KeyError(name)


def overview() -> str:
    """Return the commands in their groups, as the program's help shows them."""
    parts = []
    for heading, commands in GROUPS:
        rows = [f"  {name:<12}{summary}" for name, _module, summary in commands]
        parts.append("\n".join([f"{heading}:", *rows]))
    return "\n\n".join(parts)
