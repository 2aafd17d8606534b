"""The macro edition of a row: Python functions show tier, marks and message, the native formulas stand behind them.

Whoever opens the workbook without macros, without Python or in another program sees what the native edition shows;
only what the native formulas do not understand of typed text has no marks then.
"""

from __future__ import annotations

from collections.abc import Mapping

from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rows import PERCENTS
from xl_apa.core.model import Indicator, Plan
from xl_apa.core.typed.units import is_whole
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas.issues import not_understood, unclear
from xl_apa.sheets.formulas.parts import quoted
from xl_apa.sheets.formulas.year import earlier_columns
from xl_apa.sheets.layout import Column, Working
from xl_apa.xlsx.addresses import cell_name, column_letters
from xl_apa.xlsx.cell_values import FormulaCell

PROBE = "=IFERROR(apa_number(1)=1,FALSE)"
"""Asks once for a whole workbook whether Python answers, so that a PC without it is not asked for every row."""


def with_functions(
    row: int, live: Mapping[int, FormulaCell], plan: Plan, quarter: Quarter
) -> Mapping[int, FormulaCell]:
    """Return the row (counted from 0) with functions in front of three of its formulas; the results stay.

    A row of which the plan says other decimals than its unit and targets do keeps its own formulas: the functions are
    not told of the plan.
    """
    if not _is_told(plan.indicators[row - where.FIRST_ROW]):
        return live
    unit_of, shape = plan.indicators[row - where.FIRST_ROW].unit, where.shape_of(plan)
    unit, weight, rule = (cell_name(row, shape.at(column)) for column in (Column.UNIT, Column.WEIGHT, Working.RULE))
    achieved, accepted, source = (
        cell_name(row, shape.at(column)) for column in (Column.ACHIEVED, Column.ACCEPTED, Working.SOURCE)
    )
    counted = f'IF({source}="accepted",{accepted},{achieved})'
    targets = f"{cell_name(row, shape.targets[0])}:{cell_name(row, shape.targets[-1])}"
    tiers, before = _tiers(plan, shape), _quarters(row, plan, quarter)
    # The tiers stand before the quarters also where they are left out.
    more = f"{tiers or ','}{before}" if before else tiers
    tier = f"apa_tier({unit},{counted},{targets},{rule}{more})"
    marks = f"apa_marks({unit},{weight},{counted},{targets},{rule}{more})"
    said = f"apa_check({unit},{weight},{counted},{targets},{quoted(plan.fiscal_year.label)},{int(quarter)}{more})"
    issue, native = cell_name(row, shape.at(Working.ISSUE)), _native(live[Column.MESSAGE])
    # Python looks at the row alone: what the form knows besides is said when Python has nothing to say.
    unread = ",".join(f"{issue}={each(unit_of).number}" for each in (not_understood, unclear))
    besides = f'IF(OR({unread}),"",{native})'
    message = f'IF({said}="",{besides},{said})'
    formulas = {
        Column.TIER: _number_or_native(tier, live[Column.TIER]),
        Column.MARKS: _number_or_native(marks, live[Column.MARKS]),
        Column.MESSAGE: f"=IFERROR(IF({where.PYTHON_CELL},{message},NA()),{native})",
    }
    return {**live, **{column: live[column]._replace(formula=formula) for column, formula in formulas.items()}}


def _is_told(indicator: Indicator) -> bool:
    """Whether the functions know from unit and targets alone if broken numbers are meant in a row."""
    unit, name, targets = indicator.unit, indicator.unit_shown, indicator.targets
    return is_whole(unit, name, targets) is is_whole(unit, name, targets, indicator.decimals)


def _tiers(plan: Plan, shape: where.FormShape) -> str:
    """The argument that names the plan's tiers, from the form's head; "" for those that the functions take anyway."""
    if plan.percents == PERCENTS[: len(plan.percents)]:
        return ""
    row = where.HEADER_ROWS[-1]
    first, last = (column_letters(shape.targets[end]) for end in (0, -1))
    return f",{first}${row + 1}:{last}${row + 1}"


def _quarters(row: int, plan: Plan, quarter: Quarter) -> str:
    """The arguments of the quarters before and of the method that makes the year's figure of them; "" where none do."""
    method = plan.indicators[row - where.FIRST_ROW].calculated_by
    columns = earlier_columns(quarter)
    if not method.by_quarter or not columns:
        return ""
    at = where.shape_of(plan).at
    return f",{cell_name(row, at(columns[0]))}:{cell_name(row, at(columns[-1]))},{quoted(method)}"


def _number_or_native(call: str, native: FormulaCell) -> str:
    # A function that fails gives a text, and so does one that has nothing to mark: VALUE makes both an error.
    return f"=IFERROR(VALUE(IF({where.PYTHON_CELL},{call},NA())),{_native(native)})"


def _native(cell: FormulaCell) -> str:
    return cell.formula.removeprefix("=")
