"""The quote of a highlight in a person's own wording, beside the one that is printed."""

from __future__ import annotations

from commonplace.library.highlights import Filter, HighlightLine, highlight_lines
from commonplace.library.naming import highlight_named
from commonplace.library.session import Library
from commonplace.library.wording import written
from core.errors import NotDoneError
from db.kinds import HIGHLIGHT

_LONGEST_QUOTE = 1 << 20


def edit_quote(library: Library, name: str, text: str) -> HighlightLine:
    """Show another wording for a highlight's quote, with ``[…]`` or ``[sic]``; an empty one gives the printed back.

    The passage itself, and the text as it is printed, stay as they are.

    Raises:
        UnknownNameError: There is no such highlight.
        NotDoneError: The wording is nothing but white space, or too long; nothing was changed.
    """
    id = highlight_named(library, name)
    wording = _checked(text)
    label = "Edit a quote" if wording else "Give back a quote as it is printed"
    with library.action(label, private=library.holds_privately(id)) as action:
        action.set(HIGHLIGHT, id, "edited_quote", wording or None)
    return highlight_lines(library, Filter(), ids=[id])[0]


def _checked(text: str) -> str:
    wording = written(text)
    if text and not wording.strip():
        raise NotDoneError(
            "A quote of nothing but white space says nothing; nothing was changed.",
            hint="Give an empty text, '', to have the quote as it is printed again.",
            code="empty-quote",
        )
    if len(wording.encode()) > _LONGEST_QUOTE:
        raise NotDoneError("A quote can be one mebibyte long at most; nothing was changed.", code="too-long")
    return wording
