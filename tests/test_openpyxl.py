"""Whoever goes on with openpyxl or pandas: every kind of workbook we write comes back whole after openpyxl saved it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas
import pytest

import xl_apa
from tests.ministry.report import bangla
from xl_apa.core.model import Office
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.sheet_style import HEAD_ROW

OFFICE = Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")
Write = Callable[[Path], object]


def write_plain(path: Path) -> None:
    xl_apa.build_template("2023-24", path, office=OFFICE)


def write_summary_of_samples(path: Path) -> None:
    samples = Path(__file__).parent.parent / "workbooks" / "samples"
    xl_apa.write_summary(xl_apa.consolidate(samples, 2), path)


def write_register_of_two(path: Path) -> None:
    write_register(path, [Registered("M", "মন্ত্রণালয়"), Registered("007", "দপ্তর ৭", parent="M", level="জেলা")])


def cells(path: Path) -> dict[tuple[str, str], object]:
    """Every value and formula of a workbook by sheet and cell, as openpyxl reads it."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def saved_by_openpyxl(path: Path, target: Path) -> Path:
    book = openpyxl.load_workbook(path, keep_vba=path.suffix == ".xlsm")
    book.save(target)
    return target


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("form.xlsx", write_plain),
        ("form.xlsm", lambda path: xl_apa.build_template("2023-24", path, edition="macro", office=OFFICE)),
        ("example.xlsx", lambda path: xl_apa.build_template("example-2024-25", path, layout="marks", office=OFFICE)),
        ("register.xlsx", write_register_of_two),
        ("summary.xlsx", write_summary_of_samples),
    ],
)
def test_every_cell_of_a_workbook_is_there_after_openpyxl_saved_it(tmp_path: Path, name: str, write: Write) -> None:
    path = tmp_path / name
    write(path)
    assert cells(saved_by_openpyxl(path, tmp_path / f"saved_{name}")) == cells(path)


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@pytest.mark.parametrize("name", ["sid_2023-24", "labour_2023-24"])
def test_a_report_saved_by_openpyxl_has_the_same_marks(
    sample: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    path = sample(name)
    saved = saved_by_openpyxl(path, tmp_path / "saved.xlsx")
    before, after = xl_apa.score(path, plan="2023-24"), xl_apa.score(saved, plan="2023-24")
    assert before.total > 0
    # openpyxl drops results of formulas: marks that an office's own formulas show are not there any more.
    assert [(each.raw, each.value, each.marks) for each in after.results] == [
        (each.raw, each.value, each.marks) for each in before.results
    ]


def test_a_register_saved_by_openpyxl_has_the_same_offices(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    write_register_of_two(path)
    saved = saved_by_openpyxl(path, tmp_path / "saved.xlsx")
    assert read_register(saved) == read_register(path)
    assert read_register(saved).offices[1].code == "007"


def test_the_summary_opens_as_pandas_tables_with_the_numbers_of_the_frames(tmp_path: Path) -> None:
    path = tmp_path / "summary.xlsx"
    write_summary_of_samples(path)
    frame = xl_apa.consolidate(Path(__file__).parent.parent / "workbooks" / "samples", 2).frames()["tidy"]
    sheet = pandas.read_excel(path, sheet_name=bangla.DATA_SHEET, header=HEAD_ROW, engine="openpyxl")
    assert list(sheet[bangla.COLUMNS["marks"]]) == list(frame["marks"])
    assert list(sheet[bangla.COLUMNS["office_code"]]) == list(frame["office_code"])
