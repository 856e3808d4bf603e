"""Places of words in one document: beginnings of words, divided words, ligatures, Japanese, over page breaks."""

from commonplace.library.finding import places_in
from core.records import Layer, Span

TEXT = "The ﬁrst counter-\nstrike capa-\nbility, 反撃能\n力を保有. Café and cafe."


def found(wanted, layer=None):
    layer = layer or Layer("", "", TEXT)
    return [layer.text[start:end] for start, end in places_in(layer, wanted)]


def test_words_are_found_however_lines_and_glyphs_divide_them():
    assert found("first") == ["ﬁrst"]
    assert found("capability") == ["capa-\nbility"]
    assert found("反撃能力") == ["反撃能\n力"]


def test_a_part_of_a_word_is_enough_and_accents_and_case_mean_nothing():
    assert found("CAF") == ["Caf", "caf"]
    assert found("trike") == ["trike"]


def test_nothing_is_found_for_nothing():
    assert found("  ") == found("-") == found("zebra") == []


def test_a_passage_is_found_over_a_running_head_that_lies_in_it():
    text = "It lets vessels\nPAPER 2022\n7\npass freely."
    layer = Layer("", "", text, asides=(Span(16, 26, "running-head"), Span(27, 28, "page-number")))

    assert found("vessels pass", layer) == ["vessels\nPAPER 2022\n7\npass"]
    assert found("paper", layer) == ["PAPER"]
