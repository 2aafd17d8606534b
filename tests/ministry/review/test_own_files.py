"""Which files are the program's own letters."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.libreoffice import convert
from tests.ministry.review.conftest import TASK, Centre
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.review.own_files import is_own_letter, letter_mark, own_letters

YEAR = TASK.plan.fiscal_year


def test_a_letter_is_known_by_its_properties_and_by_its_quarter(centre: Centre) -> None:
    centre.run()
    letter = centre.letter("A")
    assert is_own_letter(letter)
    assert is_own_letter(letter, letter_mark(YEAR, Quarter.Q2))
    assert not is_own_letter(letter, letter_mark(YEAR, Quarter.Q3))
    assert len(list(own_letters(centre.feedback, letter_mark(YEAR, Quarter.Q2)))) == 3


@pytest.mark.parametrize("saved_by", ["openpyxl", pytest.param("LibreOffice", marks=pytest.mark.office)])
def test_a_letter_that_somebody_saved_is_theirs(centre: Centre, saved_by: str, tmp_path: Path) -> None:
    centre.run()
    letter = centre.letter("A")
    if saved_by == "openpyxl":
        openpyxl.load_workbook(letter).save(letter)
    else:
        letter = convert(letter, "xlsx", tmp_path / "home")
    assert not is_own_letter(letter)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text"])
def test_what_is_no_workbook_is_nobodys_letter(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert not is_own_letter(tmp_path / "a.xlsx")
    assert list(own_letters(tmp_path / "none", "x")) == []


def test_reports_and_decisions_are_no_letters(centre: Centre) -> None:
    centre.run()
    assert not is_own_letter(centre.folder / "reports/A.xlsx")
    assert not is_own_letter(centre.folder / "summary.xlsx")
    assert not is_own_letter(centre.decisions)
