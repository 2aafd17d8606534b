"""What a document's cells say is what the form's cells say."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Status, Value
from xl_apa.importer.pipeline import import_file
from xl_apa.plans import load_plan
from xl_apa.sheets.assess_workbook import assess_file

PLAN = load_plan()
HEAD = (
    *("কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "কর্মসম্পাদন সূচকের মান"),
    *("অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে", "অর্জন", "মন্তব্য"),
)


def document(path: Path, achieved: dict[str, tuple[object, str]]) -> Path:
    """A sheet of the plan's rows; `achieved` is value and number format by code."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["কর্মপরিকল্পনা ২০২৩-২৪, ৪র্থ ত্রৈমাসিক"])
    sheet.append(HEAD)
    for each in PLAN.indicators:
        value, shown = achieved.get(each.code, (None, "General"))
        targets = [float(target) if isinstance(target, Decimal) else target for target in each.targets]
        sheet.append(
            ["", f"[{each.code}] {each.title}", each.unit.bangla, float(each.weight), *targets, value, "একটি মন্তব্য"]
        )
        sheet.cell(sheet.max_row, 10).number_format = shown
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("code", "typed", "shown", "value"),
    [
        ("1.4.1", 1, "0%", Decimal(100)),
        ("1.4.1", 0.96, "0%", Decimal(96)),
        ("1.4.1", 0.845, "0.0%", Decimal("84.5")),
        ("1.4.1", 96, "General", Decimal(96)),
        ("1.4.1", "৯৬%", "General", Decimal(96)),
        ("1.2.1", 3, "General", Decimal(3)),
        ("1.1.1", datetime(2024, 5, 16), "dd/mm/yyyy", date(2024, 5, 16)),
    ],
)
def test_what_is_seen_in_the_document_counts_in_the_form(
    tmp_path: Path, code: str, typed: object, shown: str, value: Value
) -> None:
    source, target = document(tmp_path / "a.xlsx", {code: (typed, shown)}), tmp_path / "N-01.xlsx"
    imported = import_file(source, target, PLAN)
    written = {each.indicator.code: each.value for each in assess_file(target, Quarter.Q4).results}
    read = {each.indicator.code: each.value for each in imported.assessment.results}
    assert (read[code], written[code]) == (value, value)


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_in_the_document_is_a_question_in_the_form(tmp_path: Path, error: str) -> None:
    source, target = document(tmp_path / "a.xlsx", {"1.2.1": (error, "General")}), tmp_path / "N-01.xlsx"
    import_file(source, target, PLAN)
    (result,) = [each for each in assess_file(target, Quarter.Q4).results if each.indicator.code == "1.2.1"]
    assert result.status is Status.UNREADABLE
