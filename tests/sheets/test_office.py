"""From a workbook to its marks, and the marks back into it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets import layout
from xl_apa.sheets.office import assess_file, calculate_file, holds_achievements
from xl_apa.sheets.template import build_template

Q2 = "২য় ত্রৈমাসিক"


def column(path: Path, letter: str, sheet: str = Q2) -> list[object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return [book[sheet][f"{letter}{row}"].value for row in range(8, 20)]


def test_without_a_quarter_the_last_one_with_anything_typed_is_assessed(filled) -> None:
    assert assess_file(filled({"1.4.1": 90}, quarter=3)).quarter is Quarter.Q3
    assert assess_file(filled({})).quarter is Quarter.Q1


def test_marks_tiers_messages_and_total_stand_beside_the_form(filled) -> None:
    path = filled(
        {"1.4.1": 76, "1.5.1": "দুইটি", "2.1.1": "অনেক", "2.2.1": "চলমান"}, evidence={"1.4.1": "নথি", "1.5.1": "নথি"}
    )
    assessed = calculate_file(path, quarter=Quarter.Q2)
    assert assessed.total == Decimal("8.00")
    assert column(path, "S") == [None, None, None, 80, 80, None, 0, None, 0, None, None, "মোট"]
    assert column(path, "T") == [None, None, None, 4.8, 3.2, None, 0, None, 0, None, None, 8]
    messages = column(path, "X")
    assert "অনেক" in messages[6]
    assert [place for place, message in enumerate(messages) if message] == [6]


def test_nothing_that_was_typed_is_changed(filled) -> None:
    path = filled({"1.4.1": "৯৬%", "2.1.1": "১টি"}, evidence={"1.4.1": "নথি"}, last={"1.4.1": "মন্তব্য"})
    before = [column(path, letter) for letter in "MNRW"]
    calculate_file(path, quarter=Quarter.Q2)
    assert [column(path, letter) for letter in "MNRW"] == before


def test_marks_are_repeated_in_column_14_but_a_claim_that_was_typed_stays(filled) -> None:
    path = filled({"1.4.1": 96, "1.5.1": 1}, layout=Layout.MARKS, last={"1.5.1": 4})
    calculate_file(path, quarter=Quarter.Q2)
    assert column(path, "N")[3:5] == [6, 4]
    again = assess_file(path, Quarter.Q2)
    assert [result.claimed for result in again.results[3:5]] == [6, 4]
    assert "claimed-differs" in {finding.code for finding in again.findings if finding.indicator == "1.5.1"}


def test_calculating_twice_gives_the_same_file(filled) -> None:
    path = filled({"1.4.1": 96})
    calculate_file(path, quarter=Quarter.Q2)
    first = path.read_bytes()
    calculate_file(path, quarter=Quarter.Q2)
    assert path.read_bytes() == first


def test_marks_that_no_longer_fit_are_noticed(filled) -> None:
    path = filled({"1.4.1": 96})
    calculate_file(path, quarter=Quarter.Q2)
    book = openpyxl.load_workbook(path)
    book[Q2]["M11"] = 61
    book.save(path)
    codes = [finding.code for finding in assess_file(path, Quarter.Q2).findings]
    assert codes.count("marks-out-of-date") == 1


def test_a_form_moved_by_inserted_columns_gets_its_marks_in_the_right_cells(filled) -> None:
    path = filled({"1.4.1": 96})
    book = openpyxl.load_workbook(path)
    for area in list(book[Q2].merged_cells.ranges):
        book[Q2].unmerge_cells(str(area))
    book[Q2].insert_cols(1)
    book.save(path)
    calculate_file(path, quarter=Quarter.Q2)
    assert column(path, "U")[3] == 6


def test_only_the_quarters_sheet_and_the_workbook_part_change(filled, tmp_path: Path) -> None:
    path, out = filled({"1.4.1": 96}), tmp_path / "out.xlsx"
    calculate_file(path, out, Quarter.Q2)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out) as after:
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        assert before.namelist() == after.namelist()
    assert [name for name in changed if name != "xl/workbook.xml"] == ["xl/worksheets/sheet3.xml"]


def test_a_workbook_that_is_not_xlsx_is_refused_before_it_is_touched(filled) -> None:
    path = filled({"1.4.1": 96}, name="office.xls")
    with pytest.raises(InputError) as caught:
        calculate_file(path)
    assert caught.value.code == "calculate-ending"


def test_a_plan_that_is_not_shipped_is_taken_from_the_workbook_and_that_is_said(tmp_path: Path) -> None:
    from dataclasses import replace

    path = tmp_path / "own.xlsx"
    build_template(replace(load_plan(), name="our-own"), path)
    assessed = assess_file(path)
    assert assessed.plan.name == "our-own"
    assert [finding.code for finding in assessed.findings] == ["plan-from-workbook"]


def test_only_a_workbook_with_achievements_holds_some(filled, tmp_path: Path) -> None:
    assert holds_achievements(filled({"1.4.1": "-"}))
    assert not holds_achievements(filled({}))
    assert not holds_achievements(tmp_path / "none.xlsx")
    other = tmp_path / "other.xlsx"
    other.write_text("text")
    assert not holds_achievements(other)


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_workbook_saved_by_libreoffice_gives_the_same_marks(filled, tmp_path: Path, ending: str) -> None:
    path = filled(
        {"1.4.1": "৯৬%", "1.5.1": 1, "1.5.2": "১২ই ডিসেম্বর, ২০২৩", "1.1.1": "চলমান"}, evidence={"1.5.1": "নথি"}
    )
    home = tmp_path / "home"
    home.mkdir()
    subprocess.run(
        ["soffice", "--headless", "--convert-to", ending, "--outdir", str(home), str(path)],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
        timeout=180,
    )
    there, here = assess_file(home / f"office.{ending}", Quarter.Q2), assess_file(path, Quarter.Q2)
    assert [(result.value, result.marks, result.cell) for result in there.results] == [
        (result.value, result.marks, result.cell) for result in here.results
    ]
    assert there.office == here.office
    assert [(finding.code, finding.cell) for finding in there.findings] == [
        (finding.code, finding.cell) for finding in here.findings
    ]


@pytest.mark.office
def test_libreoffice_shows_the_total_that_was_written(filled, tmp_path: Path) -> None:
    path = filled({"1.4.1": 96, "1.5.1": 1}, layout=Layout.MARKS)
    calculate_file(path, quarter=Quarter.Q2)
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(path, home / "in.xlsx")
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(home), str(home / "in.xlsx")],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
        timeout=180,
    )
    text = subprocess.run(
        ["pdftotext", "-layout", str(home / "in.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "৬.০০" in text and "২.৮০" in text
    assert layout.rule_line(load_plan().rule).split(":")[1].split()[0] in text
