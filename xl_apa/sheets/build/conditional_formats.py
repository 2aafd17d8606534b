"""Colours that follow the form while it is filled in: tiers, what was not understood, what is overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Plan, Status, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.formulas.issues import Issue, Verdict, numbers_of
from xl_apa.sheets.layout import Column, Working
from xl_apa.xlsx.addresses import block, cell_name, column_ranges
from xl_apa.xlsx.write.styles import Styles


@dataclass(frozen=True, slots=True)
class _Colours:
    text: str
    fill: str = ""


_RED = _Colours("#8A1C14", "#F6C4C0")
_TIERS: Mapping[int, _Colours] = {
    100: _Colours("#0B4F26", "#A9D8B8"),
    90: _Colours("#245A1C", "#C9E7C1"),
    80: _Colours("#4D5A10", "#E6F0B8"),
    70: _Colours("#6B4E00", "#FFE9A8"),
    60: _Colours("#7A3E00", "#FCD5A4"),
}
"""From each of these percents upwards: a plan may have other tiers, and a share may lie between two."""

_BELOW = _Colours("#7A3E00", "#F9CDB0")
_ONGOING = _Colours("#12406B", "#CFE3F7")
_NOTHING = _Colours("#595959", "#E3E3E3")
_OVERDUE = _Colours("#5C2A00", "#FFB870")
_WARNING = _Colours("#6B4E00", "#FFE9A8")
_QUESTION = _Colours("#3D3568", "#E2DDF0")
_MESSAGES: Mapping[Verdict, _Colours] = {
    Verdict.ERROR: _Colours("#C00000"),
    Verdict.QUESTION: _Colours("#5B4E9E"),
    Verdict.WARNING: _Colours("#8A5A00"),
    Verdict.NOTE: _Colours("#595959"),
}
"""One colour for how much a message matters, whether the form itself says it or the program."""
_ELSEWHERE = (Issue.TARGETS_FAULTY, Issue.CLAIM_ABOVE_WEIGHT)
"""Errors of other cells of a row: the achievement is not what is wrong."""


def add_conditional_formats(sheet: FormWriter, formats: Styles, plan: Plan, layout: Layout, quarter: Quarter) -> None:
    """Give a quarter's form its colours; they follow the status and the tier percent that stand in its rows."""
    rows = range(where.FIRST_ROW, where.FIRST_ROW + len(plan.indicators))
    if rows:
        form = _Form(sheet, formats, rows, where.shape_of(plan))
        _colour_tiers(form)
        _colour_achievements(form, plan, quarter)
        if layout is Layout.MARKS:
            claimed = form.at(Column.LAST)
            above = f"AND(ISNUMBER({claimed}),{claimed}>{form.at(Column.WEIGHT)})"
            form.colour([Column.LAST], above, _RED)
            differs = f"AND(ISNUMBER({claimed}),N({claimed})<>N({form.at(Column.MARKS)}))"
            form.colour([Column.LAST], differs, _WARNING)
        _colour_messages(form)


@dataclass(frozen=True, slots=True)
class _Form:
    sheet: FormWriter
    formats: Styles
    rows: range
    shape: where.FormShape

    def at(self, column: int) -> str:
        """Return `$AB8`: the cell of this column in the row that is being coloured."""
        return f"${cell_name(self.rows[0], self.shape.at(column))}"

    def colour(self, columns: Sequence[int], condition: str, colours: _Colours) -> None:
        """Colour the cells of these columns where a condition holds; what comes later changes them no more."""
        places = " ".join(place for column in columns for place in column_ranges(self.rows, self.shape.at(column)))
        options = {
            "type": "formula",
            "criteria": f"={condition}",
            "format": self.formats.colours(colours.text, colours.fill),
            "multi_range": places,
            "stop_if_true": True,
        }
        status = self.sheet.worksheet.conditional_format(0, 0, 0, 0, options)
        if status:
            raise ValueError(f"{self.sheet.name}!{places}: no workbook can hold this condition: {condition}")


def _colour_tiers(form: _Form) -> None:
    tier, status = form.at(Column.TIER), form.at(Working.STATUS)
    cells = [Column.TIER, Column.MARKS]
    for percent, colours in _TIERS.items():
        form.colour(cells, f"AND(ISNUMBER({tier}),{tier}>={percent})", colours)
    form.colour(cells, f"AND(ISNUMBER({tier}),{tier}>0)", _BELOW)
    # Work that still goes on has no marks either, and nothing is wrong with it.
    form.colour(cells, f'AND(ISNUMBER({tier}),{status}<>"{Status.ONGOING}")', _RED)


def _colour_achievements(form: _Form, plan: Plan, quarter: Quarter) -> None:
    cells = [Column.ACHIEVED]
    status, achieved = form.at(Working.STATUS), form.at(Column.ACHIEVED)
    form.colour(cells, f'AND({status}="{Status.UNREADABLE}",{form.at(Working.SURE)}=1)', _RED)
    issue = form.at(Working.ISSUE)
    elsewhere = [f"{issue}<>{each.number}" for each in _ELSEWHERE]
    form.colour(cells, f"AND({_is_one_of(issue, Verdict.ERROR)},{','.join(elsewhere)})", _RED)
    form.colour(form.shape.target_columns, f"{issue}={Issue.TARGETS_FAULTY.number}", _RED)
    # What only the program finds, such as a day after that of the signature.
    form.colour(cells, f'{form.at(Working.SEVERITY)}="{Severity.ERROR}"', _RED)
    # A text that the formulas do not know may be a value to the program.
    form.colour(cells, f'{status}="{Status.UNREADABLE}"', _QUESTION)
    _colour_overdue(form, plan, quarter)
    form.colour(cells, f'{status}="{Status.ONGOING}"', _ONGOING)
    # A blank cell keeps the colour of a cell to fill in: grey is for "nothing", said in so many words.
    form.colour(cells, f'AND({status}="{Status.NONE}",LEN({achieved})>0)', _NOTHING)


def _colour_messages(form: _Form) -> None:
    message, issue, severity = form.at(Column.MESSAGE), form.at(Working.ISSUE), form.at(Working.SEVERITY)
    for verdict in (Verdict.QUESTION, Verdict.WARNING, Verdict.NOTE):
        # Python may say something else where the formulas only ask.
        own = f",EXACT({message},INDEX({where.MESSAGES},{issue}))" if verdict is Verdict.QUESTION else ""
        form.colour([Column.MESSAGE], f"AND({_is_one_of(issue, verdict)}{own})", _MESSAGES[verdict])
    form.colour([Column.MESSAGE], f"LEN({message})>0", _MESSAGES[Verdict.ERROR])
    for each in Severity:
        said = f'{severity}="{each}"'
        if each is Severity.ERROR:
            said = f'OR({said},{severity}="{where.ERROR_ELSEWHERE}")'
        form.colour([Column.REVIEW], said, _MESSAGES[Verdict(each)])


def _is_one_of(issue: str, verdict: Verdict) -> str:
    numbers = numbers_of(verdict)
    return f"{issue}>={numbers[0]},{issue}<={numbers[-1]}"


def _colour_overdue(form: _Form, plan: Plan, quarter: Quarter) -> None:
    """Colour days that have passed: nothing is reported, and the last target lies before the quarter's last day."""
    end = plan.fiscal_year.quarter_end(quarter)
    columns = form.shape.target_columns
    targets = f"{form.at(columns[0])}:{form.at(columns[-1])}"
    status, all_statuses = form.at(Working.STATUS), block(form.rows, form.shape.at(Working.STATUS))
    conditions = (
        # All rows are asked, since LibreOffice keeps the order of conditions only among those for the same cells.
        _one_of(form.at(Column.UNIT), [each.unit_shown for each in plan.indicators if each.unit is Unit.DATE]),
        f'OR({status}="{Status.NONE}",{status}="{Status.ONGOING}")',
        f"COUNT({targets})>0",
        f"MAX({targets})<DATE({end.year},{end.month},{end.day})",
        # A form that nobody has begun to fill in is no reproach.
        f'COUNTIF({all_statuses},"{Status.NONE}")<ROWS({all_statuses})',
    )
    form.colour([Column.ACHIEVED], f"AND({','.join(conditions)})", _OVERDUE)


def _one_of(cell: str, names: Sequence[str]) -> str:
    """The condition that a cell holds one of these names; where there are none, the usual one of a date."""
    equal = [f'{cell}="{name}"' for name in dict.fromkeys(names)] or [f'{cell}="{Unit.DATE.bangla}"']
    return equal[0] if len(equal) == 1 else f"OR({','.join(equal)})"
