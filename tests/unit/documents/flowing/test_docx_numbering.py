"""Numbers that Word prints before paragraphs and that are none of their text."""

import pytest

from commonplace.documents.flowing.docx import read_docx


def level(at, text, form="decimal", *, more="", start=1):
    said = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{said}</w:lvl>'


def kind(name, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name, kind, more=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'


def override(at, start):
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name, properties, *, based="", type_="paragraph"):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    said = f'<w:name w:val="{name}"/>{base}<w:pPr>{properties}</w:pPr>'
    return f'<w:style w:type="{type_}" w:styleId="{name}">{said}</w:style>'


def numbered(name, at=None):
    inner = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return f'<w:numPr>{inner}<w:numId w:val="{name}"/></w:numPr>'


def p(text, properties="", *, styled=""):
    styled = f'<w:pStyle w:val="{styled}"/>' if styled else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


LEGAL = kind("1", level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


@pytest.fixture
def numbers(word, blocks):
    """Read a body, and show the blocks' texts and the numbers before them."""

    def show(body, **parts):
        read = read_docx(word(body, **parts))
        blocks(read)
        found = []
        for block in read.blocks:
            marks = [span for span in block.spans if span.style == "number"]
            assert all(mark.start == mark.end == block.start for mark in marks)
            found.append((" ".join(mark.target for mark in marks), read.text[block.start : block.end]))
        return found

    return show


def test_levels_count_and_begin_anew_below_another(numbers):
    places = [0, 1, 1, 2, 2, 0, 1, 2]
    body = "".join(p("x", numbered(1, at)) for at in places) + p("no number")
    found = numbers(body, numbering=LEGAL + num("1", "1"))
    assert [number for number, _ in found] == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1", "(a)", ""]
    assert {text for number, text in found if number} == {"x"}


def test_headings_are_numbered_by_their_styles(numbers):
    styles = style("H1", '<w:outlineLvl w:val="0"/>' + numbered(1))
    styles += style("H2", '<w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>', based="H1")
    styles += style("Mine", "", based="H2")
    styles += style("Plain", numbered(0), based="H1")
    body = p("One", styled="H1") + p("Sub", styled="H2") + p("Own", styled="Mine") + p("Foreword", styled="Plain")
    body += p("Bare", numbered(0), styled="H1") + p("Two", styled="H1")
    assert numbers(body, numbering=LEGAL + num("1", "1"), styles=styles) == [
        ("1.", "One"), ("1.1", "Sub"), ("1.2", "Own"), ("", "Foreword"), ("", "Bare"), ("2.", "Two"),
    ]  # fmt: skip


def test_a_level_may_name_the_style_it_is_of(numbers, word, blocks):
    linked = '<w:pStyle w:val="{}"/>'.format
    kinds = kind("1", level(0, "第%1章", more=linked("H1")), level(1, "%1.%2", more=linked("H2")))
    styles = style("H1", numbered(1)) + style("H2", numbered(1))
    body = p("a", styled="H1") + p("b", styled="H2")
    parts = {"numbering": kinds + num("1", "1"), "styles": styles}
    assert numbers(body, **parts) == [("第1章", "a"), ("1.1", "b")]
    assert [at for _, at, _ in blocks(read_docx(word(body, **parts)))] == [1, 2]


def test_lists_of_one_kind_count_on_unless_one_says_otherwise(numbers):
    lists = LEGAL + num("1", "1") + num("2", "1") + num("3", "1", override(0, 5) + override(1, 1))
    body = "".join(p("x", numbered(name, at)) for name, at in [(1, 0), (2, 0), (3, 0), (3, 0), (3, 1), (1, 0), (3, 0)])
    assert [number for number, _ in numbers(body, numbering=lists)] == ["1.", "2.", "5.", "6.", "6.1", "7.", "8."]


def test_a_list_may_change_a_level_of_its_kind(numbers):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperRoman")}</w:lvlOverride>'
    body = p("x", numbered(1, 0)) + p("x", numbered(2, 0))
    assert numbers(body, numbering=LEGAL + num("1", "1") + num("2", "1", own)) == [("1.", "x"), ("II)", "x")]


def test_a_level_may_begin_anew_late_or_never(numbers):
    never, late = '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'
    kinds = kind("1", level(0, "%1."), level(1, "%2)", more=never), level(2, "%3]", more=late))
    places = [0, 1, 2, 1, 2, 0, 1, 2]
    body = "".join(p("x", numbered(1, at)) for at in places)
    found = [number for number, _ in numbers(body, numbering=kinds + num("1", "1"))]
    assert found == ["1.", "1)", "1]", "2)", "2]", "2.", "3)", "1]"]


def test_forms_of_numbers(numbers):
    kinds = kind(
        "1",
        level(0, "第%1条", "japaneseCounting", start=11),
        level(1, "%1・%2", "decimalFullWidth"),
        level(2, "%1.%2.%3", more="<w:isLgl/>"),
        level(3, "※", "bullet"),
        level(4, "%4%5", "lowerRoman"),
        level(5, "Annex", "none"),
        level(6, "", "none"),
        level(7, "Article %8:\u3000", "upperRoman"),
    )
    body = "".join(p("x", numbered(1, at)) for at in range(8))
    found = [number for number, _ in numbers(body, numbering=kinds + num("1", "1"))]
    assert found == ["第十一条", "十一・１", "11.1.1", "", "i", "Annex", "", "Article I:"]


def test_a_form_of_ones_own_is_shown_in_the_usual_one_beside_it(numbers):
    own = """<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt
        w:val="custom"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>
        <w:lvlText w:val="§ %1"/></w:lvl>"""
    assert numbers(p("x", numbered(1, 0)), numbering=kind("1", own) + num("1", "1")) == [("§ 03", "x")]


@pytest.mark.parametrize("linked", ['<w:styleLink w:val="L"/>', ""])
def test_the_levels_of_a_list_style(numbers, linked):
    lists = kind("1", more='<w:numStyleLink w:val="L"/>') + kind("2", level(0, "%1]"), more=linked)
    lists += num("1", "1") + num("2", "2")
    styles = style("L", numbered(2), type_="numbering")
    assert numbers(p("x", numbered(1, 0)), numbering=lists, styles=styles) == [("1]", "x")]


def test_list_styles_in_a_circle_number_nothing(numbers):
    lists = kind("1", more='<w:numStyleLink w:val="L"/>') + num("1", "1")
    styles = style("L", numbered(1), type_="numbering")
    assert numbers(p("x", numbered(1, 0)), numbering=lists, styles=styles) == [("", "x")]


def test_what_is_not_seen_is_not_counted_and_what_is_empty_is(numbers):
    deleted, hidden = "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"
    body = p("one", numbered(1, 0)) + p("", numbered(1, 0))
    body += f"<w:p><w:pPr>{numbered(1, 0)}{hidden}</w:pPr><w:r>{hidden}<w:t>no</w:t></w:r></w:p>"
    body += p("and\u00a0", numbered(1, 0) + deleted) + p("three", numbered(1, 0))
    assert numbers(body, numbering=LEGAL + num("1", "1")) == [("1.", "one"), ("3.", "and\u00a0three")]


def test_notes_and_text_boxes_count_for_themselves(numbers):
    box = f"<w:r><w:pict><w:txbxContent>{p('boxed', numbered(1, 0))}</w:txbxContent></w:pict></w:r>"
    noted = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p("one", numbered(1, 0)) + f"<w:p>{box}<w:r><w:t>around</w:t></w:r>{noted}</w:p>" + p("two", numbered(1, 0))
    foot = f'<w:footnote w:id="2">{p("note", numbered(1, 0))}</w:footnote>'
    cell = f"<w:tbl><w:tr><w:tc>{p('cell', numbered(1, 0))}</w:tc></w:tr></w:tbl>"
    assert numbers(body + cell, numbering=LEGAL + num("1", "1"), footnotes=foot) == [
        ("1.", "one"), ("", "around"), ("1.", "boxed"), ("2.", "two"), ("3.", "cell"), ("1.", "note"),
    ]  # fmt: skip


def test_a_number_belongs_to_its_own_block(numbers):
    image = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    body = f"<w:p><w:pPr>{numbered(1, 0)}</w:pPr>{image}</w:p>" + p("next")
    assert numbers(body, numbering=LEGAL + num("1", "1")) == [("", "next")]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num("1", "7"),
        kind("1", level(0, "%9%2%%.")) + num("1", "1"),
        kind("1", level(-1, "%1"), level(77, "%1")) + num("1", "1"),
        kind("1", '<w:lvl w:ilvl="0"/>') + num("1", "1", '<w:lvlOverride w:ilvl="5"/>'),
        kind("1", level(0, "%1", start="x" * 99)).replace("%1", "-") + num("1", "1"),
    ],
)
def test_odd_definitions_number_nothing(numbers, numbering):
    assert numbers(p("x", numbered(1, 0)), numbering=numbering) == [("", "x")]


def test_numbers_stay_short(numbers):
    body = p("x", numbered(1, 0))
    lists = kind("1", level(0, "%1" * 5000, "lowerRoman", start=999999999)) + num("1", "1")
    ((found, _),) = numbers(body, numbering=lists)
    assert found.startswith("999999999") and len(found) < 1000


def test_without_a_whole_numbering_part_the_text_is_read(word):
    data = word(p("x", numbered(1, 0)), extra={"word/numbering.xml": "<w:broken"}, numbering="")
    assert read_docx(data).text == "x"


def test_a_number_alone_in_its_paragraph_that_names_a_part_stands_above_the_next(numbers):
    lists = kind("1", level(0, "Article %1"), level(1, "%2.")) + num("1", "1")
    body = p("", numbered(1, 0)) + p("one", numbered(1, 1)) + p("", numbered(1, 1)) + p("three", numbered(1, 1))
    assert numbers(body, numbering=lists) == [("Article 1 1.", "one"), ("3.", "three")]
