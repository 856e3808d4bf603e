"""The names that cloud clients give to a second version of a file, where two computers wrote it at once.

Nothing but names is looked at.  What only a client would write is known by itself; what a person might write as well
(``Thesis 2``, ``Thesis-B``) is a copy only where the file of which it would be one is there, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

PACKAGE = ".commonplace-share"
LIBRARY = ".commonplace"

# "In conflict" in the languages of the clients, and what they say besides: a copy, a kind of conflict, or a day.
_CONFLICT = re.compile(r"conflict|konflikt|conflit|конфликт|競合|冲突|衝突|충돌", re.IGNORECASE)
_BESIDES = re.compile(
    r"cop[iy]|kopie|copia|コピー|副本|사본|копия|\d{4}-\d{2}-\d{2}|[(\[（]conflicted|競合|冲突|衝突|충돌"
    r"|(?:case|sync|encoding|space) conflict",
    re.IGNORECASE,
)
# Dropbox, Nextcloud, pCloud, Seafile: "Thesis (Aiko's conflicted copy 2024-01-02)".
_IN_BRACKETS = re.compile(r"(?P<stem>.+?)\s*(?P<said>[(\[（][^()\[\]（）]*(?:\([^()]*\))?[)\]）])")
_OF_CLIENTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # Syncthing: "Thesis.sync-conflict-20240102-123456-ABCDEFG".
        r"(?P<stem>.+?)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?",
        # ownCloud: "Thesis_conflict-20240102-123456"; Synology: "Thesis_NAS_Jan-02-1234-2024_Conflict".
        r"(?P<stem>.+?)_conflict-\d{8}-\d{6}",
        r"(?P<stem>.+?)_[^_]+_[a-z]{3}-\d{2}-\d{4,6}-\d{4}_conflict",
        # Resilio, Unison: "Thesis.Conflict".
        r"(?P<stem>.+?)\.conflict\d*",
        # Google Drive, MEGA: "Thesis (1)".
        r"(?P<stem>.+?) \(\d{1,3}\)",
    )
)
_OF_PEOPLE_TOO = tuple(
    re.compile(form)
    for form in (
        # OneDrive: "Thesis-DESKTOP-AB12CD3".
        r"-(?=.*[A-Z])[\w-]{1,40}",
        # iCloud: "Thesis 2".
        r" \d{1,3}",
        # Box: "Thesis (Aiko Tanaka)".
        r" \([^()]+\)",
    )
)
# As a program of ours names its own package: a person, and digits that no person would write.
_OURS = re.compile(r"[A-Za-z0-9_-]+-[0-9a-f]{12}")


def kind_of(name: str) -> str:
    """Return the ending of a file that may be merged: that of a package or a library; empty of any other."""
    return _parted(name)[1].casefold()


def copy_of(name: str, others: Collection[str]) -> str:
    """Return the name of which another is a client's second version; empty where it is none.

    Args:
        name: Of any file.
        others: The names of all files in its folder.
    """
    head, ending, tail = _parted(name)
    if not ending:
        return ""
    # What was added stands before the ending or, where a client knows no such ending, behind it.
    said = unicodedata.normalize("NFC", head + tail)
    stem = _without_clients_words(said)
    if stem == said:
        stem = _beside_original(said, ending, others)
    return stem and stem + ending


def _parted(name: str) -> tuple[str, str, str]:
    """Return what stands before the ending of a package or library, the ending, and what a client put behind it."""
    folded = name.casefold()
    for ending in (PACKAGE, LIBRARY):
        at = folded.rfind(ending)
        tail = name[at + len(ending) :]
        if at > 0 and not name.startswith(".") and (not tail or tail.startswith((" (", " [", ".sync-conflict-"))):
            return name[:at], name[at : at + len(ending)], tail
    return name, "", ""


def _without_clients_words(said: str) -> str:
    """Take off what only clients add; a copy may have been copied again."""
    while match := next((found for form in _OF_CLIENTS if (found := form.fullmatch(said))), None) or _bracketed(said):
        said = match["stem"].rstrip()
    return said


def _bracketed(said: str) -> re.Match[str] | None:
    found = _IN_BRACKETS.fullmatch(said)
    return found if found and _CONFLICT.search(found["said"]) and _BESIDES.search(found["said"]) else None


def _beside_original(said: str, ending: str, others: Collection[str]) -> str:
    there = {unicodedata.normalize("NFC", other).casefold() for other in others}
    for at, char in enumerate(said):
        stem = said[:at]
        is_there = _OURS.fullmatch(stem) or (stem + ending).casefold() in there
        if char in "- " and is_there and any(form.fullmatch(said[at:]) for form in _OF_PEOPLE_TOO):
            return stem
    return ""
