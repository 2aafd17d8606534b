"""What lies over the cells of a sheet in an .xlsx file, or is shown in them without being a value.

Sources: ECMA-376 part 1, 18.7 (comments), 20.5 (drawings in sheets); MS-XLSX 2.2.4.4 (rich values: pictures in cells);
MS-XLSX on threaded comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from zipfile import ZipFile

from lxml import etree

from xl_apa.xlsx.read.grid import COLUMNS, ROWS, CellRange, Overlay
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.ooxml.drawings.cell_sizes import CellSizes, read_cell_sizes
from xl_apa.xlsx.read.ooxml.drawings.controls import controls_in
from xl_apa.xlsx.read.ooxml.package import read_part, relations_of
from xl_apa.xlsx.read.ooxml.sheet_thorough import areas_of
from xl_apa.xlsx.read.xml_parser import parse_xml

_Item = TypeVar("_Item")

_VALUE_METADATA = "xl/metadata.xml"
_RICH_VALUES = "xl/richData/rdrichvalue.xml"
_STRUCTURES = "xl/richData/rdrichvaluestructure.xml"
_PICTURES = ("_localImage", "_webimage", "_imageurl")
_COMMENT = (b"<comment ", b":comment ")
"""How the element of a comment begins, with or without a prefix."""
_THREADED = re.compile(r"^\[[^\]]+\].*?\n[^\n:]+:\n\s*", re.DOTALL)
"""What Excel writes before a threaded comment, for those that show only the older kind."""


def overlays_of(package: ZipFile, sheet: str) -> Sequence[Overlay]:
    """Return what lies over the cells of a sheet's part. Raise what zipfile and lxml raise for broken files."""
    folder, _, name = sheet.rpartition("/")
    if f"{folder}/_rels/{name}.rels" not in package.NameToInfo:
        return ()
    found: list[Overlay] = []
    for kind, part in relations_of(package, sheet).values():
        if kind == "comments" and part in package.NameToInfo:
            comments = read_part(package, part)
            # Before they are parsed: that takes as long as reading sixty reports.
            check_count(sum(map(comments.count, _COMMENT)))
            found += _comments(parse_xml(comments))
        elif kind == "drawing" and part in package.NameToInfo:
            found += _drawn(parse_xml(read_part(package, part)), lambda: _sizes(package, sheet))
        elif kind == "threadedComment" and part in package.NameToInfo:
            found += _threads(parse_xml(read_part(package, part)))
        elif kind == "vmlDrawing" and part in package.NameToInfo:
            found += controls_in(read_part(package, part))
    return found


def _comments(root: etree._Element) -> Iterator[Overlay]:
    check_count(len(root.findall("{*}commentList/{*}comment")))
    authors = [(author.text or "").strip() for author in root.iterfind("{*}authors/{*}author")]
    for comment in root.iterfind("{*}commentList/{*}comment"):
        number = comment.get("authorId", "")
        author = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
        text = "".join(str(piece) for each in comment.iterfind("{*}text//{*}t") for piece in each.itertext())
        # Excel begins a comment with the name of the person who writes it.
        text = _THREADED.sub("", text.removeprefix(f"{author}:") if author else text).strip()
        # One without a word is no picture either.
        for area in areas_of([comment.get("ref", "")] if text else []):
            yield Overlay(area, text)


def _threads(root: etree._Element) -> Iterator[Overlay]:
    """Comments with answers; Excel keeps an older one beside them, other programs do not."""
    threads = root.findall("{*}threadedComment")
    check_count(len(threads))
    for comment in threads:
        text = (comment.findtext("{*}text") or "").strip()
        for area in areas_of([comment.get("ref", "")] if text else []):
            yield Overlay(area, text)


def _sizes(package: ZipFile, sheet: str) -> CellSizes:
    return read_cell_sizes(parse_xml(read_part(package, sheet)), COLUMNS, ROWS)


def _drawn(root: etree._Element, sizes: Callable[[], CellSizes]) -> Iterator[Overlay]:
    """Boxes with text, and pictures; shapes without text, charts and controls without say nothing of a value."""
    # Controls and ink stand in an element of their own, for programs that do not know them.
    anchors = list(root.iter("{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor"))
    check_count(len(anchors))
    for anchor in anchors:
        start, end = anchor.find("{*}from"), anchor.find("{*}to")
        if start is None and anchor.find("{*}pos") is None:
            continue
        first = (0, 0) if start is None else _corner(start)
        if end is not None:
            last = _corner(end, is_end=True)
        else:
            first, last = _by_size(anchor, first, sizes())
        area = CellRange(*first, max(first[0], last[0]), max(first[1], last[1]))
        # In the place of a slicer older programs show a text of Excel's own, with years in it.
        paragraphs = (
            each
            for each in anchor.iterfind(".//{*}txBody/{*}p")
            if next(each.iterancestors("{*}Fallback"), None) is None
        )
        text = "\n".join("".join(each.text or "" for each in one.iterfind(".//{*}t")) for one in paragraphs)
        if text.strip():
            yield Overlay(area, text.strip())
        elif _shows_a_picture(anchor):
            yield Overlay(area)


def _shows_a_picture(anchor: etree._Element) -> bool:
    """Whether it is a picture, is filled with one, or is a drawing of a kind of its own (SmartArt), but no chart."""
    if any(anchor.find(f".//{{*}}{name}") is not None for name in ("pic", "blip")):
        return True
    data = anchor.find(".//{*}graphicData")
    return data is not None and data.get("uri", "").endswith("/diagram")


def _by_size(
    anchor: etree._Element, first: tuple[int, int], sizes: CellSizes
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The corners of a drawing that says how large it is: from a cell on, or from the sheet's own corner."""
    row, column = first
    down, right = (int(anchor.findtext(f"{{*}}from/{{*}}{name}Off") or 0) for name in ("row", "col"))
    place, size = anchor.find("{*}pos"), anchor.find("{*}ext")
    if place is not None:
        down, right = int(place.get("y", "0")), int(place.get("x", "0"))
    high, wide = (0, 0) if size is None else (int(size.get("cy", "0")), int(size.get("cx", "0")))
    start = sizes.row_at(row, down), sizes.column_at(column, right)
    return start, (sizes.row_at(row, down + high), sizes.column_at(column, right + wide))


def _corner(place: etree._Element, is_end: bool = False) -> tuple[int, int]:
    """Row and column of a corner; the far end lies in the cell before where it only touches the next one."""
    row, column = (int(place.findtext(f"{{*}}{name}") or 0) for name in ("row", "col"))
    if is_end:
        row -= not int(place.findtext("{*}rowOff") or 0)
        column -= not int(place.findtext("{*}colOff") or 0)
    return row, column


def pictures_in_cells(package: ZipFile) -> frozenset[int]:
    """Return the numbers (from 1) of the rich values that are pictures; a cell names one as `vm`."""
    if not {_VALUE_METADATA, _RICH_VALUES, _STRUCTURES} <= package.NameToInfo.keys():
        return frozenset()
    metadata, values, structures = (
        parse_xml(read_part(package, part)) for part in (_VALUE_METADATA, _RICH_VALUES, _STRUCTURES)
    )
    kinds = [each.get("t", "") for each in structures.iterfind("{*}s")]
    shown = [_at(kinds, each.get("s", "")) in _PICTURES for each in values.iterfind("{*}rv")]
    # valueMetadata -> futureMetadata of the type XLRICHVALUE -> rich value
    types = [each.get("name") for each in metadata.iterfind("{*}metadataTypes/{*}metadataType")]
    future = next((each for each in metadata.iterfind("{*}futureMetadata") if each.get("name") == "XLRICHVALUE"), None)
    linked = [] if future is None else [each.get("i", "") for each in future.iterfind(".//{*}rvb")]
    found = set()
    for number, block in enumerate(metadata.iterfind("{*}valueMetadata/{*}bk"), start=1):
        for record in block.iterfind("{*}rc"):
            kind = record.get("t", "")
            is_rich = kind.isdigit() and _at(types, str(int(kind) - 1)) == "XLRICHVALUE"
            if is_rich and _at(shown, _at(linked, record.get("v", "")) or ""):
                found.add(number)
    return frozenset(found)


def _at(items: Sequence[_Item], number: str) -> _Item | None:
    return items[int(number)] if number.isdigit() and int(number) < len(items) else None
