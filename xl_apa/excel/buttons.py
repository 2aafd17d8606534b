"""What the buttons of the ribbon and of the sheet do. Each takes the workbook it is pressed in, or a given one.

Nothing an officer typed is ever overwritten, since Excel cannot undo what comes from Python: results go to cells that
are the program's own, figures are carried forward into blank cells only, and everything else goes to a new file.
"""

from __future__ import annotations

import re
from pathlib import Path

from xl_apa.core.assess import Assessment
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import CallError, InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import dialogs
from xl_apa.excel.actions.missing_marks import write_missing_marks
from xl_apa.excel.error_handling import button
from xl_apa.excel.open_form import OpenForm, read_open_form, runs
from xl_apa.excel.problems import listed, outcome, problems_of, sheet_name
from xl_apa.excel.xlwings_import import xw
from xl_apa.sheets.layout import Column, Working
from xl_apa.sheets.read.form_columns import NEEDED_OWN_COLUMNS
from xl_apa.sheets.result_cells import written_cells
from xl_apa.xlsx.addresses import position

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
        write_missing_marks(form, cells)
    _show(book, outcome(assessed), form)
    return assessed


@button
def validate(book: xw.Book) -> Assessment:
    """Name what is wrong in the quarter on the active sheet and select the first such cell; change nothing.

    Return what `xl-apa score` finds; None after a message why not.
    """
    with dialogs.status(book, dialogs.localize("button-checking")):
        form = read_open_form(book)
        assessed = form.assess()
    problems = problems_of(assessed)
    for finding in problems:
        place = position(finding.cell)
        if place and sheet_name(finding.cell) == form.sheet.name:
            form.sheet.activate()
            form.sheet.range((place[0] + 1, place[1] + 1)).select()
            break
    dialogs.show_message(book, listed(problems, form) if problems else dialogs.localize("button-no-problems"))
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
    for rows in runs(sorted(values)):
        form.cells(rows, Column.ACHIEVED).value = [[values[row]] for row in rows]
    code = "button-carried" if values else "button-nothing-to-carry"
    _show(book, dialogs.localize(code, count=len(values)), form)
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
        # Only the buttons that write files need what writes them.
        from xl_apa.excel.actions.pdf import save_pdf

        save_pdf(form.sheet, target)
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
        from xl_apa.excel.actions.submission import save_submission

        last_saved = save_submission(book, target)
    problems = problems_of(assessed)
    text = [dialogs.localize("button-saved", path=target)]
    text += [dialogs.localize("button-saved-as-last-saved", time=last_saved)] if last_saved else []
    text += [dialogs.localize("button-saved-with-problems"), listed(problems, form)] if problems else []
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
    from xl_apa.excel.actions.import_button import import_beside

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
        from xl_apa.excel.actions.ministry_button import summarise

        counts = summarise(folder, quarter, register, target, lambda text: dialogs.show_status(book, text))
    dialogs.show_message(
        book,
        "\n\n".join((dialogs.localize("button-consolidated", **counts), dialogs.localize("button-saved", path=target))),
    )
    dialogs.open_workbook(book, target)
    return target


def _show(book: xw.Book, text: str, form: OpenForm) -> None:
    """Show a message, and with it what of the form could not be seen: that stands in no cell."""
    told = [form.not_seen.text(dialogs.language())] if form.not_seen else []
    dialogs.show_message(book, "\n\n".join((text, *told)))


# ---- files and rows -------------------------------------------------------------------------------------------------


def _beside(form: OpenForm, ending: str) -> Path | None:
    """Where a file of this form goes: beside the workbook, or where the officer says."""
    year = form.plan.fiscal_year.label
    code = _UNSAFE.sub("-", form.card.office_code) or Path(form.book.name).stem
    name = f"{code}_{year}_Q{int(form.card.quarter)}{ending}"
    folder = dialogs.folder_of(form.book)
    return folder / name if folder else dialogs.ask_to_save(form.book, name, ending.strip(".").upper(), ending)


def _asked_quarter(book: xw.Book) -> Quarter | None:
    answer = dialogs.ask_text(book, dialogs.localize("button-which-quarter"), "1")
    if answer is None:
        return None
    quarter = Quarter.parse(answer)
    if quarter is None:
        raise CallError("button-quarter-not-understood", text=answer)
    return quarter
