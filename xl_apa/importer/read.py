"""A document as a report of a plan: every indicator's row, what stands in it, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Achievement, Layout, Plan
from xl_apa.importer.about import about
from xl_apa.importer.confidence import SURE_FROM, SURE_MARGIN, certainty
from xl_apa.importer.document import Document
from xl_apa.importer.imported_report import Confidence, ImportedReport, ImportedRow
from xl_apa.importer.table.align import Alignment, align
from xl_apa.importer.table.doubts import is_doubtful
from xl_apa.importer.table.figures import first_choice, pick_figure
from xl_apa.importer.table.fit import Known, is_displaced, is_in_place
from xl_apa.importer.table.head import PERIODS, Slot, agreed
from xl_apa.importer.table.lines import one_line
from xl_apa.importer.table.match import Match, Matches, match_rows, witnesses
from xl_apa.importer.table.roles import Role
from xl_apa.importer.table.rows import FormRow, FormRows, goes_on, read_rows
from xl_apa.importer.table.words.units import known_unit

_SAME_PLAN = 0.6
"""How alike half of the rows and their indicators must be, to be a report on this plan at all."""
_IN_PLACE, _SCANNED = 3.0, 1.0
"""What the place of a cell counts in a table whose rows are all whole, and in a scan."""
_SIDE_BY_SIDE = 8.0
"""What it counts there where columns of the same kind stand side by side: quarters, months."""


def read_document(
    document: Document, plan: Plan, quarter: Quarter | None = None, otherwise: Quarter | None = None
) -> ImportedReport:
    """Return what is understood of a document by a plan.

    Without a quarter, of the one that it says, `otherwise` where it says none. Raise InputError where it holds no form
    of this kind, or there is no quarter at all.
    """
    said = about(document)
    forms, others, left_out = _forms(document, plan)
    if not forms:
        raise InputError("import-no-form" if document.tables else "import-no-table", path=document.path)
    quarter = quarter or said.quarter or otherwise
    if quarter is None:
        raise InputError("import-no-quarter", path=document.path)
    matches = match_rows(plan, forms)
    if not matches.found or median(match.alike for match in matches.found) < _SAME_PLAN:
        raise InputError("import-other-plan", path=document.path, plan=plan.name)
    weight = _IN_PLACE if _is_whole(matches) else _SCANNED
    lengths = Counter(len(row.cells) for row in forms)
    rows = tuple(_row(match, plan, quarter, weight, lengths, document.path) for match in matches.found)
    all_slots = [slot for match in matches.found for slot in match.row.head.slots]
    has_marks = any(slot.role is Role.CLAIMED for slot in all_slots)
    headed = any(slot.role in (Role.ACHIEVED, Role.QUARTER) and slot.heading.quarter is quarter for slot in all_slots)
    return ImportedReport(
        document,
        said,
        plan,
        quarter,
        Layout.MARKS if has_marks else Layout.REMARKS,
        rows,
        matches.indicators,
        matches.rows,
        tuple(left_out),
        tuple(others),
        said.quarter is quarter or headed,
    )


def _forms(document: Document, plan: Plan) -> tuple[list[FormRow], list[str], list[Cell]]:
    """The rows of all tables that are the form or go on with it, the names of the others, what belongs to no row."""
    found = FormRows()
    others: list[str] = []
    for table in document.tables:
        head = found.head if goes_on(table, found.head) else None
        if read_rows(table, plan.fiscal_year, head, found, plan.tiers) is None:
            others.append(table.name)
    heads = list({id(row.head): row.head for row in found.rows}.values())
    better = dict(zip(map(id, heads), agreed(heads), strict=True))
    return [replace(row, head=better[id(row.head)]) for row in found.rows], others, found.left_out


def _is_whole(matches: Matches) -> bool:
    """Whether every row is as long as its head, with its unit under the heading: then places can be trusted."""
    whole = 0
    for match in matches.found:
        slots = match.row.head.slots
        unit = next((slot.column for slot in slots if slot.role is Role.UNIT), None)
        last = max(slot.column for slot in slots)
        whole += unit is not None and _unit_fits(match, unit) and len(match.row.cells) in (last + 1, last + 2)
    return whole == len(matches.found)


def _unit_fits(match: Match, column: int) -> bool:
    text = match.row.text_at(column)
    return not text or known_unit(text) is not None


def _row(match: Match, plan: Plan, quarter: Quarter, weight: float, lengths: Counter[int], path: Path) -> ImportedRow:
    line = one_line(match.row)
    match = replace(match, row=line.row)
    slots = match.row.head.slots
    first = first_choice(slots, quarter)
    if first is None:
        raise InputError("import-no-achievement", path=path)
    achieved = first
    tiers = _tiers(slots, plan)
    known = Known(
        match.indicator,
        {slot: match.indicator.targets[tier] for slot, tier in tiers.items() if tier < len(match.indicator.targets)},
        plan.fiscal_year,
        quarter,
    )
    usual = lengths.most_common(1)[0][0]
    in_place = is_in_place(match.row.cells, slots, known, usual)
    whole = in_place or (weight == _IN_PLACE and not is_displaced(match.row.cells, slots, known))
    several = sum(slot.role in PERIODS for slot in slots) > 1
    weight = (_SIDE_BY_SIDE if several else _IN_PLACE) if whole else _SCANNED
    cells = match.row.cells if whole else _without_blank_end(match.row.cells)
    found = align(cells, slots, known, achieved, weight)
    figure = pick_figure(slots, found, achieved, known)
    if figure.slot != achieved:
        achieved = figure.slot
        found = align(cells, slots, known, achieved, weight)
    one = not figure.others and found.cell(achieved) not in line.shared
    even = in_place and len(lengths) == 1
    possible = one and not is_doubtful(match.row, found, achieved, known, usual, even=even)
    certain = certainty(found.margin, match.margin, match.alike, possible=possible)
    sure = certain >= SURE_FROM
    said = _achievement(match, slots, found, achieved, tiers, len(plan.tiers))
    split = [tier for slot, tier in tiers.items() if len(found.cells.get(slot, ())) > 1]
    return ImportedRow(
        match.indicator,
        said,
        Confidence.SURE if sure else Confidence.UNSURE,
        (*figure.others, *found.rivals) if not sure else (),
        (*found.extra, *match.row.loose),
        tuple(said.targets[tier] for tier in split),
        _other_figure(slots, found, achieved, quarter),
        found.claim_margin >= SURE_MARGIN,
        certain,
        witnesses(match.row, match.indicator),
        match.row.all_cells,
    )


def _without_blank_end(cells: Sequence[Cell]) -> Sequence[Cell]:
    """In a scan blank cells at the end are the page's, and no cells of the form."""
    filled = max((place for place, cell in enumerate(cells) if not cell.blank), default=-1)
    return cells[: filled + 1]


def _other_figure(slots: Sequence[Slot], found: Alignment, achieved: int, quarter: Quarter) -> Cell | None:
    """This quarter's own figure, where the year's stands beside it and says something else."""
    taken = found.cell(achieved)
    for number, slot in enumerate(slots):
        if slot.role is Role.QUARTER and slot.heading.quarter is quarter and number != achieved:
            cell = found.cell(number)
            return cell if not cell.blank and cell.text != taken.text else None
    return None


def _tiers(slots: Sequence[Slot], plan: Plan) -> dict[int, int]:
    """The plan's tier of every target column: by its percent, else by order."""
    places = [number for number, slot in enumerate(slots) if slot.role is Role.TARGET]
    percents = [float(percent) for percent in plan.percents]
    named = {number: percents.index(p) for number in places if (p := slots[number].heading.percent) in percents}
    return named if len(named) == len(places) else dict(zip(places, range(len(percents))))


def _achievement(
    match: Match, slots: Sequence[Slot], found: Alignment, achieved: int, tiers: dict[int, int], count: int
) -> Achievement:
    by_role = {slot.role: found.cell(number) for number, slot in enumerate(slots)}
    label = by_role.get(Role.INDICATOR, BLANK)
    if label.blank:
        label = by_role.get(Role.ACTIVITY, BLANK)
    if match.row.label_more:
        label = replace(label, value=" ".join([label.text, *(cell.text for cell in match.row.label_more)]).strip())
    targets = [BLANK] * count
    for number, tier in tiers.items():
        cells = found.cells.get(number, ())
        if cells and tier < count:
            joined = "".join(cell.text for cell in cells)
            targets[tier] = cells[0] if len(cells) == 1 else replace(cells[0], value=joined)
    return Achievement(
        label=label,
        unit=by_role.get(Role.UNIT, BLANK),
        weight=by_role.get(Role.WEIGHT, BLANK),
        targets=tuple(targets),
        achieved=found.cell(achieved),
        area=by_role.get(Role.AREA, BLANK),
        claimed=by_role.get(Role.CLAIMED, BLANK),
        remarks=by_role.get(Role.REMARKS, BLANK),
        evidence=by_role.get(Role.EVIDENCE, BLANK),
        code=match.indicator.code,
    )
