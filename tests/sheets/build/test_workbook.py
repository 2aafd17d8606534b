"""The office workbook: what an officer opens, prints and fills in, read back with other libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from tests.sheets.build.built import (
    DATE,
    OFFICE,
    Q1,
    Build,
    cell_of,
    hidden_rows,
    made_up_plan,
    opened,
    sheet_of,
)
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Plan
from xl_apa.core.planning import parse_plan
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import Typed
from xl_apa.sheets.layout import Data, Info, quarter_sheet
from xl_apa.xlsx.addresses import cell_name


def test_the_workbook_opens_on_the_info_sheet_and_has_four_quarters(build: Build) -> None:
    book = opened(build())
    assert book.sheetnames == [
        *(where.INFO_SHEET, where.DASHBOARD_SHEET),
        *map(quarter_sheet, Quarter),
        *(where.HELP_SHEET, where.DATA_SHEET),
    ]
    assert book.active is book[where.INFO_SHEET]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible"] * 7 + ["veryHidden"]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("count", [1, 2, 11, 30])
def test_a_validator_of_the_file_format_finds_nothing(build: Build, layout: Layout, count: int) -> None:
    path = build(made_up_plan(count, areas=min(count, 3)), layout=layout, office=OFFICE)
    assert OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("layout", Layout)
def test_a_validator_finds_nothing_in_the_shipped_plan_with_typed_text(build: Build, layout: Layout) -> None:
    typed: Typed = {(Q1, "M8"): "চলমান", (Q1, "M9"): 1, (Q1, "M10"): date(2024, 5, 16), (Q1, "W8"): "<r>a & b</r>"}
    assert OpenXmlValidator().validate(str(build(layout=layout, office=OFFICE, typed=typed))).errors == []


def test_the_info_sheet_names_the_office_and_the_year(build: Build) -> None:
    path = build(office=OFFICE)
    sheet = sheet_of(path, where.INFO_SHEET)
    values = {field: cell_of(sheet, f"C{where.info_row(field) + 1}") for field in where.INFO_LABELS}
    assert [cell.value for cell in values.values()][:4] == [OFFICE.code, OFFICE.name, OFFICE.parent, "২০২৩-২৪"]
    assert values[Info.OFFICE_CODE].number_format == "@"
    assert {values[Info.report_date(quarter)].number_format for quarter in Quarter} == {DATE}
    assert [sheet.cell(where.info_row(field) + 1, 2).value for field in Info] == list(where.INFO_LABELS.values())


def test_without_an_office_only_the_year_is_filled_in(build: Build) -> None:
    sheet = sheet_of(build(), where.INFO_SHEET)
    filled = [sheet.cell(where.info_row(field) + 1, 3).value for field in Info]
    assert filled == [None, None, None, "২০২৩-২৪", *[None] * 6]


def test_every_field_of_the_info_sheet_has_a_defined_name(build: Build) -> None:
    names = opened(build()).defined_names
    cells = {field.defined_name: f"'{where.INFO_SHEET}'!$C${where.info_row(field) + 1}" for field in Info}
    assert {name: names[name].attr_text for name in cells} == cells


def test_the_guidance_stands_beside_the_fields(build: Build) -> None:
    assert cell_of(sheet_of(build(), where.INFO_SHEET), "F3").value == "\n".join(where.INFO_GUIDANCE)


@pytest.mark.parametrize("plan", [load_plan(), made_up_plan(1, tiers=1), made_up_plan(30, areas=3)])
@pytest.mark.parametrize("piece", [where.PLAN_PIECE, 97])
def test_the_hidden_sheet_gives_the_plan_back(
    build: Build, monkeypatch: pytest.MonkeyPatch, plan: Plan, piece: int
) -> None:
    monkeypatch.setattr(where, "PLAN_PIECE", piece)
    # A typed value has the workbook built here and now, not filled in from one that was built with other pieces.
    year = (where.INFO_SHEET, cell_name(where.info_row(Info.FISCAL_YEAR), where.INFO_VALUE_COLUMN))
    book = build(plan, typed={year: plan.fiscal_year.label_bn})
    pieces = [str(value) for key, value in hidden_rows(book) if key == Data.PLAN]
    assert max(map(len, pieces)) <= piece
    assert parse_plan(json.loads("".join(pieces)))[0] == plan


def test_the_hidden_sheet_says_what_the_workbook_is(build: Build) -> None:
    lists = (Data.PLAN, Data.MESSAGE, Data.MONTH, Data.START, Data.WORD)
    rows = {key: value for key, value in hidden_rows(build(layout=Layout.MARKS)) if key not in lists}
    assert rows == {
        "schema_version": where.SCHEMA_VERSION,
        "plan_name": "2023-24",
        "fiscal_year": "2023-24",
        "layout": "marks",
        "edition": "native",
        "rule": "tier",
        "formulas_version": where.FORMULAS_VERSION,
    }


def test_the_same_call_gives_the_same_bytes_in_another_process(build: Build, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    code = (
        "import sys; from pathlib import Path; from xl_apa.plans import load_plan;"
        "from xl_apa.sheets.build.workbook import build_template; build_template(load_plan(), Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", code, str(other)], check=True, env={"PYTHONPATH": ":".join(sys.path)})
    assert build().read_bytes() == other.read_bytes()


def test_no_time_of_building_is_in_the_file(build: Build) -> None:
    with ZipFile(build()) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert b"2023-07-01T00:00:00Z</dcterms:created>" in parts.read("docProps/core.xml")
