"""Helpers of the tests of packages: what is asked for, what came of it, and something to choose from."""

from contextlib import contextmanager

from ledgers import add_document, memory_library, unite

from db.check import check
from db.engine import Engine
from db.packages import Chosen, Named
from db.packing import Request, write_package

ANN = Named("00" * 16, "Ann")
TEXT = "The harbour towns spoke of a free and open sea. Nobody marked this other sentence of the text."


def request(*, concepts=(), sources=(), persons=(), collections=(), documents=True):
    chosen = Chosen(*(tuple(Named(id, "") for id in ids) for ids in (concepts, sources, persons)), tuple(collections))
    return Request(chosen, documents, ANN, "Commonplace 1", _draws_on)


def _draws_on(fields):
    return [fields["crossref"]] if "crossref" in fields else []


def ignore(_done, _total):
    pass


@contextmanager
def opened(path):
    engine = Engine(path, read_only=True, immutable=True)
    try:
        yield engine
    finally:
        engine.close()


def pack(engine, path, **chosen):
    path.unlink(missing_ok=True)
    return write_package(engine, path, request(**chosen), ignore)


def received(path):
    """Return an empty library into which a package was merged."""
    library = memory_library()
    with opened(path) as package:
        unite(library, package)
    assert check(library, remake=False).problems == ()
    return library


def ids(engine, table, where="true", column="id"):
    return {id.hex() for (id,) in engine.rows(f"select {column} from {table} where {where}")}


def names(engine):
    return {name for (name,) in engine.rows("select name from concept where alive")}


def furnish(person):
    """Give a person a source with a reference, and a highlight of it with a tag and a note."""
    source, _layer = add_document(person.engine, person.writer, TEXT)
    person.reference(source, "Sea2020")
    highlight = person.highlight(source, "free and open sea")
    concept = person.concept("FOIP", person.concept("Order"))
    person.tag(highlight, concept)
    person.note(highlight, "A note")
    return source, highlight, concept


def holds(path, text):
    """Say whether a file holds a text, as it is, in another encoding, or packed into a stored layer."""
    data = path.read_bytes()
    return any(text.encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
