"""What comes out of the printer: few pages, none of them a sheet of data, no column in English."""

from __future__ import annotations

import random
from pathlib import Path

import pdfplumber
import pytest

from tests.libreoffice import convert
from tests.ministry.builders import Write, make_consolidation, make_office, numbered
from tests.ministry.report import bangla
from tests.ministry.report.summaries import NEVER_PRINTED, SHEETS
from tests.ministry.written import formulas
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.plans import load_plan

OFFICES = 60
TYPED = ("১৬/০৯/২০২৩", "চলমান", "31/11/2023", "৩-৪টি", 3, "৮২%", None, "কর্মশালা আয়োজন করা হয়েছে", -2, "120%")


def sixty_offices() -> MinistryResult:
    """Sixty offices of the real plan with all kinds of entries, of a register of 66."""
    chance, plan = random.Random(1), load_plan()
    codes = [indicator.code for indicator in plan.indicators]
    offices = [
        next(numbered(1, make_office(achieved={code: chance.choice(TYPED) for code in codes}, plan=plan), number))
        for number in range(1, OFFICES + 1)
    ]
    register = Register(
        (
            Registered("M", "মন্ত্রণালয়"),
            *(Registered(str(number), f"দপ্তর {number}", parent="M", contact="০১৭০০-০০০০০০") for number in range(1, 67)),
        )
    )
    return recognise_offices(make_consolidation(*offices, plan=plan), register)


@pytest.mark.office
def test_the_summary_of_sixty_offices_is_at_most_twelve_pages_of_which_none_is_data(write: Write) -> None:
    path = write(sixty_offices())
    printed = convert(path, "pdf", path.parent / "home")
    with pdfplumber.open(printed) as pdf:
        assert len(pdf.pages) <= 12
        # A page across, with something on it.
        assert all(page.width > page.height and page.chars for page in pdf.pages)


@pytest.mark.parametrize("sheet", NEVER_PRINTED)
def test_of_a_sheet_of_data_nothing_is_printed_and_the_sheet_says_how_to(summary: Path, sheet: str) -> None:
    page = formulas(summary, sheet)
    area = page.print_area.rpartition("!")[2].replace("$", "")
    assert (area, page[area].value) == ("A3", None)
    assert "Clear Print Area" in page["A2"].value


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet not in NEVER_PRINTED])
def test_of_every_other_sheet_the_beginning_is_printed(summary: Path, sheet: str) -> None:
    area = formulas(summary, sheet).print_area
    assert "$A$1:" in area


def test_the_findings_are_printed_without_their_english(summary: Path) -> None:
    page = formulas(summary, bangla.FINDINGS_SHEET)
    english = next(cell.column_letter for cell in page[4] if cell.value == bangla.COLUMNS["message_en"])
    last = page.print_area.rpartition("$")[0].rpartition("$")[2]
    assert last == chr(ord(english) - 1)


def test_of_long_findings_the_first_are_printed_and_the_sheet_says_so(write: Write) -> None:
    page = formulas(write(sixty_offices()), bangla.FINDINGS_SHEET)
    assert page.max_row > 100
    assert page.print_area.endswith("$29")
    assert "প্রথম ২৫টি সারি" in page["A2"].value


def test_a_few_rows_too_many_for_a_page_are_drawn_onto_it(write: Write) -> None:
    heights = [
        formulas(write(make_consolidation(*numbered(count))), bangla.MARKS_SHEET).page_setup.fitToHeight
        for count in range(30, 90, 5)
    ]
    # With more offices the last page fills; where little is left over, it is drawn onto the pages before.
    assert {high or 0 for high in heights} >= {0, 2}
