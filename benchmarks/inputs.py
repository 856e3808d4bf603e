"""What is measured on: PDFs, a long text with passages to mark, and a .bib."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

FILES, PAGES = 24, 60
ENTRIES = 10_000

WORDS = """
    the of and in to option package security strategy maritime alliance budget default deterrence capability public
    document region order open free rule coast cabinet decision reader section figure table note term
""".split()  # noqa: SIM905  # they are read more easily so
JAPANESE = (
    "安全保障環境は厳しさを増している。",
    "設定を変更する手順は次のとおりである。",
    "反撃能力の保有を閣議決定した。",
)


def pdfs(folder: Path | None, scratch: Path) -> list[Path]:
    """Return the PDFs of a folder, compressed ones unpacked; without a folder, of a set that is made."""
    if folder is None:
        return list(_made_pdfs(scratch / "made"))
    found = [path for path in folder.rglob("*.pdf") if path.is_file() and not path.is_symlink()]
    for number, packed in enumerate(folder.rglob("*.pdf.gz")):
        opened = scratch / "opened" / f"{number}-{packed.stem}"
        opened.parent.mkdir(exist_ok=True)
        opened.write_bytes(gzip.decompress(packed.read_bytes()))
        found.append(opened)
    return sorted(found)


def _made_pdfs(folder: Path) -> Iterator[Path]:
    import pymupdf

    folder.mkdir()
    for number in range(FILES):
        chance = random.Random(number)
        with pymupdf.open() as document:
            for _ in range(PAGES):
                page = document.new_page()
                for line in range(40):
                    page.insert_text((60, 80 + 16 * line), " ".join(chance.choices(WORDS, k=12)) + ".", fontsize=10)
                page.insert_text((60, 60), chance.choice(JAPANESE), fontname="japan", fontsize=10)
            document.save(folder / f"made-{number:02}.pdf", deflate=True)
        yield folder / f"made-{number:02}.pdf"


def prose(characters: int) -> str:
    """Return a text of paragraphs, at least so long."""
    chance = random.Random(1)
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        paragraphs.append(" ".join(chance.choices(WORDS, k=120)).capitalize() + ".")
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def bibliography() -> str:
    """Return a .bib of 10,000 entries as people have them: articles, books, web pages, braces, macros, kanji."""
    chance = random.Random(2)
    return '@string{jst = "Journal of Strategy"}\n\n' + "\n".join(_entry(n, chance) for n in range(ENTRIES))


def _entry(number: int, chance: random.Random) -> str:
    title = " ".join(chance.choices(WORDS, k=8)).title()
    author = " and ".join(
        f"Family{chance.randrange(3000)}, Given {chance.choice('ABCDEF')}." for _ in range(number % 3 + 1)
    )
    year = 1980 + number % 45
    if number % 5 == 0:
        return (
            f"@book{{book{number},\n  author = {{{author}}},\n  title = {{The {{NATO}} {title}}},\n  year = {year},\n"
            f"  publisher = {{Press of {title.split()[0]}}},\n  address = {{Tōkyō}},\n}}\n"
        )
    if number % 5 == 1:
        return (
            f"@online{{web{number},\n  author = {{高橋 太郎}},\n  title = {{日本の安全保障政策の{number}}},\n"
            f"  date = {{{year}-03-01}},\n  url = {{https://example.org/{number}}},\n  urldate = {{2025-01-01}}\n}}\n"
        )
    return (
        f"@article{{key{number},\n  author = {{{author}}},\n  title = {{{title}}},\n  journal = jst,\n"
        f"  year = {{{year}}},\n  volume = {{{number % 40}}},\n  pages = {{{number}--{number + 12}}},\n"
        f"  doi = {{10.1000/jst.{number}}},\n  abstract = {{{' '.join(chance.choices(WORDS, k=40))}.}},\n}}\n"
    )
