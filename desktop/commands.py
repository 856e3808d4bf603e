"""Everything the window can be told to do: names, menus and keys in one table.

Menus, toolbar, command palette and the list of keys are made from it.  Single letters work in the reader and the
quotes only, so that they never take a letter from a text field; they can be switched off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Scope: TypeAlias = Literal["window", "reading"]
Key: TypeAlias = str | QKeySequence.StandardKey

_Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    Attributes:
        name: Stable, for code and settings.
        menu: The menu it stands in.
        text: With ``&`` before its access key.
        keys: The first is the one that is shown.
        scope: ``reading`` where its keys work in the reader and the quotes only.
        toggles: Whether it is something that is on or off.
        separated: Whether a line stands above it in its menu.
    """

    name: str
    menu: str
    text: str
    keys: tuple[Key, ...] = ()
    scope: Scope = "window"
    toggles: bool = False
    separated: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


MENUS = {
    "File": "&File",
    "Edit": "&Edit",
    "View": "&View",
    "Go": "&Go",
    "Highlight": "H&ighlight",
    "Concept": "&Concept",
    "Library": "&Library",
    "Help": "&Help",
}
"""The menus with their texts, in their order."""

COMMANDS = (
    Command("import", "File", "&Import…", (_Standard.Open,)),
    Command("export", "File", "&Export quotes…", ("Ctrl+E",)),
    Command("quit", "File", "&Quit", ("Ctrl+Q",), separated=True),
    Command("undo", "Edit", "&Undo", (_Standard.Undo,)),
    Command("redo", "Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("copy", "Edit", "&Copy", (_Standard.Copy,), scope="reading", separated=True),
    Command("copy-cited", "Edit", "Copy &with citation", ("C", "Ctrl+Shift+C"), scope="reading"),
    Command("find", "Edit", "&Find in document", (_Standard.Find, "/"), scope="reading", separated=True),
    Command("find-next", "Edit", "Find &next", ("F3",)),
    Command("find-previous", "Edit", "Find &previous", ("Shift+F3",)),
    Command("search", "Edit", "&Search the library", ("Ctrl+Shift+F",)),
    Command("preferences", "Edit", "Pr&eferences…", ("Ctrl+,",), separated=True),
    Command("zoom-in", "View", "Zoom &in", (_Standard.ZoomIn, "Ctrl+=")),
    Command("zoom-out", "View", "Zoom &out", (_Standard.ZoomOut,)),
    Command("zoom-reset", "View", "&Printed size", ("Ctrl+0",)),
    Command("fit-width", "View", "Fit &width"),
    Command("fit-page", "View", "Fit p&age"),
    Command("continuous", "View", "&Continuous pages", toggles=True, separated=True),
    Command("single", "View", "&Single page", toggles=True),
    Command("facing", "View", "&Facing pages", toggles=True),
    Command("turn-right", "View", "Turn &right"),
    Command("turn-left", "View", "Turn &left"),
    Command("text-cursor", "View", "Te&xt cursor", ("F7",), toggles=True, separated=True),
    Command("left-panel", "View", "L&eft panel", ("F9",), toggles=True, separated=True),
    Command("right-panel", "View", "Rig&ht panel", ("Shift+F9",), toggles=True),
    Command("full-screen", "View", "F&ull screen", ("F11",), toggles=True),
    Command("reader", "Go", "&Reader", ("Ctrl+1",)),
    Command("quotes", "Go", "&Quotes", ("Ctrl+2",)),
    Command("merge-view", "Go", "&Merging", ("Ctrl+3",)),
    Command("back", "Go", "&Back", ("Alt+Left",), separated=True),
    Command("forward", "Go", "&Forward", ("Alt+Right",)),
    Command("go-to-page", "Go", "Go to &page…", ("Ctrl+Alt+G",)),
    Command("next-source", "Go", "Next &source", ("Ctrl+PgDown",)),
    Command("previous-source", "Go", "Previous s&ource", ("Ctrl+PgUp",)),
    Command("next-highlight", "Go", "&Next highlight", ("J", "Alt+Down"), scope="reading", separated=True),
    Command("previous-highlight", "Go", "Pre&vious highlight", ("K", "Alt+Up"), scope="reading"),
    Command("next-of-concept", "Go", "Next of the same &concept", ("Shift+J",), scope="reading"),
    Command("previous-of-concept", "Go", "Previous of the same conc&ept", ("Shift+K",), scope="reading"),
    Command("next-link", "Go", "Next &link", ("L",), scope="reading"),
    Command("previous-link", "Go", "Previous lin&k", ("Shift+L",), scope="reading"),
    Command("next-region", "Go", "Next re&gion", ("F6",), separated=True),
    Command("previous-region", "Go", "Previous reg&ion", ("Shift+F6",)),
    Command("highlight", "Highlight", "&Highlight", ("H",), scope="reading"),
    *(
        Command(f"slot-{number}", "Highlight", f"With concept &{number}", (str(number),), scope="reading")
        for number in range(1, 8)
    ),
    Command("highlight-privately", "Highlight", "Highlight &privately", ("Shift+H",), scope="reading"),
    Command("area", "Highlight", "Mark an &area of the page", ("A",), scope="reading"),
    Command("tag", "Highlight", "&Tag…", ("T",), scope="reading", separated=True),
    Command("repeat", "Highlight", "&Repeat the last tags", ("R",), scope="reading"),
    Command("in-vivo", "Highlight", "New concept from the &words", ("V",), scope="reading"),
    Command("note", "Highlight", "&Note", ("N",), scope="reading"),
    Command("private-note", "Highlight", "My note is pri&vate", toggles=True),
    Command("make-private", "Highlight", "&Make private"),
    Command("make-shared", "Highlight", "Make &shared"),
    Command("cycle", "Highlight", "Next &overlapping highlight", ("O",), scope="reading", separated=True),
    Command("edit-highlight", "Highlight", "&Edit", ("Return",), scope="reading"),
    Command("delete-highlight", "Highlight", "&Delete", ("Delete",), scope="reading"),
    Command("new-concept", "Concept", "&New concept"),
    Command("rename-concept", "Concept", "&Rename concept", ("F2",)),
    Command("history", "Library", "&History"),
    Command("merge", "Library", "&Merge…", separated=True),
    Command("share", "Library", "&Share…"),
    Command("send-changes", "Library", "S&end my changes"),
    Command("replace", "Library", "&Replace this source…"),
    Command("conflicts", "Library", "&Conflicts", separated=True),
    Command("same", "Library", "&Things that may be the same"),
    Command("review", "Library", "Highlights that &wait"),
    Command("help", "Help", "&Guide", ("F1",)),
    Command("palette", "Help", "&Command palette", ("Ctrl+Shift+P", "Ctrl+K")),
    Command("keys", "Help", "&Keys", ("Ctrl+?",)),
    Command("about", "Help", "&About Commonplace"),
)


def made(handlers: Mapping[str, Callable[[], None]], window: QWidget, reading: Iterable[QWidget]) -> dict[str, QAction]:
    """Return the actions for which there is a handler, with their keys at work where they should be."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        if command.name not in handlers:
            continue
        action = QAction(_tr(command.text), window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.toggles)
        action.triggered.connect(partial(_run, handlers[command.name]))
        homes = [window] if command.scope == "window" else list(reading)
        context = Qt.ShortcutContext.WindowShortcut
        if command.scope == "reading":
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(context)
        for home in homes:
            home.addAction(action)
        actions[command.name] = action
    return actions


def use_letters(actions: Mapping[str, QAction], *, on: bool) -> None:
    """Let keys without Ctrl or Alt that type something be commands, or not."""
    for command in COMMANDS:
        if command.name in actions and any(_types(key) for key in command.keys):
            keys = [QKeySequence(key) for key in command.keys if on or not _types(key)]
            actions[command.name].setShortcuts(keys)


def _types(key: Key) -> bool:
    return isinstance(key, str) and len(key.removeprefix("Shift+")) == 1


def _run(handler: Callable[[], None], _checked: bool = False) -> None:
    handler()
