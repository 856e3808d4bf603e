"""Text and TeX: showing raw BibTeX values, writing what people typed, and LaTeX that hostile text cannot break."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import groupby

# Values that cannot be decoded are shown as they are; there is nothing to say about it.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)

# Fields that programs read letter by letter; TeX escapes in them would be wrong.
VERBATIM = frozenset(
    (  # noqa: SIM905
        "url urlraw doi file pdf eprint verba verbb verbc crossref xref xdata related entryset ids owner timestamp "
        "langid date urldate origdate eventdate isbn issn path local-url"
    ).split()
)

_TEX = re.compile(r"[\\{}~\n\t]|--|``|''|\$|  ")
_SPACES = re.compile(r"[ \t\n]+")
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_LITERAL = re.compile(r"(?<!\\)((?:\\\\)*)([%&#])")
_DEEPEST = 40
_LONGEST = 20_000

# Opening: no space after it; closing: none before it and no digit after it, so that sums of money are no formulas.
_MATH = re.compile(r"(?<!\\)\$(?=[^\s$])[^$\n]*?(?<=[^\s\\$])\$(?!\d)")
_TYPED = re.compile(r"(?<!\\)((?:\\\\)*)([&%#_$])")
_DOLLAR = re.compile(r"(?<!\\)(?:\\\\)*\$")
# In formulas and addresses the signs stand for themselves.
_OWN_WORLDS = re.compile(_MATH.pattern + r"|\\(?:url|nolinkurl|href)\s*\{[^{}]*\}")
_BRACES = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}

_SPECIALS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(raw: str, field: str = "") -> str:
    """The text to show for a raw BibTeX value: TeX decoded, braces dropped, ``--`` an en dash.

    Values of verbatim fields are shown as they are.  What cannot be decoded is shown without its braces.
    """
    if field in VERBATIM or not _TEX.search(raw):
        return raw
    if "\\" not in raw and not _MATH.search(raw):
        return _without_tex(raw)
    return _decoded(raw)


def _without_tex(raw: str) -> str:
    for tex, char in _LIGATURES:
        raw = raw.replace(tex, char)
    return _SPACES.sub(" ", raw.replace("{", "").replace("}", "")).strip(" ")


@lru_cache(maxsize=8192)
def _decoded(raw: str) -> str:
    if len(raw) > _LONGEST or _depth(raw) > _DEEPEST:
        return _without_tex(raw)
    source = _LITERAL.sub(r"\1\\\2", raw).replace("~", " ") if "\\~" not in raw else _LITERAL.sub(r"\1\\\2", raw)
    try:
        text = _decoder()(source)
    except Exception:  # noqa: BLE001  pylatexenc fails in many ways on broken TeX; the value is shown undecoded
        return _without_tex(raw)
    return _SPACES.sub(" ", text.replace("\xa0", " ") if "~" in raw else text).strip(" ")


def _depth(raw: str) -> int:
    """An upper bound for how deep groups and macro arguments nest."""
    depth = deepest = 0
    for mark in re.finditer(r"[{}]", raw):
        depth += 1 if mark[0] == "{" else -1
        deepest = max(deepest, depth)
    runs = (sum(1 for _ in run) for is_tex, run in groupby(raw, "\\".__eq__) if is_tex)
    return max(deepest, max(runs, default=0))


@cache
def _decoder() -> Callable[[str], str]:
    """The decoding function, loaded when a value first needs it, since that takes as long as a whole search."""
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
    from pylatexenc.latexwalker import LatexWalker
    from pylatexenc.latexwalker import get_default_latex_context_db as walker_db
    from pylatexenc.macrospec import std_macro

    shown = {"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "textbraceleft": "{", "textbraceright": "}"}
    context = get_default_latex_context_db()
    context.add_context_category(
        "commonplace",
        prepend=True,
        macros=[MacroTextSpec(name, simplify_repl=text) for name, text in shown.items()]
        + [MacroTextSpec("url", simplify_repl="%s"), MacroTextSpec("enquote", simplify_repl="“%s”")],
    )
    syntax = walker_db()
    syntax.add_context_category("commonplace", prepend=True, macros=[std_macro("enquote", None, 1)])
    decoder = LatexNodes2Text(latex_context=context, keep_braced_groups=False, math_mode="text")

    def decoded(source: str) -> str:
        walker = LatexWalker(source, latex_context=syntax, tolerant_parsing=True)
        return str(decoder.nodelist_to_text(walker.get_latex_nodes()[0]))

    return decoded


def to_bibtex(text: str, field: str = "") -> str:
    """The raw BibTeX value for text that somebody typed: ``& % # _ $`` escaped outside formulas, braces balanced.

    Anything else is left: whoever types TeX means it, and biber and pandoc read UTF-8.  Line ends become spaces.
    Verbatim fields only have their braces seen to.
    """
    text = _SPACES.sub(" ", text.replace("\r", "\n")).replace("\x00", "\ufffd")
    if field in VERBATIM:
        return text if is_balanced(text) else text.translate({ord("{"): "%7B", ord("}"): "%7D"})
    return balanced(_escaped(text, _TYPED, _MATH))


def to_sound_tex(text: str, field: str = "") -> str:
    r"""The raw BibTeX value for TeX that somebody typed, with a backslash before the ``& % #`` that have none.

    What follows a bare ``%`` would be lost, and at a bare ``&`` or ``#`` LaTeX stops.  So it does at a dollar that no
    other closes; where there is one no formula is left that could want its ``_`` bare.
    """
    if field in VERBATIM:
        return text
    dollars = len(_DOLLAR.findall(_OWN_WORLDS.sub("", text)))
    return _escaped(text, _TYPED if dollars % 2 else _LITERAL, _OWN_WORLDS)


def _escaped(text: str, signs: re.Pattern[str], kept: re.Pattern[str]) -> str:
    """A text with a backslash before the second group of each of the signs, but in what is kept as it is."""
    pieces, position = [], 0
    for found in kept.finditer(text):
        pieces += [signs.sub(r"\1\\\2", text[position : found.start()]), found[0]]
        position = found.end()
    return "".join([*pieces, signs.sub(r"\1\\\2", text[position:])])


def is_balanced(value: str) -> bool:
    r"""Whether a value may stand between braces, for BibTeX, which counts all, and for those that skip ``\{``."""
    return _ends_even(value, re.compile(r"[{}]")) and _ends_even(value, re.compile(r"(?<!\\)[{}]"))


def _ends_even(value: str, marks: re.Pattern[str]) -> bool:
    depth = 0
    for mark in marks.finditer(value):
        depth += 1 if mark[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def balanced(value: str) -> str:
    """A value that may stand between braces: braces that have no partner are written by name.

    Where that is needed, those with a backslash before them count as having none.  A backslash at the very end, which
    would reach beyond the value, is written by name too.
    """
    if (len(value) - len(value.rstrip("\\"))) % 2:
        value = value[:-1] + r"\textbackslash"
    if is_balanced(value):
        return value
    value = re.sub(r"\\([{}])", lambda m: _BRACES[m[1]], value.replace("\\\\", "\\textbackslash "))
    lone, opened = set[int](), list[int]()
    for mark in re.finditer(r"[{}]", value):
        if mark[0] == "{":
            opened.append(mark.start())
        elif opened:
            opened.pop()
        else:
            lone.add(mark.start())
    lone.update(opened)
    return "".join(_BRACES[char] if at in lone else char for at, char in enumerate(value))


def escape_latex(text: str) -> str:
    r"""Text as LaTeX that prints it: the ten specials by name, control characters left out, all else as it is.

    The only control sequences that can come out are ``\textbackslash``, ``\textasciicircum``,
    ``\textasciitilde`` and a backslash before one of ``{ } $ & # _ %``.
    """
    if _CONTROLS.search(text):
        text = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) != "Cc")
    return text.translate(_SPECIALS)
