"""A cell of a sheet: what stands in it, untouched, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

CellValue = str | bool | int | float | date | datetime | None
"""A cell as a spreadsheet hands it over."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, untouched, and where: `'১ম ত্রৈমাসিক'!M8`."""

    value: CellValue = None
    address: str = ""

    @property
    def blank(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def text(self) -> str:
        """The cell as people see it: `""` when blank, `3` for 3.0, `0.3` for 0.1 + 0.2, a day without its time."""
        if self.value is None:
            return ""
        if isinstance(self.value, float):
            return format(self.value, ".15g")
        if isinstance(self.value, datetime):
            return self.value.date().isoformat()
        return str(self.value).strip()


BLANK = Cell()
