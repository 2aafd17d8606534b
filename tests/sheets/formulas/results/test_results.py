"""What a row results in, rule by rule; that the formulas calculate the same is proven in `test_row.py`."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.builders import PERCENTS, YEAR
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages.excel.live import LIVE
from xl_apa.core.model import Layout, Rule, Status, Unit
from xl_apa.sheets.formulas import RowValues, live_row
from xl_apa.sheets.layout import Column, Working

QUARTER = Quarter.Q2


def live(
    unit: Unit, achieved: CellValue, quarter: Quarter = QUARTER, layout: Layout = Layout.MARKS, **values: object
) -> dict[int, str | int | float]:
    usual: dict[Unit, tuple[CellValue, ...]] = {
        Unit.NUMBER: (4.0, 3.0, 2.0, "-", "-"),
        Unit.PERCENT: (90.0, 80.0, 70.0, 60.0, 50.0),
        Unit.DATE: (date(2023, 10, 1), date(2023, 11, 1), date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)),
    }
    row = RowValues(**{"achieved": achieved, "weight": 2.0, "targets": usual[unit], "percents": PERCENTS} | values)  # type: ignore[arg-type]
    return {column: each.result for column, each in live_row(7, row, unit, YEAR, quarter, layout).items()}


@pytest.mark.parametrize(
    ("unit", "achieved", "values", "code"),
    [
        (Unit.NUMBER, "৪ কেজি", {}, "live-number-unclear"),
        (Unit.NUMBER, "সভা হয়েছে", {}, "live-number-not-understood"),
        (Unit.NUMBER, "৪ কেজি", {"read_for": "৪ কেজি"}, "live-number-not-understood"),
        (Unit.NUMBER, True, {}, "live-number-not-understood"),
        (Unit.PERCENT, "৯৬ কেজি", {}, "live-percent-unclear"),
        (Unit.PERCENT, 1.05, {}, "live-percent-doubtful"),
        (Unit.PERCENT, 105, {}, "live-percent-out-of-range"),
        (Unit.DATE, "১৬ মের ২০২৪", {}, "live-date-unclear"),
        (Unit.DATE, "১৬ মে ২০২৪", {}, "live-date-after-quarter"),
        (Unit.NUMBER, 4, {"read_for": 4}, "live-number-not-understood"),
        (Unit.NUMBER, 3, {"read_for": 4}, ""),
        (Unit.NUMBER, "4", {"read_for": 4}, ""),
        (Unit.PERCENT, "অনেক", {}, "live-percent-not-understood"),
        (Unit.DATE, "31/02/2024", {}, "live-date-not-understood"),
        (Unit.NUMBER, 45428, {}, "live-count-not-meant"),
        (Unit.NUMBER, 3, {"targets": (2.0, 3.0, 2.0)}, "live-targets-faulty"),
        (Unit.NUMBER, 3, {"targets": ("৪",)}, "live-targets-faulty"),
        (Unit.DATE, "16/05/2025", {}, "live-date-outside-year"),
        (Unit.DATE, "16/05/2024", {}, "live-date-after-quarter"),
        (Unit.PERCENT, 101, {}, "live-percent-out-of-range"),
        (Unit.NUMBER, -1, {}, "live-count-negative"),
        (Unit.NUMBER, "-৫", {}, "live-count-negative"),
        (Unit.NUMBER, "- ৫", {}, "live-number-unclear"),
        (Unit.NUMBER, 2, {"earlier": ("", 3)}, "live-below-last-quarter"),
        (Unit.PERCENT, 1, {}, "live-percent-is-one"),
        (Unit.NUMBER, 2, {"accepted": 3}, "live-accepted-not-used"),
        (Unit.NUMBER, 2.5, {}, "live-count-not-whole"),
        (Unit.NUMBER, "অনেক", {"accepted": 3}, "live-accepted-used"),
        (Unit.PERCENT, 0.96, {}, "live-percent-was-fraction"),
        (Unit.NUMBER, 1, {}, "live-below-lowest"),
        (Unit.NUMBER, 4, {"claimed": 3}, "live-claim-above-weight"),
        (Unit.NUMBER, 3, {"claimed": 2}, "live-claim-differs"),
        (Unit.NUMBER, 3, {"claimed": 1.8}, ""),
        (Unit.NUMBER, 3, {"claimed": 2, "layout": Layout.REMARKS}, ""),
        (Unit.NUMBER, 3, {"accepted": 3}, ""),
        (Unit.DATE, "16/10/2023", {"earlier": (45200,)}, ""),
        (Unit.NUMBER, None, {}, ""),
    ],
)
def test_each_issue_has_its_sentence(unit: Unit, achieved: CellValue, values: dict[str, object], code: str) -> None:
    assert live(unit, achieved, **values)[Column.MESSAGE] == (LIVE[code].bn if code else "")


@pytest.mark.parametrize(
    ("unit", "achieved", "text"),
    [
        (Unit.DATE, "05.06.24", "৫ জুন ২০২৪"),
        (Unit.DATE, date(2024, 6, 5), "৫ জুন ২০২৪"),
        (Unit.NUMBER, "১৭ টি", "১৭"),
        (Unit.PERCENT, 0.57, "৫৭%"),
        (Unit.PERCENT, "0.5%", "০.৫%"),
        (Unit.NUMBER, "চলমান।", "চলমান"),
        (Unit.NUMBER, "--", ""),
    ],
)
def test_what_was_understood_is_said_in_words(unit: Unit, achieved: CellValue, text: str) -> None:
    assert live(unit, achieved)[Column.UNDERSTOOD] == text


def test_what_the_program_read_counts_for_that_very_text_only() -> None:
    read = {"read_for": "দুই কেজি", "read": 2}
    assert live(Unit.NUMBER, "দুই কেজি", **read)[Column.MARKS] == 1.6
    assert live(Unit.NUMBER, "তিন কেজি", **read)[Column.MARKS] == ""
    assert live(Unit.NUMBER, "4", **read)[Working.VALUE] == 4
    # The program looked at the text and found no value: an accepted one may stand in.
    assert live(Unit.NUMBER, "এক বা দুই", accepted=3)[Working.STATUS] == Status.UNREADABLE
    assert live(Unit.NUMBER, "এক বা দুই", accepted=3, read_for="এক বা দুই")[Working.VALUE] == 3


def test_the_last_quarter_that_had_a_value_is_shown() -> None:
    assert live(Unit.NUMBER, None, earlier=("", 3, 2))[Column.BEFORE] == 3
    assert Column.BEFORE not in live(Unit.NUMBER, None, Quarter.Q1)


def test_a_day_of_an_earlier_quarter_can_still_be_repeated() -> None:
    assert live(Unit.DATE, None)[Column.ATTAINABLE] == 1.4
    assert live(Unit.DATE, None, earlier=(date(2023, 10, 20),))[Column.ATTAINABLE] == 1.8
    assert live(Unit.DATE, None, earlier=(date(2023, 10, 20),))[Column.MARKS] == ""
    assert live(Unit.DATE, date(2024, 1, 20), earlier=(date(2023, 10, 20),))[Column.ATTAINABLE] == 1.2


def test_a_row_that_is_not_answered_says_nothing() -> None:
    cells = live(Unit.NUMBER, None, earlier=("",))
    assert (cells[Column.TIER], cells[Column.MARKS], cells[Column.MESSAGE], cells[Working.ISSUE]) == ("", "", "", 0)
    assert cells[Column.ATTAINABLE] == 2


def test_ongoing_work_earns_nothing_yet_even_where_the_targets_are_faulty() -> None:
    cells = live(Unit.NUMBER, "চলমান", targets=(2.0, 3.0, 2.0))
    assert (cells[Column.TIER], cells[Column.MARKS], cells[Column.ATTAINABLE]) == (0, 0, 0)


def test_a_share_of_the_way_is_the_exact_one() -> None:
    cells = live(Unit.PERCENT, 0.7299, targets=(72.9, 73.0, 76.0, 86.4, 99.0), weight=13.0, rule=Rule.PROPORTIONAL)
    assert (cells[Column.TIER], cells[Column.MARKS]) == (91, 11.83)
