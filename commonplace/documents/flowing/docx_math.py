"""Word's formulas as a line of text: the signs that are printed, those too that stand in no run of their own."""

from __future__ import annotations

from lxml import etree

from commonplace.documents.flowing.docx_styles import W

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_GONE = frozenset((f"{W}del", f"{W}moveFrom"))
_VALUE = f"{MATH}val"


def formula(element: etree._Element) -> str:
    """Return the text of a formula or a part of one."""
    tag = element.tag
    if tag in _GONE:
        return ""
    if tag == f"{MATH}t":
        return element.text or ""
    if tag == f"{MATH}d":
        inner = _sign(element, "sepChr", "|").join(formula(part) for part in element.iterfind(f"{MATH}e"))
        return f"{_sign(element, 'begChr', '(')}{inner}{_sign(element, 'endChr', ')')}"
    said = [formula(part) for part in element if isinstance(part.tag, str)]
    if tag == f"{MATH}f":
        return "/".join(filter(None, said))
    if tag == f"{MATH}nary":
        said.insert(0, _sign(element, "chr", "∫"))
    elif tag == f"{MATH}acc":
        said.append(_sign(element, "chr", "\u0302"))
    elif tag == f"{MATH}rad":
        said.insert(-1, "√")
    return "".join(said)


def _sign(element: etree._Element, name: str, usual: str) -> str:
    """Return a sign from the properties of a part; one that is said to be nothing is none."""
    said = element.find(f"{MATH}{str(element.tag)[len(MATH) :]}Pr/{MATH}{name}")
    return usual if said is None else said.get(_VALUE) or ""
