"""A report: what was found, cell by cell."""

from __future__ import annotations

from tests.core.builders import at, make_form, make_report
from xl_apa.core.cells import BLANK
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Achievement, Form


def test_a_report_holds_its_forms_by_quarter() -> None:
    report = make_report(make_form(), make_form(quarter=Quarter.Q3))
    assert list(report.forms) == [Quarter.Q1, Quarter.Q3]
    assert report.forms[Quarter.Q3].rows[0].achieved.address == at("M", 8, Quarter.Q3)


def test_what_a_layout_does_not_have_is_a_blank_cell() -> None:
    row = Achievement(BLANK, BLANK, BLANK, (), BLANK)
    assert {row.area, row.claimed, row.remarks, row.accepted, row.marks, row.evidence} == {BLANK}
    assert Form(Quarter.Q1, "sheet", (), ()).report_date is BLANK
