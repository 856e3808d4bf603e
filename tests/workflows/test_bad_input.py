"""Bad input: one sentence, the exit status that was promised, nothing lost, nothing half done."""

import json
import os
import re
import resource
import shutil
import subprocess
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pymupdf
import pytest

from commonplace.library.session import open_session
from commonplace.library.upkeep import check_library

TEXT = "The paper says counterstrike.\n\n" + "Then counterstrike again and again. " * 4 + "\n\nA free and open sea.\n"


@pytest.fixture
def library(cli, tmp_path):
    """A library with a text and a highlight; returns a function that runs commands in it."""
    (tmp_path / "a.txt").write_text(TEXT)

    def inside(*words: object):
        return cli("--library", tmp_path / "notes.commonplace", *words)

    assert inside("new").status == 0
    assert inside("import", tmp_path / "a.txt").status == 0
    assert inside("highlight", source(inside), "--quote", "free and open", "--concept", "FOIP", "--create").status == 0
    return inside


def source(inside) -> str:
    return inside("sources", "--json").json[0]["id"]


def bytes_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def is_a_sentence(err: str) -> bool:
    """A message for a person: no traceback, no blame, one line or two (what happened; what to do)."""
    lines = err.strip().splitlines()
    return 1 <= len(lines) <= 3 and "Traceback" not in err and "made a mistake" not in err and lines[0][-1] in ".?!"


def is_clean(path: Path) -> bool:
    with open_session(path, None, writing=False) as library:
        return check_library(library).problems == ()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["highlight", "SOURCE", "--quote", "free and open sky"], 1, "free and open"),
        (["highlight", "SOURCE", "--quote", "nothing of the kind, not even remotely near it"], 1, "not in this source"),
        (["highlight", "SOURCE", "--quote", "counterstrike"], 1, "5 times"),
        (["highlight", "SOURCE", "--quote", "counterstrike", "--occurrence", "6"], 1, "5 times"),
        (["highlight", "SOURCE", "--quote", "sea", "--concept", "None"], 2, "None"),
        (["highlight", "SOURCE"], 2, "--quote"),
        (["highlight", "nobody", "--quote", "sea"], 2, "nobody"),
        (["highlight", "SOURCE", "--area", "1,0,0,9,9"], 1, "no pages"),
        (["concept", "add", "FOIP"], 1, "exists"),
        (["concept", "add", "foip"], 1, "exists"),
        (["concept", "add", "X", "--parent", "None"], 2, "None"),
        (["concept", "move", "FOIP", "--parent", "FOIP"], 1, "itself"),
        (["concept", "delete", "None"], 2, "None"),
        (["reference", "set", "nobody", "title=x"], 2, "nobody"),
        (["reference", "rename", "nobody", "x"], 2, "nobody"),
        (["note", "abcdef", "text"], 2, "abcdef"),
        (["delete", "abcdef"], 2, "abcdef"),
        (["text", "SOURCE", "--page", "3"], 2, "page"),
        (["text", ""], 2, "without a name"),
        (["boxes", "SOURCE", "5", "3"], 1, "no fixed pages"),
        (["demo", "--into", "a.txt", "--no-window"], 1, "a.txt is no folder"),
        (["page-label", "SOURCE", "1", "62"], 1, "no pages"),
        (["import", "missing.txt"], 1, ""),
        (["import", "a.txt", "--bib", "missing.bib"], 1, "missing.bib"),
        (["bib", "import", "missing.bib"], 1, "missing.bib"),
        (["bib", "export", "--file", "missing.bib"], 2, "missing.bib"),
        (["export", "--format", "md", "-o", "no/such/notes.md"], 1, "folder"),
        (["export", "--format", "pdf", "-o", "notes.pdf"], 2, "pdf"),
        (["export", "--concept", "None", "--format", "md", "-o", "notes.md"], 2, "None"),
        (["search", ""], 2, "search"),
        (["history", "abcdef"], 2, "abcdef"),
        (["redo"], 1, "nothing to redo"),
        (["new"], 1, "exists"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_each_failure_is_a_sentence_and_changes_no_byte(library, tmp_path, monkeypatch, words, status, said):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "notes.commonplace"
    words = [source(library) if word == "SOURCE" else word for word in words]
    before, files = bytes_of(path), sorted(tmp_path.iterdir())

    answer = library(*words)

    assert (answer.status, is_a_sentence(answer.err)) == (status, True), answer.err
    assert said in answer.err
    assert bytes_of(path) == before
    assert sorted(tmp_path.iterdir()) == files
    failed = library(*words, "--json")
    assert failed.status == status
    assert set(json.loads(failed.err.splitlines()[-1])["error"]) == {"code", "message", "hint"}


def test_an_import_of_all_kinds_of_bad_files(library, tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "empty.pdf").touch()
    (folder / "empty.txt").touch()
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7\n" + os.urandom(3000))
    (folder / "cut.pdf").write_bytes(_pdf()[:300])
    (folder / "text.pdf").write_bytes(b"This is no PDF.\n")
    (folder / "closed.pdf").write_bytes(_pdf(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="own"))
    (folder / "program.bin").write_bytes(bytes(range(256)) * 10)
    (folder / "deep.html").write_bytes(b"<div>" * 50_000 + b"deep")
    (folder / "good.txt").write_text("Good and readable.\n")
    with pymupdf.open() as document:
        document.new_page().draw_rect((10, 10, 90, 90))
        document.save(folder / "scan.pdf")

    answer = library("import", folder, "--json")

    assert answer.status == 1
    lines = {Path(line["path"]).name: line for line in json.loads(answer.out)}
    assert set(lines) == {path.name for path in folder.iterdir()}
    assert lines["good.txt"]["status"] == "imported"
    assert (lines["scan.pdf"]["status"], lines["scan.pdf"]["reason"]) == ("imported", "no text layer")
    for name in ("empty.pdf", "empty.txt", "damaged.pdf", "closed.pdf"):
        assert lines[name]["status"] == "failed", lines[name]
    assert lines["program.bin"]["status"] == "skipped"
    assert all(line["reason"] for line in lines.values() if line["status"] in ("failed", "skipped"))
    assert library("import", folder / "closed.pdf", "--password", "open").status == 0
    assert is_clean(tmp_path / "notes.commonplace")


def _pdf(**how) -> bytes:
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "A page of a document.")
        return document.tobytes(**how)


def test_the_open_library_in_the_imported_folder(library, tmp_path):
    os.link(tmp_path / "notes.commonplace", tmp_path / "linked.txt")
    (tmp_path / "pointed.pdf").symlink_to(tmp_path / "notes.commonplace")

    answer = library("import", tmp_path, "--json")

    lines = {Path(line["path"]).name: line["status"] for line in json.loads(answer.out)}
    assert {lines[name] for name in ("notes.commonplace", "linked.txt", "pointed.pdf")} == {"skipped"}
    assert lines["a.txt"] == "duplicate"
    assert is_clean(tmp_path / "notes.commonplace")


def test_an_export_does_not_write_over_the_library(library, tmp_path):
    for out in ("notes.commonplace", "other.md"):
        if out == "other.md":
            (tmp_path / "other.bib").symlink_to(tmp_path / "notes.commonplace")
        answer = library("export", "--format", "md", "-o", tmp_path / out, "--force")
        assert (answer.status, is_a_sentence(answer.err)) == (1, True), answer.err
    assert library("bib", "export", "-o", tmp_path / "notes.commonplace", "--force").status != 0
    assert is_clean(tmp_path / "notes.commonplace")


def spoiled(data: bytes) -> dict[str, bytes]:
    newer, foreign, alien = bytearray(data), bytearray(data), bytearray(data)
    newer[60:64] = (99).to_bytes(4, "big")
    foreign[68:72] = b"OTHR"
    alien[:16] = b"SQLite format 4\0"
    return {
        "newer": bytes(newer),
        "foreign": bytes(foreign),
        "no-sqlite": bytes(alien),
        "half": data[: len(data) // 2],
        "short": data[:-1],
        "header": data[:100],
        "tiny": data[:50],
        "empty": b"",
        "text": b"Not a library at all.\n" * 100,
    }


@pytest.mark.parametrize("how", list(spoiled(bytes(200))))
@pytest.mark.parametrize("words", [["sources"], ["import", "a.txt"], ["undo"], ["check", "--rebuild"], ["backup"]])
def test_a_library_that_is_none_is_refused_and_left_as_it_is(library, cli, tmp_path, monkeypatch, how, words):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "spoiled.commonplace"
    data = spoiled((tmp_path / "notes.commonplace").read_bytes())[how]
    path.write_bytes(data)

    answer = cli("--library", path, *words)

    assert (answer.status, is_a_sentence(answer.err)) == (3, True), answer.err
    assert path.read_bytes() == data
    assert not list(tmp_path.glob("spoiled.commonplace?*"))


@pytest.mark.parametrize("page", [1, 2, 5, 9])
def test_a_library_with_a_torn_page_loses_no_byte_more(library, cli, tmp_path, page):
    path = tmp_path / "torn.commonplace"
    data = bytearray((tmp_path / "notes.commonplace").read_bytes())
    data[page * 4096 : page * 4096 + 2000] = os.urandom(2000)
    path.write_bytes(data)

    answer = cli("--library", path, "sources")

    assert answer.status in (0, 3)
    assert answer.status == 0 or is_a_sentence(answer.err)
    assert path.read_bytes() == data


@pytest.mark.parametrize("words", [["sources"], ["import", "a.txt"], ["undo"]])
def test_what_is_no_file_is_no_library_either(cli, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.commonplace").mkdir()
    os.mkfifo(tmp_path / "pipe.commonplace")
    for name in ("folder", "pipe"):
        answer = cli("--library", tmp_path / f"{name}.commonplace", *words)
        assert (answer.status, is_a_sentence(answer.err)) == (3, True), answer.err
        assert "no ordinary file" in answer.err
        assert "`new`" not in answer.err
        assert cli("--library", tmp_path / f"{name}.commonplace", "new").status == 1


def test_a_bib_that_is_a_pipe_is_not_waited_for(library, tmp_path):
    os.mkfifo(tmp_path / "pipe.bib")
    answer = library("bib", "import", tmp_path / "pipe.bib")
    assert (answer.status, is_a_sentence(answer.err)) == (1, True), answer.err


def test_a_library_that_is_missing(cli, tmp_path):
    for words in (["sources"], ["import", tmp_path], ["undo"]):
        answer = cli("--library", tmp_path / "none.commonplace", *words)
        assert (answer.status, is_a_sentence(answer.err)) == (3, True)
    assert list(tmp_path.iterdir()) == []


def _limited(kilobytes: int):
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    return limit


def test_a_full_disk_hinders_no_reading(library, program, tmp_path):
    path = tmp_path / "notes.commonplace"
    # The least that programs share of SQLite's log are 32 KiB.
    full = _limited(4)
    before = bytes_of(path)

    for words in (["sources"], ["highlights"], ["text", source(library)], ["concept", "list"]):
        answer = program("--library", path, *words, preexec_fn=full)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out
    refused = program("--library", path, "concept", "add", "order", preexec_fn=full)

    assert (refused.status, is_a_sentence(refused.err)) == (3, True), refused.err
    assert bytes_of(path) == before
    assert is_clean(path)


def test_files_that_may_not_grow_lose_nothing(library, program, tmp_path):
    """Where every write past some size fails, as on a full disk."""
    path = tmp_path / "notes.commonplace"
    for number in range(6):
        (tmp_path / f"large-{number}.txt").write_text("".join(f"{number} line {n} of many.\n" for n in range(10_000)))
    size = path.stat().st_size // 1024 + 300

    answer = program("--library", path, "import", tmp_path, preexec_fn=_limited(size))

    assert answer.status in (1, 3), answer.out
    assert "Traceback" not in answer.err
    assert "made a mistake" not in answer.err
    assert is_clean(path)
    assert len(library("highlights", "--json").json) == 1
    assert library("import", tmp_path).status in (0, 1)
    assert len(library("sources", "--json").json) == 7


@pytest.fixture
def small_disk(tmp_path):
    """A disk of three megabytes."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True)
    if done.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_loses_nothing(cli, small_disk, tmp_path):
    path = small_disk / "notes.commonplace"
    (tmp_path / "a.txt").write_text(TEXT)
    assert cli("--library", path, "new").status == 0
    assert cli("--library", path, "import", tmp_path / "a.txt").status == 0
    for number in range(4):
        (tmp_path / f"large-{number}.txt").write_text("".join(f"{number} line {n} of many.\n" for n in range(50_000)))

    answer = cli("--library", path, "import", tmp_path)

    assert answer.status in (1, 3)
    assert re.search("disk|room", answer.err), answer.err
    assert is_a_sentence(answer.err), answer.err
    assert len(cli("--library", path, "sources", "--json").json) >= 1
    filler = small_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    before = bytes_of(path)
    for words in (
        ["highlight", "a", "--quote", "free and open"],
        ["concept", "add", "FOIP"],
        ["undo"],
    ):
        if words[0] == "highlight":
            words[1] = cli("--library", path, "sources", "--json").json[-1]["id"]
        answer = cli("--library", path, *words)
        assert answer.status in (1, 3), (words, answer.out)
        assert is_a_sentence(answer.err), answer.err
    answer = cli("--library", path, "bib", "export", "-o", small_disk / "out.bib")
    assert answer.status in (0, 3)
    assert bytes_of(path) == before
    subprocess.run(["mount", "-o", "remount,size=16m", small_disk], check=True)
    assert is_clean(path)
    assert cli("--library", path, "import", *tmp_path.glob("*.txt")).status == 0
    assert len(cli("--library", path, "sources", "--json").json) == 5


def test_a_disk_that_may_only_be_read(cli, small_disk, tmp_path):
    path = small_disk / "notes.commonplace"
    (tmp_path / "a.txt").write_text(TEXT)
    assert cli("--library", path, "new").status == 0
    assert cli("--library", path, "import", tmp_path / "a.txt").status == 0
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = bytes_of(path)

    shown = cli("--library", path, "sources", "--json")
    assert shown.status == 0, shown.err
    assert len(cli("--library", path, "search", "counterstrike", "--json").json) == 5
    for words in (["concept", "add", "A"], ["undo"], ["import", tmp_path / "a.txt", small_disk]):
        answer = cli("--library", path, *words)
        assert answer.status in (0, 1, 3)
        assert is_a_sentence(answer.err), answer.err
    assert cli("--library", path, "concept", "add", "A").status == 3
    assert bytes_of(path) == before


def test_a_profile_that_is_damaged_is_said(cli, tmp_path):
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "commonplace"
    folder.mkdir(parents=True)
    (folder / "profile.json").write_text("{")
    answer = cli("--library", tmp_path / "notes.commonplace", "new")
    assert (answer.status, is_a_sentence(answer.err)) == (3, True)
    assert (folder / "profile.json").read_text() == "{"
    assert list(tmp_path.iterdir()) == []


def test_only_the_library_is_left_beside_the_documents(library, tmp_path):
    assert library("search", "counterstrike").status == 0

    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "notes.commonplace"}
