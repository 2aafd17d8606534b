"""Numbers and days in which a scan took a digit for a letter or a bar: `।৫` of ১৫, `২o/০৬/২০২৪`."""

from __future__ import annotations

import re

from xl_apa.core.cells import CellValue
from xl_apa.core.text.lookalikes import for_reading

_BAR = re.compile(r"[\d.,%\s]*।[\d.,%\s]*[^\d।]{0,20}")
_SMUDGED = re.compile(r"(?=.*\d)(?=.*[।ol])[\d.,%/\-\s।ol]*")
_AS_DIGITS = str.maketrans("ol।", "011")


def is_half_read(value: CellValue) -> bool:
    """Return whether a scan may have taken a digit for a bar: `২।` of ২১, `|` of ১."""
    text = for_reading(value) if isinstance(value, str) else ""
    return bool(_BAR.fullmatch(text))


def is_smudged(text: str) -> bool:
    """Return whether a text is a number or a day with letters or bars where digits should be."""
    return bool(_SMUDGED.fullmatch(for_reading(text)))


def with_digits(text: str) -> str:
    """Return a text as values are read in it, with digits for what a scan took for letters and bars."""
    return for_reading(text).translate(_AS_DIGITS)
