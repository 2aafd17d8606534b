"""The shape of an entry of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error must be put right, a warning looked at, a note only known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages; findings carry a severity."""

    bn: str
    en: str
    severity: Severity | None = None
