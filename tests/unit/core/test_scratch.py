import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.scratch import ScratchFolder

KEEPS = "import sys, time; from core.scratch import ScratchFolder; from pathlib import Path\n" + (
    "kept = ScratchFolder(Path(sys.argv[1])); (kept.path / 'copy').write_text('x')\n"
    "print(kept.path, flush=True); time.sleep(600)"
)


def folders(base):
    return sorted(base.glob("commonplace-*.tmp"))


def test_a_folder_is_empty_the_users_alone_and_gone_with_what_was_put_into_it(tmp_path):
    with ScratchFolder(tmp_path) as folder:
        assert list(folder.iterdir()) == []
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "document.pdf").write_bytes(b"x")

    assert folders(tmp_path) == []


def test_folders_in_use_do_not_disturb_each_other(tmp_path):
    with ScratchFolder(tmp_path) as one, ScratchFolder(tmp_path) as other:
        assert folders(tmp_path) == sorted([one, other])


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is thrown away there")
def test_what_a_killed_program_left_goes_with_the_next_one_that_runs(tmp_path):
    program = subprocess.Popen([sys.executable, "-c", KEEPS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    left = Path(program.stdout.readline().strip())
    with ScratchFolder(tmp_path) as mine:
        assert folders(tmp_path) == sorted([left, mine])
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()
    assert (left / "copy").exists()

    with ScratchFolder(tmp_path) as mine:
        assert folders(tmp_path) == [mine]


def test_no_folder_of_another_name_and_no_link_is_thrown_away(tmp_path):
    kept = [tmp_path / name for name in ("commonplace-demo", "commonplace-abcdefgh", "commonplace-thesis.tmp")]
    for folder in kept:
        folder.mkdir()
    link = tmp_path / "commonplace-12345678.tmp"
    link.symlink_to(kept[0])

    ScratchFolder(tmp_path).close()

    assert sorted(tmp_path.iterdir()) == sorted([*kept, link])


def test_where_no_folder_can_be_made_the_error_says_so(tmp_path):
    with pytest.raises(OSError, match="missing"):
        ScratchFolder(tmp_path / "missing")


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is thrown away there")
def test_a_folder_that_somebody_is_about_to_throw_away_is_not_taken(tmp_path, monkeypatch):
    import fcntl
    import tempfile

    from core import scratch

    make, taken = tempfile.mkdtemp, []

    def made_and_seen_by_another(*how):
        folder = make(*how)
        if not taken:
            taken.append(os.open(folder, os.O_RDONLY))
            fcntl.flock(taken[0], fcntl.LOCK_EX)
        return folder

    monkeypatch.setattr(scratch.tempfile, "mkdtemp", made_and_seen_by_another)
    with ScratchFolder(tmp_path) as folder:
        assert os.fstat(taken[0]).st_ino != folder.stat().st_ino
    os.close(taken[0])


def test_of_folders_that_are_made_at_once_none_is_thrown_away(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    def made(_):
        with ScratchFolder(tmp_path) as folder:
            (folder / "x").write_text("x", "utf-8")
            return folder.exists()

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(made, range(300)))
