"""Numbers that LibreOffice prints before paragraphs and that are none of their text."""

import pytest

from commonplace.documents.flowing.odt import read_odt

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "text")
)


def level(at, form="1", attributes="", *, of="list-level-style-number"):
    return f'<text:{of} text:level="{at}" style:num-format="{form}" {attributes}/>'


def list_style(name, *levels):
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def h(text, at=1, attributes=""):
    return f'<text:h text:outline-level="{at}" {attributes}>{text}</text:h>'


def p(text):
    return f"<text:p>{text}</text:p>"


def item(inner, attributes=""):
    return f"<text:list-item {attributes}>{inner}</text:list-item>"


def listed(*items, style="L", more=""):
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def sub(*items):
    return f"<text:list>{''.join(items)}</text:list>"


DOT = 'style:num-suffix="."'
NUMBERED = list_style("L", level(1, "1", DOT), level(2, "a", 'style:num-suffix=")"'), level(3, "i"))
OUTLINE = "".join(
    level(at, "1" if at < 4 else "", f'text:display-levels="{at}"', of="outline-level-style") for at in range(1, 6)
)


@pytest.fixture
def numbers(open_document, blocks):
    """Read a body, and show the blocks' texts and the numbers before them."""

    def show(body, styles=NUMBERED, outline=OUTLINE):
        about = f"<office:document-styles {NAMES}><office:styles><text:outline-style>{outline}</text:outline-style>"
        extra = {"styles.xml": f"{about}</office:styles></office:document-styles>"}
        read = read_odt(open_document(body, styles, extra=extra))
        blocks(read)
        found = []
        for block in read.blocks:
            marks = [span for span in block.spans if span.style == "number"]
            assert all(mark.start == mark.end == block.start for mark in marks)
            found.append((" ".join(mark.target for mark in marks), read.text[block.start : block.end]))
        return found

    return show


def shown(found):
    return [number for number, _ in found]


def test_headings_are_numbered_by_the_outline(numbers):
    body = h("One") + h("Sub", 2) + p("Text") + h("Sub", 2) + h("Low", 3) + h("Lower", 4) + h("Two") + h("Sub", 2)
    assert shown(numbers(body)) == ["1", "1.1", "", "1.2", "1.2.1", "", "2", "2.1"]


def test_headings_outside_the_count(numbers):
    out = '<style:style style:name="Out" style:family="paragraph" style:list-style-name=""/>'
    out += '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Out"/>'
    body = h("Foreword", 1, 'text:is-list-header="true"') + h("Preface", 1, 'text:style-name="P1"') + h("One")
    body += h("Five", 1, 'text:restart-numbering="true" text:start-value="5"') + h("Sub", 2)
    assert shown(numbers(body, styles=out)) == ["", "", "1", "5", "5.1"]


def test_an_outline_without_numbers_numbers_nothing(numbers):
    assert numbers(h("One"), outline=level(1, "", DOT, of="outline-level-style")) == [("", "One")]


@pytest.mark.parametrize(
    ("attributes", "form", "number"),
    [
        ('style:num-prefix="第" style:num-suffix="章"', "一, 二, 三, ...", "第一章"),
        ('style:num-prefix="Article " style:num-suffix=":"', "I", "Article I:"),
        ('loext:num-list-format="Section %1%." style:num-suffix=")"', "A", "Section A."),
        ('text:start-value="28"', "a", "ab"),
        ('text:start-value="28" style:num-letter-sync="true"', "a", "bb"),
        ("", "１, ２, ３, ...", "１"),
        ("", "something", "1"),
    ],
)
def test_forms_of_numbers(numbers, attributes, form, number):
    loext = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    assert shown(numbers(h("x"), outline=level(1, form, f"{loext} {attributes}", of="outline-level-style"))) == [number]


def test_lists_count_their_items_and_not_their_paragraphs(numbers):
    body = listed(
        item(p("one") + p("more")),
        item(p("two") + sub(item(p("sub")), item(p("sub")))),
        "<text:list-header><text:p>header</text:p></text:list-header>",
        item(p("three") + sub(item(p("sub")))),
    )
    assert shown(numbers(body)) == ["1.", "", "2.", "a)", "b)", "", "3.", "a)"]


def test_lists_begin_anew_or_go_on(numbers):
    body = listed(item(p("x")), item(p("x")), more='xml:id="first"') + listed(item(p("x")))
    body += listed(item(p("x")), more='text:continue-numbering="true"')
    body += listed(item(p("x")), more='text:continue-list="first"')
    body += listed(item(p("x"), 'text:start-value="9"'), item(p("x")))
    assert shown(numbers(body)) == ["1.", "2.", "1.", "2.", "3.", "9.", "10."]


def test_headings_in_lists_are_numbered_by_those(numbers):
    style = list_style("L", level(1, "1", DOT), level(2, "1", 'text:display-levels="2"'))
    going_on = 'text:continue-numbering="true"'
    body = listed(item(h("One")), more=going_on) + p("Text")
    body += listed(item(sub(item(h("Sub", 2)))), more=going_on) * 2 + listed(item(h("Two")), more=going_on)
    assert shown(numbers(body, styles=style)) == ["1.", "", "1.1", "1.2", "2."]


def test_a_list_style_named_by_the_paragraph_only(numbers):
    named = NUMBERED + '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L"/>'
    body = '<text:list><text:list-item><text:p text:style-name="P1">x</text:p></text:list-item></text:list>'
    assert numbers(body, styles=named) == [("1.", "x")]


def test_numbered_paragraphs(numbers, open_document, blocks):
    one = '<text:numbered-paragraph text:list-id="i" text:style-name="L" text:level="{}">'
    one += "<text:p>x</text:p></text:numbered-paragraph>"
    body = one.format(1) + one.format(2) + one.format(2) + one.format(1)
    assert shown(numbers(body)) == ["1.", "a)", "b)", "2."]
    assert [at for _, at, _ in blocks(read_odt(open_document(body, NUMBERED)))] == [1, 2, 2, 1]


def test_a_number_that_the_file_holds_is_no_text(numbers):
    body = h("<text:number>7.</text:number>One") + listed(item("<text:number>(8)</text:number>" + p("x")), item(p("y")))
    assert numbers(body) == [("7.", "One"), ("(8)", "x"), ("2.", "y")]


def test_bullets_pictures_and_unknown_styles_have_none(numbers):
    bullets = list_style("B", '<text:list-level-style-bullet text:level="1" text:bullet-char="a"/>')
    body = (
        listed(item(p("x")), style="B") + listed(item(p("x")), style="None") + f"<text:list>{item(p('x'))}</text:list>"
    )
    assert shown(numbers(body, styles=bullets)) == ["", "", ""]


def test_notes_and_text_boxes_count_for_themselves(numbers):
    box = f"<draw:frame><draw:text-box>{listed(item(p('boxed')))}{h('Boxed')}</draw:text-box></draw:frame>"
    cited = "<text:note-citation>1</text:note-citation>"
    note = f"<text:note>{cited}<text:note-body>{listed(item(p('note')))}</text:note-body></text:note>"
    body = h("One") + listed(item(p(f"x{box}{note}")), item(p("y"))) + h("Two")
    assert numbers(body) == [
        ("1", "One"), ("1.", "x"), ("1.", "boxed"), ("", "Boxed"), ("2.", "y"), ("2", "Two"), ("1.", "note"),
    ]  # fmt: skip


def test_a_flat_file_has_its_styles_beside_its_text(blocks):
    body = h("One") + listed(item(p("x")))
    flat = f"""<office:document {NAMES}><office:styles>
        <text:outline-style>{OUTLINE}</text:outline-style></office:styles><office:automatic-styles>{NUMBERED}</office:automatic-styles>
        <office:body><office:text>{body}</office:text></office:body></office:document>"""
    read = read_odt(flat.encode())
    assert [span.target for block in read.blocks for span in block.spans] == ["1", "1."]
