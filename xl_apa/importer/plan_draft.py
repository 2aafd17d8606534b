"""A plan's first draft from a report or a signed plan in another form: what is printed, for a person to correct.

Nothing is put right silently: a target that cannot be read stands in the draft as printed, and `plan check` names it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.messages import render
from xl_apa.core.model import Unit
from xl_apa.core.text.codes import MANDATORY, code_in
from xl_apa.core.text.lookalikes import clean
from xl_apa.core.text.numerals import plain
from xl_apa.core.typed.dates import join_split
from xl_apa.core.typed.reading import parse_marks, parse_target
from xl_apa.core.typed.units import parse_unit
from xl_apa.importer.about import about
from xl_apa.importer.document import Document
from xl_apa.importer.table.head import Slot
from xl_apa.importer.table.roles import SINGLE_TARGET, TIER_NAMES, Role
from xl_apa.importer.table.rows import FormRow, FormRows, goes_on, read_rows
from xl_apa.importer.table.words.sections import title_and_weight
from xl_apa.importer.table.words.units import known_unit

_CODE = re.compile(rf"^\s*\[?\s*(?:{MANDATORY[:-1]}|[mM])?[\s.]*\d+(?:\s*\.\s*\d+)*\s*\.?\s*\]?\s*")


@dataclass(slots=True)
class _Indicator:
    code: str
    title: str
    unit: str
    weight: Decimal | None
    targets: list[str]
    address: str


@dataclass(slots=True)
class _Activity:
    code: str
    title: str
    indicators: list[_Indicator] = field(default_factory=list)


@dataclass(slots=True)
class _Area:
    code: str
    title: str
    weight: Decimal | None
    activities: list[_Activity] = field(default_factory=list)

    @property
    def indicators(self) -> list[_Indicator]:
        return [indicator for activity in self.activities for indicator in activity.indicators]


def draft_plan(document: Document) -> str:
    """Return the draft of a plan as TOML, with comments on what to look at.

    Raise InputError where the document holds no form, or does not say for which year it is.
    """
    said = about(document)
    if said.year is None:
        raise InputError("import-no-year", path=document.path)
    found = FormRows()
    for table in document.tables:
        read_rows(table, said.year, found.head if goes_on(table, found.head) else None, found)
    rows = [row for row in found.rows if any(slot.role is Role.TARGET for slot in row.head.slots)]
    if not rows:
        raise InputError("import-no-form", path=document.path)
    percents = _percents(rows)
    rows = [row for row in rows if len(_targets_of(row.head.slots)) == len(percents)]
    return "\n".join(_lines(said.title.text, said.year, percents, _areas(rows))) + "\n"


def _targets_of(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.role is Role.TARGET]


def _percents(rows: Sequence[FormRow]) -> list[float]:
    """The tiers of the head that most rows stand under; 100 where there is a single target."""
    named = Counter(tuple(slot.heading.percent or 100.0 for slot in _targets_of(row.head.slots)) for row in rows)
    return list(named.most_common(1)[0][0])


# ---- what is printed ------------------------------------------------------------------------------------------------


def _areas(rows: Sequence[FormRow]) -> list[_Area]:
    areas: list[_Area] = []
    for row in rows:
        cells = _Cells(row)
        title, activity = cells.at(Role.INDICATOR), cells.at(Role.ACTIVITY)
        code = code_in(title.text) if code_in(title.text).count(".") >= 2 else ""
        area_code = code.rpartition(".")[0].rpartition(".")[0]
        named = row.section if cells.at(Role.AREA).blank else cells.at(Role.AREA)
        if not areas or not named.blank or (area_code and area_code != areas[-1].code):
            own = area_code or code_in(named.text) or str(len(areas) + 1)
            if not areas or own != areas[-1].code:
                weight = parse_marks(cells.at(Role.AREA_WEIGHT).value)
                areas.append(
                    _section(own, row.section) if named is row.section else _Area(own, _title(named.text), weight)
                )
        area = areas[-1]
        activity_code = code.rpartition(".")[0] or code_in(activity.text)
        if not area.activities or not activity.blank or (code and activity_code != area.activities[-1].code):
            own = activity_code or f"{area.code}.{len(area.activities) + 1}"
            if not area.activities or own != area.activities[-1].code:
                area.activities.append(_Activity(own, _title(activity.text) or _title(title.text)))
        last = area.activities[-1]
        last.indicators.append(
            _Indicator(
                code or f"{last.code}.{len(last.indicators) + 1}",
                _title(" ".join([title.text, *(cell.text for cell in row.label_more)])) or last.title,
                cells.at(Role.UNIT).text,
                parse_marks(cells.at(Role.WEIGHT).value),
                cells.targets(),
                title.address or cells.at(Role.UNIT).address,
            )
        )
    return areas


def _section(code: str, heading: Cell) -> _Area:
    """An area whose heading stands in a row of its own, its weight behind it: `১. প্রাতিষ্ঠানিক ব্যবস্থা : ৮`."""
    title, weight = title_and_weight(heading.text)
    return _Area(code, _title(title), weight)


class _Cells:
    """The cells of a row by their headings, moved as far as its unit is."""

    def __init__(self, row: FormRow) -> None:
        self.row = row
        unit = next((slot.column for slot in row.head.slots if slot.role is Role.UNIT), None)
        known = [place for place, cell in enumerate(row.cells) if known_unit(cell.text) is not None]
        own = unit is not None and unit < len(row.cells) and (unit in known or _has_letters(row.cells[unit].text))
        self.shift = 0 if own or unit is None or not known else min((at - unit for at in known), key=abs)

    def at(self, role: Role) -> Cell:
        slot = next((slot for slot in self.row.head.slots if slot.role is role), None)
        return self._cell(slot.column) if slot else BLANK

    def targets(self) -> list[str]:
        """What is printed as targets, a day that was split over two cells as one."""
        columns = [slot.column for slot in _targets_of(self.row.head.slots)]
        texts = [self._cell(column).text for column in range(columns[0], columns[0] + 2 * len(columns))]
        found: list[str] = []
        while len(found) < len(columns) and texts:
            text = texts.pop(0)
            if texts and join_split(text, texts[0]):
                text += texts.pop(0)
            found.append(text)
        return found

    def _cell(self, column: int) -> Cell:
        place = column + self.shift
        return self.row.cells[place] if 0 <= place < len(self.row.cells) else BLANK


def _has_letters(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 2


def _title(text: str) -> str:
    return clean(_CODE.sub("", text))


# ---- as TOML --------------------------------------------------------------------------------------------------------


def _lines(title: str, year: FiscalYear, percents: Sequence[float], areas: Sequence[_Area]) -> Iterator[str]:
    total = sum((area.weight or _sum(area) for area in areas), Decimal(0))
    yield f"# {render('draft-plan', 'bn')}"
    yield f"# {render('draft-plan', 'en')}"
    yield ""
    yield f"name = {_quoted(year.label)}"
    yield f"title = {_quoted(clean(title) or year.label)}"
    yield f"fiscal_year = {_quoted(year.label)}"
    yield 'rule = "tier"'
    yield f"total = {plain(total)}"
    yield ""
    yield "tiers = ["
    for percent in percents:
        name = TIER_NAMES.get(percent, f"{percent:g}%") if len(percents) > 1 else SINGLE_TARGET
        yield f"    {{ percent = {percent:g}, name = {_quoted(name)} }},"
    yield "]"
    for area in areas:
        yield from _area_lines(area)


def _area_lines(area: _Area) -> Iterator[str]:
    number = area.code if area.code.isdigit() else _quoted(area.code)
    yield from ("", "[[area]]", f"number = {number}")
    if not area.title:
        yield f"# {render('draft-area-title', 'bn')} / {render('draft-area-title', 'en')}"
    yield f"title = {_quoted(area.title or area.code)}"
    yield f"weight = {plain(area.weight or _sum(area))}"
    for activity in area.activities:
        yield from ("", "    [[area.activity]]", f"    code = {_quoted(activity.code)}")
        yield f"    title = {_quoted(activity.title)}"
        for indicator in activity.indicators:
            yield from _indicator_lines(indicator)


def _indicator_lines(indicator: _Indicator) -> Iterator[str]:
    inside = " " * 8
    unit = parse_unit(indicator.unit) or _unit_of_targets(indicator.targets)
    yield from ("", f"{inside}[[area.activity.indicator]]", f"{inside}code = {_quoted(indicator.code)}")
    yield f"{inside}title = {_quoted(indicator.title)}"
    yield f"{inside}unit = {_quoted(indicator.unit)}"
    if not indicator.unit and unit is not Unit.NUMBER:
        yield f"{inside}kind = {_quoted(unit.value)}"
    if indicator.weight is None:
        yield f"{inside}# {render('draft-weight', 'bn')} / {render('draft-weight', 'en')}"
    yield f"{inside}weight = {plain(indicator.weight) if indicator.weight is not None else 0}"
    yield f"{inside}# {render(f'draft-method-{unit.value}', 'bn')} / {render(f'draft-method-{unit.value}', 'en')}"
    yield f"{inside}targets = [{', '.join(_target(text, unit) for text in indicator.targets)}]"


def _unit_of_targets(targets: Sequence[str]) -> Unit:
    days = sum(not isinstance(parse_target(text, Unit.DATE), (str, type(None))) for text in targets)
    return Unit.DATE if days else Unit.NUMBER


def _target(text: str, unit: Unit) -> str:
    value = parse_target(text or None, unit)
    if value is None:
        return '"-"'
    if isinstance(value, Decimal):
        return plain(value)
    return _quoted(value if isinstance(value, str) else f"{value:%d/%m/%Y}")


def _sum(area: _Area) -> Decimal:
    return sum((indicator.weight or Decimal(0) for indicator in area.indicators), Decimal(0))


def _quoted(text: str) -> str:
    # JSON's strings are TOML's but for one character, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
