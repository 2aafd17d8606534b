"""Values of core as cells hold them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from xl_apa.core.model import Value

FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no workbook can hold."""


def as_number(value: Decimal) -> int | float:
    """A decimal as cells hold it."""
    return int(value) if value == int(value) else float(value)


def cell_value(value: Value) -> int | float | date:
    """A target as cells hold it."""
    return value if isinstance(value, date) else as_number(value)
