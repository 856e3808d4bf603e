"""What the documents say holds: every command shown in a ``console`` block runs and prints what is shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import db.tables as tables_of_db

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
TEST_COMMAND = "python3 -m pip install uv && python3 -m uv run pytest -n auto --dist worksteal"
DEMO_COMMAND = "python3 -m pip install uv && python3 -m uv run main.py demo"

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_END = "=== end of a command ==="


def steps_of(page):
    """Return the commands of a page's console blocks, each with the lines it is said to print."""
    steps = []
    for block in _BLOCK.findall(page.read_text("utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append((line[2:], []))
            else:
                steps[-1][1].append(line)
    return steps


def run_all(commands, folder):
    """Run commands in one shell; return what each printed and its exit status."""
    # From a checkout the demo runs as the installed command does; nothing is to be set up in a test.
    commands = [command.replace("python3 -m uv run main.py", "commonplace") for command in commands]
    script = "\n".join(f"{{ {command}\n}} 2>&1; echo; echo '{_END}' $?" for command in commands)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, check=True
    )
    answers = re.split(rf"\n{_END} (\d+)\n", done.stdout.decode())
    return list(zip(answers[::2], map(int, answers[1::2]), strict=False))


def shows(expected, printed):
    """Say whether a text is what a page shows of it; ``…`` stands for anything, on a line of its own for lines."""
    parts = []
    for line in expected:
        if line == "…":
            parts.append(r"(?:.*\n)*")
        else:
            parts.append(r"[^\n]*".join(re.escape(part) for part in line.split("…")) + r"[^\n\S]*\n")
    text = printed if printed.endswith("\n") or not printed else f"{printed}\n"
    return re.fullmatch("".join(parts), text) is not None


@pytest.mark.parametrize("page", [page for page in PAGES if steps_of(page)], ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(page, tmp_path):
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    shutil.copytree(ROOT / "resources" / "sample", tmp_path / "resources" / "sample")
    steps = steps_of(page)

    answers = run_all([command for command, _ in steps], tmp_path)

    assert len(answers) == len(steps)
    for (command, expected), (printed, status) in zip(steps, answers, strict=True):
        assert status == 0, f"{command}\n{printed}"
        assert shows(expected, printed), f"{command}\n{printed}"


@pytest.mark.parametrize(
    ("expected", "printed", "so"),
    [
        (["a", "b"], "a\nb\n", True),
        (["a"], "a\nb\n", False),
        (["a", "…"], "a\nb\nc\n", True),
        (["…"], "", True),
        (["a…c"], "abc\n", True),
        (["a…c"], "a\nc\n", False),
        ([], "", True),
        ([], "a\n", False),
    ],
)
def test_an_ellipsis_stands_for_anything(expected, printed, so):
    assert shows(expected, printed) is so


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    assert [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()] == []


def test_the_readme_sets_everything_up_with_two_commands_and_ci_runs_the_second():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"\n{DEMO_COMMAND}\n{TEST_COMMAND}\n" in readme
    assert TEST_COMMAND in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_page_on_architecture_names_every_room():
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = {
        folder.name
        for house in ("core", "db", "commonplace", "desktop")
        for folder in (ROOT / house, *(ROOT / house).rglob("*/"))
        if any(folder.glob("*.py"))
    }
    assert [room for room in sorted(rooms) if f"{room}/" not in page] == []


def test_the_page_on_architecture_names_every_table():
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    tables = [row._meta.table_name for name, row in vars(tables_of_db).items() if name.endswith("Row")]
    assert [table for table in tables if f"`{table}`" not in page] == []


def test_decisions_are_numbered_without_a_gap():
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    assert all(path.read_text("utf-8").startswith(f"# {int(path.name[:4])}. ") for path in records)
