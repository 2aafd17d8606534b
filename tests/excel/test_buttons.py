"""The buttons on real workbooks, through xlwings' engine that needs no Excel."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from xlwings.pro import _xlremote

from tests.core.builders import make_indicator, make_plan
from tests.excel.alone import run_alone
from tests.excel.remote import Reads, actions, alerts, change, open_remotely, written
from tests.sheets.build.test_workbook import made_up_plan
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Method, Status, Unit
from xl_apa.excel import buttons, dialogs
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import INFO_SHEET, Column, Working, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)
SENTENCE = "আওতাধীন দপ্তরসমূহকে পত্র প্রদান করা হয়েছে"


def told(path: Path, quarter: Quarter) -> list[tuple[str, str, str]]:
    """What `score` finds in a file: code, cell, sentence."""
    assessed = assess_file(path, quarter)
    return [(finding.code, finding.cell, finding.text("bn")) for finding in assessed.findings]


def test_a_button_waits_for_nothing_that_it_does_not_need() -> None:
    """xlwings itself takes pandas where it is installed; without any of these the buttons must still be there."""
    unneeded = (
        *("pandas", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "lxml", "click", "rich"),
        *("platformdirs", "packaging", "pyopenvba"),
    )
    loaded = run_alone(
        f"""
        import sys
        for name in {unneeded!r}:
            sys.modules[name] = None
        import xl_apa.excel.buttons as buttons
        assert callable(buttons.calculate_marks)
        print(*{{name.split(".")[1] for name in sys.modules if name.startswith("xl_apa.")}})
        """
    )
    assert not {"ministry", "setup", "addin", "cli"} & set(loaded.split())


# ---- calculate marks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("quarter", Quarter)
@pytest.mark.parametrize("name", ["sid_2023-24", "labour_2023-24"])
def test_the_button_gives_what_score_gives(sample, name: str, quarter: Quarter) -> None:
    path = sample(name)
    assessed = buttons.calculate_marks(open_remotely(path, quarter_sheet(quarter)))
    expected = assess_file(path, quarter)
    assert assessed is not None
    assert (assessed.total, assessed.attainable) == (expected.total, expected.attainable)
    assert [(each.status, each.value, each.percent, each.marks, each.claimed) for each in assessed.results] == [
        (each.status, each.value, each.percent, each.marks, each.claimed) for each in expected.results
    ]
    found = [(finding.code, finding.indicator, finding.text("bn")) for finding in assessed.findings]
    # The button is pressed on a sheet that somebody sees, and reads no later one.
    told = [finding for finding in expected.findings if finding.code != "other-quarter-filled"]
    assert found == [(finding.code, finding.indicator, finding.text("bn")) for finding in told]


@pytest.mark.parametrize("quarter", [Quarter.Q1, Quarter.Q2, Quarter.Q4])
@pytest.mark.parametrize("indicators", [1, 11, 30])
def test_two_reads_and_three_writes_are_enough_for_any_number_of_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indicators: int, quarter: Quarter
) -> None:
    plan = made_up_plan(indicators)
    typed = {(quarter_sheet(quarter), "M8"): SENTENCE}
    build_template(plan, tmp_path / "office.xlsx", layout=Layout.MARKS, typed=typed)
    book = open_remotely(tmp_path / "office.xlsx", quarter_sheet(quarter))
    reads = Reads(monkeypatch)
    assert buttons.calculate_marks(book) is not None
    assert reads.count <= 3
    assert len(actions(book, "setValues")) <= 3


def test_messages_stand_beside_their_rows_and_what_was_read_in_the_hidden_columns(filled) -> None:
    path = filled({"1.4.1": "শতকরা ৯৬ ভাগ", "1.5.1": "দুইটি", "2.1.1": SENTENCE})
    book = open_remotely(path, Q2)
    buttons.calculate_marks(book)
    cells = written(book)
    calculate_file(path, quarter=Quarter.Q2)
    saved = openpyxl.load_workbook(path, data_only=True)[Q2]
    for column in (Column.REVIEW, Working.READ_FOR, Working.READ, Working.SEVERITY):
        for row in range(7, 18):
            assert (cells[row, column] or None) == saved.cell(row + 1, column + 1).value, (row, column)
    assert cells[10, Working.READ] == 96
    assert cells[13, Working.SEVERITY] == "error"


def test_formulas_that_disagree_are_left_alone_and_calculated_anew(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = change(filled({"1.4.1": 96}), lambda book: setattr(book[Q2][cell_name(10, Column.MARKS)], "value", 4.2))
    book = open_remotely(path, Q2)
    monkeypatch.setattr(_xlremote.Range, "formula", property(lambda cells: (("=IF(…)", "=IF(…)", "=IF(…)"),) * 11))
    buttons.calculate_marks(book)
    assert Column.MARKS not in {column for _, column in written(book)}
    assert len(actions(book, "calculate")) == 1


def test_only_the_programs_own_cells_are_written(filled) -> None:
    book = open_remotely(filled({"1.4.1": "অনেক"}), Q2)
    buttons.calculate_marks(book)
    own = {Column.REVIEW, Working.READ_FOR, Working.READ, Working.SEVERITY}
    own |= {Column.TIER, Column.MARKS, Column.ATTAINABLE}
    assert {column for _, column in written(book)} <= own


def test_marks_are_left_to_the_formulas_where_they_say_the_same(filled) -> None:
    book = open_remotely(filled({"1.4.1": 96}), Q2)
    buttons.calculate_marks(book)
    assert Column.MARKS not in {column for _, column in written(book)}


@pytest.mark.parametrize("stands", [None, 4.2, "৬"])
def test_marks_are_written_where_no_formula_gives_them(filled, stands: object) -> None:
    book = open_remotely(
        change(filled({"1.4.1": 96}), lambda book: setattr(book[Q2][cell_name(10, Column.MARKS)], "value", stands)), Q2
    )
    buttons.calculate_marks(book)
    assert written(book)[10, Column.MARKS] == 6


def test_the_message_names_total_and_number_of_problems(sample) -> None:
    book = open_remotely(sample("labour_2023-24"), Q1)
    buttons.calculate_marks(book)
    (text,) = alerts(book)
    assert "৫০-এর মধ্যে ১৭.৪০ নম্বর" in text
    problems = [finding for finding in assess_file_findings(sample("labour_2023-24")) if finding != "note"]
    assert f"পর্যবেক্ষণ {to_bangla(len(problems))}টি" in text


def assess_file_findings(path: Path) -> list[str]:
    return [finding.severity.value for finding in assess_file(path, Quarter.Q1).findings]


def to_bangla(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))


# ---- what a person sees ---------------------------------------------------------------------------------------------


def shown(number_format: str, value: CellValue) -> Callable[[Any], None]:
    def edit(book: Any) -> None:
        book[Q2]["M11"].value, book[Q2]["M11"].number_format = value, number_format

    return edit


def struck(book: Any) -> None:
    book[Q2]["M9"].value = CellRichText(TextBlock(InlineFont(strike=True), "৩"), "২")
    book[Q2]["M11"].font = copy(book[Q2]["M11"].font) + Font(strike=True)


def merged(book: Any) -> None:
    book[Q2]["M14"].value = 4
    book[Q2].merge_cells("M14:M15")


def covered(book: Any) -> None:
    book[Q2]["M9"].comment = Comment("৪", "ক")


LOOKS: dict[str, Callable[[Any], None]] = {
    "100%": shown("0%", 1),
    "105%": shown("0%", 1.05),
    "9600%": shown("0%", 96),
    "hidden": shown(";;;", 96),
    "a day": shown("dd/mm/yyyy", 45325),
    "words": shown('0%" (due)"', 0.96),
    "error": lambda book: setattr(book[Q2]["M11"], "value", "#REF!"),
    "TRUE": lambda book: setattr(book[Q2]["M11"], "value", True),
    "formula": lambda book: setattr(book[Q2]["M11"], "value", "=A1*3"),
    "struck": struck,
    "merged": merged,
    "covered": covered,
    "1904": lambda book: setattr(book, "epoch", CALENDAR_MAC_1904),
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_button_sees_what_score_sees(filled, look: str) -> None:
    path = change(filled({"1.4.1": 96, "1.2.1": 4}), LOOKS[look])
    assessed = buttons.calculate_marks(open_remotely(path, Q2))
    expected = assess_file(path, Quarter.Q2)
    assert assessed is not None
    assert [(each.status, each.value, each.marks) for each in assessed.results] == [
        (each.status, each.value, each.marks) for each in expected.results
    ]
    found, said = ({(each.code, each.cell) for each in one.findings} for one in (assessed, expected))
    # The formulas of a saved file are looked at, and no later sheet by the button.
    assert found == {each for each in said if each[0] not in ("other-quarter-filled", "formulas-lost")}
    assert found != {(each.code, each.cell) for each in assess_file(filled({"1.4.1": 96}), Quarter.Q2).findings}


def test_an_excel_that_saves_no_copy_still_names_errors_and_carries_nothing_over_them(filled) -> None:
    path = change(filled({"1.4.1": 96}, quarter=1), lambda book: setattr(book[Q2]["M11"], "value", "#REF!"))
    book = open_remotely(path, Q2, copies=False)
    assert buttons.carry_forward(book) == 0
    assessed = buttons.calculate_marks(book)
    assert assessed is not None
    assert assessed.results[3].status is Status.UNREADABLE


# ---- which sheet ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["hidden", "filtered", "protected"])
def test_hidden_filtered_and_protected_rows_get_their_marks_like_any_others(filled, what: str) -> None:
    def edit(book: Any) -> None:
        sheet = book[Q2]
        if what == "hidden":
            sheet.row_dimensions[9].hidden = sheet.row_dimensions[11].hidden = True
        elif what == "filtered":
            sheet.auto_filter.ref = "A7:X18"
            sheet.auto_filter.add_filter_column(5, ["তারিখ"])
            sheet.row_dimensions[11].hidden = True
        else:
            sheet.protection.set_password("secret")

    path = filled({"1.4.1": 96})
    book = open_remotely(change(path, edit), Q2)
    assessed = buttons.calculate_marks(book)
    assert assessed is not None
    assert [each.marks for each in assessed.results] == [each.marks for each in assess_file(path, Quarter.Q2).results]
    assert {row for row, _ in written(book)} == set(range(7, 18))


# ---- validate -------------------------------------------------------------------------------------------------------


def test_validate_names_the_problems_selects_the_first_and_changes_nothing(sample) -> None:
    path = sample("labour_2023-24")
    book = open_remotely(path, Q1)
    buttons.validate(book)
    assert not actions(book, "setValues")
    (text,) = alerts(book)
    assert "• N11: দাবিকৃত নম্বর ১৫.০০ সূচকের মান ৬-এর চেয়ে বেশি" in text
    assert f"'{INFO_SHEET}'!C" in text
    (selected,) = actions(book, "rangeSelect")
    assert (selected["start_row"], selected["start_column"]) == (10, 13)


def test_validate_says_when_all_is_well(filled) -> None:
    path = filled({}, info={})
    book = open_remotely(path, Q2)
    buttons.validate(book)
    expected = [finding for finding in assess_file(path, Quarter.Q2).findings if finding.severity != "note"]
    assert (alerts(book)[0] == dialogs.localize("button-no-problems")) is (not expected)


# ---- carry forward --------------------------------------------------------------------------------------------------


def test_last_quarters_figures_go_into_blank_cells_only(sample) -> None:
    path = sample("labour_2023-24")
    before = openpyxl.load_workbook(path, data_only=True)[Q2]
    book = open_remotely(path, Q2)
    count = buttons.carry_forward(book)
    cells = written(book)
    assert (
        count == len(cells) == sum(before.cell(row, Column.BEFORE + 1).value not in (None, "") for row in range(8, 19))
    )
    for (row, column), value in cells.items():
        assert column == Column.ACHIEVED
        assert before.cell(row + 1, column + 1).value is None
        assert value is not None


def test_what_was_typed_is_never_carried_over(filled) -> None:
    path = filled({"1.4.1": 96}, quarter=1)
    typed = change(path, lambda book: setattr(book[Q2]["M11"], "value", "চলমান"))
    book = open_remotely(typed, Q2)
    assert buttons.carry_forward(book) == 0
    assert alerts(book) == [dialogs.localize("button-nothing-to-carry")]


def test_before_the_first_quarter_there_is_nothing(filled) -> None:
    book = open_remotely(filled({}), Q1)
    assert buttons.carry_forward(book) == 0
    assert alerts(book) == [dialogs.localize("button-nothing-before")]


# ---- files ----------------------------------------------------------------------------------------------------------


def test_a_submission_needs_the_offices_code(filled) -> None:
    book = open_remotely(filled({"1.4.1": 96}, code=""), Q2)
    assert buttons.make_submission(book) is None
    assert alerts(book) == [dialogs.localize("button-no-office-code")]


def test_an_answer_that_is_no_quarter_is_told(filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "পাঁচ")
    book = open_remotely(filled({}), Q2)
    assert buttons.consolidate(book, tmp_path) is None
    assert alerts(book) == [dialogs.localize("button-quarter-not-understood", text="পাঁচ")]


def test_a_question_that_is_cancelled_ends_quietly(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: None)
    book = open_remotely(filled({}), Q2)
    assert buttons.consolidate(book) is None
    assert alerts(book) == []


# ---- quarters that count together -----------------------------------------------------------------------------------

SUMMED = make_plan(
    make_indicator("1.1.1", targets=(30, 20, 10, 5, None), weight=10, method=Method.SUM),
    make_indicator("1.1.2", Unit.PERCENT, (85, 80, 75, 70, 60), weight=6, method=Method.MEAN),
    make_indicator("1.1.3", weight=4),
)
QUARTERS: list[tuple[tuple[CellValue, CellValue, CellValue], ...]] = [
    ((12, "৮৫%", 1), (8, "৮৪%", 2), (10, 0.85, 3)),
    ((12, "-", 1), ("চলমান", "৮০%", 2), ("-", "চলমান", 2)),
    (("দুই-তিন", "৮৫০%", 3), (8, "৮০%", 2), (10, "৮৫%", 2)),
    (("মোট ১২ টি", "শতকরা ৮৫ ভাগ", 3), (8, "৮০%", 2), (10, "৮৫%", 4)),
    ((None, None, None), (8, "৮০%", 2), (None, None, None)),
    ((-3, 1.05, 1), (45325, "৮০%", "৩টি সভা"), (10, "৮৫%", 4)),
]


def by_quarter(tmp_path: Path, quarters: tuple[tuple[CellValue, ...], ...], evidence: str = "") -> Path:
    """A workbook of SUMMED with what was typed in each quarter, the evidence of each of its own month."""
    typed: dict[tuple[str, str], CellValue] = {
        (quarter_sheet(quarter), f"M{row}"): value
        for quarter, values in zip(Quarter, quarters)
        for row, value in enumerate(values, start=8)
        if value is not None
    }
    if evidence:
        typed |= {(quarter_sheet(each), "W10"): evidence.format(month) for each, month in zip(Quarter, (8, 11, 2, 5))}
    build_template(SUMMED, tmp_path / "office.xlsx", layout=Layout.MARKS, typed=typed)
    return tmp_path / "office.xlsx"


@pytest.mark.parametrize("quarter", [Quarter.Q2, Quarter.Q3])
@pytest.mark.parametrize("quarters", QUARTERS)
def test_the_button_gives_what_score_gives_where_quarters_count_together(
    tmp_path: Path, quarters: tuple[tuple[CellValue, ...], ...], quarter: Quarter
) -> None:
    path = by_quarter(tmp_path, quarters)
    assessed = buttons.calculate_marks(open_remotely(path, quarter_sheet(quarter)))
    expected = assess_file(path, quarter)
    assert assessed is not None
    assert [(each.value, each.scored, each.own, each.marks, each.before) for each in assessed.results] == [
        (each.value, each.scored, each.own, each.marks, each.before) for each in expected.results
    ]
    found = [(each.code, each.cell, each.indicator, each.text("bn")) for each in assessed.findings]
    told = [each for each in expected.findings if each.code != "other-quarter-filled"]
    assert found == [(each.code, each.cell, each.indicator, each.text("bn")) for each in told]


def test_the_button_asks_about_a_count_that_stood_still_as_score_does(tmp_path: Path) -> None:
    path = by_quarter(tmp_path, ((1, "৮০%", 2), (1, "৮০%", 2)), "১২/{:02}/২০২৩ তারিখের সভা")
    assessed = buttons.calculate_marks(open_remotely(path, Q2))
    assert assessed is not None
    asked = [each.code for each in assessed.findings if each.indicator == "1.1.3"]
    assert asked == [each.code for each in assess_file(path, Quarter.Q2).findings if each.indicator == "1.1.3"]
    assert "count-of-this-quarter" in asked


def test_a_quarters_own_figure_is_never_carried_into_the_next(tmp_path: Path) -> None:
    book = open_remotely(by_quarter(tmp_path, ((12, "৮৫%", 1),)), Q2)
    assert buttons.carry_forward(book) == 1
    assert written(book) == {(9, Column.ACHIEVED): 1}
