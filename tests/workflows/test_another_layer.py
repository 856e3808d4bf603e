"""A layer as another extractor would make it: every highlight is found again, or said to wait, as a person would say.

Both documents are made up.  The new layers hold what extractors do to a text: other spaces and line ends, hyphens
joined or divided, ligatures and compatibility forms, a running head between the lines of a passage, blocks in
another order; and what they must not be taken for: words that were changed, parts that are gone.
"""

import pytest

from commonplace.documents.reading import Reading
from commonplace.documents.ready import made_ready
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.highlights import Filter, list_highlights
from commonplace.library.importing import import_paths
from commonplace.library.layering import give_layer
from commonplace.library.session import new_library
from commonplace.library.upkeep import check_library, undo
from core.passages import agree
from core.records import Block, Layer
from db.documents import read_layer
from db.sources import sources

HARBOUR = """\
The Harbour Office, 1911

The office kept three ledgers, and the clerks wrote in them every even-
ing until the lamps went out.

A first finding is that the ferry paid for the lighthouse. The affluent office
of the north sent coal; the fishing villages sent nothing but rope,
tar and old sails, which were difficult to sell.

The toll was raised in March. Nobody complained.

The toll was raised in June. Nobody complained.

The toll was lowered in autumn, and the clerks wrote the word relief in the margin.

A side note: well-known captains paid in silver, and co-owners paid in kind.

In the second winter the ice came early, and the pilots asked for
a bell. The bell was cast in the town, hung in the tower, and rung
by hand until the keeper grew deaf; then it was rung by a clock.

The schoolmaster measured the tide with a painted board. His numbers were wrong.

The widow Aske kept the key of the tower for eleven years without pay.

Rope: 12 coils. Tar: 4 barrels. Rope: 9 coils. Tar: 7 barrels.

At the end of the year the office closed its books, and nothing was owed."""

HARBOUR_READ_ANEW = """\
The Harbour Office, 1911

The office kept three ledgers, and the clerks wrote in them every evening
until the lamps went out.

The widow Aske kept the key of the tower for eleven years without pay.

A \ufb01rst \ufb01nding is that the ferry paid for the light-
house. The a\ufb04uent o\ufb03ce  of  the  north sent coal; the \ufb01shing villages sent nothing but rope, \
tar and old sails, which were di\ufb03cult to sell.

The toll was raised in March. Nobody complained.

The toll was raised in June. Nobody complained.

The toll was lowered in spring, and the clerks wrote the word regret in the margin.

A side note: wellknown captains paid in silver, and co-
owners paid in kind.

In the second winter the ice came early, and the pilots asked for

212 The Year Book of Small Harbours

a bell. The bell was cast in the town, hung in the tower, and rung
by hand until the keeper grew deaf; then it was rung by a clock.

Rope: 12 coils. Tar: 4 barrels. Rope: 9 coils. Tar: 7 barrels.

At the end of the year the office closed its books, and nothing was owed."""

# The quote, or several, and its class; then the text in the new layer, or of an uncertain one what is proposed.
IN_HARBOUR = [
    (["The Harbour Office, 1911"], "exact", "The Harbour Office, 1911"),
    (["The office kept three ledgers"], "exact", "The office kept three ledgers"),
    (["every evening until the lamps"], "moved", "every evening\nuntil the lamps"),
    (["until the lamps went out."], "moved", "until the lamps went out."),
    (["A first finding is that the ferry paid"], "moved", "A \ufb01rst \ufb01nding is that the ferry paid"),
    (["paid for the lighthouse."], "moved", "paid for the light-\nhouse."),
    (["affluent office of the north"], "moved", "a\ufb04uent o\ufb03ce  of  the  north"),
    (["rope, tar and old sails"], "moved", "rope, tar and old sails"),
    (["The toll was raised in June. Nobody complained."], "moved", "The toll was raised in June. Nobody complained."),
    (["The toll was lowered in autumn"], "uncertain", "The toll was lowered in spring"),
    (["relief"], "uncertain", "regret"),
    (["well-known captains"], "uncertain", "wellknown captains"),
    (["co-owners paid in kind."], "moved", "co-\nowners paid in kind."),
    (["early, and the pilots asked for a bell."], "moved", "early, and the pilots asked for\na bell."),
    (["The bell was cast in the town, hung in the tower"], "moved", "The bell was cast in the town, hung in the tower"),
    (["The schoolmaster measured the tide with a painted board."], "lost", ""),
    (["The widow Aske kept the key of the tower"], "moved", "The widow Aske kept the key of the tower"),
    (["Rope: 9 coils."], "moved", "Rope: 9 coils."),
    (["three ledgers", "nothing was owed"], "moved", "three ledgers\nnothing was owed"),
    (["the ferry", "a painted board"], "uncertain", "the ferry"),
    (["closed its books"], "moved", "closed its books"),
]  # fmt: skip

COAST = """\
海辺の町の覚え書き

港の町は長いあいだ「自由で開かれた海」を語っ
てきた。漁師は毎朝、灯台の下に集まった。

防衛という言葉は、この町ではまだ使われていない。反撃能力という言葉も同じである。

神社の祭りは毎年六月に開かれ、子どもたちが太鼓を打つ。

祭りのあと、町長は短い演説をした。反撃能力については何も言わなかった。

𠮷田さんは三冊の帳面を残した。一冊目は天気、二冊目は魚の値段、三冊目は
旅人の名前である。

第一に、道は狭い。第二に、橋は古い。第三に、井戸は深い。

冬の夜は長く、人びとは囲炉裏のそばで古い歌をうたった。

最後の頁には、ただ一行「また春が来る」と書かれている。"""

COAST_READ_ANEW = """\
海辺の町の覚え書き

港の町は長いあいだ「自由で開かれた海」を語ってきた。漁師は毎朝、灯台の下に集まった。

防衛という言葉は、この町ではまだ使われていない。反撃能力という言葉も同じである。

祭りのあと、町長は短い演説をした。反撃能力については何も言わなかった。

\ufa19社の祭りは毎年六月に開かれ、子どもたちが太鼓を打つ。

𠮷 田 さ ん は 三 冊 の 帳 面 を 残 し た。一冊目は天気、二冊目は魚の値段、三冊目は

小さな港の年鑑 二一三

旅人の名前である。

第一に、道は狭い。第二に、橋は新しい。第三に、井戸は深い。

最後の頁には、ただ一行「また春が来る」と書かれている。"""

IN_COAST = [
    (["海辺の町"], "exact", "海辺の町"),
    (["「自由で開かれた海」を語ってきた。"], "moved", "「自由で開かれた海」を語ってきた。"),
    (["漁師は毎朝"], "moved", "漁師は毎朝"),
    (["反撃能力という言葉も同じである。"], "moved", "反撃能力という言葉も同じである。"),
    (["防衛"], "moved", "防衛"),
    (["反撃能力については何も言わなかった"], "moved", "反撃能力については何も言わなかった"),
    (["神社の祭りは毎年六月に開かれ"], "moved", "\ufa19社の祭りは毎年六月に開かれ"),
    (["𠮷田さんは三冊の帳面を残した。"], "moved", "𠮷 田 さ ん は 三 冊 の 帳 面 を 残 し た。"),
    (["三冊目は旅人の名前である。"], "moved", "三冊目は\n旅人の名前である。"),
    (["橋は古い。"], "uncertain", "橋は新しい。"),
    (["井戸は深い"], "moved", "井戸は深い"),
    (["人びとは囲炉裏のそばで古い歌をうたった"], "lost", ""),
    (["囲炉裏"], "lost", ""),
    (["また春が来る"], "moved", "また春が来る"),
]


def reading(library, source: str, text: str) -> Reading:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    (facts,) = sources(library.engine, [source])
    return made_ready(Layer("text", "text/99", text, blocks=tuple(blocks)), facts.sha256)


@pytest.fixture
def library(tmp_path):
    with new_library(tmp_path / "notes.commonplace", "Ann") as library:
        yield library
        assert check_library(library).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "truth"),
    [(HARBOUR, HARBOUR_READ_ANEW, IN_HARBOUR), (COAST, COAST_READ_ANEW, IN_COAST)],
    ids=["English", "Japanese"],
)
def test_every_highlight_is_in_the_class_that_a_person_would_put_it_in(library, tmp_path, old, new, truth):
    (tmp_path / "document.txt").write_text(old, "utf-8")
    (source,) = (line.source for line in import_paths(library, [tmp_path / "document.txt"]))
    ids = [highlight(library, source, HighlightRequest(quotes=tuple(quotes))).id for quotes, _, _ in truth]
    before = list_highlights(library, Filter())

    done = give_layer(library, source, reading(library, source, new), "Read document.txt anew")

    found = {
        line.highlight: (kind, line.after)
        for kind in ("exact", "moved", "uncertain", "lost")
        for line in getattr(done, kind)
    }
    assert [(quotes, *found[id]) for id, (quotes, _, _) in zip(ids, truth, strict=True)] == truth
    _stand_where_they_say(library, before)
    undo(library)
    assert list_highlights(library, Filter()) == before


def _stand_where_they_say(library, before) -> None:
    """Nothing is dropped, and every highlight's text stands at its ranges, in the layer that it names."""
    lines = list_highlights(library, Filter())
    said = {line.id: line.exact for line in before}
    assert {line.id for line in lines} == said.keys()
    for line in lines:
        text = read_layer(library.engine, line.layer).text
        assert "\n".join(text[start:end] for start, end in line.ranges) == line.exact
        assert agree(line.exact, said[line.id])
