"""What the rows of the run before mean for the offices of this one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ministry.builders import BEST, WEAKEST, make_consolidation, make_office
from xl_apa.ministry.analysis.reviewed_offices import reviewed_offices
from xl_apa.ministry.model import Decision, MinistryResult, ReviewStatus, office_id
from xl_apa.ministry.review.decision_columns import DecisionColumn
from xl_apa.ministry.review.decision_rows import DecisionRow
from xl_apa.ministry.review.decisions import NO_FILE, CarriedDecisions, carry_over

CODE, NAME, STATUS = DecisionColumn.CODE, DecisionColumn.NAME, DecisionColumn.STATUS
SHA256, EARLIER = DecisionColumn.SHA256, DecisionColumn.EARLIER
SAME = BEST.source.sha256


def carried(consolidation: MinistryResult, *rows: dict[DecisionColumn, str]) -> CarriedDecisions:
    read = [DecisionRow(number, row) for number, row in enumerate(rows, start=4)]
    return carry_over(read, reviewed_offices(consolidation), consolidation, "bn")


@pytest.mark.parametrize(
    ("typed", "sha256", "expected"),
    [
        ("গৃহীত", SAME, Decision(ReviewStatus.ACCEPTED, "গৃহীত")),
        ("গৃহীত", "", Decision(ReviewStatus.ACCEPTED, "গৃহীত")),  # a list made by hand
        ("গৃহীত", "0" * 64, Decision(ReviewStatus.AGAIN, "আবার দেখতে হবে", "", "গৃহীত", True)),
        ("গৃহীত", NO_FILE, Decision(ReviewStatus.AGAIN, "আবার দেখতে হবে", "", "গৃহীত", True)),
        ("কী যেন", "0" * 64, Decision(ReviewStatus.AGAIN, "আবার দেখতে হবে", "", "কী যেন", True)),
        ("", "0" * 64, Decision(ReviewStatus.OPEN, replaced=True)),
        ("", NO_FILE, Decision(ReviewStatus.OPEN)),  # the first report replaces nothing
        ("আবার দেখতে হবে", "0" * 64, Decision(ReviewStatus.AGAIN, "আবার দেখতে হবে", "", "", True)),
        ("আবার দেখতে হবে", SAME, Decision(ReviewStatus.AGAIN, "আবার দেখতে হবে")),
    ],
)
def test_a_decision_stays_with_the_file_that_it_was_made_on(typed: str, sha256: str, expected: Decision) -> None:
    found = carried(make_consolidation(BEST), {CODE: "DOL", STATUS: typed, SHA256: sha256})
    assert found.by_office[office_id("DOL", "শ্রম অধিদপ্তর")] == expected
    (row,) = found.rows
    assert (row.row, row.cells[SHA256]) == (4, SAME)
    moved = expected.earlier != ""
    assert (STATUS in row.cells, EARLIER in row.cells) == (moved, moved)


def test_two_offices_with_one_code_are_told_apart_by_their_names() -> None:
    other = make_office("আরেক দপ্তর", path="in/other.xlsx")
    found = carried(
        make_consolidation(BEST, other),
        {CODE: "DOL", NAME: "আরেক দপ্তর", STATUS: "ফেরত"},
        {CODE: "dol", NAME: "শ্রম  অধিদপ্তর", STATUS: "গৃহীত"},
    )
    assert found.by_office[office_id("DOL", "শ্রম অধিদপ্তর")].status is ReviewStatus.ACCEPTED
    assert found.by_office[office_id("DOL", "আরেক দপ্তর")].status is ReviewStatus.TO_CORRECT


def test_one_office_keeps_its_decision_under_another_name() -> None:
    found = carried(make_consolidation(BEST), {CODE: "DOL", NAME: "পুরোনো নাম", STATUS: "গৃহীত"})
    assert found.by_office[office_id("DOL", "শ্রম অধিদপ্তর")].status is ReviewStatus.ACCEPTED


def test_rows_of_another_quarter_are_left_alone() -> None:
    row = {CODE: "DOL", STATUS: "গৃহীত", DecisionColumn.YEAR: "২০২৩-২৪", DecisionColumn.QUARTER: "4"}
    found = carried(make_consolidation(BEST), row)
    assert found.by_office[office_id("DOL", "শ্রম অধিদপ্তর")].status is ReviewStatus.OPEN
    assert [each.row for each in found.rows] == [None]


def test_who_is_gone_is_marked_and_nothing_else_of_the_row_changes() -> None:
    found = carried(make_consolidation(WEAKEST), {CODE: "101"}, {CODE: "DOL", STATUS: "গৃহীত"})
    gone = [each for each in found.rows if each.row == 5]
    assert [list(each.cells) for each in gone] == [[DecisionColumn.NOTE]]


def test_an_office_without_a_code_is_known_by_its_name() -> None:
    nameless = replace(make_office("শুধু নাম", code=""))
    found = carried(make_consolidation(nameless), {CODE: "", NAME: "শুধু নাম", STATUS: "OK"})
    assert found.by_office[office_id("", "শুধু নাম")].status is ReviewStatus.ACCEPTED
