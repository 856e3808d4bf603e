"""Notes as a LaTeX document with biblatex and biber, for xelatex or lualatex.

All text is plain here: what people wrote is escaped by ``citations.latex``'s list of what may pass, so the document
holds no control sequence but those of the template and of that list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from commonplace.citations import syntax
from commonplace.citations.latex import escape_latex
from commonplace.exchange import prose, templates
from commonplace.exchange.bundle import NotesBundle, QuoteItem, Section
from core.errors import NotDoneError

if TYPE_CHECKING:
    from jinja2 import Template

_COMMANDS = ("section", "subsection", "subsubsection", "paragraph", "subparagraph")

# Characters that a document in Latin letters has no font for: kana, CJK, hangul, full-width forms.
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)

# TeX reads these in a file's name as signs of its own.
_NOT_IN_NAMES = re.compile(r'[\\{}%#~^$&"\x00-\x1f\x7f]')


def render(bundle: NotesBundle) -> str:
    """Return the bundle as a document of class article; the caller decides where it is written.

    Raises:
        NotDoneError: LaTeX cannot name the bibliography's file.
    """
    if found := _NOT_IN_NAMES.search(bundle.bib_name):
        raise NotDoneError(
            f"LaTeX cannot read a bibliography named {bundle.bib_name}, because of the {found[0]!r} in it. "
            "Nothing was written.",
            hint="Choose an output name of letters, digits, spaces, hyphens and full stops.",
        )
    return _template().render(bundle=bundle, cjk=any(map(_CJK.search, _texts(bundle))))


def _texts(bundle: NotesBundle) -> Iterator[str]:
    yield bundle.title
    for section in bundle.sections:
        yield from (section.heading, section.definition)
        for item in section.quotes:
            yield from (item.quote, item.area)
            for note in item.notes:
                yield from (note.text, note.person)


@cache
def _template() -> Template:
    filters: Mapping[str, Callable[..., str]] = {
        "line": _line,
        "paragraphs": _paragraphs,
        "heading": _heading,
        "citation": _citation,
    }
    return templates.load("notes.tex.j2", filters, templates.TEX_MARKS)


def _line(text: str) -> str:
    return escape_latex(" ".join(text.split()))


def _paragraphs(text: str) -> str:
    return "\n\n".join(escape_latex(paragraph) for paragraph in prose.paragraphs(text))


def _heading(section: Section) -> str:
    command = _COMMANDS[min(section.level, len(_COMMANDS)) - 1]
    return f"\\{command}{{{_line(section.heading)}}}"


def _citation(item: QuoteItem) -> str:
    return syntax.biblatex(item.citekey, item.locator)
