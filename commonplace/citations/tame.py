"""TeX in other people's .bib files, made harmless before it goes into anybody's LaTeX.

Whatever is not on the list of text and formula commands is printed as it is written instead of being run.
"""

from __future__ import annotations

import re

from commonplace.citations.latex import VERBATIM

_COMMAND = re.compile(r"\\([A-Za-z]+|\^\^|.|$)|\^\^", re.DOTALL)
_SIGNS = frozenset("`'^\"~=.&%#_$#{}-/,;:!|()[]\\@* \n\t<>")
_LISTED = (
    # Accents and letters.
    "u v H c d b k r t i j o O l L aa AA ae AE oe OE ss SS dh DH dj DJ ng NG th TH imath jmath "
    # Print and quotation.
    "emph textit textbf texttt textsc textsf textrm textup textmd textsl textnormal textsuperscript textsubscript "
    "underline mbox em it bf tt sc sf rm sl itshape bfseries scshape slshape upshape mdseries ttfamily sffamily "
    "rmfamily normalfont enquote mkbibquote mkbibemph mkbibbold mkbibitalic mkbibparens parentext bibstring autocap "
    "adddot isdot hyphen protect url nolinkurl cite textcite parencite footcite citetitle citeauthor foreignlanguage "
    # Signs.
    "LaTeX TeX BibTeX dots ldots textellipsis copyright textcopyright textregistered texttrademark pounds textsterling "
    "euro texteuro textyen S P dag ddag textdegree textdagger textsection textparagraph textquotesingle "
    "textquoteleft textquoteright textquotedblleft textquotedblright quotedblbase quotesinglbase guillemotleft "
    "guillemotright guilsinglleft guilsinglright textemdash textendash textbackslash textasciitilde textasciicircum "
    "textbar textless textgreater textbraceleft textbraceright textunderscore textdollar textbullet textperiodcentered "
    "textordfeminine textordmasculine textonehalf textonequarter textthreequarters textmu slash quad qquad space "
    "thinspace nobreakspace "
    # Formulas.
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho "
    "sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega "
    "frac dfrac tfrac sqrt mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol text "
    "ensuremath operatorname overline bar hat widehat tilde widetilde vec dot ddot acute grave breve check underbrace "
    "overbrace left right big Big bigg Bigg langle rangle lbrace rbrace lfloor rfloor lceil rceil vert Vert mid "
    "times cdot cdots ast star circ bullet div pm mp oplus otimes odot wedge vee cap cup setminus sim simeq approx "
    "cong equiv propto leq geq le ge ll gg neq ne lesssim gtrsim in ni notin subset subseteq supset supseteq forall "
    "exists nabla partial infty hbar ell Re Im aleph emptyset prime perp parallel sum prod int oint bigcup bigcap "
    "rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow longleftarrow mapsto to "
    "uparrow downarrow log ln exp sin cos tan sinh cosh tanh arcsin arccos arctan min max sup inf lim det dim ker deg "
    "gcd arg mod bmod pmod"
)
_NAMES = frozenset(_LISTED.split())


def tame(value: str, field: str = "") -> str:
    r"""A raw value, or a macro's source, in which only listed commands are left as commands.

    Others lose their backslash to ``\textbackslash``; ``^^``, by which TeX reads characters under another name, is
    spelled out.  Verbatim fields are printed letter by letter, so only the command that ends this is undone.
    """
    if "\\" not in value and "^^" not in value:
        return value
    if field in VERBATIM:
        return value.replace("\\endverb", "/endverb").replace("^^", "%5E%5E")
    return _COMMAND.sub(_listed, value)


def _listed(command: re.Match[str]) -> str:
    # After a backslash, too, TeX reads ``^^`` as the beginning of another name.
    if command[0].endswith("^^"):
        return command[0].replace("\\", "\\textbackslash{}").replace("^", "\\textasciicircum{}")
    name = command[1]
    return command[0] if name in _NAMES or name in _SIGNS else "\\textbackslash{}" + name
