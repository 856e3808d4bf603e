"""Pages looked at again, in the worker: where their characters stand, and what they look like."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from commonplace.documents.fixed.boxes import page_boxes
from commonplace.documents.fixed.guides import Link, OutlineEntry, links_of, outline_of
from commonplace.documents.fixed.opening import BROKEN, fixed_kind, open_document
from commonplace.documents.fixed.pagepictures import page_picture
from commonplace.documents.kinds import HEAD, kind_of
from commonplace.documents.opened import contents
from commonplace.documents.reading import PagePicture, ReadRequest, UnreadableError
from core.records import Box

T = TypeVar("T")
LARGEST_SHOWN = 16 << 20
_Identity: TypeAlias = tuple[Any, ...]

# A viewer asks for page after page of one document: it stays open, for opening may take longer than all else.
_held: dict[_Identity, Any] = {}


def boxes_of(request: ReadRequest, pages: Sequence[tuple[int, str]]) -> list[array[int]]:
    """Return for each page, given as index and text, its characters' boxes, four numbers each, flat.

    Raises:
        UnreadableError: The document cannot be opened, or has no such page.
    """
    return [_looked_at(request, index, partial(_flat_boxes, text=text)) for index, text in pages]


def picture_of(request: ReadRequest, index: int, zoom: float, rotation: int, clip: Box | None) -> PagePicture:
    """Return a page's picture, as ``page_picture`` does.

    Raises:
        UnreadableError: The document cannot be opened, or has no such page.
    """
    return _looked_at(request, index, partial(page_picture, zoom=zoom, rotation=rotation, clip=clip))


def outline(request: ReadRequest) -> list[OutlineEntry]:
    """Return the document's outline.

    Raises:
        UnreadableError: It cannot be opened, or its outline is beyond reading.
    """
    try:
        return outline_of(_document(request))
    except BROKEN as error:
        raise UnreadableError("damaged", "The outline of the file cannot be read.") from error


def links(request: ReadRequest, index: int) -> list[Link]:
    """Return the links of a page.

    Raises:
        UnreadableError: The document cannot be opened, or has no such page.
    """
    return _looked_at(request, index, links_of)


def carried_picture(request: ReadRequest, target: str) -> bytes:
    """Return the bytes of a picture that a flowing document carries.

    Raises:
        UnreadableError: There is no such picture in it, or it is too large to be shown.
    """
    from commonplace.documents.flowing.pictures import picture_bytes

    data = contents(request)
    kind = kind_of(request.path, data[:HEAD])
    if not isinstance(kind, str):
        raise UnreadableError("unread-kind", "The file carries no pictures.")
    found = picture_bytes(data, kind, target)
    if len(found) > LARGEST_SHOWN:
        raise UnreadableError("too-large", "The picture is too large to be shown.")
    return found


def _flat_boxes(page: Any, text: str) -> array[int]:
    return array("i", chain.from_iterable(page_boxes(page, text)))


def _looked_at(request: ReadRequest, index: int, look: Callable[[Any], T]) -> T:
    try:
        return look(_document(request).load_page(index))
    except BROKEN as error:
        raise UnreadableError("damaged", f"Page {index + 1} of the file cannot be drawn.") from error


def _document(request: ReadRequest) -> Any:
    identity = _identity(request)
    if identity not in _held:
        while _held:
            _held.popitem()[1].close()
        data = contents(request)
        _held[identity] = open_document(data, fixed_kind(request.path, data), request.password)
    return _held[identity]


def _identity(request: ReadRequest) -> _Identity:
    """Return what is another of another file, and of this one when it was written since."""
    state = request.path.stat() if request.descriptor is None else os.fstat(request.descriptor)
    return request.path, request.password, state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns
