"""What a worker can be asked to do: one line in ``OPERATIONS`` each, and how much time it may take.

The parent knows the table too, for the limits; so what does the work is imported only where it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from commonplace.documents.reading import ReadRequest
from commonplace.documents.workers.frames import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the worker.

    Attributes:
        header: The frame it came in, with what ``Job.more`` added to it.
        progress: To be told how many pages of how many are done; (0, 0) is only a sign of life.
    """

    request: ReadRequest
    header: Mapping[str, Any]
    progress: Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the parent waits, in seconds; more for a large file, by the megabyte.

    Attributes:
        opening: Without a word, before the first page is done and after the last.
        page: Without a word, from one page to the next; however large the file is.
        whole: For everything.
        processor: Of processor time for everything; the system ends the process beyond it.
    """

    opening: float = 20.0
    opening_per_megabyte: float = 1.0
    page: float = 10.0
    whole: float = 600.0
    processor: float = 60.0
    per_megabyte: float = 30.0

    def silence_for(self, megabytes: float, *, between_pages: bool) -> float:
        return self.page if between_pages else self.opening + self.opening_per_megabyte * megabytes

    def whole_for(self, megabytes: float) -> float:
        return self.whole + self.per_megabyte * megabytes

    def processor_for(self, megabytes: float) -> float:
        return self.processor + self.per_megabyte * megabytes


@dataclass(frozen=True, slots=True)
class Operation:
    """A kind of question.

    Attributes:
        run: Answers it, in the worker; an ``UnreadableError`` becomes the answer, whatever else it raises makes the
            file a damaged one.
    """

    run: Callable[[Asked], Answer]
    limits: Limits = Limits()


def _read(asked: Asked) -> Answer:
    from commonplace.documents.reader import read_file
    from commonplace.documents.workers.answers import told

    return told(read_file(asked.request, asked.progress))


def _boxes(asked: Asked) -> Answer:
    from commonplace.documents.workers.viewing import boxes_of

    pages = [(int(index), str(text)) for index, text in asked.header["pages"]]
    boxes = boxes_of(asked.request, pages)
    return Answer({"boxes": [len(edges) // 4 for edges in boxes]}, [edges.tobytes() for edges in boxes])


def _picture(asked: Asked) -> Answer:
    from commonplace.documents.workers.viewing import picture_of

    told, clip = asked.header, asked.header["clip"]
    drawn = picture_of(
        asked.request,
        int(told["page"]),
        float(told["zoom"]),
        int(told["rotation"]),
        (int(clip[0]), int(clip[1]), int(clip[2]), int(clip[3])) if clip else None,
    )
    return Answer({"width": drawn.width, "height": drawn.height}, [drawn.pixels])


def _outline(asked: Asked) -> Answer:
    from commonplace.documents.workers.viewing import outline

    return Answer({"outline": [list(entry) for entry in outline(asked.request)]})


def _links(asked: Asked) -> Answer:
    from commonplace.documents.workers.viewing import links

    return Answer({"links": [[*box, target] for box, target in links(asked.request, int(asked.header["page"]))]})


def _carried(asked: Asked) -> Answer:
    from commonplace.documents.workers.viewing import carried_picture

    return Answer({}, [carried_picture(asked.request, str(asked.header["target"]))])


def _font(_asked: Asked) -> Answer:
    import pymupdf

    # MuPDF's own, not the document's.
    return Answer({}, [pymupdf.Font("cjk").buffer])


def _ocr(asked: Asked) -> Answer:
    from commonplace.documents.workers.recognition import recognised

    return Answer(recognised(asked.request, asked.header))


# One page: a dense one in several languages takes a minute on a fast computer.
_FOR_A_RECOGNISED_PAGE = Limits(opening=600.0, page=600.0, whole=900.0, processor=900.0)

OPERATIONS: dict[str, Operation] = {
    "read": Operation(_read),
    "boxes": Operation(_boxes),
    "picture": Operation(_picture),
    "outline": Operation(_outline),
    "links": Operation(_links),
    "carried": Operation(_carried),
    "font": Operation(_font),
    "ocr": Operation(_ocr, _FOR_A_RECOGNISED_PAGE),
}


def limits_of(name: str) -> Limits:
    """Return an operation's limits; the usual ones for what only tests know."""
    return OPERATIONS[name].limits if name in OPERATIONS else Limits()
