"""The sides of a conflict in the window's language, where they are nobody's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from commonplace.library.conflicts import ConflictLine, HeadLine
from desktop.merging.words import register_name


def in_window_words(line: ConflictLine) -> ConflictLine:
    """Return a conflict whose sides are told in the window's language."""
    return replace(line, heads=tuple(replace(head, value=_side(line, head)) for head in line.heads))


def _side(line: ConflictLine, head: HeadLine) -> str:
    translate = QCoreApplication.translate
    if head.kind == "deleted":
        return translate("MergeWords", "deleted")
    if head.kind == "kept":
        return translate("MergeWords", "not deleted")
    if head.kind == "value":
        return _value(line.thing_kind, line.register, head.raw, head.value)
    if head.kind == "edge":
        child, parent = head.parts
        return translate("MergeWords", "{child} under {parent}").format(child=child, parent=parent)
    return _used(head) if head.kind == "used" else head.value


def _used(head: HeadLine) -> str:
    """Return what was made of a deleted thing, or said of it."""
    kind, register, *words = head.parts
    if not register:
        return _thing(kind, words) or head.value
    name, value = register_name(kind, register) or register, _value(kind, register, head.raw, words[0])
    return QCoreApplication.translate("MergeWords", "{register}: {value}").format(register=name, value=value)


def _thing(kind: str, words: Sequence[str]) -> str:
    """Return what a thing is by its own words and those it is about; empty where its own words say it."""
    translate = QCoreApplication.translate
    area = translate("MergeWords", "marked area")
    own, target, other = (*words, "", "", "")[:3]
    said = {
        "highlight": "{own}",
        "note": translate("MergeWords", "note by {other} on {target}: {own}")
        if other
        else translate("MergeWords", "note on {target}: {own}"),
        "tagging": translate("MergeWords", "{target} tagged {other}"),
        "same": translate("MergeWords", "{target} and {other}"),
        "shelf": translate("MergeWords", "{target} in the collection {own}"),
        "label": translate("MergeWords", "{own}, another name of {target}"),
        "alias": translate("MergeWords", "{own}, another key of {target}"),
    }.get(kind, "")
    return said.format(own=own or area, target=target or area, other=other)


def _value(kind: str, register: str, raw: Any, told: str) -> str:
    """Return the value of a register; ``told`` is what it is in the language of the terminal."""
    translate = QCoreApplication.translate
    if register == "present":
        return _presence(kind, present=bool(raw))
    if register == "parents":
        names = told.removeprefix("under ")
        top = translate("MergeWords", "at the top")
        return translate("MergeWords", "under {names}").format(names=names) if raw else top
    if register == "labels":
        said = translate("MergeWords", "page #{number} is {label}")
        labels = ", ".join(said.format(number=index + 1, label=label) for index, label in raw or ())
        return labels or translate("MergeWords", "as the file says")
    if register.startswith("field:") and raw is None:
        return translate("MergeWords", "not said")
    return told if raw not in (None, "") else translate("MergeWords", "nothing")


def _presence(kind: str, *, present: bool) -> str:
    translate = QCoreApplication.translate
    no, yes = {
        "tagging": (translate("MergeWords", "not tagged"), translate("MergeWords", "tagged")),
        "same": (translate("MergeWords", "not the same"), translate("MergeWords", "the same")),
        "shelf": (translate("MergeWords", "not in the collection"), translate("MergeWords", "in the collection")),
        "label": (translate("MergeWords", "not called so"), translate("MergeWords", "called so")),
        "alias": (
            translate("MergeWords", "the key does not lead there"),
            translate("MergeWords", "the key leads there"),
        ),
    }.get(kind, (translate("MergeWords", "no"), translate("MergeWords", "yes")))
    return yes if present else no
