"""The house itself: its versions, what a release holds, and the guards that every test stands behind."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tomllib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from commonplace.cli.parsing import VERSION

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = {pin.name: pin for pin in map(Requirement, PROJECT["tool"]["uv"]["constraint-dependencies"])}


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _all_requirements():
    project = PROJECT["project"]
    groups = [*project["optional-dependencies"].values(), *PROJECT["dependency-groups"].values()]
    for text in (*project["dependencies"], *(text for group in groups for text in group)):
        requirement = Requirement(text)
        if _plain(requirement.name) != project["name"]:
            yield requirement


REQUIREMENTS = sorted(_all_requirements(), key=str)


def _tracked():
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    done = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("git does not read this checkout")
    return done.stdout.splitlines()


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_each_requirement_has_a_tested_version_that_fits(requirement):
    pin = PINS[_plain(requirement.name)]
    (tested,) = pin.specifier
    assert tested.operator == "=="
    assert tested.version in requirement.specifier


@pytest.mark.skipif("CI" not in os.environ, reason="the environment may be another one than uv's")
@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_what_is_tested_is_the_tested_version(requirement):
    assert version(requirement.name) in PINS[_plain(requirement.name)].specifier


def test_pins_name_no_addresses():
    assert not any(pin.url for pin in PINS.values())


def test_git_keeps_neither_a_lock_file_nor_a_python_version():
    names = {Path(path).name for path in _tracked()}
    assert not names & {"uv.lock", ".python-version"}


def test_the_program_the_package_and_the_changelog_agree_on_the_version():
    assert PROJECT["project"]["version"] == VERSION
    assert f"\n## {VERSION}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_a_release_holds_every_folder_that_is_imported():
    held = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"])
    assert held == {*PROJECT["tool"]["importlinter"]["root_packages"], "main.py"}
    assert all((ROOT / name).exists() for name in held)


def test_templates_and_samples_are_found_as_resources():
    folder = files("resources")
    assert folder.joinpath("templates", "notes.md.j2").is_file()
    assert folder.joinpath("sample", "sample.json").is_file()


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_test_opens_a_network_socket(family):
    with pytest.raises(RuntimeError, match="offline"):
        socket.socket(family)


def test_no_test_looks_up_a_name():
    with pytest.raises(RuntimeError, match="offline"):
        socket.getaddrinfo("localhost", 80)


def test_each_test_has_folders_of_its_own(tmp_path_factory):
    homes = [Path(os.environ[f"XDG_{kind}_HOME"]) for kind in ("DATA", "CONFIG", "CACHE")]
    assert all(home.is_relative_to(tmp_path_factory.getbasetemp()) and not home.exists() for home in homes)
    assert "COMMONPLACE_LIBRARY" not in os.environ


@pytest.mark.gui
def test_qt_makes_a_widget_without_a_screen(qtbot):
    from PySide6.QtWidgets import QLabel

    label = QLabel("自由で開かれたインド太平洋")
    qtbot.addWidget(label)
    assert not label.grab().isNull()
