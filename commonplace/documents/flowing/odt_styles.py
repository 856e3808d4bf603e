"""What an OpenDocument text's styles say of a paragraph or a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from commonplace.documents.flowing.style_names import kind_of_name, outline_of_name

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

_BOLD = re.compile(r"bold|[6-9]00")


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """A style with what it takes over from its parents: their names, an outline level, and what text in it wears.

    ``listed`` names the list style of its paragraphs, empty where it takes them out of any, None where it is silent.
    """

    names: tuple[str, ...] = ()
    outline: int = 0
    listed: str | None = None
    worn: dict[str, bool] = field(default_factory=dict)

    def kind(self) -> str:
        """Return the kind of a paragraph in this style."""
        return next((kind for name in self.names if (kind := kind_of_name(name)) != "paragraph"), "paragraph")


def named_style(name: str) -> OdtStyle:
    """Return a style that the file uses and does not define: all there is to know of it is its name."""
    name = name.replace("_20_", " ")
    return OdtStyle((name,), outline_of_name(name))


def read_styles(roots: Iterable[etree._Element]) -> dict[tuple[str, str], OdtStyle]:
    """Return the styles of the parts by family and name; those of later parts count."""
    elements = {
        (style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""): style
        for root in roots
        for style in root.iter(f"{STYLE}style")
    }
    styles: dict[tuple[str, str], OdtStyle] = {}
    for key in tuple(elements):
        chain: list[tuple[str, str]] = []
        while key in elements and key not in styles and key not in chain:
            chain.append(key)
            key = key[0], elements[key].get(f"{STYLE}parent-style-name") or ""
        base = styles.get(key) or named_style(key[1])
        for key in reversed(chain):
            base = styles[key] = _style(elements[key], base)
    return styles


def _style(element: etree._Element, base: OdtStyle) -> OdtStyle:
    name = (element.get(f"{STYLE}name") or "").replace("_20_", " ")
    level = element.get(f"{STYLE}default-outline-level") or ""
    outline = int(level) if re.fullmatch(r"\d{1,2}", level, re.A) else base.outline
    return OdtStyle(
        names=(name, *base.names),
        outline=outline or outline_of_name(name),
        listed=element.get(f"{STYLE}list-style-name", base.listed),
        worn={**base.worn, **_worn(element.find(f"{STYLE}text-properties"))},
    )


def _worn(properties: etree._Element | None) -> dict[str, bool]:
    if properties is None:
        return {}
    found = {}
    if weight := properties.get(f"{FO}font-weight"):
        found["bold"] = _BOLD.fullmatch(weight) is not None
    if slant := properties.get(f"{FO}font-style"):
        found["italic"] = slant in ("italic", "oblique")
    if position := properties.get(f"{STYLE}text-position"):
        height = position.split()[0]
        found["superscript"] = height == "super" or bool(re.fullmatch(r"[1-9]\d*(?:\.\d+)?%", height))
        found["subscript"] = height == "sub" or height.startswith("-")
    if display := properties.get(f"{TEXT}display"):
        found["hidden"] = display == "none"
    return found
