"""The hidden data sheet: keys in column A, values in column B, and the words that formulas look up."""

from __future__ import annotations

from enum import StrEnum

from xl_apa.core.model import Unit

SCHEMA_VERSION = 1
"""Raised whenever a column or sheet moves, so that an older workbook is told apart."""

FORMULAS_VERSION = 3
"""Raised whenever a formula changes: a form that is out keeps the formulas of its own version, nobody changed them."""

DATA_SHEET = "xl_apa"


class Edition(StrEnum):
    """What calculates the marks inside the workbook: its own formulas, or buttons that call the program."""

    NATIVE = "native"
    MACRO = "macro"


class Data(StrEnum):
    """Keys of the hidden sheet. The plan is JSON, in pieces, since a cell holds 32,767 characters at most."""

    SCHEMA_VERSION = "schema_version"
    PLAN_NAME = "plan_name"
    FISCAL_YEAR = "fiscal_year"
    LAYOUT = "layout"
    EDITION = "edition"
    RULE = "rule"
    FORMULAS_VERSION = "formulas_version"
    PLAN = "plan"
    MESSAGE = "message"
    MONTH = "month"
    START = "start"
    WORD = "word"


PYTHON_ROW, PYTHON_COLUMN = 4, 2
"""Beside the edition: whether Python answers inside the workbook. Macro edition only."""

PYTHON_CELL = f"{DATA_SHEET}!$C$5"

PLAN_PIECE = 30_000

# Names of cells on the hidden sheet, one under the other, in which formulas look things up.
MESSAGES = "apa_messages"
MONTHS = "apa_months"


class WordList(StrEnum):
    """Names of the lists of words that the formulas know.

    `NUMBER_VALUES` are those of `NUMBER_WORDS`, in order, and `MONTH_NUMBERS` those of `MONTH_NAMES`.
    """

    NOTHING = "apa_nothing"
    ONGOING = "apa_ongoing"
    ONGOING_SUBJECTS = "apa_ongoing_subjects"
    ONGOING_ENDINGS = "apa_ongoing_endings"
    COUNTERS = "apa_counters"
    PERCENT_SIGNS = "apa_percent_signs"
    NUMBER_WORDS = "apa_number_words"
    NUMBER_VALUES = "apa_number_values"
    MONTH_NAMES = "apa_month_names"
    MONTH_NUMBERS = "apa_month_numbers"
    ORDINALS = "apa_ordinals"
    ERAS = "apa_eras"


def starts_name(unit: Unit) -> str:
    """Return the name of the words that a text may begin with which is no mere sentence."""
    return f"apa_starts_{unit}"
