"""The text of a cell or comment in an .ods file: paragraphs of pieces that may look different.

Source: OpenDocument 1.3 part 3, 6.1 (text content): white space is written as elements of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from xl_apa.xlsx.read.looks.rich_text import RichText, Run
from xl_apa.xlsx.read.ods.styles import Looks
from xl_apa.xlsx.read.ooxml.xml_text import whole_number

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_WHITE = re.compile(r"[ \t\r\n]+")
"""Counts as one blank, however long."""
_NO_TEXT = ("annotation", "hidden-text", "annotation-end", "note", "ruby-text")

_OWN = Run("", None)
"""How text looks that no span is around: as the cell's own font."""


def text_of(element: etree._Element) -> str:
    """Return the text of an element's paragraphs, one to a line."""
    return "".join(run.text for run in runs_of(element, Looks(())))


def runs_of(element: etree._Element, looks: Looks) -> RichText:
    """Return the text of an element's paragraphs in runs."""
    runs: list[Run] = []
    for number, paragraph in enumerate(element.iterchildren(f"{_TEXT}p", f"{_TEXT}h")):
        if number:
            runs.append(Run("\n", None))
        runs += _inside(paragraph, _OWN, looks)
    return tuple(runs)


def _inside(element: etree._Element, look: Run, looks: Looks) -> Iterator[Run]:
    """The pieces inside an element, in the look that it gives them."""
    yield from _written(element.text, look)
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield from _piece(" " * min(whole_number(child.get(f"{_TEXT}c", "1")), 32_767), look)
        elif child.tag in _BREAKS:
            yield from _piece(_BREAKS[child.tag], look)
        elif isinstance(child.tag, str) and etree.QName(child).localname not in _NO_TEXT:
            yield from _inside(child, _look_of(child, look, looks), looks)
        yield from _written(child.tail, look)


def _look_of(element: etree._Element, around: Run, looks: Looks) -> Run:
    name = element.get(f"{_TEXT}style-name") if element.tag == f"{_TEXT}span" else None
    if not name:
        return around
    found = looks.of("text", name)
    return Run(
        "",
        around.struck if found.struck is None else found.struck,
        around.raised if found.raised is None else found.raised,
    )


def _written(text: str | None, look: Run) -> Iterator[Run]:
    if text:
        yield from _piece(_WHITE.sub(" ", text), look)


def _piece(text: str, look: Run) -> Iterator[Run]:
    yield Run(text, look.struck, look.raised)
