"""What the buttons of the ribbon and of the sheet do. Each takes the workbook it is pressed in, or a given one.

Nothing an officer typed is ever overwritten, since Excel cannot undo what comes from Python: results go to cells that
are the program's own, figures are carried forward into blank cells only, and everything else goes to a new file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any

from xl_apa.core.assess import Assessment
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import CallError, InputError
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show, show_marks
from xl_apa.excel import dialogs
from xl_apa.excel.error_handling import button
from xl_apa.excel.open_form import OpenForm, read_open_form
from xl_apa.excel.xlwings_import import xw
from xl_apa.sheets.layout import Column, Working
from xl_apa.sheets.read.form_columns import NEEDED_OWN_COLUMNS
from xl_apa.sheets.result_cells import written_cells
from xl_apa.xlsx.addresses import position

_LISTED = 6
"""Problems that a message names; more would not fit on a small screen."""
_MARKED = (Column.MARKS, Column.TIER, Column.ATTAINABLE)
_TOLERANCE = 1e-9
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@button
def calculate_marks(book: xw.Book) -> Assessment:
    """Mark the quarter on the active sheet: messages beside the rows, problem cells red, the total in a message.

    Marks stand in the sheet by its own formulas; only where it has none are they written as values. Return what
    `xl-apa score` finds; None after a message why not.
    """
    with dialogs.status(book, dialogs.localize("button-calculating")):
        form = read_open_form(book)
        form.require((*NEEDED_OWN_COLUMNS, Working.READ_FOR, Working.READ, Working.SEVERITY))
        assessed = form.assess()
        cells = written_cells(assessed, form.places, dialogs.language())
        form.write(Working.READ_FOR, Working.SEVERITY, cells)
        form.write(Column.REVIEW, Column.REVIEW, cells)
        _write_missing_marks(form, cells)
    dialogs.show_message(book, _outcome(assessed))
    return assessed


@button
def validate(book: xw.Book) -> Assessment:
    """Name what is wrong in the quarter on the active sheet and select the first such cell; change nothing.

    Return what `xl-apa score` finds; None after a message why not.
    """
    with dialogs.status(book, dialogs.localize("button-checking")):
        form = read_open_form(book)
        assessed = form.assess()
    problems = _problems(assessed)
    for finding in problems:
        place = position(finding.cell)
        if place and _sheet_name(finding.cell) == form.sheet.name:
            form.sheet.activate()
            form.sheet.range((place[0] + 1, place[1] + 1)).select()
            break
    dialogs.show_message(book, _listed(problems, form) if problems else dialogs.localize("button-no-problems"))
    return assessed


@button
def carry_forward(book: xw.Book) -> int:
    """Put last quarter's figures into the achievement cells that are still blank, as a start; return how many.

    A cumulative figure goes on from the last quarter's, and a day counts once and is repeated; where a quarter writes
    its own figure, the last quarter's is none to start from.
    """
    form = read_open_form(book)
    if form.card.quarter == Quarter.Q1:
        dialogs.show_message(book, dialogs.localize("button-nothing-before"))
        return 0
    earlier = form.before
    own = form.rows_of_their_own
    values: dict[int, CellValue] = {}
    for row, before in zip(form.form.rows, earlier):
        place = position(row.achieved.address)
        if place and place[0] not in own and row.achieved.blank and not before.blank:
            values[place[0]] = before.value
    for rows in _runs(sorted(values)):
        form.cells(rows, Column.ACHIEVED).value = [[values[row]] for row in rows]
    code = "button-carried" if values else "button-nothing-to-carry"
    dialogs.show_message(book, dialogs.localize(code, count=len(values)))
    return len(values)


@button
def export_pdf(book: xw.Book, path: Path | None = None) -> Path | None:
    """Write the official form of the quarter as a PDF, beside the workbook or where the officer says.

    Return its path; None when the question was cancelled.
    """
    form = read_open_form(book)
    target = path or _beside(form, ".pdf")
    if target is None:
        return None
    with dialogs.status(book, dialogs.localize("button-exporting")):
        form.sheet.to_pdf(str(target))
    dialogs.show_message(book, dialogs.localize("button-saved", path=target))
    return target


@button
def make_submission(book: xw.Book, path: Path | None = None) -> Path | None:
    """Check the quarter, then save a copy to hand in: values only, no macros, named `CODE_FY_Qn.xlsx`.

    It goes beside the workbook, or where the officer says. Return its path; None when the question was cancelled. The
    workbook itself stays as it is.
    """
    form = read_open_form(book)
    if not form.card.office_code:
        raise InputError("button-no-office-code")
    assessed = form.assess()
    target = path or _beside(form, ".xlsx")
    if target is None:
        return None
    with dialogs.status(book, dialogs.localize("button-exporting")):
        # Only this button needs the library that changes files.
        from xl_apa.excel.submission import save_submission

        save_submission(book, target)
    problems = _problems(assessed)
    text = [dialogs.localize("button-saved", path=target)]
    text += [dialogs.localize("button-saved-with-problems"), _listed(problems, form)] if problems else []
    dialogs.show_message(book, "\n\n".join(text))
    return target


@button
def import_report(book: xw.Book, path: Path | None = None, quarter: Quarter | None = None) -> Path | None:
    """Make an office workbook of a report in another form, beside it; open it and return its path.

    The report is asked for when it is not given. `quarter` is taken where the report says none, else asked for. No file
    is replaced.
    """
    path = path or dialogs.ask_file(book, dialogs.localize("button-which-report"), dialogs.REPORTS)
    if path is None:
        return None
    # What reads documents takes a second to load, which only this button is worth.
    from xl_apa.excel.import_button import import_beside

    with dialogs.status(book, dialogs.localize("button-importing")):
        target, told = import_beside(path, lambda: quarter or _asked_quarter(book))
    dialogs.show_message(book, "\n\n".join((told, dialogs.localize("button-saved", path=target))))
    dialogs.open_workbook(book, target)
    return target


@button
def consolidate(
    book: xw.Book, folder: Path | None = None, quarter: Quarter | None = None, register: Path | None = None
) -> Path | None:
    """Write the ministry summary of all office workbooks in a folder, open it, and return its path.

    What is not given is asked for: the folder, the quarter, and the register, which may be left out.
    """
    asked = folder is None
    folder = folder or dialogs.ask_folder(book, dialogs.localize("button-which-folder"))
    quarter = quarter or (_asked_quarter(book) if folder else None)
    if folder is None or quarter is None:
        return None
    if asked and register is None:
        register = dialogs.ask_file(book, dialogs.localize("button-which-register"), "*.xlsx; *.xls; *.ods; *.csv")
    target = folder / f"{dialogs.localize('button-summary-name', quarter=quarter)}.xlsx"
    with dialogs.status(book, dialogs.localize("button-consolidating")):
        # pandas takes a second to load, which only this button is worth.
        from xl_apa.excel.ministry_button import summarise

        counts = summarise(folder, quarter, register, target, lambda text: dialogs.show_status(book, text))
    dialogs.show_message(
        book,
        "\n\n".join((dialogs.localize("button-consolidated", **counts), dialogs.localize("button-saved", path=target))),
    )
    dialogs.open_workbook(book, target)
    return target


# ---- marks ----------------------------------------------------------------------------------------------------------


def _write_missing_marks(form: OpenForm, cells: Mapping[tuple[int, int], CellValue]) -> None:
    """Write marks as values where the sheet's formulas are gone; where they stand, they come to the same.

    A text that only the program reads has marks in the sheet once it was written what was read in it.
    """
    differ = [column for column in _MARKED if not _stands(form, column, cells)]
    if not differ:
        return
    if not _has_formulas(form):
        for column in differ:
            form.write(column, column, cells)
        return
    with suppress(NotImplementedError):
        # A workbook that is calculated by hand goes on showing old marks.
        form.book.app.calculate()


def _stands(form: OpenForm, column: Column, cells: Mapping[tuple[int, int], CellValue]) -> bool:
    """Whether a column of the form showed what is to be written into it."""
    found = (value for (value,) in form.stood(column, column))
    return all(_same(cells.get((row, form.places[column])), value) for row, value in zip(form.rows, found))


def _same(one: CellValue, other: CellValue) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < _TOLERANCE
    return (one if one is not None else "") == (other if other is not None else "")


def _has_formulas(form: OpenForm) -> bool:
    try:
        formulas: Any = form.cells(form.rows, Column.MARKS).formula
    except NotImplementedError:
        return False
    rows = formulas if isinstance(formulas, (list, tuple)) else [formulas]
    return any(str(cell).startswith("=") for row in rows for cell in (row if isinstance(row, (list, tuple)) else [row]))


def _outcome(assessed: Assessment) -> str:
    lang = dialogs.language()
    numbers = {
        "total": show_marks(assessed.total, lang),
        "out_of": show(assessed.plan.weight, lang),
        "attainable": show_marks(assessed.attainable, lang),
    }
    problems = len(_problems(assessed))
    found = (
        dialogs.localize("button-some-problems", count=problems) if problems else dialogs.localize("button-no-problems")
    )
    return "\n\n".join((dialogs.localize("button-marks", quarter=assessed.quarter, **numbers), found))


# ---- problems -------------------------------------------------------------------------------------------------------


def _problems(assessed: Assessment) -> list[Finding]:
    """Return what must be put right or looked at, errors first; a mere note is no problem."""
    wanted = (Severity.ERROR, Severity.WARNING)
    found = [finding for finding in assessed.findings if finding.severity in wanted]
    return sorted(found, key=lambda finding: wanted.index(finding.severity))


def _listed(problems: Sequence[Finding], form: OpenForm) -> str:
    lines = [f"• {_at(finding.cell, form)}{finding.text(dialogs.language())}" for finding in problems[:_LISTED]]
    if len(problems) > _LISTED:
        lines.append(dialogs.localize("button-more-problems", count=len(problems) - _LISTED))
    return "\n".join((dialogs.localize("button-some-problems", count=len(problems)), "", *lines))


def _at(address: str, form: OpenForm) -> str:
    """`M8: ` on the form's own sheet, with the sheet's name on another, nothing where it is about no single cell."""
    if not address:
        return ""
    return f"{address.rpartition('!')[2] if _sheet_name(address) == form.sheet.name else address}: "


def _sheet_name(address: str) -> str:
    return address.rpartition("!")[0].strip("'").replace("''", "'")


# ---- files and rows -------------------------------------------------------------------------------------------------


def _beside(form: OpenForm, ending: str) -> Path | None:
    """Where a file of this form goes: beside the workbook, or where the officer says."""
    year = form.plan.fiscal_year.label
    code = _UNSAFE.sub("-", form.card.office_code) or Path(form.book.name).stem
    name = f"{code}_{year}_Q{int(form.card.quarter)}{ending}"
    folder = dialogs.folder_of(form.book)
    return folder / name if folder else dialogs.ask_to_save(form.book, name, ending.strip(".").upper(), ending)


def _runs(rows: Sequence[int]) -> list[range]:
    """Neighbouring rows together: each is written in one call."""
    groups = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    runs = ([row for _, row in group] for _, group in groups)
    return [range(run[0], run[-1] + 1) for run in runs]


def _asked_quarter(book: xw.Book) -> Quarter | None:
    answer = dialogs.ask_text(book, dialogs.localize("button-which-quarter"), "1")
    if answer is None:
        return None
    quarter = Quarter.parse(answer)
    if quarter is None:
        raise CallError("button-quarter-not-understood", text=answer)
    return quarter
