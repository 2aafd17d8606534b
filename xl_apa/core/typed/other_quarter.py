"""A sentence that names the quarter of its figure: of another quarter than the report's, nothing is offered."""

from __future__ import annotations

from dataclasses import replace

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Unit
from xl_apa.core.text.months import find_periods
from xl_apa.core.typed.reading import Reading


def offered_in_quarter(reading: Reading, unit: Unit, quarter: Quarter) -> Reading:
    """Return the reading, without its offer where the sentence tells of another quarter alone: `১ম ত্রৈমাসিকে ৩টি`.

    A day says by itself when it was.
    """
    if reading.offer is None or unit is Unit.DATE:
        return reading
    return replace(reading, offer=None) if tells_of_other(str(reading.params.get("text", "")), quarter) else reading


def tells_of_other(text: str, quarter: Quarter) -> bool:
    """Return whether a sentence names quarters, by number or by their months, and this one is not the last of them."""
    named = {*Quarter.find_all(text), *(Quarter.of_month(last) for _, last in find_periods(text))}
    return bool(named) and quarter != max(named)
