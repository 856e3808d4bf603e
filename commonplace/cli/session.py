"""The library a command works in."""

from __future__ import annotations

from argparse import Namespace

from commonplace.library.session import Library, open_session


def reading(args: Namespace) -> Library:
    """Open the library to read in it."""
    return open_session(args.library, args.person, writing=False)


def writing(args: Namespace) -> Library:
    """Open the library to change it; the default one is made where it is missing."""
    return open_session(args.library, args.person, writing=True)
