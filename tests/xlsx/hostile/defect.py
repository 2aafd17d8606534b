"""A hostile or broken file of the corpus: what is wrong with it, who wrote it, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.xlsx.hostile.offices import Offices

READ = "read"
"""The marks of the report, as if nothing were wrong, and no finding more."""

Make = Callable[[Offices], bytes]


@dataclass(frozen=True)
class Defect:
    """`comes_to`: `read`, the code of the refusal, or `finding` and its code, beside the marks of the report."""

    name: str
    writer: str
    make: Make
    comes_to: str
    ending: str = "xlsx"
