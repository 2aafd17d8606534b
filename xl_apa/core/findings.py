"""A fault in the data, as data: what kind, how grave, where. The sentences stand in `messages`, by the kind's code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from xl_apa.core.messages import render


class Severity(StrEnum):
    """How much a finding matters: an error must be put right, a warning looked at, a note only known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Category(StrEnum):
    """What a finding is about.

    `READING`: how a cell was read. `VALUE`: what was achieved, and the evidence for it. `CLAIM`: the marks an office
    gives itself. `FORM`: where a form is not the ministry's plan. `WORKBOOK`: which office and plan a file is for.
    `PLAN`: the plan itself. `ROW`: the targets of a row by itself. `IMPORT`: how a document of another form was read.
    """

    READING = "reading"
    VALUE = "value"
    CLAIM = "claim"
    FORM = "form"
    WORKBOOK = "workbook"
    PLAN = "plan"
    ROW = "row"
    IMPORT = "import"


class FindingKind(StrEnum):
    """Everything that a finding may say: its code, how much it matters and what it is about.

    A member is its code (`"date-not-real"`): the catalogue has its sentence under it, and JSON and tables show it.
    """

    severity: Severity
    category: Category

    def __new__(cls, code: str, severity: Severity, category: Category) -> Self:
        kind = str.__new__(cls, code)
        kind._value_ = code
        kind.severity = severity
        kind.category = category
        return kind

    DATE_NOT_REAL = "date-not-real", Severity.ERROR, Category.READING
    DATE_NOT_UNDERSTOOD = "date-not-understood", Severity.ERROR, Category.READING
    NARRATIVE = "narrative", Severity.ERROR, Category.READING
    NOT_UNDERSTOOD = "not-understood", Severity.ERROR, Category.READING
    UNIT_MISMATCH = "unit-mismatch", Severity.ERROR, Category.READING
    UNIT_UNCLEAR = "unit-unclear", Severity.ERROR, Category.READING
    AMOUNT_RECKONED = "amount-reckoned", Severity.NOTE, Category.READING
    NUMBER_NOT_PLAUSIBLE = "number-not-plausible", Severity.ERROR, Category.READING
    PERCENT_WAS_FRACTION = "percent-was-fraction", Severity.NOTE, Category.READING
    PERCENT_IS_ONE = "percent-is-one", Severity.WARNING, Category.READING
    PERCENT_DOUBTFUL = "percent-doubtful", Severity.ERROR, Category.READING
    PERCENT_OUT_OF_RANGE = "percent-out-of-range", Severity.ERROR, Category.READING
    ACCEPTED_USED = "accepted-used", Severity.NOTE, Category.READING
    ACCEPTED_NOT_USED = "accepted-not-used", Severity.WARNING, Category.READING

    CELL_ERROR = "cell-error", Severity.ERROR, Category.READING
    FORMULA_WITHOUT_RESULT = "formula-without-result", Severity.ERROR, Category.READING
    STRUCK_OUT = "struck-out", Severity.ERROR, Category.READING
    CELL_MERGED = "cell-merged", Severity.ERROR, Category.READING
    SOMETHING_OVER_CELL = "something-over-cell", Severity.ERROR, Category.READING
    PICTURE_OVER_CELL = "picture-over-cell", Severity.ERROR, Category.READING
    SHOWN_OTHERWISE = "shown-otherwise", Severity.ERROR, Category.READING
    PART_NOT_COUNTED = "part-not-counted", Severity.NOTE, Category.READING
    COUNT_LOOKS_LIKE_DAY = "count-looks-like-day", Severity.ERROR, Category.READING

    DATE_OUTSIDE_YEAR = "date-outside-year", Severity.ERROR, Category.VALUE
    DATE_AFTER_QUARTER = "date-after-quarter", Severity.ERROR, Category.VALUE
    DATE_AFTER_REPORT = "date-after-report", Severity.ERROR, Category.VALUE
    REPORT_DATE_NOT_READ = "report-date-not-read", Severity.WARNING, Category.VALUE
    REPORT_BEFORE_QUARTER_END = "report-before-quarter-end", Severity.WARNING, Category.VALUE
    REPORT_LATE = "report-late", Severity.WARNING, Category.VALUE
    EVIDENCE_AFTER_REPORT = "evidence-after-report", Severity.WARNING, Category.VALUE
    EVIDENCE_MISSING = "evidence-missing", Severity.WARNING, Category.VALUE
    EVIDENCE_NOT_ATTACHED = "evidence-not-attached", Severity.NOTE, Category.VALUE
    EVIDENCE_OTHER_PERIOD = "evidence-other-period", Severity.NOTE, Category.VALUE
    BELOW_LAST_QUARTER = "below-last-quarter", Severity.ERROR, Category.VALUE
    EARLIER_NOT_READ = "earlier-not-read", Severity.ERROR, Category.VALUE
    EARLIER_MISSING = "earlier-missing", Severity.ERROR, Category.VALUE
    QUARTER_BLANK = "quarter-blank", Severity.WARNING, Category.VALUE
    COUNT_OF_THIS_QUARTER = "count-of-this-quarter", Severity.WARNING, Category.VALUE
    REPORTED_BEFORE = "reported-before", Severity.WARNING, Category.VALUE
    DATE_CHANGED = "date-changed", Severity.WARNING, Category.VALUE
    COUNT_NEGATIVE = "count-negative", Severity.ERROR, Category.VALUE
    COUNT_NOT_WHOLE = "count-not-whole", Severity.ERROR, Category.VALUE

    CLAIMED_ABOVE_WEIGHT = "claimed-above-weight", Severity.ERROR, Category.CLAIM
    CLAIMED_DIFFERS = "claimed-differs", Severity.WARNING, Category.CLAIM
    CLAIMED_IS_COUNT = "claimed-is-count", Severity.WARNING, Category.CLAIM
    CLAIMED_NOT_READ = "claimed-not-read", Severity.WARNING, Category.CLAIM
    MARKS_OUT_OF_DATE = "marks-out-of-date", Severity.NOTE, Category.CLAIM

    FISCAL_YEAR_DIFFERS = "fiscal-year-differs", Severity.WARNING, Category.FORM
    UNIT_DIFFERS = "unit-differs", Severity.ERROR, Category.FORM
    WEIGHT_DIFFERS = "weight-differs", Severity.ERROR, Category.FORM
    TARGET_DIFFERS = "target-differs", Severity.ERROR, Category.FORM
    WEIGHTS_DO_NOT_ADD_UP = "weights-do-not-add-up", Severity.WARNING, Category.FORM
    AREA_DOES_NOT_FIT = "area-does-not-fit", Severity.WARNING, Category.FORM
    CODE_DOES_NOT_FIT = "code-does-not-fit", Severity.WARNING, Category.FORM
    INDICATOR_MISSING = "indicator-missing", Severity.ERROR, Category.FORM
    INDICATOR_REPEATED = "indicator-repeated", Severity.ERROR, Category.FORM
    INDICATOR_UNKNOWN = "indicator-unknown", Severity.ERROR, Category.FORM
    DAYS_SHIFTED = "days-shifted", Severity.ERROR, Category.WORKBOOK
    COLUMNS_MISSING = "columns-missing", Severity.WARNING, Category.WORKBOOK
    VALUE_OUTSIDE_ROWS = "value-outside-rows", Severity.ERROR, Category.WORKBOOK
    FORMULAS_CHANGED = "formulas-changed", Severity.WARNING, Category.WORKBOOK
    FORMULAS_LOST = "formulas-lost", Severity.WARNING, Category.WORKBOOK
    LOOKS_NOT_READ = "looks-not-read", Severity.WARNING, Category.WORKBOOK
    FORM_FOR_OTHER_YEAR = "form-for-other-year", Severity.ERROR, Category.WORKBOOK
    OTHER_QUARTER_FILLED = "other-quarter-filled", Severity.WARNING, Category.WORKBOOK
    SENT_AGAIN = "sent-again", Severity.WARNING, Category.WORKBOOK
    SENT_AGAIN_UNDECIDED = "sent-again-undecided", Severity.ERROR, Category.WORKBOOK
    OFFICE_UNKNOWN = "office-unknown", Severity.WARNING, Category.WORKBOOK
    OFFICE_UNKNOWN_BUT_NAME = "office-unknown-but-name", Severity.ERROR, Category.WORKBOOK
    OFFICE_NAME_OF_OTHER = "office-name-of-other", Severity.ERROR, Category.WORKBOOK
    OFFICE_NAME_DIFFERS = "office-name-differs", Severity.NOTE, Category.WORKBOOK
    OFFICE_CODE_SHARED = "office-code-shared", Severity.ERROR, Category.WORKBOOK
    OFFICE_BY_NAME = "office-by-name", Severity.NOTE, Category.WORKBOOK
    OFFICE_BY_NAME_TAKEN = "office-by-name-taken", Severity.ERROR, Category.WORKBOOK
    PLAN_FROM_WORKBOOK = "plan-from-workbook", Severity.WARNING, Category.WORKBOOK
    OFFICE_CODE_BLANK = "office-code-blank", Severity.WARNING, Category.WORKBOOK
    OFFICE_CODE_IS_DAY = "office-code-is-day", Severity.ERROR, Category.WORKBOOK
    FIELD_BESIDE_ITS_CELL = "field-beside-its-cell", Severity.WARNING, Category.WORKBOOK
    COPY_FILLED = "copy-filled", Severity.ERROR, Category.WORKBOOK
    COPY_DIFFERS = "copy-differs", Severity.ERROR, Category.WORKBOOK
    INFO_COPY_DIFFERS = "info-copy-differs", Severity.WARNING, Category.WORKBOOK
    QUARTER_NOT_READ = "quarter-not-read", Severity.WARNING, Category.WORKBOOK
    INFO_BLANK = "info-blank", Severity.ERROR, Category.WORKBOOK
    FOREIGN_MACROS = "foreign-macros", Severity.WARNING, Category.WORKBOOK
    OUTSIDE_LINKS = "outside-links", Severity.WARNING, Category.WORKBOOK
    EMBEDDED_OBJECTS = "embedded-objects", Severity.WARNING, Category.WORKBOOK
    FOREIGN_SHEETS_HIDDEN = "foreign-sheets-hidden", Severity.WARNING, Category.WORKBOOK
    FORM_SHEET_HIDDEN = "form-sheet-hidden", Severity.WARNING, Category.WORKBOOK
    FORM_ROWS_HIDDEN = "form-rows-hidden", Severity.WARNING, Category.WORKBOOK
    FORM_CELLS_UNSEEN = "form-cells-unseen", Severity.WARNING, Category.WORKBOOK
    FORM_COLUMNS_HIDDEN = "form-columns-hidden", Severity.WARNING, Category.WORKBOOK
    SHEET_OF_OTHER_QUARTER = "sheet-of-other-quarter", Severity.ERROR, Category.WORKBOOK

    PLAN_ALTERED = "plan-altered", Severity.ERROR, Category.FORM
    PLAN_ALTERED_FURTHER = "plan-altered-further", Severity.ERROR, Category.FORM
    PLAN_IS_ANOTHER = "plan-is-another", Severity.WARNING, Category.FORM
    PLAN_INSIDE_UNREADABLE = "plan-inside-unreadable", Severity.ERROR, Category.WORKBOOK
    HIDDEN_FIELD_DIFFERS = "hidden-field-differs", Severity.ERROR, Category.WORKBOOK
    TABS_SWAPPED = "tabs-swapped", Severity.ERROR, Category.WORKBOOK
    SHEET_SAYS_TWO_QUARTERS = "sheet-says-two-quarters", Severity.ERROR, Category.WORKBOOK
    SHEET_UNLOCKED = "sheet-unlocked", Severity.NOTE, Category.WORKBOOK
    TEMPLATE_OTHER_VERSION = "template-other-version", Severity.NOTE, Category.WORKBOOK
    TEXT_DIFFERS = "text-differs", Severity.WARNING, Category.FORM
    AREA_WEIGHT_DIFFERS = "area-weight-differs", Severity.WARNING, Category.FORM
    TIER_HEADING_DIFFERS = "tier-heading-differs", Severity.ERROR, Category.FORM
    ROWS_REORDERED = "rows-reordered", Severity.WARNING, Category.FORM
    TOTAL_DIFFERS = "total-differs", Severity.WARNING, Category.CLAIM

    TARGETS_MISSING = "targets-missing", Severity.ERROR, Category.PLAN
    TARGET_WRONG_TYPE = "target-wrong-type", Severity.ERROR, Category.PLAN
    TIERS_NOT_MONOTONE = "tiers-not-monotone", Severity.ERROR, Category.PLAN
    BEST_TIER_MISSING = "best-tier-missing", Severity.WARNING, Category.PLAN
    PLAN_FIELD_MISSING = "plan-field-missing", Severity.ERROR, Category.PLAN
    PLAN_FIELD_UNKNOWN = "plan-field-unknown", Severity.ERROR, Category.PLAN
    PLAN_VALUE_WRONG = "plan-value-wrong", Severity.ERROR, Category.PLAN
    PLAN_UNIT_AMBIGUOUS = "plan-unit-ambiguous", Severity.ERROR, Category.PLAN
    PLAN_DECIMALS_UNFIT = "plan-decimals-unfit", Severity.ERROR, Category.PLAN
    PLAN_TOTAL = "plan-total", Severity.ERROR, Category.PLAN
    PLAN_AREA_WEIGHT = "plan-area-weight", Severity.ERROR, Category.PLAN
    PLAN_CODE_REPEATED = "plan-code-repeated", Severity.ERROR, Category.PLAN
    PLAN_CODE_MISPLACED = "plan-code-misplaced", Severity.WARNING, Category.PLAN
    PLAN_WEIGHT_NOT_POSITIVE = "plan-weight-not-positive", Severity.ERROR, Category.PLAN
    PLAN_ROLLUP_UNFIT = "plan-rollup-unfit", Severity.ERROR, Category.PLAN
    PLAN_METHOD_UNFIT = "plan-method-unfit", Severity.ERROR, Category.PLAN
    PLAN_TARGET_OUTSIDE_YEAR = "plan-target-outside-year", Severity.WARNING, Category.PLAN

    ROW_TARGETS_MISSING = "row-targets-missing", Severity.ERROR, Category.ROW
    ROW_TARGET_WRONG_TYPE = "row-target-wrong-type", Severity.ERROR, Category.ROW
    ROW_TIERS_NOT_MONOTONE = "row-tiers-not-monotone", Severity.ERROR, Category.ROW

    IMPORT_UNSURE = "import-unsure", Severity.ERROR, Category.IMPORT
    IMPORT_CLAIM_UNSURE = "import-claim-unsure", Severity.WARNING, Category.IMPORT
    IMPORT_ROW_UNKNOWN = "import-row-unknown", Severity.WARNING, Category.IMPORT
    IMPORT_CELL_LEFT_OVER = "import-cell-left-over", Severity.WARNING, Category.IMPORT
    IMPORT_TARGET_JOINED = "import-target-joined", Severity.NOTE, Category.IMPORT
    IMPORT_TWO_FIGURES = "import-two-figures", Severity.WARNING, Category.IMPORT
    IMPORT_CONVERTED = "import-converted", Severity.NOTE, Category.IMPORT
    IMPORT_TABLE_NOT_READ = "import-table-not-read", Severity.NOTE, Category.IMPORT
    IMPORTED = "imported", Severity.NOTE, Category.IMPORT
    IMPORT_TO_CONFIRM = "import-to-confirm", Severity.ERROR, Category.IMPORT
    IMPORT_CONFIRMED = "import-confirmed", Severity.NOTE, Category.IMPORT
    IMPORT_OFFICE_BY_FILE = "import-office-by-file", Severity.NOTE, Category.IMPORT
    IMPORT_OFFICE_SIMILAR = "import-office-similar", Severity.WARNING, Category.IMPORT


KINDS: Mapping[str, FindingKind] = {kind.value: kind for kind in FindingKind}
"""Every kind by its code."""

_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a careful reviewer would note; `params` are the parameters of its sentence.

    `cell` is `'১ম ত্রৈমাসিক'!M8`, or "" when it is about the whole file; `indicator` a code of the plan or "".
    """

    kind: FindingKind
    cell: str = ""
    indicator: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The kind as plain text: `date-not-real`."""
        return self.kind.value

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.kind.severity

    def text(self, lang: str) -> str:
        """Return the sentence for the reader, `bn` or `en`; a value that is offered stands in a second one."""
        sentence = render(self.kind, lang, self.params)
        if self.params.get("offer") is None:
            return sentence
        return f"{sentence} {render('offer', lang, self.params)}"


def gravest(findings: Iterable[Finding]) -> Finding | None:
    """Return the gravest finding, the first of those; None when there is none."""
    return min(findings, key=lambda finding: _ORDER[finding.severity], default=None)
