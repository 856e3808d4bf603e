"""The first thing anybody does: the demo, whose notes other programs take without a word about keys."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder of a demo that was made in a process of its own, and what that printed."""
    folder = tmp_path_factory.mktemp("demo") / "sample"
    words = [sys.executable, ROOT / "main.py", "demo", "--into", folder, "--no-window"]
    first, again = (subprocess.run(words, capture_output=True, encoding="utf-8", check=True) for _ in range(2))
    assert again.stdout == first.stdout
    return folder, first.stdout


def keys_in(text: str) -> set[str]:
    return set(re.findall(r"^@(?!string|comment|preamble)\w+\{([^,]+),", text, re.MULTILINE | re.IGNORECASE))


def test_the_demo_prints_its_notes_and_where_they_lie(made, program):
    folder, out = made
    notes = (folder / "notes.md").read_text("utf-8")

    assert notes in out
    for name in ("notes.md", "notes.tex", "notes.bib", "sample.commonplace"):
        assert str(folder / name) in out
    assert program("--library", folder / "sample.commonplace", "check").status == 0


def test_the_notes_cite_exactly_what_their_bib_holds(made):
    folder, _ = made
    markdown, latex = ((folder / f"notes.{kind}").read_text("utf-8") for kind in ("md", "tex"))
    bib = (folder / "notes.bib").read_text("utf-8")
    cited = set(re.findall(r"\[@([^\],]+)", markdown))

    assert len(re.findall(r"<!-- highlight", markdown)) >= 12
    assert cited == set(re.findall(r"\\autocite(?:\[[^\]]*\])*\{([^}]+)\}", latex))
    parents = set(re.findall(r"(?:crossref|xdata)\s*=\s*\{([^}]+)\}", bib))
    assert keys_in(bib) == cited | parents


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_pandoc_takes_the_notes_without_a_warning(made):
    folder, _ = made
    done = subprocess.run(
        ["pandoc", "--citeproc", "-t", "plain", "notes.md"], cwd=folder, capture_output=True, text=True, check=True
    )

    assert done.stderr == ""
    assert "???" not in done.stdout
    assert "Pellworth" in done.stdout


@pytest.mark.skipif(not shutil.which("biber"), reason="biber is not here")
def test_biber_takes_the_bib_without_a_warning(made):
    folder, _ = made
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "notes.bib"], cwd=folder, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout
    assert not re.search(r"^(WARN|ERROR)", done.stdout, re.MULTILINE), done.stdout


def test_another_persons_file_in_the_way_is_left_alone(program, tmp_path):
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "notes.md").write_text("mine")

    answer = program("demo", "--into", tmp_path / "sample", "--no-window")

    assert answer.status == 1
    assert (tmp_path / "sample" / "notes.md").read_text() == "mine"
