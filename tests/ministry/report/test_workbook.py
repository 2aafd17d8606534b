"""The ministry workbook, read back with other libraries: what is in it, and what it survives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.core.builders import at, make_indicator, make_plan
from tests.libreoffice import convert
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    SILENT,
    Write,
    make_consolidation,
    make_office,
    make_refusal,
    numbered,
)
from tests.ministry.written import formulas, shown, texts, without_results
from tests.strategies import any_text
from xl_apa.core.errors import InputError, OutputError
from xl_apa.core.model import Rule
from xl_apa.ministry.export import columns, frames
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report import table_writer
from xl_apa.ministry.report.strings import (
    CHARTS_SHEET,
    CLAIMS_SHEET,
    COLUMNS,
    DATA_SHEET,
    DEADLINES_SHEET,
    FINDINGS_SHEET,
    FORM_SHEET,
    LEVELS_SHEET,
    MARKS_SHEET,
    MEAN_ROW,
    OVERVIEW_SHEET,
    PLAN_SHEET,
    PROSPECTS_SHEET,
    RULES_SHEET,
    SOURCES_SHEET,
)
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.ministry.sheet_style import HEAD_ROW
from xl_apa.xlsx import cell_limits

SHEETS = [
    OVERVIEW_SHEET,
    FORM_SHEET,
    MARKS_SHEET,
    CHARTS_SHEET,
    LEVELS_SHEET,
    CLAIMS_SHEET,
    PLAN_SHEET,
    PROSPECTS_SHEET,
    DEADLINES_SHEET,
    RULES_SHEET,
    FINDINGS_SHEET,
    SOURCES_SHEET,
    DATA_SHEET,
]
BASIS = "কর্মপরিকল্পনা ২০২৩-২৪ · ১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর) · নম্বরের নিয়ম: স্তরভিত্তিক (tier)"
DATE, MARKS, INTEGER = r"[$-5000845]dd\/mm\/yyyy", "[$-5000845]0.00", "[$-5000845]0"


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The summary of the small made-up ministry, for tests that only look at it."""
    path = tmp_path_factory.mktemp("ministry") / "summary.xlsx"
    write_summary(MINISTRY, path)
    return path


# ---- the whole file -------------------------------------------------------------------------------------------------


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


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


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
    assert shown(summary, sheet)[1][0] == BASIS


def test_an_indicator_with_a_rule_of_its_own_is_named(write: Write) -> None:
    plan = make_plan(make_indicator("1.1.1"), make_indicator("1.1.2", rule=Rule.PROPORTIONAL))
    own = write(make_consolidation(plan=plan))
    assert "স্তরভিত্তিক (tier); ব্যতিক্রম: ১.১.২ সমানুপাতিক" in shown(own, MARKS_SHEET)[1][0]
    chosen = write(make_consolidation(plan=plan, rule=Rule.TIER))
    assert shown(chosen, MARKS_SHEET)[1][0] == BASIS


# ---- marks ----------------------------------------------------------------------------------------------------------


def test_the_marks_sheet_has_an_office_a_row_and_means_under_them(summary: Path) -> None:
    blank = ""
    assert shown(summary, MARKS_SHEET)[3:] == [
        [
            *("ক্রম", "দপ্তরের কোড", "দপ্তর", "প্রতিবেদন দিয়েছে", "১.১.১", "১.২.১", "১.৩.১", "২.১.১", "মোট নম্বর"),
            *("সর্বোচ্চ অর্জনযোগ্য", "ত্রুটি"),
        ],
        [blank, blank, blank, blank, 10, 4, 6, 5, 25, blank, blank],
        [1, "DOL", "শ্রম অধিদপ্তর", "হ্যাঁ", 10, 3.6, 6, 5, 24.6, 25, 0],
        [2, "101", "=1+1 পরিদপ্তর", "হ্যাঁ", 0, 0, 4.2, 0, 4.2, 15, 2],
        [3, blank, "নিম্নতম মজুরি বোর্ড", "না", 0, 0, 0, 0, 0, 15, 0],
        [MEAN_ROW, blank, blank, blank, *map(pytest.approx, (10 / 3, 1.2, 3.4, 5 / 3, 9.6, 55 / 3)), blank],
    ]


def test_totals_and_means_are_formulas(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    assert [page[f"I{row}"].value for row in (6, 7, 8)] == [f"=SUM(E{row}:H{row})" for row in (6, 7, 8)]
    assert [page[f"{column}9"].value for column in "EFGHIJ"] == [
        f"=AVERAGE({column}6:{column}8)" for column in "EFGHIJ"
    ]
    assert (page["E6"].number_format, page["I6"].number_format, page["A6"].number_format) == (MARKS, MARKS, INTEGER)


def test_the_filter_takes_the_offices_and_leaves_the_means(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    assert (page.auto_filter.ref, page.freeze_panes) == ("A5:K8", "D6")


def test_colours_run_from_nothing_to_the_indicators_own_weight(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    scales = {
        str(each.sqref): rule.colorScale
        for each in page.conditional_formatting
        for rule in each.rules
        if rule.colorScale
    }
    limits = {cells: [float(limit.val) for limit in scale.cfvo] for cells, scale in scales.items()}
    assert limits == {
        "E6:E8": [0, 5, 10],
        "F6:F8": [0, 2, 4],
        "G6:G8": [0, 3, 6],
        "H6:H8": [0, 2.5, 5],
        "I6:I8": [0, 12.5, 25],
    }


# ---- findings, sources, data ----------------------------------------------------------------------------------------


def test_findings_are_listed_in_words_with_both_messages(summary: Path) -> None:
    rows = shown(summary, FINDINGS_SHEET)[3:]
    found = frames.findings(MINISTRY)
    assert rows[0] == ["ধরন", "দপ্তরের কোড", "দপ্তর", "সূচক", "ঘর", "বার্তা (বাংলা)", "বার্তা (ইংরেজি)", "ফাইল"]
    assert [row[:5] for row in rows[1:]] == [
        ["তথ্য", "DOL", "শ্রম অধিদপ্তর", "১.৩.১", at("M", 10)],
        ["ত্রুটি", "101", "=1+1 পরিদপ্তর", "১.২.১", at("M", 9)],
        ["সতর্কতা", "101", "=1+1 পরিদপ্তর", "১.৩.১", at("P", 10)],
        ["সতর্কতা", "101", "=1+1 পরিদপ্তর", "১.৩.১", at("N", 10)],
        ["ত্রুটি", "101", "=1+1 পরিদপ্তর", "২.১.১", at("M", 11)],
    ]
    assert [row[5:] for row in rows[1:]] == [
        [finding.message_bn, finding.message_en, Path(finding.path).name] for finding in found.itertuples()
    ]


def test_severities_have_their_colours(summary: Path) -> None:
    page = formulas(summary, FINDINGS_SHEET)
    words = [rule.formula for each in page.conditional_formatting for rule in each.rules]
    assert sorted(words) == [['"তথ্য"'], ['"ত্রুটি"'], ['"সতর্কতা"']]


def test_sources_are_listed_with_the_time_they_were_read(summary: Path) -> None:
    rows = shown(summary, SOURCES_SHEET)[3:]
    sources = frames.sources(MINISTRY)
    words = {"read": "পড়া হয়েছে", "refused": "বাদ"}
    assert rows == [
        ["ফাইল", "শিট", "ফলাফল", "কারণ", "পড়ার সময়", "SHA-256"],
        *(
            [each.path, each.sheet, words[each.outcome], each.reason_bn, each.read_at.to_pydatetime(), each.sha256]
            for each in sources.itertuples()
        ),
    ]
    assert formulas(summary, SOURCES_SHEET)["E5"].number_format == f"{DATE} hh:mm"


def test_the_data_sheet_is_an_excel_table_of_everything(summary: Path) -> None:
    rows = shown(summary, DATA_SHEET)[3:]
    before = list(columns.TIDY)[: list(columns.TIDY).index("path")]
    names = [*before, "rule", "path", "cell"]
    assert rows[0] == [COLUMNS[name] for name in names]
    assert len(set(rows[0])) == len(rows[0])
    day = datetime(2023, 8, 10).date()
    assert rows[1][5:17] == ["১.১.১", "তারিখ", 10, "১০/০৮/২০২৩", "অর্জন আছে", "", day, 100, 10, 10, "", "স্তরভিত্তিক"]
    assert rows[7][5:17] == ["১.৩.১", "%", 6, "৭০%", "অর্জন আছে", 70, "", 70, 4.2, 6, 6, "স্তরভিত্তিক"]
    assert [row[9] for row in rows[5:7]] == ["চলমান", "পড়া যায়নি"]
    assert len(rows) == 1 + len(frames.tidy(MINISTRY))
    table = formulas(summary, DATA_SHEET).tables["apa_data"]
    assert (table.ref, [column.name for column in table.tableColumns]) == ("A4:S16", rows[0])


def test_a_table_too_long_for_a_sheet_goes_on_on_the_next(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_writer, "LAST_ROW", HEAD_ROW + 5)
    path = write(MINISTRY)
    assert CalamineWorkbook.from_path(path).sheet_names[-3:] == [DATA_SHEET, "উপাত্ত ২", "উপাত্ত ৩"]
    assert [len(shown(path, name)) - HEAD_ROW - 1 for name in ("উপাত্ত", "উপাত্ত ২", "উপাত্ত ৩")] == [5, 5, 2]
    assert shown(path, "উপাত্ত ৩")[3] == shown(path, DATA_SHEET)[3]
    assert list(formulas(path, "উপাত্ত ৩").tables) == ["apa_data_3"]
    assert OpenXmlValidator().validate(str(path)).errors == []


# ---- what offices write ---------------------------------------------------------------------------------------------


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
    assert shown(path, DATA_SHEET)[5][8] == letter * ((cell_limits.LONGEST_TEXT - 1) // units) + "…"
    assert OpenXmlValidator().validate(str(path)).errors == []


def test_a_day_or_number_that_excel_does_not_know_is_written_out(write: Write) -> None:
    path = write(make_consolidation(make_office(achieved={"1.1.1": datetime(1500, 1, 2).date(), "1.2.1": "9" * 400})))
    rows = shown(path, DATA_SHEET)
    assert (rows[4][11], rows[5][10]) == ("২ জানুয়ারি ১৫০০", "inf")


def test_an_office_without_a_name_is_told_by_its_code_or_file(write: Write) -> None:
    offices = make_office("", code="A-1"), make_office("", code="", path="in/nameless.xlsx")
    told = texts(write(make_consolidation(*offices)), OVERVIEW_SHEET)
    assert told[-3:] == ["A-1", "কোনো ফাইল বাদ যায়নি।", "nameless.xlsx"]


def test_hundreds_of_offices_and_refused_files_fit(write: Write) -> None:
    refused = tuple(make_refusal(f"in/{number}.xlsx", InputError("file-empty", path="x")) for number in range(300))
    path = write(make_consolidation(*numbered(400, BEST), *numbered(100), refused=refused))
    assert len(shown(path, MARKS_SHEET)) == 5 + 500 + 1
    assert len(shown(path, SOURCES_SHEET)) == 4 + 800
    assert len(shown(path, DATA_SHEET)) == 4 + 500 * 4


# ---- LibreOffice ----------------------------------------------------------------------------------------------------


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
