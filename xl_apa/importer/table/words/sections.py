"""Headings of areas that stand in a row of their own over the whole table: `১. প্রাতিষ্ঠানিক ব্যবস্থা : ৮`."""

from __future__ import annotations

import re
from decimal import Decimal

from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.typed.reading import parse_marks

_NUMBERED = re.compile(r"[\[(]?\s*[0-9]{1,2}\s*[\])।:.](?![0-9])\s*\S")
_WEIGHT = re.compile(r"\s*[:ঃ(–—-]\s*(?:মান\s*[:ঃ-]?\s*)?([\d০-৯]+(?:\.[\d০-৯]+)?)\s*\)?\s*$")


def is_section(text: str) -> bool:
    """Return whether a text has a number of its own before it, and not that of an activity or an indicator."""
    return bool(_NUMBERED.match(for_reading(text)))


def title_and_weight(text: str) -> tuple[str, Decimal | None]:
    """Return the heading without the weight behind it, and that weight, None where there is none."""
    weight = _WEIGHT.search(text)
    return (text[: weight.start()], parse_marks(weight[1])) if weight else (text, None)
