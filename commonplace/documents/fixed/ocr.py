"""Text recognition: a page is drawn, read by the Tesseract engine inside MuPDF, and its words put in their places.

The engine is asked to part the page itself, so that columns are read one after the other.  Vertical writing has trained
data of its own, which tries every line twice and takes three to five times as long; so a page is first read without,
and again with them where that made no sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf

from commonplace.documents.fixed.ocr_words import Printed, blank_between, lines_of, printed_words, run_downwards
from commonplace.documents.recognised import RecognisedPage
from core.records import Box, Word

EXTRACTOR = f"ocr/1 pymupdf {pymupdf.VersionBind} tessdata"

# What Tesseract is trained for; a page larger than A3 is drawn smaller, so that no page takes more than a few seconds.
_DPI = 300
_MOST_PIXELS = 4961
_LEAST_DPI = 36
_STRAIGHT = 1e-3

_PARTED = "tessedit_pageseg_mode=3"
_DOWNWARDS = "_vert"

# What a misread page has little of: hiragana, and longer words in small Latin letters; and what it has much of: changes
# between Japanese and Latin signs.
_SENSE = re.compile("[\u3041-\u3096]|(?<![^\\W_])[^\\W\\d_]?[a-zß-öø-ÿ]{3,}(?![^\\W_])")
_CHANGE = re.compile("(?<=[\u3041-\u9fff])[!-~]|(?<=[!-~])[\u3041-\u9fff]")
_LEAST_SENSE = 0.2
# The languages of which that tells.
_JUDGED = frozenset({"eng", "jpn", "jpn_vert"})
# Of a page with so much on it, next to no sense may mean that it lies on its side or on its head; Latin letters on
# their head still make up some words.
_MUCH = 100
_NO_SENSE = 0.1
_NO_LATIN_SENSE = 0.5
_LATIN = re.compile("[A-Za-z]")
_TURNED_SENSE = 0.3
_TURNS = (90, 270, 180)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page's picture; ``to_page`` leads from its points to those of the unrotated page."""

    picture: Any
    to_page: Any

    @property
    def is_level(self) -> bool:
        """True where letters that run from left to right in the picture do so on the unrotated page."""
        return bool(self.to_page.a > 0 and abs(self.to_page.b) < _STRAIGHT)


def recognise(page: Any, folder: Path, languages: Sequence[str], *, downwards: bool) -> RecognisedPage:
    """Return the text of a page as it looks, whatever text it has itself.

    Args:
        page: A page of an open document.
        folder: Where the trained data of all languages lie.
        languages: By Tesseract's names, the likeliest first.
        downwards: The page before ran downwards, so this one will, too.
    """
    drawn = _drawn(page)
    level = tuple(name for name in languages if not name.endswith(_DOWNWARDS))
    if not level or not _JUDGED.issuperset(languages):
        return _placed(_read(drawn.picture, folder, languages), drawn, tuple(languages))
    words, used = _best(drawn.picture, folder, level, tuple(languages), downwards=downwards)
    if _may_be_turned(words):
        turned = [(view, _read(view.picture, folder, level)) for view in (_drawn(page, turn) for turn in _TURNS)]
        view, again = max(turned, key=lambda one: 0.0 if _lies(one[1]) else _sense(one[1]))
        if _sense(again) >= max(_TURNED_SENSE, _sense(words) * (0.9 if _lies(words) else 1.5)) and not _lies(again):
            return _placed(again, view, level)
    return _placed(words, drawn, used)


def _best(
    picture: Any, folder: Path, level: tuple[str, ...], languages: tuple[str, ...], *, downwards: bool
) -> tuple[list[Printed], tuple[str, ...]]:
    """Return the words of a picture, and the languages that they were read with."""
    words = [] if downwards and level != languages else _read(picture, folder, level)
    if level == languages or _sense(words) >= _LEAST_SENSE:
        return words, level
    every = _downwards_first(languages)
    again = _read(picture, folder, every)
    return (again, every) if downwards or _sense(again) > _sense(words) else (words, level)


def _downwards_first(languages: Sequence[str]) -> tuple[str, ...]:
    # The engine believes the first language that it can make something of, and Latin letters it finds everywhere.
    first = [name for name in languages if name.endswith(_DOWNWARDS)]
    second = [name.removesuffix(_DOWNWARDS) for name in first if name.removesuffix(_DOWNWARDS) in languages]
    return tuple(dict.fromkeys([*first, *second, *languages]))


def _drawn(page: Any, turn: int = 0) -> _Drawn:
    """Return a page as people see it, turned by so many degrees, without what readers added to it."""
    points = max(page.rect.width, page.rect.height, 1)
    dpi = max(_LEAST_DPI, min(_DPI, int(_MOST_PIXELS / points * 72)))
    scale = dpi / 72
    matrix = pymupdf.Matrix(scale, scale) * pymupdf.Matrix(turn)
    # The engine takes nothing but colour: it finds no letter in a picture of grey.
    picture = page.get_pixmap(matrix=matrix, colorspace=pymupdf.csRGB, alpha=False, annots=False)
    picture.set_dpi(dpi, dpi)
    here = pymupdf.Matrix(scale, 0, 0, scale, picture.x, picture.y)
    return _Drawn(picture, here * ~matrix * page.derotation_matrix)


def _read(picture: Any, folder: Path, languages: Sequence[str]) -> list[Printed]:
    mupdf = pymupdf.mupdf
    settings = mupdf.fz_new_options(_PARTED)
    asked = mupdf.FzPdfocrOptions()
    asked.language_set2("+".join(languages))
    asked.datadir_set2(str(folder))
    asked.options = settings.m_internal
    written = mupdf.fz_new_buffer(picture.width * picture.height * 3)
    out = mupdf.FzOutput(written)
    mupdf.fz_write_pixmap_as_pdfocr(out, picture.this, asked)
    out.fz_close_output()
    with pymupdf.open(stream=mupdf.fz_buffer_extract_copy(written), filetype="pdf") as document:
        return printed_words(document[0].read_contents(), (picture.height - 1) * 72 / picture.yres)


def _may_be_turned(words: Sequence[Printed]) -> bool:
    text = "".join(word.text for word in words)
    latin = len(_LATIN.findall(text)) * 2 > len(text)
    return len(text) >= _MUCH and (_lies(words) or _sense(words) < (_NO_LATIN_SENSE if latin else _NO_SENSE))


def _lies(words: Sequence[Printed]) -> bool:
    """Say whether most longer Latin words run up or down, as the engine can read them."""
    longer = [word for word in words if len(word.text) > 3 and _LATIN.match(word.text)]
    return sum(word.height > word.width for word in longer) * 2 > len(longer)


def _sense(words: Sequence[Printed]) -> float:
    """Return how much of a text reads as one, as a share of its characters; 0 of an empty one."""
    text = " ".join(word.text for word in words)
    letters = sum(not char.isspace() for char in text)
    sensible = sum(len(found) for found in _SENSE.findall(text))
    changes = len(_CHANGE.findall(text.replace(" ", "")))
    return (sensible - changes) / letters if letters else 0.0


def _placed(words: Sequence[Printed], drawn: _Drawn, languages: tuple[str, ...]) -> RecognisedPage:
    """Return the words as lines of text, with their places on the unrotated page."""
    parts: list[str] = []
    places: list[Word] = []
    at = 0
    lines = lines_of(words)
    for line in lines:
        for before, word in zip((None, *line), line, strict=False):
            blank = blank_between(before.text, word.text) if before else ""
            at += len(blank)
            places += _on_page(word, at, drawn)
            parts += [blank, word.text]
            at += len(word.text)
        parts.append("\n")
        at += 1
    return RecognisedPage("".join(parts), tuple(places), EXTRACTOR, languages, run_downwards(lines))


def _on_page(word: Printed, at: int, drawn: _Drawn) -> Iterator[Word]:
    """Yield a word's place, or those of its characters where these do not follow each other from left to right."""
    if drawn.is_level and not (word.down or word.runs_left):
        yield Word(at, at + len(word.text), _box(word, drawn))
        return
    for step, part in enumerate(_letters(word)):
        yield Word(at + step, at + step + 1, _box(part, drawn))


def _letters(word: Printed) -> Iterator[Printed]:
    count = len(word.text)
    for step, char in enumerate(word.text):
        first, last = step / count, (step + 1) / count
        if word.down:
            top, bottom = word.top + first * word.height, word.top + last * word.height
            yield Printed(char, word.left, top, word.right, bottom)
        elif word.runs_left:
            yield Printed(char, word.right - last * word.width, word.top, word.right - first * word.width, word.bottom)
        else:
            yield Printed(char, word.left + first * word.width, word.top, word.left + last * word.width, word.bottom)


def _box(word: Printed, drawn: _Drawn) -> Box:
    seen = pymupdf.Rect(word.left, word.top, word.right, word.bottom) * drawn.to_page
    seen.normalize()
    return round(seen.x0 * 1000), round(seen.y0 * 1000), round(seen.x1 * 1000), round(seen.y1 * 1000)
