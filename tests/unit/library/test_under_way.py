"""What may be done while an import is under way."""

from contextlib import closing

import pytest

from commonplace.library import concepts, importing, upkeep
from core.errors import NotDoneError


def test_an_import_under_way_is_not_undone_but_what_was_done_meanwhile_is(library, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(f"The sea of {name}.", "utf-8")

    with closing(importing.import_paths(library, [folder], workers=1)) as lines:
        next(lines)
        with pytest.raises(NotDoneError, match="under way"):
            upkeep.undo(library)

        concepts.add_concept(library, "deterrence")
        assert "deterrence" in upkeep.undo(library).label

    assert upkeep.undo(library).label == "Import 3 files"
