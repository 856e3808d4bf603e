"""Notes as Pandoc Markdown: ``pandoc --citeproc notes.md`` needs no further option."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING

from commonplace.citations import syntax
from commonplace.exchange import prose, templates, usernotes, yamltext
from commonplace.exchange.bundle import NoteItem, NotesBundle, QuoteItem, Section

if TYPE_CHECKING:
    from jinja2 import Template

_DEEPEST = 6

# ASCII signs of a file's name, save those that join two words and the full stop before an ending.
_NOT_LITERAL = re.compile(r"(?![^\W_]|\.(?=[^\W_])|(?<=[^\W_])[_ -](?=[^\W_]))[\x00-\x7f]")


def render(bundle: NotesBundle) -> str:
    """Return the bundle as Pandoc Markdown; the caller decides where it is written."""
    headings = frozenset(prose.folded(section.heading) for section in bundle.sections)
    return _template().render(bundle=bundle, headings=headings, citekeys=bundle.citekeys())


@cache
def _template() -> Template:
    filters: Mapping[str, Callable[..., str]] = {
        "metadata": _metadata,
        "address": _address,
        "heading": _heading,
        "plain": _plain,
        "as_quote": _as_quote,
        "citation": _citation,
        "note": _note,
    }
    return templates.load("notes.md.j2", filters)


def _metadata(text: str) -> str:
    # Pandoc reads the values of the head as Markdown, once YAML has read them.
    return yamltext.quoted(prose.block(" ".join(text.split())))


def _address(name: str) -> str:
    # Pandoc reads a file's name as Markdown and as an address: "#", "?" and "%" mean something there.
    return yamltext.quoted(_NOT_LITERAL.sub(lambda found: f"%{ord(found[0]):02X}", name))


def _heading(section: Section, headings: Collection[str]) -> str:
    return "#" * min(section.level, _DEEPEST) + " " + prose.heading(section.heading, headings)


def _plain(text: str, headings: Collection[str]) -> str:
    return "\n\n".join(prose.block(paragraph, headings) for paragraph in prose.paragraphs(text))


def _as_quote(text: str, headings: Collection[str]) -> str:
    """Prefix every line, blank ones too, so that a long passage stays one quote."""
    return "\n>\n".join(f"> {prose.block(paragraph, headings)}" for paragraph in prose.paragraphs(text))


def _citation(item: QuoteItem) -> str:
    return syntax.pandoc(item.citekey, item.locator)


def _note(note: NoteItem, citekeys: Collection[str]) -> str:
    return usernotes.item(note.text, prose.block(" ".join(note.person.split())), citekeys)
