"""The first format: the ledger, and the tables made from it.  Frozen: later changes are later steps."""

from typing import Any

_STATEMENTS = """
CREATE TABLE "action" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "person" BLOB NOT NULL,
  "at" INTEGER NOT NULL,
  "label" TEXT NOT NULL,
  "undoes" BLOB,
  "origin" BLOB NOT NULL
);
CREATE INDEX "actionrow_at" ON "action" ("at");
CREATE INDEX "actionrow_undoes" ON "action" ("undoes");
CREATE TABLE "alias" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "reference" BLOB NOT NULL,
  "citekey" TEXT NOT NULL
);
CREATE INDEX "aliasrow_reference" ON "alias" ("reference");
CREATE INDEX "aliasrow_citekey" ON "alias" ("citekey");
CREATE TABLE "bibfile" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "sha256" BLOB NOT NULL,
  "replaces" BLOB,
  "made" INTEGER NOT NULL
);
CREATE TABLE "blob_chunk" (
  "sha256" BLOB NOT NULL,
  "idx" INTEGER NOT NULL,
  "data" BLOB NOT NULL, PRIMARY KEY ("sha256", "idx")
);
CREATE TABLE "blob" ("sha256" BLOB NOT NULL PRIMARY KEY, "size" INTEGER NOT NULL);
CREATE TABLE "citekey" (
  "citekey" TEXT NOT NULL,
  "reference" BLOB NOT NULL,
  "shown" INTEGER NOT NULL, PRIMARY KEY ("citekey", "reference")
);
CREATE INDEX "citekeyrow_reference" ON "citekey" ("reference");
CREATE TABLE "concept_parent" (
  "child" BLOB NOT NULL,
  "parent" BLOB NOT NULL,
  "position" INTEGER NOT NULL, PRIMARY KEY ("child", "parent")
);
CREATE INDEX "conceptparentrow_parent" ON "concept_parent" ("parent");
CREATE TABLE "concept" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  "definition" TEXT NOT NULL,
  "colour" TEXT NOT NULL,
  "canonical" BLOB NOT NULL,
  "parents" TEXT NOT NULL,
  "parents_at" INTEGER NOT NULL,
  "parents_version" BLOB NOT NULL
);
CREATE INDEX "conceptrow_name_key" ON "concept" ("name_key");
CREATE INDEX "conceptrow_canonical" ON "concept" ("canonical");
CREATE TABLE "conflict" (
  "entity" BLOB NOT NULL,
  "field" TEXT NOT NULL,
  "kind" TEXT NOT NULL, PRIMARY KEY ("entity", "field", "kind")
);
CREATE TABLE "delivered" (
  "merge" BLOB NOT NULL,
  "tbl" TEXT NOT NULL,
  "key" BLOB NOT NULL, PRIMARY KEY ("merge", "tbl", "key")
) WITHOUT ROWID;
CREATE TABLE "entity" (
  "id" BLOB NOT NULL,
  "action" BLOB NOT NULL,
  "kind" TEXT NOT NULL,
  "core" TEXT NOT NULL, PRIMARY KEY ("id", "action")
);
CREATE INDEX "entityrow_action" ON "entity" ("action");
CREATE TABLE "file_name" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "target" BLOB NOT NULL,
  "name" TEXT NOT NULL,
  "at" INTEGER NOT NULL
);
CREATE INDEX "filenamerow_target" ON "file_name" ("target");
CREATE TABLE "highlight" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "source" BLOB NOT NULL,
  "layer" BLOB NOT NULL,
  "person" BLOB NOT NULL,
  "created" INTEGER NOT NULL,
  "exact" TEXT NOT NULL,
  "anchor" TEXT NOT NULL,
  "edited_quote" TEXT,
  "start" INTEGER NOT NULL
);
CREATE INDEX "highlightrow_source_start_id_layer_alive" ON "highlight" ("source", "start", "id", "layer", "alive");
CREATE TABLE "anchor" (
  "highlight" BLOB NOT NULL,
  "rank" INTEGER NOT NULL,
  "source" BLOB NOT NULL,
  "layer" BLOB NOT NULL,
  "anchor" TEXT NOT NULL,
  "exact" TEXT NOT NULL, PRIMARY KEY ("highlight", "rank")
);
CREATE INDEX "anchorrow_source" ON "anchor" ("source");
CREATE TABLE "label" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "concept" BLOB NOT NULL,
  "name_key" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "language" TEXT NOT NULL
);
CREATE INDEX "labelrow_concept" ON "label" ("concept");
CREATE INDEX "labelrow_name_key" ON "label" ("name_key");
CREATE TABLE "layer_facts" (
  "layer" BLOB NOT NULL PRIMARY KEY,
  "source" BLOB NOT NULL,
  "kind" TEXT NOT NULL,
  "pages" INTEGER NOT NULL,
  "characters" INTEGER NOT NULL,
  "found" TEXT NOT NULL,
  "page_labels" TEXT NOT NULL,
  "starts" TEXT NOT NULL,
  "landmarks" TEXT NOT NULL,
  "asides" TEXT NOT NULL
);
CREATE INDEX "layerfactsrow_source" ON "layer_facts" ("source");
CREATE TABLE "layer" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "source" BLOB NOT NULL,
  "extractor" TEXT NOT NULL,
  "content" BLOB NOT NULL
);
CREATE INDEX "layerrow_source" ON "layer" ("source");
CREATE TABLE "merge_step" (
  "merge" BLOB NOT NULL,
  "at" INTEGER NOT NULL,
  "back" INTEGER NOT NULL, PRIMARY KEY ("merge", "at")
);
CREATE TABLE "merged" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "at" INTEGER NOT NULL,
  "installation" BLOB NOT NULL,
  "label" TEXT NOT NULL,
  "person" BLOB NOT NULL,
  "digest" BLOB NOT NULL,
  "undone" INTEGER NOT NULL
);
CREATE TABLE "meta" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL);
CREATE TABLE "note" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "target" BLOB NOT NULL,
  "person" BLOB NOT NULL,
  "created" INTEGER NOT NULL,
  "text" TEXT NOT NULL
);
CREATE INDEX "noterow_target" ON "note" ("target");
CREATE TABLE "person" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "canonical" BLOB NOT NULL
);
CREATE TABLE "range" (
  "highlight" BLOB NOT NULL,
  "idx" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL, PRIMARY KEY ("highlight", "idx")
);
CREATE TABLE "reference" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "citekey" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "fields" TEXT NOT NULL,
  "own" TEXT NOT NULL,
  "claimed" TEXT NOT NULL,
  "source" BLOB,
  "bibfile" BLOB,
  "slice_key" TEXT NOT NULL,
  "slice_type" TEXT NOT NULL,
  "slice_start" INTEGER NOT NULL,
  "slice_end" INTEGER NOT NULL,
  "made" INTEGER NOT NULL,
  "canonical" BLOB NOT NULL
);
CREATE INDEX "referencerow_bibfile" ON "reference" ("bibfile");
CREATE INDEX "referencerow_canonical" ON "reference" ("canonical");
CREATE TABLE "revision" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "entity" BLOB NOT NULL,
  "field" TEXT NOT NULL,
  "prev" TEXT NOT NULL,
  "action" BLOB NOT NULL,
  "value" TEXT NOT NULL
);
CREATE INDEX "revisionrow_action" ON "revision" ("action");
CREATE INDEX "revisionrow_entity_field" ON "revision" ("entity", "field");
CREATE TABLE "same" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "a" BLOB NOT NULL,
  "b" BLOB NOT NULL,
  "same" INTEGER NOT NULL
);
CREATE TABLE "sample" ("layer" BLOB NOT NULL PRIMARY KEY, "stretches" BLOB NOT NULL);
CREATE TABLE "shelf" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "source" BLOB NOT NULL,
  "name" TEXT NOT NULL,
  "name_key" TEXT NOT NULL,
  "at" INTEGER NOT NULL
);
CREATE INDEX "shelfrow_source" ON "shelf" ("source");
CREATE INDEX "shelfrow_name_key" ON "shelf" ("name_key");
CREATE TABLE "source" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "sha256" BLOB NOT NULL,
  "reference" BLOB,
  "labels" TEXT NOT NULL,
  "made" INTEGER NOT NULL,
  "layer" BLOB,
  "replaces" BLOB
);
CREATE INDEX "sourcerow_sha256" ON "source" ("sha256");
CREATE INDEX "sourcerow_reference" ON "source" ("reference");
CREATE INDEX "sourcerow_replaces" ON "source" ("replaces");
CREATE TABLE "tagging" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "alive" INTEGER NOT NULL,
  "highlight" BLOB NOT NULL,
  "concept" BLOB NOT NULL,
  "person" BLOB NOT NULL
);
CREATE INDEX "taggingrow_concept" ON "tagging" ("concept");
CREATE INDEX "taggingrow_highlight_concept_alive" ON "tagging" ("highlight", "concept", "alive");
"""


def up(_migrator: Any, db: Any) -> None:
    for statement in filter(str.strip, _STATEMENTS.split(";")):
        db.execute_sql(statement)
    db.execute_sql("pragma user_version=1")
