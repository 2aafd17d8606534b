"""Sheets longer than any form."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import openpyxl
import pytest

from tests.libreoffice import convert
from xl_apa.core.errors import InputError
from xl_apa.ministry.review.long_sheets import open_long_sheets


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "এক"
    for number in range(6000):
        book.worksheets[0].append([number, None, f"দপ্তর {number}"])
    book.create_sheet("দুই")["B3"] = "কিছু"
    book.save(tmp_path / "long.xlsx")
    return tmp_path / "long.xlsx"


def test_all_rows_are_read_from_the_first_cell_on(workbook: Path) -> None:
    with open_long_sheets(workbook) as sheets:
        read = {name: list(rows) for name, rows in sheets}
    assert (len(read["এক"]), read["এক"][5999]) == (6000, (5999, None, "দপ্তর 5999"))
    assert [list(row) for row in read["দুই"]] == [[], [], [None, "কিছু"]] or read["দুই"][2][1] == "কিছু"


def test_rows_go_on_where_the_search_for_headings_stopped(workbook: Path) -> None:
    with open_long_sheets(workbook) as sheets:
        (_, rows), _ = sheets
        assert [row[0] for row in islice(rows, 3)] == [0, 1, 2]
        assert next(rows)[0] == 3


@pytest.mark.office
def test_another_format_is_read_as_far_as_forms_are(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "কিছু"
    book.save(tmp_path / "short.xlsx")
    with open_long_sheets(convert(tmp_path / "short.xlsx", "ods", tmp_path / "home")) as sheets:
        ((_, rows),) = sheets
        assert list(rows)[1][1] == "কিছু"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("nothing", encoding="utf-8")
    with pytest.raises(InputError), open_long_sheets(tmp_path / "a.xlsx"):
        pass
