"""Help is quick, complete and of use."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from commonplace.cli import registry
from commonplace.cli.parsing import VERSION

CHECKOUT = Path(__file__).resolve().parents[3]
LIGHT = f"""
import sys
sys.path.insert(0, {str(CHECKOUT)!r})
from commonplace.cli import main
status = main(sys.argv[1:])
sys.stderr.write(" ".join(sorted(sys.modules)))
sys.exit(status)
"""
NEVER = {
    "PySide6", "peewee", "apsw", "sqlite3", "pymupdf", "tqdm", "platformdirs", "jinja2", "lxml", "trafilatura",
    "bibtexparser",
    "rapidfuzz", "json", "dataclasses", "multiprocessing", "commonplace.library", "db",
}  # fmt: skip
NESTED = ["bib import", "reference set", "concept add", "concept move"]


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["search", "--help"], ["highlight", "--help"]])
def test_help_imports_nothing_heavy(words):
    done = subprocess.run([sys.executable, "-c", LIGHT, *words], capture_output=True, text=True, check=True)
    assert not NEVER & set(done.stderr.split())
    assert done.stdout


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_help_is_utf_8_in_any_locale(locale):
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, CHECKOUT / "main.py", "--help"], capture_output=True, env=environment, check=True
    )
    assert "反撃能力" in done.stdout.decode("utf-8")


def test_the_help_names_every_command(run):
    shown = run("--help").out.decode()
    assert all(f"\n  {name} " in shown for name in registry.names())


@pytest.mark.parametrize("name", [*registry.names(), *NESTED])
def test_every_command_has_help_with_an_example(run, name):
    answer = run(*name.split(), "--help")
    assert answer.status == 0
    assert f"usage: main.py {name}" in answer.out.decode()
    assert (
        f"\n  main.py --library thesis.commonplace {name}" in answer.out.decode()
        or f"\n  main.py {name}" in answer.out.decode()
    )


def test_help_in_json_mode_is_still_help(run):
    assert run("--json", "--help").out.startswith(b"usage:")


def test_the_version_is_the_project_s(run):
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    assert run("--version").out == f"Commonplace {VERSION}\n".encode()
