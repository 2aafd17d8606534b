"""A quarter's sheet: 14 official columns, then the helper columns that are not printed, and hidden working columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Area, Indicator, Layout, Method, Plan, Rule, Unit
from xl_apa.core.text.months import Month
from xl_apa.core.text.numerals import in_digits
from xl_apa.sheets.layout.info import Info


def quarter_sheet(quarter: Quarter) -> str:
    """Return `১ম ত্রৈমাসিক` … `৪র্থ ত্রৈমাসিক`."""
    return f"{quarter.ordinal_bn} ত্রৈমাসিক"


class Column(IntEnum):
    """Columns of a quarter sheet; marks and message follow the official ones at once, to be seen while one types."""

    SERIAL = 0
    AREA = 1
    AREA_WEIGHT = 2
    ACTIVITY = 3
    INDICATOR = 4
    UNIT = 5
    WEIGHT = 6
    TARGETS = 7
    ACHIEVED = 12
    LAST = 13
    GAP = 14
    MARKS = 15
    MESSAGE = 16
    ACCEPTED = 17
    TIER = 18
    UNDERSTOOD = 19
    ATTAINABLE = 20
    BEFORE = 21
    EVIDENCE = 22
    ATTACHED = 23
    REVIEW = 24


class Working(IntEnum):
    """Hidden columns, in which the native formulas work step by step.

    `READ_FOR` and `READ` are written by the program: a text that it looked at, and the value it read where the formulas
    would not have, blank when it read none; `SEVERITY` is that of its gravest finding, `ERROR_ELSEWHERE` where that is
    an error of another cell than the achievement. `RULE` is the rule's name,
    `STATUS` a `Status` of core, `VALUE` what counts as achieved (a day as its serial number).

    The achievement and the accepted value are read in six steps each: the text in ASCII digits, the text without the
    unit behind it, its pieces, the number. `OWN` is the status of the achievement alone, `SURE` is 1 when certainly
    nobody reads a value in it, `SOURCE` says where the value comes from (`own`, `read`, `accepted`). `DIRECTION` is
    `<` where less is worse and `>` where more or later is, `FAULT` above 0 when the targets cannot be used, `BEST` the
    place of the best target that is present, `SCORED` the day that is marked (without a value the quarter's last),
    `REACHED` the place of the target it reaches, `BETTER` of the next better one. `ISSUE` is the message's place in
    `formulas.issues.Issue`, graver ones first, 0 when all is fine.

    Where quarters are added up or averaged, `EARLIER_1` … are what the quarters before say (a number, blank, or a text
    that was not understood), and `YEAR` is the year's figure.
    """

    READ_FOR = 25
    READ = 26
    SEVERITY = 27
    RULE = 28
    STATUS = 29
    VALUE = 30
    TEXT = 31
    BODY = 32
    PART_A = 33
    PART_B = 34
    PART_C = 35
    NUMBER = 36
    ACCEPTED_TEXT = 37
    ACCEPTED_BODY = 38
    ACCEPTED_PART_A = 39
    ACCEPTED_PART_B = 40
    ACCEPTED_PART_C = 41
    ACCEPTED_NUMBER = 42
    OWN = 43
    SURE = 44
    SOURCE = 45
    DIRECTION = 46
    FAULT = 47
    BEST = 48
    SCORED = 49
    REACHED = 50
    BETTER = 51
    PERCENT = 52
    ISSUE = 53
    EARLIER_1 = 54
    EARLIER_2 = 55
    EARLIER_3 = 56
    YEAR = 57


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """What a quarter's sheet says of itself in one hidden cell, also when somebody has given it another name.

    `signed` is the report's date as the info sheet has it, "" when none was typed.
    """

    plan: str
    quarter: Quarter
    layout: Layout
    signed: str = ""
    fiscal_year: str = ""
    office_code: str = ""

    @property
    def text(self) -> str:
        """As it stands in the cell: `2023-24|2|remarks|45306|২০২৩-২৪|SID`."""
        known = (self.plan, str(int(self.quarter)), self.layout.value)
        return "|".join((*known, self.signed, self.fiscal_year, self.office_code))

    @classmethod
    def parse(cls, text: str) -> FormIdentity | None:
        """Return the identity in a cell, None when the text is none."""
        parts = text.split("|", 5)
        if len(parts) < 6 or parts[1] not in tuple("1234") or parts[2] not in list(Layout):
            return None
        return cls(parts[0], Quarter(int(parts[1])), Layout(parts[2]), *parts[3:])


ERROR_ELSEWHERE = f"{Severity.ERROR}-elsewhere"

IDENTITY_CELL = (0, Working.READ_FOR)
"""Row and column of the cell in which a sheet says what it is."""

TARGET_COLUMNS = range(Column.TARGETS, Column.ACHIEVED)
OFFICIAL_COLUMNS = range(Column.SERIAL, Column.GAP)
HELPER_COLUMNS = range(Column.GAP + 1, Column.REVIEW + 1)
LATER_COLUMNS = frozenset({Column.ATTACHED})
"""Those of them that forms of earlier versions do not have: nothing is missing where they are not there."""

TITLE_ROWS = range(3)
HEADER_ROWS = range(3, 6)
NUMBER_ROW = 6
FIRST_ROW = 7
"""The first indicator's row; every indicator of the plan has one row, in the plan's order."""

FIXED_COLUMNS = (
    Column.SERIAL,
    Column.AREA,
    Column.AREA_WEIGHT,
    Column.ACTIVITY,
    Column.INDICATOR,
    Column.UNIT,
    Column.WEIGHT,
)
"""The columns left of the targets, which are headed alike in every quarter."""


def official_heading(column: Column, lang: str = "bn") -> str:
    """Return the heading of one of the fixed columns."""
    return render(f"official-{column.name.lower()}", lang)


HEADINGS = {
    **{column: official_heading(column) for column in FIXED_COLUMNS},
    Column.MARKS: "প্রাপ্ত নম্বর",
    Column.MESSAGE: "বার্তা",
    Column.ACCEPTED: "গৃহীত অর্জন",
    Column.TIER: "অর্জিত স্তর (%)",
    Column.UNDERSTOOD: "যেভাবে পড়া হয়েছে",
    Column.ATTAINABLE: "সর্বোচ্চ অর্জনযোগ্য",
    Column.BEFORE: "আগের ত্রৈমাসিকে",
    Column.EVIDENCE: "প্রমাণক",
    Column.ATTACHED: "প্রমাণক সংযুক্ত (হ্যাঁ/না)",
    Column.REVIEW: "সর্বশেষ যাচাইয়ের বার্তা",
}

FORMER_HEADINGS = {
    Column.UNDERSTOOD: "যা বোঝা গেছে",
    Column.ACCEPTED: "গৃহীত মান",
    Column.ATTAINABLE: "এখনও সম্ভব",
    Column.REVIEW: "শেষ যাচাইয়ের বার্তা",
}
"""What templates had over these columns before; workbooks with these headings are out there."""

ANSWERS = ("হ্যাঁ", "না")
"""What may be chosen where it is asked whether the evidence is attached."""

WRITE_HEADING = "যা লিখতে হবে"
"""Over the column between the official form and the others, in which every row says which figure is to be written."""
HELPER_TITLE = "হিসাবের ঘর (মুদ্রণে আসে না)"
TARGETS_HEADING = "লক্ষ্যমাত্রা"
MISSING_TIER = "-"
TOTAL_LABEL = render("official-total", "bn")
OUT_OF_LABEL = "পূর্ণমান"


def target_heading(year: FiscalYear, lang: str = "bn") -> str:
    """Return the heading over the tiers: `লক্ষ্যমাত্রা ২০২৩-২০২৪`."""
    return render("official-targets", lang, {"text": in_digits(year.long, lang)})


def achieved_heading(layout: Layout, quarter: Quarter, lang: str = "bn") -> str:
    """Return the heading of column 13, as the two real reports have it."""
    return render(f"official-achieved-{layout}", lang, {"quarter": quarter})


def last_heading(layout: Layout, lang: str = "bn") -> str:
    """Return the heading of column 14, by layout."""
    return render(f"official-last-{layout}", lang)


EXAMPLE_MARK = render("official-example", "bn")


def plan_title(plan: Plan, layout: Layout = Layout.REMARKS, lang: str = "bn") -> str:
    """Return the second title line: the plan's name and year, and that an example is one."""
    title = f"{plan.title} {in_digits(plan.fiscal_year.label, lang)}"
    if layout is Layout.MARKS:
        title = render("official-plan-of-year", lang, {"name": plan.title, "year": plan.fiscal_year.label})
    return title + render("official-example", lang) if plan.example else title


def quarter_title(layout: Layout, quarter: Quarter, lang: str = "bn") -> str:
    """Return the third title line; the second and fourth quarters close a half-year and the year."""
    closed = {Quarter.Q2: "official-half-year", Quarter.Q4: "official-year"}.get(quarter)
    months = {"first": Month(quarter.first_month), "last": quarter.last_month}
    params = {"quarter": quarter, "text": render(closed, lang) if closed else "", **months}
    return render(f"official-quarter-{layout}", lang, params)


def rule_line(rule: Rule, lang: str = "bn") -> str:
    """Return the rule's name, as it stands on every sheet: `নম্বরের নিয়ম: স্তরভিত্তিক (tier)`."""
    word = render(f"rule-{rule}", lang)
    return render("said-rule", lang, {"rule": word if word == rule else f"{word} ({rule})"})


def write_note(indicator: Indicator) -> str:
    """Return which figure is to be written in an indicator's row: `এই ত্রৈমাসিকের নিজস্ব (বছরে সমষ্টি)`."""
    method = indicator.calculated_by
    latest = indicator.unit is Unit.PERCENT and method is Method.CUMULATIVE
    return render("write-latest" if latest else f"write-{method}", "bn")


def area_label(code: str, title: str, lang: str = "bn") -> str:
    """Return the label in column 2, `[১] …`; activities and indicators are labelled by `code_label`."""
    return code_label(code, title, lang)


def serial_label(area: Area, lang: str = "bn") -> int | str:
    """Return what column 1 holds: the area's number, `এম.১` where mandatory objectives are numbered apart."""
    return in_digits(area.code, lang) if area.prefix else area.number


def is_single_target(plan: Plan) -> bool:
    """Return whether a plan has one annual target and no tiers: a single one of 100% that says so in its name."""
    return plan.percents == (100,) and plan.tiers[0].name.startswith(TARGETS_HEADING)


def code_label(code: str, title: str, lang: str = "bn") -> str:
    """Return the label in columns 4 and 5: `[১.১.১] …`."""
    return f"[{in_digits(code, lang)}] {title}"


PAGE_FOOTER = render("page-footer", "bn")
"""Page and number of pages, in the code of page footers."""

SIGNATURE_GAP = 2
"""Blank rows between the last indicator and the signature block."""
SIGNATURE_LABEL = render("official-signature", "bn")


def signature_lines(quarter: Quarter, lang: str = "bn") -> tuple[tuple[str, Info], ...]:
    """Return the lines under the signature: their labels and the fields of the info sheet they show."""
    fields = (Info.OFFICER, Info.DESIGNATION, Info.OFFICE_NAME)
    named = ((render(f"official-signed-{field}", lang), field) for field in fields)
    return *named, (render("official-signed-date", lang), Info.report_date(quarter))
