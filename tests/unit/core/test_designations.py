import pytest

from core.designations import article, chapter, numeral, section


@pytest.mark.parametrize(
    ("line", "number", "label"),
    [
        ("Article 9", (9,), "9"),
        ("ARTICLE IX", (9,), "IX"),
        ("Art. 5", (5,), "5"),
        ("Article 12 bis", (12, 2), "12 bis"),
        ("Article 12a", (12, 1), "12a"),
        ("Article 9. The Japanese people aspire to peace.", (9,), "9"),
        ("Article 9 (Renunciation of War)", (9,), "9"),
        ("Article 9 – Renunciation of War", (9,), "9"),
        ("Article 9 Renunciation of War", (9,), "9"),
        ("Article 5 1. Each Party shall act.", (5,), "5"),
        ("第九条", (9,), "9"),
        ("第１２条", (12,), "12"),
        ("第十二条の二", (12, 2), "12-2"),
        ("第九条　日本国民は、正義と秩序を希求する。", (9,), "9"),
        ("第九条（戦争の放棄）", (9,), "9"),
    ],
)
def test_articles(line, number, label):
    found = article(line, heading=False)
    assert (found.number, found.label) == (number, label)


@pytest.mark.parametrize(
    "line",
    [
        "Article 9 of the Constitution says that war is renounced.",
        "Article 9(1) says so.",
        "Article 9 (1) of the Constitution",
        "Article 9 (adopted in 1947) renounces war.",
        "Article 9, paragraph 2, says more.",
        "Article 9 – which renounces war – is short.",
        "Article 9 Japan renounces war.",
        "Article 9's second paragraph",
        "Articles 9 and 10",
        "article 9",
        "Article I wrote last year",
        "第九条は、戦争を放棄する。",
        "第九条の規定により",
        "第九条第二項",
        "第九条（戦争の放棄）は短い。",
        "第条",
    ],
)
def test_sentences_that_speak_of_an_article(line):
    assert article(line, heading=False) is None


@pytest.mark.parametrize(
    ("read", "line", "number", "label"),
    [
        (section, "Section 4", (4,), "4"),
        (section, "§ 12a Duties", (12, 1), "12a"),
        (section, "第三節　概要", (3,), "3"),
        (chapter, "Chapter II: The war", (2,), "II"),
        (chapter, "第2章総則", (2,), "2"),
        (numeral, "2.1 Origins", (2, 1), "2.1"),
        (numeral, "2.1.3", (2, 1, 3), "2.1.3"),
        (numeral, "１．はじめに", (1,), "1"),
    ],
)
def test_sections_and_chapters(read, line, number, label):
    assert (read(line).number, read(line).label) == (number, label)


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (section, "Section 4 of the Act"),
        (chapter, "第2章では何を述べるか"),
        (numeral, "2013 in review"),
        (numeral, "2013年"),
        (numeral, "2.5% more"),
        (numeral, "5G networks"),
        (numeral, "9/11"),
    ],
)
def test_headings_that_number_nothing(read, line):
    assert read(line) is None
