"""Make the sample library's PDF: a short report with roman front matter, a footnote and hyphenated line ends.

Run ``python benchmarks/make_sample_pdf.py [OUT]``.  The same PyMuPDF makes the same bytes.  In the texts ``|`` marks
where a word may be broken, ``¹`` calls the footnote.

Versos are drawn with the running head before the text, rectos after it, as page makers do either: so a sentence
that runs over pages 2 and 3 is one stretch of the text, one over pages 3 and 4 has two heads in its middle.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pymupdf

OUT = Path(__file__).resolve().parents[1] / "resources" / "sample" / "solvane-means-and-ends.pdf"
TITLE = "Means and Ends: Japan’s Defence Resources and Their Uses, 2013–2025"
AUTHORS = ("Ingrid Solvane", "Reo Kamiyama")
INSTITUTE = "Kestrel Institute for Regional Studies"
HEAD = "Means and Ends"

ROMAN, BOLD, ITALIC = (pymupdf.Font(name) for name in ("tiro", "tibo", "tiit"))
WIDTH, HEIGHT = 420, 595  # A5, in points
LEFT, RIGHT, TOP, BOTTOM = 66, 354, 92, 522
SIZE, LEADING, INDENT = 12, 19, 16
NOTE_SIZE, NOTE_LEADING = 9, 11.5
BREAK = "|"

PREFACE = (
    "This paper follows the money. Much has been written about what Japan decided on 16 December 2022; less about "
    "what the decisions cost, who pays, and what is bought. We read the published plans and budgets from 2013 to the "
    "spring of 2025 and ask of each sum the same question: which end is it a means to?",
    "The paper was written for the Commonplace sample library. Its authors and their institute are invented. The "
    "public decisions, dates and sums it mentions are real, and the judgements are nobody’s but ours.",
    "Tokyo, June 2025",
)

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1 The habit of one per cent",
        (
            "A cabinet decision of 1976 held defence spending, for the time being, to one per cent of the gross "
            "national prod|uct. The rule was dropped a decade later; the habit was not. For a generation the "
            "share hardly moved, and plan|ners learned to fit their strat|egy to the sum instead of the sum "
            "to their strat|egy.",
            "The National Security Strat|egy of 17 December 2013 began to turn the order round. It named interests "
            "and aims first and left the means to the Na|tion|al De|fense Pro|gram Guide|lines "
            "adopted on the same day. Budgets rose from that year on, every year, but slowly: the habit bent before "
            "it broke.",
            "What broke it was not a doctrine but a calen|dar. When the three documents of December 2022 promised "
            "that spending on de|fence and on the work that com|ple|ments it would reach two per cent of "
            "gross domes|tic product in fiscal 2027, they put a date beside a number for the first time, and a "
            "date is harder to bend than a prin|ci|ple.",
        ),
    ),
    (
        "2 What the money buys",
        (
            "The Defense Buildup Program sets the cost of the five years from 2023 at about 43 tril|lion yen, more "
            "than half as much again as the plan before it. The largest shares go to things that are not seen on "
            "parade: ammu|ni|tion, spare parts, shelters, repair. Forces that could not have fought for long "
            "are first of all being made able to last.",
            "The share most often discussed is smaller. Coun|ter|strike cap|a|bil|ity rests on "
            "stand-off mis|siles of two kinds, a longer-range version of a domes|tic missile and up to 400 "
            "Toma|hawks ordered from the United States in January 2024. The mis|siles are the visible end of a "
            "long chain of sens|ors, links and staff work, and a chain of that kind is bought with patience rather "
            "than with money.",
            "Cyber defence is cheaper and slower. The strategy of 2022 asked for active cyber defence; the law that "
            "allows it was passed in May 2025. What the budget must now supply is people, and people with these "
            "skills have other offers.",
            "Two doubts remain. A weak yen buys less abroad, and part of the new sums has gone to pay higher prices "
            "and not for more equip|ment. And the taxes meant to carry a part of the burden were agreed in "
            "principle at the end of 2022 but put off more than once: in|creases in the taxes on companies and "
            "tobacco were fixed for 2026, while the decision on in|come tax was left open.",
        ),
    ),
    (
        "3 Making together",
        (
            "On 9 December 2022, a week before the three documents, Japan, the United Kingdom and Italy announced the "
            "Global Combat Air Pro|gramme, GCAP, to develop a fighter by 2035. It is the first time that Japan "
            "has chosen partners other than the United States for a project of this weight. A treaty signed in "
            "December 2023 gave the programme an organi|sa|tion of its own.",
            "The programme is also an argument about exports. A fighter built for three air forces alone would cost "
            "more than any of the three could easily bear, so that a country which joins such a project has already "
            "answered, in part, the question whether it will let the pro|duct be sold.",
        ),
    ),
    (
        "4 Selling and giving",
        (
            "From 1976 Japan in practice exported no arms at all, save for excep|tions granted one by one. The "
            "Three Principles on Transfer of Defense Equip|ment and Tech|nol|ogy of 1 April 2014 turned a "
            "ban with excep|tions into a permis|sion with condi|tions.¹ The differ|ence sounds legal "
            "and is prac|ti|cal: a ministry that may say yes must learn to judge, and must keep the reasons "
            "for its judge|ments.",
            "Sales were few. The first finished product, a set of air sur|veil|lance radars for the "
            "Philip|pines, was con|tracted in 2020 and first deliv|ered in 2023. Then the rules moved twice "
            "in four months. In December 2023 equip|ment made under licence could go back to the country of the "
            "licence; in March 2024 the cabinet allowed the future fighter to be sold to third countries, under "
            "con|di|tions, and case by case.",
            "Giving is newer than selling. Official Security Assist|ance, created in April 2023, pays for radars, "
            "boats and the like for the armed forces of partner countries; the Philippines, Malaysia, Bangladesh and "
            "Fiji came first. Its sums are small beside development aid, from which it is kept apart, but it lets the "
            "Free and Open Indo-Pacific reach a kind of partner that aid was never allowed to reach.",
        ),
    ),
    (
        "5 Ends",
        (
            "The means have grown faster than the account given of them. Two per cent is not a strat|egy, and 43 "
            "trillion yen is not a capa|bil|ity; both are promises about the order in which things will be done. "
            "The next program should say, for each large sum, which end it serves, how anyone would know, and what "
            "will be given up if the sum falls short.",
        ),
    ),
)

FOOTNOTE = (
    "¹ The principles forbid transfers that would break a treaty or a resolution of the Security Council, limit the "
    "others to cases that serve peace or Japan’s own security, and ask for control of later use."
)


@dataclass(frozen=True)
class Line:
    """A line of type; ``indent`` in points, ``gap`` the space above it."""

    text: str
    font: pymupdf.Font = ROMAN
    indent: float = 0
    gap: float = 0
    heading: bool = False


def clean(text: str) -> str:
    return text.replace(BREAK, "")


def longest_start(word: str, room: float, size: float) -> tuple[str, str]:
    """Return the part of a word that fits with a hyphen, and the rest; the part is empty where none fits."""
    pieces = word.split(BREAK)
    for count in range(len(pieces) - 1, 0, -1):
        start = "".join(pieces[:count]) + "-"
        if ROMAN.text_length(start, size) <= room:
            return start, BREAK.join(pieces[count:])
    return "", word


def broken(text: str, width: float, size: float, first_indent: float = 0) -> Iterator[str]:
    """Break a paragraph into lines, each as full as it goes."""
    line, room = "", width - first_indent
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if ROMAN.text_length(clean(joined), size) <= room:
            line = joined
            continue
        start, rest = longest_start(word, room - ROMAN.text_length(clean(line) + " ", size), size)
        yield clean(f"{line} {start}" if start else line)
        line, room = rest, width
    yield clean(line)


def body() -> Iterator[Line]:
    """Yield the lines of the numbered pages."""
    for heading, paragraphs in SECTIONS:
        yield Line(heading, BOLD, gap=LEADING * 0.9, heading=True)
        for number, paragraph in enumerate(paragraphs):
            indent = INDENT if number else 0
            for at, text in enumerate(broken(paragraph, RIGHT - LEFT, SIZE, indent)):
                yield Line(text, indent=0 if at else indent, gap=0 if at or number else LEADING * 0.3)


def note_lines() -> list[str]:
    return list(broken(FOOTNOTE, RIGHT - LEFT, NOTE_SIZE))


def note_top() -> float:
    """Return the baseline of the footnote's first line."""
    return BOTTOM - (len(note_lines()) - 1) * NOTE_LEADING


def has_note(lines: list[tuple[float, Line]]) -> bool:
    return any("¹" in line.text for _, line in lines)


def paginated() -> Iterator[list[tuple[float, Line]]]:
    """Yield each page's lines with their baselines; the footnote's room is kept where its mark stands."""
    page: list[tuple[float, Line]] = []
    y, bottom = float(TOP), float(BOTTOM)
    for line in body():
        if "¹" in line.text:
            bottom -= len(note_lines()) * NOTE_LEADING + LEADING
        step = LEADING + (line.gap if page else 0)
        # A heading takes the first two lines of its text along.
        if y + step + (2.3 * LEADING if line.heading else 0) > bottom:
            yield page
            page, y, bottom, step = [], float(TOP), float(BOTTOM), float(LEADING)
        y += step
        page.append((y, line))
    yield page


@contextmanager
def new_page(document: pymupdf.Document) -> Iterator[pymupdf.TextWriter]:
    """Hand out a page's writer; what is written stands in the file in that order."""
    page = document.new_page(width=WIDTH, height=HEIGHT)
    writer = pymupdf.TextWriter(page.rect)
    yield writer
    writer.write_text(page)


def write(
    page: pymupdf.TextWriter, at: tuple[float, float], text: str, font: pymupdf.Font = ROMAN, size: float = SIZE
) -> None:
    page.append(at, text, font=font, fontsize=size)


def centred(page: pymupdf.TextWriter, y: float, text: str, font: pymupdf.Font = ROMAN, size: float = SIZE) -> None:
    write(page, ((WIDTH - font.text_length(text, size)) / 2, y), text, font, size)


def draw_head(page: pymupdf.TextWriter, label: str, verso: bool) -> None:
    width = ROMAN.text_length(label, 10)
    write(page, (LEFT if verso else RIGHT - width, 62), label, ROMAN, 10)
    head = HEAD if verso else INSTITUTE
    start = RIGHT - ITALIC.text_length(head, 10) if verso else LEFT
    write(page, (start, 62), head, ITALIC, 10)


def draw_text(page: pymupdf.TextWriter, lines: list[tuple[float, Line]]) -> None:
    for y, line in lines:
        write(page, (LEFT + line.indent, y), line.text, line.font)
    if has_note(lines):
        for number, text in enumerate(note_lines()):
            write(page, (LEFT, note_top() + number * NOTE_LEADING), text, size=NOTE_SIZE)


def draw_rule(page: pymupdf.Page) -> None:
    y = note_top() - 14
    page.draw_line((LEFT, y), (LEFT + 80, y), width=0.5)


def add_title(document: pymupdf.Document) -> None:
    with new_page(document) as page:
        centred(page, 170, "Means and Ends", BOLD, 26)
        centred(page, 205, "Japan’s Defence Resources and Their Uses", size=14)
        centred(page, 225, "2013–2025", size=14)
        centred(page, 290, " and ".join(AUTHORS), ITALIC, 13)
        centred(page, 480, "Kestrel Paper 7", size=11)
        centred(page, 497, INSTITUTE, size=11)
        centred(page, 514, "June 2025", size=11)


def add_contents(document: pymupdf.Document, starts: list[tuple[str, int]]) -> None:
    with new_page(document) as page:
        write(page, (LEFT, 110), "Contents", BOLD, 16)
        for number, (title, label) in enumerate([("Preface", "iii"), *((t, str(n)) for t, n in starts)]):
            y = 145 + 22 * number
            write(page, (LEFT, y), title)
            write(page, (RIGHT - ROMAN.text_length(label, SIZE), y), label)
        centred(page, 560, "ii", size=10)


def add_preface(document: pymupdf.Document) -> None:
    with new_page(document) as page:
        write(page, (LEFT, 110), "Preface", BOLD, 16)
        y = 125.0
        for paragraph in PREFACE:
            for text in broken(paragraph, RIGHT - LEFT, SIZE):
                y += LEADING
                write(page, (LEFT, y), text)
            y += LEADING / 2
        centred(page, 560, "iii", size=10)


def make() -> bytes:
    """Return the finished PDF."""
    pages = list(paginated())
    starts = [(line.text, at) for at, lines in enumerate(pages, 1) for _, line in lines if line.heading]
    document = pymupdf.open()
    add_title(document)
    add_contents(document, starts)
    add_preface(document)
    for number, lines in enumerate(pages, 1):
        verso = number % 2 == 0
        with new_page(document) as page:
            if verso:
                draw_head(page, str(number), verso)
            draw_text(page, lines)
            if not verso:
                draw_head(page, str(number), verso)
        if has_note(lines):
            draw_rule(document[-1])
    document.set_page_labels(
        [
            {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1},
            {"startpage": 3, "prefix": "", "style": "D", "firstpagenum": 1},
        ]
    )
    document.set_toc([[1, "Contents", 2], [1, "Preface", 3], *([1, title, page + 3] for title, page in starts)])
    document.set_language("en-GB")
    document.set_metadata(
        {
            "title": TITLE,
            "author": "; ".join(AUTHORS),
            "subject": "Written for the Commonplace sample library",
            "keywords": "Japan, defence budget, defence exports, counterstrike",
            "creationDate": "D:20250616090000+09'00'",
            "modDate": "D:20250616090000+09'00'",
        }
    )
    document.subset_fonts()
    return bytes(document.tobytes(garbage=4, deflate=True, use_objstms=1, no_new_id=True))


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    data = make()
    out.write_bytes(data)
    print(f"{out.name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
