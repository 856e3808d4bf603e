"""The program as people use it: its command line, in this process or in one of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from commonplace.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command gave back: its exit status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.status in (0, 1), self.err
        return json.loads(self.out)


@pytest.fixture
def cli(capsysbinary):
    """Run a command in this process."""

    def run(*words: object) -> Answer:
        status = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return Answer(status, out.decode(), err.decode())

    return run


@pytest.fixture
def program(tmp_path):
    """Run a command in a process of its own, as people start it."""

    def run(*words: object, **settings: Any) -> Answer:
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", *map(str, words)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            **settings,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def root() -> Path:
    """Where main.py lies."""
    return ROOT


@pytest.fixture
def corpus() -> Path:
    return ROOT.parent / "shared" / "corpus"


class Computer:
    """A person with a computer: folders, a profile and a library of their own; called with the words of a command."""

    def __init__(self, folder: Path, name: str, run: Any, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.name = name
        self.library = folder / "notes.commonplace"
        self._run = run
        self._patch = patch
        folder.mkdir()
        self("new")

    def __call__(self, *words: object, status: int = 0, person: str = "") -> Answer:
        """Run a command here; fail where it ends otherwise than expected."""
        answer = self.tried(*words, person=person)
        assert answer.status == status, answer.err
        return answer

    def tried(self, *words: object, person: str = "") -> Answer:
        """Run a command here, whatever comes of it; what can be is printed as JSON."""
        for kind in ("data", "config", "cache", "state"):
            self._patch.setenv(f"XDG_{kind.upper()}_HOME", str(self.folder / kind))
        return self._run("--library", self.library, "--person", person or self.name, *words, "--json")

    def mark(self, source: str, quote: str, concept: str, note: str = "") -> str:
        """Highlight a passage with a concept; return the highlight's id."""
        words = ["highlight", source, "--quote", quote, "--concept", concept, "--create"]
        return self(*words, *(["--note", note] if note else [])).json["id"]

    def share(self, name: str, *words: object) -> Path:
        out = self.folder / f"{name}.commonplace-share"
        self("share", "-o", out, *words)
        return out

    def merge(self, file: Path) -> Any:
        """Merge a file; return what is told of it, whether conflicts are left or not."""
        answer = self.tried("merge", file)
        assert answer.status in (0, 4), answer.err
        return json.loads(answer.out)


@pytest.fixture
def computers(tmp_path, cli, monkeypatch):
    """Return what gives a person, by name, a computer of their own."""

    def made(name: str) -> Computer:
        return Computer(tmp_path / name, name, cli, monkeypatch)

    return made
