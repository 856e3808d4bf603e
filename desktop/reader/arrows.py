"""Where an arrow key leads on a page, whichever way its writing runs and however the page is turned."""

from __future__ import annotations

from core.records import Box
from desktop.reader.page_places import PagePlaces, Way
from desktop.reader.text_selection import next_character, next_word, previous_character, previous_word

_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
_STEPS = (1.0, 1.5, 2.0, 3.0, 4.5)


def led(places: PagePlaces, text: str, position: int, arrow: Way, *, turned: int = 0, words: bool = False) -> int:
    """Return the place on the axis that an arrow leads to from another.

    Args:
        places: Where the characters of the pages stand.
        text: The axis.
        position: Where the arrow begins.
        arrow: As it points in the view.
        turned: How far the page is turned in the view, in degrees clockwise.
        words: Along a line, whether to go by words.
    """
    xx, xy, yx, yy = _TURNS[turned]
    way = arrow[0] * xx + arrow[1] * xy, arrow[0] * yx + arrow[1] * yy
    forward = places.forward(places.page_of(position), position)
    along = way[0] * forward[0] + way[1] * forward[1]
    if along:
        return _along(text, position, back=along < 0, words=words)
    return _to_line(places, position, way, forward)


def _along(text: str, position: int, *, back: bool, words: bool) -> int:
    if words:
        return (previous_word if back else next_word)(text, position)
    return (previous_character if back else next_character)(text, position)


def _to_line(places: PagePlaces, position: int, way: Way, forward: Way) -> int:
    """Return the place over or under another, in the next line that there is; else on the next page."""
    page = places.page_of(position)
    box = places.box(page, position)
    if box is None:
        return position
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    step = box[3] - box[1] if way[1] else box[2] - box[0]
    for far in _STEPS:
        hit = places.hit(page, (x + way[0] * step * far) / 1000, (y + way[1] * step * far) / 1000)
        if hit is not None and _beyond(box, places.box(page, hit.start), way):
            return hit.start
    # Lines follow each other downwards, those of vertical writing to the left.
    onward = way == (0, 1) if forward[0] else way == (-1, 0)
    return places.neighbour(page, onward=onward)


def _beyond(box: Box, other: Box | None, way: Way) -> bool:
    if other is None:
        return False
    apart = (other[0] + other[2] - box[0] - box[2]) * way[0] + (other[1] + other[3] - box[1] - box[3]) * way[1]
    return apart > (box[3] - box[1] if way[1] else box[2] - box[0])
