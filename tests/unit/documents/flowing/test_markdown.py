"""Markdown: the text as it is read."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.documents.flowing.front_matter import found_in_front_matter
from commonplace.documents.flowing.markdown import read_markdown
from commonplace.documents.reading import UnreadableError

RARE = "𠮷野家 😀 e\u0301 \ufa19 ﬁn soft\u00adhyphen שלום"


def test_marks_are_no_text_and_emphasis_is_kept(spans):
    read = read_markdown(b"A **bold *both*** `code` [link](https://example.org/) [in](x.md) \\*star\\* &amp; ~~old~~")
    assert read.text == "A bold both code link in *star* & old"
    assert spans(read) == [
        ("bold", "bold both", ""),
        ("italic", "both", ""),
        ("code", "code", ""),
        ("link", "link", "https://example.org/"),
        ("strikethrough", "old", ""),
    ]


def test_line_ends_are_spaces_and_between_wide_characters_nothing():
    source = f"One\ntwo  \nthree\\\nfour\n日本の\n防衛\n*日本*\nfive\n\n{RARE}\r\n"
    assert read_markdown(source.encode()).text == f"One two\nthree\nfour 日本の防衛日本 five\n{RARE}"


def test_blocks_of_every_kind(blocks):
    source = """# One *head*
Two
---
> quoted
> on

- a
  1. b

     more
* * *
| h | i |
|---|---|
| *c* | `d` |

```py
x = 1
  y
```

    indented
"""
    assert blocks(read_markdown(source.encode())) == [
        ("heading", 1, "One head"),
        ("heading", 2, "Two"),
        ("quote", 0, "quoted on"),
        ("list-item", 1, "a"),
        ("list-item", 2, "b"),
        ("list-item", 2, "more"),
        ("cell", 0, "h"),
        ("cell", 0, "i"),
        ("cell", 0, "c"),
        ("cell", 0, "d"),
        ("code", 0, "x = 1\n  y"),
        ("code", 0, "indented"),
    ]


def test_the_name_behind_a_heading_is_not_printed(blocks):
    source = "# One *head* {#one .unnumbered}\n\n## Sets {a} and {#b} c\n\n## Two {-}\n\nText {#no}"
    found = [text for _, _, text in blocks(read_markdown(source.encode()))]
    assert found == ["One head", "Sets {a} and {#b} c", "Two", "Text {#no}"]


def test_notes_stand_at_the_end(blocks, spans):
    read = read_markdown(b"One[^a] two.^[Inline.]\n\n[^a]: First *note*.\n\n    More.\n\nLast.")
    assert blocks(read) == [
        ("paragraph", 0, "One two."), ("paragraph", 0, "Last."),
        ("note", 0, "First note."), ("note", 0, "More."), ("note", 0, "Inline."),
    ]  # fmt: skip
    assert [one for one in spans(read) if one[0] == "note"] == [
        ("note", "", "a"), ("note", "", "2"), ("note", "", "a"), ("note", "", "2"),
    ]  # fmt: skip


def test_html_among_it(blocks, spans):
    source = "A <b>bold</b> H<sub>2</sub>O a<br>b <span>x</span> **y</b>** <!-- no -->\n\n"
    source += "<div><p>Block <i>it</i></p></div>\n\n<!-- no -->"
    read = read_markdown(source.encode())
    assert [text for _, _, text in blocks(read)] == ["A bold H2O a\nb x y", "Block it"]
    assert ("subscript", "2", "") in spans(read)


def test_front_matter_says_what_the_text_is():
    source = """---
title: "On Things: a study"
author:
  - name: Jane Smith
    affiliation: Somewhere
  - 山田 太郎
date: 2020-05-04 # first
doi: 10.1234/abc
tags: [a, b]
---
# Heading

Text.
"""
    read = read_markdown(source.encode())
    assert read.text == "Heading\nText."
    best = {}
    for one in read.found:
        best.setdefault(one.field, []).append(one.value)
    assert best["title"][0] == "On Things: a study"
    assert best["author"] == ["Smith, Jane", "山田, 太郎"]
    assert best["date"] == ["2020-05-04"]
    assert best["doi"] == ["10.1234/abc"]


@pytest.mark.parametrize(
    ("matter", "authors"),
    [
        ("author: Jane Smith", ["Smith, Jane"]),
        ("author: 'Jane Smith'", ["Smith, Jane"]),
        ('authors: [Jane Smith, "O\'Neil, Ada"]', ["Smith, Jane", "O'Neil, Ada"]),
        ("author:\n- Jane Smith\n- Ada Fenwick", ["Smith, Jane", "Fenwick, Ada"]),
        ("author: [{name: Jane Smith}, {name: Ada Fenwick}]", ["Smith, Jane", "Fenwick, Ada"]),
        ("author:\n", []),
        ("Author: *anchor", []),
    ],
)
def test_authors_as_people_write_them(matter, authors):
    assert [one.value for one in found_in_front_matter(matter) if one.field == "author"] == authors


def test_a_title_without_front_matter():
    assert [one.value for one in read_markdown(b"# A title of it\n\nText.").found if one.field == "title"] == [
        "A title of it"
    ]


def test_old_encodings():
    read = read_markdown("# 見出し\n\n日本の防衛について。".encode("cp932"))
    assert read.text == "見出し\n日本の防衛について。"
    assert "cp932" in read.remark


def test_deep_nesting_loses_nothing(blocks):
    assert blocks(read_markdown(b"> " * 60 + b"deep")) == [("quote", 0, "deep")]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"<!-- only a comment -->", b"---\ntitle: x\n---\n"])
def test_a_file_without_text(data):
    with pytest.raises(UnreadableError) as raised:
        read_markdown(data)
    assert raised.value.failure.code == "no-text"


@given(st.text(st.sampled_from(list("ab*_`[]()<>#-|>~^:!&\\\n 日𠮷1.\x00")), max_size=60))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_source_makes_blocks_on_the_axis(blocks, source):
    blocks(read_markdown(f"x\n\n{source}".encode()))


@pytest.mark.parametrize(
    ("source", "text", "readings"),
    [
        ("この<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>は", "この漢字は", [("漢字", "かんじ")]),
        ("<ruby><rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby>", "東京", [("東", "とう"), ("京", "きょう")]),
        ("<ruby>漢<rp>(<rt>かん<rp>)</ruby>字", "漢字", [("漢", "かん")]),
        ("a <rt> b <script>x()</script>c", "a  b c", []),
        ("<div><ruby>漢<rp>(<rt>かん<rp>)</ruby>字</div>", "漢字", [("漢", "かん")]),
    ],
)
def test_readings_are_kept_and_are_no_text(source, text, readings):
    read = read_markdown(source.encode())
    spans = [span for block in read.blocks for span in block.spans if span.style == "ruby"]
    assert read.text == text
    assert [(text[span.start : span.end], span.target) for span in spans] == readings
