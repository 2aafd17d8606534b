"""Workbooks that are no longer what the ministry gave out: each is told, with both values, whatever reads the file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import build_filled
from tests.excel.remote import open_remotely
from xl_apa.core.assess import Assessment
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.excel import buttons
from xl_apa.ministry.collect.read_office import read_office
from xl_apa.ministry.model import OfficeResult, Task
from xl_apa.plans import load_plan
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.layout import DATA_SHEET, SCHEMA_VERSION, Column, Data, Working, quarter_sheet, quarter_title
from xl_apa.xlsx.addresses import column_letters
from xl_apa.xlsx.edit.cell_editor import write_cells

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)
MARKS, TIER, ATTAINABLE, REVIEW, VALUE = (
    column_letters(column) for column in (Column.MARKS, Column.TIER, Column.ATTAINABLE, Column.REVIEW, Working.VALUE)
)
TYPED = {"1.2.1": 3, "1.4.1": 96, "1.5.2": datetime(2023, 10, 16), "2.1.1": 2}
"""What the office typed for the second quarter."""


def tampered(path: Path, edit: Callable[[Any], object], show: Callable[[Any], object] | None = None) -> Path:
    """The workbook with something done to it; formulas keep the results that they had, or have those of `show`."""
    book, shown = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    edit(book)
    (show or edit)(shown)
    book.save(path)
    results = {
        sheet.title: {(cell.row - 1, cell.column - 1): cell.value for row in sheet for cell in row} for sheet in shown
    }
    write_cells(path, path, {}, results)
    return path


def by_score(path: Path) -> Assessment:
    return assess_file(path, Quarter.Q2)


def by_calculate(path: Path) -> Assessment:
    copy = path.with_name("calculated.xlsx")
    return calculate_file(shutil.copy(path, copy), quarter=Quarter.Q2)


def by_consolidate(path: Path) -> Assessment:
    outcome = read_office(path, Task(Quarter.Q2, load_plan()))
    assert isinstance(outcome, OfficeResult), outcome
    return outcome.assessment


def by_button(path: Path) -> Assessment:
    sheet = next(name for name in openpyxl.load_workbook(path, read_only=True).sheetnames if name == Q2)
    assessed = buttons.validate(open_remotely(path, sheet))
    assert assessed is not None
    return assessed


WAYS = {"score": by_score, "calculate": by_calculate, "consolidate": by_consolidate, "button": by_button}


@dataclass(frozen=True)
class Tampering:
    """What was done to a workbook, the finding it brings about, and what that says of both values."""

    edit: Callable[[Any], object]
    code: str
    says: tuple[str, ...]
    ways: frozenset[str] = field(default=frozenset(WAYS))


def put(sheet: str, cell: str, value: object) -> Callable[[Any], object]:
    def edit(book: Any) -> None:
        book[sheet][cell] = value

    return edit


# ---- the plan inside ------------------------------------------------------------------------------------------------


def hidden_rows(book: Any, key: Data) -> Iterator[int]:
    sheet = book[DATA_SHEET]
    return (row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key.value)


def hidden(key: Data, value: object) -> Callable[[Any], object]:
    def edit(book: Any) -> None:
        book[DATA_SHEET].cell(next(hidden_rows(book, key)), 2).value = value

    return edit


def plan_changed(change: Callable[[dict[str, Any]], object]) -> Callable[[Any], object]:
    """Change the plan in the hidden sheet; it goes on under its name unless that is changed."""

    def edit(book: Any) -> None:
        row, *more = hidden_rows(book, Data.PLAN)
        assert not more
        plan = json.loads(book[DATA_SHEET].cell(row, 2).value)
        change(plan)
        book[DATA_SHEET].cell(row, 2).value = json.dumps(plan, ensure_ascii=False)

    return edit


def indicator(plan: dict[str, Any], code: str) -> dict[str, Any]:
    return next(
        each
        for area in plan["area"]
        for activity in area["activity"]
        for each in activity["indicator"]
        if each["code"] == code
    )


def change_indicator(code: str, **changes: object) -> Callable[[Any], object]:
    return plan_changed(lambda plan: indicator(plan, code).update(changes))


def two_weights(plan: dict[str, Any]) -> None:
    """Of one area, so that its weights still add up."""
    first, second = indicator(plan, "1.2.1"), indicator(plan, "1.4.1")
    first["weight"], second["weight"] = first["weight"] + 1, second["weight"] - 1


def renamed(plan: dict[str, Any]) -> None:
    plan["name"] = "২০২৩-২৪ সংশোধিত"


def both(*edits: Callable[[Any], object]) -> Callable[[Any], object]:
    def edit(book: Any) -> None:
        for each in edits:
            each(book)

    return edit


def altered(edit: Callable[[Any], object], *says: str) -> Tampering:
    return Tampering(edit, "plan-altered", ("“2023-24”", *says))


PLANS = {
    "a weight": altered(plan_changed(two_weights), "weight", "5 there, 4 in"),
    "a target": altered(
        change_indicator("1.4.1", targets=["50%", "40%", "30%", "20%", "10%"]), "targets", "50, 40, 30"
    ),
    "a day": altered(change_indicator("1.5.2", targets=["2024-06-30", "-", "-", "-", "-"]), "targets", "30 June 2024"),
    "the plan's rule": altered(
        plan_changed(lambda plan: plan.update(rule="proportional")), "rule", "proportional", "tier"
    ),
    "an indicator's rule": altered(change_indicator("1.4.1", rule="proportional"), "rule", "proportional"),
    "a method": altered(change_indicator("1.2.1", method="sum"), "method", "sum", "cumulative"),
    "a unit's name": altered(change_indicator("2.1.1", unit="জন"), "unit", "জন", "সংখ্যা"),
    "percents of tiers": altered(
        plan_changed(lambda plan: plan["tiers"][1].update(percent=95)), "percents of the tiers", "95 there, 90 in"
    ),
    "a tier's name": altered(plan_changed(lambda plan: plan["tiers"][0].update(name="সাধারণ")), "সাধারণ", "অসাধারণ"),
    "an indicator's text": altered(change_indicator("1.4.1", title="অন্য কাজ"), "text of the indicator", "অন্য কাজ"),
    "an area's text": altered(plan_changed(lambda plan: plan["area"][0].update(title="অন্য ক্ষেত্র")), "অন্য ক্ষেত্র"),
    "the title": altered(plan_changed(lambda plan: plan.update(title="অন্য পরিকল্পনা")), "title", "অন্য পরিকল্পনা"),
    "decimals": altered(change_indicator("2.1.1", decimals=2), "decimals", "2 there"),
    "the year": altered(plan_changed(lambda plan: plan.update(fiscal_year="2022-23")), "2022-23", "2023-24"),
    "the order": altered(
        plan_changed(lambda plan: plan["area"][0]["activity"][4]["indicator"].reverse()), "list of indicators", "1.5.2"
    ),
    "a weight, and another name beside it": altered(
        both(plan_changed(two_weights), hidden(Data.PLAN_NAME, "নিজের")), "weight"
    ),
    "another name beside it": Tampering(
        hidden(Data.PLAN_NAME, "2022-23"), "hidden-field-differs", ("“2022-23”", "“2023-24”")
    ),
    "no name beside it": Tampering(hidden(Data.PLAN_NAME, None), "hidden-field-differs", ("“-”", "“2023-24”")),
    "another year beside it": Tampering(
        hidden(Data.FISCAL_YEAR, "2024-25"), "hidden-field-differs", ("“2024-25”", "“2023-24”")
    ),
    "another rule beside it": Tampering(
        hidden(Data.RULE, "proportional"), "hidden-field-differs", ("“proportional”", "“tier”")
    ),
    "another layout beside it": Tampering(
        hidden(Data.LAYOUT, "marks"), "hidden-field-differs", ("“remarks”", "“marks”")
    ),
    "no plan that can be read": Tampering(hidden(Data.PLAN, "{}"), "plan-inside-unreadable", ("2023-24",)),
    "half a plan": Tampering(hidden(Data.PLAN, '{"name": "2023-24", "ar'), "plan-inside-unreadable", ("2023-24",)),
    "weights that do not add up": Tampering(
        change_indicator("1.4.1", weight=60), "plan-inside-unreadable", ("2023-24",)
    ),
}

# ---- the printed form -----------------------------------------------------------------------------------------------


def swap_cells(first: str, second: str) -> Callable[[Any], object]:
    def edit(book: Any) -> None:
        sheet = book[Q2]
        sheet[first].value, sheet[second].value = sheet[second].value, sheet[first].value

    return edit


def swap_rows(first: int, second: int) -> Callable[[Any], object]:
    """Exchange what two rows print and hold; an area's and activity's cells stay."""

    def edit(book: Any) -> None:
        for letter in "EFGHIJKLM":
            swap_cells(f"{letter}{first}", f"{letter}{second}")(book)

    return edit


def row_gone(book: Any) -> None:
    sheet = book[Q2]
    for letter in "EFGHIJKLM":
        sheet[f"{letter}11"].value = None


def row_added(book: Any) -> None:
    sheet = book[Q2]
    for letter, value in zip("EFGHIJKLM", ("[৩.১.১] বাড়তি", "সংখ্যা", 5, 4, 3, 2, 1, "-", 4)):
        sheet[f"{letter}19"].value = value


PRINTED = {
    "a weight": Tampering(put(Q2, "G11", 9), "weight-differs", ("9", "6")),
    "a unit": Tampering(put(Q2, "F11", "সংখ্যা"), "unit-differs", ("সংখ্যা", "%")),
    "a target": Tampering(put(Q2, "H11", 0.5), "target-differs", ("50", "85")),
    "a target that is gone": Tampering(put(Q2, "H11", None), "target-differs", ("-", "85")),
    "a target's day": Tampering(put(Q2, "H13", datetime(2024, 6, 30)), "target-differs", ("30 June 2024",)),
    "an indicator's text": Tampering(put(Q2, "E11", "[১.৪.১] অন্য কাজ"), "text-differs", ("অন্য কাজ",)),
    "an activity's text": Tampering(put(Q2, "D11", "[১.৪] অন্য কার্যক্রম"), "text-differs", ("অন্য কার্যক্রম",)),
    "an area's text": Tampering(put(Q2, "B8", "[১] অন্য ক্ষেত্র"), "text-differs", ("অন্য ক্ষেত্র",)),
    "an area's weight": Tampering(put(Q2, "C8", 40), "area-weight-differs", ("40", "33")),
    "a tier's percent": Tampering(put(Q2, "H6", 0.6), "tier-heading-differs", ("60%", "100%")),
    "two tiers' percents": Tampering(swap_cells("H6", "L6"), "tier-heading-differs", ("60%", "100%")),
    "a code": Tampering(put(Q2, "E11", "[১.৪.৯] "), "code-does-not-fit", ("1.4.9", "1.4.1")),
    "the order of rows": Tampering(swap_rows(12, 13), "rows-reordered", ("1.5.2", "1.5.1")),
    "a row less": Tampering(row_gone, "indicator-missing", ("1.4.1",)),
    "a row more": Tampering(row_added, "indicator-unknown", ("3.1.1",)),
    "a row twice": Tampering(both(row_added, put(Q2, "E19", "[১.৪.১] আবার")), "indicator-repeated", ("1.4.1",)),
    "the year in the title": Tampering(
        put(Q2, "A2", "কর্মপরিকল্পনা ২০২১-২২"), "fiscal-year-differs", ("2021-22", "2023-24")
    ),
    "a total": Tampering(put(Q2, f"{MARKS}19", 50), "total-differs", ("50",)),
}

# ---- sheets ---------------------------------------------------------------------------------------------------------


def swap_tabs(first: str, second: str) -> Callable[[Any], object]:
    def edit(book: Any) -> None:
        one, other = book[first], book[second]
        one.title, other.title = "x", first
        one.title = second

    return edit


def swap_three(book: Any) -> None:
    swap_tabs(Q1, Q2)(book)
    swap_tabs(Q2, Q3)(book)


def card_says(sheet: str, quarter: int) -> Callable[[Any], object]:
    def edit(book: Any) -> None:
        cell = next(cell for row in book[sheet]["A1:BZ1"] for cell in row if "|" in str(cell.value))
        cell.value = f"2023-24|{quarter}|remarks||২০২৩-২৪|N-01"

    return edit


def decoy(name: str, state: str = "visible") -> Callable[[Any], object]:
    """A copy under a name that looks the same, in which another value is typed; the real one is hidden."""

    def edit(book: Any) -> None:
        copy = book.copy_worksheet(book[Q2])
        copy.title = name
        copy["M11"] = 20
        copy.sheet_state = state

    return edit


FILES = frozenset({"score", "calculate", "consolidate"})
SHEETS = {
    "the title of another quarter": Tampering(
        put(Q2, "A3", quarter_title(Layout.REMARKS, Quarter.Q3)), "sheet-says-two-quarters", ("quarter 3", "quarter 2")
    ),
    "a card of another quarter": Tampering(
        card_says(Q2, 3), "sheet-says-two-quarters", ("quarter 2", "quarter 3"), FILES
    ),
    "card and title of another quarter": Tampering(
        both(card_says(Q2, 3), put(Q2, "A3", quarter_title(Layout.REMARKS, Quarter.Q3))),
        "sheet-of-other-quarter",
        (Q2, "quarter 3"),
        FILES,
    ),
    "a card of another plan": Tampering(
        lambda book: put(Q2, "Z1", "2021-22|2|remarks||২০২৩-২৪|N-01")(book),
        "hidden-field-differs",
        ("“2021-22”", "“2023-24”"),
    ),
    "tabs 2 and 3 exchanged": Tampering(swap_tabs(Q2, Q3), "tabs-swapped", (Q3, "quarter 2"), FILES),
    "tabs 1 and 2 exchanged": Tampering(swap_tabs(Q1, Q2), "tabs-swapped", (Q1, "quarter 2"), FILES),
    "three tabs exchanged": Tampering(swap_three, "tabs-swapped", ("quarter 2",), FILES),
    "a decoy with a blank behind its name": Tampering(decoy(f"{Q2} "), "copy-differs", (Q2,), FILES),
    "a decoy with another digit": Tampering(decoy("2য় ত্রৈমাসিক"), "copy-differs", (Q2,), FILES),
    "a hidden decoy": Tampering(decoy("অন্য", "hidden"), "copy-differs", (Q2,), FILES),
    "a decoy nobody can show": Tampering(decoy("অন্য", "veryHidden"), "copy-differs", (Q2,), FILES),
    "no protection": Tampering(
        lambda book: setattr(book[Q2].protection, "sheet", False), "sheet-unlocked", (Q2,), FILES
    ),
    "a newer template": Tampering(
        put(DATA_SHEET, "B1", SCHEMA_VERSION + 1), "template-other-version", (str(SCHEMA_VERSION + 1),), FILES
    ),
    "an older template": Tampering(put(DATA_SHEET, "B1", 0), "template-other-version", ("0",), FILES),
}

ALL = {
    **{f"plan: {name}": each for name, each in PLANS.items()},
    **{f"form: {name}": each for name, each in PRINTED.items()},
}
ALL |= {f"sheets: {name}": each for name, each in SHEETS.items()}


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_filled(tmp_path_factory.mktemp("honest"), TYPED)


@pytest.fixture(scope="module")
def honest_marks(honest: Path) -> dict[str, object]:
    return marks_of(by_score(honest))


def marks_of(assessed: Assessment) -> dict[str, object]:
    return {each.indicator.code: each.marks for each in assessed.results}


@pytest.mark.parametrize("name", ALL)
def test_tampering_is_told_with_both_values_and_the_marks_stay_the_ministrys(
    honest: Path, honest_marks: dict[str, object], tmp_path: Path, name: str
) -> None:
    tampering = ALL[name]
    path = tampered(Path(shutil.copy(honest, tmp_path)), tampering.edit)
    for way in sorted(tampering.ways):
        assessed = WAYS[way](path)
        told = [finding for finding in assessed.findings if finding.code == tampering.code]
        assert told, (way, [finding.code for finding in assessed.findings])
        texts = [finding.text("en") for finding in told]
        assert any(all(said in text for said in tampering.says) for text in texts), (way, texts)
        assert assessed.plan is load_plan(), way
        if name not in ("form: a row less", "sheets: card and title of another quarter"):
            assert marks_of(assessed) == honest_marks, way


def test_an_honest_workbook_brings_none_of_these_about(filled) -> None:
    codes = {each.code for each in ALL.values()}
    for way in WAYS.values():
        path = filled(TYPED)
        assert not codes & {finding.code for finding in way(path).findings}


def test_the_name_that_counts_is_the_one_inside_the_plan(filled) -> None:
    path = tampered(filled(TYPED), both(plan_changed(renamed), plan_changed(two_weights)))
    assessed = by_score(path)
    assert assessed.plan.name == "২০২৩-২৪ সংশোধিত"
    assert {"plan-from-workbook", "hidden-field-differs"} <= {finding.code for finding in assessed.findings}
    another = [finding for finding in by_consolidate(path).findings if finding.code == "plan-is-another"]
    assert [each.params["count"] for each in another] == [2]


def test_a_ministrys_own_plan_of_the_same_name_is_held_against_the_form_too(filled) -> None:
    plan = load_plan()
    first, *others = plan.areas[0].activities[0].indicators
    dearer = replace(first, title="মন্ত্রণালয়ের নতুন লেখা")
    activity = replace(plan.areas[0].activities[0], indicators=(dearer, *others))
    area = replace(plan.areas[0], activities=(activity, *plan.areas[0].activities[1:]))
    own = replace(plan, areas=(area, *plan.areas[1:]))
    outcome = read_office(filled(TYPED), Task(Quarter.Q2, own))
    assert isinstance(outcome, OfficeResult)
    assert [finding.indicator for finding in outcome.assessment.findings if finding.code == "plan-altered"] == ["1.1.1"]


def test_what_is_the_ministrys_own_is_no_difference(filled) -> None:
    """Due days, roll-up and weight in the agreement stand on no office's form, and may change during a year."""
    own = replace(load_plan(), apa_weight=Decimal(10), example=True)
    outcome = read_office(filled(TYPED), Task(Quarter.Q2, own))
    assert isinstance(outcome, OfficeResult)
    assert not [finding for finding in outcome.assessment.findings if finding.code.startswith("plan-")]


def test_the_button_tells_of_a_form_that_was_made_for_another_year(filled) -> None:
    path = tampered(filled(TYPED), plan_changed(lambda plan: plan.update(fiscal_year="2022-23")))
    for way in (by_score, by_button):
        assert "form-for-other-year" in {finding.code for finding in way(path).findings}


def test_a_plan_that_differs_everywhere_fills_no_page(filled) -> None:
    def change(plan: dict[str, Any]) -> None:
        for area in plan["area"]:
            for activity in area["activity"]:
                for each in activity["indicator"]:
                    each["title"] += " ক"
                    each["rule"] = "proportional"

    told = [
        finding
        for finding in by_score(tampered(filled(TYPED), plan_changed(change))).findings
        if finding.code.startswith("plan-altered")
    ]
    assert len(told) == 13
    assert told[0].code == "plan-altered-further"
    assert told[0].params["count"] == 22 - 12
    assert all(finding.severity is Severity.ERROR for finding in told)


@pytest.mark.parametrize(("copies", "code"), [(True, "tabs-swapped"), (False, "sheet-of-other-quarter")])
def test_the_button_names_the_tab_that_says_another_quarter(filled, copies: bool, code: str) -> None:
    path = tampered(filled(TYPED), swap_tabs(Q2, Q3))
    assessed = buttons.validate(open_remotely(path, Q3, copies=copies))
    assert assessed is not None
    assert assessed.quarter is Quarter.Q2
    told = [finding for finding in assessed.findings if finding.code == code]
    assert Q3 in [finding.params["sheet"] for finding in told]


def test_marks_go_onto_the_sheet_whose_quarter_it_is_though_tabs_were_exchanged(filled) -> None:
    path = tampered(filled(TYPED), swap_tabs(Q2, Q3))
    calculate_file(path, quarter=Quarter.Q2)
    book = openpyxl.load_workbook(path)
    assert [book[name]["M11"].value for name in (Q2, Q3)] == [None, 96]
    assert [bool(book[name][f"{REVIEW}11"].value) for name in (Q2, Q3)] == [False, True]


# ---- formulas -------------------------------------------------------------------------------------------------------

FORMULAS: dict[str, tuple[str, object, object]] = {
    "marks of another row": (f"{MARKS}11", f"={MARKS}8", 0),
    "marks times two": (f"{MARKS}11", "=2*6.5", 13),
    "marks that are an error": (f"{MARKS}11", "=1/0", "#DIV/0!"),
    "marks that are nothing": (f"{MARKS}11", '=""', ""),
    "marks by hand": (f"{MARKS}11", 6.5, 6.5),
    "marks as text": (f"{MARKS}11", "৬.৫", "৬.৫"),
    "the tier": (f"{TIER}11", "=100", 100),
    "a hidden step": (f"{VALUE}11", "=100", 100),
    "what is still attainable": (f"{ATTAINABLE}11", "=99", 99),
    "the total": (f"{MARKS}19", "=50", 50),
    "the total by hand": (f"{MARKS}19", 50, 50),
    "the total of fewer rows": (f"{MARKS}19", f"=SUM({MARKS}8:{MARKS}9)", 3),
    "the total of what is attainable": (f"{ATTAINABLE}19", "=99", 99),
}
"""A cell, what somebody puts there, and what it shows then."""


@pytest.mark.parametrize("name", FORMULAS)
def test_calculate_tells_of_formulas_that_are_not_the_forms_and_puts_them_right(filled, name: str) -> None:
    cell, value, shown = FORMULAS[name]
    path = filled(TYPED)
    formula, right = (openpyxl.load_workbook(path, data_only=only)[Q2][cell].value for only in (False, True))
    tampered(path, put(Q2, cell, value), put(Q2, cell, shown))
    told = {finding.code for finding in calculate_file(path, quarter=Quarter.Q2).findings}
    assert told & {"formulas-changed", "marks-out-of-date", "total-differs"}, told
    after = openpyxl.load_workbook(path)[Q2][cell].value
    assert after in (formula, right)
    assert openpyxl.load_workbook(path, data_only=True)[Q2][cell].value == right


@pytest.mark.parametrize("name", [name for name in FORMULAS if name.startswith(("marks", "the total"))])
def test_whoever_scores_the_file_is_told_what_its_cells_show_wrongly(filled, name: str) -> None:
    cell, value, shown = FORMULAS[name]
    path = tampered(filled(TYPED), put(Q2, cell, value), put(Q2, cell, shown))
    assert by_score(path).total == by_score(filled(TYPED, name="honest.xlsx")).total
    told = {finding.code for finding in by_score(path).findings}
    if cell != "U19":
        assert told & {"formulas-changed", "marks-out-of-date", "total-differs"}, told
    assert {finding.code for finding in by_button(path).findings} == told
