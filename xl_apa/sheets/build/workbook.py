"""The office workbook: an info sheet, the official form four times, and a hidden sheet that carries the plan."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import PlanError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Office, Plan, Unit
from xl_apa.core.planning import plan_as_data
from xl_apa.core.text.months import MONTHS_BN
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.conditional_formats import add_conditional_formats
from xl_apa.sheets.build.dashboard.sheet import build_dashboard
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.information.help_sheet import build_help_sheet
from xl_apa.sheets.build.information.info_sheet import build_info_sheet
from xl_apa.sheets.build.prototype import NO_OFFICE, Prototype, fits_prototype, placeholder
from xl_apa.sheets.build.quarter_sheet import Counted, build_form
from xl_apa.sheets.build.typed_cells import NOTHING_TYPED, Typed, TypedCells
from xl_apa.sheets.build.validation import add_form_validation
from xl_apa.sheets.build.vba import Macros, add_button, add_project
from xl_apa.sheets.formulas.functions import PROBE
from xl_apa.sheets.formulas.issues import Issue
from xl_apa.sheets.formulas.traits import ending_lists
from xl_apa.sheets.formulas.vocabulary import LISTS, sentence_starts
from xl_apa.sheets.layout import Data, Edition
from xl_apa.xlsx.addresses import block
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook
from xl_apa.xlsx.write.sheet_writer import OPTIONS
from xl_apa.xlsx.write.styles import Styles

__all__ = ["Typed", "build_template"]

FurtherSheet = Callable[[Workbook, Styles], None]
"""Adds a sheet to a workbook that is being built."""


def build_template(
    plan: Plan,
    path: Path,
    *,
    layout: Layout = Layout.REMARKS,
    office: Office | None = None,
    typed: Typed = NOTHING_TYPED,
    macros: Macros | None = None,
    further: FurtherSheet | None = None,
) -> None:
    """Write the office workbook for a plan: the same call gives the same bytes.

    Native edition, with `macros` the macro edition. `typed` is put in place of what the template would write; `further`
    adds a sheet of its own behind the forms. Raise
    PlanError for a plan without indicators, ValueError when `typed` names a cell the template has not, or when the
    macros are for another number of sheets.
    """
    if not plan.indicators:
        raise PlanError("plan-faulty", name=plan.name, count=1)
    who = office or NO_OFFICE
    with replacing(path) as temporary:
        if not typed and not further and fits_prototype(who):
            prototype = _prototype(plan, layout, placeholder(who), macros)
            if prototype.takes(who):
                prototype.write(temporary, who)
                return
        _build(temporary, plan, layout, who, typed, macros, further)


@lru_cache(maxsize=8)  # a plan in both layouts and editions
def _prototype(plan: Plan, layout: Layout, office: Office, macros: Macros | None) -> Prototype:
    book = BytesIO()
    _build(book, plan, layout, office, NOTHING_TYPED, macros)
    return Prototype.read(book)


def _build(
    target: Path | BytesIO,
    plan: Plan,
    layout: Layout,
    office: Office,
    typed: Typed,
    macros: Macros | None,
    further: FurtherSheet | None = None,
) -> None:
    edition = Edition.MACRO if macros else Edition.NATIVE
    cells = TypedCells(typed)
    with PortableWorkbook(
        target if isinstance(target, BytesIO) else str(target), {**OPTIONS, "in_memory": True}
    ) as workbook:
        # Without a date of its own the file would carry the time it was built.
        created = datetime.combine(plan.fiscal_year.first_day, time())
        workbook.set_properties({"title": where.plan_title(plan), "created": created})
        formats = Styles(workbook)
        shown = build_info_sheet(workbook, FormWriter(workbook, where.INFO_SHEET, formats, cells), plan, office)
        dashboard = FormWriter(workbook, where.DASHBOARD_SHEET, formats, cells)
        forms: dict[Quarter, FormWriter] = {}
        earlier: list[Counted] = []
        for quarter in Quarter:
            sheet = forms[quarter] = FormWriter(workbook, where.quarter_sheet(quarter), formats, cells)
            earlier.insert(0, build_form(sheet, plan, layout, quarter, shown, earlier, edition))
            add_form_validation(sheet, plan, quarter)
            add_conditional_formats(sheet, formats, plan, layout, quarter)
            if macros:
                add_button(sheet, macros, where.shape_of(plan).at(where.Column.GAP))
        # It stands before the forms, and its results come from theirs.
        build_dashboard(workbook, dashboard, plan, shown, forms)
        if further:
            further(workbook, formats)
        build_help_sheet(FormWriter(workbook, where.HELP_SHEET, formats, cells), plan)
        build_data_sheet(workbook, FormWriter(workbook, where.DATA_SHEET, formats, cells), plan, layout, edition)
        if macros:
            add_project(workbook, macros)
        cells.refuse_unplaced()


# ---- the hidden data sheet ----------------------------------------------------------------------------------------


def build_data_sheet(
    workbook: Workbook, sheet: FormWriter, plan: Plan, layout: Layout, edition: Edition = Edition.NATIVE
) -> None:
    """Write the sheet that carries the plan, and the lists that formulas look things up in; nobody sees it."""
    sheet.set_widths({0: 20, 1: 80})
    text = json.dumps(plan_as_data(plan), ensure_ascii=False, separators=(",", ":"))
    pieces = [text[start : start + where.PLAN_PIECE] for start in range(0, len(text), where.PLAN_PIECE)]
    rows: list[tuple[Data, CellValue]] = [
        (Data.SCHEMA_VERSION, where.SCHEMA_VERSION),
        (Data.PLAN_NAME, plan.name),
        (Data.FISCAL_YEAR, plan.fiscal_year.label),
        (Data.LAYOUT, layout.value),
        (Data.EDITION, edition.value),
        (Data.RULE, plan.rule.value),
        (Data.FORMULAS_VERSION, where.FORMULAS_VERSION),
        *((Data.PLAN, piece) for piece in pieces),
    ]
    for name, key, texts in _lists(plan):
        cells = block(range(len(rows), len(rows) + len(texts)), 1)
        workbook.define_name(name, f"={where.DATA_SHEET}!{cells}")
        rows += [(key, text) for text in texts]
    for row, (key, value) in enumerate(rows):
        sheet.write(row, 0, key.value, styles.PLAIN)
        sheet.write(row, 1, value, styles.PLAIN)
    if edition is Edition.MACRO:
        sheet.worksheet.put(where.PYTHON_ROW, where.PYTHON_COLUMN, False, None, PROBE)
    sheet.worksheet.very_hidden()


def _lists(plan: Plan) -> Iterator[tuple[str, Data, Sequence[CellValue]]]:
    """Return what formulas look up: a name for the cells, their key, their texts."""
    yield where.MESSAGES, Data.MESSAGE, [issue.sentence for issue in Issue]
    yield where.MONTHS, Data.MONTH, MONTHS_BN
    for unit in Unit:
        yield where.starts_name(unit), Data.START, sentence_starts(unit)
    for name, words in LISTS.items():
        yield name.value, Data.WORD, words
    for name_of_list, endings in ending_lists(plan).items():
        yield name_of_list, Data.WORD, endings
