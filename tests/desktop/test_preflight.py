"""Whether a window can open is said in a sentence, before Qt could abort."""

import ctypes
import importlib

import pytest

from core.errors import PlaceError
from desktop import preflight


@pytest.fixture
def loads(monkeypatch):
    """Have Qt load, or fail to with a message."""

    def have(error=None):
        def load(name):
            assert name == "PySide6.QtWidgets"
            if error:
                raise ImportError(error)

        monkeypatch.setattr(importlib, "import_module", load)

    return have


def test_a_missing_library_is_named_with_the_line_that_installs_it(loads):
    loads("libEGL.so.1: cannot open shared object file: No such file or directory")
    with pytest.raises(PlaceError, match=r"libEGL\.so\.1") as told:
        preflight.require_window({}, "linux")
    assert "apt-get install" in told.value.hint
    assert "main.py --help" in told.value.hint


def test_without_the_package_the_way_to_set_it_up_is_told(loads):
    loads("No module named 'PySide6'")
    with pytest.raises(PlaceError, match="cannot be loaded") as told:
        preflight.require_window({}, "linux")
    assert "uv run main.py" in told.value.hint


def test_no_display_is_told_instead_of_aborting(loads):
    loads()
    with pytest.raises(PlaceError, match="no display") as told:
        preflight.require_window({}, "linux")
    assert told.value.code == "no-display"


@pytest.mark.parametrize("environment", [{"DISPLAY": ":0"}, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}])
@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libxcb-icccm.so.4"])
def test_x11_without_one_of_its_libraries(loads, monkeypatch, library, environment):
    def load(path):
        assert path.endswith("libqxcb.so")
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    loads()
    monkeypatch.setattr(ctypes, "CDLL", load)
    with pytest.raises(PlaceError, match=library) as told:
        preflight.require_window(environment, "linux")
    assert "libxcb-icccm4" in told.value.hint


def test_x11_with_all_of_them(loads, monkeypatch):
    loads()
    monkeypatch.setattr(ctypes, "CDLL", lambda path: None)
    monkeypatch.setattr(preflight, "_answers", lambda display: True)
    preflight.require_window({"DISPLAY": ":0"}, "linux")


def test_a_display_that_does_not_answer_is_told_instead_of_aborting(loads, monkeypatch):
    loads()
    monkeypatch.setattr(preflight, "_require_x11", lambda: None)
    with pytest.raises(PlaceError, match=":12345 does not answer") as told:
        preflight.require_window({"DISPLAY": ":12345"}, "linux")
    assert told.value.code == "no-display"


@pytest.mark.parametrize(
    ("environment", "platform"),
    [({"WAYLAND_DISPLAY": "wayland-0"}, "linux"), ({"QT_QPA_PLATFORM": "offscreen"}, "linux"), ({}, "darwin")],
)
def test_where_a_window_can_open_nothing_is_said(loads, environment, platform):
    loads()
    preflight.require_window(environment, platform)
