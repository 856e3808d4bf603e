"""The worker processes: they read side by side, and one that breaks costs its file and nothing else."""

import os
import subprocess
import sys
import threading
import time
from hashlib import sha256
from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.reading import MEBIBYTE, ReadRequest
from commonplace.documents.workers import process
from commonplace.documents.workers.operations import Limits
from commonplace.documents.workers.pool import DocumentWorkers
from core.errors import PlaceError

TRIALS = Path(__file__).with_name("trials.py")


@pytest.fixture
def texts(tmp_path):
    paths = []
    for number in range(12):
        path = tmp_path / f"text {number} 日本.txt"
        path.write_text(f"Title {number}\n\nText of number {number}, with 𠮷.\n", "utf-8")
        paths.append(path)
    return paths


@pytest.fixture(autouse=True)
def nothing_is_left_behind():
    before = threading.active_count(), _open_files(), _children()
    yield
    assert (threading.active_count(), _open_files(), _children()) == before


def _open_files():
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


def _children():
    path = Path(f"/proc/self/task/{os.getpid()}/children")
    return path.read_text() if path.exists() else ""


def by_name(results):
    return {result.request.path.name: result for result in results}


def bad_file(path):
    """Make a file of that name, by which a worker is told to break."""
    path.write_text("Words.")
    return path


def breaking(request):
    """Tell a worker to break as the file's name says."""
    return next((name for name in ("segv", "spin", "burn", "alloc") if request.path.name.startswith(name)), "read")


def test_every_file_is_read_once(texts):
    with DocumentWorkers(2) as workers:
        results = list(workers.read(ReadRequest(path) for path in texts))

    assert sorted(result.request.path for result in results) == sorted(texts)
    for result in results:
        layer = result.reading.layer
        assert layer.text == result.request.path.read_text("utf-8")
        assert result.reading.sha256 == sha256(result.request.path.read_bytes()).hexdigest()
        assert result.reading.characters == len(layer.text)
        assert [(unit.start, unit.end) for unit in result.reading.folded] == [(0, len(layer.text))]
        assert "𠮷" in result.reading.folded[0].text
        assert result.reading.found == layer.found


def test_requests_are_drawn_as_workers_become_free(texts):
    drawn = []

    def requests():
        for path in texts:
            drawn.append(path)
            yield ReadRequest(path)

    with DocumentWorkers(1) as workers:
        results = workers.read(requests())
        next(results)
        assert len(drawn) < len(texts)
        results.close()


def test_the_same_workers_read_again(texts):
    with DocumentWorkers(2) as workers:
        first = by_name(workers.read([ReadRequest(path) for path in texts]))
        second = by_name(workers.read([ReadRequest(path) for path in texts]))
    assert {n: r.reading for n, r in first.items()} == {n: r.reading for n, r in second.items()}


def test_failures_have_a_reason(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "changed.txt").write_text("other words")
    (tmp_path / "notes.csv").write_text("a,b")
    (tmp_path / "folder").mkdir()
    requests = [
        ReadRequest(tmp_path / "empty.txt"),
        ReadRequest(tmp_path / "changed.txt", sha256="0" * 64),
        ReadRequest(tmp_path / "notes.csv"),
        ReadRequest(tmp_path / "folder"),
        ReadRequest(tmp_path / "missing.txt"),
    ]
    with DocumentWorkers(2) as workers:
        codes = {name: result.failure.code for name, result in by_name(workers.read(requests)).items()}
    assert codes == {
        "empty.txt": "empty",
        "changed.txt": "changed",
        "notes.csv": "unread-kind",
        "folder": "not-a-file",
        "missing.txt": "missing",
    }


@pytest.mark.parametrize(("name", "code"), [("segv", "crashed"), ("alloc", "memory")])
@pytest.mark.parametrize("count", [1, 2])
def test_a_worker_that_crashes_costs_its_file_only(texts, tmp_path, name, code, count):
    bad = [bad_file(tmp_path / f"{name} 1"), bad_file(tmp_path / f"{name} 2")]
    paths = [texts[0], bad[0], *texts[1:6], bad[1], *texts[6:]]
    with DocumentWorkers(count, operation=breaking, trials=TRIALS, memory=512 * MEBIBYTE) as workers:
        results = by_name(workers.read(ReadRequest(path) for path in paths))

    assert len(results) == len(paths)
    assert {n for n, result in results.items() if result.failure} == {path.name for path in bad}
    assert {results[path.name].failure.code for path in bad} == {code}


def test_a_worker_that_hangs_is_ended_and_its_other_file_read(texts, tmp_path, monkeypatch):
    monkeypatch.setattr(process, "limits_of", lambda _: Limits(opening=1.0))
    paths = [bad_file(tmp_path / "spin"), *texts]
    with DocumentWorkers(1, operation=breaking, trials=TRIALS) as workers:
        results = by_name(workers.read(ReadRequest(path) for path in paths))

    assert results["spin"].failure.code == "too-slow"
    assert all(results[path.name].reading for path in texts)


def test_a_file_may_use_the_processor_for_so_long_only(texts, tmp_path):
    paths = [bad_file(tmp_path / "burn"), *texts[:3]]
    begun = time.monotonic()
    with DocumentWorkers(1, operation=breaking, trials=TRIALS) as workers:
        results = by_name(workers.read(ReadRequest(path) for path in paths))

    assert results["burn"].failure.code == "too-slow"
    assert all(results[path.name].reading for path in texts[:3])
    assert time.monotonic() - begun < 15


def test_a_page_has_less_time_than_the_opening():
    limits = Limits()
    assert limits.silence_for(0, between_pages=False) == 20
    assert limits.silence_for(500, between_pages=True) == 10
    assert limits.processor_for(0) == 60


def test_a_page_that_hangs_is_not_waited_for_as_long_as_the_whole(texts, monkeypatch):
    monkeypatch.setattr(process, "limits_of", lambda _: Limits(opening=300, page=1))
    with DocumentWorkers(1, operation=lambda _: "half", trials=TRIALS) as workers:
        begun = time.monotonic()
        (result,) = workers.read([ReadRequest(texts[0])])
    assert result.failure.code == "too-slow"
    assert time.monotonic() - begun < 15


def test_cancelling_from_another_thread_ends_the_workers_at_once(texts, tmp_path):
    with DocumentWorkers(2, operation=breaking, trials=TRIALS) as workers:
        timer = threading.Timer(0.5, workers.cancel)
        timer.start()
        begun = time.monotonic()
        results = list(workers.read(ReadRequest(path) for path in [bad_file(tmp_path / "spin"), *texts]))
        assert time.monotonic() - begun < 1.5
        timer.join()
        assert workers.cancelled
        assert all(result.reading for result in results)
        assert list(workers.read([ReadRequest(texts[0])])) == []


def test_an_interrupt_ends_the_workers(texts, tmp_path):
    def requests():
        yield ReadRequest(bad_file(tmp_path / "spin"))
        yield ReadRequest(texts[0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), DocumentWorkers(2, operation=breaking, trials=TRIALS) as workers:
        list(workers.read(requests()))


def test_leaving_early_leaves_nothing(texts):
    with DocumentWorkers(2) as workers:
        for _ in workers.read(ReadRequest(path) for path in texts):
            break


def test_workers_end_with_their_parent(tmp_path):
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from commonplace.documents.workers.pool import DocumentWorkers\n"
        "from commonplace.documents.reading import ReadRequest\n"
        "with DocumentWorkers(1) as workers:\n"
        "    list(workers.read([ReadRequest(Path(sys.argv[1]))]))\n"
        "    print(workers._workers[0].pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    (tmp_path / "a.txt").write_text("Words.")
    root = Path(__file__).resolve().parents[4]
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")],
        stdout=subprocess.PIPE,
        cwd=root,
        env={"TMPDIR": str(tmp_path)},
    ) as parent:
        worker = int(parent.stdout.readline())
        parent.kill()
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists() or "Z" in Path(f"/proc/{worker}/stat").read_text().split(")")[1]:
            return
        time.sleep(0.02)
    raise AssertionError("the worker outlived its parent")


def test_no_parser_is_loaded_in_the_parent(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><p>Words of a page.</p></body></html>")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from commonplace.documents.workers.pool import DocumentWorkers\n"
        "from commonplace.documents.reading import ReadRequest\n"
        "with DocumentWorkers(1) as workers:\n"
        "    (result,) = workers.read([ReadRequest(Path(sys.argv[1]))])\n"
        "assert result.reading, result.failure\n"
        "print(*{'pymupdf', 'lxml', 'trafilatura', 'charset_normalizer', 'multiprocessing'} & set(sys.modules))\n"
    )
    root = Path(__file__).resolve().parents[4]
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.html")], capture_output=True, cwd=root, check=True, text=True
    )
    assert ran.stdout.strip() == ""


def test_progress_tells_the_pages(tmp_path):
    with pymupdf.open() as document:
        page = document.new_page()
        for line in range(60):
            page.insert_text((40, 40 + 12 * line), f"This is line {line}, and it has some more words on it.")
        data = document.tobytes()
    with pymupdf.open() as document, pymupdf.open(stream=data) as one:
        for _ in range(400):
            document.insert_pdf(one)
        document.save(tmp_path / "long.pdf")
    told = []
    with DocumentWorkers(1) as workers:
        (result,) = workers.read([ReadRequest(tmp_path / "long.pdf")], lambda *step: told.append(step))
    assert result.reading.pages == 400
    assert all(step[0] is result.request and 0 <= step[1] <= step[2] for step in told)


def test_a_worker_that_cannot_start_is_said_plainly(texts, monkeypatch):
    monkeypatch.setattr(process, "_BOOT", "raise SystemExit(1)")
    with pytest.raises(PlaceError, match="ended as it started"), DocumentWorkers(1) as workers:
        list(workers.read([ReadRequest(texts[0])]))


def test_a_worker_that_is_gone_before_it_gets_its_file_loses_none(texts, monkeypatch):
    send, gone = process.WorkerProcess.send, []

    def too_late(worker, job):
        if not gone:
            gone.append(worker)
            worker.kill()
            worker._process.wait()
            worker.ready = True
            return False
        return send(worker, job)

    monkeypatch.setattr(process.WorkerProcess, "send", too_late)
    with DocumentWorkers(1) as workers:
        found = list(workers.read([ReadRequest(text) for text in texts]))
    assert {result.request.path for result in found} == {*texts}


def test_the_folder_the_workers_stand_in_is_removed(texts):
    with DocumentWorkers(1) as workers:
        list(workers.read([ReadRequest(texts[0])]))
        folder = workers._folder.path
        assert folder.is_dir()
    assert not folder.exists()
