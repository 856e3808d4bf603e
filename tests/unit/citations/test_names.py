import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.citations.names import OTHERS, Name, display, from_found, parse_names, to_bibtex


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Donald E. Knuth and Lamport, Leslie", [Name("Knuth", "Donald E."), Name("Lamport", "Leslie")]),
        ("Ludwig van Beethoven", [Name("Beethoven", "Ludwig", "van")]),
        ("van Kluster, Jr., Kevin", [Name("Kluster", "Kevin", "van", "Jr.")]),
        (r"Charles de la Vall{\'e}e Poussin", [Name("Vallée Poussin", "Charles", "de la")]),
        ("{Simon and Schuster}", [Name(literal="Simon and Schuster")]),
        ("{Council on Trade} and Doe, J.", [Name(literal="Council on Trade"), Name("Doe", "J.")]),
        (r"{\v S}omeone Smith", [Name("Smith", "Šomeone")]),
        ("Doe, J. and others", [Name("Doe", "J."), OTHERS]),
        ("family=Bach, given={Johann, S.}, prefix=von", [Name("Bach", "Johann, S.", "von")]),
        ("id=x, given=Alfred, family=Adler", [Name("Adler", "Alfred")]),
        (r"\O rsted, A. and \'Etienne Doe", [Name("Ørsted", "A."), Name("Doe", "Étienne")]),
        ("Plato", [Name("Plato")]),
        ("", []),
        ("安倍 晋三", [Name("安倍", "晋三")]),
        ("樋口, 直人 and 高橋杉雄", [Name("樋口", "直人"), Name("高橋杉雄")]),
        ("あべ　しんぞう", [Name("あべ", "しんぞう")]),
        ("A and and B,", [Name("A"), Name("B")]),
    ],
)  # fmt: skip
def test_names_are_read(raw, names):
    assert parse_names(raw) == names


def test_a_reading_beside_it_reverses_a_japanese_name_with_a_comma():
    assert parse_names("晋三, 安倍", yomi="あべ しんぞう") == [Name("安倍", "晋三")]


@pytest.mark.parametrize(
    ("names", "raw"),
    [
        ([Name("Doe", "Jane", "van", "Jr."), Name(literal="A and B, Inc.")], "van Doe, Jr., Jane and {A and B, Inc.}"),
        ([Name("樋口", "直人")], "樋口, 直人"),
        ([Name("de Gaulle", "Charles")], "{de Gaulle}, Charles"),
        ([Name("Doe", "J."), OTHERS], "Doe, J. and others"),
    ],
)
def test_names_are_written(names, raw):
    assert to_bibtex(names) == raw
    assert parse_names(raw) == names


WORD = st.text(st.sampled_from("ABÇŁéøn.&_ß-日本あ𠮷"), min_size=1, max_size=6).filter(
    lambda w: w.strip(".-&_") and "--" not in w
)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
GIVEN = st.one_of(WORDS, st.sampled_from(["J. and K.", "Max, Jr."]))
PERSON = st.builds(
    Name,
    family=WORDS,
    given=GIVEN,
    prefix=st.sampled_from(["", "von", "de la"]),
    suffix=st.sampled_from(["", "Jr.", "III"]),
)
BODY = st.builds(
    Name, literal=st.sampled_from(["Ministry of Defense", "A and B, Inc.", "防衛省", "R&D {x} 50%", "others"])
)


@given(st.lists(st.one_of(PERSON, BODY), max_size=4))
def test_written_names_are_read_back(names):
    japanese = [name for name in names if name.is_cjk and (" " in name.family or name.prefix or name.suffix)]
    if not japanese:
        assert parse_names(to_bibtex(names)) == [
            Name(literal=n.literal.replace("{", "").replace("}", "")) if n.literal else n for n in names
        ]


def test_names_for_a_list():
    assert display([Name("Doe", "Jane"), Name("高橋", "杉雄"), Name(literal="NATO")]) == "Jane Doe, 高橋杉雄 and NATO"
    assert display([Name("Berg", "A.", "van der"), OTHERS]) == "A. van der Berg et al."
    assert display([]) == ""


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Tokuchi, Hideshi", Name("Tokuchi", "Hideshi")),
        ("{Ministry of Defense}", Name(literal="Ministry of Defense")),
        ("高橋, 杉雄", Name("高橋", "杉雄")),
        ("高橋 杉雄", Name("高橋", "杉雄")),
        ("Ministry of Defense", Name(literal="Ministry of Defense")),
        ("Plato", Name("Plato")),
    ],
)
def test_what_a_document_says_of_its_author(value, name):
    assert from_found(value) == name
