"""Colours of concepts: stable, given in turn, and distinct on the keys."""

import pytest

from core.records import Concept

pytestmark = pytest.mark.gui


def concept(id, name, colour="", highlights=0):
    return Concept(id * 32, name, (name,), "", (), "", colour, highlights)


def test_a_colour_of_its_own_is_shown_and_renaming_changes_no_colour():
    from desktop.models.looks import slots_of

    before = slots_of([concept("a", "order", "#D55E00"), concept("b", "sea"), concept("c", "law")])
    after = slots_of([concept("c", "zebra"), concept("a", "air", "#D55E00"), concept("b", "a sea")])

    assert before == after
    assert before["a" * 32].name == "vermillion"
    assert len({slot.name for slot in before.values()}) == 3


def test_up_to_seven_without_a_colour_all_look_different():
    from desktop.models.looks import slots_of

    assert len({slot.name for slot in slots_of(concept(id, id) for id in "0123456").values()}) == 7


def test_new_concepts_get_the_colours_that_are_free():
    from desktop.models.looks import free_colours
    from desktop.theme import SLOTS

    assert free_colours([], 2) == [SLOTS[0].base, SLOTS[1].base]
    assert free_colours([concept("a", "order", SLOTS[0].base)], 1) == [SLOTS[1].base]
    assert len(set(free_colours([], 7))) == 7


def test_keys_look_different_as_long_as_concepts_do():
    from desktop.models.looks import slots_of
    from desktop.models.slots import filled_slots
    from desktop.theme import SLOTS

    twins = [concept("a", "order", SLOTS[0].base, 9), concept("b", "law", SLOTS[0].base, 8)]
    others = [concept(id, id, slot.base) for id, slot in zip("cdefgh", SLOTS[1:], strict=True)]
    looks = slots_of([*twins, *others])

    slots = filled_slots([*twins, *others], {}, {})

    assert len({looks[one.id] for one in slots}) == 7
    assert [one and one.name for one in filled_slots(twins, {}, {})][:3] == ["order", "law", None]


def test_a_concept_that_is_made_in_the_window_keeps_its_colour(window, qtbot):
    from desktop.theme import SLOTS

    for name in ("zebra", "alpha"):
        window.desk.add_concept(name)
        qtbot.waitUntil(lambda name=name: any(one.name == name for one in window.desk.concepts))
    window.desk.rename_concept(next(one.id for one in window.desk.concepts if one.name == "zebra"), "aardvark")
    qtbot.waitUntil(lambda: any(one.name == "aardvark" for one in window.desk.concepts))

    assert {one.name: one.colour for one in window.desk.concepts} == {
        "aardvark": SLOTS[0].base,
        "alpha": SLOTS[1].base,
    }


def test_chips_are_drawn_in_the_colours_of_their_marks(qapp):
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFontMetrics, QImage, QPainter

    from desktop.models.chips import paint_chips
    from desktop.theme import SLOTS, palette

    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    chips = [("order", SLOTS[0]), ("sea", SLOTS[1]), ("a very long name that has no room", SLOTS[2])]
    paint_chips(painter, QRect(0, 0, 120, 30), chips, palette("light"), QFontMetrics(painter.font()))
    painter.end()

    seen = {image.pixelColor(x, 4).name().upper() for x in range(300)}
    assert {SLOTS[0].light, SLOTS[1].light} <= seen
    assert all(image.pixelColor(x, y).name() == "#ffffff" for x in range(130, 300) for y in (4, 10))
