"""The sheet that says what is printed and how it was understood, in a workbook that still is an office workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest

from tests.other_forms import BEST, PLAN, word_report
from xl_apa.core.fiscal import Quarter
from xl_apa.importer.pipeline import import_file
from xl_apa.ministry.model import Task
from xl_apa.ministry.summarise import ReadingOptions, consolidate
from xl_apa.sheets.assess_workbook import assess_file, calculate_file

FILES = Path(__file__).parents[1] / "files"
NAMES = {"bn": "যেভাবে পড়া হয়েছে", "en": "As understood"}
EXTRA = ("১২", "", '=HYPERLINK("http://x.example","দেখুন")', "সংখ্যা", "৭", "৯", "৮", "৭", "৬", "৫", "১", "")


def sheet_of(path: Path, lang: str = "en") -> Any:
    return openpyxl.load_workbook(path)[NAMES[lang]]


def rows_of(sheet: Any) -> Mapping[str, list[Any]]:
    """The rows of the indicators, by what stands first."""
    found = {}
    for row in sheet.iter_rows(min_row=6, values_only=True):
        if row[0]:
            found[str(row[0])] = list(row)
    return found


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    import_file(FILES / "labour_2023-24_q1.txt", tmp_path / "N-01.xlsx", PLAN, lang="en", office_code="N-01")
    return tmp_path / "N-01.xlsx"


def test_every_indicator_is_told_with_its_row_its_place_and_how_sure_it_is(imported: Path) -> None:
    rows = rows_of(sheet_of(imported))
    assert list(rows)[: len(PLAN.indicators)] == [each.code for each in PLAN.indicators]
    sure, unsure = rows["1.2.1"], rows["1.5.1"]
    assert sure[3] == "table 1, row 5, column 14"
    assert sure[4] == "1"
    assert sure[5] == "code, title, unit, weight, targets"
    assert sure[6].startswith("sure (8")
    assert "১.২.১" in sure[2] or "1.2.1" in sure[2]
    assert unsure[6].startswith("not sure (")
    assert unsure[4].startswith("not readable: গত ১৭/০৮/২৩")
    assert "Look at the document" in unsure[7]


def test_in_bangla_places_and_numbers_are_bangla(tmp_path: Path) -> None:
    import_file(FILES / "labour_2023-24_q1.txt", tmp_path / "N-01.xlsx", PLAN)
    rows = rows_of(sheet_of(tmp_path / "N-01.xlsx", "bn"))
    assert rows["১.২.১"][3] == "সারণি ১, সারি ৫, কলাম ১৪"
    assert rows["১.২.১"][6].startswith("নিশ্চিত (৮")
    assert rows["১.৫.১"][6].startswith("নিশ্চিত নয় (")


def test_what_is_nobodys_and_what_is_missing_is_told_and_nothing_becomes_a_formula(tmp_path: Path) -> None:
    report = word_report(tmp_path / "=1+1.docx", "=2+2", BEST, left_out=("1.3.1",), extra=(EXTRA,))
    import_file(report, tmp_path / "N-01.xlsx", PLAN, lang="en")
    sheet = sheet_of(tmp_path / "N-01.xlsx")
    assert rows_of(sheet)["1.3.1"][6] == "not found"
    texts = [str(cell.value) for row in sheet for cell in row if cell.value]
    assert any("=HYPERLINK" in text for text in texts)
    assert [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"] == []


def test_a_link_leads_to_the_document_and_in_a_workbook_to_the_cell(tmp_path: Path) -> None:
    source = tmp_path / "in" / "পুরোনো প্রতিবেদন.xlsx"
    source.parent.mkdir()
    word_report(tmp_path / "in" / "report.docx", "প্রথম অধিদপ্তর", BEST)
    _as_workbook(tmp_path / "in" / "report.docx", source)
    import_file(source, tmp_path / "out" / "N-01.xlsx", PLAN, lang="en")
    sheet = sheet_of(tmp_path / "out" / "N-01.xlsx")
    assert _target(sheet["A2"]) == "../in/পুরোনো প্রতিবেদন.xlsx"
    (row,) = [row for row in sheet.iter_rows(min_row=6) if row[0].value == "1.2.1"]
    assert row[3].value.endswith("K5")
    assert _target(row[3]) == "../in/পুরোনো প্রতিবেদন.xlsx"
    assert row[3].hyperlink.location == row[3].value
    import_file(tmp_path / "in" / "report.docx", tmp_path / "out" / "N-02.xlsx", PLAN, lang="en")
    sheet = sheet_of(tmp_path / "out" / "N-02.xlsx")
    assert _target(sheet["A2"]) == "../in/report.docx"
    assert all(cell.hyperlink is None for row in sheet.iter_rows(min_row=6) for cell in row)


def test_the_workbook_is_scored_calculated_and_consolidated_as_any_other(imported: Path, tmp_path: Path) -> None:
    scored = assess_file(imported, Quarter.Q1)
    assert str(scored.total) == "6.00"
    # Nothing is said of the sheet itself: neither a copy of a form nor a sheet of somebody else.
    told = {finding.code for finding in scored.findings}
    assert not told & {"copy-filled", "copy-differs", "sheet-of-other-quarter", "info-differs"}
    calculated = calculate_file(imported, tmp_path / "calculated.xlsx", Quarter.Q1)
    assert calculated.total == scored.total
    assert sheet_of(tmp_path / "calculated.xlsx")["A1"].value == "As printed, as understood, how sure"
    result = consolidate([imported], Task(Quarter.Q1, PLAN, imports=True), reading=ReadingOptions(jobs=1))
    assert [(office.imported, office.assessment.total) for office in result.offices] == [(None, scored.total)]


def test_the_same_import_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        import_file(FILES / "sid_2023-24_q2.txt", tmp_path / name, PLAN)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def _target(cell: Any) -> str:
    return unquote(str(cell.hyperlink.target)).replace("\\", "/")


def _as_workbook(document: Path, target: Path) -> None:
    """The same lines and table in a workbook, its first rows the lines."""
    import docx

    source, book = docx.Document(str(document)), openpyxl.Workbook()
    sheet = book.active
    for line in source.paragraphs:
        sheet.append([line.text])
    for row in source.tables[0].rows:
        sheet.append([cell.text for cell in row.cells])
    book.save(target)
    assert zipfile.is_zipfile(target)
