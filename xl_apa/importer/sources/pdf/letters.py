"""The letters of a PDF as they are meant: what the file itself says a group of glyphs stands for, where it says so.

Bangla is drawn as joined glyphs in another order than it is written; programs put the text beside them as `ActualText`
(PDF 32000-1, 14.9.4), which pdfminer reads past. Vowel signs are drawn over their letters, so that by their places they
may stand behind the next one; in the file they follow the right one.

Touches private parts of pdfplumber and pdfminer.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.layout import LTChar
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, decode_text
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from xl_apa.importer.sources.pdf.limits import Allowance

_KEY = "ActualText"


@dataclass(slots=True)
class _Group:
    """Glyphs that stand for a text together; `first` is what the text was given to."""

    text: str | None
    first: LTChar | None = None


class _Device(PDFPageAggregatorWithMarkedContent):
    """Lays a page out; glyphs that have a text of their own together are one letter, as wide as all of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._groups: list[_Group] = []

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        super().begin_tag(tag, props)
        text = props.get(_KEY) if isinstance(props, dict) else None
        self._groups.append(_Group(decode_text(text) if isinstance(text, bytes) else None))

    def end_tag(self) -> None:
        super().end_tag()
        if self._groups:
            self._groups.pop()

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        advance = super().render_char(*args, **kwargs)
        group = next((group for group in self._groups if group.text is not None), None)
        objects = self.cur_item._objs
        if not objects or not isinstance(objects[-1], LTChar):
            return advance
        letter = objects[-1]
        _put_on_line(letter, *args[:3])
        if group is not None and group.first is not None:
            objects.pop()
            _join(group.first, letter, "")
            return advance
        if group is not None:
            letter._text = group.text or ""
        before = objects[-2] if len(objects) > 1 else None
        if isinstance(before, LTChar) and _belongs_to(letter, before):
            objects.pop()
            _join(before, letter, letter._text)
            letter = before
        if group is not None:
            group.first = letter
        return advance


def _put_on_line(letter: LTChar, matrix: Matrix, _font: object, size: float) -> None:
    """Give a letter the height of its line: fonts differ in theirs, so that brackets would be a line of their own."""
    if matrix[1] == matrix[2] == 0:
        height, base = abs(size * matrix[3]), matrix[5]
        letter.set_bbox((letter.x0, base - height / 4, letter.x1, base + height * 3 / 4))


def _belongs_to(mark: LTChar, letter: LTChar) -> bool:
    """Whether a glyph is a sign of the letter that was drawn before it, over or beside which it stands."""
    near = -letter.width - mark.size < mark.x0 - letter.x1 < mark.size / 2
    is_sign = bool(mark._text) and unicodedata.category(mark._text[0]) in ("Mn", "Mc")
    return is_sign and near and abs(mark.y0 - letter.y0) < mark.size / 2 and bool(letter._text.strip())


def _join(letter: LTChar, glyph: LTChar, text: str) -> None:
    letter._text += text
    letter.set_bbox((min(letter.x0, glyph.x0), letter.y0, max(letter.x1, glyph.x1), letter.y1))


class _Interpreter(PDFPageInterpreter):
    """Draws a page; what it draws again and again counts every time."""

    def __init__(self, manager: PDFResourceManager, device: PDFDevice, allowance: Allowance) -> None:
        super().__init__(manager, device)
        self._allowance = allowance

    def dup(self) -> _Interpreter:
        return _Interpreter(self.rsrcmgr, self.device, self._allowance)

    def execute(self, streams: Sequence[object]) -> None:
        self._allowance.draw(sum(len(stream_value(each).get_data()) for each in streams))
        super().execute(streams)


def with_meant_text(page: Page, allowance: Allowance) -> Page:
    """Return the page, laid out with its letters as they are meant, and turned so that most of them stand upright.

    Raise PdfTooLargeError, and what pdfminer raises for broken files.
    """
    _lay_out(page, allowance)
    turn = _turn_of(page)
    if not turn:
        return page
    # `Rotate` turns a page with the clock, the angle of a text is against it (PDF 32000-1, 7.7.3.3 and 8.3.3).
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    turned = Page(page.pdf, page.page_obj, page_number=page.page_number)
    _lay_out(turned, allowance)
    return turned


def _lay_out(page: Page, allowance: Allowance) -> None:
    device = _Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    _Interpreter(page.pdf.rsrcmgr, device, allowance).process_page(page.page_obj)
    page._layout = device.get_result()


def _turn_of(page: Page) -> int:
    """The angle of most letters against the clock: 0, 90, 180, 270."""
    angles = Counter(
        round(math.degrees(math.atan2(char["matrix"][1], char["matrix"][0])) / 90) * 90 % 360
        for char in page.chars
        if char["text"].strip()
    )
    return angles.most_common(1)[0][0] if angles else 0
