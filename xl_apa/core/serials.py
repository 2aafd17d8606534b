"""Days and the numbers by which a spreadsheet counts them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

_SERIALS = range(36526, 73051)  # 1 January 2000 to 31 December 2099


def date_of_serial(serial: float) -> date | None:
    """Return the day of an Excel serial number between 2000 and 2099; None for any other number."""
    if serial != serial or not _SERIALS.start <= serial < _SERIALS.stop:
        return None
    return date(1899, 12, 30) + timedelta(days=int(serial))


def serial_of_day(day: date) -> int | float:
    """Return the number that a spreadsheet shows as this day: 96 for 5 April 1900, 2.5 for noon of 2 January 1900."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    days, rest = divmod(moment.replace(tzinfo=None) - datetime(1899, 12, 31), timedelta(days=1))
    # Excel takes 1900 for a leap year.
    days += days >= 60
    return days + rest / timedelta(days=1) if rest else days
