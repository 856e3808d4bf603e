"""The library a command works in."""

from __future__ import annotations

from argparse import Namespace

from commonplace.library.session import Library, open_session


def opened(args: Namespace) -> Library:
    """Open the library to read in it, or to change what is there; the default one where it is missing is empty."""
    return open_session(args.library, args.person, writing=False)


def opened_or_made(args: Namespace) -> Library:
    """Open the library to bring something into it; the default one is made where it is missing."""
    return open_session(args.library, args.person, writing=True)
