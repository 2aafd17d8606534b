"""Names of parts: one meaning each, none that leads out of the package."""

from __future__ import annotations

import pytest

from xl_apa.xlsx.read.faults import DoubledPartsError
from xl_apa.xlsx.read.ooxml.part_names import check_names

USUAL = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/a.xml"]


@pytest.mark.parametrize(
    "names",
    [
        USUAL,
        [*USUAL, "xl/", "docProps/"],
        [name.replace("/", "\\") for name in USUAL],
        [*USUAL, "xl/media/ছবি.png", "xl/media/a b.png", "xl/media/100%25.png"],
        ["mimetype", "content.xml", "Object 1/content.xml", "Configurations2/menubar/"],
    ],
)
def test_names_of_programs_are_fine(names: list[str]) -> None:
    check_names(names)


@pytest.mark.parametrize(
    "other",
    [
        *("xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml", "/xl/workbook.xml", "./xl/workbook.xml"),
        *("xl//workbook.xml", "xl/x/../workbook.xml", "xl/work%62ook.xml", "xl/workbook.xml ", "xl/workbook.xml."),
        *("xl/workbook.xml\0.png", "xl/ｗorkbook.xml", " xl/workbook.xml", "xl/./workbook.xml", "xl%2Fworkbook.xml"),
        *("../x", "xl/../../x", "..", "c:x", "C:\\x", "xl\\..\\..\\x", "%2e%2e/x"),
    ],
)
def test_a_name_that_may_mean_another_part_or_none_inside_is_refused(other: str) -> None:
    for names in ([*USUAL, other], [other, *USUAL]):
        with pytest.raises(DoubledPartsError):
            check_names(names)
