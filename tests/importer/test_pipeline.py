"""From a file to an office workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archives.made import zipped
from xl_apa.core.errors import InputError, OutputError
from xl_apa.core.fiscal import Quarter
from xl_apa.importer.pipeline import import_file, import_report, plan_from_file
from xl_apa.plans import load_plan

FILES = Path(__file__).parents[1] / "files"
PLAN = load_plan()
LABOUR, SID = FILES / "labour_2023-24_q1.txt", FILES / "sid_2023-24_q2.txt"


def test_of_several_documents_the_first_that_holds_the_form_is_the_report(tmp_path: Path) -> None:
    path = tmp_path / "mailed.zip"
    path.write_bytes(zipped({"a letter.txt": "স্মারক নং ১২".encode(), "b report.txt": SID.read_bytes()}))
    report = import_report(path, PLAN)
    assert report.quarter is Quarter.Q2
    assert report.document.path.name == "b report.txt"


def test_where_no_document_is_a_report_the_first_reason_is_given(tmp_path: Path) -> None:
    path = tmp_path / "mailed.zip"
    path.write_bytes(zipped({"a.txt": "স্মারক নং ১২".encode(), "b.txt": "চিঠি".encode()}))
    with pytest.raises(InputError) as caught:
        import_report(path, PLAN)
    assert caught.value.code.startswith("import-no-")
    assert "a.txt" in caught.value.text("en")


def test_folders_of_the_target_are_made_and_filled_in_forms_are_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "offices" / "N-01.xlsx"
    imported = import_file(SID, target, PLAN, office_code="N-01")
    before = target.read_bytes()
    assert imported.assessment.office.code == "N-01"
    with pytest.raises(OutputError):
        import_file(LABOUR, target, PLAN)
    assert target.read_bytes() == before


def test_the_quarter_that_is_asked_for_counts_before_the_one_that_is_written(tmp_path: Path) -> None:
    assert import_report(SID, PLAN, Quarter.Q3).quarter is Quarter.Q3


def test_the_plan_of_a_report_is_drafted(tmp_path: Path) -> None:
    draft = plan_from_file(SID)
    assert draft.count("[[area.activity.indicator]]") == len(PLAN.indicators)
