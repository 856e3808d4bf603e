"""A page of one document found again in another version of it, by its size and its text."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from core.anchors import Class
from core.records import Layer, Page
from core.squeezing import squeeze
from core.standing import is_telling

_LEAST_LIKE = 60
_POINT = 1000


@dataclass(frozen=True, slots=True)
class PageAgain:
    """``index`` of a lost page means nothing; ``score`` is how like the pages' texts are, from 0 to 100."""

    found: Class
    index: int
    score: int

    @property
    def is_sure(self) -> bool:
        return self.found in ("exact", "moved")


def page_again(old: Layer, index: int, new: Layer) -> PageAgain:
    """Return which page of a new version is a page of the old one; sure is only one of the same size and text.

    ``old`` may be without pages where its layer is not at hand; then the page of the same number is a proposal.
    """
    if not old.pages:
        return PageAgain("uncertain", index, 0) if index < len(new.pages) else PageAgain("lost", index, 0)
    page = old.pages[index]
    text = _text(old, page)
    alike = [at for at, other in enumerate(new.pages) if _size(other) == _size(page)]
    same = [at for at in alike if _text(new, new.pages[at]) == text] if is_telling(text) else []
    if len(same) == 1:
        return PageAgain("exact" if same[0] == index else "moved", same[0], 100)
    scored = [(fuzz.ratio(text, _text(new, new.pages[at])) if text else 0.0, -abs(at - index), at) for at in alike]
    score, _, best = max(scored, default=(0.0, 0, index))
    if (text and score < _LEAST_LIKE) or not alike:
        return PageAgain("lost", index, 0)
    return PageAgain("uncertain", best, min(int(score), 99))


def _text(layer: Layer, page: Page) -> str:
    return squeeze(layer.text[page.start : page.end])


def _size(page: Page) -> tuple[int, int, int]:
    return round(page.width / _POINT), round(page.height / _POINT), page.rotation
