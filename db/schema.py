"""The replicated tables: append-only, merged by union; every column is a function of the key.

There are no foreign keys and no further unique columns here: a record may arrive before what it refers to.
"""

from __future__ import annotations

from peewee import BigIntegerField, BlobField, CompositeKey, IntegerField, Model, TextField


class ActionRow(Model):
    """One thing a user did.  ``origin`` is 8 bytes of the installation and 8 random ones."""

    id = BlobField(primary_key=True)
    person = BlobField()
    at = BigIntegerField(index=True)
    label = TextField()
    undoes = BlobField(null=True, index=True)
    origin = BlobField()

    class Meta:
        table_name = "action"


class EntityRow(Model):
    """A thing, once for each action that made it: two people import one file and make one source."""

    id = BlobField()
    action = BlobField(index=True)
    kind = TextField()
    core = TextField()

    class Meta:
        table_name = "entity"
        primary_key = CompositeKey("id", "action")


class RevisionRow(Model):
    """A new value of one register; ``prev`` is the ids it replaces, sorted and joined, 16 or 32 bytes each."""

    id = BlobField(primary_key=True)
    entity = BlobField()
    field = TextField()
    prev = TextField()
    action = BlobField(index=True)
    value = TextField()

    class Meta:
        table_name = "revision"
        indexes = ((("entity", "field"), False),)


class LayerRow(Model):
    id = BlobField(primary_key=True)
    source = BlobField(index=True)
    extractor = TextField()
    content = BlobField()

    class Meta:
        table_name = "layer"


class BlobRow(Model):
    """A document's bytes are complete when this row is there."""

    sha256 = BlobField(primary_key=True)
    size = BigIntegerField()

    class Meta:
        table_name = "blob"


class BlobChunkRow(Model):
    sha256 = BlobField()
    idx = IntegerField()
    data = BlobField()

    class Meta:
        table_name = "blob_chunk"
        primary_key = CompositeKey("sha256", "idx")


class MetaRow(Model):
    """Facts of this file: ``library_id``, ``min_reader``, ``min_writer``."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "meta"


REPLICATED = (ActionRow, EntityRow, RevisionRow, LayerRow, BlobRow, BlobChunkRow)
