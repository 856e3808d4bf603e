"""The five articles that the first users annotate, from files to cited notes."""

import re

import pytest

pytestmark = pytest.mark.corpus

TITLES = {
    "bosack-nss-four-years-on.txt",
    "ezaki-intelligence-reform.txt",
    "mofa-nss-overview-2016.txt",
    "mofa-security-policy-2013.txt",
    "tokuchi-networked-security-architecture.txt",
}


@pytest.fixture
def seeds(cli, corpus, tmp_path):
    """A library of the five articles; returns a function that runs commands in it."""

    def inside(*words: object):
        return cli("--library", tmp_path / "seeds.commonplace", *words)

    assert inside("new").status == 0
    assert inside("import", corpus / "seeds").status == 0
    return inside


def test_what_the_articles_say_of_themselves(seeds, corpus):
    lines = {line["file_names"][0]: line for line in seeds("sources", "--json").json}
    assert set(lines) == TITLES

    titled = 0
    for name, line in lines.items():
        text = (corpus / "seeds" / name).read_text("utf-8")
        own = line["title"] != name
        titled += own
        if own:
            assert " ".join(line["title"].split()) in " ".join(text.split())
    assert titled == 4
    named = {author for line in lines.values() for author in line["authors"]}
    assert len(named) == 3
    assert all(re.fullmatch(r"[^,]+, [^,]+", author) for author in named)
    dates = [line["date"] for line in lines.values() if line["date"]]
    assert len(dates) == 2


def test_authors_leave_as_family_and_given(seeds, tmp_path):
    assert seeds("bib", "export", "-o", tmp_path / "all.bib").status == 0

    authors = re.findall(r"author\s*=\s*\{(.*)\}", (tmp_path / "all.bib").read_text("utf-8"))

    assert len(authors) == 3
    assert all(re.fullmatch(r"[^,{}]+, [^,{}]+", author) for author in authors)


def test_passages_are_highlighted_and_exported_with_their_citations(seeds, corpus, tmp_path):
    marked: dict[str, set[str]] = {}
    for concept, query in (("FOIP", '"free and open indo-pacific"'), ("counterstrike", "counterstrike")):
        hits = seeds("search", query, "--in", "sources", "--json").json
        assert hits
        for hit in hits[:6]:
            text = seeds("text", hit["source"]).out
            start, end = text.rfind("\n", 0, hit["start"]) + 1, text.find("\n", hit["end"])
            passage = text[start : end if end >= 0 else None].strip()
            answer = seeds("highlight", hit["source"], "--quote", passage, "--concept", concept, "--create", "--json")
            assert answer.status == 0, answer.err
            marked.setdefault(hit["source"], set()).add(passage)

    assert seeds("export", "--format", "md", "-o", tmp_path / "notes.md").status == 0
    assert seeds("export", "--format", "latex", "-o", tmp_path / "notes.tex").status == 0
    assert seeds("export", "--concept", "FOIP", "--format", "md", "-o", tmp_path / "foip.md").status == 0

    notes, bib = (tmp_path / "notes.md").read_text("utf-8"), (tmp_path / "notes.bib").read_text("utf-8")
    cited = set(re.findall(r"\[@([^\],]+), para\. [0-9–]+\]", notes))
    assert cited == {line["citekey"] for line in seeds("sources", "--json").json if line["id"] in marked}
    assert all(f"{{{key}," in bib for key in cited)
    articles = [" ".join(path.read_text("utf-8").split()) for path in (corpus / "seeds").iterdir()]
    for line in seeds("highlights", "--json").json:
        assert any(line["quote"] in article for article in articles)
        assert line["locator"].startswith("para")
    quoted = [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line[2:]) for line in notes.splitlines() if line.startswith("> ")]
    assert len(quoted) >= len({p for own in marked.values() for p in own})
    assert all(any(" ".join(quote.split()) in article for article in articles) for quote in quoted)
