"""Who writes.  Apart from the ledger, because reading needs to know it too and should not wait for the rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and on which installation (8 bytes): undo is each installation's own."""

    nonce: str
    name: str
    installation: bytes

    @property
    def person(self) -> bytes:
        from db.kinds import PERSON, core_json, entity_id

        return entity_id(PERSON.name, core_json({"nonce": self.nonce}, {}))
