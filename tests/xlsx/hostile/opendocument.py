"""Hostile .ods files, from what LibreOffice wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices
from tests.xlsx.hostile.raw_zip import Entry, archive, changed, entries_of

OFFICE = "LibreOffice .ods"
END = b"</office:spreadsheet>"
TABLE_END = b"</table:table>"
FULL = b'<table:table-row table:number-rows-repeated="4999"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="104"/></table:table-row>'
CELL = b'<table:table-cell office:value-type="float" office:value="1"/>'
FAR = "cell-far-away"


_NS = b"urn:oasis:names:tc:opendocument:xmlns"
_HREF = b'xmlns:h="http://www.w3.org/1999/xlink" h:href="%s"'
_OTHER_PREFIXES = (
    ("a macro on an event", b'<q:event-listener xmlns:q="%s:script:1.0"/>' % _NS, "finding foreign-macros"),
    (
        "cells of another file",
        b'<q:cell-range-source xmlns:q="%s:table:1.0" %s/>' % (_NS, _HREF % b"x.ods"),
        "finding outside-links",
    ),
    (
        "a picture of the web",
        b'<q:image xmlns:q="%s:drawing:1.0" %s/>' % (_NS, _HREF % b"HTTPS://example.org/x.png"),
        "finding outside-links",
    ),
    (
        "a picture of another computer",
        b'<q:image xmlns:q="%s:drawing:1.0" %s/>' % (_NS, _HREF % b"//example.org/x.png"),
        "finding outside-links",
    ),
)


def opendocument() -> Iterator[Defect]:
    """The defects of this kind."""
    yield Defect("as LibreOffice writes it", OFFICE, lambda made: made.office("ods").read_bytes(), READ, "ods")
    tables = b"".join(b'<table:table table:name="t%d">%s</table:table>' % (n, FULL) for n in range(300))
    yield _in_content("300 tables full of cells", lambda part: part.replace(END, tables + END), READ)
    yield _in_content(
        "one table full of cells", lambda part: part.replace(END, tables.split(TABLE_END)[0] + TABLE_END + END), READ
    )
    repeated = b'<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row>'
    yield _in_content("a value in 16384 columns", _first_quarter(repeated), FAR)
    rows = b'<table:table-row table:number-rows-repeated="1048000">' + CELL + b"</table:table-row>"
    yield _in_content("a value in a million rows", _first_quarter(rows), FAR)
    far = (
        b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row><table:table-row>'
        + CELL
        + b"</table:table-row>"
    )
    yield _in_content("a value below a million rows", _first_quarter(far), FAR)
    endless = b'<table:table-row table:number-rows-repeated="%s">' % (b"9" * 5000) + CELL + b"</table:table-row>"
    yield _in_content("repeated so often that the number has 5000 digits", _first_quarter(endless), "workbook-damaged")
    negative = b'<table:table-row table:number-rows-repeated="-5">' + CELL + b"</table:table-row>"
    yield _in_content("repeated less than once", _first_quarter(negative), "workbook-damaged")
    blank = b'<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    yield _in_content("blank cells to the end of the sheet", _first_quarter(blank), READ)
    row = b'<table:table-row table:style-name="ro1"><table:table-cell table:number-columns-repeated="16"/></table:table-row>'
    yield _in_content("150,000 rows of blank cells", _first_quarter(row * 150_000), READ)
    below = row * 150_000 + b"<table:table-row>" + CELL + b"</table:table-row>"
    yield _in_content("a value below 150,000 rows of blank cells", _first_quarter(below), FAR)
    yield _in_content("200,000 empty rows", _first_quarter(b"<table:table-row/>" * 200_000), READ)
    blanks = b'<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>'
    yield _in_content("two billion blanks in a cell", _first_quarter(blanks), READ)
    yield _in_content(
        "a document type", lambda part: part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1), "workbook-damaged"
    )
    deep = b"<text:span>" * 4000 + b"</text:span>" * 4000
    nested = (
        b'<table:table-row><table:table-cell office:value-type="string"><text:p>'
        + deep
        + b"</text:p></table:table-cell></table:table-row>"
    )
    yield _in_content("four thousand pieces in one another", _first_quarter(nested), "workbook-damaged")
    yield _in_content("content cut off", lambda part: part[: len(part) // 2], "workbook-damaged")
    chain = b"".join(
        b'<style:style style:name="q%d" style:family="table-cell" style:parent-style-name="q%d"/>' % (n, n + 1)
        for n in range(60_000)
    )
    styles = b"</office:automatic-styles>"
    yield _in_content("60,000 styles that rest on one another", lambda part: part.replace(styles, chain + styles), READ)
    for name, inside, comes_to in _OTHER_PREFIXES:
        table = (
            b'<table:table table:name="z"><table:table-row><table:table-cell>%s</table:table-cell></table:table-row>'
        )
        table = table % inside + TABLE_END
        yield _in_content(name, lambda part, table=table: part.replace(END, table + END), comes_to)
    yield Defect("a password", OFFICE, _locked, "workbook-password", "ods")
    yield Defect("content twice", OFFICE, _doubled, "workbook-parts-doubled", "ods")


def _doubled(made: Offices) -> bytes:
    return archive([*entries_of(made.office("ods")), Entry("CONTENT.XML", b"<x/>")])


def _in_content(name: str, change: Callable[[bytes], bytes], comes_to: str) -> Defect:
    def make(made: Offices) -> bytes:
        return archive(changed(entries_of(made.office("ods")), "content.xml", change))

    return Defect(name, OFFICE, make, comes_to, "ods")


def _first_quarter(rows: bytes) -> Callable[[bytes], bytes]:
    """With further rows in the sheet of the second quarter."""

    def change(part: bytes) -> bytes:
        start = part.index('table:name="২য় ত্রৈমাসিক"'.encode())
        end = part.rindex(b"</table:table-row>", start, part.index(TABLE_END, start)) + len(b"</table:table-row>")
        return part[:end] + rows + part[end:]

    return change


def hide_row_in_ods(part: bytes) -> bytes:
    start = part.index('table:name="২য় ত্রৈমাসিক"'.encode())
    rows = [match.start() for match in re.finditer(rb"<table:table-row ", part[start:])]
    # Some rows may be repeated; row 11 stands behind all others of the head.
    at = start + rows[10]
    return part[:at] + b'<table:table-row table:visibility="collapse" ' + part[at + len(b"<table:table-row ") :]


def _locked(made: Offices) -> bytes:
    def lock(part: bytes) -> bytes:
        data = b'<manifest:encryption-data manifest:checksum="x"/>'
        return re.sub(
            rb'(<manifest:file-entry manifest:full-path="content.xml"[^>]*)/>',
            rb"\1>" + data + rb"</manifest:file-entry>",
            part,
        )

    return archive(changed(entries_of(made.office("ods")), "META-INF/manifest.xml", lock))
