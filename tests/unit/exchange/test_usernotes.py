import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from commonplace.exchange import usernotes

KNOWN = {"Abe2016"}

# None of these may come of a note.
FORBIDDEN = {"RawInline", "RawBlock", "Math", "Image", "Header", "Div", "Span"}

SIGNS = r"""
~~~ $x$ ](http://x) ](javascript:x) ](<file:x>) ![a](b) {=latex} <b> </div> <div> --> \<!-- @key
[@Abe2016] &lt; \input{x} \begin{x} `x`{=tex} <http://x> a@b@c ^[n] foo \\ \(x\) [x]{.y} <javascript:x>
"""
SPACED = [
    "\n\n",
    "\n---\n",
    "\n```",
    "```js\n",
    "[^1]: n",
    "[a]: x\n",
    "{.c onclick=x}",
    "<!-- ",
    "1. ",
    "(a) ",
    "\n# H\n",
    "H\n===\n",
    "H\n---\n",
    "bibliography: x",
    ":::\n",
    ":::{.x}\n",
    "\n|a|b|\n|-|-|\n",
    "> ",
    "- ",
    "    code",
    "bar ",
    "e\u0301",
    "\u3000",
    "自由",
    "\n: def",
]
PIECES = st.sampled_from([*list("\\`*_{}[]()#+-.!<>|~^$@&:;=%\"'/ \t\n"), *SIGNS.split(), *SPACED])
NOTES = st.lists(PIECES, min_size=1, max_size=14).map("".join).filter(str.strip)


def nodes(value):
    if isinstance(value, list):
        for part in value:
            yield from nodes(part)
    elif isinstance(value, dict):
        if "t" in value:
            yield value
        for part in value.values():
            yield from nodes(part)


def document(notes):
    return "\n\n".join(f"# Heading\n\n{usernotes.item(note, 'Hana', KNOWN)}\n- next\n\n<!-- end -->" for note in notes)


@pytest.mark.parametrize(
    "text",
    [
        "See **this** and _that_, p. 4; ~~no~~ yes[^1].",
        "Costs < 5 and > 3, a_b, #1 – “fine” … 自由 𠮷 e\u0301",
        "- one\n- two\n  1. three\n\n> quoted\n\n    code",
        "[a page](https://example.org/a_b?c=d#e) and <https://example.org>, hana@example.org",
        "as [@Abe2016, p. 3] says\\\nand \\*so on\\*",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "* * *",
    ],
)
def test_ordinary_markdown_stays_as_it_was_written(text):
    assert usernotes.contained(text, KNOWN) == text


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        (r"\input{/etc/passwd}", r"\\input\{/etc/passwd}"),
        (r"$\write18{x}$", r"\$\\write18\{x}\$"),
        ("`x`{=latex}", r"`x`\{=latex}"),
        ("<script>a</script>", r"\<script>a\</script>"),
        ("<!-- highlight 00 -->", r"<\!-- highlight 00 -->"),
        ("![](http://x/y.png)", r"\![](http://x/y.png)"),
        ("[x](javascript:alert)", r"[x]\(javascript:alert)"),
        ("[x]: file:///etc/passwd", r"[x]\: file:///etc/passwd"),
        ("# Heading", r"\# Heading"),
        ("Heading\n===", "Heading\n\\==="),
        ("---\nbibliography: x\n---", "* * *\nbibliography: x\n* * *"),
        ("> ---\n> a: b", "> * * *\n> a: b"),
        ("```dataviewjs\nx\n```", "```text-dataviewjs\nx\n```"),
        ("```\u00a0dataviewjs\nx", "```text-\u00a0dataviewjs\nx"),
        ("::: {.x}", r"\::: \{.x}"),
        ("[@Nobody1999]", r"[\@Nobody1999]"),
    ],
)
def test_what_could_act_is_made_literal(text, literal):
    assert usernotes.contained(text, KNOWN) == literal


def test_an_item_holds_all_of_a_note_under_its_writers_name():
    assert usernotes.item("\n  a\r\n\r\n- b  \n c\n", "Hana", KNOWN) == "- Hana:\n\n  a\n\n  - b  \n   c"


@settings(max_examples=20, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(NOTES, min_size=40, max_size=40))
def test_no_note_leaves_its_place_in_the_document(pandoc, notes):
    read = pandoc(document(notes))

    assert read["meta"] == {}
    assert [block["t"] for block in read["blocks"]] == ["Header", "BulletList", "RawBlock"] * len(notes)
    lists = read["blocks"][1::3]
    assert all(len(items["c"]) == 2 for items in lists)
    for node in nodes(lists):
        assert node["t"] not in FORBIDDEN, node
        if node["t"] == "Link":
            assert re.match(r"https?://|mailto:|#", node["c"][2][0]), node
        if node["t"] == "Cite":
            assert {citation["citationId"] for citation in node["c"][0]} <= KNOWN
