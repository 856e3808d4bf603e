import pytest

from commonplace.citations.dates import is_date, year_in, year_of

SOUND = """
2001 2001-03 2001-03-05 1997/1998 1034/ ../1565 2000/.. 1723? 1723~ 1723% 1723?~ 199X 19XX 1999-XX 1999-07-XX
2003-21 2003-24 -0379-02 Y17000002 2001-01-03T17:07:34+05:00 2001-01-03T17:07:34Z 2000-02-29 2003-21/2003-24
"""


@pytest.mark.parametrize("text", SOUND.split())
def test_dates_that_biblatex_reads(text):
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["1996-13-03", "1.5.1998", "1995-1-04", "2001-02-29", "2001-04-31", "/", "", "..", "in press", "2001/2/3", "01"],
)
def test_dates_that_it_does_not(text):
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022-12-16", "2022"),
        ("c. 1850", "1850"),
        ("[1999]", "1999"),
        ("../1565", "1565"),
        ("平成12年", "2000"),
        ("令和元年", "2019"),
        ("昭和３５年", "1960"),
        ("２０２２年", "2022"),
        ("in press", ""),
        ("199X", ""),
        ("20221216", ""),
    ],
)
def test_the_year_in_a_date(text, year):
    assert year_in(text) == year


def test_the_date_goes_before_the_year():
    assert year_of({"year": "1999", "date": "2001-05"}) == "2001"
    assert year_of({"year": "1999", "date": "forthcoming"}) == "1999"
    assert year_of({}) == ""
