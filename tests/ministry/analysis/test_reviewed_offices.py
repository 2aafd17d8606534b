"""To whom the ministry answers."""

from __future__ import annotations

from dataclasses import replace

from tests.ministry.builders import BEST, SILENT, WEAKEST, make_consolidation, make_office, make_refusal
from xl_apa.core.errors import InputError
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.reviewed_offices import reviewed_offices
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import Decision, ReviewStatus, office_id
from xl_apa.ministry.register.model import Register, Registered

REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        Registered("N-1", "আসেনি", parent="M"),
        Registered("DOL", "শ্রম অধিদপ্তর", parent="M"),
        Registered("N-2", "নষ্ট ফাইল", parent="M"),
    )
)


def test_without_a_register_every_office_that_was_read_is_answered() -> None:
    found = reviewed_offices(make_consolidation(BEST, WEAKEST, SILENT))
    assert [(each.code, each.submission) for each in found] == [("DOL", None), ("101", None), ("", Submission.BLANK)]
    assert [each.sha256 for each in found] == [each.source.sha256 for each in (BEST, WEAKEST, SILENT)]
    assert [each.errors for each in found] == [0, 2, 0]


def test_with_one_those_it_expects_come_first_and_then_who_came_besides() -> None:
    broken = make_refusal("in/N-2.xlsx")
    consolidation = recognise_offices(make_consolidation(BEST, WEAKEST, refused=(broken,)), REGISTER)
    found = reviewed_offices(consolidation)
    assert [(each.code, each.submission, bool(each.result)) for each in found] == [
        ("N-1", Submission.MISSING, False),
        ("DOL", Submission.IN_TIME, True),
        ("N-2", Submission.REFUSED, False),
        ("101", None, True),
    ]
    assert [each.refused for each in found] == [(), (), (broken,), ()]
    assert (found[2].path, found[2].sha256) == ("in/N-2.xlsx", "")


def test_a_file_that_counts_no_more_is_named_with_its_office() -> None:
    again = make_refusal(
        "in/old.xlsx", InputError("office-twice", path="in/old.xlsx", office="dol", kept="x", reason="")
    )
    (found,) = reviewed_offices(make_consolidation(BEST, refused=(again,)))
    assert found.refused == (again,)


def test_two_offices_with_one_code_are_two_and_each_has_its_own_decision() -> None:
    other = make_office("আরেক দপ্তর", path="in/other.xlsx")
    decided = {office_id("DOL", "আরেক দপ্তর"): Decision(ReviewStatus.ACCEPTED)}
    consolidation = replace(make_consolidation(BEST, other), decisions=decided)
    found = reviewed_offices(consolidation)
    assert [each.decision(consolidation).status for each in found] == [ReviewStatus.OPEN, ReviewStatus.ACCEPTED]
