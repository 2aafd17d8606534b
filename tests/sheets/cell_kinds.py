"""Changes single cells of an office workbook's XML as no library writes them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

SHEET = {quarter: f"xl/worksheets/sheet{quarter + 2}.xml" for quarter in range(1, 5)}
"""The parts of the quarters' sheets in a workbook that we built."""
INFO = "xl/worksheets/sheet1.xml"

STYLES = "xl/styles.xml"


def edited(path: Path, edits: Mapping[str, Callable[[str], str]], more: Mapping[str, str] | None = None) -> Path:
    """The workbook with parts changed, and with more parts."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, edits[name](data.decode()).encode() if name in edits else data)
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return path


def with_cells(path: Path, part: str, cells: Mapping[str, str]) -> Path:
    """The workbook with cells as they are given: `{"M9": ' t="e"><v>#REF!</v>'}`, what follows the address.

    A cell keeps its style unless ` s="…"` is given.
    """

    def edit(xml: str) -> str:
        for address, inside in cells.items():
            pattern = rf'<c r="{address}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'
            xml, count = re.subn(
                pattern,
                lambda match, inside=inside, address=address: (
                    f'<c r="{address}"{"" if " s=" in inside else match[1] or ""}{inside}</c>'
                ),
                xml,
            )
            assert count == 1, address
        return xml

    return edited(path, {part: edit})


def with_style(path: Path, code: str = "", *, struck: bool = False) -> int:
    """A style with a number format added to the workbook; its number. `struck`: with a font that strikes through."""
    number = 0

    def edit(xml: str) -> str:
        nonlocal number
        format_id = 399 + xml.count("<numFmt ")
        xml = xml.replace("</numFmts>", f'<numFmt numFmtId="{format_id}" formatCode="{code or "General"}"/></numFmts>')
        font = 0
        if struck:
            font = len(re.findall("<font>", xml.partition("</fonts>")[0]))
            xml = xml.replace("</fonts>", '<font><strike/><sz val="11"/><name val="Calibri"/></font></fonts>')
        number = len(re.findall("<xf ", xml.partition("<cellXfs")[2].partition("</cellXfs>")[0]))
        return xml.replace(
            "</cellXfs>", f'<xf numFmtId="{format_id}" fontId="{font}" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        )

    edited(path, {STYLES: edit})
    return number


def in_1904(path: Path) -> Path:
    """The workbook with `Use 1904 date system` ticked; what its cells hold stays."""
    return edited(path, {"xl/workbook.xml": lambda xml: xml.replace("<workbookPr ", '<workbookPr date1904="1" ')})
