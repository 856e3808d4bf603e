"""A colleague of the window's person, who works in a library of their own and sends packages."""

from contextlib import contextmanager

from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.merging import merge
from commonplace.library.session import new_library, open_session
from commonplace.library.sharing import ShareRequest, share


class Colleague:
    """``Ben``, who begins with what the window's library has."""

    def __init__(self, folder, library):
        self.folder = folder
        self.path = folder / "ben.commonplace"
        self.theirs = library
        new_library(self.path, "Ben").close()

    @contextmanager
    def library(self):
        with open_session(self.path, "Ben", writing=True) as opened:
            yield opened

    def take(self):
        """Merge what the window's library has now."""
        with self.library() as own:
            merge(own, self.theirs)

    def mark(self, source, quote, concept=""):
        """Highlight a passage; return the highlight's id."""
        with self.library() as own:
            concepts = (concept,) if concept else ()
            return highlight(own, source, HighlightRequest((quote,), concepts=concepts, create=True)).id

    def do(self, work):
        with self.library() as own:
            return work(own)

    def package(self, name="from-ben", **wanted):
        """Write a package of all there is; return its path."""
        out = self.folder / f"{name}.commonplace-share"
        with self.library() as own:
            share(own, out, ShareRequest(force=True, **wanted))
        return out
