"""JSON on standard output: its values are numbers, ISO dates and text."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from xl_apa.cli.screen_text import escaped
from xl_apa.core.model import Value


def print_json(data: object) -> None:
    """Print data as JSON, Bangla letters as they are."""
    print(escaped(json.dumps(data, ensure_ascii=False, indent=2)))


def json_number(number: Decimal) -> int | float:
    """Return a number as JSON has it: 6, 17.8."""
    return int(number) if number == int(number) else float(number)


def json_value(value: Value | None) -> object:
    """Return a value as JSON has it: a number, an ISO date, or null."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else json_number(value)
