"""Who works in a library, once each."""

from commonplace.library.people import people
from commonplace.library.sameness import same
from db.kinds import PERSON


def test_everybody_is_told_once_in_the_order_of_names(library):
    with library.action("People come") as action:
        for number, name in enumerate(("Zed", "bob")):
            action.set(PERSON, action.make(PERSON, {"nonce": f"{number:016x}"}), "name", name)
    before = [name for _, name in people(library)]
    assert before == sorted(before, key=str.casefold)
    assert {"Zed", "bob"} < set(before)

    same(library, "Zed", "bob", kind="person")

    assert len(people(library)) == len(before) - 1
