"""The numbers behind the charts: what they count, and where a limit lies."""

from __future__ import annotations

from pathlib import Path

from tests.ministry.builders import Write, make_consolidation, make_office, numbered
from tests.ministry.report.bangla import CHARTS_SHEET, WORDS
from tests.ministry.report.ministries import MANY, PROPORTIONAL, rows_under
from tests.ministry.written import formulas
from xl_apa.ministry.analysis.chart_data import RANKED, chart_numbers
from xl_apa.ministry.report import chart_sheet
from xl_apa.plans import load_plan


def test_areas_show_the_mean_what_is_missing_and_the_total(summary: Path) -> None:
    assert rows_under(summary, "কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর (৩টি দপ্তর)") == [
        ["কর্মসম্পাদন ক্ষেত্র", "মান", "গড় নম্বর", "ঘাটতি", "প্রাপ্তির হার (%)"],
        ["১", "ক্ষেত্র 1", 20, 7.93, 12.07, 39.65],
        ["২", "ক্ষেত্র 2", 5, 1.67, 3.33, 33.4],
        ["মোট", 25, 9.6, 15.4],
    ]


def test_tiers_are_counted_from_the_marks(summary: Path) -> None:
    head, *rows = rows_under(summary, "কোন সূচকে কত দপ্তর কোন স্তরে")
    assert head[1:] == ["মান", "১০০%", "৯০%", "৮০%", "৭০%", "৬০%", "সময় হয়নি", "০", "প্রতিবেদন নেই", "লেখচিত্রে নাম"]
    assert [row[2:-1] for row in rows[:4]] == [
        [10, 1, 0, 0, 0, 0, 0, 1, 1],
        [4, 0, 1, 0, 0, 0, 0, 1, 1],
        [6, 1, 0, 0, 1, 0, 0, 0, 1],
        [5, 1, 0, 0, 0, 0, 0, 1, 1],
    ]
    assert [row[-1] for row in rows[:2]] == ["১.১.১ সূচক 1.1.1", "১.২.১ সূচক 1.2.1"]


def test_a_chart_calls_an_indicator_by_its_code_and_the_first_words_of_its_title() -> None:
    named = [chart_sheet.short_name(indicator, WORDS) for indicator in load_plan("2023-24").indicators]
    assert named[1].startswith("১.২.১ ")
    assert max(map(len, named)) <= 32
    assert [name.endswith("…") for name in named] == [
        len(indicator.title) > 26 for indicator in load_plan("2023-24").indicators
    ]


def test_every_office_is_in_one_tier_also_under_the_proportional_rule() -> None:
    for consolidation in (PROPORTIONAL, MANY):
        for each in chart_numbers(consolidation).tiers:
            assert sum(each.reached) + each.not_due + each.none + each.blank == len(consolidation.offices)
    # 79.97% earns 5.3964 of 6 marks: rounded it is what the tier of 90% earns.
    assert [each.reached for each in chart_numbers(PROPORTIONAL).tiers[2:]] == [(0, 2, 0, 1, 1), (1, 1, 1, 0, 1)]


def test_of_many_offices_the_spread_of_totals_is_told(written: dict[str, Path]) -> None:
    assert chart_numbers(MANY).spread == (0, 5, 0, 8, 0, 0, 0, 0, 0, 9)
    rows = rows_under(written["many"], "মোট নম্বরের বিন্যাস: ২৫-এর কত % কত দপ্তরের")
    assert rows[0] == ["পূর্ণ নম্বরের কত %", "শুরুর নম্বর", "কত দপ্তর"]
    assert rows[2:5] == [["১০-২০%", 2.5, 5], ["২০-৩০%", 5, 0], ["৩০-৪০%", 7.5, 8]]
    assert rows[10:] == [["৯০-১০০%", 22.5, 9], ["প্রতিবেদন নেই", 3]]


def test_a_total_on_a_limit_belongs_above_it() -> None:
    offices = numbered(RANKED + 1, make_office(achieved={"1.1.1": "১০/০৮/২০২৩"}))
    assert chart_numbers(make_consolidation(*offices)).spread[4] == RANKED + 1


def test_submissions_are_told_by_the_register_or_by_the_files(written: dict[str, Path]) -> None:
    assert rows_under(written["some"], "প্রতিবেদন ও ফাইল")[1:] == [
        ["প্রতিবেদন দিয়েছে", 2],
        ["ফাঁকা প্রতিবেদন", 1],
        ["ফাইল বাদ গেছে", 1],
    ]
    assert rows_under(written["registered"], "প্রতিবেদন দাখিল (দপ্তর)")[1:] == [
        ["যথাসময়ে", 1],
        ["বিলম্বে", 0],
        ["প্রতিবেদনে তারিখ নেই", 1],
        ["ফাঁকা প্রতিবেদন", 0],
        ["ফাইল পড়া যায়নি", 0],
        ["ফাইলটি কোন দপ্তরের, নিশ্চিত নয়", 0],
        ["প্রতিবেদন পাওয়া যায়নি", 2],
    ]


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
    rows = rows_under(written["nobody-reported"], "কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর (৩টি দপ্তর)")
    assert [row[2:] for row in rows[1:]] == [[20, 0, 20, 0], [5, 0, 5, 0], [0, 25]]


def test_what_is_not_due_is_counted_apart_from_no_marks(write: Write) -> None:
    early = make_office(achieved={"1.1.1": "১০/০৮/২০২৩", "1.2.1": "লেখা", "2.1.1": 0})
    path = write(make_consolidation(*numbered(2, early), *numbered(1, first=3)))
    _, *rows = rows_under(path, "কোন সূচকে কত দপ্তর কোন স্তরে")
    # 1.3.1 and 2.1.1 are the year's; what cannot be read has no marks now.
    assert [row[-4:-1] for row in rows[:4]] == [[0, 0, 1], [0, 2, 1], [2, 0, 1], [2, 0, 1]]
