"""A whole story with the network taken away, and from the terminal alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

ROOT = Path(__file__).resolve().parents[2]

PAGE = """<html><head><title>A remote page</title><link rel=stylesheet href="http://example.org/a.css">
<script src="http://example.org/a.js"></script></head><body><article><h1>A remote page</h1>
<img src="http://example.org/a.png">
<p>This article speaks of a free and open sea, and of counterstrike, at some length.</p>
<p>It has a second paragraph, so that it may count as an article.</p></article></body></html>"""

# In each process of the story, opening a network socket or looking a name up ends it at once; the workers, which
# take nothing from their surroundings, have a guard of their own.
GUARD = """
import os, sys

def _refuse(event, args):
    if (event == "socket.__new__" and args[1] in (2, 10)) or event in ("socket.getaddrinfo", "socket.connect"):
        with open(os.environ["OFFLINE_LOG"], "a") as log:
            log.write(f"{event} {args[1:]}\\n")
        os._exit(99)
    if event == "import" and args[0].partition(".")[0] in ("PySide6", "shiboken6"):
        with open(os.environ["OFFLINE_LOG"], "a") as log:
            log.write(f"imports {args[0]}\\n")

sys.addaudithook(_refuse)
with open(os.environ["OFFLINE_LOG"] + ".alive", "a") as alive:
    alive.write(f"{os.getpid()}\\n")
"""


def test_a_whole_story_opens_no_socket_and_needs_no_window(tmp_path):
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "a.txt").write_text("A text with 反撃能力 and https://example.org/b in it.\n")
    (tmp_path / "refs.bib").write_text(
        "@online{page, title={A remote page}, url={https://example.org}, file={page.html}}\n"
    )
    log = tmp_path / "log"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "guard"), "OFFLINE_LOG": str(log)}

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", "--library", "notes.commonplace", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    run("new")
    run("import", "page.html", "a.txt", "--bib", "refs.bib")
    run("sources")
    run("highlight", "page", "--quote", "free and open sea", "--concept", "FOIP", "--create", "--note", "Why?")
    assert "反撃" in run("search", "反撃")
    run("export", "--format", "md", "-o", "notes.md")
    run("export", "--format", "latex", "-o", "notes.tex")
    run("bib", "export", "--file", "refs.bib")
    run("undo")
    run("redo")
    run("check")
    run("backup")
    run("demo", "--into", "sample", "--no-window")

    assert not log.exists(), log.read_text()
    assert len(log.with_name("log.alive").read_text().split()) == 13
    assert "[@page, " in (tmp_path / "notes.md").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here")
def test_no_process_asks_the_system_for_a_network_socket(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "See https://example.org for more.")
        document.save(tmp_path / "paper.pdf")
    words = [sys.executable, ROOT / "main.py", "--library", "notes.commonplace"]
    subprocess.run([*words, "new"], cwd=tmp_path, check=True, capture_output=True)
    traced = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=socket,execve",
        "-o",
        "trace",
        *words,
        "import",
        "page.html",
        "paper.pdf",
    ]
    done = subprocess.run(traced, cwd=tmp_path, capture_output=True, text=True)
    trace = (tmp_path / "trace").read_text(errors="replace") if (tmp_path / "trace").exists() else ""
    if "execve" not in trace:
        pytest.skip("processes may not be traced here")

    assert done.returncode == 0, done.stderr
    assert trace.count("execve(") > 1
    assert not [line for line in trace.splitlines() if "AF_INET" in line]
