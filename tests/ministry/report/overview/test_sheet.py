"""The overview and the numbers behind its charts: what they tell, and that every formula comes to what is stored."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.libreoffice import recalculate
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    Write,
    make_consolidation,
    make_office,
    make_refusal,
    numbered,
)
from tests.ministry.report.bangla import (
    CHARTS_SHEET,
    COLUMNS,
    DEADLINES_SHEET,
    MARKS_SHEET,
    OVERVIEW_SHEET,
    PROSPECTS_SHEET,
    SOURCES_SHEET,
    WORDS,
)
from tests.ministry.report.ministries import DATE, INTEGER, MARKS, REGISTER, live, rows_under
from tests.ministry.written import formulas, shown, texts
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.export import frames
from xl_apa.ministry.report import table_writer
from xl_apa.ministry.report.sentences import NO_ROW
from xl_apa.ministry.sheet_style import HEAD_ROW


def test_the_overview_tells_the_whole_story(summary: Path) -> None:
    told = texts(summary, OVERVIEW_SHEET)
    basis = ["কর্মপরিকল্পনা", "test", "অর্থবছর", "২০২৩-২৪", "যে তারিখের হিসাব", datetime(2023, 9, 30).date()]
    offices = [3.0, 2.0, 1.0]
    marks = [9.6, 14.4, 24.6, 4.2]
    notes = ["ফাঁকা প্রতিবেদনে ০ ধরা হয়েছে", "২টি দপ্তর", "শ্রম অধিদপ্তর", "=1+1 পরিদপ্তর"]
    assert told[:9] == [
        "কর্মপরিকল্পনা ২০২৩-২৪",
        "মন্ত্রণালয়ের সারসংক্ষেপ: ১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর)",
        *basis,
        "নম্বরের নিয়ম: স্তরভিত্তিক (tier)",
    ]
    assert [value for value in told[9:24] if isinstance(value, float)] == offices + marks
    told.remove("ত্রুটি ২টি: ‘পর্যবেক্ষণ’ শিট দেখুন")
    assert told[23:28] == [*notes, "সতর্কতা ২টি, জ্ঞাতব্য ১টি"], "errors are on their card, and said once"
    assert told[28:34] == [
        "সূচক অনুযায়ী ফল (৩টি দপ্তর)",
        *(COLUMNS[name] for name in ("indicator", "title", "weight", "mean_marks", "full_marks_percent")),
    ]
    rows = frames.indicators(MINISTRY).drop(columns=["unit", "unit_name"]).values.tolist()
    assert told[34:54] == [value for code, *rest in rows for value in (to_bangla_digits(code), *rest)]
    assert told[54:-7] == [
        "যে দপ্তর প্রতিবেদন দেয়নি",
        "যে ফাইল বাদ গেছে",
        "নিম্নতম মজুরি বোর্ড",
        "broken.xlsx",
        statistics.reason(MINISTRY.refused[0], "bn"),
    ]


def test_the_overview_has_real_numbers_and_days_in_bengali_digits(summary: Path) -> None:
    page = formulas(summary, OVERVIEW_SHEET)
    assert (page["K3"].value, page["K3"].number_format) == (datetime(2023, 9, 30), DATE)
    assert (page["A6"].value, page["A6"].number_format) == ("=G6+L6", INTEGER)
    assert page["A9"].number_format == MARKS
    assert page["A9"].font.name == "Nikosh"


def test_long_lists_are_cut_and_point_to_the_sheet_that_has_the_rest(write: Write) -> None:
    refused = tuple(make_refusal(f"in/{number}.xlsx") for number in range(1, 14))
    told = texts(write(make_consolidation(*numbered(9), refused=refused)), OVERVIEW_SHEET)
    assert [value for value in told if str(value).startswith("দপ্তর ")] == [f"দপ্তর {number}" for number in range(1, 6)]
    assert told[-9:-7] == ["আরও ৪টি; ‘নম্বর’ শিট দেখুন।", "আরও ৮টি; ‘উৎস’ শিট দেখুন।"]


def test_where_nothing_is_missing_the_overview_says_so(write: Write) -> None:
    told = texts(write(make_consolidation(BEST)), OVERVIEW_SHEET)
    assert told[-9:-7] == ["পড়া সব ফাইলে প্রতিবেদন আছে।", "কোনো ফাইল বাদ যায়নি।"]


def test_of_many_best_offices_two_are_named_and_the_rest_counted(write: Write) -> None:
    told = texts(write(make_consolidation(*numbered(7, BEST))), OVERVIEW_SHEET)
    assert told.count("দপ্তর 1, দপ্তর 2 এবং আরও ৫টি দপ্তর") == 2


def test_where_every_file_was_refused_the_summary_still_says_why(write: Write) -> None:
    path = write(NOBODY)
    told = texts(path, OVERVIEW_SHEET)
    assert [value for value in told if isinstance(value, float)] == [0, 0, 0, 2, 0, 2]
    assert told.count("-") == 4
    assert told[-12:-7] == [
        "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
        "broken.xlsx",
        statistics.reason(NOBODY.refused[0], "bn"),
        "empty.xlsx",
        statistics.reason(NOBODY.refused[1], "bn"),
    ]
    sheets = CalamineWorkbook.from_path(path).sheet_names[1:]
    said = {WORDS.sheet(sheet): WORDS.say(code) for sheet, code in NO_ROW.items()}
    nothing = [sheet for sheet in sheets if shown(path, sheet)[0][0] == said[sheet]]
    assert nothing == [sheet for sheet in sheets if sheet not in (PROSPECTS_SHEET, DEADLINES_SHEET, SOURCES_SHEET)]


def test_counts_and_means_are_formulas_over_the_other_sheets(written: dict[str, Path]) -> None:
    page = formulas(written["registered"], OVERVIEW_SHEET)
    words = ("যথাসময়ে", "বিলম্বে", "প্রতিবেদনে তারিখ নেই", "ফাঁকা প্রতিবেদন", "প্রতিবেদন পাওয়া যায়নি")
    shown_words = [word for word in words if word in texts(written["registered"], OVERVIEW_SHEET)]
    cells = {
        page.cell(5, column).value: page.cell(6, column).value for column in range(1, 17) if page.cell(5, column).value
    }
    assert cells == {
        "তালিকার দপ্তর": "=G6+I6+K6+M6+O6",
        **{word: f"=COUNTIF('দাখিল'!$C$5:$C$8,\"{word}\")" for word in shown_words},
    }
    assert len(shown_words) == 5
    assert page["A9"].value == "=ROUND('নম্বর'!I9,2)"
    assert page["I16"].value == "=ROUND('নম্বর'!E9,2)"
    assert page["J16"].value == "=ROUND(100*COUNTIF('নম্বর'!$E$6:$E$7,H16)/4,2)"


def read_count(path: Path) -> str:
    """How the foot of the overview counts the files that were read."""
    page = formulas(path, OVERVIEW_SHEET)
    label = next(cell for row in page for cell in row if cell.value == "ফাইল পড়া হয়েছে")
    return str(next(cell.value for cell in page[label.row][label.column :] if cell.value is not None))


def test_where_reports_have_to_be_looked_at_one_card_counts_them(write: Write) -> None:
    refused = tuple(make_refusal(f"in/{name}") for name in ("101.xlsx", "102.xlsx"))
    ministry = recognise_offices(make_consolidation(BEST, refused=refused), REGISTER)
    page = formulas(write(ministry), OVERVIEW_SHEET)
    cells = {
        page.cell(5, column).value: page.cell(6, column).value for column in range(1, 17) if page.cell(5, column).value
    }
    assert "ফাইল পড়া যায়নি" in cells
    assert cells["তালিকার দপ্তর"].count("+") == len(cells) - 2


def test_a_count_goes_on_over_all_sheets_of_a_table(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_writer, "LAST_ROW", HEAD_ROW + 2)
    path = write(MINISTRY)
    read = read_count(path)
    assert read == "=COUNTIF('উৎস'!$C$5:$C$6,\"পড়া হয়েছে\")+COUNTIF('উৎস ২'!$C$5:$C$6,\"পড়া হয়েছে\")"
    assert [shown(path, name)[4][2] for name in ("উৎস", "উৎস ২")] == ["পড়া হয়েছে", "পড়া হয়েছে"]
    monkeypatch.setattr(table_writer, "LAST_ROW", HEAD_ROW + 3)
    read = read_count(write(MINISTRY))
    assert read.endswith("COUNTIF('উৎস ২'!$C$5:$C$5,\"পড়া হয়েছে\")")


def test_no_formula_holds_what_an_office_typed(write: Write) -> None:
    name = "XYZZY"
    path = write(make_consolidation(make_office(name, {"1.2.1": name}, code=name)))
    for sheet in (OVERVIEW_SHEET, CHARTS_SHEET):
        found = [cell.value for row in formulas(path, sheet) for cell in row if cell.data_type == "f"]
        assert found
        assert not [formula for formula in found if name in formula]


def test_formulas_keep_to_what_excel_2010_knows(written: dict[str, Path]) -> None:
    known = {"AVERAGEIF", "COUNTIF", "COUNTIFS", "IF", "MAX", "ROUND", "ROWS", "SMALL", "SUM"}
    known |= {"FIND", "HYPERLINK", "ISNUMBER", "SUMPRODUCT"}
    for name in ("some", "many-registered", "empty"):
        assert set(re.findall(r"([A-Z.]+)\(", " ".join(formula for *_, formula in live(written[name])))) <= known


@pytest.mark.office
def test_libreoffice_calculates_the_overview_that_is_stored(written: dict[str, Path], tmp_path: Path) -> None:
    calculated = dict(zip(written, recalculate(tmp_path, *written.values())))
    checked = 0
    for name, path in written.items():
        here, there = (
            {sheet: shown(each, sheet) for sheet in (OVERVIEW_SHEET, CHARTS_SHEET)} for each in (path, calculated[name])
        )
        for sheet, row, column, formula in live(path):
            stored, found = (values[sheet][row - 1][column - 1] for values in (here, there))
            told = f"{name}: {sheet} {row}:{column} {formula}"
            assert found == (pytest.approx(stored, abs=1e-9) if isinstance(stored, float) else stored), told
            checked += 1
    assert checked > 400


@pytest.mark.office
def test_a_mark_that_is_corrected_moves_the_overview(write: Write, tmp_path: Path) -> None:
    path = write(MINISTRY)
    workbook = openpyxl.load_workbook(path)
    workbook[MARKS_SHEET]["F8"] = 4
    workbook[MARKS_SHEET]["D8"] = "হ্যাঁ"
    changed = tmp_path / "changed.xlsx"
    workbook.save(changed)
    (calculated,) = recalculate(tmp_path, changed)
    told = shown(calculated, OVERVIEW_SHEET)
    assert [told[5][column] for column in (0, 6, 11)] == [3, 3, 0]
    mean = (Decimal("24.6") + Decimal("4.2") + 4) / 3
    assert told[8][0] == told[8][4] == pytest.approx(float(round(mean, 2)))
    assert told[8][12] == 4
    assert told[16][9] == pytest.approx(33.33)
    assert rows_under(calculated, "কোন সূচকে কত দপ্তর কোন স্তরে")[2][2:-1] == [4, 1, 1, 0, 0, 0, 0, 1, 0]
