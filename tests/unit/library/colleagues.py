"""Two colleagues, each with a library, who give each other all they have."""

import os

from commonplace.library.session import open_session
from db.deliveries import Merge
from db.union import attached, take


class Colleagues:
    """``ann`` works in the test's own library, ``bob`` and ``cleo`` each in a copy of their own."""

    def __init__(self, ann, folder):
        self.ann = ann
        self._folder = folder
        self._opened = []

    def join(self, name, *, empty=False):
        """Return the library of a colleague, who begins with what Ann has now."""
        path = self._folder / f"{name}.commonplace"
        if not empty:
            path.write_bytes(self.ann.path.read_bytes())
        library = open_session(path, name.title(), writing=True)
        library.writer = type(library.writer)(library.writer.nonce, name.title(), name.encode().ljust(8, b"-"))
        self._opened.append(library)
        return library

    def share(self, *libraries):
        """Everybody gets what everybody has."""
        for _ in range(2):
            for one in libraries:
                for other in libraries:
                    if other is not one:
                        merge(one, other)

    def close(self):
        for library in self._opened:
            library.close()


def merge(library, other):
    with attached(library.engine, other.path):
        take(library.engine, Merge("Merge", library.writer.installation, int.from_bytes(os.urandom(2), "big")))
