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
