"""The library a command works in."""

from __future__ import annotations

from argparse import Namespace

from commonplace.cli.printing import remark
from commonplace.library.session import Library, open_session


def opened(args: Namespace) -> Library:
    """Open the library to read in it, or to change what is there; the default one where it is missing is empty."""
    return _opened(args, writing=False)


def opened_or_made(args: Namespace) -> Library:
    """Open the library to bring something into it; the default one is made where it is missing."""
    return _opened(args, writing=True)


def _opened(args: Namespace, *, writing: bool) -> Library:
    library = open_session(args.library, args.person, writing=writing)
    if library.private_remark:
        remark(args, library.private_remark)
    return library
