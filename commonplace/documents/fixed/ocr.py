"""Text recognition: a page is drawn, read by the Tesseract engine inside MuPDF, and its words put in their places.

The engine is asked to part the page itself, so that columns are read one after the other.  Vertical writing has trained
data of its own, which tries every line twice and takes three to five times as long; so a page is first read without,
and again with them where that made no sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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

_PARTED = "tessedit_pageseg_mode=3"
_DOWNWARDS = "_vert"

# What a misread page has little of: hiragana, and longer words in small Latin letters; and what it has much of: changes
# between Japanese and Latin signs.
_SENSE = re.compile("[\u3041-\u3096]|(?<![^\\W_])[^\\W\\d_]?[a-zß-öø-ÿ]{3,}(?![^\\W_])")
_CHANGE = re.compile("(?<=[\u3041-\u9fff])[!-~]|(?<=[!-~])[\u3041-\u9fff]")
_LEAST_SENSE = 0.2


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
    if not level or level == tuple(languages):
        return _placed(_read(drawn, folder, languages), page, tuple(languages))
    words = [] if downwards else _read(drawn, folder, level)
    if _sense(words) >= _LEAST_SENSE:
        return _placed(words, page, level)
    every = _downwards_first(languages)
    anew = _read(drawn, folder, every)
    return _placed(anew, page, every) if downwards or _sense(anew) > _sense(words) else _placed(words, page, level)


def _downwards_first(languages: Sequence[str]) -> tuple[str, ...]:
    # The engine believes the first language that it can make something of, and Latin letters it finds everywhere.
    first = [name for name in languages if name.endswith(_DOWNWARDS)]
    second = [name.removesuffix(_DOWNWARDS) for name in first if name.removesuffix(_DOWNWARDS) in languages]
    return tuple(dict.fromkeys([*first, *second, *languages]))


def _drawn(page: Any) -> Any:
    """Return a page as people see it, turned upright, without what readers added to it."""
    points = max(page.rect.width, page.rect.height, 1)
    dpi = max(_LEAST_DPI, min(_DPI, int(_MOST_PIXELS / points * 72)))
    # The engine takes nothing but colour: it finds no letter in a picture of grey.
    return page.get_pixmap(dpi=dpi, colorspace=pymupdf.csRGB, alpha=False, annots=False)


def _read(drawn: Any, folder: Path, languages: Sequence[str]) -> list[Printed]:
    mupdf = pymupdf.mupdf
    settings = mupdf.fz_new_options(_PARTED)
    asked = mupdf.FzPdfocrOptions()
    asked.language_set2("+".join(languages))
    asked.datadir_set2(str(folder))
    asked.options = settings.m_internal
    written = mupdf.fz_new_buffer(drawn.width * drawn.height * 3)
    out = mupdf.FzOutput(written)
    mupdf.fz_write_pixmap_as_pdfocr(out, drawn.this, asked)
    out.fz_close_output()
    with pymupdf.open(stream=mupdf.fz_buffer_extract_copy(written), filetype="pdf") as document:
        return printed_words(document[0].read_contents(), (drawn.height - 1) * 72 / drawn.yres)


def _sense(words: Sequence[Printed]) -> float:
    """Return how much of a text reads as one, as a share of its characters; 0 of an empty one."""
    text = " ".join(word.text for word in words)
    letters = sum(not char.isspace() for char in text)
    sensible = sum(len(found) for found in _SENSE.findall(text))
    changes = len(_CHANGE.findall(text.replace(" ", "")))
    return (sensible - changes) / letters if letters else 0.0


def _placed(words: Sequence[Printed], page: Any, languages: tuple[str, ...]) -> RecognisedPage:
    """Return the words as lines of text, with their places on the unrotated page."""
    parts: list[str] = []
    places: list[Word] = []
    at = 0
    lines = lines_of(words)
    for line in lines:
        for before, word in zip((None, *line), line, strict=False):
            blank = blank_between(before.text, word.text) if before else ""
            at += len(blank)
            places += _on_page(word, at, page)
            parts += [blank, word.text]
            at += len(word.text)
        parts.append("\n")
        at += 1
    return RecognisedPage("".join(parts), tuple(places), EXTRACTOR, languages, run_downwards(lines))


def _on_page(word: Printed, at: int, page: Any) -> Iterator[Word]:
    """Yield a word's place, or those of its characters where these do not follow each other from left to right."""
    if not (word.down or word.runs_left or page.rotation):
        yield Word(at, at + len(word.text), _box(word, page))
        return
    for step, part in enumerate(_letters(word)):
        yield Word(at + step, at + step + 1, _box(part, page))


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


def _box(word: Printed, page: Any) -> Box:
    seen = pymupdf.Rect(word.left, word.top, word.right, word.bottom) * page.derotation_matrix
    seen.normalize()
    return round(seen.x0 * 1000), round(seen.y0 * 1000), round(seen.x1 * 1000), round(seen.y1 * 1000)
