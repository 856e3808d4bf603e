"""What a Word document's styles and lists say of a paragraph or a run: heading, list item, quote, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from commonplace.documents.flowing.style_names import outline_of_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DEEPEST = 9
OFF = frozenset(("0", "false", "off", "none"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """Which list a paragraph is in.

    Attributes:
        num: The list's id; empty or "0" for none.
        level: Its level, counted from 0, or None where nothing names one.
        style: The id of the style that says so, or empty where the paragraph names its level itself.
    """

    num: str = ""
    level: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class StyleOf:
    """A style with what it takes over from those it is based on.

    Attributes:
        outline: The outline level, 1 for the highest; 0 for none.
        numbered: The list it puts a paragraph in.
        run: Whether text in it is bold, italic, hidden, superscript …, where it says so.
    """

    name: str = ""
    outline: int = 0
    numbered: Numbered = Numbered()
    run: dict[str, bool] = field(default_factory=dict)


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return the value of a property, empty where it stands without one; None where it does not stand."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else child.get(f"{W}val") or ""


def number(text: str | None, default: int = 0) -> int:
    """Return a number of a few digits, or the default."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) and text.isascii() else default


def read_styles(root: etree._Element | None) -> dict[str, StyleOf]:
    """Return the styles by id; none where the document has no styles part."""
    if root is None:
        return {}
    elements = {style.get(f"{W}styleId") or "": style for style in root.iterfind(f"{W}style")}
    styles: dict[str, StyleOf] = {}
    for name in elements:
        _read(name, elements, styles)
    return styles


def default_paragraph_style(root: etree._Element | None) -> str:
    if root is None:
        return ""
    for style in root.iterfind(f"{W}style"):
        if style.get(f"{W}type") == "paragraph" and (style.get(f"{W}default") or "0").lower() not in OFF:
            return style.get(f"{W}styleId") or ""
    return ""


def _read(name: str, elements: dict[str, etree._Element], styles: dict[str, StyleOf]) -> None:
    chain = []
    while name in elements and name not in styles and name not in chain:
        chain.append(name)
        name = value(elements[name], "basedOn") or ""
    base = styles.get(name, StyleOf())
    for name in reversed(chain):
        base = styles[name] = _style(name, elements[name], base)


def _style(name: str, element: etree._Element, base: StyleOf) -> StyleOf:
    named = (value(element, "name") or name).strip()
    properties = element.find(f"{W}pPr")
    outline = outline_of(properties)
    if outline is None:
        outline = outline_of_name(named) or base.outline
    return StyleOf(
        name=named,
        outline=outline,
        numbered=numbered_of(properties, base.numbered, name),
        run={**base.run, **run_properties(element.find(f"{W}rPr"))},
    )


def outline_of(properties: etree._Element | None) -> int | None:
    """Return the outline level that paragraph properties name, 0 for body text; None where they are silent."""
    level = value(properties, "outlineLvl")
    if level is None:
        return None
    outline = number(level, _DEEPEST) + 1
    return outline if 1 <= outline <= _DEEPEST else 0


def numbered_of(properties: etree._Element | None, base: Numbered, style: str = "") -> Numbered:
    """Return the list that paragraph properties name, with what they take over.

    Args:
        properties: The properties.
        base: What they are based on.
        style: The id of the style they are of, or empty for a paragraph's own.
    """
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    if numbering is None:
        return base
    num, said = value(numbering, "numId"), value(numbering, "ilvl")
    level = base.level if said is None else number(said)
    return Numbered(base.num if num is None else num, level, style or (base.style if said is None else ""))


_SWITCHES = {"b": "bold", "i": "italic", "vanish": "hidden"}
_RAISED = {"superscript": "superscript", "subscript": "subscript"}


def run_properties(properties: etree._Element | None) -> dict[str, bool]:
    """Return what run properties switch on or off."""
    if properties is None:
        return {}
    found: dict[str, bool] = {}
    for child in properties:
        if not isinstance(child.tag, str) or not child.tag.startswith(W):
            continue
        name = child.tag[len(W) :]
        said = (child.get(f"{W}val") or "").lower()
        if name in _SWITCHES:
            found[_SWITCHES[name]] = said not in OFF
        elif name == "vertAlign":
            found.update({style: said == style for style in _RAISED})
    return found
