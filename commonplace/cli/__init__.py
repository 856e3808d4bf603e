"""The use cases from a terminal: data on stdout, messages on stderr, an exit status that means something.

Nothing heavier than argparse is imported before a command runs.
"""

from commonplace.cli.program import main

__all__ = ["main"]
