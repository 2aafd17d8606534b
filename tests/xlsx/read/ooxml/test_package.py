"""Which part of a workbook's file is which sheet, however the package says it."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest

from xl_apa.xlsx.read.ooxml.package import parse_part, sheet_parts, workbook_part

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def package(**parts: str) -> ZipFile:
    """A package of parts, by names in which `__` is a slash."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(
                {"root": "_rels/.rels", "book": "xl/book.xml", "rels": "xl/_rels/book.xml.rels"}[name], content
            )
    return ZipFile(file)


def relations(*each: tuple[str, str, str]) -> str:
    listed = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{to}"/>' for key, kind, to in each)
    return (
        f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{listed}</Relationships>"
    )


BOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>
<sheet name="ক" r:id="b"/><sheet name="chart" r:id="c"/><sheet name="no such" r:id="z"/>
</sheets></workbook>"""


def test_the_workbook_is_what_the_package_calls_its_document() -> None:
    archive = package(root=relations(("1", "extended-properties", "a.xml"), ("2", "officeDocument", "/xl/book.xml")))
    assert workbook_part(archive) == "xl/book.xml"
    assert workbook_part(package(root=relations())) == ""


def test_a_sheet_is_found_by_its_id() -> None:
    archive = package(
        book=BOOK,
        rels=relations(
            ("a", "worksheet", "sheets/one.xml"),
            ("b", "worksheet", "/xl/other%20place/two.xml"),
            ("c", "chartsheet", "x.xml"),
        ),
    )
    found = sheet_parts(archive, "xl/book.xml", parse_part(archive, "xl/book.xml"))
    assert found == {"ক": "xl/other place/two.xml"}


LISTS = {
    "a name twice": '<sheets><sheet name="ক" r:id="a"/><sheet name="ক" r:id="b"/></sheets>',
    "a part twice": '<sheets><sheet name="ক" r:id="a"/><sheet name="খ" r:id="a"/></sheets>',
    "two lists": '<sheets><sheet name="ক" r:id="a"/></sheets><sheets><sheet name="খ" r:id="b"/></sheets>',
    "a list for some programs": '<x:a xmlns:x="x"><sheets><sheet name="ক" r:id="a"/></sheets></x:a>',
    "another list for some programs": '<x><sheets/></x><sheets><sheet name="ক" r:id="a"/></sheets>',
    "no list": "",
    "something else in the list": '<sheets><x:sheet xmlns:x="x" name="ক" r:id="a"/></sheets>',
}


@pytest.mark.parametrize("kind", LISTS)
def test_sheets_that_two_programs_may_see_differently_are_refused(kind: str) -> None:
    listed = relations(("a", "worksheet", "sheets/one.xml"), ("b", "worksheet", "sheets/two.xml"))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{LISTS[kind]}</workbook>'
    archive = package(book=book, rels=listed)
    with pytest.raises(ValueError, match="sheet"):
        sheet_parts(archive, "xl/book.xml", parse_part(archive, "xl/book.xml"))


def test_a_relation_of_two_meanings_is_refused() -> None:
    with pytest.raises(ValueError, match="relation"):
        workbook_part(package(root=relations(("1", "officeDocument", "a.xml"), ("1", "officeDocument", "b.xml"))))
    with pytest.raises(ValueError, match="officeDocument"):
        workbook_part(package(root=relations(("1", "officeDocument", "a.xml"), ("2", "officeDocument", "b.xml"))))


def test_a_document_type_is_refused() -> None:
    archive = package(book='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(BadZipFile):
        parse_part(archive, "xl/book.xml")


def test_a_part_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        workbook_part(package(book=BOOK))


@pytest.mark.parametrize(
    ("stored", "rels"),
    [
        ("XL/Book.XML", "XL/_rels/Book.XML.rels"),
        ("xl\\book.xml", "xl\\_rels\\book.xml.rels"),
        ("xl/book.xml", "xl/_rels/BOOK.XML.RELS"),
        ("XL\\BOOK.xml", "xl/_rels/book.xml.rels"),
    ],
)
def test_capitals_and_backslashes_in_the_names_of_parts_do_not_matter(stored: str, rels: str) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("_rels/.rels", relations(("1", "officeDocument", "xl/book.xml")))
        archive.writestr(stored, BOOK)
        archive.writestr(rels, relations(("b", "worksheet", "sheets/One.xml")))
        archive.writestr("xl/Sheets/one.xml", "<worksheet/>")
    with ZipFile(file) as archive:
        part = workbook_part(archive)
        assert part == stored
        assert sheet_parts(archive, part, parse_part(archive, part))["ক"] == "xl/Sheets/one.xml"
