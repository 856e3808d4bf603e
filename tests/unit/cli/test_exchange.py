"""Two people, each with a computer and a library of their own, and a folder that both see."""

import pytest

SEA = "The sea is free and open.\n\nOrder rests on law.\n"


@pytest.fixture
def cloud(home):
    (home / "cloud").mkdir()
    return home / "cloud"


@pytest.fixture
def colleague(home, run, monkeypatch):
    """Return what runs commands on the computer of somebody, who has a library with a text."""
    known = set()

    def at(name, *words):
        for part in ("data", "config", "cache"):
            monkeypatch.setenv(f"XDG_{part.upper()}_HOME", str(home / name / part))
        library = home / name / "lib.commonplace"
        if name not in known:
            known.add(name)
            (home / name).mkdir()
            (home / name / "sea.txt").write_text(SEA, "utf-8")
            assert run("--library", library, "--person", name, "new").status == 0
            assert run("--library", library, "import", home / name / "sea.txt").status == 0
        return run("--library", library, *words)

    return at


@pytest.fixture
def both(colleague, cloud):
    for name in ("Aiko", "花子"):
        assert colleague(name, "exchange", "set", cloud).status == 0
    return colleague


def _source(colleague, name):
    return colleague(name, "sources", "--json").json[0]["id"]


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def _mark(colleague, name, quote):
    words = ("highlight", _source(colleague, name), "--quote", quote, "--concept", "FOIP", "--create")
    assert colleague(name, *words).status == 0


def _states(colleague, name):
    return {line["file"]: line["state"] for line in colleague(name, "exchange", "list", "--json").json}


def test_changes_go_to_and_fro_until_both_have_everything(both, cloud):
    _mark(both, "Aiko", "free and open")
    sent = both("Aiko", "exchange", "send", "--json").json
    assert sent["written"] and _names(cloud) == [sent["file"]]
    (line,) = both("花子", "exchange", "list", "--json").json
    assert (line["person"], line["state"], line["bytes"]) == ("Aiko", "new", sent["bytes"])
    assert line["made"].endswith("Z") and line["documents"]
    _mark(both, "花子", "rests on law")
    told = both("花子", "exchange", "merge", sent["file"], "--json")
    assert (told.status, told.json["added"]["highlight"]) == (0, 1)
    assert _states(both, "花子") == {sent["file"]: "merged"}
    back = both("花子", "exchange", "send", "--json").json["file"]
    assert back != sent["file"]
    assert _states(both, "Aiko") == {sent["file"]: "own", back: "new"}
    assert both("Aiko", "exchange", "merge", back).status == 0
    shown = [sorted(line["exact"] for line in both(name, "highlights", "--json").json) for name in ("Aiko", "花子")]
    assert shown[0] == shown[1] == ["free and open", "rests on law"]


def test_the_newest_replaces_ones_own_older_one_and_only_where_something_changed(both, cloud):
    first = both("Aiko", "exchange", "send", "--json").json
    assert not both("Aiko", "exchange", "send", "--json").json["written"]
    _mark(both, "Aiko", "free and open")
    second = both("Aiko", "exchange", "send", "--json").json
    assert second["written"] and second["file"] == first["file"]
    assert _names(cloud) == [first["file"]]
    (cloud / first["file"]).unlink()
    assert both("Aiko", "exchange", "send", "--json").json["written"]


def test_a_package_that_changed_is_new_again(both):
    file = both("Aiko", "exchange", "send", "--json").json["file"]
    assert both("花子", "exchange", "merge", file).status == 0
    _mark(both, "Aiko", "free and open")
    both("Aiko", "exchange", "send")
    assert _states(both, "花子") == {file: "new"}


def test_what_brings_nothing_is_merged_until_a_merge_is_undone(both):
    file = both("Aiko", "exchange", "send", "--json").json["file"]
    assert both("花子", "exchange", "merge", file).status == 0
    _mark(both, "花子", "free and open")
    both("Aiko", "exchange", "send", "--without-documents")
    # She has all of it, and more.
    assert _states(both, "花子")[file] == "new"
    assert both("花子", "exchange", "merge", file, "--json").json["unchanged"]
    assert _states(both, "花子")[file] == "merged"
    assert both("花子", "undo").status == 0
    assert both("花子", "undo").status == 0
    assert _states(both, "花子")[file] == "new"


def test_what_comes_back_as_it_was_sent_is_no_news(both):
    file = both("Aiko", "exchange", "send", "--json").json["file"]
    assert both("花子", "exchange", "merge", file).status == 0
    back = both("花子", "exchange", "send", "--json").json["file"]
    assert _states(both, "Aiko")[back] == "new"
    assert both("Aiko", "exchange", "merge", back).status == 0
    assert both("Aiko", "exchange", "send", "--json").json["written"]
    assert _states(both, "花子")[file] == "merged"
    both("Aiko", "exchange", "send", "--without-documents")
    assert _states(both, "花子")[file] == "merged"
    _mark(both, "Aiko", "free and open")
    both("Aiko", "exchange", "send")
    assert _states(both, "花子")[file] == "new"


def test_what_is_set_aside_is_offered_no_longer_until_it_changes(both):
    file = both("Aiko", "exchange", "send", "--json").json["file"]
    assert both("花子", "exchange", "aside", file, "--json").json["state"] == "set-aside"
    assert _states(both, "花子") == {file: "set-aside"}
    assert both("花子", "exchange", "aside", file, "--off", "--json").json["state"] == "new"
    both("花子", "exchange", "aside", file)
    _mark(both, "Aiko", "free and open")
    both("Aiko", "exchange", "send")
    assert _states(both, "花子") == {file: "new"}


def test_second_versions_that_a_cloud_made_are_offered(both, cloud, home):
    file = both("Aiko", "exchange", "send", "--json").json["file"]
    (cloud / file.replace(".commonplace", " (conflicted copy 2024-01-02).commonplace")).write_bytes(
        (cloud / file).read_bytes()
    )
    library = home / "Aiko" / "lib.commonplace"
    (cloud / "lib (Aiko's conflicted copy 2024-01-02).commonplace").write_bytes(library.read_bytes())
    (cloud / "plain.commonplace").write_bytes(library.read_bytes())
    lines = {line["copy_of"]: line for line in both("花子", "exchange", "list", "--json").json}
    assert {one: line["state"] for one, line in lines.items()} == {
        "": "new", file: "conflicted-copy", "lib.commonplace": "conflicted-copy",
    }  # fmt: skip
    assert both("花子", "exchange", "merge", lines["lib.commonplace"]["file"]).status == 0
    assert lines["lib.commonplace"]["file"] in {
        file for file, state in _states(both, "花子").items() if state == "merged"
    }


def test_conflicts_that_are_left_give_the_status_of_merge(both):
    for name, title in (("Aiko", "The sea"), ("花子", "An ocean")):
        key = both(name, "sources", "--json").json[0]["citekey"]
        assert both(name, "reference", "set", key, f"title={title}").status == 0
    file = both("Aiko", "exchange", "send", "--json").json["file"]
    assert both("花子", "exchange", "merge", file, "--dry-run").status == 0
    assert both("花子", "exchange", "merge", file).status == 4


def test_a_folder_that_is_gone_is_told(both, cloud, home):
    cloud.rename(home / "stick")
    for words in (("list",), ("send",), ("merge", "x")):
        answer = both("Aiko", "exchange", *words, "--json")
        assert (answer.status, answer.error["code"]) == (3, "folder-gone")
    assert both("Aiko", "exchange", "--json").json["there"] is False
    (home / "stick").rename(cloud)
    assert both("Aiko", "exchange", "list").status == 0


def test_without_a_folder(colleague, cloud, run):
    assert colleague("Aiko", "exchange", "list", "--json").error["code"] == "no-folder"
    assert colleague("Aiko", "exchange", "send").status == 1
    assert colleague("Aiko", "exchange", "set", cloud / "nowhere").status == 3
    assert colleague("Aiko", "exchange", "--json").json["folder"] == ""
    colleague("Aiko", "exchange", "set", cloud, "--no-documents", "--at-closing")
    told = colleague("Aiko", "exchange", "--json").json
    assert (told["folder"], told["documents"], told["at_closing"]) == (str(cloud), False, True)
    assert not colleague("Aiko", "exchange", "off", "--json").json["folder"]
    assert colleague("Aiko", "exchange", "list").status == 1
    assert run("--library", cloud / "none.commonplace", "exchange", "list").status == 3


def test_a_name_that_is_not_there(both):
    assert both("Aiko", "exchange", "merge", "nobody.commonplace-share").status == 2
    assert both("Aiko", "exchange", "aside", "nobody.commonplace-share").status == 2


def test_documents_stay_here_where_that_is_wanted(both, cloud):
    file = both("Aiko", "exchange", "send", "--without-documents", "--json").json["file"]
    (line,) = both("花子", "exchange", "list", "--json").json
    assert (line["file"], line["documents"]) == (file, False)
    assert b"The sea is free" not in (cloud / file).read_bytes()


def test_two_persons_and_two_libraries_of_one_computer_write_two_files(both, home, run, cloud):
    both("Aiko", "exchange", "send")
    assert both("Aiko", "--person", "愛子", "exchange", "send").status == 0
    other = home / "Aiko" / "other.commonplace"
    assert run("--library", other, "new").status == 0
    assert run("--library", other, "import", home / "Aiko" / "sea.txt").status == 0
    assert run("--library", other, "exchange", "set", cloud).status == 0
    assert run("--library", other, "exchange", "send").status == 0
    names = _names(cloud)
    assert len(names) == 3
    assert [name.rpartition("-")[0].rpartition("-")[0] for name in names] == ["Aiko", "Aiko", "person"]
    assert all(name.isascii() for name in names)
    assert sorted(_states(both, "Aiko").values()) == ["new", "own", "own"]
