"""How sources were read last: what is kept, and what is not believed."""

import json

from commonplace.library import places
from commonplace.library.places import Look
from commonplace.library.profile import cache_folder


def test_a_look_is_kept_for_each_source():
    places.remember_look("one", Look(90, "facing"))

    assert places.look_of("one") == Look(90, "facing")
    assert places.look_of("two") == Look()


def test_a_look_that_makes_no_sense_is_the_first_one():
    cache_folder().mkdir(parents=True, exist_ok=True)
    kept = {"one": {"turned": 45, "arrangement": "heap"}, "two": 7, "three": {"turned": "90"}}
    cache_folder().joinpath("looks.json").write_text(json.dumps(kept), "utf-8")

    assert [places.look_of(source) for source in kept] == [Look()] * 3


def test_a_file_that_is_no_table_is_forgotten():
    cache_folder().mkdir(parents=True, exist_ok=True)
    cache_folder().joinpath("places.json").write_text("[1]", "utf-8")

    assert places.place_in("one") == 0
    places.remember_place("one", 12)
    assert places.place_in("one") == 12
