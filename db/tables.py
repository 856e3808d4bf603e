"""The tables the program reads: a projection of the ledger, which can be made again from it at any time.

Two more are local to this very file: which merges were made into it, and what each of them brought.

``alive`` says that a thing itself was not deleted; whether it is shown may hang on others as well (a highlight on
its source), which the questions join.
"""

from __future__ import annotations

from peewee import BigIntegerField, BlobField, BooleanField, CompositeKey, IntegerField, Model, TextField


class ConflictRow(Model):
    """``kind`` is values, deleted (used after it was deleted) or circle.

    A source also has one of the kind joined where the references that it was given apart are shown as one.
    """

    entity = BlobField()
    field = TextField()
    kind = TextField()

    class Meta:
        table_name = "conflict"
        primary_key = CompositeKey("entity", "field", "kind")


class PersonRow(Model):
    """``canonical`` is the person as whom those are shown who were said to be the same."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    name = TextField()
    canonical = BlobField()

    class Meta:
        table_name = "person"


class SourceRow(Model):
    """``labels`` is what persons said of page labels: JSON pairs [page index, label], each from that page on.

    ``replaces`` is the source of which this one is a later version.
    """

    id = BlobField(primary_key=True)
    alive = BooleanField()
    sha256 = BlobField(index=True)
    reference = BlobField(null=True, index=True)
    labels = TextField()
    made = BigIntegerField()
    layer = BlobField(null=True)
    replaces = BlobField(null=True, index=True)

    class Meta:
        table_name = "source"


class LayerFactsRow(Model):
    """What lists show of a layer without opening it.

    All but the numbers and the kind is JSON.  ``page_labels`` holds what the file names each page and what is
    printed on it, ``starts`` where its pages begin or its numbered blocks, ``landmarks`` what else a flowing document
    is cited by, and ``asides`` what on its pages is not running text.
    """

    layer = BlobField(primary_key=True)
    source = BlobField(index=True)
    kind = TextField()
    pages = IntegerField()
    characters = IntegerField()
    found = TextField()
    page_labels = TextField()
    starts = TextField()
    landmarks = TextField()
    asides = TextField()

    class Meta:
        table_name = "layer_facts"


class FileNameRow(Model):
    """A name under which a document or a .bib came in."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    target = BlobField(index=True)
    name = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "file_name"


class ShelfRow(Model):
    """A source in a collection.  ``name`` is the collection's as it was written; those of one ``name_key`` are one."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    source = BlobField(index=True)
    name = TextField()
    name_key = TextField(index=True)
    at = BigIntegerField()

    class Meta:
        table_name = "shelf"


class ReferenceRow(Model):
    """``fields`` and ``own`` are JSON objects: what is shown, and of it what persons said over the .bib.

    ``claimed`` is another: what the file of its source was said to say, for those who do not have it.
    ``canonical`` is the reference under which those are shown that were said to be the same.
    """

    id = BlobField(primary_key=True)
    alive = BooleanField()
    citekey = TextField()
    type = TextField()
    fields = TextField()
    own = TextField()
    claimed = TextField()
    source = BlobField(null=True)
    bibfile = BlobField(null=True, index=True)
    slice_key = TextField()
    slice_type = TextField()
    slice_start = IntegerField()
    slice_end = IntegerField()
    made = BigIntegerField()
    canonical = BlobField(index=True)

    class Meta:
        table_name = "reference"


class CitekeyRow(Model):
    """Every key a reference has or had."""

    citekey = TextField()
    reference = BlobField(index=True)
    shown = BooleanField()

    class Meta:
        table_name = "citekey"
        primary_key = CompositeKey("citekey", "reference")


class AliasRow(Model):
    """A key that leads to a reference because somebody said so."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    reference = BlobField(index=True)
    citekey = TextField(index=True)

    class Meta:
        table_name = "alias"


class BibfileRow(Model):
    id = BlobField(primary_key=True)
    alive = BooleanField()
    sha256 = BlobField()
    replaces = BlobField(null=True)
    made = BigIntegerField()

    class Meta:
        table_name = "bibfile"


class ConceptRow(Model):
    """``canonical`` is the concept under which equal ones are shown; ``parents`` what was said, as JSON, and when."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    name = TextField()
    name_key = TextField(index=True)
    definition = TextField()
    colour = TextField()
    canonical = BlobField(index=True)
    parents = TextField()
    parents_at = BigIntegerField()
    parents_version = BlobField()

    class Meta:
        table_name = "concept"


class ConceptParentRow(Model):
    """The edges that stand, between canonical concepts; an edge that would close a circle is a conflict instead."""

    child = BlobField()
    parent = BlobField(index=True)
    position = IntegerField()

    class Meta:
        table_name = "concept_parent"
        primary_key = CompositeKey("child", "parent")


class LabelRow(Model):
    """Another name of a concept, in any language."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    concept = BlobField(index=True)
    name_key = TextField(index=True)
    text = TextField()
    language = TextField()

    class Meta:
        table_name = "label"


class HighlightRow(Model):
    """``exact`` is the text at the anchor's ranges: the one that was marked, or in another layer what it became."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    source = BlobField()
    layer = BlobField()
    person = BlobField()
    created = BigIntegerField()
    exact = TextField()
    anchor = TextField()
    edited_quote = TextField(null=True)
    start = IntegerField()

    class Meta:
        table_name = "highlight"
        # How sources stand is told by this index alone.
        indexes = ((("source", "start", "id", "layer", "alive"), False),)


class AnchorRow(Model):
    """One of the places of a highlight that stands in several layers; its own row shows one of them.

    ``rank`` counts them from the newest; ``anchor`` and ``exact`` are as in the highlight's row.
    """

    highlight = BlobField()
    rank = IntegerField()
    source = BlobField(index=True)
    layer = BlobField()
    anchor = TextField()
    exact = TextField()

    class Meta:
        table_name = "anchor"
        primary_key = CompositeKey("highlight", "rank")


class RangeRow(Model):
    highlight = BlobField()
    idx = IntegerField()
    start = IntegerField()
    end = IntegerField()

    class Meta:
        table_name = "range"
        primary_key = CompositeKey("highlight", "idx")


class TaggingRow(Model):
    id = BlobField(primary_key=True)
    alive = BooleanField()
    highlight = BlobField()
    concept = BlobField(index=True)
    person = BlobField()

    class Meta:
        table_name = "tagging"
        indexes = ((("highlight", "concept", "alive"), False),)


class NoteRow(Model):
    id = BlobField(primary_key=True)
    alive = BooleanField()
    target = BlobField(index=True)
    person = BlobField()
    created = BigIntegerField()
    text = TextField()

    class Meta:
        table_name = "note"


class SameRow(Model):
    """What people said of two things: ``same`` true, or false for distinct."""

    id = BlobField(primary_key=True)
    alive = BooleanField()
    a = BlobField()
    b = BlobField()
    same = BooleanField()

    class Meta:
        table_name = "same"


PROJECTED = (
    ConflictRow, PersonRow, SourceRow, LayerFactsRow, FileNameRow, ShelfRow, ReferenceRow, CitekeyRow, AliasRow,
    BibfileRow, ConceptRow, ConceptParentRow, LabelRow, HighlightRow, AnchorRow, RangeRow, TaggingRow, NoteRow, SameRow,
)  # fmt: skip


class MergedRow(Model):
    """A merge into this very file: a step of undo; it is never sent along.

    ``person`` made what came (a claim; empty where the file does not say), ``digest`` is the SHA-256 of the file,
    ``undone`` the time at which the step was taken back, or 0.
    """

    id = BlobField(primary_key=True)
    at = BigIntegerField()
    installation = BlobField()
    label = TextField()
    person = BlobField()
    digest = BlobField()
    undone = BigIntegerField()

    class Meta:
        table_name = "merged"


class DeliveredRow(Model):
    """A record that a merge brought; ``key`` is its id, of an entity with the action behind it.

    Of one that an earlier merge had brought, and this one's file held too, ``tbl`` begins with "also ".
    """

    merge = BlobField()
    tbl = TextField()
    key = BlobField()

    class Meta:
        table_name = "delivered"
        primary_key = CompositeKey("merge", "tbl", "key")
        without_rowid = True


class MergeStepRow(Model):
    """That a merge was taken back (``back``) or done again, and when."""

    merge = BlobField()
    at = BigIntegerField()
    back = BooleanField()

    class Meta:
        table_name = "merge_step"
        primary_key = CompositeKey("merge", "at")


class SampleRow(Model):
    """A sample of a layer's text, packed; kept where it was asked for, since it takes long to make."""

    layer = BlobField(primary_key=True)
    stretches = BlobField()

    class Meta:
        table_name = "sample"


LOCAL = (MergedRow, DeliveredRow, MergeStepRow, SampleRow)
