"""Texts and web pages made to keep a reader busy: nested, repeated, endless.  Each is read or refused, soon."""

import time

import pytest

from commonplace.documents.reading import ReadRequest
from commonplace.documents.workers.pool import DocumentWorkers

SECONDS = 30.0
REFUSED = {"damaged", "too-large", "too-slow", "memory", "no-text", "encoding"}

MANY = 200_000
TEXTS = {
    "nested.html": "<div>" * MANY + "Words.",
    "nested tables.html": "<table><tr><td>" * (MANY // 10) + "Words.",
    "unclosed.html": "<p><b><i><a href=x>" * (MANY // 10) + "Words.",
    "attributes.html": "<p " + " ".join(f"a{number}=b" for number in range(MANY)) + ">Words.",
    "beginnings.html": "<!--" * MANY + "<" * MANY,
    "references.html": "<p>Words." + "&#x110000;&#0;&#xD800;&amp" * MANY,
    "linked data.html": '<script type="application/ld+json">' + "[" * MANY + "</script><p>Words.",
    "nested.rtf": r"{\rtf1 " + "{" * MANY + "Words.",
    "closed.rtf": r"{\rtf1 Words." + "}" * MANY,
    "binary.rtf": r"{\rtf1 \bin2147483647 Words.}",
    "numbers.rtf": r"{\rtf1 " + r"\u-2147483648?\uc9999999999 \li999999999999 " * 1000 + "Words.}",
    "tables.rtf": r"{\rtf1 " + r"\trowd\cellx1\cell\row" * MANY + "Words.}",
    "quotes.md": ">" * MANY + " Words.",
    "lists.md": "".join(" " * (2 * level) + "* a\n" for level in range(1000)) + "Words.",
    "brackets.md": "[" * MANY + "Words." + "](" * MANY,
    "stars.md": "*_`~" * MANY + "Words.",
    "tables.md": "|a" * MANY + "\n" + "|-" * MANY + "\n" + "|b" * MANY,
    "references.md": "".join(f"[{number}]: b\n" for number in range(MANY // 10)) + "[1] Words.",
    "front.md": "---\n" + "a: [" * MANY + "\n---\nWords.",
    "parts.mhtml": "Content-Type: multipart/related; boundary=b\n\n"
    + "--b\nContent-Type: text/html\n\nWords.\n" * 20_000,
    "nested.mhtml": "".join(
        f"Content-Type: multipart/related; boundary=b{level}\n\n--b{level}\n" for level in range(5000)
    )
    + "Content-Type: text/html\n\nWords.",
    "header.mhtml": "MIME-Version: 1.0\nContent-Type: multipart/related; " + 'a="b"; ' * MANY + "\n\nWords.",
    "one line.txt": "Words and more words " * 500_000,
    "marks.txt": "e" + "\u0301" * 1_000_000,
    "blank.txt": "Words." + "\n \t\n" * 1_000_000,
}


# These are given up only when their time is over.
LONG = {
    "attributes.html", "beginnings.html", "tables.md", "stars.md", "brackets.md", "header.mhtml", "parts.mhtml",
    "tables.rtf", "nested.mhtml",
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name in LONG else name for name in TEXTS]
)
def test_what_keeps_a_reader_busy_is_given_up_in_time(tmp_path, name):
    (tmp_path / name).write_text(TEXTS[name], "utf-8")
    begun = time.monotonic()
    with DocumentWorkers(1) as workers:
        (result,) = workers.read([ReadRequest(tmp_path / name)])
    assert time.monotonic() - begun < SECONDS
    if result.failure:
        assert result.failure.code in REFUSED, result.failure
        assert "unusual" not in result.failure.reason
