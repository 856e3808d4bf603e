"""Make ``format-1.commonplace``: a library as the first format has it, with something of every kind.

Run it once for a format, before the format is released: ``python tests/formats/make_format_1.py``.  Afterwards the
file stays as it is, so that every later version is tested on what the first one really wrote.
"""

import itertools
import sys
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from core.ids import digest  # noqa: E402
from core.layers import layer_json, pack  # noqa: E402
from core.records import Block, Found, Layer, Page  # noqa: E402
from db import ledger  # noqa: E402
from db.deliveries import Merge  # noqa: E402
from db.documents import add_blob, add_layer  # noqa: E402
from db.kinds import (  # noqa: E402
    ALIAS,
    BIBFILE,
    CONCEPT,
    FILE_NAME,
    HIGHLIGHT,
    LABEL,
    NOTE,
    REFERENCE,
    SAME,
    SHELF,
    SOURCE,
    TAGGING,
)  # fmt: skip
from db.ledger import Action, Writer  # noqa: E402
from db.opening import create  # noqa: E402
from db.undo import redo, undo  # noqa: E402
from db.union import attached, take  # noqa: E402

TARGET = HERE / "format-1.commonplace"
ENGLISH = "The Free and Open Indo-Pacific rests on the rule of law.\n\fA second page: ﬁnd cafe\u0301."
JAPANESE = "反撃能力を保有する。\n神戸、神\ufa19、𠮷野家。"
BIB = b"@book{Sato2019,\n  title = {Order at sea},\n}\n"


def _fix_time_and_chance():
    """Two runs write the same records."""
    seconds, counter = itertools.count(1_700_000_000), itertools.count(1)
    ledger.time = SimpleNamespace(time_ns=lambda: next(seconds) * 1_000_000_000)
    ledger.os = SimpleNamespace(urandom=lambda size: next(counter).to_bytes(size, "big"))


def _layers():
    pages = (Page("i", 0, 57, 595000, 842000), Page("62", 57, len(ENGLISH), 595000, 842000))
    found = (
        Found("title", "A Free and Open Indo-Pacific", "PDF metadata", 90),
        Found("author", "Abe, Shinzo", "p. 1", 70),
    )
    yield "fo.pdf", ENGLISH, Layer("pdf", "pymupdf 1", ENGLISH, pages=pages, found=found)
    blocks = (Block("heading", 0, 10, 1), Block("paragraph", 11, len(JAPANESE)))
    yield "反撃.txt", JAPANESE, Layer("text", "text 1", JAPANESE, blocks=blocks)


def _import(engine, writer, name, text, layer):
    add_blob(engine, digest(text), [text.encode()])
    said = layer_json(layer)
    action = Action(engine, writer, f"Import {name}")
    source = action.make(SOURCE, {"sha256": digest(text).hex()})
    action.make(FILE_NAME, {"target": source, "name": name})
    reference = action.make(REFERENCE, {"source": source})
    action.set(REFERENCE, reference, "citekey", f"Key{name[:2]}".encode("ascii", "ignore").decode())
    action.set(REFERENCE, reference, "type", "misc")
    action.set(SOURCE, source, "reference", reference)
    with engine.writing():
        made = add_layer(engine, source, layer.extractor, pack(said), digest(said), layer)
        action.write_pending()
    return source, reference, made


def _highlight(action, source, layer, text, exact, nonce):
    start = text.index(exact)
    anchor = {"source": source, "layer": layer, "ranges": [[start, start + len(exact)]], "prefix": "", "suffix": ""}
    core = {"nonce": nonce, "person": action.person, "created": action.at, "exact": exact}
    return action.make(HIGHLIGHT, core, {"anchor": anchor})


def _ann(engine, ann):
    (english, reference, layer), (japanese, _, other_layer) = (_import(engine, ann, *one) for one in _layers())
    with Action(engine, ann, "Add concepts") as action:
        order = action.make(CONCEPT, {"nonce": "1", "name": "Order"})
        foip = action.make(CONCEPT, {"nonce": "2", "name": "FOIP"}, {"parents": [order]})
        strike = action.make(CONCEPT, {"nonce": "3", "name": "counterstrike"}, {"parents": [order]})
        action.make(LABEL, {"concept": strike, "name_key": "反撃能力"})
        action.set(CONCEPT, foip, "definition", "Free and Open Indo-Pacific")
    with Action(engine, ann, "Highlight 2 passages") as action:
        first = _highlight(action, english, layer, ENGLISH, "rule of law", "4")
        second = _highlight(action, japanese, other_layer, JAPANESE, "神\ufa19、𠮷野家", "5")
        action.make(TAGGING, {"highlight": first, "concept": foip, "person": action.person})
        action.make(TAGGING, {"highlight": second, "concept": strike, "person": action.person})
        note = {"nonce": "6", "target": first, "person": action.person, "created": action.at}
        action.make(NOTE, note, {"text": "Compare 2016.\nAnd 2018."})
    with Action(engine, ann, "Rename a key") as action:
        action.set(REFERENCE, reference, "citekey", "Abe2016")
        action.set(REFERENCE, reference, "field:title", "{A} Free and Open Indo-Pacific")
    with Action(engine, ann, "Put a source into Thesis") as action:
        action.make(SHELF, {"source": english, "name": "Thesis"})
        action.set(SHELF, action.make(SHELF, {"source": japanese, "name": "Thesis"}), "present", False)
    with Action(engine, ann, "Number the pages") as action:
        action.set(SOURCE, english, "labels", [[1, "63"]])
    with Action(engine, ann, "Import a .bib") as action:
        bibfile = action.make(BIBFILE, {"sha256": digest(BIB.decode()).hex()})
        book = action.make(REFERENCE, {"nonce": "Sato2019", "origin": bibfile})
        piece = {"bibfile": bibfile, "key": "Sato2019", "type": "book", "start": 0, "end": len(BIB) - 1,
                 "fields": [["title", "Order at sea"]]}  # fmt: skip
        action.set(REFERENCE, book, "slice", piece)
        action.make(ALIAS, {"reference": book, "citekey": "SatoSea"})
    add_blob(engine, digest(BIB.decode()), [BIB])
    return {"order": order, "foip": foip, "strike": strike, "first": first, "second": second}


def _apart(engine, ann, bob, made, beside):
    """What Ann and Bob did apart: a conflict, a circle, and something used after it was deleted."""
    other = create(beside)
    _merge(other, bob, engine)
    with Action(other, bob, "Colour and move") as action:
        action.set(CONCEPT, made["foip"], "colour", "#0000ff")
        action.set(CONCEPT, made["order"], "parents", [made["strike"]])
        note = {"nonce": "7", "target": made["second"], "person": action.person, "created": action.at}
        action.make(NOTE, note, {"text": "Which 神?"})
        action.make(CONCEPT, {"nonce": "8", "name": "foip"})
    with Action(engine, ann, "Colour") as action:
        action.set(CONCEPT, made["foip"], "colour", "#ff0000")
    with Action(engine, ann, "Delete a highlight") as action:
        action.delete(HIGHLIGHT, made["second"])
    _merge(engine, ann, other)
    other.close()


def _merge(engine, writer, other):
    at = engine.value("select coalesce(max(at), 0) from action") + 1
    with attached(engine, other.path):
        take(engine, Merge("Merge", writer.installation, at, other.value("select person from action"), id=bytes(16)))


def _at_last(engine, ann, made):
    with Action(engine, ann, "Keep two apart") as action:
        one, other = sorted([made["order"], made["foip"]])
        action.make(SAME, {"a": one, "b": other})
        action.set(SAME, action.make(SAME, {"a": one, "b": other}), "present", False)
    with Action(engine, ann, "Untag") as action:
        core = {"highlight": made["first"], "concept": made["foip"], "person": action.person}
        action.set(TAGGING, action.make(TAGGING, core), "present", False)
    undo(engine, ann)
    redo(engine, ann)
    undo(engine, ann)


def main():
    _fix_time_and_chance()
    beside = TARGET.with_name("beside")
    for path in (TARGET, beside):
        path.unlink(missing_ok=True)
    ann, bob = Writer("ann", "Ann", b"ann-desk"), Writer("bob", "鈴木", b"bob-desk")
    engine = create(TARGET)
    made = _ann(engine, ann)
    _apart(engine, ann, bob, made, beside)
    _at_last(engine, ann, made)
    engine.rows("update meta set value='format-1' where key='library_id'")
    engine.rows("update migration set applied='2026-01-01T00:00:00'")
    engine.close()
    beside.unlink()


if __name__ == "__main__":
    main()
