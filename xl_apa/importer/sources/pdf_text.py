"""The letters of a PDF as they are meant: what the file itself says a group of glyphs stands for, where it says so.

Bangla is drawn as joined glyphs in another order than it is written; programs put the text beside them as `ActualText`
(PDF 32000-1, 14.9.4), which pdfminer reads past. The only module that touches private parts of pdfplumber and pdfminer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

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
        if group is None or not objects or not isinstance(objects[-1], LTChar):
            return advance
        if group.first is None:
            group.first = objects[-1]
            group.first._text = group.text or ""
        else:
            last, first = objects.pop(), group.first
            first.set_bbox((min(first.x0, last.x0), first.y0, max(first.x1, last.x1), first.y1))
        return advance


def with_meant_text(page: Page) -> Page:
    """Return the page, laid out with its letters as they are meant. Raise what pdfminer raises for broken files."""
    device = _Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()
    return page
