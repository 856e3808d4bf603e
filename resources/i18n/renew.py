"""Brings the translations up to the strings of the window, and compiles them.

    python resources/i18n/renew.py

New strings stand in the ``.ts`` files as unfinished; translate them there, then run this again.
"""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
DESKTOP = HERE.parents[1] / "desktop"
LANGUAGES = ("en", "ja", "de")
_SLOTS = tuple(f"With concept &{number}" for number in range(1, 8))


def main() -> int:
    """Renew and compile; return the exit status."""
    files = [HERE / f"commonplace_{language}.ts" for language in LANGUAGES]
    update(files)
    for file in files:
        _run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
    return 0


def update(files: list[Path]) -> None:
    """Put every string of the window into the files; what is translated stays, what is gone goes."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.py"
        # The table of commands holds its strings as data; lupdate reads calls.
        table.write_text("\n".join(f'translate("Commands", {text!r})' for text in command_texts()), "utf-8")
        sources = [str(path) for path in sorted(DESKTOP.rglob("*.py"))]
        for file in files:
            language = file.stem.rpartition("_")[2]
            told = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
            _run("lupdate", *told, "-target-language", language, *sources, str(table), "-ts", str(file))


def command_texts() -> Iterator[str]:
    """Yield the texts of menus and commands, as the table of commands has them."""
    for node in ast.walk(ast.parse((DESKTOP / "commands.py").read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Command":
            text = node.args[2]
            yield from (str(text.value),) if isinstance(text, ast.Constant) else _SLOTS
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _names(node) == "MENUS":
            yield from (str(value.value) for value in node.value.values if isinstance(value, ast.Constant))


def _names(node: ast.Assign) -> str:
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


def _run(tool: str, *words: str) -> None:
    found = importlib.util.find_spec("PySide6")
    assert found is not None and found.origin is not None
    subprocess.run([str(Path(found.origin).parent / tool), *words], check=True)


if __name__ == "__main__":
    sys.exit(main())
