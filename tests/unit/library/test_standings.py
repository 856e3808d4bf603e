"""How sources stand: their reference, their document, the concepts they are marked with."""

from commonplace.library.concepts import add_concept
from commonplace.library.highlighting import HighlightRequest, highlight
from commonplace.library.importing import import_paths
from commonplace.library.session import new_library
from commonplace.library.sources import list_sources
from commonplace.library.standings import standings


def test_a_source_stands_with_its_document_and_the_concepts_it_is_marked_with(tmp_path):
    for name in ("sea", "law"):
        (tmp_path / f"{name}.txt").write_text(f"On {name} and order.\n", "utf-8")
    with new_library(tmp_path / "work.commonplace", "Aiko") as library:
        list(import_paths(library, [tmp_path / "sea.txt", tmp_path / "law.txt"]))
        concept = add_concept(library, "order").id
        by_name = {line.file_names[0]: line.id for line in list_sources(library)}
        highlight(library, by_name["sea.txt"], HighlightRequest(("order",), concepts=("order",)))

        found = standings(library)

    assert found[by_name["sea.txt"]].concepts == {concept}
    assert found[by_name["law.txt"]].concepts == frozenset()
    assert {one.stored for one in found.values()} == {True}
    assert all(one.reference for one in found.values())
    assert {one.waiting for one in found.values()} == {0}
