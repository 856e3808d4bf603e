"""The templates of the outputs, and how they are filled in.

Every value is put through a filter that makes it safe where it stands; the templates only arrange.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Template

# TeX is full of braces and percent signs, so its templates mark their places with control sequences.
TEX_MARKS = {
    "block_start_string": r"\BLOCK{",
    "block_end_string": "}",
    "variable_start_string": r"\VAR{",
    "variable_end_string": "}",
    "comment_start_string": r"\REM{",
    "comment_end_string": "}",
}


def load(name: str, filters: Mapping[str, Callable[..., str]], marks: Mapping[str, str] | None = None) -> Template:
    """Return the template of that file name in ``resources/templates``.

    A misspelt field fails the export; it never leaves a silent gap in it.
    """
    # Imported here because a command that exports nothing need not wait for it.
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    settings: dict[str, Any] = dict(marks or {})
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, **settings
    )
    environment.filters.update(filters)
    return environment.from_string(files("resources").joinpath("templates", name).read_text("utf-8"))
