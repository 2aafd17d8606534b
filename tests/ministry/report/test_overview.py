"""The overview and the numbers behind its charts: what they tell, and that every formula comes to what is stored."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.core.builders import COUNT, DAY, OTHER, PERCENT, make_indicator, make_plan
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    WEAKEST,
    Write,
    make_consolidation,
    make_office,
    make_refusal,
    numbered,
)
from tests.ministry.written import formulas, shown, texts
from tests.sheets.recalculated import recalculate
from xl_apa.core.model import Rule
from xl_apa.core.numerals import to_bangla_digits
from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.analysis.chart_data import RANKED, chart_numbers
from xl_apa.ministry.export import frames
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.report import table_writer
from xl_apa.ministry.report.sentences import sheet_title
from xl_apa.ministry.report.strings import (
    CHARTS_SHEET,
    COLUMNS,
    DEADLINES_SHEET,
    MARKS_SHEET,
    OVERVIEW_SHEET,
    PROSPECTS_SHEET,
    SOURCES_SHEET,
)
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.ministry.sheet_style import HEAD_ROW

DATE, MARKS, INTEGER = r"[$-5000845]dd\/mm\/yyyy", "[$-5000845]0.00", "[$-5000845]0"

REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        Registered("DOL", "শ্রম অধিদপ্তর", parent="M"),
        Registered("101", "পরিদপ্তর", parent="M"),
        Registered("102", "আসেনি", parent="M"),
        Registered("103", "আসেনি", parent="M"),
    )
)
MANY = make_consolidation(
    *numbered(9, BEST),
    *numbered(8, make_office(achieved={"1.2.1": 3, "2.1.1": 6})),
    *numbered(5, WEAKEST),
    *numbered(3),
    refused=(make_refusal(),),
)
"""Offices with 24.60, 7.60 and 4.20 marks, and 3 that reported nothing."""
SHARED = make_plan(DAY, COUNT, PERCENT, OTHER, rule=Rule.PROPORTIONAL)
PROPORTIONAL = make_consolidation(
    *(
        make_office(f"দপ্তর {number}", {"1.3.1": percent, "2.1.1": count}, code=str(number), plan=SHARED)
        for number, (percent, count) in enumerate([(84.9, 10), (79.97, 9), (72, 7), (61, 1), (12, 2)])
    ),
    plan=SHARED,
)
TENTHS = make_plan(
    make_indicator("1.1.1", weight="1.0"), make_indicator("1.1.2", weight="0.1"), make_indicator("1.1.3", weight="6.9")
)
INEXACT = make_consolidation(
    *numbered(RANKED + 1, make_office(achieved={"1.1.1": 1, "1.1.2": 4}, plan=TENTHS)), plan=TENTHS
)
"""Everybody has 0.7 + 0.1 marks, which is a tenth of 8, and to a computer a little less."""
MINISTRIES = {
    "some": MINISTRY,
    "registered": replace(MINISTRY, register=REGISTER),
    "many": MANY,
    "many-registered": replace(MANY, register=REGISTER),
    "nobody-reported": make_consolidation(*numbered(3)),
    "refused": NOBODY,
    "refused-registered": replace(NOBODY, register=REGISTER),
    "empty": make_consolidation(),
    "one": make_consolidation(BEST),
    "proportional": PROPORTIONAL,
    "inexact": INEXACT,
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The summary of every made-up ministry."""
    folder = tmp_path_factory.mktemp("overview")
    paths = {name: folder / f"{name}.xlsx" for name in MINISTRIES}
    for name, path in paths.items():
        write_summary(MINISTRIES[name], path)
    return paths


@pytest.fixture(scope="module")
def summary(written: dict[str, Path]) -> Path:
    return written["some"]


# ---- what it tells --------------------------------------------------------------------------------------------------


def test_the_overview_tells_the_whole_story(summary: Path) -> None:
    told = texts(summary, OVERVIEW_SHEET)
    basis = ["কর্মপরিকল্পনা", "test", "অর্থবছর", "২০২৩-২৪", "যে তারিখের হিসাব", datetime(2023, 9, 30).date()]
    files = [4.0, 3.0, 1.0, 2.0, 1.0]
    marks = [9.6, 14.4, 24.6, 4.2]
    notes = ["প্রতিবেদন না দেওয়া দপ্তর ০ ধরা হয়েছে", "২টি দপ্তর", "শ্রম অধিদপ্তর", "=1+1 পরিদপ্তর"]
    assert told[:9] == [
        "কর্মপরিকল্পনা ২০২৩-২৪",
        "মন্ত্রণালয়ের সারসংক্ষেপ: ১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর)",
        *basis,
        "নম্বরের নিয়ম: স্তরভিত্তিক (tier)",
    ]
    assert [value for value in told[9:28] if isinstance(value, float)] == files + marks
    assert told[27:32] == [*notes, "পর্যবেক্ষণ: ত্রুটি ২টি, সতর্কতা ২টি, তথ্য ১টি। বিস্তারিত ‘পর্যবেক্ষণ’ শিটে।"]
    assert told[32:38] == [
        "সূচক অনুযায়ী ফল (সব দপ্তর)",
        *(COLUMNS[name] for name in ("indicator", "title", "weight", "mean_marks", "full_marks_percent")),
    ]
    rows = frames.indicators(MINISTRY).drop(columns="unit").values.tolist()
    assert told[38:58] == [value for code, *rest in rows for value in (to_bangla_digits(code), *rest)]
    assert told[58:] == [
        "যে দপ্তর প্রতিবেদন দেয়নি",
        "যে ফাইল বাদ গেছে",
        "নিম্নতম মজুরি বোর্ড",
        "broken.xlsx",
        statistics.reason(MINISTRY.refused[0], "bn"),
    ]


def test_the_overview_has_real_numbers_and_days_in_bengali_digits(summary: Path) -> None:
    page = formulas(summary, OVERVIEW_SHEET)
    assert (page["K3"].value, page["K3"].number_format) == (datetime(2023, 9, 30), DATE)
    assert (page["A6"].value, page["A6"].number_format) == ("=D6+G6", INTEGER)
    assert page["A9"].number_format == MARKS
    assert page["A9"].font.name == "Nikosh"


def test_the_chart_compares_means_with_weights(summary: Path) -> None:
    chart = formulas(summary, OVERVIEW_SHEET)._charts[0]
    assert [series.val.numRef.f for series in chart.series] == [
        f"'{OVERVIEW_SHEET}'!$H$16:$H$19",
        f"'{OVERVIEW_SHEET}'!$I$16:$I$19",
    ]
    assert {series.cat.strRef.f for series in chart.series} == {f"'{OVERVIEW_SHEET}'!$A$16:$A$19"}


def test_long_lists_are_cut_and_point_to_the_sheet_that_has_the_rest(write: Write) -> None:
    refused = tuple(make_refusal(f"in/{number}.xlsx") for number in range(1, 14))
    told = texts(write(make_consolidation(*numbered(9), refused=refused)), OVERVIEW_SHEET)
    assert [value for value in told if str(value).startswith("দপ্তর ")] == [f"দপ্তর {number}" for number in range(1, 7)]
    assert told[-2:] == ["আরও ৩টি; ‘নম্বর’ শিট দেখুন।", "আরও ৭টি; ‘উৎস’ শিট দেখুন।"]


def test_where_nothing_is_missing_the_overview_says_so(write: Write) -> None:
    told = texts(write(make_consolidation(BEST)), OVERVIEW_SHEET)
    assert told[-2:] == ["পড়া সব ফাইলে প্রতিবেদন আছে।", "কোনো ফাইল বাদ যায়নি।"]


def test_of_many_best_offices_two_are_named_and_the_rest_counted(write: Write) -> None:
    told = texts(write(make_consolidation(*numbered(7, BEST))), OVERVIEW_SHEET)
    assert told.count("দপ্তর 1, দপ্তর 2 এবং আরও ৫টি দপ্তর") == 2


def test_where_every_file_was_refused_the_summary_still_says_why(write: Write) -> None:
    path = write(NOBODY)
    told = texts(path, OVERVIEW_SHEET)
    assert [value for value in told if isinstance(value, float)] == [2, 0, 2, 0, 0]
    assert told.count("-") == 4
    assert told[-5:] == [
        "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
        "broken.xlsx",
        statistics.reason(NOBODY.refused[0], "bn"),
        "empty.xlsx",
        statistics.reason(NOBODY.refused[1], "bn"),
    ]
    sheets = CalamineWorkbook.from_path(path).sheet_names[1:]
    nothing = [sheet for sheet in sheets if shown(path, sheet)[0][0] == sheet_title(sheet, False)]
    assert nothing == [sheet for sheet in sheets if sheet not in (PROSPECTS_SHEET, DEADLINES_SHEET, SOURCES_SHEET)]


# ---- the numbers behind the charts ----------------------------------------------------------------------------------


def rows_under(path: Path, heading: str) -> list[list[Any]]:
    """The rows of a block of the sheet of numbers, from its headings to the next blank row."""
    rows = shown(path, CHARTS_SHEET)
    start = next(place for place, row in enumerate(rows) if row[0] == heading) + 1
    block = []
    for row in rows[start:]:
        if not any(value != "" for value in row):
            break
        block.append([value for value in row if value != ""])
    return block


def test_areas_show_the_mean_what_is_missing_and_the_total(summary: Path) -> None:
    assert rows_under(summary, "কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর") == [
        ["কর্মসম্পাদন ক্ষেত্র", "মান", "গড় নম্বর", "মান থেকে কম", "মানের কত %"],
        ["১", "ক্ষেত্র 1", 20, 7.93, 12.07, 39.65],
        ["২", "ক্ষেত্র 2", 5, 1.67, 3.33, 33.4],
        ["মোট", 25, 9.6, 15.4],
    ]


def test_tiers_are_counted_from_the_marks(summary: Path) -> None:
    head, *rows = rows_under(summary, "কোন সূচকে কত দপ্তর কোন স্তরে")
    assert head[1:] == ["মান", "১০০%", "৯০%", "৮০%", "৭০%", "৬০%", "০", "প্রতিবেদন নেই"]
    assert [row[2:] for row in rows[:4]] == [
        [10, 1, 0, 0, 0, 0, 1, 1],
        [4, 0, 1, 0, 0, 0, 1, 1],
        [6, 1, 0, 0, 1, 0, 0, 1],
        [5, 1, 0, 0, 0, 0, 1, 1],
    ]


def test_every_office_is_in_one_tier_also_under_the_proportional_rule() -> None:
    for consolidation in (PROPORTIONAL, MANY):
        for each in chart_numbers(consolidation).tiers:
            assert sum(each.reached) + each.none + each.blank == len(consolidation.offices)
    # 79.97% earns 5.3964 of 6 marks: rounded it is what the tier of 90% earns.
    assert [each.reached for each in chart_numbers(PROPORTIONAL).tiers[2:]] == [(0, 2, 0, 1, 1), (1, 1, 1, 0, 1)]


def test_of_many_offices_the_spread_of_totals_is_told(written: dict[str, Path]) -> None:
    assert chart_numbers(MANY).spread == (0, 5, 0, 8, 0, 0, 0, 0, 0, 9)
    rows = rows_under(written["many"], "মোট নম্বরের বিন্যাস: ২৫ এর কত % কত দপ্তরের")
    assert rows[0] == ["পূর্ণ নম্বরের কত %", "যত নম্বর থেকে", "কত দপ্তর"]
    assert rows[2:5] == [["১০-২০%", 2.5, 5], ["২০-৩০%", 5, 0], ["৩০-৪০%", 7.5, 8]]
    assert rows[10:] == [["৯০-১০০%", 22.5, 9], ["প্রতিবেদন নেই", 3]]


def test_a_total_on_a_limit_belongs_above_it() -> None:
    offices = numbered(RANKED + 1, make_office(achieved={"1.1.1": "১০/০৮/২০২৩"}))
    assert chart_numbers(make_consolidation(*offices)).spread[4] == RANKED + 1


def test_submissions_are_told_by_the_register_or_by_the_files(written: dict[str, Path]) -> None:
    assert rows_under(written["some"], "প্রতিবেদন ও ফাইল")[1:] == [
        ["প্রতিবেদন দিয়েছে", 2],
        ["প্রতিবেদন নেই", 1],
        ["ফাইল বাদ গেছে", 1],
    ]
    assert rows_under(written["registered"], "প্রতিবেদন দাখিল (দপ্তর)")[1:] == [
        ["যথাসময়ে", 1],
        ["বিলম্বে", 0],
        ["তারিখ নেই", 1],
        ["ফাঁকা", 0],
        ["আসেনি", 2],
    ]


# ---- charts ---------------------------------------------------------------------------------------------------------


def charts(path: Path) -> dict[str, list[tuple[str, list[Any], list[Any]]]]:
    """By title: of every series its name, and what stands in the cells of its categories and of its values."""
    found = {}
    for chart in formulas(path, OVERVIEW_SHEET)._charts:
        title = "".join(run.t for run in chart.title.tx.rich.p[0].r)
        found[title] = [
            (
                cells(path, series.tx.strRef.f)[0] if series.tx else "",
                cells(path, (series.cat.strRef or series.cat.numRef).f),
                cells(path, series.val.numRef.f),
            )
            for series in chart.series
        ]
    return found


def cells(path: Path, reference: str) -> list[Any]:
    sheet, _, area = reference.rpartition("!")
    rows = shown(path, sheet.strip("'"))
    left, top, right, bottom = range_boundaries(area)
    return [row[column] for row in rows[top - 1 : bottom] for column in range(left - 1, right)]


def test_few_offices_are_ranked_by_their_own_cells(summary: Path) -> None:
    ranking = charts(summary)["দপ্তরের ক্রম: মোট নম্বর (২৫ এর মধ্যে)"]
    assert ranking == [("", ["শ্রম অধিদপ্তর", "=1+1 পরিদপ্তর", "নিম্নতম মজুরি বোর্ড"], [24.6, 4.2, 0])]


def test_of_many_offices_a_chart_shows_the_spread(written: dict[str, Path]) -> None:
    found = charts(written["many"])
    assert "দপ্তরের ক্রম: মোট নম্বর (২৫ এর মধ্যে)" not in found
    ((_, labels, counts),) = found["মোট নম্বরের বিন্যাস: ২৫ এর কত % কত দপ্তরের"]
    assert (labels[0], labels[-2:]) == ("০-১০%", ["৯০-১০০%", "প্রতিবেদন নেই"])
    assert counts == [0, 5, 0, 8, 0, 0, 0, 0, 0, 9, 3]


def test_the_charts_show_tiers_areas_and_submissions(summary: Path) -> None:
    found = charts(summary)
    codes = ["১.১.১", "১.২.১", "১.৩.১", "২.১.১"]
    tiers = found["কোন সূচকে কত দপ্তর কোন স্তরে"]
    assert [name for name, _, _ in tiers] == ["১০০%", "৯০%", "৮০%", "৭০%", "৬০%", "০", "প্রতিবেদন নেই"]
    assert (tiers[0], tiers[-1][2]) == (("১০০%", codes, [1, 0, 1, 1]), [1, 1, 1, 1])
    areas = ["ক্ষেত্র 1", "ক্ষেত্র 2"]
    assert found["কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর"] == [
        ("গড় নম্বর", areas, [7.93, 1.67]),
        ("মান থেকে কম", areas, [12.07, 3.33]),
    ]
    words = ["প্রতিবেদন দিয়েছে", "প্রতিবেদন নেই", "ফাইল বাদ গেছে"]
    assert found["প্রতিবেদন ও ফাইল"] == [("", words, [2, 1, 1])]


def test_without_offices_there_is_only_the_chart_of_what_came(written: dict[str, Path]) -> None:
    assert list(charts(written["refused"])) == ["প্রতিবেদন ও ফাইল"]
    assert list(charts(written["refused-registered"])) == ["প্রতিবেদন দাখিল (দপ্তর)"]
    assert charts(written["empty"]) == {}


@pytest.mark.parametrize("name", ["nan", "inf", "0123", "=1+1", "<r>&x"])
def test_a_chart_keeps_an_offices_name_as_text(write: Write, name: str) -> None:
    path = write(make_consolidation(make_office(name, {"1.2.1": 4})))
    with ZipFile(path) as archive:
        drawn = "".join(archive.read(each).decode() for each in archive.namelist() if "charts/chart" in each)
    assert "<c:v>nan</c:v>" not in drawn
    assert "<c:v>inf</c:v>" not in drawn
    assert not re.findall(r"<c:f>(?!'[^']+'!\$[A-Z]+\$\d+)[^<]*</c:f>", drawn)
    assert OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("name", list(MINISTRIES))
def test_charts_stand_on_a_page_of_their_own_and_apart(written: dict[str, Path], name: str) -> None:
    page = formulas(written[name], OVERVIEW_SHEET)
    placed = [
        (anchor._from.row, anchor.to.row, anchor._from.col, anchor.to.col)
        for anchor in (chart.anchor for chart in page._charts)
    ]
    for place, (top, bottom, left, right) in enumerate(placed):
        assert right < 16 or (right, page._charts[place].anchor.to.colOff) == (16, 0)
        for other_top, other_bottom, other_left, other_right in placed[place + 1 :]:
            assert bottom < other_top or other_bottom < top or right < other_left or other_right < left
    areas = [area.rpartition("!")[2] for area in page.print_area.split(",")] if page.print_area else []
    if not MINISTRIES[name].offices:
        assert areas == []
        return
    numbers, charts = (range_boundaries(area.replace("$", "")) for area in areas)
    assert (numbers[:3], numbers[3] + 1, charts[2]) == ((1, 1, 16), charts[1], 16)
    assert max(cell.row for row in page for cell in row if cell.value is not None) <= numbers[3]
    for top, bottom, _, _ in placed:
        assert (top < bottom < numbers[3]) or (numbers[3] <= top < bottom <= charts[3])


# ---- formulas -------------------------------------------------------------------------------------------------------


def test_counts_and_means_are_formulas_over_the_other_sheets(written: dict[str, Path]) -> None:
    page = formulas(written["registered"], OVERVIEW_SHEET)
    assert [page[f"{column}6"].value for column in "ADGJM"] == [
        "=D6+G6",
        "=COUNTIF('উৎস'!$C$5:$C$8,\"পড়া হয়েছে\")",
        "=COUNTIF('উৎস'!$C$5:$C$8,\"বাদ\")",
        "=COUNTIF('নম্বর'!$D$6:$D$8,\"হ্যাঁ\")",
        "=COUNTIF('দাখিল'!$E$5:$E$8,\"ফাঁকা\")+COUNTIF('দাখিল'!$E$5:$E$8,\"আসেনি\")",
    ]
    assert page["A9"].value == "=ROUND('নম্বর'!I9,2)"
    assert page["I16"].value == "=ROUND('নম্বর'!E9,2)"
    assert page["J16"].value == "=ROUND(100*COUNTIF('নম্বর'!$E$6:$E$8,H16)/ROWS('নম্বর'!$E$6:$E$8),2)"


def test_a_count_goes_on_over_all_sheets_of_a_table(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_writer, "LAST_ROW", HEAD_ROW + 2)
    path = write(MINISTRY)
    read = formulas(path, OVERVIEW_SHEET)["D6"].value
    assert read == "=COUNTIF('উৎস'!$C$5:$C$6,\"পড়া হয়েছে\")+COUNTIF('উৎস ২'!$C$5:$C$6,\"পড়া হয়েছে\")"
    assert [shown(path, name)[4][2] for name in ("উৎস", "উৎস ২")] == ["পড়া হয়েছে", "পড়া হয়েছে"]
    monkeypatch.setattr(table_writer, "LAST_ROW", HEAD_ROW + 3)
    read = formulas(write(MINISTRY), OVERVIEW_SHEET)["D6"].value
    assert read.endswith("COUNTIF('উৎস ২'!$C$5:$C$5,\"পড়া হয়েছে\")")


def test_no_formula_holds_what_an_office_typed(write: Write) -> None:
    name = "XYZZY"
    path = write(make_consolidation(make_office(name, {"1.2.1": name}, code=name)))
    for sheet in (OVERVIEW_SHEET, CHARTS_SHEET):
        found = [cell.value for row in formulas(path, sheet) for cell in row if cell.data_type == "f"]
        assert found
        assert not [formula for formula in found if name in formula]


def live(path: Path) -> list[tuple[str, int, int, str]]:
    """Every formula of the overview and of the numbers behind its charts: sheet, row, column, formula."""
    workbook = openpyxl.load_workbook(path)
    return [
        (sheet, cell.row, cell.column, cell.value)
        for sheet in (OVERVIEW_SHEET, CHARTS_SHEET)
        for row in workbook[sheet]
        for cell in row
        if cell.data_type == "f"
    ]


def test_formulas_keep_to_what_excel_2010_knows(written: dict[str, Path]) -> None:
    known = {"AVERAGEIF", "COUNTIF", "COUNTIFS", "IF", "MAX", "ROUND", "ROWS", "SMALL", "SUM"}
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
    assert [told[5][column] for column in (9, 12)] == [3, 0]
    mean = (Decimal("24.6") + Decimal("4.2") + 4) / 3
    assert told[8][0] == told[8][4] == pytest.approx(float(round(mean, 2)))
    assert told[8][12] == 4
    assert told[16][9] == pytest.approx(33.33)
    assert rows_under(calculated, "কোন সূচকে কত দপ্তর কোন স্তরে")[2][2:] == [4, 1, 1, 0, 0, 0, 1, 0]


def test_limits_lie_half_a_hundredth_lower_since_sums_of_a_computer_may(written: dict[str, Path]) -> None:
    page = formulas(written["many"], CHARTS_SHEET)
    assert page["E12"].value == (
        "=COUNTIFS('নম্বর'!$D$6:$D$30,\"হ্যাঁ\",'নম্বর'!$E$6:$E$30,\">=\"&ROUND($C12*90/100,2)-0.005,"
        "'নম্বর'!$E$6:$E$30,\"<\"&ROUND($C12*100/100,2)-0.005)"
    )
    band = next(cell.row for (cell,) in page["B1:B40"] if cell.value == "১০-২০%")
    assert page.cell(band, 4).value == (
        "=COUNTIFS('নম্বর'!$D$6:$D$30,\"হ্যাঁ\","
        f"'নম্বর'!$I$6:$I$30,\">=\"&C{band}-0.005,'নম্বর'!$I$6:$I$30,\"<\"&C{band + 1}-0.005)"
    )


def test_an_area_without_any_marks_is_still_told(written: dict[str, Path]) -> None:
    rows = rows_under(written["nobody-reported"], "কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর")
    assert [row[2:] for row in rows[1:]] == [[20, 0, 20, 0], [5, 0, 5, 0], [0, 25]]
