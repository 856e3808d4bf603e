"""The bar that shows how far a long work is, on a terminal's stderr."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from commonplace.cli import output


@contextmanager
def bar_of(args: Namespace, unit: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what is told how much of how much is done; None where nobody looks."""
    if args.json or not output.is_terminal(sys.stderr):
        yield None
        return
    from tqdm import tqdm

    with tqdm(unit=f" {unit}", file=sys.stderr, leave=False) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        bar.refresh()
        yield advance
