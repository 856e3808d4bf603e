"""Libraries to test with: on a real file, several in memory, and people who write in them."""

import sys
from pathlib import Path

import pytest

from db.engine import Engine
from db.ledger import Writer
from db.opening import create

# The helpers beside the tests are modules of their own; importlib mode puts no test folder on the path.
sys.path.insert(0, str(Path(__file__).parent))

from ledgers import Clock, People, memory_library


@pytest.fixture
def clock(monkeypatch):
    """The computer's clock, which a test may set."""
    clock = Clock()
    monkeypatch.setattr("db.ledger.time", clock)
    return clock


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notes.commonplace"


@pytest.fixture
def library(path):
    """An empty library on the disk."""
    engine = create(path)
    yield engine
    engine.close()


@pytest.fixture
def engine():
    """An empty library in memory."""
    engine = memory_library()
    yield engine
    engine.close()


@pytest.fixture
def ann():
    return Writer("ann", "Ann", b"ann-desk")


@pytest.fixture
def bob():
    return Writer("bob", "Bob", b"bob-desk")


@pytest.fixture
def people(clock):
    """Several people, each with a library of their own in memory; see :class:`People`."""
    people = People(clock)
    yield people
    people.close()


@pytest.fixture
def second_engine(path, library):
    """The same file opened once more."""
    engine = Engine(path)
    yield engine
    engine.close()
