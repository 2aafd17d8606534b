"""Buttons, labels and boxes to tick or to type into that lie over a sheet of an .xlsx file.

Source: ECMA-376 part 4, 19 (VML; ClientData tells what kind of thing a shape is, and its anchor). Excel itself does not
always write VML that is whole XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from xl_apa.xlsx.read.grid import CellRange, Overlay
from xl_apa.xlsx.read.limits import check_count

_COMMENT = "Note"
"""The box of a comment, whose words stand in a part of their own."""
_PICTURE = "Pict"
"""A control or an object that is shown as a picture of itself."""
_NUMBER = re.compile(r"-?[0-9]{1,7}")


def controls_in(part: bytes) -> Iterator[Overlay]:
    """Yield what lies over cells, of a part with VML. Raise SheetTooLargeError for more than a report has."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(part.replace(b"<br>", b"<br/>"), parser)
    except etree.XMLSyntaxError:
        return
    told = [] if root is None else root.findall(".//{*}ClientData")
    check_count(len(told))
    for data in told:
        kind, area, shape = data.get("ObjectType"), _area(data.findtext("{*}Anchor") or ""), data.getparent()
        if kind == _COMMENT or area is None or shape is None:
            continue
        text = "".join(str(piece) for box in shape.iterfind("{*}textbox") for piece in box.itertext()).strip()
        if text or kind == _PICTURE:
            yield Overlay(area, text)


def _area(anchor: str) -> CellRange | None:
    """The cells of an anchor: column, offset, row and offset of two corners, the far one in the cell before where it
    only touches the next.
    """
    numbers = [int(number) for number in _NUMBER.findall(anchor)]
    if len(numbers) != 8:
        return None
    left, _, top, _, right, over_right, bottom, over_bottom = numbers
    return CellRange(top, left, max(top, bottom - (not over_bottom)), max(left, right - (not over_right)))
