"""One block of a flowing document, laid out: where its characters are, and how it is drawn.

Everything is counted from the block's own top left corner, in logical pixels, positions on the axis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPalette, QTextLayout, QTextLine, QTextOption

from core.points import Hit
from core.records import Block, Span
from desktop.reader.flow_blocks import runs_leftwards
from desktop.reader.flow_style import Sheet, faded, label_of
from desktop.reader.offsets import Offsets

_LEADING = 1.4
_LINE_SEPARATOR = "\u2028"
_TOUCHING = 0.5


@dataclass(frozen=True, slots=True)
class _Over:
    """Something small above the text: where its middle is, its bottom, and how wide it may be."""

    text: str
    middle: float
    bottom: float
    room: float


class LaidBlock:
    """A block with its lines.

    Attributes:
        height: Of all of it, the spaces above and below included.
        pictures: The names of its pictures, drawn or not.
    """

    def __init__(self, text: str, block: Block, sheet: Sheet, pictures: Mapping[str, QImage]) -> None:
        """Lay a block out.

        Args:
            text: The axis.
            block: The block.
            sheet: What it is set in.
            pictures: Those that are there, by their names.
        """
        self.block = block
        self._text = text[block.start : block.end]
        self._sheet = sheet
        self._font = sheet.font_of(block)
        self._offsets = Offsets(text, block.start, block.end)
        self._label = label_of(block, self._text)
        self._leftwards = runs_leftwards(self._text)
        self._indent = sheet.indent(block, self._label)
        self.pictures = tuple(span.target for span in block.spans if span.style == "image" and span.target)
        self._layout = QTextLayout(self._text.replace("\n", _LINE_SEPARATOR), self._font)
        self._layout.setTextOption(_option(leftwards=self._leftwards))
        self._layout.setFormats([self._format(*run) for run in sheet.formats(block)])
        self._layout.setCacheEnabled(True)
        self._over: list[_Over] = []
        bottom = self._set_lines(sheet.above(block))
        self._drawn: list[tuple[QRectF, QImage | None, str]] = []
        bottom = self._set_pictures(bottom, pictures)
        self.height = bottom + sheet.below(block)

    # Laying out

    def _format(self, start: int, end: int, made: object) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = self._offsets.to_qt(start)
        found.length = self._offsets.to_qt(end) - found.start
        found.format = made  # type: ignore[assignment]
        return found

    @property
    def _left(self) -> float:
        return 0.0 if self._leftwards else self._indent

    @property
    def _width(self) -> float:
        # Quotes stand in from both sides.
        right = self._indent if self.block.kind == "quote" else 0.0
        return max(self._sheet.column - self._indent - right, self._sheet.em * 4)

    def _set_lines(self, top: float) -> float:
        """Make the lines, with room over those that have readings; return where they end."""
        if not self._text:
            return top
        small = QFontMetricsF(self._sheet.small_font_of(self._font)).height()
        overs = [span for span in self.block.spans if self._is_over(span)]
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            first, last = self._axis(line.textStart()), self._axis(line.textStart() + line.textLength())
            own = [span for span in overs if (span.start < last and span.end > first) or first <= span.start < last]
            spare = line.height() * (_LEADING - 1)
            tiers = [_tier(span, own) for span in own]
            room = max(spare, small * 1.05 * (1 + max(tiers))) if own else spare
            line.setPosition(QPointF(self._left, top + room - spare / 3))
            for span, tier in zip(own, tiers, strict=True):
                self._over.append(self._set_over(line, span, first, last, tier * small))
            top += room + line.height()
        self._layout.endLayout()
        return top

    def _is_over(self, span: Span) -> bool:
        """Return whether a span's target is drawn over the text: readings, and marks of notes that are none of it.

        A note that has a number before it needs no mark besides, which may be a name that the file gives it.
        """
        marks = span.style == "note" and span.start == span.end
        return span.style == "ruby" or (marks and not (self.block.kind == "note" and self._label))

    def _set_over(self, line: QTextLine, span: Span, first: int, last: int, raised: float) -> _Over:
        """Return what stands over a span; of one that goes over two lines each has its share."""
        low, high = max(span.start, first), min(span.end, last)
        bottom = line.y() + line.height() * 0.12 - raised
        if low >= high:
            return _Over(span.target, _x(line, self._offsets.to_qt(low)), bottom, 0.0)
        whole, signs = span.end - span.start, len(span.target)
        said = span.target[(low - span.start) * signs // whole : (high - span.start) * signs // whole]
        pieces = _pieces(line, self._offsets.to_qt(low), self._offsets.to_qt(high))
        left, right = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
        return _Over(said, (left + right) / 2, bottom, right - left)

    def _set_pictures(self, top: float, pictures: Mapping[str, QImage]) -> float:
        words = next((span.target for span in self.block.spans if span.style == "alt"), "")
        for name in self.pictures:
            image = pictures.get(name)
            size = _picture_size(image, self._sheet.column) if image else QSizeF(self._sheet.column, self._sheet.em * 3)
            left = (self._sheet.column - size.width()) / 2
            self._drawn.append((QRectF(QPointF(left, top), size), image, words))
            top += size.height() + self._sheet.em * 0.4
        if self.block.kind == "image" and not self.pictures:
            # A picture that lies elsewhere is not fetched; what it shows may be said.
            self._drawn.append((QRectF(0, top, self._sheet.column, self._sheet.em * 2), None, words))
            top += self._sheet.em * 2.4
        return top

    # Where what is

    def _axis(self, position: int) -> int:
        return self._offsets.to_text(position)

    def lines(self) -> list[QTextLine]:
        return [self._layout.lineAt(number) for number in range(self._layout.lineCount())]

    def _line_at(self, y: float) -> QTextLine | None:
        lines = self.lines()
        tops = [line.y() for line in lines]
        return lines[max(bisect_right(tops, y) - 1, 0)] if lines else None

    def hit(self, x: float, y: float) -> Hit:
        """Return the character at a point, or the nearest in the nearest line."""
        line = self._line_at(y)
        if line is None:
            return Hit(self.block.start, self.block.start, 0.0)
        end = line.textStart() + line.textLength()
        place = int(line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
        start = self._axis(max(min(place, end - 1), line.textStart()))
        first = self._offsets.to_qt(start)
        behind = max(self._layout.nextCursorPosition(first), first + 1)
        left, right, leftwards = _pieces(line, first, behind)[0]
        share = min(max((x - left) / (right - left), 0.0), 1.0) if left < right else 0.0
        return Hit(start, max(self._axis(behind), start + 1), 1 - share if leftwards else share)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point is on the text of a line."""
        line = self._line_at(y)
        return line is not None and line.naturalTextRect().contains(QPointF(x, y))

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return what a stretch of the axis covers, line by line, and piece by piece where a line runs both ways."""
        first, last = self._offsets.to_qt(max(start, self.block.start)), self._offsets.to_qt(min(end, self.block.end))
        found = []
        for line in self.lines():
            low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if low < high:
                found += [
                    QRectF(left, line.y(), right - left, line.height()) for left, right, _ in _pieces(line, low, high)
                ]
        return found

    def caret(self, position: int) -> QRectF:
        """Return where a caret before a character stands, without width."""
        place = self._offsets.to_qt(max(min(position, self.block.end), self.block.start))
        line = self._layout.lineForTextPosition(place)
        if not line.isValid():
            return QRectF(self._left, self._sheet.above(self.block), 0, self._sheet.em)
        return QRectF(_x(line, place), line.y(), 0, line.height())

    def is_leftwards(self, position: int) -> bool:
        """Return whether the character at a position runs from right to left."""
        place = self._offsets.to_qt(max(min(position, self.block.end - 1), self.block.start))
        line = self._layout.lineForTextPosition(place)
        if not line.isValid():
            return self._leftwards
        return _pieces(line, place, place + 1)[0][2]

    # Drawing

    def paint_ground(self, painter: QPainter) -> None:
        """Draw what lies under everything: the ground of tables and code, the bar beside a quote."""
        palette, em = self._sheet.palette, self._sheet.em
        if self.block.kind in ("cell", "code"):
            painter.fillRect(QRectF(0, 0, self._sheet.column, self.height), palette.alternateBase())
        if self.block.kind in ("cell", "quote"):
            left = self._sheet.column - em * 0.2 if self._leftwards else 0.0
            # Paragraphs of one quote are held together, cells are told apart.
            gap = em * 0.1 if self.block.kind == "cell" else 0.0
            painter.fillRect(QRectF(left, gap, em * 0.2, self.height - 2 * gap), palette.mid())

    def paint(self, painter: QPainter) -> None:
        """Draw the text and what stands over and beside it."""
        palette = self._sheet.palette
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self._layout.draw(painter, QPointF(0, 0))
        if self._label and self._layout.lineCount():
            self._paint_label(painter)
        painter.setFont(self._sheet.small_font_of(self._font))
        for over in self._over:
            _paint_over(painter, over)
        for place, image, words in self._drawn:
            _paint_picture(painter, place, image, words, self._sheet)

    def _paint_label(self, painter: QPainter) -> None:
        line = self._layout.lineAt(0)
        painter.setFont(self._font)
        wide = QFontMetricsF(self._font).horizontalAdvance(self._label)
        gap = self._sheet.em * 0.5
        x = self._width + gap if self._leftwards else self._indent - wide - gap
        painter.drawText(QPointF(x, line.y() + line.ascent()), self._label)


def _option(*, leftwards: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _tier(span: Span, overs: Sequence[Span]) -> int:
    """Return 1 for a reading over others: one of several words that have their own, or a second one; else 0."""
    if span.style != "ruby":
        return 0
    before = overs[: overs.index(span)]
    return int(
        any(
            one.style == "ruby"
            and span.start <= one.start
            and one.end <= span.end
            and (one.end - one.start < span.end - span.start or one in before)
            for one in overs
        )
    )


def _pieces(line: QTextLine, low: int, high: int) -> list[tuple[float, float, bool]]:
    """Return left and right edges of what a stretch covers of a line, and whether it is read leftwards there."""
    found: list[tuple[float, float, bool]] = []
    for run in line.glyphRuns(low, high - low):
        box, leftwards = run.boundingRect(), run.isRightToLeft()
        if found and abs(found[-1][1] - box.left()) < _TOUCHING:
            found[-1] = found[-1][0], box.right(), leftwards
        elif found and abs(box.right() - found[-1][0]) < _TOUCHING:
            found[-1] = box.left(), found[-1][1], leftwards
        else:
            found.append((box.left(), box.right(), leftwards))
    if not found:
        x = _x(line, low)
        return [(x, x, False)]
    return found


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _picture_size(image: QImage, column: float) -> QSizeF:
    size = QSizeF(image.size()) / image.devicePixelRatioF()
    return size * min(1.0, column / max(size.width(), 1))


def _paint_over(painter: QPainter, over: _Over) -> None:
    wide = painter.fontMetrics().horizontalAdvance(over.text)
    painter.save()
    painter.translate(over.middle, over.bottom - painter.fontMetrics().descent())
    # A long reading is set narrower, so that it does not run into its neighbour's.
    if over.room and wide > over.room:
        painter.scale(max(over.room / wide, 0.6), 1.0)
    painter.drawText(QPointF(-wide / 2, 0), over.text)
    painter.restore()


def _paint_picture(painter: QPainter, place: QRectF, image: QImage | None, words: str, sheet: Sheet) -> None:
    if image is not None:
        painter.drawImage(place, image)
        return
    painter.setPen(faded(sheet.palette))
    painter.setFont(_italic(sheet.font))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place.adjusted(sheet.em, 0, -sheet.em, 0), flags, words)


def _italic(font: QFont) -> QFont:
    made = QFont(font)
    made.setItalic(True)
    return made
