import shutil
import subprocess
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "bib"


def program(name):
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


@pytest.fixture
def corpus():
    """The real .bib files beside the checkout."""
    files = sorted(CORPUS.glob("*.bib"))
    if not files:
        pytest.skip("the corpus is not here")
    return files


@pytest.fixture
def biber(tmp_path):
    """Read a .bib with biber as a tool; returns what it warns of."""
    path = program("biber")

    def read(text):
        file = tmp_path / "read.bib"
        file.write_text(text, encoding="utf-8", newline="")
        done = subprocess.run(
            [path, "--tool", "--nolog", "--output-file", str(tmp_path / "out.bib"), str(file)],
            capture_output=True,
            check=False,
        )
        said = (done.stdout + done.stderr).decode()
        return [line for line in said.splitlines() if "WARN" in line or "ERROR" in line]

    return read


@pytest.fixture
def pandoc(tmp_path):
    """Turn Markdown into plain text with its citations; ``bib`` is the bibliography."""
    path = program("pandoc")

    def read(markdown, bib):
        (tmp_path / "refs.bib").write_text(bib, encoding="utf-8")
        done = subprocess.run(
            [path, "--citeproc", "--bibliography", str(tmp_path / "refs.bib"), "-t", "plain", "--wrap=none"],
            input=markdown.encode(),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode(), done.stderr.decode()

    return read
