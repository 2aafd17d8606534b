"""The texts of an .xlsx workbook, which its cells name by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import overload

from lxml import etree

from xl_apa.xlsx.read.faults import PartTooLargeError
from xl_apa.xlsx.read.limits import MOST_STRINGS
from xl_apa.xlsx.read.looks.rich_text import RichText, Run
from xl_apa.xlsx.read.ooxml.looks.cell_styles import is_raised, is_struck
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError, decoded, without_escapes
from xl_apa.xlsx.read.xml_parser import parse_xml

_USUAL_START = re.compile(
    rb'\s*(?:<\?xml version="1.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")?\s?\?>\s*)?'
    rb'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"[^<>]*>'
)
_ITEM = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_BETWEEN = b"\0"  # no XML holds it


def read_strings(part: bytes) -> Sequence[str | RichText]:
    """Return the texts in the part `xl/sharedStrings.xml`, in runs where they do not look the same throughout.

    Raise what lxml raises for broken XML.
    """
    try:
        return quick_strings(part)
    except UnusualError:
        return thorough_strings(part)


def quick_strings(part: bytes) -> list[str]:
    """Return the texts of a part that holds nothing but plain ones. Raise UnusualError for every other."""
    start = _USUAL_START.match(part)
    items = _ITEM.findall(part)
    # As many texts as there are tags, none of them anything else.
    if (
        not start
        or part.count(b"<") != start[0].count(b"<") + 4 * len(items) + 1
        or not part.rstrip().endswith(b"</sst>")
    ):
        raise UnusualError("shared strings")
    if not items:
        return []
    texts = decoded(_BETWEEN.join(items)).split("\0")
    return [without_escapes(text) for text in texts] if b"_x" in part else texts


def thorough_strings(part: bytes) -> Sequence[str | RichText]:
    """Return the texts of any such part. Raise PartTooLargeError for more than a report has."""
    if part.count(b"si>") > 2 * MOST_STRINGS:
        raise PartTooLargeError("strings")
    return _Strings(parse_xml(part).findall("{*}si"))


class _Strings(Sequence[str | RichText]):
    """Texts that are read when a cell names them: a form names a few hundred, whatever else a file holds."""

    def __init__(self, items: Sequence[etree._Element]) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> str | RichText: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str | RichText]: ...

    def __getitem__(self, index: int | slice) -> str | RichText | Sequence[str | RichText]:
        return text_of(self._items[index]) if isinstance(index, int) else _Strings(self._items[index])


def text_of(item: etree._Element) -> str | RichText:
    """Return the text of a shared or inline string; how it is pronounced (`rPh`) is no part of it.

    Raise ValueError for one that programs show each in its own way: with elements among the letters or the pieces, or
    two texts where one may be.
    """
    main = item.tag[: item.tag.find("}") + 1]
    runs: list[Run] = []
    for number, piece in enumerate(item):
        if piece.tag == f"{main}r":
            runs.append(_run(piece, main))
        elif piece.tag == f"{main}t" and not number:
            runs.append(Run(plain_inside(piece), None))
        elif piece.tag not in (f"{main}rPh", f"{main}phoneticPr"):
            raise ValueError(f"{piece.tag} in a text")
    return runs[0].text if len(item) and item[0].tag == f"{main}t" and len(runs) == 1 else tuple(runs) or ""


def _run(run: etree._Element, main: str) -> Run:
    tags = [piece.tag for piece in run]
    if tags not in ([], [f"{main}rPr"], [f"{main}t"], [f"{main}rPr", f"{main}t"]):
        raise ValueError("a piece of a text that is none")
    text = plain_inside(run[-1]) if f"{main}t" in tags else ""
    look = run[0] if f"{main}rPr" in tags else None
    return Run(text, None) if look is None else Run(text, is_struck(look), is_raised(look))


def plain_inside(element: etree._Element) -> str:
    """Return the letters in an element, as Excel shows them. Raise ValueError where elements stand among them."""
    return without_escapes(letters_of(element))


def letters_of(element: etree._Element) -> str:
    """Return the letters in an element as they are stored. Raise ValueError where elements stand among them."""
    if len(element):
        raise ValueError(f"{element[0].tag} among letters")
    return element.text or ""
