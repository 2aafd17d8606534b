"""The one place that knows where things stand in an office workbook: sheets, headings, rows, columns, defined names.

Rows and columns are counted from 0, as the writing and reading libraries count them; `addresses` gives what
people read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Plan, Rule, Status, Unit
from xl_apa.core.numerals import to_bangla_digits

SCHEMA_VERSION = 1
"""Raised whenever a column or sheet moves, so that an older workbook is told apart."""

INFO_SHEET = "তথ্য"
DATA_SHEET = "xl_apa"


def quarter_sheet(quarter: Quarter) -> str:
    """`১ম ত্রৈমাসিক` … `৪র্থ ত্রৈমাসিক`."""
    return f"{quarter.ordinal_bn} ত্রৈমাসিক"


# ---- the form: 14 official columns, then the helper columns that are not printed ----------------------------------


class Column(IntEnum):
    """Columns of a quarter sheet."""

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
    UNDERSTOOD = 15
    BEFORE = 16
    ACCEPTED = 17
    TIER = 18
    MARKS = 19
    ATTAINABLE = 20
    MESSAGE = 21
    EVIDENCE = 22
    REVIEW = 23


class Working(IntEnum):
    """Hidden columns, in which the native formulas work step by step.

    `READ_FOR` and `READ` are written by the program: a text that it looked at, and the value it read where the formulas
    would not have, blank when it read none; `SEVERITY` is that of its gravest finding. `RULE` is the rule's name,
    `STATUS` a `Status` of core, `VALUE` what counts as achieved (a day as its serial number).

    The achievement and the accepted value are read in six steps each: the text in ASCII digits, the text without the
    unit behind it, its pieces, the number. `OWN` is the status of the achievement alone, `SURE` is 1 when certainly
    nobody reads a value in it, `SOURCE` says where the value comes from (`own`, `read`, `accepted`). `DIRECTION` is
    `<` where less is worse and `>` where more or later is, `FAULT` above 0 when the targets cannot be used, `BEST` the
    place of the best target that is present, `SCORED` the day that is marked (without a value the quarter's last),
    `REACHED` the place of the target it reaches, `BETTER` of the next better one. `ISSUE` is the message's place in
    `formulas.issues.ISSUES`, graver ones first, 0 when all is fine.
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


@dataclass(frozen=True, slots=True)
class Card:
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
    def parse(cls, text: str) -> Card | None:
        """The card in a cell, None when the text is none."""
        parts = text.split("|", 5)
        if len(parts) < 6 or parts[1] not in "1234" or parts[2] not in list(Layout):
            return None
        return cls(parts[0], Quarter(int(parts[1])), Layout(parts[2]), *parts[3:])


CARD = (0, Working.READ_FOR)
"""Row and column of the card."""

TARGET_COLUMNS = range(Column.TARGETS, Column.ACHIEVED)
OFFICIAL_COLUMNS = range(Column.SERIAL, Column.GAP)
HELPER_COLUMNS = range(Column.UNDERSTOOD, Column.REVIEW + 1)

TITLE_ROWS = range(3)
HEADER_ROWS = range(3, 6)
NUMBER_ROW = 6
FIRST_ROW = 7
"""The first indicator's row; every indicator of the plan has one row, in the plan's order."""

HEADINGS = {
    Column.SERIAL: "ক্রম",
    Column.AREA: "কর্মসম্পাদন ক্ষেত্র",
    Column.AREA_WEIGHT: "মান",
    Column.ACTIVITY: "কার্যক্রম",
    Column.INDICATOR: "কর্মসম্পাদন সূচক",
    Column.UNIT: "একক",
    Column.WEIGHT: "কর্মসম্পাদন সূচকের মান",
    Column.UNDERSTOOD: "যা বোঝা গেছে",
    Column.BEFORE: "আগের ত্রৈমাসিকে",
    Column.ACCEPTED: "গৃহীত মান",
    Column.TIER: "অর্জিত স্তর (%)",
    Column.MARKS: "প্রাপ্ত নম্বর",
    Column.ATTAINABLE: "এখনও সম্ভব",
    Column.MESSAGE: "বার্তা",
    Column.EVIDENCE: "প্রমাণক",
    Column.REVIEW: "শেষ যাচাইয়ের বার্তা",
}

HELPER_TITLE = "হিসাবের ঘর (মুদ্রণে আসে না)"
MISSING_TIER = "-"
TOTAL_LABEL = "মোট"
OUT_OF_LABEL = "পূর্ণমান"


def target_heading(year: FiscalYear) -> str:
    """The heading over the five tiers: `লক্ষ্যমাত্রা ২০২৩-২০২৪`."""
    return f"লক্ষ্যমাত্রা {year.long_bn}"


def achieved_heading(layout: Layout, quarter: Quarter) -> str:
    """Column 13, as the two real reports head it."""
    if layout is Layout.MARKS:
        return "ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন"
    return f"{quarter.ordinal_bn} ত্রৈমাসিক অর্জন"


def last_heading(layout: Layout) -> str:
    """Column 14, by layout."""
    return "স্কোর (Marks)" if layout is Layout.MARKS else "মন্তব্য"


EXAMPLE_MARK = " (উদাহরণ, সরকারি নয়)"


def plan_title(plan: Plan, layout: Layout = Layout.REMARKS) -> str:
    """The second title line: the plan's name and year, and that an example is one."""
    of_the_year = " অর্থ-বছরের" if layout is Layout.MARKS else ""
    return f"{plan.title} {plan.fiscal_year.label_bn}{of_the_year}{EXAMPLE_MARK if plan.example else ''}"


def quarter_title(layout: Layout, quarter: Quarter) -> str:
    """The third title line; the second and fourth quarters close a half-year and the year."""
    period = {Quarter.Q2: " (অর্ধবার্ষিক)", Quarter.Q4: " (বার্ষিক)"}.get(quarter, "")
    if layout is Layout.MARKS:
        return f"({quarter.months_bn}) {quarter.ordinal_bn} ত্রৈমাসিক{period} প্রতিবেদন"
    return f"({quarter.ordinal_bn} ত্রৈমাসিক{period} অগ্রগতি প্রতিবেদন)"


def rule_line(rule: Rule) -> str:
    """The rule's name, as it stands on every sheet."""
    name = "স্তরভিত্তিক (tier)" if rule is Rule.TIER else "সমানুপাতিক (proportional)"
    return f"নম্বরের নিয়ম: {name}"


def area_label(number: int, title: str) -> str:
    """Column 2: `[১] …`; activities and indicators are labelled by `code_label`."""
    return code_label(str(number), title)


def code_label(code: str, title: str) -> str:
    """Columns 4 and 5: `[১.১.১] …`."""
    return f"[{to_bangla_digits(code)}] {title}"


PAGE_FOOTER = "পৃষ্ঠা &P / &N"
"""Page and number of pages, in the code of page footers."""

SIGNATURE_GAP = 2
"""Blank rows between the last indicator and the signature block."""
SIGNATURE_LABEL = "স্বাক্ষর:"


def signature_lines(quarter: Quarter) -> tuple[tuple[str, Info], ...]:
    """The lines under the signature: their labels and the fields of the info sheet they show."""
    return (
        ("নাম:", Info.OFFICER),
        ("পদবি:", Info.DESIGNATION),
        ("দপ্তর:", Info.OFFICE_NAME),
        ("তারিখ:", Info.report_date(quarter)),
    )


# ---- the info sheet -----------------------------------------------------------------------------------------------


class Info(StrEnum):
    """Fields of the info sheet; the name is also the workbook's defined name, `apa_office_code` …"""

    OFFICE_CODE = "office_code"
    OFFICE_NAME = "office_name"
    PARENT = "parent"
    FISCAL_YEAR = "fiscal_year"
    OFFICER = "officer"
    DESIGNATION = "designation"
    REPORT_DATE_1 = "report_date_1"
    REPORT_DATE_2 = "report_date_2"
    REPORT_DATE_3 = "report_date_3"
    REPORT_DATE_4 = "report_date_4"

    @classmethod
    def report_date(cls, quarter: Quarter) -> Info:
        return cls(f"report_date_{int(quarter)}")

    @property
    def defined_name(self) -> str:
        return f"apa_{self.value}"


INFO_TITLE = "দপ্তরের তথ্য"
INFO_LABEL_COLUMN = 1
INFO_VALUE_COLUMN = 2
INFO_LABELS = {
    Info.OFFICE_CODE: "দপ্তরের কোড",
    Info.OFFICE_NAME: "দপ্তরের নাম",
    Info.PARENT: "ঊর্ধ্বতন দপ্তর",
    Info.FISCAL_YEAR: "অর্থবছর",
    Info.OFFICER: "কর্মকর্তার নাম",
    Info.DESIGNATION: "পদবি",
    Info.REPORT_DATE_1: "প্রতিবেদনের তারিখ: ১ম ত্রৈমাসিক",
    Info.REPORT_DATE_2: "প্রতিবেদনের তারিখ: ২য় ত্রৈমাসিক",
    Info.REPORT_DATE_3: "প্রতিবেদনের তারিখ: ৩য় ত্রৈমাসিক",
    Info.REPORT_DATE_4: "প্রতিবেদনের তারিখ: ৪র্থ ত্রৈমাসিক",
}
INFO_FIRST_ROW = 2


INFO_GUIDANCE_COLUMN = 4
INFO_GUIDANCE_TITLE = "যেভাবে পূরণ করবেন"
INFO_GUIDANCE = (
    "১. হলুদ ঘরগুলো পূরণ করুন; দপ্তর, কর্মকর্তা ও তারিখ প্রতিটি ত্রৈমাসিক ফরমে নিজে থেকেই বসবে।",
    "২. ‘অর্জন’ ঘরে শুধু মান লিখুন: তারিখ (দিন/মাস/বছর, যেমন ১৬/০৫/২০২৪), সংখ্যা অথবা শতকরা হার (৯৬, ০.৯৬ নয়)।",
    "৩. সংখ্যা লিখুন জুলাই মাস থেকে মোট হিসাবে; বাংলা ও ইংরেজি দুই ধরনের অঙ্কই চলে।",
    "৪. বিবরণ ‘অর্জন’ ঘরে না লিখে ‘মন্তব্য’ বা ‘প্রমাণক’ ঘরে লিখুন।",
)


def info_row(field: Info) -> int:
    """The row of a field in a workbook we build; the reader finds it by its label."""
    return INFO_FIRST_ROW + list(INFO_LABELS).index(field)


# ---- the dashboard --------------------------------------------------------------------------------------------------

DASHBOARD_SHEET = "অগ্রগতি"


class Board(IntEnum):
    """Columns of the dashboard; the deadlines stand in the first three."""

    SERIAL = 0
    AREA = 1
    WEIGHT = 2
    MARKS = 3
    STILL = 4
    LOST = 5
    PERCENT = 6


class BoardWorking(IntEnum):
    """Hidden columns of the dashboard: every deadline of the year, and which of them are shown in what order.

    The quarter that is shown stands in the first row under `LABEL`, its last day under `DAY`.
    """

    LABEL = 8
    DAY = 9
    TIER = 10
    KEY = 11
    PLACE = 12


BOARD_COLUMNS = range(Board.SERIAL, Board.PERCENT + 1)
BOARD_TITLE_ROWS = range(4)
BOARD_HEADING_ROW = 5
BOARD_FIRST_ROW = 6
BOARD_DEADLINES = 6
"""How many deadlines are shown."""

BOARD_HEADINGS = {
    Board.SERIAL: "ক্রম",
    Board.AREA: "কর্মসম্পাদন ক্ষেত্র",
    Board.WEIGHT: "মান",
    Board.MARKS: "প্রাপ্ত নম্বর",
    Board.STILL: "আরও অর্জনযোগ্য",
    Board.LOST: "আর অর্জনযোগ্য নয়",
    Board.PERCENT: "প্রাপ্তির হার",
}
BOARD_CHART_TITLE = "ক্ষেত্র অনুযায়ী নম্বর"
STATUS_TITLE = "সূচকের অবস্থা"
STATUS_COUNT = "সংখ্যা"
STATUS_LABELS = {
    Status.REPORTED: "অর্জন জানানো হয়েছে",
    Status.ONGOING: "চলমান",
    Status.NONE: "কিছু জানানো হয়নি",
    Status.UNREADABLE: "লেখা বোঝা যায়নি",
}
DEADLINE_DAY = "তারিখ"
DEADLINE_TITLE = "পরবর্তী সময়সীমা"
DEADLINE_TIER = "স্তর"


def board_title(plan: Plan) -> str:
    """The first title line: the plan, its year, and what the sheet shows."""
    return f"{plan_title(plan)}: {DASHBOARD_SHEET}"


def board_quarter(quarter: Quarter, last_day: str) -> str:
    """Which quarter is shown: `২য় ত্রৈমাসিক শেষে (৩১ ডিসেম্বর ২০২৩)`."""
    return f"{quarter_sheet(quarter)} শেষে ({last_day})"


def due_label(quarter: Quarter) -> str:
    """What is due after a quarter."""
    return "বার্ষিক মূল্যায়ন প্রতিবেদন দাখিল" if quarter is Quarter.Q4 else f"{quarter_sheet(quarter)} প্রতিবেদন দাখিল"


def board_rows(areas: int) -> tuple[int, range, range]:
    """The total's row, the rows of the counts and those of the deadlines, on a dashboard with so many areas."""
    total = BOARD_FIRST_ROW + areas
    counts = range(total + 3, total + 3 + len(STATUS_LABELS))
    return total, counts, range(counts[-1] + 3, counts[-1] + 3 + BOARD_DEADLINES)


# ---- the hidden data sheet: keys in column A, values in column B ----------------------------------------------------


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
    PLAN = "plan"
    MESSAGE = "message"
    MONTH = "month"
    START = "start"


PYTHON_ROW, PYTHON_COLUMN = 4, 2
"""Beside the edition: whether Python answers inside the workbook. Macro edition only."""

PYTHON_CELL = f"{DATA_SHEET}!$C$5"

PLAN_PIECE = 30_000

# Names of cells on the hidden sheet, one under the other, in which formulas look things up.
MESSAGES = "apa_messages"
MONTHS = "apa_months"


def starts_name(unit: Unit) -> str:
    """The name of the words that a text may begin with which is no mere sentence."""
    return f"apa_starts_{unit}"
