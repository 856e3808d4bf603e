"""Saved web pages: the article without its menus, or the page, in the page's own characters."""

from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html.builder import BODY, B, P

from commonplace.documents.flowing import html
from commonplace.documents.flowing.flow import placed
from commonplace.documents.flowing.html import ARTICLE_EXTRACTOR, PAGE_EXTRACTOR, read_html
from commonplace.documents.flowing.html_blocks import page_blocks
from commonplace.documents.reading import UnreadableError

CORPUS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus" / "html"
LONG = "It goes on for a while, so that it counts as a text that is worth keeping, and it ends with a full stop."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>A Longer Reach - The Pacific Herald</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>A Longer Reach</h1>
<p>The first paragraph has <b>bold</b>, <i>italic</i> and a <a href="https://example.org/x">link</a>. {LONG}</p>
<h2>The second part</h2>
<p>A second paragraph<br>with a break in it. {LONG} <a href="javascript:x()">Not a link.</a></p>
<ul><li>One point of a list</li><li>Two <em>points</em><ul><li>A point within</li></ul></li></ul>
<blockquote><p>What somebody said at the time. {LONG}</p></blockquote>
<table><tr><th>Year</th><th>Event</th></tr><tr><td>2013</td><td>NSC set up</td></tr></table>
<p>A last paragraph that ends the article with some words. {LONG}</p>
</article><footer><p>Copyright 2022 by the Herald</p></footer></body></html>"""


def blocks(read):
    return [(block.kind, block.level, read.text[block.start : block.end]) for block in read.blocks]


def whole(html):
    body = lxml.html.document_fromstring(f"<body>{html}</body>").find("body") if isinstance(html, str) else html
    return placed(block.draft for block in page_blocks(body, {}))


def drafts(html):
    text, found = whole(html)
    return [(block.kind, text[block.start : block.end]) for block in found]


class TestArticle:
    read = read_html(PAGE.encode())

    def test_menus_and_footers_are_left_out(self):
        assert self.read.extractor == ARTICLE_EXTRACTOR
        assert "Home" not in self.read.text
        assert "Copyright" not in self.read.text

    def test_headings_lists_quotes_and_cells_are_told_apart(self):
        found = blocks(self.read)
        assert ("heading", 1, "A Longer Reach") in found
        assert ("heading", 2, "The second part") in found
        assert ("list-item", 1, "Two points") in found
        assert ("list-item", 2, "A point within") in found
        assert [text for kind, _, text in found if kind == "cell"] == ["Year", "Event", "2013", "NSC set up"]
        assert any(kind == "quote" and text.startswith("What somebody said") for kind, _, text in found)

    def test_the_text_is_the_blocks_joined_by_newlines(self):
        assert self.read.text == "\n".join(self.read.text[block.start : block.end] for block in self.read.blocks)

    def test_emphasis_and_web_links_are_spans(self):
        spans = {
            (self.read.text[span.start : span.end], span.style, span.target)
            for block in self.read.blocks
            for span in block.spans
            if span.start < span.end
        }
        assert spans == {
            ("bold", "bold", ""),
            ("italic", "italic", ""),
            ("link", "link", "https://example.org/x"),
            ("points", "italic", ""),
        }

    def test_a_break_is_a_newline_in_its_block(self):
        assert "A second paragraph\nwith a break in it." in self.read.text


SENTENCE = "A sentence that is as long as one of an article is, and no longer than that."
PARTS = f"""<h1>Title</h1><h2>Part</h2><p>{SENTENCE}</p>
<ul><li>One</li><li>Two</li></ul><blockquote>Said.</blockquote><table><tr><td>Cell</td></tr></table><p>Short.</p>"""


@pytest.mark.parametrize(
    "around", ["{}", "<div>{}</div>", "<main><section>{}</section></main>", "<article>{}</article>"]
)
def test_nothing_is_lost_of_what_is_laid_out_beside_the_text(around):
    found = [text for _, _, text in blocks(read_html(f"<body>{around.format(PARTS)}</body>".encode()))]
    assert found == ["Title", "Part", SENTENCE, "One", "Two", "Said.", "Cell", "Short."]


def test_of_a_short_page_the_heading_and_the_pictures_stay_with_its_text():
    picture = '<p><img src="data:image/png;base64,AA==" alt="A map"></p>'
    read = read_html(f"<h1>見出し</h1><p>反撃能力の文。これは本文である。</p>{picture}".encode(), "utf-8")
    assert [kind for kind, _, _ in blocks(read)] == ["heading", "paragraph", "image"]


@pytest.mark.parametrize("top", ["<header><h1>The Title</h1><p>A Name</p></header>", "<h1>The Title</h1><p>A Name</p>"])
def test_an_article_keeps_the_title_above_it(top):
    head = "<head><title>The Title - The Site</title></head>"
    read = read_html(f"{head}<body><header><h1>The Site</h1></header>{top}<main><p>{LONG}</p></main></body>".encode())
    assert read.text.startswith("The Title\n")
    assert "The Site" not in read.text


def test_notes_that_a_page_says_are_notes_are_set_apart_without_the_way_back():
    mark = '<a href="#n1" role="doc-noteref"><sup>1</sup></a>'
    note = '<li id="n1" role="doc-endnote"><p>A note. <a href="#r1" role="doc-backlink">back</a></p></li>'
    read = read_html(
        f"<article><p>{LONG} {mark} {LONG}</p></article><aside role='doc-endnotes'><ol>{note}</ol></aside>".encode()
    )
    assert blocks(read)[-1] == ("note", 0, "A note.")
    assert [(span.style, span.target) for span in read.blocks[-1].spans] == [("note", "n1"), ("number", "1.")]


def test_notes_of_a_page_that_word_saved():
    mark = "<span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span>"
    text = f"<p>{LONG}<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>{mark}</a></p>"
    back = f"<a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>{mark}</a>"
    notes = (
        f"<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>{back} A note.</p></div>"
    )
    read = read_html(f"<body>{text}{notes}</div></body>".encode(), whole_page=True)
    assert blocks(read) == [("paragraph", 0, f"{LONG}[1]"), ("note", 0, "A note.")]
    assert [(span.style, span.target) for block in read.blocks for span in block.spans] == [("note", "ftn1")] * 2


def test_the_whole_page_on_wish():
    read = read_html(PAGE.encode(), whole_page=True)
    assert read.extractor == PAGE_EXTRACTOR
    assert read.remark == ""
    assert read.text.startswith("Home\nNews\nA Longer Reach\n")
    assert read.text.endswith("Copyright 2022 by the Herald")


def test_a_page_without_an_article_is_kept_whole_and_said():
    read = read_html(b"<html><body><nav><ul><li><a href='/'>One</a></li><li>Two</li></ul></nav></body></html>")
    assert read.text == "One\nTwo"
    assert read.extractor == PAGE_EXTRACTOR
    assert "all of it" in read.remark


def test_a_page_as_large_as_a_book_is_kept_whole(monkeypatch):
    monkeypatch.setattr(html, "_LARGEST_SEARCHED", 1000)
    read = read_html(PAGE.encode())
    assert read.extractor == PAGE_EXTRACTOR
    assert "all of it" in read.remark


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><script>x</script></body></html>", b"<!-- -->"])
def test_a_page_without_text_is_a_failure_with_a_reason(data):
    with pytest.raises(UnreadableError):
        read_html(data)


RARE = "𠮷野家 😀 e\u0301 \ufa19 ﬁn soft\u00adhyphen שלום no\u00a0break　全角"


@pytest.mark.parametrize("whole_page", [True, False])
def test_characters_are_kept_as_they_are(whole_page):
    page = PAGE.replace("The first paragraph has", RARE)
    assert RARE in read_html(page.encode(), whole_page=whole_page).text


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>one\n  two\t three </p>", [("paragraph", "one two three")]),
        ("<p>a<b> b </b> c</p>", [("paragraph", "a b c")]),
        ("<p>日本\n語の\nCIA\n報告</p>", [("paragraph", "日本語の CIA 報告")]),
        ("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です</p>", [("paragraph", "漢字です")]),
        ("<p>a<!-- hidden --> b</p>", [("paragraph", "a b")]),
        ("<p>a<script>x</script><span hidden>y</span><i style='display: none'>z</i>b</p>", [("paragraph", "ab")]),
        ("<div>a<p>b</p>c</div>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<pre>a\n  b\n</pre>", [("code", "a\n  b")]),
        ("<p>a<br><br>b<br></p>", [("paragraph", "a\n\nb")]),
        ("<li><p>a</p><p>b</p></li>", [("list-item", "a"), ("list-item", "b")]),
        ("<p>a<textarea>x</textarea><template>y</template><noscript>z</noscript></p>", [("paragraph", "a")]),
        ("<p>&#0;a&#xD800;b</p>", None),
    ],
)
def test_how_markup_becomes_text(html, found):
    if found is None:
        read_html(f"<html><body>{html}</body></html>".encode()).text.encode()
    else:
        assert drafts(html) == found


@pytest.mark.parametrize(
    ("ruby", "text", "readings"),
    [
        ("漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp>", "漢字", [("漢字", "かんじ")]),
        ("漢<rp>(<rt>かん<rp>)<rb>字<rp>(<rt>じ<rp>)", "漢字", [("漢", "かん"), ("字", "じ")]),
        ("<rb>東<rt>とう</rt>京</rb>都", "東京都", [("東", "とう")]),
        ("<rb>昨<rb>日<rt>さく<rt>じつ", "昨日", [("昨", "さく"), ("日", "じつ")]),
        ("<rb>旧<rb>金<rt>jiù<rt>jīn<rtc>SF", "旧金", [("旧金", "SF"), ("旧", "jiù"), ("金", "jīn")]),
        ("<rb>東</rb><rb>京</rb><rtc><rt>とう</rt><rt>きょう</rt></rtc>", "東京", [("東", "とう"), ("京", "きょう")]),
        ("<rb>東</rb><rt>a</rt><rtc><rt>とう</rt></rtc>", "東", [("東", "a"), ("東", "とう")]),
        (
            "<ruby>東<rt>とう</rt>南<rt>なん</rt></ruby><rt>SE</rt>",
            "東南",
            [("東南", "SE"), ("東", "とう"), ("南", "なん")],
        ),
    ],
)
def test_ruby_is_no_text_and_its_readings_are_kept(ruby, text, readings):
    read = read_html(f"<p>この<ruby>{ruby}</ruby>は𠮷</p>".encode(), "utf-8", whole_page=True)
    spans = [span for block in read.blocks for span in block.spans]
    assert read.text == f"この{text}は𠮷"
    assert [(read.text[span.start : span.end], span.target) for span in spans if span.style == "ruby"] == readings


def test_a_style_over_two_blocks_is_a_span_in_each():
    text, blocks = whole(BODY(B("one", P("two"), "three"), "four"))
    assert text == "one\ntwo\nthreefour"
    assert [text[span.start : span.end] for block in blocks for span in block.spans] == ["one", "two", "three"]


@pytest.mark.parametrize(("depth", "said"), [(100, ""), (400, "nested too deep")])
def test_what_the_parser_drops_of_a_page_is_said(depth, said):
    deep = "<div>" * depth + "<p>deep</p>" + "</div>" * depth
    read = read_html(f"<html><body><p>before</p>{deep}<p>after</p></body></html>".encode(), whole_page=True)

    assert said in read.remark
    assert ("after" in read.text) == (not said)


def test_a_page_of_which_the_parser_reads_nothing_is_a_failure_with_a_reason():
    with pytest.raises(UnreadableError, match="nested too deep"):
        read_html(b"<div>" * 400 + b"<p>deep</p>")


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-8", "utf-16"])
@pytest.mark.parametrize("declared", [True, False])
def test_the_encoding_is_declared_or_found_out(encoding, declared):
    names = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP"}
    meta = f'<meta charset="{names.get(encoding, encoding)}">' if declared else ""
    page = (
        f"<html><head>{meta}<title>戦略</title></head><body><p>自由で開かれたインド太平洋とは何か。</p></body></html>"
    )
    assert read_html(page.encode(encoding), whole_page=True).text == "自由で開かれたインド太平洋とは何か。"


def test_a_page_that_can_be_read_byte_by_byte_is_in_none_of_the_wide_encodings_it_names():
    page = '<html><head><meta charset="utf-16"></head><body><p>plain words</p></body></html>'
    assert read_html(page.encode("ascii"), whole_page=True).text == "plain words"


def test_a_false_declaration_is_seen_through():
    page = '<html><head><meta charset="utf-8"></head><body><p>自由で開かれたインド太平洋とは何か。</p></body></html>'
    assert "インド太平洋" in read_html(page.encode("cp932"), whole_page=True).text


def test_nothing_local_is_read_and_entities_do_not_grow(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    page = f"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "yyyyyyyyyy">]>
    <html><body><p>Words &x; and &y;</p><iframe src="{secret.as_uri()}"></iframe></body></html>"""
    assert "the secret" not in read_html(page.encode(), whole_page=True).text


def test_a_page_of_any_depth_comes_to_an_end():
    page = "<html><body>" + "<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p></body></html>"
    with suppress(UnreadableError):
        assert read_html(page.encode()).text


markup = st.recursive(
    st.text(alphabet="ab 日\n𠮷&;", max_size=6),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "b", "i", "li", "ul", "pre", "td", "ruby", "rt", "h2", "a href='https://e.org'"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(markup)
def test_blocks_are_the_text_and_spans_lie_in_their_blocks(html):
    text, found = whole(f"{html}x")
    assert text == "\n".join(text[block.start : block.end] for block in found)
    at = 0
    for block in found:
        assert block.start == at
        assert text[block.start : block.end].strip()
        for span in block.spans:
            assert block.start <= span.start < span.end <= block.end
        at = block.end + 1


class TestMetadata:
    def found(self, head="", body=""):
        page = f"<html><head>{head}</head><body>{body}<p>{LONG}</p></body></html>"
        values = {}
        for entry in read_html(dedent(page).encode(), whole_page=True).found:
            values.setdefault(entry.field, []).append(entry.value)
        return values

    def test_a_journal_says_everything_in_citation_elements(self):
        found = self.found(
            '<meta name="citation_title" content="A Longer Reach"><meta name="citation_author" content="Doe, Jane">'
            '<meta name="citation_author" content="John Roe">'
            '<meta name="citation_publication_date" content="2016/04/06">'
            '<meta name="citation_doi" content="doi:10.1234/abc.5">'
        )
        assert found["title"][0] == "A Longer Reach"
        assert found["author"] == ["Doe, Jane", "Roe, John"]
        assert found["date"] == ["2016-04-06"]
        assert found["doi"] == ["10.1234/abc.5"]

    def test_linked_data(self):
        found = self.found(
            """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "name": "Page"}, {"@type": "Person", "@id": "#p", "name": "Jane Doe"},
            {"@type": ["NewsArticle"], "headline": "A Longer Reach", "datePublished": "2016-04-06T09:00:00+09:00",
            "author": [{"@id": "#p"}, {"@type": "Organization", "name": "Blue Water"}],
            "publisher": {"@type": "Organization", "name": "The Pacific Herald"}}]}</script>"""
        )
        assert found["title"][0] == "A Longer Reach"
        assert found["author"] == ["Doe, Jane", "{Blue Water}"]
        assert found["date"] == ["2016-04-06"]
        assert found["publisher"] == ["The Pacific Herald"]

    @pytest.mark.parametrize(
        "script", ["", "{", "[[[]]]", '{"@type": 3}', '{"@type": "Article", "author": [[]]}', "null"]
    )
    def test_broken_linked_data_says_nothing(self, script):
        assert "author" not in self.found(f'<script type="application/ld+json">{script}</script>')

    @pytest.mark.parametrize(
        ("title", "site"),
        [
            ("A Longer Reach | The Pacific Herald", "The Pacific Herald"),
            ("A Longer Reach - The Pacific Herald", "The Pacific Herald"),
            ("A Longer Reach – Pacific Notes", "Pacific Notes"),
            ("A Longer Reach", None),
        ],
    )
    def test_the_site_is_taken_off_the_title(self, title, site):
        found = self.found(f"<title>{title}</title>")
        assert found["title"] == ["A Longer Reach"]
        assert found.get("site") == ([site] if site else None)

    def test_a_dash_of_the_titles_own_stays(self):
        found = self.found("<title>Deterrence - What It Costs and Who Pays | Herald</title>")
        assert found["title"] == ["Deterrence - What It Costs and Who Pays"]

    def test_a_named_site_is_taken_off_either_end(self):
        found = self.found(
            '<meta property="og:site_name" content="Herald"><title>Herald: A Longer Reach</title>'
            '<meta property="og:title" content="A Longer Reach - Herald">'
        )
        assert found["title"][0] == "A Longer Reach"
        assert found["site"] == ["Herald"]

    def test_what_the_markup_leaves_out_the_lines_may_say(self):
        found = self.found(
            "<title>A Longer Reach</title>", "<h1>A Longer Reach</h1><p>By Jane Doe</p><p>6 April 2016</p>"
        )
        assert found["author"] == ["Doe, Jane"]
        assert found["date"] == ["2016-04-06"]

    def test_a_site_that_signs_for_itself_is_no_person(self):
        found = self.found(
            '<meta name="DC.Creator" content="青山太郎"><meta property="og:site_name" content="青山太郎">'
        )
        assert found["author"] == ["{青山太郎}"]

    def test_language_and_address(self):
        page = (
            '<!-- saved from url=(0021)https://example.org/a --><html lang="ja"><head></head><body><p>'
            f"{LONG}</p></body></html>"
        )
        values = {entry.field: entry.value for entry in read_html(page.encode(), whole_page=True).found}
        assert values["language"] == "ja"
        assert values["url"] == "https://example.org/a"

    def test_no_author_and_no_date_are_invented(self):
        found = self.found("<title>A Longer Reach</title>", "<h1>A Longer Reach</h1><p>In May 2014 it was 3 May.</p>")
        assert "author" not in found
        assert "date" not in found


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real files are not beside the checkout")
class TestRealPages:
    def test_a_japanese_page_keeps_its_words(self):
        data = (CORPUS / "japanese-shift-jis.html").read_bytes()
        article, page = read_html(data), read_html(data, whole_page=True)
        assert article.extractor == ARTICLE_EXTRACTOR
        assert len(article.text) > 0.85 * len(page.text)
        for part in ("頗る理論の品価を増たるもの多し", "「注記一覧」に記載した記入例"):
            assert part in article.text
        assert "すこぶ" not in article.text
        assert ("title", "「注記一覧」記載例文") in {(entry.field, entry.value) for entry in article.found}

    def test_the_smallest_page(self):
        assert read_html((CORPUS / "hypothesis-minimal.html").read_bytes()).text == "One Two Three"
