"""Metadata values made fit to be kept, and those that say nothing sorted out."""

from __future__ import annotations

import html
import re

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b\u2028\u2029]+")
_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:<>\[\]\w]+", re.I)
_JUNK_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|office)\b.*|untitled.*|無題.*|document ?\d*|文書 ?\d*|title|no "
    r"title|slide 1|powerpoint presentation|"
    r"presentation|layout 1|print|print preview|full page.*|scan(?:ned)?\b.*|latex(?: with| via|"
    r"2e)?.*(?:hyperref|pandoc).*|tex output.*|about:blank|"
    r"[\w.-]*\d{4}[\w.-]*\.p\d+|.*\.(?:docx?|pdf|dvi|indd|qxd|qxp|tex|ps|eps|rtf|odt|html?|pptx?|xlsx?|"
    r"pmd|p65|fm|wpd|jtd|txt|cdr|ai|pub)|"
    r"[\W\d_]*|(?:https?|file)://.*|[a-z]:\\.*|/\S+|\(?(?:null|none|unknown|anonymous)\)?)",
    re.I | re.S,
)
_JUNK_AUTHOR = re.compile(
    r"(?:user|users?\d+|admin(?:istrator)?|root|owner|author|unknown|anonymous|none|null|n/?a|guest|"
    r"default|pc|hp|dell|microsoft.*|office.*|"
    r"adobe.*|preferred customer|registered user|latex.*|tex\b.*|.*@.*|https?://.*|[a-z]:\\.*|staff|"
    r"editor|webmaster|www\..*|[\W\d_]*)",
    re.I,
)


def tidy(value: object) -> str:
    """Return a value as one line of text, entities resolved, nothing in it that a record cannot hold."""
    if not isinstance(value, str):
        return ""
    return " ".join(_UNFIT.sub(" ", html.unescape(value)).split())


def useful_title(value: object) -> str:
    """Return a title, or nothing where it is a file's name, a program's or a placeholder."""
    title = tidy(value)
    return "" if len(title) < 3 or len(title) > 500 or _JUNK_TITLE.fullmatch(title) else title


def useful_author(value: object) -> str:
    """Return a name, or nothing where it is an account's, a program's or a placeholder."""
    author = tidy(value)
    return "" if not 2 <= len(author) <= 300 or _JUNK_AUTHOR.fullmatch(author) else author


def doi_in(text: object) -> str:
    """Return the first DOI in a text, or nothing."""
    match = _DOI.search(text) if isinstance(text, str) else None
    if match is None:
        return ""
    doi = match[0].rstrip(".,;:<>[")
    while doi.endswith((")", "]")) and doi.count("(") + doi.count("[") < doi.count(")") + doi.count("]"):
        doi = doi[:-1].rstrip(".,;")
    return doi
