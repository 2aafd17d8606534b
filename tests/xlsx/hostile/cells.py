"""Sheets of an .xlsx that say in unusual or broken ways what is in which cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices, sheet_part
from tests.xlsx.hostile.raw_zip import Entry, archive, changed, replaced

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MC = b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
END = b"</sheetData>"
M11 = re.compile(rb'<c r="M11"( s="[0-9]+")><v>96</v></c>')

DAMAGED, FAR, HIDDEN = "workbook-damaged", "cell-far-away", "finding form-rows-hidden"
HAND = "hand-made zip"


def in_sheet(change: Callable[[bytes], bytes]) -> Callable[[Offices], bytes]:
    """The report of XlsxWriter with another content of the quarter's sheet."""
    return lambda made: archive(changed(made.entries, sheet_part(made.xlsx), change))


def with_rows(rows: bytes) -> Callable[[Offices], bytes]:
    """With further rows at the end of the sheet."""
    return in_sheet(lambda part: part.replace(END, rows + END, 1))


def with_m11(cell: bytes) -> Callable[[Offices], bytes]:
    """With another cell M11; `S` in it stands for the attribute of its style."""
    return in_sheet(lambda part: M11.sub(lambda match: cell.replace(b" S", match[1]), part))


def without(pattern: bytes) -> Callable[[Offices], bytes]:
    """Without what a pattern finds, everywhere in the sheet."""
    return in_sheet(lambda part: re.sub(pattern, b"", part))


def _encoded(encoding: str) -> Callable[[bytes], bytes]:
    def change(part: bytes) -> bytes:
        text = part.decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
        # EBCDIC knows no Bangla: such letters are written as references.
        return text.encode(encoding, "xmlcharrefreplace")

    return change


ONE = b"<v>1</v>"

FAR_CELLS = {
    "single quotes": b"<row r='1048576'><c r='XFD1048576'>" + ONE + b"</c></row>",
    "blanks around =": b'<row r = "1048576"><c r = "XFD1048576">' + ONE + b"</c></row>",
    "small letters": b'<row r="1048576"><c r="xfd1048576">' + ONE + b"</c></row>",
    "a > in an earlier attribute": b'<row r="1048576"><c a=">" r="XFD1048576">' + ONE + b"</c></row>",
    "a prefix with a dash": b'<x-y:row xmlns:x-y="'
    + MAIN
    + b'" r="1048576"><x-y:c r="XFD1048576"><x-y:v>1</x-y:v></x-y:c></x-y:row>',
    "a row without cells' addresses": b'<row r="1048576"><c>' + ONE + b"</c></row>",
    "after 5000 empty rows": b"<row/>" * 5000 + b"<row><c>" + ONE + b"</c></row>",
    "a text": b'<row r="9999"><c r="A9999" t="inlineStr"><is><t>x</t></is></c></row>',
}


def _hidden_behind(part: bytes) -> bytes:
    at = part.index(b'</row><row r="11"')
    return part[:at] + b'</row ><row hidden="1" r="11"' + part[at + len(b'</row><row r="11"') :]


def cells() -> Iterator[Defect]:
    """The defects of this kind."""
    for name, rows in FAR_CELLS.items():
        yield Defect(f"a far cell, {name}", HAND, with_rows(rows), FAR)
    five = b'<row r="30"><c r="ABCDE30">' + ONE + b"</c></row>"
    yield Defect("a column of five letters", HAND, with_rows(five), DAMAGED)
    yield Defect("row 0", HAND, with_rows(b'<row r="0"><c r="A0">' + ONE + b"</c></row>"), DAMAGED)
    yield Defect("a row with a negative number", HAND, with_rows(b'<row r="-5"><c>' + ONE + b"</c></row>"), DAMAGED)
    huge = b'<row r="' + b"9" * 5000 + b'"><c>' + ONE + b"</c></row>"
    yield Defect("a row of five thousand digits", HAND, with_rows(huge), DAMAGED)
    yield Defect("200,000 empty rows", HAND, with_rows(b"<row/>" * 200_000), READ)
    yield Defect("a row of blanks at the very end", HAND, with_rows(b'<row r="1048576" ht="15"/>'), READ)
    yield Defect("rows without numbers", HAND, without(rb'(?<=<row)( r="[0-9]+")'), READ)
    yield Defect("a value in CDATA", HAND, with_m11(b'<c r="M11" S><v><![CDATA[96]]></v></c>'), READ)
    yield Defect("a comment before a value", HAND, with_m11(b'<c r="M11" S><v><!--x-->96</v></c>'), READ)
    yield Defect("a comment in a value", HAND, with_m11(b'<c r="M11" S><v>9<!--1-->6</v></c>'), READ)
    yield Defect("an instruction in a value", HAND, with_m11(b'<c r="M11" S><v>9<?x 1?>6</v></c>'), READ)
    yield Defect("references for digits", HAND, with_m11(b'<c r="M11" S><v>&#57;&#x36;</v></c>'), READ)
    yield Defect("tags that end in blanks", HAND, with_m11(b'<c r="M11" S ><v >96</v ></c\n>'), READ)
    yield Defect("a hidden row behind one that ends in a blank", HAND, in_sheet(_hidden_behind), HIDDEN)
    twice = b'<c r="M11" S><v>9</v></c><c r="M11" S><v>96</v></c>'
    yield Defect("a cell twice", HAND, with_m11(twice), DAMAGED)
    yield Defect("a cell twice, in CDATA", HAND, with_m11(twice.replace(b"96", b"<![CDATA[96]]>")), DAMAGED)
    yield Defect("two values in a cell", HAND, with_m11(b'<c r="M11" S><v>9</v><v>96</v></c>'), DAMAGED)
    double = b'<c r="M11" r="M12" S><v>96</v></c>'
    yield Defect("a cell's attribute twice", HAND, with_m11(double), DAMAGED)
    yield Defect(
        "a row's attribute twice",
        HAND,
        in_sheet(lambda part: part.replace(b'<row r="11"', b'<row r="11" r="12"')),
        DAMAGED,
    )
    yield Defect(
        "a cell in a row of another number",
        HAND,
        in_sheet(lambda part: part.replace(b'<row r="11"', b'<row r="10"')),
        READ,
    )
    in_extension = b'<extLst><ext uri="x"><row r="11"><c r="M11"><v>7</v></c></row></ext></extLst>'
    yield Defect("cells in an extension", HAND, in_sheet(lambda part: part.replace(END, END + in_extension)), READ)
    second = b'<sheetData><row r="11"><c r="M11"><v>7</v></c></row></sheetData>'
    yield Defect("two tables of cells", HAND, in_sheet(lambda part: part.replace(END, END + second)), DAMAGED)
    for name, before, after in (
        ("a cell", b"<c ", b"</c>"),
        ("a row", b'<row r="40">', b"</row>"),
    ):
        inner = b'<c r="M40"><v>3</v></c>' if name == "a row" else b'r="M40"><v>3</v>'
        alternative = (
            b"<mc:AlternateContent "
            + MC
            + b'><mc:Choice Requires="x">'
            + before
            + inner
            + after
            + b"</mc:Choice></mc:AlternateContent>"
        )
        rows = alternative if name == "a row" else b'<row r="40">' + alternative + b"</row>"
        yield Defect(f"{name} in an alternative", HAND, with_rows(rows), DAMAGED)
    yield Defect("a sheet in UTF-16", HAND, in_sheet(_encoded("utf-16")), READ)
    yield Defect("a sheet in EBCDIC", HAND, in_sheet(_encoded("cp037")), DAMAGED)
    yield Defect(
        "letters that are no UTF-8", HAND, in_sheet(lambda part: part.replace(b"\xe0\xa6", b"\xff\xff", 1)), DAMAGED
    )
    yield Defect("half a sheet", HAND, in_sheet(lambda part: part[: len(part) // 2]), DAMAGED)
    yield Defect("a number that is none", HAND, with_m11(b'<c r="M11" S><v>9x6</v></c>'), DAMAGED)
    yield Defect("a text that there is not", HAND, with_m11(b'<c r="M11" S t="s"><v>99999</v></c>'), DAMAGED)
    yield Defect("a style that there is not", HAND, with_m11(b'<c r="M11" s="99999"><v>96</v></c>'), READ)
    for how, number in (("hexadecimal digits", b"0x60"), ("an underscore", b"9_6"), ("Bangla digits", "৯৬".encode())):
        yield Defect(f"a number in {how}", HAND, with_m11(b'<c r="M11" S><v>%s</v></c>' % number), DAMAGED)
    for number in (b"-1", b"1_0", "৩".encode(), b"3.0"):
        yield Defect(
            f"a text of the number {number.decode()}",
            HAND,
            with_m11(b'<c r="M11" S t="s"><v>%s</v></c>' % number),
            DAMAGED,
        )
    for address in ("$M$11", " M11 ", "M১১", "Ｍ11"):
        yield Defect(f"a cell at {address}", HAND, with_m11(f'<c r="{address}" S><v>96</v></c>'.encode()), DAMAGED)
    reading = b'<c r="M11" S t="inlineStr"><is><t>96</t><rPh sb="0" eb="1"><t>12</t></rPh></is></c>'
    yield Defect("how a text is to be spoken", HAND, with_m11(reading), READ)
    included = b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    yield Defect("a file that is to be included", HAND, in_sheet(lambda part: part.replace(END, END + included)), READ)
    yield Defect("a sheet that says UTF-7", HAND, in_sheet(lambda part: part.replace(b"UTF-8", b"UTF-7", 1)), DAMAGED)
    yield Defect("something behind the sheet", HAND, in_sheet(lambda part: part + b"<x/>"), DAMAGED)
    hidden = b'<col min="1" max="16384" width="9" hidden="1"/>' * 100_000
    yield Defect(
        "all columns hidden 100,000 times",
        HAND,
        in_sheet(lambda part: re.sub(rb"<cols>.*</cols>", b"<cols>" + hidden + b"</cols>", part, flags=re.DOTALL)),
        "finding form-columns-hidden",
    )
    deep = b"<a>" * 5000 + b"</a>" * 5000
    yield Defect(
        "five thousand elements in one another", HAND, in_sheet(lambda part: part.replace(END, END + deep)), READ
    )
    yield Defect("a quarter of a million comments", HAND, _with_comments(250_000), "sheet-too-large")
    yield Defect("200,000 merged ranges", HAND, in_sheet(_merged), "sheet-too-large")
    for kind in ("sheet", "strings", "styles", "workbook", "relations", "types"):
        yield Defect(f"a document type, {kind}", HAND, _with_document_type(kind), DAMAGED)
    yield Defect("a billion laughs", HAND, _laughing, DAMAGED)


def _merged(part: bytes) -> bytes:
    return re.sub(rb"<mergeCells[^>]*>", b"<mergeCells>" + b'<mergeCell ref="A40:CV4000"/>' * 200_000, part, count=1)


def _with_comments(count: int) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        folder, _, name = sheet_part(made.xlsx).rpartition("/")
        relation = '<Relationship Id="c" Type="http://x/comments" Target="../comments1.xml"/>'
        start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        comments = b'<comment ref="A4000"><text><t>1</t></text></comment>' * count
        return archive(
            [
                *made.entries,
                Entry(f"{folder}/_rels/{name}.rels", f"{start}{relation}</Relationships>".encode()),
                Entry(
                    "xl/comments1.xml",
                    b'<comments xmlns="%s"><commentList>' % MAIN + comments + b"</commentList></comments>",
                ),
            ]
        )

    return make


_PARTS = {
    "strings": "xl/sharedStrings.xml",
    "styles": "xl/styles.xml",
    "workbook": "xl/workbook.xml",
    "relations": "xl/_rels/workbook.xml.rels",
    "types": "[Content_Types].xml",
}
_DECLARED = b'<!DOCTYPE x [<!ENTITY nine "96">]>'


def _with_document_type(kind: str) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        part = _PARTS.get(kind) or sheet_part(made.xlsx)
        return archive(replaced(made.entries, part, b"?>", b"?>" + _DECLARED))

    return make


def _laughing(made: Offices) -> bytes:
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    declared = b'<!DOCTYPE x [<!ENTITY l0 "lol">' + entities + b"]>"
    entries = replaced(made.entries, "xl/sharedStrings.xml", b"?>", b"?>" + declared)
    return archive(replaced(entries, "xl/sharedStrings.xml", b"<t>", b"<t>&l9;"))
