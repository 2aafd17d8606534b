"""Letters of a page as lines of text, and the lines of a cell or a paragraph as the text that was wrapped there.

A PDF holds letters at places, no words and no paragraphs. Programs that draw the blank at which a line was wrapped tell
by it where a word ends; of others, and of words that were broken because their cell is narrow, the room tells: what
would have found room on the line before stands on a line of its own because a person put it there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from xl_apa.core.text.bijoy_words import is_bijoy_font

_GAP = 0.3
"""So wide a gap between two letters, in heights of a letter, is a blank that was not drawn."""
_BLANK = 0.4
"""At most so wide is a blank, in heights of a letter."""
APART = 2.5
"""Two signatures, a name and a page's number stand so far from each other, in heights of a letter."""
_SAME = 0.2
"""So near to each other, in widths of a letter, is a letter that was drawn twice to look bold."""
_OFTEN = 0.25


class Glyph(NamedTuple):
    """A letter with its signs: where it stands on its page from the left and from the top, in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    font: str
    turn: int = 0
    """1 where the text runs up the page, -1 where it runs down."""

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def upright(self) -> Glyph:
        """Return the letter as it stands when the page is turned so that its text runs from left to right."""
        if self.turn > 0:
            return self._replace(x0=-self.bottom, x1=-self.top, top=self.x0, bottom=self.x1, turn=0)
        if self.turn < 0:
            return self._replace(x0=self.top, x1=self.bottom, top=-self.x1, bottom=-self.x0, turn=0)
        return self


class Box(NamedTuple):
    """An area of a page, in points from its left and its top."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, letter: Glyph) -> bool:
        x, y = letter.middle
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def upright(self, turn: int) -> Box:
        """Return the area as it lies when its page is turned as text that runs up (1) or down (-1) needs it."""
        return Box(*Glyph("", *self, 0, "", turn).upright()[1:5])


UNKNOWN = "\ufffd"
"""A letter of which the file does not say which it is."""
_NUMBER = re.compile(r"\(cid:\d+\)")


def glyph_of(char: dict[str, Any]) -> Glyph:
    """Return a letter of pdfplumber's as one of ours."""
    turn = 0 if char["upright"] else 1 if char["matrix"][1] > 0 else -1
    x0, top, x1, bottom, size = (float(char[name]) for name in ("x0", "top", "x1", "bottom", "size"))
    return Glyph(_NUMBER.sub(UNKNOWN, char["text"]), x0, top, x1, bottom, size, str(char["fontname"]), turn)


@dataclass(frozen=True, slots=True)
class TextLine:
    """Letters on one line, from the left."""

    letters: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """What the line says, one blank between words."""
        shown = self.letters[0].text
        for left, right in pairwise(self.letters):
            shown += " " * (right.x0 - left.x1 > _GAP * right.size) + right.text
        return " ".join(shown.split())

    @property
    def ends_blank(self) -> bool:
        """Whether the blank behind the last word is drawn."""
        return not self.letters[-1].text.strip()

    @property
    def box(self) -> Box:
        """Where its words stand."""
        filled = [letter for letter in self.letters if letter.text.strip()]
        return Box(
            *(min(getattr(letter, side) for letter in filled) for side in ("x0", "top")),
            *(max(getattr(letter, side) for letter in filled) for side in ("x1", "bottom")),
        )

    @property
    def size(self) -> float:
        """The height of most letters."""
        sizes = sorted(letter.size for letter in self.letters)
        return sizes[len(sizes) // 2]

    @property
    def first_word(self) -> float:
        """How wide its first word is."""
        filled = [letter for letter in self.letters if letter.text.strip()]
        end = filled[0]
        for letter in self.letters[self.letters.index(end) + 1 :]:
            if not letter.text.strip() or letter.x0 - end.x1 > _GAP * letter.size:
                break
            end = letter
        return end.x1 - filled[0].x0

    @property
    def in_bijoy(self) -> bool:
        """Whether any of it is set in a font of Bijoy."""
        return any(map(is_bijoy_font, {letter.font for letter in self.letters}))

    def apart(self, gap: float = APART, undrawn: float | None = None) -> Iterator[TextLine]:
        """Yield the texts that stand on this line so far from each other, in heights of a letter.

        `undrawn`: so far, where no blank is drawn between them.
        """
        start, end, drawn = 0, self.letters[0].x1, True
        for number, letter in enumerate(self.letters):
            if not letter.text.strip():
                drawn = True
                continue
            least = gap if drawn or undrawn is None else undrawn
            if letter.x0 - end > least * letter.size:
                yield TextLine(self.letters[start:number])
                start = number
            end, drawn = max(end, letter.x1), False
        yield TextLine(self.letters[start:])


def lines_of(letters: Sequence[Glyph]) -> list[TextLine]:
    """Return the lines that letters make, from the top; those without any word are left out."""
    found: list[list[Glyph]] = []
    base = 0.0
    for letter in sorted(letters, key=lambda each: each.middle[1]):
        y = letter.middle[1]
        if not found or y - base > letter.size / 2:
            found.append([])
            base = y
        found[-1].append(letter)
    lines = (TextLine(tuple(_once(sorted(line, key=lambda each: each.x0)))) for line in found)
    return [line for line in lines if line.text]


def _once(letters: Sequence[Glyph]) -> Iterator[Glyph]:
    """Letters without those that were drawn over the same one."""
    before: Glyph | None = None
    for letter in letters:
        width = letter.x1 - letter.x0
        if before and letter.text == before.text and abs(letter.x0 - before.x0) < _SAME * width:
            continue
        yield letter
        before = letter


def wraps(before: TextLine, line: TextLine, width: float) -> bool:
    """Return whether a line goes on with the one before because that one was full; `width`: how wide lines can be."""
    filled = before.box.x1 - before.box.x0
    return width - filled < line.first_word + _BLANK * line.size


def room_of(lines: Sequence[TextLine], box: Box) -> float:
    """Return how wide lines can be in a cell: it has the same margin on both sides."""
    margin = min(min(line.box.x0 - box.x0, box.x1 - line.box.x1) for line in lines)
    return box.x1 - box.x0 - 2 * max(margin, 0.0)


def draws_blanks(cells: Sequence[tuple[Sequence[TextLine], float]]) -> bool:
    """Return whether a file's program draws the blanks at which lines are wrapped. Cells: lines and room."""
    wrapped = [
        before.ends_blank for lines, room in cells for before, line in pairwise(lines) if wraps(before, line, room)
    ]
    return bool(wrapped) and sum(wrapped) >= _OFTEN * len(wrapped)


def flowing(lines: Sequence[TextLine], room: float, *, blanks: bool) -> str:
    """Return the text that was wrapped into lines, whole again; lines that a person began stay lines.

    `blanks`: whether the blanks at which lines were wrapped are drawn.
    """
    text = lines[0].text if lines else ""
    for before, line in pairwise(lines):
        if blanks and before.ends_blank:
            between = " "
        elif not wraps(before, line, room):
            between = "\n"
        else:
            # A day or a number that was broken; two words without a blank between them there are none.
            broken = blanks or not (_of_a_word(text[-1]) or _of_a_word(line.text[0]))
            between = "" if broken else " "
        text += between + line.text
    return text


def _of_a_word(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM"
