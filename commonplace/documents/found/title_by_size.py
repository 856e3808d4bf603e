"""The title of a page by its type: what is set largest near the top."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commonplace.documents.found.values import tidy, useful_title
from commonplace.documents.found.words import is_label, is_navigation

_MARKS = re.compile(r"[\s*∗†‡§¶#]+$")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LONGEST = 300
_MOST_LINES = 5
# A heading in the text is set in bigger type than the text, but not by so much as a title.
_BIGGER = 1.15


@dataclass(frozen=True, slots=True)
class TypeLine:
    """A printed line: its text without raised marks, its largest type in points, its place down the page (0 to 1)."""

    text: str
    size: float
    down: float


def type_line(runs: Sequence[tuple[str, float]], down: float) -> TypeLine:
    """Return a line of runs of text, each with the size of its type."""
    size = max((points for text, points in runs if text.strip()), default=0.0)
    # The small type of a footnote's mark says nothing; small capitals belong to the word.
    said = tidy("".join(text for text, points in runs if points > size * 0.8 or text.strip().isupper()))
    return TypeLine(_MARKS.sub("", _LIGATURE.sub(_open, said)), size, down)


def _open(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def title_by_size(lines: Sequence[TypeLine]) -> tuple[str, int]:
    """Return the title and the number of the line after it; an empty title where no line stands out."""
    body = _body_size(lines)
    able = [line.size for line in lines if line.down < 0.6 and sum(map(str.isalpha, line.text)) >= 3]
    if not able or max(able) < body * _BIGGER:
        return "", 0
    largest = max(able)
    for first, line in enumerate(lines):
        if line.down < 0.6 and _same(line.size, largest) and sum(map(str.isalpha, line.text)) >= 3:
            run = list(_run(lines[first : first + _MOST_LINES + 1], largest))
            title = useful_title(" ".join(run))
            fit = (
                len(run) <= _MOST_LINES and len(title) <= _LONGEST and not is_label(title) and not is_navigation(title)
            )
            return (title, first + len(run)) if fit else ("", 0)
    return "", 0


def _run(lines: Sequence[TypeLine], size: float) -> Iterator[str]:
    for line in lines:
        if not _same(line.size, size):
            return
        yield line.text


def _body_size(lines: Sequence[TypeLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _same(one: float, other: float) -> bool:
    return abs(one - other) < 0.6
