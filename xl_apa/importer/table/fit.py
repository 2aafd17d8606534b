"""How well a cell's content fits a column of the form, in the row of a known indicator; what it costs to pass one over.

The figures are weights of evidence, chosen on made-up damage: a content that only this column can have outweighs every
shift of places.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Indicator, Status, Unit, Value
from xl_apa.core.text.codes import code_in
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.numerals import clean
from xl_apa.core.typed.dates import join_split
from xl_apa.core.typed.reading import Reading, parse_achievement, parse_marks, parse_target
from xl_apa.core.typed.sentence_words import is_withheld
from xl_apa.core.typed.units import same_unit_name
from xl_apa.importer.table.head import Slot
from xl_apa.importer.table.roles import Role
from xl_apa.importer.table.words.smudged import is_smudged, with_digits
from xl_apa.importer.table.words.units import known_unit

_ANCHORS = frozenset({Role.INDICATOR, Role.UNIT, Role.WEIGHT, Role.TARGET})
_FITS, _MISSES, _FEWEST_FITTING = 2.5, 0.0, 3
"""From which figure on a cell is what the plan has, below which it is not, and how many have to be."""
_DONE, _WHOLE_AGAIN = clean("হয়েছে"), 7.0
"""The word of what was done; what it counts that two cells together are the very target."""
SHORT_REMARK = 60  # letters of a remark that says what was done, and not what is planned and why
_DASHES = frozenset("-.…—– ")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a row: its indicator, the target of every slot, and until when it can have been achieved."""

    indicator: Indicator
    targets: Mapping[int, Value | None]
    year: FiscalYear
    quarter: Quarter


@lru_cache(maxsize=65_536, typed=True)
def fit(slot: Slot, place: int, value: CellValue, unit: Unit, unit_name: str = "") -> float:
    """Return how well a content fits a column of which nothing but its role and the row's unit matters."""
    text = "" if value is None else str(value).strip()
    blank = not text
    number = parse_marks(value)
    words = _has_words(text)
    match slot.role:
        case Role.SERIAL:
            return 0.3 if blank else 0.5 if number is not None else -1.5
        case Role.AREA_WEIGHT:
            return 0.3 if blank else 0.5 if number is not None else -2
        case Role.AREA | Role.ACTIVITY:
            return 0.3 if blank else 0.8 if words else -1.5
        case Role.PAST | Role.PROJECTION | Role.PLANNED:
            return 0.3 if blank or not words else -1.5
        case Role.RATE:
            return 0.3 if blank or number is not None or text.endswith("%") or _is_dash(text) else -1.5
        case Role.OTHER:
            return 0.3
        case Role.EVIDENCE:
            # Yes and no are words of two letters.
            short = any(map(str.isalpha, text)) and not any(map(str.isdecimal, text))
            return 0.3 if blank else 1 if words or short else -1
        case Role.RESPONSIBLE:
            return 0.3 if blank else 1 if words else -1
        case Role.REMARKS:
            return (
                0.4 if blank else 1.6 if words and len(text) > 12 else 0.6 if words else 0.2 if _is_dash(text) else -1.2
            )
        case Role.CLAIMED:
            return 0.4 if blank or _is_dash(text) else 1.0 if number is not None else -3
        case Role.ACHIEVED | Role.YEAR | Role.QUARTER | Role.MONTH:
            return _achieved(value, text, unit, unit_name)
        case _:
            return 0.0


def _achieved(value: CellValue, text: str, unit: Unit, unit_name: str) -> float:
    if not text:
        return 0.3
    reading = parse_achievement(value, unit, None, unit_name)
    if reading.status in (Status.NONE, Status.ONGOING):
        return 1.2
    if reading.value is not None:
        return 1.5
    if _has_words(text) and len(text) > 6:
        return 1.4 if tells(text) else 1.0 if reading.offer is not None else 0.5
    if is_smudged(text):
        return 0.8
    return -1.0 if reading.offer is not None else -2.5


def fit_known(slot: Slot, place: int, value: CellValue, known: Known) -> float:
    """Return how well a content fits a column in the row of this indicator."""
    text = "" if value is None else str(value).strip()
    indicator = known.indicator
    match slot.role:
        case Role.INDICATOR:
            return _title(text, indicator)
        case Role.UNIT:
            unit = known_unit(text)
            if unit is indicator.unit or (text and same_unit_name(text, indicator.unit_shown)):
                return 4
            return -0.2 if not text else 0.5 if unit else -3
        case Role.WEIGHT:
            number = parse_marks(value)
            return 3 if number == indicator.weight else -0.3 if not text else -0.8 if number is not None else -3
        case Role.TARGET:
            return _target(value, text, known.targets.get(place), indicator)
        case Role.ACHIEVED if slot.heading.quarter not in (None, known.quarter):
            # Of another quarter anything is as good as nothing.
            return 0.3 if not text or _is_dash(text) or _has_words(text) else 0.5
        case Role.ACHIEVED | Role.YEAR | Role.QUARTER | Role.MONTH:
            return fit(slot, place, value, indicator.unit, indicator.unit_name or "") - _too_late(value, known)
        case Role.REMARKS | Role.EVIDENCE | Role.RESPONSIBLE:
            return fit(slot, place, value, indicator.unit, indicator.unit_name or "") - _is_told(text, value, known)
        case Role.CLAIMED:
            number = parse_marks(value)
            return fit(slot, place, value, indicator.unit, indicator.unit_name or "") - (
                0.4 if number is not None and number > indicator.weight else 0
            )
        case _:
            return fit(slot, place, value, indicator.unit, indicator.unit_name or "")


def is_in_place(cells: Sequence[Cell], slots: Sequence[Slot], known: Known, usual: int) -> bool:
    """Return whether a row stands under its headings: what is known of its indicator is where it should be.

    So it is where the row is as long as rows are here (`usual`), and its unit, weight and targets are the plan's but
    for one at most.
    """
    width = max((slot.column for slot in slots), default=-1) + 1
    if len(cells) != usual or len(cells) < width or any(not cell.blank for cell in cells[width:]):
        return False
    if is_displaced(cells, slots, known):
        return False
    fitting = other = 0
    for number, slot in enumerate(slots):
        if slot.role not in _ANCHORS:
            continue
        cell = cells[slot.column]
        worth = fit_known(slot, number, cell.value, known)
        fitting += not cell.blank and worth >= _FITS
        other += worth < (_MISSES if slot.role is Role.TARGET else 0) and not (
            slot.role is not Role.TARGET and cell.blank
        )
    return fitting >= _FEWEST_FITTING and other <= 1


def is_displaced(cells: Sequence[Cell], slots: Sequence[Slot], known: Known) -> bool:
    """Return whether what the plan says stands right beside its column, and not in it.

    So it does in a row that lost a blank cell and gained another one, though the row is as long as all others.
    """
    last = len(cells) - 1
    at = {slot.column: (slot, number) for number, slot in enumerate(slots) if slot.role in _ANCHORS}
    own = {
        column: fit_known(slot, number, cells[column].value, known) >= _FITS and not cells[column].blank
        for column, (slot, number) in at.items()
        if column <= last
    }
    return any(
        not own[column]
        and not own.get(beside)
        and not cells[beside].blank
        and fit_known(*at[column], cells[beside].value, known) >= _FITS
        for column in own
        for beside in (column - 1, column + 1)
        if 0 <= beside <= last
    )


def fit_split(left: CellValue, right: CellValue, target: Value | None) -> float | None:
    """Return how well two cells together are a target that a scan split; None where they are no day together."""
    day = join_split(str(left or ""), str(right or "")) if isinstance(left, str) else None
    return None if day is None else _WHOLE_AGAIN if day == target else 0.5


def passed_over(value: CellValue, *, torn: bool = False) -> float:
    """Return what it costs that a cell belongs to no column. `torn`: whether days of the row lack their ends."""
    text = "" if value is None else str(value).strip()
    if not text or _is_dash(text):
        return -0.35 if text else -0.05
    return -1.0 if torn and len(text) <= 2 else -2.5


def is_torn(value: CellValue, target: Value | None) -> bool:
    """Return whether a cell is a target day without its end."""
    return (
        isinstance(value, str) and isinstance(target, date) and len(value.strip()) < 10 and _begins_day(value, target)
    )


def meaning(value: CellValue, known: Known) -> Hashable:
    """Return what an achievement says, so that two cells that say the same are no rivals: `-` and a blank one."""
    reading = read_as(value, known)
    return (reading.status, reading.value) if reading.status is not Status.UNREADABLE else str(value)


def missing(slot: Slot, place: int, known: Known) -> float:
    """Return what it costs that a row has no cell for a column."""
    if slot.role is Role.TARGET:
        return -0.4 if known.targets.get(place) is None else -1.8
    if slot.heading.quarter not in (None, known.quarter):
        return -0.3
    return {Role.UNIT: -2.0, Role.WEIGHT: -1.5, Role.INDICATOR: -2.0, Role.ACHIEVED: -0.8}.get(slot.role, -0.3)


def _target(value: CellValue, text: str, target: Value | None, indicator: Indicator) -> float:
    read = parse_target(value, indicator.unit, indicator.unit_name or "")
    if isinstance(read, str) and is_smudged(text):
        whole = parse_target(with_digits(text), indicator.unit, indicator.unit_name or "")
        read = whole if whole == target else read
    if read is None:
        return (1.5 if text else 1.0) if target is None else -1.0
    if read == target:
        return 4.0
    if target is None:
        return -2.0 if not isinstance(read, str) else -4.0
    if isinstance(read, str):
        return 2.0 if isinstance(target, date) and _begins_day(text, target) else -3.5 if _has_words(text) else -1.5
    return -0.8


def _begins_day(text: str, day: date) -> bool:
    """Whether a text is a day whose end a scan has torn off: `২২/০৬/২০` of 22 June 2024."""
    plain = for_reading(text)
    return len(plain) >= 6 and f"{day:%d/%m/%Y}".startswith(plain.replace("-", "/").replace(".", "/"))


def _title(text: str, indicator: Indicator) -> float:
    if not text:
        return -1.0
    if not _has_words(text):
        return -4.0
    code = code_in(text)
    likeness = likeness_of(text, indicator.title)
    return 4 * likeness + (1.0 if code == indicator.code else 0.0) - (0.5 if code.count(".") == 1 else 0.0)


@lru_cache(maxsize=16_384)
def likeness_of(text: str, title: str) -> float:
    """Return how alike a printed text and an indicator's title are, 0 to 1."""
    left, right = for_reading(text), for_reading(title)
    return (
        max(fuzz.ratio(left, right), 0.9 * fuzz.partial_ratio(left, right) if min(len(left), len(right)) > 15 else 0)
        / 100
    )


def is_outside(value: CellValue, known: Known) -> bool:
    """Return whether a value is a day that had not come when the quarter ended, or lies before the year."""
    day = read_as(value, known).value
    return isinstance(day, date) and not known.year.first_day <= day <= known.year.quarter_end(known.quarter)


def read_as(value: CellValue, known: Known) -> Reading:
    """Return what a content says as the achievement of this row."""
    return parse_achievement(value, known.indicator.unit, None, known.indicator.unit_name or "")


def _too_late(value: CellValue, known: Known) -> float:
    """What speaks against a value that is a target rather than an achievement."""
    if is_outside(value, known):
        return 2.5
    found = read_as(value, known).value
    if found is None or found not in known.indicator.targets:
        return 0.0
    return 2.5 if isinstance(found, date) else 0.2


def _is_told(text: str, value: CellValue, known: Known) -> float:
    """What speaks against a remark that says what an achievement does: how much, when, or that it is going on."""
    if not _has_words(text):
        return 0.0
    return 0.8 if tells(text) or read_as(value, known).status is Status.ONGOING else 0.0


def tells(text: str) -> bool:
    """Return whether a short text says how much was done or when, and does not promise it; long ones are remarks."""
    short = len(text) < SHORT_REMARK and any(map(str.isdecimal, text))
    return short and (_DONE in for_reading(text) or not is_withheld(text))


def _is_dash(text: str) -> bool:
    return bool(text) and set(text) <= _DASHES


def _has_words(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 3
