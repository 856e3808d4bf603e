import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from commonplace.exchange import prose

ORDINARY = [
    "Japan's defence budget rose to $5 billion (about 2 % of GDP) in 2013-14; it will reach $8 billion.",
    'He said: "A free and open Indo-Pacific" -- and nothing else...',
    "In 2013 [sic] the cabinet […] decided [1] to act.",
    "See foo_bar_baz, e.g. a@b.org, 5 < 6 & 7 > 3, C# and A2/AD, 10^6, ~20, 50% | half.",
    "B. Russell wrote it.",
    "-5 degrees, #1 priority, +3 points",
    "自由で開かれたインド太平洋（FOIP）を推進する。",
    "𠮷野家 👩‍👩‍👧 e\u0301 \ufa19 o\ufb03ce co\u00adoperation no\u00a0break \u3000x שלום",
]

SIGNS = r"""
--- ... ** ~~ $$ [FOIP] [^1] ](http://x) ![ {=latex} <b> --> 1. (a) iv. A. #. (@x) @key [@key] &amp;
&#65; ::: ``` +---+ \input{x} http://a.b/c_d_e <http://x> <a@b.c> <1@b.c> ^[n] _x_
"""
SPACED = ["<!-- ", "B. ", "| ", "=== ", "p. 4", "Mr. ", "e\u0301", "\u3000", "\xa0", "Table: "]
FRAGMENTS = st.sampled_from([*list("\\`*_{}[]()#+-.!<>|~^$@&:;=%\"'/ \t"), *SIGNS.split(), *SPACED])
# Each example is a whole run of pandoc, so failing ones are not made smaller.
FEW = settings(max_examples=20, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
TEXTS = st.lists(FRAGMENTS | LETTERS | st.sampled_from(["foo", "bar ", " baz"]), max_size=12).map("".join)


def words(text):
    """White space between words does not count; pandoc makes some of it unbreakable."""
    return " ".join(text.replace("\u00a0", " ").replace("\t", " ").split(" ")).split()


def plain(inlines):
    assert {inline["t"] for inline in inlines} <= {"Str", "Space"}, inlines
    return "".join(inline.get("c", " ") for inline in inlines)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_stays_as_it_was_printed(text):
    assert prose.block(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*a* and _b_", r"\*a\* and \_b_"),
        (r"\input{x}", r"\\input{x}"),
        ("<script>", r"\<script>"),
        ("![x](http://y)", r"!\[x](http://y)"),
        ("1. First", r"1\. First"),
        ("(2) Second", r"(2\) Second"),
        ("- Point", r"\- Point"),
        ("# Title", r"\# Title"),
        ("> said", r"\> said"),
        ("it costs 5$ or $6$.", r"it costs 5\$ or \$6\$."),
        ("[see @key, p. 3]", r"[see \@key, p. 3]"),
        ("&lt; is an entity", r"\&lt; is an entity"),
        ("<!-- gone -->", r"<\!-- gone -->"),
        ("a[^1] ![c]", r"a\[^1] !\[c]"),
    ],
)
def test_what_pandoc_would_act_upon_is_escaped(text, escaped):
    assert prose.block(text) == escaped


def test_brackets_around_a_heading_are_no_link():
    assert prose.block("the [foip ] vision [FOIP]", {"foip"}) == r"the \[foip ] vision \[FOIP]"


@pytest.mark.parametrize(
    ("text", "escaped"), [("C#", r"C\#"), ("Sets {a}", r"Sets \{a}"), ("A2/AD", "A2/AD"), ("1. x", "1. x")]
)
def test_headings_keep_closing_signs(text, escaped):
    assert prose.heading(text) == escaped


def test_paragraphs_keep_spaces_that_are_no_white_space_of_markdown():
    assert prose.paragraphs("\t a \r\n\r\n\u3000b\u00a0\rc") == ["a", "\u3000b\u00a0", "c"]


@FEW
@given(st.lists(TEXTS, min_size=100, max_size=100))
def test_pandoc_reads_every_text_back(pandoc, texts):
    paragraphs = [paragraph for text in texts for paragraph in prose.paragraphs(text)]
    document = "# FOIP\n\n" + "\n\n".join(f"> {prose.block(text, {'foip'})}\n\n***" for text in paragraphs)

    blocks = [block for block in pandoc(document, "markdown-smart")["blocks"][1:] if block["t"] != "HorizontalRule"]

    assert [block["t"] for block in blocks] == ["BlockQuote"] * len(paragraphs)
    for text, block in zip(paragraphs, blocks, strict=True):
        (inner,) = block["c"]
        assert inner["t"] == "Para", (text, inner)
        assert words(plain(inner["c"])) == words(text)


@FEW
@given(st.lists(TEXTS, min_size=100, max_size=100))
def test_pandoc_reads_every_heading_back(pandoc, texts):
    texts = [text for text in texts if text.split()]
    names = {prose.folded(text) for text in texts}
    document = "\n\n".join(f"## {prose.heading(text, names)}" for text in texts)

    blocks = pandoc(document, "markdown-smart")["blocks"]

    assert [block["t"] for block in blocks] == ["Header"] * len(texts)
    for text, block in zip(texts, blocks, strict=True):
        assert words(plain(block["c"][2])) == words(" ".join(text.split()))
