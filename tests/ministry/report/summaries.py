"""What the tests of the whole summary share."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from tests.ministry.report.bangla import (
    AUDIT_SHEET,
    CHARTS_SHEET,
    CLAIMS_SHEET,
    DATA_SHEET,
    DEADLINES_SHEET,
    FINDINGS_SHEET,
    FORM_SHEET,
    LEVELS_SHEET,
    MARKS_SHEET,
    OVERVIEW_SHEET,
    PLAN_SHEET,
    PROSPECTS_SHEET,
    RULES_SHEET,
    SOURCES_SHEET,
)

SHEETS = [
    OVERVIEW_SHEET,
    FORM_SHEET,
    MARKS_SHEET,
    LEVELS_SHEET,
    FINDINGS_SHEET,
    PROSPECTS_SHEET,
    DEADLINES_SHEET,
    PLAN_SHEET,
    CLAIMS_SHEET,
    RULES_SHEET,
    AUDIT_SHEET,
    SOURCES_SHEET,
    DATA_SHEET,
    CHARTS_SHEET,
]
NEVER_PRINTED = (PLAN_SHEET, CLAIMS_SHEET, RULES_SHEET, AUDIT_SHEET, SOURCES_SHEET, DATA_SHEET, CHARTS_SHEET)


BASIS = "কর্মপরিকল্পনা ২০২৩-২৪ · ১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর) · নম্বরের নিয়ম: স্তরভিত্তিক (tier)"
BASE = " · গড়: যে ৩টি দপ্তরের ফাইল পড়া গেছে, ফাঁকা প্রতিবেদনে ০"


DATE, MARKS, INTEGER = r"[$-5000845]dd\/mm\/yyyy", "[$-5000845]0.00", "[$-5000845]0"


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
