"""The info sheet: who reports, for which year, and when each quarter's report was signed."""

from __future__ import annotations

from enum import StrEnum

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render

INFO_SHEET = "তথ্য"


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

INFO_WORDS_COLUMN = 4
"""Where the day of a report stands in words; what stands right beside its cell may be the day itself, gone astray."""
INFO_GUIDANCE_COLUMN = 5
INFO_GUIDANCE_TITLE = "যেভাবে পূরণ করবেন"
INFO_GUIDANCE = tuple(render(code, "bn") for code in ("guidance-1", "guidance-2", "guidance-3", "guidance-4"))


def info_row(field: Info) -> int:
    """Return the row of a field in a workbook we build; the reader finds it by its label."""
    return INFO_FIRST_ROW + list(INFO_LABELS).index(field)
