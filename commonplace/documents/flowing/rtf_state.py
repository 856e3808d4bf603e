"""What a reader of Rich Text keeps in mind: the words it knows, fonts, fields, groups and where text goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from commonplace.documents.flowing.flow import Draft, Flow
from commonplace.documents.flowing.rtf_tables import RtfTable
from commonplace.documents.flowing.tables import Grid

SIGNS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005",
    b"zwj": "\u200d", b"zwnj": "\u200c", b"ltrmark": "\u200e", b"rtlmark": "\u200f", b"zwbo": "\u200b",
    b"zwnbo": "\u2060",
}  # fmt: skip
PARAGRAPH_ENDS = frozenset((b"par", b"sect", b"page", b"column"))
LABELS = frozenset((b"listtext", b"pntext"))
CELL_ENDS = frozenset((b"cell", b"nestcell"))
# Groups whose text is no text of the document.
SKIPPED = frozenset(
    b"colortbl header headerl headerr headerf footer footerl footerr footerf xe tc tcn txe rxe nonshppict shprslt "
    b"sp annotation atnid atnauthor listtable listoverridetable revtbl rsidtbl filetbl ftnsep ftnsepc ftncn aftnsep "
    b"aftnsepc aftncn pnseclvl themedata colorschememapping datastore latentstyles objdata operator company category "
    b"manager subject keywords doccomm comment hlinkbase private nesttableprops mmathPr wgrffmtfilter "
    b"mfPr mnaryPr mdPr mradPr maccPr mbarPr mboxPr mborderBoxPr meqArrPr mfuncPr mgroupChrPr mlimLowPr mlimUppPr mmPr "
    b"mphantPr msPrePr msSubPr msSubSupPr msSupPr mctrlPr margPr moMathParaPr".split()
)
# Groups for newer readers that this one knows.
KNOWN_STARRED = frozenset(
    (b"shppict", b"shpinst", b"shptxt", b"ud", b"fldinst", b"footnote", b"endnote", b"moMath", b"moMathPara")
)
SWITCHES = {b"b": "bold", b"i": "italic", b"v": "hidden", b"deleted": "deleted"}
RAISED = {b"super": "superscript", b"sub": "subscript"}
SHOWN = ("bold", "italic", "superscript", "subscript")


@dataclass(slots=True)
class Font:
    encoding: str
    name: str = ""
    symbols: bool = False


@dataclass(slots=True)
class Field:
    """A field: its code as it is gathered, and whether it has a result."""

    parts: list[str] = field(default_factory=list)
    result: bool = False


@dataclass(slots=True)
class Out:
    """Where text goes: the body, a note, or a text box, each a flow of its own.

    Attributes:
        flow: Takes the text.
        inside: The kind its paragraphs take.
        listed: Whether the paragraph in hand is an item of a list, and ``number`` what is printed before it.
        table: The table it may be in.
        boxes: The text boxes that hang on it.
    """

    flow: Flow = field(default_factory=Flow)
    inside: str = ""
    listed: bool = False
    number: str = ""
    table: RtfTable = field(default_factory=RtfTable)
    boxes: list[Draft] = field(default_factory=list)

    def finish(self, begin: Callable[[], Grid]) -> list[Draft]:
        """Return the blocks; ``begin`` begins a table."""
        self.table.end(self.flow.drafts, begin)
        return self.flow.finish()


@dataclass(slots=True)
class Group:
    """What holds inside a group, and ends with it."""

    out: Out
    worn: frozenset[str] = frozenset()
    font: int = -1
    far_font: int = -1
    far: bool = False
    fallback: int = 1
    style: int = 0
    outline: int = -1
    list_id: int = 0
    list_level: int = 0
    table: bool = False
    starred: bool = False
    skipped: bool = False
    picture: bool = False
    sink: list[str] | None = None
    name: bytes = b""
    charset: int = 1
    page: int = 0
    link: str = ""
    code: Field | None = None
