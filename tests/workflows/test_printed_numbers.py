"""Documents whose numbers the program prints: from the file to the locator of a highlight and an export."""

import zipfile

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "text")
)
HEADINGS = ("%1", "%1.%2")
ARTICLES = ("Article %1",)
CHAPTERS = ("第%1章",)


def word(path, forms, lines):
    """Write a Word file of lines: the depth of a heading, or 0, and its text."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H{at + 1}"/>'
        f'<w:lvlText w:val="{form}"/></w:lvl>'
        for at, form in enumerate(forms)
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{at - 1}"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        for at in (1, 2)
    )
    body = "".join(
        (f'<w:p><w:pPr><w:pStyle w:val="H{at}"/></w:pPr>' if at else "<w:p>") + f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for at, text in lines
    )
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "styles": styles,
        "numbering": f'<w:abstractNum w:abstractNumId="9">{levels}</w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>',
    }
    links = "".join(f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    with zipfile.ZipFile(path, "w") as packed:
        for kind, inner in parts.items():
            packed.writestr(f"word/{kind}.xml", f'<w:{kind} xmlns:w="{W}">{inner}</w:{kind}>')
        packed.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>')
    return path


def odt(path, forms, lines):
    """Write an OpenDocument text of the same."""
    levels = ""
    for at, form in enumerate(forms, 1):
        before, _, after = form.partition("%1")
        more = f'style:num-prefix="{before}"' + ("" if at > 1 else f' style:num-suffix="{after}"')
        levels += (
            f'<text:outline-level-style text:level="{at}" style:num-format="1" text:display-levels="{at}" {more}/>'
        )
    body = "".join(
        f'<text:h text:outline-level="{at}">{text}</text:h>' if at else f"<text:p>{text}</text:p>" for at, text in lines
    )
    styles = f"<office:styles><text:outline-style>{levels}</text:outline-style></office:styles>"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("styles.xml", f"<office:document-styles {ODF}>{styles}</office:document-styles>")
        packed.writestr(
            "content.xml",
            f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return path


PAPER = [
    (0, "A paper on the free sea."), (1, "Aims"), (0, "The sea is free."), (1, "Means"), (0, "There are means."),
    (2, "Ships"), (0, "Some ships sail."), (0, "Others stay."), (0, "All of them float."), (2, "Harbours"),
    (0, "Harbours are open."),
]  # fmt: skip
TREATY = [
    (1, "Aims"), (0, "Peace is the aim."), (1, "Means"), (0, "The Parties consult."), (0, "The Parties meet."),
    (1, "End"), (0, "It ends when it must."),
]  # fmt: skip
LAW = [(1, "総則"), (0, "目的を定める。"), (1, "雑則"), (0, "𠮷野は別に定める。")]


@pytest.mark.parametrize("make", [word, odt])
@pytest.mark.parametrize(
    ("forms", "lines", "quotes"),
    [
        (
            HEADINGS,
            PAPER,
            {
                "A paper": "para. 1", "sea is free": "sec. 1, para. 1", "There are": "sec. 2, para. 1",
                "float": "sec. 2.1, para. 3", "Harbours are open": "sec. 2.2, para. 1", "Ships": "sec. 2.1",
            },
        ),
        (ARTICLES, TREATY, {"Peace": "art. 1", "meet": "art. 2, para. 2", "It ends": "art. 3"}),
        (CHAPTERS, LAW, {"目的": "chap. 1, para. 1", "𠮷野": "chap. 2, para. 1"}),
    ],
)  # fmt: skip
def test_passages_are_cited_by_printed_numbers(cli, tmp_path, make, forms, lines, quotes):
    library = "--library", tmp_path / "l.commonplace"
    cli(*library, "new")
    path = make(tmp_path / f"paper.{'docx' if make is word else 'odt'}", forms, lines)
    (brought,) = cli(*library, "import", path, "--json").json
    key = brought["citekey"]

    assert cli(*library, "text", key).out == "\n".join(text for _, text in lines)
    for quote in quotes:
        assert cli(*library, "highlight", key, "--quote", quote).status == 0
    found = cli(*library, "highlights", "--json").json
    assert {row["exact"]: row["locator"] for row in found} == quotes
    assert {row["quote"] for row in found} == set(quotes)


def test_the_number_is_in_the_export(cli, tmp_path):
    library = "--library", tmp_path / "l.commonplace"
    cli(*library, "new")
    (brought,) = cli(*library, "import", word(tmp_path / "paper.docx", HEADINGS, PAPER), "--json").json
    cli(*library, "highlight", brought["citekey"], "--quote", "All of them float")

    assert cli(*library, "export", "--format", "md", "-o", tmp_path / "notes.md").status == 0
    assert "sec. 2.1, para. 3]" in (tmp_path / "notes.md").read_text("utf-8")
