"""Three people, each with a computer of their own: what they did apart becomes one, and each conflict is shown once."""

import json
from contextlib import closing
from pathlib import Path

import pymupdf
import pytest

from db.check import dump
from db.engine import Engine

PAGES = (
    ("A free and open order rests on the rule of law,", "on the freedom of the sea and on trade."),
    ("The plan names four tasks.", "The harbour towns kept watch and traded."),
)
DRAWN = {
    "first": "free and open order rests",
    "second": "order rests on the rule of law",
    "third": "The plan names four tasks",
    "fourth": "plan names four tasks",
    "fifth": "harbour towns kept watch",
}
REAL = {
    "first": "Ut purus elit, vestibulum ut",
    "second": "vestibulum ut, placerat ac",
    "third": "Nam arcu libero",
    "fourth": "Nam arcu libero, nonummy",
    "fifth": "Praesent eget sem",
}


@pytest.fixture(params=["drawn", pytest.param("real", marks=pytest.mark.corpus)])
def document(request, tmp_path, corpus) -> tuple[Path, dict[str, str]]:
    """A PDF, and passages of it: the first overlaps the second, the third the fourth."""
    if request.param == "real":
        return corpus / "pdf" / "ieee-two-column.pdf", REAL
    with pymupdf.open() as pages:
        for lines in PAGES:
            page = pages.new_page()
            for number, line in enumerate(lines):
                page.insert_text((50, 80 + number * 24), line, fontsize=14)
        pages.save(tmp_path / "order.pdf")
    return tmp_path / "order.pdf", DRAWN


def test_what_three_people_did_apart_becomes_one(computers, document):
    file, said = document
    aiko, ben, chiara = (computers(name) for name in ("Aiko", "Ben", "Chiara"))
    begin_apart(aiko, ben, file, said)
    from_ben = ben.share("for-chiara", "--concept", "FOIP", "--without-documents")

    told = chiara.merge(from_ben)
    assert (told["added"]["highlight"], told["added"]["concept"], told["conflicts"]) == (1, 1, 0)
    assert [one["name"] for one in told["persons"]] == ["Ben"]
    assert len(told["missing_documents"]) == 1
    assert b"%PDF" not in from_ben.read_bytes()
    (passage,) = chiara("highlights").json
    assert passage["exact"] == said["second"]

    # She edits what Ben goes on editing.
    key = passage["citekey"]
    chiara("note", passage["id"], "What Chiara thinks of it.")
    chiara("concept", "rename", "FOIP", "FOIP (Japan)")
    chiara("reference", "set", key, "title=The title Chiara found")
    ben("concept", "rename", "FOIP", "FOIP, as Ben reads it")
    ben("note", passage["id"], "What Ben thinks of it now.")
    ben("tag", passage["id"], "--concept", "Order")
    aiko("reference", "set", key, "title=The title Aiko found")

    told = aiko.merge(chiara.share("for-aiko"))
    assert told["conflicts"] == 1
    (title,) = aiko("conflicts").json
    assert [head["value"] for head in title["heads"]] == ["The title Aiko found", "The title Chiara found"]

    exchange(aiko, ben)
    assert chiara.merge(aiko.share("for-chiara"))["missing_documents"] == []
    everybody = aiko, ben, chiara
    assert shown(aiko) == shown(ben) == shown(chiara)
    assert notes(aiko) == notes(ben) == notes(chiara)

    # Each conflict once, the same for everybody.
    told = [one("conflicts").json for one in everybody]
    assert told[0] == told[1] == told[2]
    assert sorted(line["what"] for line in told[0]) == ["field title", "name"]
    assert all(len(line["heads"]) == 2 for line in told[0])
    assert [line["highlights"] for line in aiko("concept", "list").json if line["name"] == "Order"] == [2]

    # Settled by one, it is settled for all; and then there is nothing left to exchange.
    for line in told[0]:
        chiara("resolve", line["id"], "--keep", 1)
    exchange(chiara, ben)
    exchange(ben, aiko)
    assert [one("conflicts").json for one in everybody] == [[], [], []]
    assert shown(aiko) == shown(ben) == shown(chiara)
    for one in everybody:
        assert one.merge(ben.share("again", "--force"))["unchanged"]
        one("check")


def begin_apart(aiko, ben, file, said):
    """Both import the same file; both make FOIP, mark and tag passages that overlap, rename and delete."""
    for one in (aiko, ben):
        one("import", file)
    (key,) = {line["citekey"] for one in (aiko, ben) for line in one("sources").json}
    aiko.mark(key, said["first"], "FOIP", "What Aiko thinks of it.")
    third = aiko.mark(key, said["third"], "FOIP")
    ben.mark(key, said["second"], "foip", "What Ben thinks of it.")
    fourth = ben.mark(key, said["fourth"], "FOIP")
    ben.mark(key, said["fifth"], "Order")
    aiko("concept", "rename", "FOIP", "Free and open")
    aiko("delete", third)
    ben("delete", fourth)


def exchange(one, other):
    """Each sends all to the other, both as they were before; the second time brings nothing."""
    packages = one.share("all", "--force"), other.share("all", "--force")
    one.merge(packages[1])
    other.merge(packages[0])
    assert one.merge(other.share("all", "--force"))["unchanged"]


def shown(one):
    """Return all that somebody's library shows."""
    with closing(Engine(one.library, read_only=True)) as engine:
        return dump(engine)


def notes(one):
    """Return what a guest exports at somebody's computer: who wrote a note is named for all others only."""
    out = one.folder / "notes.md"
    one("export", "--format", "md", "-o", out, "--force", person="Guest")
    return out.read_text("utf-8"), out.with_suffix(".bib").read_text("utf-8")


@pytest.mark.parametrize("document", ["drawn"], indirect=True)
def test_two_who_named_the_same_thing_have_one_concept(computers, document):
    """Nobody renamed it: what both call FOIP is one, with the passages of both."""
    file, said = document
    aiko, ben = computers("Aiko"), computers("Ben")
    for one, passage, name in ((aiko, "first", "FOIP"), (ben, "second", "foip")):
        one("import", file)
        one.mark(one("sources").json[0]["citekey"], said[passage], name)
    exchange(aiko, ben)
    for one in (aiko, ben):
        (concept,) = one("concept", "list").json
        assert concept["highlights"] == 2
        assert one("conflicts").json == []
        assert len(one("highlights").json) == 2
        assert {line["author"] for line in one("highlights").json} == {"Aiko", "Ben"}
    assert json.dumps(aiko("concept", "list").json) == json.dumps(ben("concept", "list").json)
