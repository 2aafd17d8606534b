"""The ministry workbook, read back with other libraries: what is in it, and what it survives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.core.builders import make_indicator, make_plan
from tests.libreoffice import convert
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    ODD_VALUES,
    SILENT,
    Write,
    make_consolidation,
    make_office,
    make_refusal,
    numbered,
    with_values,
)
from tests.ministry.report.bangla import (
    CHARTS_SHEET,
    DATA_SHEET,
    FINDINGS_SHEET,
    FORM_SHEET,
    MARKS_SHEET,
    OVERVIEW_SHEET,
    RULES_SHEET,
    SOURCES_SHEET,
)
from tests.ministry.report.summaries import BASE, BASIS, NEVER_PRINTED, SHEETS, parts
from tests.ministry.written import formulas, shown, texts, without_results
from tests.strategies import any_text
from xl_apa.core.errors import InputError, OutputError
from xl_apa.core.model import Rule
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.xlsx import cell_limits


@pytest.mark.parametrize(
    "consolidation",
    [MINISTRY, NOBODY, make_consolidation(), make_consolidation(BEST), make_consolidation(SILENT)],
    ids=["some", "refused", "empty", "one", "silent"],
)
def test_the_workbook_is_valid_and_has_its_sheets(write: Write, consolidation: MinistryResult) -> None:
    path = write(consolidation)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert openpyxl.load_workbook(path).sheetnames == CalamineWorkbook.from_path(path).sheet_names == SHEETS


def test_the_same_consolidation_gives_the_same_bytes(write: Write) -> None:
    assert write(MINISTRY).read_bytes() == write(MINISTRY).read_bytes()


def test_files_read_later_change_only_the_time_of_reading(write: Write) -> None:
    def later(office: OfficeResult) -> OfficeResult:
        return replace(office, source=replace(office.source, read_at=office.source.read_at + timedelta(hours=1)))

    before = parts(write(MINISTRY))
    after = parts(write(replace(MINISTRY, offices=tuple(later(office) for office in MINISTRY.offices))))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"docProps/core.xml", f"xl/worksheets/sheet{SHEETS.index(SOURCES_SHEET) + 1}.xml"}


def test_the_file_says_it_was_made_when_the_last_workbook_was_read(summary: Path) -> None:
    properties = openpyxl.load_workbook(summary).properties
    assert properties.created == datetime(2023, 10, 16, 9, 35)
    assert properties.title == "মন্ত্রণালয়ের সারসংক্ষেপ: কর্মপরিকল্পনা ২০২৩-২৪"


def test_a_summary_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "summary.xlsx"
    path.write_bytes(b"old")
    path.with_name(".~lock.summary.xlsx#").touch()
    with pytest.raises(OutputError):
        write_summary(MINISTRY, path)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_prints_across_a4_with_numbered_pages(summary: Path, sheet: str) -> None:
    page = formulas(summary, sheet)
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    # The ministry's form is one page, so that nobody signs an empty one.
    height = None if sheet == FORM_SHEET else 0
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, height)
    assert page.oddFooter.center.text == "পৃষ্ঠা &P / &N"
    assert page.freeze_panes is not None
    repeated = {OVERVIEW_SHEET: None, CHARTS_SHEET: None, FORM_SHEET: "$4:$7", MARKS_SHEET: "$4:$5"}
    assert page.print_title_rows == repeated.get(sheet, "$4:$4")


@pytest.mark.parametrize("sheet", SHEETS[2:])
def test_every_table_says_what_its_numbers_rest_on(summary: Path, sheet: str) -> None:
    said = shown(summary, sheet)[1][0]
    assert isinstance(said, str)
    assert said.startswith(BASIS + BASE)
    # The audit adds by which plan and program, what is not printed how to print it; all others say nothing more.
    assert bool(said.removeprefix(BASIS + BASE)) is (sheet in NEVER_PRINTED)


def test_an_indicator_with_a_rule_of_its_own_is_named(write: Write) -> None:
    plan = make_plan(make_indicator("1.1.1"), make_indicator("1.1.2", rule=Rule.PROPORTIONAL))
    own = write(make_consolidation(plan=plan))
    assert "স্তরভিত্তিক (tier); ব্যতিক্রম: ১.১.২ সমানুপাতিক" in shown(own, MARKS_SHEET)[1][0]
    chosen = write(make_consolidation(plan=plan, rule=Rule.TIER))
    assert shown(chosen, MARKS_SHEET)[1][0] == BASIS


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+880", "-2", "{=A1}", "http://example.com", "0123", "<r>x</r>"])
def test_text_stays_text_whatever_it_looks_like(write: Write, name: str) -> None:
    office = make_office(name, {"1.2.1": name}, code=name, cells={"1.2.1": {"claimed": name}})
    path = write(make_consolidation(office))
    for sheet in openpyxl.load_workbook(path):
        found = [cell for row in sheet for cell in row if isinstance(cell.value, str) and cell.value.strip() == name]
        assert found or sheet.title not in (MARKS_SHEET, RULES_SHEET, FINDINGS_SHEET, DATA_SHEET)
        assert {cell.data_type for cell in found} <= {"s"}
        assert not any(cell.hyperlink for cell in found)


@pytest.mark.parametrize(
    "name",
    ["দপ্তর " * 34, "দপ্তর 😀" * 20, "দপ্তর\x00\x0b\ufffe\ud800 নাম", "প্রথম\nদ্বিতীয়", "_x0041_", "' \"&<>"],
    ids=["long", "emoji", "forbidden", "lines", "escaped", "quotes"],
)
def test_a_strange_name_breaks_nothing(write: Write, name: str) -> None:
    path = write(make_consolidation(make_office(name, {"1.2.1": 4}, code=name)))
    kept = re.sub("[\x00\x0b\ufffe\ud800]", "", name)
    assert shown(path, MARKS_SHEET)[5][2] == kept
    assert shown(path, DATA_SHEET)[4][1] == kept
    assert OpenXmlValidator().validate(str(path)).errors == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(any_text())
def test_whatever_is_typed_the_workbook_can_be_read(write: Write, text: str) -> None:
    office = make_office(text, {"1.1.1": text, "1.2.1": text, "1.3.1": text}, code=text)
    path = write(make_consolidation(office))
    assert CalamineWorkbook.from_path(path).sheet_names == openpyxl.load_workbook(path).sheetnames == SHEETS


@pytest.mark.parametrize("letter", ["ক", "😀"])
def test_a_text_longer_than_a_cell_is_cut_and_shows_it(write: Write, letter: str) -> None:
    path = write(make_consolidation(make_office(achieved={"1.2.1": letter * 40_000})))
    units = len(letter.encode("utf-16-le")) // 2
    assert shown(path, DATA_SHEET)[5][9] == letter * ((cell_limits.LONGEST_TEXT - 1) // units) + "…"
    assert OpenXmlValidator().validate(str(path)).errors == []


def test_a_day_or_number_that_excel_does_not_know_is_written_out(write: Write) -> None:
    path = write(make_consolidation(with_values(make_office(), ODD_VALUES)))
    rows = shown(path, DATA_SHEET)
    assert (rows[4][12], rows[6][11]) == ("২ জানুয়ারি ১৫০০", "inf")


def test_an_office_without_a_name_is_told_by_its_code_or_file(write: Write) -> None:
    offices = make_office("", code="A-1"), make_office("", code="", path="in/nameless.xlsx")
    told = texts(write(make_consolidation(*offices)), OVERVIEW_SHEET)
    assert told[-10:-7] == ["A-1", "কোনো ফাইল বাদ যায়নি।", "nameless.xlsx"]


def test_hundreds_of_offices_and_refused_files_fit(write: Write) -> None:
    refused = tuple(make_refusal(f"in/{number}.xlsx", InputError("file-empty", path="x")) for number in range(300))
    path = write(make_consolidation(*numbered(400, BEST), *numbered(100), refused=refused))
    assert len(shown(path, MARKS_SHEET)) == 5 + 500 + 2
    assert len(shown(path, SOURCES_SHEET)) == 4 + 800
    assert len(shown(path, DATA_SHEET)) == 4 + 500 * 4


@pytest.mark.office
def test_libreoffice_calculates_the_totals_and_means_that_are_stored(write: Write) -> None:
    office = make_office("তৃতীয়", {"1.1.1": "২০/০৮/২০২৩", "1.2.1": 1, "1.3.1": 76, "2.1.1": 7}, code="3")
    path = write(make_consolidation(BEST, office, *MINISTRY.offices[1:]))
    there = shown(convert(without_results(path), "xlsx", path.parent / "home"), MARKS_SHEET)
    here = shown(path, MARKS_SHEET)
    assert Decimal(str(here[6][8])) == office.assessment.total
    for row in range(5, len(here)):
        assert there[row][4:9] == [pytest.approx(value, abs=1e-9) for value in here[row][4:9]]
        assert there[row][:4] == here[row][:4]


@pytest.mark.office
def test_libreoffice_prints_every_sheet(summary: Path) -> None:
    assert convert(summary, "pdf", summary.parent / "home").read_bytes().startswith(b"%PDF")
