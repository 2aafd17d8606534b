"""What the formulas of `row` result in, step by step: every cell is written with its result.

Not a second scoring: it repeats the formulas in their own floating point numbers, and knows of typed text only what
they know. `core` stays the one that is right, and the tests hold formulas, these results and core side by side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Rule, Status, Unit
from xl_apa.core.months import MONTHS_BN
from xl_apa.core.numerals import to_ascii_digits, to_bangla_digits
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.issues import Issue, not_understood
from xl_apa.sheets.layout import TARGET_COLUMNS, Column, Working
from xl_apa.xlsx.cell_values import EPOCH, Result, serial

Number = int | float


@dataclass(frozen=True, slots=True)
class RowValues:
    """What stands in the cells that the formulas of a row look at.

    `earlier` are the values of the quarters before, the latest first. `claimed` is what was typed over the formula that
    shows the marks in column 14.
    """

    achieved: CellValue = None
    accepted: CellValue = None
    weight: CellValue = None
    targets: tuple[CellValue, ...] = ()
    percents: tuple[CellValue, ...] = ()
    rule: Rule = Rule.TIER
    earlier: tuple[CellValue, ...] = ()
    read_for: CellValue = None
    read: CellValue = None
    claimed: CellValue = None

    @property
    def answered(self) -> bool:
        """Whether anything stands there that the plan does not say."""
        inputs = (self.achieved, self.accepted, self.read_for, self.read, self.claimed)
        return any(value is not None for value in inputs) or any(value != "" for value in self.earlier)


def row_results(values: RowValues, unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout) -> dict[int, Result]:
    """The results of a row's formulas, by column."""
    return _Results(values, unit, year, quarter, layout).cells


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: object) -> Number | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _round(value: Number, places: int) -> float:
    # As cells are rounded: what is seen with 15 digits counts, and a half goes up.
    seen = Decimal(format(value, ".15g"))
    return float(seen.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _plain(value: Number) -> Number:
    return int(value) if float(value).is_integer() else float(value)


@dataclass(slots=True)
class _Read:
    """A typed cell in the six steps of the formulas."""

    text: str
    body: str
    a: str
    b: Result
    c: Result = ""
    number: Result = ""


class _Results:
    def __init__(self, values: RowValues, unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout) -> None:
        self.values, self.unit, self.year, self.quarter, self.layout = values, unit, year, quarter, layout
        padded = [*values.targets, *[None] * len(TARGET_COLUMNS)][: len(TARGET_COLUMNS)]
        self.targets = [serial(target) for target in padded]
        self.numbers = [_number(target) for target in self.targets]
        self.percents = [_number(percent) or 0 for percent in [*values.percents, *[0] * len(TARGET_COLUMNS)]]
        self.cells: dict[int, Result] = {}
        self._fill()

    def _fill(self) -> None:
        own = self._reading(self.values.achieved)
        accepted = self._reading(self.values.accepted)
        for start, read in ((Working.TEXT, own), (Working.ACCEPTED_TEXT, accepted)):
            steps = (read.text, read.body, read.a, read.b, read.c, read.number)
            self.cells |= {start + step: result for step, result in enumerate(steps)}
        if self.unit is not Unit.DATE:
            del self.cells[Working.PART_C], self.cells[Working.ACCEPTED_PART_C]
        if self.unit is Unit.NUMBER:
            del self.cells[Working.PART_B], self.cells[Working.ACCEPTED_PART_B]
        self._count(own, accepted)
        self._scale()
        self._score()
        issue = self._issue(own, accepted)
        self.cells[Working.ISSUE] = issue.number if issue else 0
        self.cells[Column.UNDERSTOOD] = self._understood()
        self.cells[Column.MESSAGE] = issue.sentence if issue else ""

    # ---- reading a cell -----------------------------------------------------------------------------------------

    def _reading(self, cell: CellValue) -> _Read:
        typed = serial(cell)
        text = _cleaned(typed)
        return self._reading_day(typed, text) if self.unit is Unit.DATE else self._reading_number(typed, text)

    def _reading_number(self, typed: CellValue, text: str) -> _Read:
        percent = self.unit is Unit.PERCENT
        body = _without_ending(text, known.PERCENT_SIGNS if percent else known.COUNTERS)
        negative = body.startswith("-")
        digits = (body[1:] if negative and (percent or body == text) else body).replace(".", "", 1)
        raw: Result = ""
        number = _number(typed)
        if number is not None:
            raw = "" if self._looks_like_day(number) else _plain(number)
        elif _only_digits(digits) and not body.startswith((".", "-.")) and not body.endswith("."):
            places = len(body) - body.index(".") - 1 if "." in body else 0
            raw = _plain(int(digits) / 10**places * (-1 if negative else 1))
        read = _Read(text, body, digits, raw, number=raw)
        if percent and not isinstance(raw, str) and 0 < raw < 1 and body == text:
            read.number = _plain(_round(raw * 100, 10))
        return read

    def _looks_like_day(self, typed: Number) -> bool:
        most = max((number for number in self.numbers if number is not None), default=0)
        day = known.FIRST_SERIAL <= typed < known.END_OF_SERIALS and typed == math.floor(typed)
        return day and typed > 10 * most

    def _reading_day(self, typed: CellValue, text: str) -> _Read:
        body = _without_ending(text, known.ERAS).replace("-", "/").replace(".", "/")
        read = _Read(text, body, "", "")
        parts = body.split("/")
        short = len(parts) == 3 and len(parts[0]) <= 4 and len(parts[1]) <= 3 and len(body) <= 13
        if short and _only_digits("".join(parts)):
            read.a = body.replace("/", " " * 20)
            read.b, read.c, read.number = _day(parts)
        number = _number(typed)
        if number is not None:
            valid = known.FIRST_SERIAL <= number < known.END_OF_SERIALS
            read.number = math.floor(number) if valid else ""
        return read

    # ---- what counts --------------------------------------------------------------------------------------------

    def _count(self, own: _Read, accepted: _Read) -> None:
        status = self._own_status(own)
        sure = self._sure(own)
        source, value = "", ""
        result: Result = value
        if status is not Status.UNREADABLE:
            source, result = "own", own.number
        elif self._was_read() and _is_number(serial(self.values.read)):
            source, result = "read", _plain(_number(serial(self.values.read)) or 0)
        elif sure and accepted.number != "":
            source, result = "accepted", accepted.number
        self.cells[Working.OWN] = str(status)
        self.cells[Working.SURE] = int(sure)
        self.cells[Working.SOURCE] = source
        counted = {"own": status, "": Status.UNREADABLE}.get(source, Status.REPORTED)
        self.cells[Working.STATUS] = str(counted)
        self.cells[Working.VALUE] = result

    def _own_status(self, own: _Read) -> Status:
        if own.number != "":
            return Status.REPORTED
        if not own.text.strip(known.NOTHING):
            return Status.NONE
        return Status.ONGOING if own.text in known.ONGOING_FORMS else Status.UNREADABLE

    def _sure(self, own: _Read) -> bool:
        if _is_number(serial(self.values.achieved)):
            return self.unit is Unit.DATE
        if self._was_read() or len(own.text) > known.LONGEST_VALUE:
            return True
        begins = own.text.lower().startswith(known.value_starts(self.unit))
        if not begins and (own.text + "-")[0] not in known.VALUE_LETTERS:
            return True
        year = own.b if self.unit is Unit.DATE and not isinstance(own.b, str) else None
        return year is not None and (year < 1900 or 2000 <= year <= 2099 or year > 2199)

    def _was_read(self) -> bool:
        typed = self.values.achieved
        return isinstance(typed, str) and typed != "" and typed == self.values.read_for

    @property
    def _value(self) -> Number | None:
        return _number(self.cells[Working.VALUE])

    # ---- targets and marks --------------------------------------------------------------------------------------

    def _scale(self) -> None:
        present = [number for number in self.numbers if number is not None]
        usual = -1 if self.unit is Unit.DATE else 1
        direction = usual
        if present and min(present) != max(present):
            direction = 1 if present[0] == max(present) else -1
        turned = [number * direction for number in present]
        fault = 0
        if self._wrong_type(present):
            fault = 1
        elif turned != sorted(turned, reverse=True):
            fault = 2
        self.cells[Working.DIRECTION] = known.LESS_IS_WORSE if direction == 1 else known.LATER_IS_WORSE
        self.cells[Working.FAULT] = fault
        self.cells[Working.BEST] = next((n for n, number in enumerate(self.numbers, start=1) if number is not None), 0)

    def _wrong_type(self, present: Sequence[Number]) -> bool:
        missing = [
            target is None or (isinstance(target, str) and not target.strip(known.NOTHING)) for target in self.targets
        ]
        days = range(known.FIRST_SERIAL, known.END_OF_SERIALS)
        wrong_days = self.unit is Unit.DATE and not all(days.start <= number < days.stop for number in present)
        return not present or len(present) + sum(missing) != len(self.targets) or wrong_days

    def _score(self) -> None:
        if self.quarter > 1:
            earlier = (_number(serial(value)) for value in self.values.earlier)
            self.cells[Column.BEFORE] = next((value for value in earlier if value is not None), "")
        scored = self._value
        if self.unit is Unit.DATE:
            scored = self._open_day() if scored is None else scored
            self.cells[Working.SCORED] = scored
        reached = self._reached(scored)
        present = [place for place, number in enumerate(self.numbers[: max(reached - 1, 0)], 1) if number is not None]
        better = max(present, default=0)
        percent = self._percent(scored or 0, reached, better)
        self.cells |= {Working.REACHED: reached, Working.BETTER: better, Working.PERCENT: percent}
        status = self.cells[Working.STATUS]
        tier: Result = percent
        if status in (Status.NONE, Status.UNREADABLE):
            tier = ""
        elif status == Status.ONGOING:
            tier = 0
        elif self.cells[Working.FAULT]:
            tier = ""
        marks: Result = "" if isinstance(tier, str) else self._of_weight(tier)
        self.cells |= {Column.TIER: tier, Column.MARKS: marks, Column.ATTAINABLE: self._attainable(marks, percent)}

    def _open_day(self) -> Number:
        if self.cells[Working.DIRECTION] == known.LESS_IS_WORSE:
            return next((number for number in self.numbers if number is not None), 0)
        before = _number(self.cells.get(Column.BEFORE, ""))
        end = _number(serial(self.year.quarter_end(self.quarter))) or 0
        return end if before is None else min(before, end)

    def _reached(self, scored: Number | None) -> int:
        if scored is None or self.cells[Working.FAULT]:
            return 0
        more = self.cells[Working.DIRECTION] == known.LESS_IS_WORSE
        for place, number in enumerate(self.numbers, start=1):
            if number is not None and (scored >= number if more else scored <= number):
                return place
        return 0

    def _percent(self, scored: Number, reached: int, better: int) -> Number:
        if not reached:
            return 0
        tier = self.percents[reached - 1]
        if not better or self.values.rule is not Rule.PROPORTIONAL:
            return tier
        low, high = self.numbers[reached - 1] or 0, self.numbers[better - 1] or 0
        return _plain(tier + (self.percents[better - 1] - tier) * (scored - low) / (high - low))

    def _of_weight(self, percent: Number) -> Number:
        weight = _number(self.values.weight) or 0
        return _plain(_round(_round(weight * percent / 100, 8), 2))

    def _attainable(self, marks: Result, percent: Number) -> Number:
        if self.cells[Working.FAULT]:
            return 0
        if self.unit is Unit.DATE:
            return self._of_weight(percent)
        best = int(self.cells[Working.BEST])
        full = self._of_weight(self.percents[best - 1])
        return full if isinstance(marks, str) else max(marks, full)

    # ---- what is said -------------------------------------------------------------------------------------------

    def _understood(self) -> str:
        if self.cells[Working.STATUS] == Status.ONGOING:
            return known.ONGOING
        value = self._value
        if value is None:
            return ""
        if self.unit is Unit.DATE:
            day = EPOCH + timedelta(days=math.floor(value))
            return to_bangla_digits(f"{day.day} {MONTHS_BN[day.month - 1]} {day.year}")
        return to_bangla_digits(format(value, ".15g")) + ("%" if self.unit is Unit.PERCENT else "")

    def _issue(self, own: _Read, accepted: _Read) -> Issue | None:
        found = []
        if self.cells[Working.STATUS] == Status.UNREADABLE:
            found.append(not_understood(self.unit))
        if self.cells[Working.FAULT]:
            found.append(Issue.TARGETS_FAULTY)
        found += self._issues_of_value(own, accepted)
        return min(found, key=lambda issue: issue.number, default=None)

    def _issues_of_value(self, own: _Read, accepted: _Read) -> list[Issue]:
        found: list[Issue] = []
        value = self._value
        if self.cells[Working.SOURCE] == "accepted":
            found.append(Issue.ACCEPTED_USED)
        elif accepted.text and (value is None or accepted.number != value):
            found.append(Issue.ACCEPTED_NOT_USED)
        found += self._issues_of_claim()
        if self.unit is Unit.PERCENT and not isinstance(own.b, str) and own.body == own.text:
            found += [Issue.PERCENT_IS_ONE] * (own.b == 1) + [Issue.PERCENT_WAS_FRACTION] * (0 < own.b < 1)
        if value is None:
            return found
        found += [Issue.BELOW_LOWEST] * (self.cells[Working.REACHED] == 0)
        if self.unit is Unit.DATE:
            first, last = (_number(serial(day)) or 0 for day in (self.year.first_day, self.year.last_day))
            end = _number(serial(self.year.quarter_end(self.quarter))) or 0
            found += [Issue.DATE_OUTSIDE_YEAR] * (not first <= value <= last)
            found += [Issue.DATE_AFTER_QUARTER] * (value > end)
        elif self.unit is Unit.PERCENT:
            found += [Issue.PERCENT_OUT_OF_RANGE] * (not 0 <= value <= 100)
        else:
            before = _number(self.cells.get(Column.BEFORE, ""))
            found += [Issue.COUNT_NEGATIVE] * (value < 0)
            found += [Issue.COUNT_NOT_WHOLE] * (value != math.floor(value))
            found += [Issue.BELOW_LAST_QUARTER] * (before is not None and value < before)
        return found

    def _issues_of_claim(self) -> list[Issue]:
        claimed = _number(serial(self.values.claimed)) if self.layout is Layout.MARKS else None
        if claimed is None:
            return []
        above = claimed > (_number(self.values.weight) or 0)
        differs = claimed != (_number(self.cells[Column.MARKS]) or 0)
        return [Issue.CLAIM_ABOVE_WEIGHT] * above + [Issue.CLAIM_DIFFERS] * differs


def _cleaned(typed: CellValue) -> str:
    if typed is None:
        return ""
    if not isinstance(typed, str):
        return known.A_NUMBER if _is_number(typed) else known.NEITHER
    for blank in known.BLANKS:
        typed = typed.replace(blank, " ")
    for letter in known.INVISIBLE:
        typed = typed.replace(letter, "")
    return to_ascii_digits(" ".join(filter(None, typed.split(" "))))


def _without_ending(text: str, endings: Sequence[str]) -> str:
    ending = next((each for each in endings if text.endswith(each)), "")
    return text.removesuffix(ending).strip(" ") if ending else text


def _only_digits(text: str) -> bool:
    return 0 < len(text) <= known.LONGEST_NUMBER and text.isascii() and text.isdigit()


def _day(parts: Sequence[str]) -> tuple[int, int, Result]:
    """Year, month and day in one number (0 where one is missing), and the serial number if it is a real day."""
    first, middle, last = parts
    iso = len(first) == 4
    typed_year, typed_day = (first, last) if iso else (last, first)
    year = int(typed_year) + (2000 if len(typed_year) == 2 else 0) if typed_year else 0
    month_day = int(middle) * known.MONTH_PLACE + int(typed_day) if middle and typed_day else 0
    try:
        day = date(year if 2000 <= year <= 2099 else 0, *divmod(month_day, known.MONTH_PLACE))
    except ValueError:
        return year, month_day, ""
    return year, month_day, _number(serial(day)) or ""
