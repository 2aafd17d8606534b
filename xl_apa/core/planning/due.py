"""When reports are due, level by level: the table `due` of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import DueDay
from xl_apa.core.typed.dates import parse_date

FIELDS = ("level", "quarter", "day")
"""What an entry says: a level in the words of the register, a quarter from 1 to 4, a day as dd/mm/yyyy."""


def parse_due_day(data: Mapping[str, object], year: FiscalYear) -> tuple[DueDay | None, tuple[str, ...]]:
    """Return the due day of a level and a quarter, None when it says none, and which of its fields are wrong.

    A report is due after the quarter's last day, and before another year has passed.
    """
    level, number, typed = (data.get(name) for name in FIELDS)
    quarter = Quarter(number) if isinstance(number, int) and number in list(Quarter) else None
    day = typed if isinstance(typed, date) else parse_date(str(typed)).value
    latest = FiscalYear(year.start + 1).last_day
    if day and quarter and not year.quarter_end(quarter) < day <= latest:
        day = None
    named = level.strip() if isinstance(level, str) else ""
    if named and quarter and day:
        return DueDay(named, quarter, day), ()
    return None, tuple(name for name, value in zip(FIELDS, (named, quarter, day)) if not value)


def due_day_as_data(due: DueDay) -> dict[str, object]:
    """Return the table that `parse_due_day` reads."""
    return {"level": due.level, "quarter": int(due.quarter), "day": due.day.isoformat()}
