"""Conditional formats that LibreOffice writes as .ods and .xls: what a person sees by them, as in an .xlsx."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import DataBarRule, IconSetRule, Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from tests.libreoffice import convert
from xl_apa.core.cells import Cell
from xl_apa.xlsx.read.safe_open import open_workbook
from xl_apa.xlsx.read.surroundings import Surroundings

STRUCK, COLOURED = DifferentialStyle(font=Font(strike=True)), DifferentialStyle(font=Font(color="FF0000"))


def shown_as(code: str) -> DifferentialStyle:
    return DifferentialStyle(numFmt=NumberFormat(numFmtId=500 + sum(map(ord, code)), formatCode=code))


def when(look: DifferentialStyle, sign: str, *bounds: str) -> Rule:
    return Rule(type="cellIs", operator=sign, formula=list(bounds), dxf=look)


def formula(look: DifferentialStyle, text: str) -> Rule:
    return Rule(type="expression", formula=[text], dxf=look)


# A rule for a cell with 3, and what is seen there: the kind of the cell or of the number, None for 3 itself.
RULES: list[tuple[Rule, str | None]] = [
    (when(STRUCK, "greaterThan", "2"), "struck"),
    (when(STRUCK, "greaterThan", "3"), None),
    (when(STRUCK, "lessThanOrEqual", "3"), "struck"),
    (when(STRUCK, "notEqual", "3"), None),
    (when(STRUCK, "between", "1", "3"), "struck"),
    (when(STRUCK, "between", "4.5", "9"), None),
    (when(STRUCK, "lessThan", "-5"), None),
    (formula(STRUCK, "A{row}=3"), "struck"),
    (formula(STRUCK, "A{row}<2.5"), None),
    (formula(STRUCK, "COUNTA($B$1:$B$9)=0"), "struck"),
    (when(COLOURED, "greaterThan", "2"), None),
    (when(shown_as(";;;"), "greaterThan", "2"), "otherwise"),
    (when(shown_as('"৪"'), "equal", "3"), "otherwise"),
    (when(shown_as('0"0"'), "greaterThan", "2"), "otherwise"),
    (when(shown_as("0%"), "greaterThan", "2"), "percent"),
    (when(shown_as("dd/mm/yyyy"), "greaterThan", "2"), "day"),
    (when(shown_as("[<5]0,;0"), "greaterThan", "2"), "otherwise"),
    (when(shown_as("00\\-00"), "greaterThan", "2"), "otherwise"),
    (when(shown_as('"৳" #,##0.00'), "greaterThan", "2"), None),
    (when(shown_as("0.00"), "greaterThan", "2"), None),
    (when(shown_as("#,##0"), "greaterThan", "2"), None),
    (IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False), "otherwise"),
    (IconSetRule("3Arrows", "percent", [0, 33, 67]), None),
    (DataBarRule("min", None, "max", None, color="FF0000", showValue=False), "otherwise"),
    (DataBarRule("min", None, "max", None, color="FF0000"), None),
]
ROWS = range(len(RULES))
STRIKES = 11
"""So many rules strike through or only colour; LibreOffice writes no other looks into an .xls."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("conditional") / "source.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ক খ"
    for row, (rule, _) in enumerate(RULES, start=1):
        sheet.cell(row, 1, 3)
        rule.formula = [each.format(row=row) for each in rule.formula]
        sheet.conditional_formatting.add(f"A{row}", rule)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def ods(source: Path) -> Path:
    return convert(source, "ods", source.parent / "ods")


def looks(path: Path) -> Iterator[str | None]:
    with open_workbook(path) as book:
        around = Surroundings(book, "ক খ", book.contents("ক খ"))
        for row in ROWS:
            seen = around.of_filled(row, 0)
            yield _name(seen) if seen else None


def _name(seen: Cell) -> str | None:
    if seen.kind.value != "plain":
        return seen.kind.value
    return None if seen.shown_as.value == "general" else seen.shown_as.value


def test_openpyxl_writes_them(source: Path) -> None:
    assert list(looks(source)) == [seen for _, seen in RULES]


def test_libreoffice_writes_them_as_ods(ods: Path) -> None:
    assert list(looks(ods)) == [seen for _, seen in RULES]


def test_the_maps_of_styles_say_the_same_where_there_is_nothing_else(ods: Path, tmp_path: Path) -> None:
    path = tmp_path / "maps.ods"
    with zipfile.ZipFile(ods) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode() if name == "content.xml" else old.read(name)
            if isinstance(data, str):
                data = re.sub("<calcext:conditional-formats>.*</calcext:conditional-formats>", "", data)
                assert data.count("<style:map ") > STRIKES
            new.writestr(name, data)
    # There are no maps of bars and signs.
    expected = [None if rule.type in ("iconSet", "dataBar") else seen for rule, seen in RULES]
    assert list(looks(path)) == expected


def test_libreoffice_writes_those_that_strike_through_as_xls(source: Path) -> None:
    path = convert(source, "xls", source.parent / "xls")
    assert list(looks(path))[:STRIKES] == [seen for _, seen in RULES[:STRIKES]]
