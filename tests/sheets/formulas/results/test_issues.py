"""Which issue a row says, when it has several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.builders import YEAR
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Status, Unit
from xl_apa.sheets.formulas.issues import Issue
from xl_apa.sheets.formulas.results.issues import RowState, first_issue
from xl_apa.sheets.formulas.results.reading import read_cell

FINE = RowState(
    unit=Unit.NUMBER,
    year=YEAR,
    quarter=Quarter.Q2,
    typed=3,
    own=read_cell(3, Unit.NUMBER, (4,), YEAR),
    accepted=read_cell(None, Unit.NUMBER, (4,), YEAR),
    source="own",
    status=Status.REPORTED,
    sure=False,
    value=3,
    before=None,
    fault=0,
    reached=2,
    marks=1.8,
    weight=2,
    claimed=None,
    years=3,
)

UNREAD = replace(
    FINE,
    own=read_cell("৪ কেজি", Unit.NUMBER, (4,), YEAR),
    status=Status.UNREADABLE,
    source="",
    value=None,
    years=None,
)


def test_a_row_that_is_fine_has_no_issue() -> None:
    assert first_issue(FINE) is None


@pytest.mark.parametrize(
    ("row", "issue"),
    [
        (replace(FINE, value=-0.5, reached=0), Issue.COUNT_NEGATIVE),
        (replace(UNREAD, own=read_cell(2.5, Unit.NUMBER, (4,), YEAR), sure=True), Issue.COUNT_NOT_WHOLE),
        (replace(UNREAD, own=read_cell(-2.5, Unit.NUMBER, (4,), YEAR), sure=True), Issue.COUNT_NEGATIVE),
        (
            replace(UNREAD, own=replace(read_cell(4, Unit.NUMBER, (4,), YEAR), refused=True), sure=True),
            Issue.NUMBER_NOT_UNDERSTOOD,
        ),
        (replace(FINE, claimed=3), Issue.CLAIM_ABOVE_WEIGHT),
        (replace(FINE, claimed=1), Issue.CLAIM_DIFFERS),
        (replace(FINE, claimed=1.8), None),
        (replace(FINE, before=3), None),
        (replace(FINE, before=4, claimed=3), Issue.BELOW_LAST_QUARTER),
        (replace(UNREAD, sure=True, fault=1), Issue.NUMBER_NOT_UNDERSTOOD),
        (UNREAD, Issue.NUMBER_UNCLEAR),
        (replace(UNREAD, fault=1), Issue.TARGETS_FAULTY),
        (replace(UNREAD, own=read_cell(45428, Unit.NUMBER, (4,), YEAR), sure=True), Issue.COUNT_NOT_MEANT),
        (replace(FINE, fault=2, reached=0), Issue.TARGETS_FAULTY),
        (replace(FINE, source="accepted", reached=0), Issue.ACCEPTED_USED),
        (replace(FINE, accepted=read_cell(4, Unit.NUMBER, (4,), YEAR)), Issue.ACCEPTED_NOT_USED),
        (replace(FINE, accepted=read_cell(3, Unit.NUMBER, (4,), YEAR)), None),
        (replace(FINE, reached=0), Issue.BELOW_LOWEST),
    ],
)
def test_the_gravest_issue_is_said(row: RowState, issue: Issue | None) -> None:
    assert first_issue(row) is issue
