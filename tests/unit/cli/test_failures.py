"""What failures say, and the exit status they end with."""

import json
import os
import signal
import sys

import pytest

from commonplace.cli import failures, main, parsing
from core.errors import AmbiguousNameError, LibraryTooNewError, NotDoneError, StorageError, UnknownNameError


@pytest.fixture
def failing(monkeypatch, run):
    """Run a command that fails in some way."""

    def fail(error: BaseException, *words: str):
        def raise_it(_words):
            raise error

        monkeypatch.setattr(parsing, "parse", raise_it)
        return run(*words)

    return fail


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotDoneError("x"), 1),
        (UnknownNameError("x"), 2),
        (AmbiguousNameError("x"), 2),
        (parsing.UsageError("x"), 2),
        (StorageError("x"), 3),
        (LibraryTooNewError(9, 1), 3),
        (KeyboardInterrupt(), 1),
        (OSError(28, "No space left on device"), 3),
        (ModuleNotFoundError("no", name="peewee"), 3),
        (MemoryError(), 3),
        (ZeroDivisionError("ours"), 3),
    ],
)
def test_each_failure_has_its_exit_status(failing, error, status):
    assert failing(error).status == status


def test_a_person_reads_the_sentence_and_the_way_out(failing):
    answer = failing(NotDoneError("It is there.", hint="Use --force."))
    assert (answer.out, answer.err) == (b"", b"It is there.\nUse --force.\n")


def test_a_program_reads_one_line_of_json(failing):
    answer = failing(NotDoneError("反撃 is not there.", hint="h", code="c"), "--json")
    assert answer.error == {"code": "c", "message": "反撃 is not there.", "hint": "h"}
    assert answer.out == b""


def test_what_a_name_holds_does_nothing_to_the_terminal(failing):
    name = "no\nsuch\x1b[31m file\u202etxt"
    assert failing(NotDoneError(f"There is no {name}.")).err.decode() == "There is no no�such�[31m file�txt.\n"
    assert failing(NotDoneError(f"There is no {name}."), "--json").error["message"] == f"There is no {name}."


def test_what_follows_two_dashes_are_names(failing):
    assert failing(NotDoneError("x"), "import", "--", "--json").err == b"x\n"


def test_words_that_no_utf_8_holds_leave_as_escapes(failing):
    assert failing(NotDoneError("caf\udce9"), "--json").error["message"] == "caf\udce9"
    assert failing(NotDoneError("caf\udce9")).err == b"caf\\udce9\n"


def test_a_fault_of_ours_is_a_sentence(failing):
    answer = failing(ZeroDivisionError("by nothing"), "--json")
    assert answer.error["code"] == "internal"
    assert b"Traceback" not in answer.err


def test_a_fault_of_ours_tells_more_when_asked(failing, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_DEBUG", "1")
    assert b"Traceback" in failing(ZeroDivisionError("by nothing")).err
    assert b"Traceback" not in failing(NotDoneError("no")).err


def test_a_missing_package_says_how_to_start(failing):
    error = failing(ModuleNotFoundError("No module named 'apsw'", name="apsw"), "--json").error
    assert error["code"] == "package-missing"
    assert "uv run main.py" in error["hint"]


def test_a_missing_module_of_ours_is_our_fault():
    assert failures.as_user_error(ModuleNotFoundError("no", name="commonplace.none")).code == "internal"


@pytest.mark.parametrize("words", [["--json", "text"], ["search", "--json"], ["nothing", "--json"], ["--json", "bib"]])
def test_wrong_usage_is_json_too(run, words):
    answer = run(*words)
    assert (answer.status, answer.out, answer.error["code"]) == (2, b"", "usage")


@pytest.mark.parametrize("words", [[], ["a.commonplace"], ["--library", "a.commonplace"]])
def test_the_window_comes_later(run, words):
    answer = run(*words)
    assert answer.status == 3
    assert b"main.py --help" in answer.err


def test_a_reader_who_goes_away_is_no_fault(monkeypatch):
    class Gone:
        class buffer:  # noqa: N801
            @staticmethod
            def write(_data):
                raise BrokenPipeError

        @staticmethod
        def flush():
            pass

        @staticmethod
        def fileno():
            raise ValueError

    monkeypatch.setattr("sys.stdout", Gone)
    assert main(["--version"]) == 0


def test_json_errors_keep_their_three_fields(failing):
    line = failing(UnknownNameError("?"), "--json").err
    assert set(json.loads(line)["error"]) == {"code", "message", "hint"}


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_command_that_the_system_ends_leaves_nothing_behind(monkeypatch, run):
    monkeypatch.setattr(parsing, "parse", lambda _words: os.kill(os.getpid(), signal.SIGTERM))

    answer = run("--json", "import")

    assert answer.status == 1
    assert answer.error["code"] == "stopped"
