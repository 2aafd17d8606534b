"""The formulas of the year's figure: LibreOffice calculates them over the quarters' sheets, core says what they are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.core.builders import make_indicator, make_plan
from tests.libreoffice import recalculate
from tests.sheets.formulas.test_row import (
    NOTHING,
    ONGOING,
    SENTENCES,
    UNCLEAR,
    a_scale,
    a_value,
    calculated,
    same,
)
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Layout, Method, Plan, Result, Rule, Status, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.build.typed_cells import Typed
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.formulas import year as formulas
from xl_apa.sheets.formulas.issues import Issue, Verdict
from xl_apa.sheets.formulas.results.year import is_beyond, is_possible, made_result, told_result, year_result
from xl_apa.sheets.layout import Column, Working
from xl_apa.sheets.result_cells import is_marked
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import serial

BOOKS, ROWS = 6, 24
"""So many rows of four quarters are proven: 576 row-quarters."""
SUMMED = (Method.SUM, Method.MEAN)


@dataclass(frozen=True)
class Book:
    """A workbook of rows whose quarters are added up or averaged, and what was typed in each quarter of each row."""

    plan: Plan
    typed: dict[tuple[Quarter, int], tuple[CellValue, CellValue]]

    @property
    def cells(self) -> Typed:
        found: dict[tuple[str, str], CellValue] = {}
        for (quarter, row), (achieved, accepted) in self.typed.items():
            for column, value in ((Column.ACHIEVED, achieved), (Column.ACCEPTED, accepted)):
                if value is not None:
                    found[where.quarter_sheet(quarter), cell_name(row, column)] = value
        return found


def an_indicator(rng: random.Random, place: int) -> Indicator:
    unit = rng.choice([Unit.NUMBER, Unit.PERCENT])
    targets = a_scale(rng, unit)
    present = [target for target in targets if target is not None]
    # A plan's targets stand in order.
    present.sort(reverse=rng.random() < 0.75)  # type: ignore[type-var]
    ordered = iter(present)
    whole = tuple(None if target is None else next(ordered) for target in targets)
    weight = Decimal(rng.randrange(1, 21)) if rng.random() < 0.5 else Decimal(rng.randrange(25, 2000)) / 100
    made = make_indicator(f"1.1.{place}", unit, (), str(weight), rng.choice([None, *Rule]), method=rng.choice(SUMMED))
    return replace(made, targets=whole)


def typed_in(rng: random.Random, indicator: Indicator) -> tuple[CellValue, CellValue]:
    kind = rng.random()
    if kind < 0.12:
        return rng.choice(NOTHING), None
    if kind < 0.18:
        return rng.choice(ONGOING), None
    if kind < 0.24:
        # A day has no place in these rows: the form makes a number of it, which may be another one.
        return rng.choice([each for each in UNCLEAR if not hasattr(each, "year")]), None
    if kind < 0.3:
        return rng.choice(SENTENCES), a_value(rng, indicator.unit, indicator.targets)[0]
    return a_value(rng, indicator.unit, indicator.targets)[0], None


def made_up_books() -> Iterator[Book]:
    rng = random.Random(20241231)
    for _ in range(BOOKS):
        indicators = [an_indicator(rng, place) for place in range(1, ROWS + 1)]
        plan = make_plan(*indicators, rule=rng.choice(list(Rule)))
        typed = {
            (quarter, where.FIRST_ROW + place): typed_in(rng, indicator)
            for quarter in Quarter
            for place, indicator in enumerate(indicators)
        }
        yield Book(plan, typed)


Proof = list[tuple[Book, Path, Path]]


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    folder = tmp_path_factory.mktemp("year")
    books = list(made_up_books())
    built = [folder / f"book{number}.xlsx" for number in range(len(books))]
    for book, path in zip(books, built):
        build_template(book.plan, path, layout=Layout.MARKS, typed=book.cells)
    return list(zip(books, built, recalculate(folder, *built)))


def rows_of(proof: Proof) -> Iterator[tuple[str, Result, list[CellValue]]]:
    """Every row and quarter: what it is, core's result, and the cells as LibreOffice calculated them."""
    for book, built, fresh in proof:
        for quarter in Quarter:
            cells = calculated(fresh, where.quarter_sheet(quarter))
            results = assess_file(built, quarter, plan=book.plan).results
            for row, result in enumerate(results, start=where.FIRST_ROW):
                said = [book.typed[each, row] for each in Quarter if each <= quarter]
                yield f"{built.name} {quarter} {result.indicator.calculated_by} {said}", result, cells[row]


@pytest.mark.office
def test_every_row_has_the_year_and_the_marks_that_core_gives_or_is_called_not_understood(proof: Proof) -> None:
    wrong, understood, figures = [], 0, 0
    for name, result, cells in rows_of(proof):
        told = is_marked(result)
        marks = float(result.marks) if told else ""
        year = "" if result.scored is None else float(result.scored)
        got = (cells[Working.YEAR], cells[Column.TIER], cells[Column.MARKS])
        agreed = all(map(same, got, (year, float(result.percent) if told else "", marks)))
        if isinstance(year, float) and isinstance(got[0], (int, float)):
            # The cell has the mean to ten decimals.
            agreed = abs(got[0] - year) < 1e-9 and all(map(same, got[1:], (float(result.percent), marks)))
            figures += 1
        asked = cells[Working.STATUS] == Status.UNREADABLE or cells[Working.ISSUE] == Issue.EARLIER_UNCLEAR.number
        unclear = got == ("", "", "") and (asked or any(isinstance(each, str) and each for each in earlier(cells)))
        understood += agreed
        if not agreed and not unclear:
            wrong.append(f"{name}: {got}, core: {(year, float(result.percent), marks)}")
        assert same(cells[Column.ATTAINABLE], float(result.attainable)) or unclear, name
    assert wrong == []
    assert understood > 0.7 * BOOKS * ROWS * 4
    assert figures > 0.35 * BOOKS * ROWS * 4


def earlier(cells: list[CellValue]) -> list[CellValue]:
    return [cells[column] for column in formulas.EARLIER]


@pytest.mark.office
def test_what_core_does_not_understand_the_formulas_do_not_either(proof: Proof) -> None:
    unread = [(name, cells) for name, result, cells in rows_of(proof) if result.value is None]
    assert len(unread) > 50
    assert [name for name, cells in unread if cells[Working.YEAR] != ""] == []


@pytest.mark.office
def test_what_stands_beside_a_formula_is_what_it_calculates(proof: Proof) -> None:
    wrong = []
    for _, built, fresh in proof:
        for quarter in Quarter:
            stored, found = (calculated(path, where.quarter_sheet(quarter)) for path in (built, fresh))
            wrong += [
                (built.name, int(quarter), cell_name(row, column), stored[row][column], found[row][column])
                for row in range(where.FIRST_ROW, where.FIRST_ROW + ROWS + 1)
                for column in (*where.HELPER_COLUMNS, *Working)
                if not same(stored[row][column], found[row][column])
            ]
    assert wrong == []


@pytest.mark.office
def test_a_row_without_a_year_because_of_an_earlier_quarter_asks_about_it(proof: Proof) -> None:
    asked = 0
    for name, _, cells in rows_of(proof):
        blank = cells[Working.STATUS] == Status.NONE and cells[Working.TEXT] == ""
        unknown = any(isinstance(each, str) and each for each in earlier(cells))
        said = int(cells[Working.ISSUE] or 0)  # type: ignore[arg-type]
        if unknown and not blank:
            asked += said == Issue.EARLIER_UNCLEAR.number
            assert 0 < said <= Issue.EARLIER_UNCLEAR.number, name
        else:
            assert said != Issue.EARLIER_UNCLEAR.number, name
    assert asked > 20
    assert Issue.EARLIER_UNCLEAR.verdict is Verdict.QUESTION


@pytest.mark.office
def test_after_the_program_has_read_every_quarter_the_formulas_give_its_marks(tmp_path: Path) -> None:
    indicator = make_indicator("1.1.1", targets=(30, 20, 10, 5, None), weight=10, method=Method.SUM)
    plan, path = make_plan(indicator), tmp_path / "form.xlsx"
    sheets = [where.quarter_sheet(quarter) for quarter in Quarter]
    typed = {(sheets[0], "M8"): "১২টি মাত্র", (sheets[1], "M8"): "মোট ৮ টি", (sheets[2], "M8"): 10}
    build_template(plan, path, typed=typed)
    for quarter in (Quarter.Q1, Quarter.Q2, Quarter.Q3):
        calculate_file(path, quarter=quarter)
    (fresh,) = recalculate(tmp_path, path)
    for quarter in (Quarter.Q1, Quarter.Q2, Quarter.Q3):
        (result,) = assess_file(path, quarter).results
        cells = calculated(fresh, where.quarter_sheet(quarter))[where.FIRST_ROW]
        told = result.value is not None
        assert same(cells[Column.MARKS], float(result.marks) if told else ""), quarter


@pytest.mark.office
@pytest.mark.parametrize(("old", "new"), [("SUM(", "MAX("), (",10))", ",0))"), (">0,", ">999,")])
def test_a_broken_formula_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    from xl_apa.sheets.formulas import row

    def broken(*given: object) -> str:
        return formulas.year_formula(*given).replace(old, new)  # type: ignore[arg-type]

    def broken_before(*given: object) -> Iterator[tuple[int, str]]:
        return ((at, text.replace(old, new)) for at, text in formulas.earlier_formulas(*given))  # type: ignore[arg-type]

    monkeypatch.setattr(row, "year_formula", broken)
    monkeypatch.setattr(row, "earlier_formulas", broken_before)
    row._formulas.cache_clear()
    indicators = (
        make_indicator("1.1.1", targets=(30, 20, 10, 5, None), method=Method.SUM),
        make_indicator("1.1.2", Unit.PERCENT, (85, 80, 75, 70, 60), method=Method.MEAN),
        make_indicator("1.1.3", Unit.PERCENT, (85, 80, 75, 70, 60), method=Method.MEAN),
        make_indicator("1.1.4", targets=(30, 20, 10, 5, None), method=Method.SUM),
    )
    sheets = [where.quarter_sheet(quarter) for quarter in Quarter]
    said = {"M8": (12, 8), "M9": (84.5, 85), "M10": (850, 85), "M11": (SENTENCES[0], 8)}
    typed = {(sheet, cell): each[at] for cell, each in said.items() for at, sheet in enumerate(sheets[:2])}
    path = tmp_path / "broken.xlsx"
    try:
        build_template(make_plan(*indicators), path, typed=typed)
    finally:
        row._formulas.cache_clear()
    (fresh,) = recalculate(tmp_path, path)
    found = [cells[Working.YEAR] for cells in calculated(fresh, sheets[1])[where.FIRST_ROW : where.FIRST_ROW + 4]]
    assert found != [20, 84.75, "", ""]


# ---- the results beside the formulas --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "value", "added", "mean"),
    [
        ((12, 8), 10, 30, 10),
        (("", 8), 10, 18, 9),
        ((12, ""), None, 12, 12),
        ((12, "?"), 10, None, None),
        ((), 0.1, 0.1, 0.1),
        ((0.1, 0.2), 0.3, 0.6, 0.2),
        ((85, 85), 84, 254, 84.6666666667),
        (("", ""), None, None, None),
    ],
)
def test_a_result_is_what_the_cells_come_to(
    before: tuple[int | float | str, ...], value: float | None, added: float | None, mean: float | None
) -> None:
    status = Status.NONE if value is None else Status.REPORTED
    assert year_result(Method.SUM, before, status, value, blank=False) == added
    assert year_result(Method.MEAN, before, status, value, blank=False) == mean
    assert year_result(Method.SUM, before, status, value, blank=True) is None
    assert year_result(Method.SUM, before, Status.UNREADABLE, None, blank=False) is None


@pytest.mark.parametrize(
    ("status", "value", "counted", "told"),
    [
        (Status.REPORTED, 12, "১২ টি", 12),
        (Status.REPORTED, -3, -3, "?"),
        (Status.REPORTED, -3, "-৩", "-৩"),
        (Status.NONE, None, "-", ""),
        (Status.ONGOING, None, "চলমান", ""),
        (Status.UNREADABLE, None, "দুই-তিন", "দুই-তিন"),
        (Status.UNREADABLE, None, 45325, "?"),
        (Status.UNREADABLE, None, True, "?"),
        (Status.UNREADABLE, None, None, "?"),
    ],
)
def test_later_quarters_see_a_number_nothing_or_what_was_not_understood(
    status: Status, value: float | None, counted: CellValue, told: object
) -> None:
    assert told_result(status, value, counted, Unit.NUMBER) == told


def test_a_count_below_nothing_is_no_figure_to_later_quarters() -> None:
    assert [is_possible(value, Unit.NUMBER) for value in (-1, 0, 850)] == [False, True, True]
    # Percents that cannot be are not read as percents.
    assert is_possible(100, Unit.PERCENT)


def test_percents_add_up_to_no_more_than_can_be() -> None:
    for before, value, added in ((60,), 40, 100), ((60,), 40.5, None), ((60, 60), None, None):
        found = year_result(Method.SUM, before, Status.REPORTED, value, blank=False, most=100)
        assert found == added
        assert is_beyond(Method.SUM, before, value, 100) is (added is None)
    assert not is_beyond(Method.MEAN, (60, 60), 60, 100)
    assert not is_beyond(Method.SUM, (60, 60), 60, None)


def test_how_a_figure_was_made_is_said_in_bengali_digits() -> None:
    assert made_result(Method.SUM, Unit.NUMBER, (12, "", 8), 10, 30) == "১২ + ০ + ৮ + ১০ = ৩০"
    assert made_result(Method.MEAN, Unit.PERCENT, (85, "", 85), 84, 84.6666666667) == "(৮৫ + ৮৫ + ৮৪) ÷ ৩ = ৮৪.৬৬৬৭%"


# ---- on the form ----------------------------------------------------------------------------------------------------


def test_only_rows_whose_quarters_count_have_the_formulas_of_the_year(tmp_path: Path) -> None:
    plan = make_plan(make_indicator("1.1.1"), make_indicator("1.1.2", method=Method.SUM))
    build_template(plan, tmp_path / "form.xlsx")
    cells = calculated(tmp_path / "form.xlsx", where.quarter_sheet(Quarter.Q3))
    assert serial(cells[where.FIRST_ROW][Working.YEAR]) == ""
    assert [len(formulas.earlier_columns(quarter)) for quarter in Quarter] == [0, 1, 2, 3]
