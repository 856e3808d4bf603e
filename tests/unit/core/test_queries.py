import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold
from core.queries import Phrase, fts_match, parse_query

letters = st.one_of(
    st.sampled_from("abAB12 \n-*\"'“”「」/()反撃がカ神\ufa19éé\u0301йи\u0306\u0300й.AND\u19b0\U0003134f\U000f0000😀🤔"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
texts = st.text(letters, max_size=30)


@pytest.fixture(scope="module")
def index():
    connection = apsw.Connection(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, content='', contentless_delete=1,"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    return connection


def stands_in(folded_text, phrase):
    """What FTS5 is to find: all but the last token whole, and that one whole or begun."""
    wanted = f" {' '.join(phrase.tokens)}" + ("" if phrase.prefix else " ")
    return wanted in f" {folded_text} "


def matches(index, folded_text, expression):
    index.execute("DELETE FROM t")
    index.execute("INSERT INTO t(rowid, x) VALUES (1, ?)", (folded_text,))
    return bool(index.execute("SELECT rowid FROM t WHERE t MATCH ?", (expression,)).fetchall())


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("free open", (Phrase(("free",)), Phrase(("open",)))),
        ('"Free and Open" sea', (Phrase(("free", "and", "open")), Phrase(("sea",)))),
        ("“free and” 「open sea」", (Phrase(("free", "and")), Phrase(("open", "sea")))),
        ("A2/AD Japan's", (Phrase(("a2", "ad")), Phrase(("japan", "s")))),
        ("反撃能力", (Phrase(("反", "撃", "能", "力")),)),
        ("反撃　能力", (Phrase(("反", "撃")), Phrase(("能", "力")))),
        ("deter*", (Phrase(("deter",), prefix=True),)),
        ("A2/AD*", (Phrase(("a2", "ad"), prefix=True),)),
        ("反* ** deter.*", (Phrase(("反",)), Phrase(("deter",)))),
        ("Deter-\nrence", (Phrase(("deterrence",)),)),
        ('"open', (Phrase(("open",)),)),
        ('"', ()),
        ("-- ()", ()),
        ("", ()),
    ],
)
def test_what_is_typed(typed, phrases):
    assert parse_query(typed) == phrases


def test_nothing_typed_is_syntax(index):
    for typed in ['a OR "b', "NEAR(a b)", "x:a", "a NOT b", "^a", "{a} : b", "'; DROP", "a AND", "+a"]:
        assert matches(index, fold(typed), fts_match(parse_query(typed)))


def test_a_page_pasted_as_a_query_is_a_query(index):
    page = " ".join(f"word{n}" for n in range(3000)) + " 反撃" * 500
    assert matches(index, fold(page), fts_match(parse_query(page)))


def test_no_phrase_matches_nothing(index):
    assert not matches(index, "a", fts_match(()))


@given(text=texts, typed=texts)
def test_fts5_finds_what_occurs(index, text, typed):
    folded_text, phrases = fold(text), parse_query(typed)
    occur = bool(phrases) and all(stands_in(folded_text, phrase) for phrase in phrases)
    assert matches(index, folded_text, fts_match(phrases)) == occur


@given(text=texts, data=st.data())
def test_what_is_copied_from_a_text_is_found_in_it(index, text, data):
    words = text.split()
    start = data.draw(st.integers(0, len(words)))
    typed = '"' + " ".join(words[start : start + 3]).translate(dict.fromkeys(map(ord, '"“”„＂「」『』'), " ")) + '"'
    phrases = parse_query(typed)
    if phrases:
        assert all(stands_in(fold(" ".join(words)), phrase) for phrase in phrases)
        assert matches(index, fold(" ".join(words)), fts_match(phrases))


@given(texts)
def test_the_tokens_of_fts5_are_the_words_of_the_folded_text(text):
    tokenizer = apsw.Connection(":memory:").fts5_tokenizer("unicode61", ["remove_diacritics", "0"])
    found = tokenizer(fold(text).encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False)
    assert [token for (token,) in found] == fold(text).split()
