"""The sheet of marks: an office a row, means under them, colours from nothing to the full weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.libreoffice import recalculate, sort_and_filter
from tests.ministry.builders import BEST, WEAKEST, Write, make_consolidation, numbered
from tests.ministry.report.bangla import COLUMNS, MARKS_SHEET
from tests.ministry.report.summaries import INTEGER, MARKS
from tests.ministry.written import formulas, shown, without_results
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.xlsx.write.styles import LINK_COLOR


def test_the_marks_sheet_has_an_office_a_row_and_means_under_them(summary: Path) -> None:
    blank = ""
    assert shown(summary, MARKS_SHEET)[3:] == [
        [blank, blank, blank, blank, 10, 4, 6, 5, 25, blank, blank, blank],
        [
            *("অবস্থান", "দপ্তরের কোড", "দপ্তর", "প্রতিবেদন দিয়েছে", "১.১.১", "১.২.১", "১.৩.১", "২.১.১", "মোট নম্বর"),
            *("সর্বোচ্চ অর্জনযোগ্য", "ত্রুটি", "সময় হয়নি (সূচক)"),
        ],
        [1, "DOL", "শ্রম অধিদপ্তর", "হ্যাঁ", 10, 3.6, 6, 5, 24.6, 25, 0, blank],
        [2, "101", "=1+1 পরিদপ্তর", "হ্যাঁ", 0, 0, 4.2, 0, 4.2, 15, 2, blank],
        [3, blank, "নিম্নতম মজুরি বোর্ড", "না", 0, 0, 0, 0, 0, 15, 0, "১.২.১, ১.৩.১, ২.১.১"],
        [blank] * 12,
        [
            "গড়: যে ৩টি দপ্তরের ফাইল পড়া গেছে, ফাঁকা প্রতিবেদনে ০",
            blank,
            blank,
            blank,
            *map(pytest.approx, (10 / 3, 1.2, 3.4, 5 / 3, 9.6, 55 / 3)),
            blank,
            blank,
        ],
    ]


def test_totals_and_means_are_formulas(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    assert [page[f"I{row}"].value for row in (6, 7, 8)] == [f"=SUM(E{row}:H{row})" for row in (6, 7, 8)]
    assert [page[f"{column}10"].value for column in "EFGHIJ"] == [
        f"=AVERAGE({column}6:{column}8)" for column in "EFGHIJ"
    ]
    assert (page["E6"].number_format, page["I6"].number_format, page["A6"].number_format) == (MARKS, MARKS, INTEGER)


def test_the_filter_takes_the_offices_and_leaves_the_means(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    assert (page.auto_filter.ref, page.freeze_panes) == ("A5:L8", "D6")


def test_on_paper_the_list_of_what_is_not_due_is_left_out(summary: Path) -> None:
    # The grey marks say it; the list would make everything else smaller.
    assert formulas(summary, MARKS_SHEET).print_area.rpartition("!")[2].startswith("$A$1:$K$")


def test_the_headings_are_one_row_without_merged_cells(written: dict[str, Path]) -> None:
    for path in written.values():
        page = formulas(path, MARKS_SHEET)
        first, last = page.auto_filter.ref.split(":")
        head = page[first].row
        assert not any(cells.min_row <= page[last].row and cells.max_row >= head for cells in page.merged_cells.ranges)
        assert all(isinstance(cell.value, str) and cell.value for cell in page[head])


@pytest.mark.office
def test_libreoffice_sorts_and_filters_the_offices_and_leaves_the_means(write: Write, tmp_path: Path) -> None:
    path = write(make_consolidation(*numbered(2, BEST), *numbered(2, WEAKEST, first=3), *numbered(2, first=5)))
    target = tmp_path / "sorted.xlsx"
    cells = MARKS_SHEET, formulas(path, MARKS_SHEET).auto_filter.ref
    rows = sort_and_filter(path, cells, 8, (3, "না"), target)
    here, there = shown(path, MARKS_SHEET), shown(target, MARKS_SHEET)
    assert [row[8] for row in there[5:11]] == [0, 0, 4.2, 4.2, 24.6, 24.6]
    # Marks, names and what is not due went along; the means and the headings stayed.
    assert sorted(map(str, there[5:11])) == sorted(map(str, here[5:11]))
    assert there[12][4:10] == [pytest.approx(value) for value in here[12][4:10]]
    assert there[4] == here[4]
    # Those with marks are filtered out; the headings and the means are not.
    assert rows[:3] == [5, 6, 7]
    assert 13 in rows and not {8, 9, 10, 11} & set(rows)


SHARED = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        *(Registered(str(number), f"দপ্তর {number}", parent="M") for number in range(1, 6)),
    )
)


def with_register() -> MinistryResult:
    """Of five offices two have 24.60 marks, one 4.20, two sent nothing; one that nobody knows has 24.60."""
    read = make_consolidation(*numbered(2, BEST), *numbered(1, BEST, first=9), *numbered(1, WEAKEST, first=3))
    return recognise_offices(read, SHARED)


def test_means_are_over_the_register_and_who_is_not_in_it_stands_below_them(write: Write) -> None:
    path = write(with_register())
    rows = shown(path, MARKS_SHEET)[5:]
    assert [(row[0], row[1], row[8]) for row in rows] == [
        (1, "1", 24.6),
        (1, "2", 24.6),
        (2, "3", 4.2),
        ("", "", ""),
        ("গড়: তালিকার ৫টি দপ্তর, প্রতিবেদন না পাওয়া গেলে ০", "", pytest.approx((24.6 + 24.6 + 4.2) / 5)),
        ("", "", ""),
        ("গড় ও অবস্থানে ধরা হয়নি: তালিকায় যে দপ্তরের প্রতিবেদন দেওয়ার কথা নয়, বা যার পরিচয় নিশ্চিত নয়", "", ""),
        ("-", "9", 24.6),
    ]
    page = formulas(path, MARKS_SHEET)
    # Who sent nothing can still earn 15: the day of 1.1.1 is past.
    assert (page["I10"].value, page["J10"].value) == ("=SUM(I6:I8)/5", "=(SUM(J6:J8)+30)/5")
    assert rows[4][9] == pytest.approx((25 + 25 + 15 + 2 * 15) / 5)
    assert page.auto_filter.ref == "A5:K8"


def test_rank_office_marks_and_total_are_seen_together_on_a_screen_1366_dots_wide(write: Write) -> None:
    page = formulas(write(with_register()), MARKS_SHEET)
    last = next(cell.column for cell in page[5] if cell.value == COLUMNS["total"])
    widths = {
        number: each.width for each in page.column_dimensions.values() for number in range(each.min, each.max + 1)
    }
    # All eleven indicators of the plan that is shipped, where this one has fewer.
    marks = 11 * widths[page["E1"].column]
    others = sum(widths[number] for number in (1, 2, 3, 4, last))
    assert (marks + others) * 8.9 * page.sheet_view.zoomScale / 100 <= 1366 - 91


def test_a_rank_that_offices_share_says_so_stays_a_number_and_looks_like_the_link_that_it_is(write: Write) -> None:
    page = formulas(write(with_register()), MARKS_SHEET)
    shared = [
        (str(each.sqref), rule.formula, rule.dxf.numFmt.formatCode, rule.dxf.font.color.rgb)
        for each in page.conditional_formatting
        for rule in each.rules
        if rule.dxf and rule.dxf.numFmt
    ]
    blue = page["A6"].font.color.rgb
    assert blue == f"FF{LINK_COLOR.lstrip('#')}"
    assert shared == [("A6:A8", ["COUNTIF($A$6:$A$8,A6)>1"], '[$-5000845]0" (যৌথভাবে)"', blue)]


@pytest.mark.office
def test_libreoffice_calculates_the_means_that_are_stored(write: Write, tmp_path: Path) -> None:
    path = write(with_register())
    (calculated,) = recalculate(tmp_path, without_results(path))
    for here, there in zip(shown(path, MARKS_SHEET), shown(calculated, MARKS_SHEET), strict=True):
        assert there == [pytest.approx(value, abs=1e-9) if isinstance(value, float) else value for value in here]
