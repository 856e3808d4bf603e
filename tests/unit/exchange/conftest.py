import json
import shutil
import subprocess

import pytest

from commonplace.citations.locators import Locator
from commonplace.exchange.bundle import NoteItem, NotesBundle, QuoteItem, Section


@pytest.fixture(scope="session")
def pandoc():
    """Read a text with pandoc; returns its document as pandoc's JSON holds it."""
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("pandoc is not installed")

    def read(text, reader="markdown", *options):
        done = subprocess.run(
            [program, "-f", reader, "-t", "json", *options], input=text.encode(), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return read


@pytest.fixture(scope="session")
def bundle():
    """The notes that the reference files show: two languages, three levels, several ranges, notes, a figure."""
    return NotesBundle(
        "Japan's security policy, 2013–2022",
        (
            Section(
                "FOIP",
                1,
                "The free and open Indo-Pacific, a vision [since 2016].",
                (
                    QuoteItem(
                        "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                        "“We will keep the sea free & open,” he said […] at a cost of $5 billion [sic].",
                        "Abe2016",
                        Locator("page", "62"),
                        (
                            NoteItem("Compare *this* with [@高橋2022], p. 4.\n\n- first\n- second"),
                            NoteItem("A colleague's note: 100 % sure?", "Hana"),
                        ),
                        "Address at TICAD VI",
                        ("FOIP",),
                    ),
                ),
            ),
            Section("Defence", 1),
            Section("Counterstrike (反撃能力)", 2, "敵基地攻撃能力とも。\n\n名称は2022年から。"),
            Section(
                "A2/AD & C#",
                3,
                "",
                (
                    QuoteItem(
                        "11111111111111111111111111111111",
                        "必要最小限度の自衛の措置として、𠮷野は述べた。\n"
                        "1. 第二の段落 e\u0301 \ufa19 o\ufb03ce co\u00adop no\u00a0break 👩\u200d👧",
                        "高橋2022",
                        Locator("page", "12", "13"),
                    ),
                    QuoteItem("2222222222222222", "", "高橋2022", Locator("page", "iv"), area="Figure on page iv"),
                ),
            ),
            Section("Untagged", 1, "", (QuoteItem("33333333", r"C:\new_files {x} 100%", "Abe2016", None),)),
        ),
        "notes.bib",
    )
