"""Selecting with the mouse: what a press, a double or triple click and a move make of a selection.  Knows no widget."""

from __future__ import annotations

from core.points import Hit, selected
from desktop.reader.text_selection import Grain, TextSelection

_GRAINS: tuple[Grain, ...] = ("character", "word", "paragraph")


class Drag:
    """One drag, from the press of the button to its release."""

    def __init__(self) -> None:
        self._pressed: Hit | None = None

    def press(
        self, selection: TextSelection, hit: Hit, clicks: int, *, extends: bool = False, further: bool = False
    ) -> TextSelection:
        """Return the selection after a press.

        Args:
            selection: What was selected before.
            hit: The character at the point.
            clicks: 1, 2 for a word, 3 for a paragraph.
            extends: Whether what is selected goes on to here.
            further: Whether what is selected stays beside what is selected now.
        """
        grain = _GRAINS[min(clicks, len(_GRAINS)) - 1]
        if extends and selection.anchor is not None:
            return selection.extended(hit.caret)
        self._pressed = hit
        return selection.begun(hit.caret if grain == "character" else hit.start, grain, further=further)

    def move(self, selection: TextSelection, hit: Hit) -> TextSelection:
        """Return the selection drawn out to a point; by characters it covers those that are covered by half."""
        if self._pressed is None or selection.grain != "character":
            return selection.extended(hit.start)
        backwards = (hit.start, hit.share) < (self._pressed.start, self._pressed.share)
        return selection.drawn(selected(self._pressed, hit), backwards=backwards)
