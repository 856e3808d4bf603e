"""Plain-text articles of every shape people paste: what they say of themselves, and what they do not."""

from pathlib import Path
from textwrap import dedent

import pytest

from commonplace.documents.found.metadata_text import found_in_text

PROSE = (
    "The government approved the new plan on December 16, 2022, after months of talks between the coalition parties. "
    "It doubles the budget over five years, and it names long-range missiles as a priority."
)
MORE = (
    "Critics of the plan doubt that the money can be found. In June 2015 the cabinet had promised to borrow no more, "
    "and the ministers who were asked about it last week did not say what has changed since then."
)
JA_PROSE = (
    "政府は2022年12月16日、新しい戦略を閣議決定した。"
    "防衛費を五年間で倍増させ、長射程のミサイルを優先課題とする内容である。"
)


def said(text):
    found = {}
    for entry in found_in_text(dedent(text)):
        found.setdefault(entry.field, []).append(entry.value)
    return found


def article(*lines, prose=PROSE):
    return "\n".join([*lines, "", prose, "", MORE if prose is PROSE else JA_PROSE, ""])


def test_a_title_above_a_blank_line_and_prose():
    assert said(article("Counting the Cost of a Longer Reach"))["title"] == ["Counting the Cost of a Longer Reach"]


def test_no_date_comes_from_running_prose():
    assert "date" not in said(article("Counting the Cost of a Longer Reach"))


def test_no_author_is_invented():
    assert "author" not in said(article("Counting the Cost of a Longer Reach", "", "September 10, 2013"))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("September 10, 2013", "2013-09-10"),
        ("Sept. 10, 2013", "2013-09-10"),
        ("6 April 2016", "2016-04-06"),
        ("6th of April, 2016", "2016-04-06"),
        ("2013-09-10", "2013-09-10"),
        ("2013/9/10", "2013-09-10"),
        ("Friday, December 16, 2022", "2022-12-16"),
        ("Published: 16 Dec 2022", "2022-12-16"),
        ("Published on April 6, 2016 at 10:30 am", "2016-04-06"),
        ("Tokyo, April 6, 2016", "2016-04-06"),
        ("April 6, 2016 | 5 min read", "2016-04-06"),
        ("April 2016", "2016-04"),
        ("2022年12月16日", "2022-12-16"),
        ("２０２２年１２月１６日（金）", "2022-12-16"),
        ("令和4年12月16日", "2022-12-16"),
        ("平成元年1月8日", "1989-01-08"),
        ("公開日：2022年12月16日", "2022-12-16"),
    ],
)
def test_a_dateline_in_any_manner(line, date):
    assert said(article("Counting the Cost of a Longer Reach", "", line))["date"] == [date]


def test_the_day_of_publication_goes_before_the_day_of_an_update():
    found = said(article("Counting the Cost", "Updated: May 1, 2017", "Published: April 6, 2016"))
    assert found["date"] == ["2016-04-06"]


def test_an_update_is_a_date_where_there_is_no_other_but_less_sure():
    (date,) = [f for f in found_in_text(article("Counting the Cost", "", "Updated May 1, 2017")) if f.field == "date"]
    assert date.value == "2017-05-01"
    assert date.sure < 60


def test_a_chronology_has_no_dateline():
    events = "\n\n".join(
        f"{day} May 2014\n\nSomething of weight happened then, and it was noted by all." for day in (3, 9, 20)
    )
    assert "date" not in said(f"A Chronology of the Reform\n\n{PROSE}\n\n{events}\n")


@pytest.mark.parametrize(
    "label",
    [
        "Foreign Policy",
        "Ministry of Foreign Affairs of Japan",
        "Ministry of Defense",
        "Opinion",
        "Politics & Society",
        "The Pacific Herald",
        "Institute for Maritime Studies",
        "Center for Strategic Dialogue",
        "Asia News Network",
        "Press Releases",
        "Home > News > Security",
        "Skip to content",
        "www.example.org",
        "防衛省",
        "外交政策",
        "東亜新聞",
        "このページを 日本語 で読む",
    ],
)
class TestSiteLabels:
    def test_a_label_alone_is_no_title(self, label):
        assert "title" not in said(f"{label}\n{PROSE}\n{MORE}\n")

    def test_a_label_apart_from_the_prose_is_no_title(self, label):
        assert "title" not in said(article(label))

    def test_the_title_stands_under_it(self, label):
        found = said(article(label, "Japan’s Longer Reach", "", "September 10, 2013"))
        assert found["title"] == ["Japan’s Longer Reach"]
        assert found["date"] == ["2013-09-10"]

    def test_the_title_stands_under_it_after_a_blank_line(self, label):
        assert said(article(label, "", "Counting the Cost of a Longer Reach"))["title"] == [
            "Counting the Cost of a Longer Reach"
        ]


def test_a_text_that_begins_with_prose_has_no_title():
    assert "title" not in said(f"{PROSE}\n\nA Heading Further Down\n\n{MORE}\n")


def test_a_line_that_stands_again_at_the_foot_is_the_sites():
    site = "Straits Quarterly and More"
    text = f"{site}\n\n{PROSE}\n\n{MORE}\n\n© 2016 {site}. All rights reserved.\n"
    assert "title" not in said(text)


def test_a_series_above_the_title_is_no_title():
    found = said(article("Pacific Notes", "What the New Budget Buys and What It Does Not", "", "By Jane Doe"))
    assert found["title"] == ["What the New Budget Buys and What It Does Not"]
    assert found["author"] == ["Doe, Jane"]


def test_a_title_may_be_a_question():
    assert said(article("Can the Alliance Last?", "", "6 April 2016"))["title"] == ["Can the Alliance Last?"]


def test_a_title_loses_its_site():
    found = said(article("Counting the Cost of a Longer Reach | The Pacific Herald", "", "6 April 2016"))
    assert found["title"] == ["Counting the Cost of a Longer Reach"]
    assert found["site"] == ["The Pacific Herald"]


def test_a_title_without_a_blank_line_below():
    assert said(f"Why the New Budget Will Not Be Enough\n{PROSE}\n{MORE}\n")["title"] == [
        "Why the New Budget Will Not Be Enough"
    ]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ["Doe, Jane"]),
        ("BY JANE DOE", ["Doe, Jane"]),
        ("by Jane Q. Doe and John Roe", ["Doe, Jane Q.", "Roe, John"]),
        ("By Jane Doe, John Roe, and Max van der Berg", ["Doe, Jane", "Roe, John", "van der Berg, Max"]),
        ("By Dr. Jane Doe, Senior Fellow", ["Doe, Jane"]),
        ("By Jane Doe | September 10, 2013", ["Doe, Jane"]),
        ("Author: Kenji Sakamoto", ["Sakamoto, Kenji"]),
        ("Author: SAKAMOTO Kenji", ["Sakamoto, Kenji"]),
        ("Author: Sakamoto Kenji", ["Sakamoto, Kenji"]),
        ("Authors: Jane Doe; John Roe", ["Doe, Jane", "Roe, John"]),
        ("Written by Jane Doe", ["Doe, Jane"]),
        ("Author: Ministry of Defense", ["{Ministry of Defense}"]),
        ("著者：高橋一郎", ["高橋, 一郎"]),
        ("著者：長谷川 花子", ["長谷川, 花子"]),
        ("執筆者：森健太、佐々木明子", ["森, 健太", "佐々木, 明子"]),
        ("高橋一郎　著", ["高橋, 一郎"]),
    ],
)
def test_a_byline_in_any_manner(line, authors):
    assert said(article("Counting the Cost of a Longer Reach", line))["author"] == authors


@pytest.mark.parametrize(
    "line", ["By 2030", "By Popular Demand", "By Land and by Sea", "By the Ministry", "By land and sea, 2013"]
)
def test_not_every_by_begins_a_byline(line):
    assert "author" not in said(article("Counting the Cost of a Longer Reach", line))


def test_a_label_at_the_foot_names_the_author():
    assert said(f"{article('Counting the Cost')}\n(Read the article in Japanese.)\nAuthor: Kenji Sakamoto\n")[
        "author"
    ] == ["Sakamoto, Kenji"]


def test_names_under_the_title_next_to_a_date():
    found = said(article("Counting the Cost of a Longer Reach", "Jane Doe and John Roe", "6 April 2016"))
    assert found["title"] == ["Counting the Cost of a Longer Reach"]
    assert found["author"] == ["Doe, Jane", "Roe, John"]


@pytest.mark.parametrize("line", ["National Security Strategy", "Strategic Outlook", "White Paper", "Crossing Lines"])
def test_a_heading_under_the_title_is_no_name(line):
    assert "author" not in said(article("Counting the Cost of a Longer Reach", "", line))


@pytest.mark.parametrize(
    ("note", "authors"),
    [
        ("Anna Maria Keller is a senior fellow at the Institute for Maritime Studies.", ["Keller, Anna Maria"]),
        (
            "Nakata Kazuhiro is president of a research centre in Osaka and a former vice minister.",
            ["Nakata, Kazuhiro"],
        ),
        ("Kazuhiro Nakata is professor of law.", ["Nakata, Kazuhiro"]),
        ("Dr. Anna Keller is an analyst who writes about ships.", ["Keller, Anna"]),
        ("The author, Anna Keller, is a lecturer in history.", ["Keller, Anna"]),
        ("Anna Keller and Ben Lowe are researchers at a university.", ["Keller, Anna", "Lowe, Ben"]),
        ("Anna Keller is a lecturer in history. Ben Lowe is an analyst in Oslo.", ["Keller, Anna", "Lowe, Ben"]),
        ("Anna Keller (PhD, Oslo) is a journalist and author.", ["Keller, Anna"]),
    ],
)
def test_a_note_on_the_author_at_the_foot(note, authors):
    assert said(f"{article('Counting the Cost of a Longer Reach')}\n+ posts\n\n{note}\n\nTo Top\n")["author"] == authors


def test_a_note_and_a_name_line_give_one_author():
    foot = "Nakata Kazuhiro is president of a society for peace.\n\nNakata Kazuhiro\n\nPresident, Society for Peace\n"
    assert said(f"{article('Counting the Cost of a Longer Reach')}\n{foot}")["author"] == ["Nakata, Kazuhiro"]


def test_a_person_the_text_speaks_of_is_not_its_author():
    text = f"The Minister and the Budget\n\nAda Stone took office in May. Stone cut the budget. {PROSE}\n\n{MORE}\n\n"
    assert "author" not in said(text + "Ada Stone is the first minister who ever did so.\n")


def test_a_heading_announces_the_author():
    foot = "About the author\n\nAnna Keller teaches history in Bergen.\n"
    assert said(f"{article('Counting the Cost of a Longer Reach')}\n{foot}")["author"] == ["Keller, Anna"]


def test_how_the_text_uses_a_name_tells_the_order():
    text = f"Two Roads to a Budget\n\nBy Maro Kelim\n\n{PROSE} Mr. Maro argues otherwise.\n\n{MORE}\n"
    assert said(text)["author"] == ["Maro, Kelim"]


class TestJapanese:
    def test_title_date_and_author(self):
        found = said(article("長射程化の代償を考える", "", "2022年12月16日", "著者：高橋一郎", prose=JA_PROSE))
        assert found["title"] == ["長射程化の代償を考える"]
        assert found["date"] == ["2022-12-16"]
        assert found["author"] == ["高橋, 一郎"]

    def test_a_site_and_a_section_above_it(self):
        found = said(article("東亜新聞", "社説", "長射程化の代償を考える", "", "令和4年12月16日", prose=JA_PROSE))
        assert found["title"] == ["長射程化の代償を考える"]

    def test_a_label_and_prose_have_no_title(self):
        assert "title" not in said(f"防衛省\n{JA_PROSE}\n{JA_PROSE}\n")

    def test_a_note_with_the_reading_of_a_name(self):
        foot = "高橋一郎（たかはし・いちろう）\n1972年生まれ。防衛研究所主任研究官。\n"
        assert said(article("長射程化の代償を考える", prose=JA_PROSE) + "\n執筆者紹介\n" + foot)["author"] == [
            "高橋, 一郎"
        ]

    def test_a_date_and_a_name_side_by_side(self):
        found = said(article("長射程化の代償を考える", "2023年1月20日　小松原健", prose=JA_PROSE))
        assert found["date"] == ["2023-01-20"]
        assert found["author"] == ["小松原, 健"]

    def test_a_foreign_name(self):
        assert said(article("長射程化の代償を考える", "著者：アンナ・ケラー", prose=JA_PROSE))["author"] == [
            "ケラー, アンナ"
        ]


def test_a_doi_on_a_line_of_its_own():
    assert said(article("Counting the Cost", "doi:10.1234/abc.5(6)"))["doi"] == ["10.1234/abc.5(6)"]


@pytest.mark.parametrize("text", ["", "\n\n", "Word", "-----", "?"])
def test_next_to_nothing_says_nothing(text):
    assert found_in_text(text) == ()


class TestWholeArticles:
    """Articles with everything that sites put around them."""

    def test_a_forum_with_an_affiliation_and_a_note(self):
        text = f"""East Asian Notes

Japan’s long-range dilemma

16 December 2022

Author: Rina Matsubara, Keio University

{PROSE}

{MORE}

Rina Matsubara is Associate Professor at the Faculty of Law, Keio University.
"""
        found = said(text)
        assert found["title"] == ["Japan’s long-range dilemma"]
        assert found["author"] == ["Matsubara, Rina"]
        assert found["date"] == ["2022-12-16"]

    def test_a_magazine_with_sections_and_a_subtitle(self):
        text = f"""THE HERALDIST
FEATURES | SECURITY | EAST ASIA

Japan’s Quiet Revolution in Cyber Defense
Tokyo is finally serious about it. Will it last?

By Clara Winthrop
March 03, 2023

{PROSE}

{MORE}

AUTHORS
Clara Winthrop

Clara Winthrop is a researcher at the Hague Centre.
"""
        found = said(text)
        assert found["title"] == ["Japan’s Quiet Revolution in Cyber Defense"]
        assert found["author"] == ["Winthrop, Clara"]
        assert found["date"] == ["2023-03-03"]

    def test_a_page_without_blank_lines(self):
        text = f"""Straits Security Watch
Home > Politics
Why Tokyo Needs a Cyber Command
Politics Defense Feb 3, 2023
Fujiwara Kenta [Profile]
{PROSE}
{MORE}
FUJIWARA Kenta
Professor at a university in Kyoto. Born in 1970.
"""
        found = said(text)
        assert found["title"] == ["Why Tokyo Needs a Cyber Command"]
        assert found["author"] == ["Fujiwara, Kenta"]
        assert found["date"] == ["2023-02-03"]

    def test_menus_and_buttons_to_share(self):
        text = f"""Skip to main content
Menu
Search

COMMENTARY

A Fleet for the Next War

Share
Tweet

Anton Berger, Lucia Marino
January 5, 2020

{PROSE}
"""
        found = said(text)
        assert found["title"] == ["A Fleet for the Next War"]
        assert found["author"] == ["Berger, Anton", "Marino, Lucia"]
        assert found["date"] == ["2020-01-05"]

    def test_marks_of_emphasis_around_the_lines(self):
        found = said(f"# A Longer Chapter\n\n*By Tom Ashworth*\n\n**May 4, 2021**\n\n{PROSE}\n")
        assert found == {"title": ["A Longer Chapter"], "author": ["Ashworth, Tom"], "date": ["2021-05-04"]}

    def test_a_periodicals_number_is_no_title(self):
        head = "Journal of Sea Things, Vol. 3, No. 2 (2019)\nDeterrence by Denial among Islands"
        found = said(f"{head}\nKenji Mori and Alice B. Munro\n{PROSE}\n")
        assert found["title"] == ["Deterrence by Denial among Islands"]
        assert found["author"] == ["Mori, Kenji", "Munro, Alice B."]

    def test_a_news_agencys_opening(self):
        found = said(f"Japan doubles its budget for defense\n\nTOKYO, Dec. 16, 2022 — {PROSE}\n")
        assert found["date"] == ["2022-12-16"]

    def test_a_japanese_institutes_commentary(self):
        found = said(
            f"海洋研究所\n海研コメンタリー\n\n長射程をめぐる議論の現在地\n\n地域研究部　主任研究官　小松原 健\n\n"
            f"2023年1月20日\n\n{JA_PROSE}\n\n{JA_PROSE}\n"
        )
        assert found == {"title": ["長射程をめぐる議論の現在地"], "author": ["小松原, 健"], "date": ["2023-01-20"]}

    def test_a_japanese_newspapers_closing(self):
        found = said(f"長射程をめぐる議論の現在地\n\n{JA_PROSE}\n\n{JA_PROSE}\n（筆者は中央大学教授　藤本和也）\n")
        assert found["author"] == ["藤本, 和也"]

    def test_people_named_at_the_foot_for_other_reasons_are_no_authors(self):
        foot = "Edited by Sam Pike\n\nPhoto: Ken Watts\n\nRELATED:\n- ‘A History of the Sea' by Richard J. Stone\n"
        assert "author" not in said(f"{article('Counting the Cost of a Longer Reach')}\n{foot}")


SEEDS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus" / "seeds"


@pytest.mark.corpus
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real files are not beside the checkout")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "bosack-nss-four-years-on.txt",
            {
                "title": ["Japan’s National Security Secretariat, Four Years On"],
                "author": ["Bosack, Michael MacArthur"],
            },
        ),
        ("ezaki-intelligence-reform.txt", {"author": ["Ezaki, Michio"]}),
        ("mofa-nss-overview-2016.txt", {"title": ["Japan's Security Policy"], "date": ["2016-04-06"]}),
        ("mofa-security-policy-2013.txt", {"title": ["Japan’s Security Policy"], "date": ["2013-09-10"]}),
        (
            "tokuchi-networked-security-architecture.txt",
            {
                "title": [
                    "Japan’s New National Security Strategy and Contribution to a Networked "
                    "Regional Security Architecture"
                ],
                "author": ["Tokuchi, Hideshi"],
            },
        ),
    ],
)
def test_real_articles(name, expected):
    assert said((SEEDS / name).read_text("utf-8")) == expected
