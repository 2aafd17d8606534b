"""Whose report a file is: no office's marks ever stand under another one's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.ministry.builders import make_consolidation, make_office, make_refusal
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import DueDay
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.submissions import Submission, submissions
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.register.model import Register, Registered

REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়", row=2),
        Registered("N-01", "জেলা দপ্তর এক", "District Office One", parent="M", row=3),
        Registered("N-02", "জেলা দপ্তর দুই", parent="M", row=4),
        Registered("N-03", "জেলা দপ্তর তিন", parent="M", row=5),
    )
)
ONE, TWO, THREE = ("জেলা দপ্তর এক", {"1.2.1": 4}), ("জেলা দপ্তর দুই", {"1.2.1": 3}), ("জেলা দপ্তর তিন", {"1.2.1": 2})
"""4.00, 3.60 and 3.20 marks."""


def office(who: tuple[str, dict], code: str, file: str = "", report_date: object = "০৫/১০/২০২৩") -> OfficeResult:
    name, achieved = who
    return make_office(name, achieved, code=code, path=f"in/{file or code}.xlsx", report_date=report_date)


def recognised(*offices: OfficeResult, register: Register | None = REGISTER) -> MinistryResult:
    return recognise_offices(make_consolidation(*offices), register)


def said(consolidation: MinistryResult) -> dict[str, list[str]]:
    """What is said of whose office a file is, by file."""
    return {
        each.source.path.removeprefix("in/").removesuffix(".xlsx"): [
            finding.code for finding in each.assessment.findings if finding.code.startswith("office-")
        ]
        for each in consolidation.offices
    }


def statuses(consolidation: MinistryResult) -> list[str]:
    return [each.status.value for each in submissions(consolidation, REGISTER)]


# ---- with a register ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["N- 01", "n‑০১", "N–01", "N\u00a0-\u00a001", "\u202aN-01\u202c", "N-\u00ad01", "Ｎ－０１"]
)
def test_a_code_in_another_spelling_is_the_offices_own(code: str) -> None:
    found = recognised(office(ONE, code, "a"))
    assert (said(found), statuses(found)) == ({"a": []}, ["in-time", "missing", "missing"])
    assert (found.base, found.mean) == (3, Decimal("1.33"))


def test_of_two_offices_under_one_code_only_the_one_counts_whose_name_the_register_has() -> None:
    found = recognised(office(ONE, "N-01", "a"), office(("অন্য দপ্তর", {"1.2.1": 4}), "N-01", "b"))
    assert said(found) == {"a": [], "b": ["office-code-shared"]}
    assert [each.source.path for each in found.apart] == ["in/b.xlsx"]
    assert (statuses(found), found.mean) == (["in-time", "missing", "missing"], Decimal("1.33"))


def test_of_two_offices_under_one_code_that_the_register_calls_otherwise_neither_counts() -> None:
    found = recognised(office(("কেউ একজন", {"1.2.1": 4}), "N-01", "a"), office(("অন্য দপ্তর", {"1.2.1": 4}), "N-01", "b"))
    assert said(found) == {"a": ["office-code-shared"], "b": ["office-code-shared"]}
    assert (statuses(found), found.counted, found.mean) == (["unclear", "missing", "missing"], (), 0)
    text = found.offices[0].assessment.findings[0].text("en")
    assert "N-01" in text and "অন্য দপ্তর (in/b.xlsx)" in text and "Ask “কেউ একজন”" in text


def test_a_name_that_is_another_offices_counts_for_neither() -> None:
    found = recognised(office(TWO, "N-01", "a"))
    assert said(found) == {"a": ["office-name-of-other"]}
    assert (statuses(found), found.mean) == (["unclear", "unclear", "missing"], 0)
    text = found.offices[0].assessment.findings[0].text("en")
    assert all(part in text for part in ("“N-01”", "“জেলা দপ্তর এক”", "“N-02”", "Ask “জেলা দপ্তর দুই”"))


def test_an_exchange_of_codes_gives_nobody_the_others_marks() -> None:
    found = recognised(office(TWO, "N-01", "a"), office(ONE, "N-02", "b"), office(THREE, "N-03", "c"))
    assert said(found) == {"a": ["office-name-of-other"], "b": ["office-name-of-other"], "c": []}
    assert (statuses(found), found.mean) == (["unclear", "unclear", "in-time"], Decimal("1.07"))


def test_the_office_whose_code_another_one_typed_has_its_own_marks() -> None:
    found = recognised(office(ONE, "N-01", "a"), office(TWO, "N-01", "b"), office(TWO, "N-02", "c"))
    assert said(found) == {"a": [], "b": ["office-name-of-other"], "c": []}
    # 4.00 + 3.60 of three
    assert (statuses(found), found.mean) == (["in-time", "in-time", "missing"], Decimal("2.53"))


def test_a_name_that_nobody_has_is_noted_and_counts() -> None:
    found = recognised(office(("জেলা দপ্তর ১", {"1.2.1": 4}), "N-01", "a"))
    assert (said(found), statuses(found)[0], len(found.counted)) == ({"a": ["office-name-differs"]}, "in-time", 1)


@pytest.mark.parametrize("name", ["জেলা দপ্তর, এক", "জেলা  দপ্তর এক।", "District office one", "DISTRICT OFFICE, ONE", ""])
def test_a_name_in_another_spelling_or_in_english_is_the_offices_own(name: str) -> None:
    assert said(recognised(office((name, {"1.2.1": 4}), "N-01", "a"))) == {"a": []}


def test_an_office_without_a_code_is_known_by_its_name() -> None:
    found = recognised(office(ONE, "", "a"))
    assert (said(found), statuses(found), found.mean) == (
        {"a": ["office-by-name"]},
        ["in-time", "missing", "missing"],
        Decimal("1.33"),
    )


def test_a_file_without_a_code_does_not_take_the_place_of_one_that_has_it() -> None:
    found = recognised(office(ONE, "N-01", "a"), office(ONE, "", "b"))
    assert said(found) == {"a": [], "b": ["office-by-name-taken"]}
    assert len(found.counted) == 1


def test_a_name_that_two_offices_have_tells_nothing() -> None:
    twice = Register((*REGISTER.offices, Registered("N-04", "জেলা দপ্তর এক", parent="M", row=6)))
    found = recognised(office(ONE, "", "a"), register=twice)
    assert said(found) == {"a": ["office-unknown"]}
    # With its code it is the office that has both.
    assert said(recognised(office(ONE, "N-04", "a"), register=twice)) == {"a": []}


def test_a_code_that_nobody_has_is_asked_about_where_the_name_is_known() -> None:
    found = recognised(office(ONE, "N-1", "a"), office(("কেউ না", {}), "Z-9", "b"))
    assert said(found) == {"a": ["office-unknown-but-name"], "b": ["office-unknown"]}
    assert (statuses(found), found.counted) == (["unclear", "missing", "missing"], ())


def test_hundreds_of_offices_of_one_name_are_not_all_listed() -> None:
    many = [Registered(f"U-{number:03}", "উপজেলা দপ্তর", parent="M", row=9 + number) for number in range(300)]
    found = recognise_offices(
        make_consolidation(office(("উপজেলা দপ্তর", {}), "N-01", "a")), Register((*REGISTER.offices, *many))
    )
    (finding,) = found.offices[0].assessment.findings
    assert finding.params["listed"] == "U-000, U-001, U-002, …"
    assert found.offices[0].may_be == ("N-01",)


def test_the_ministrys_own_report_is_known_and_in_no_mean() -> None:
    found = recognised(office(("মন্ত্রণালয়", {"1.2.1": 4}), "m", "a"), office(ONE, "N-01", "b"))
    assert said(found) == {"a": [], "b": []}
    assert [(each.source.path, each.listed) for each in found.apart] == [("in/a.xlsx", "M")]
    assert found.mean == Decimal("1.33")


def test_offices_apart_have_no_rank_and_stand_behind_the_others() -> None:
    found = recognised(office(("কেউ না", {"1.2.1": 4}), "Z-9", "a"), office(TWO, "N-02", "b"), office(ONE, "N-01", "c"))
    assert [(each.source.path, each.rank) for each in found.offices] == [
        ("in/c.xlsx", 1),
        ("in/b.xlsx", 2),
        ("in/a.xlsx", 0),
    ]


# ---- without a register ---------------------------------------------------------------------------------------------


def test_without_a_register_two_offices_under_one_code_count_each_by_its_name_and_are_asked_about() -> None:
    found = recognised(office(ONE, "N-01", "a"), office(TWO, "n-০১", "b"), office(THREE, "N-03", "c"), register=None)
    assert said(found) == {"a": ["office-code-shared"], "b": ["office-code-shared"], "c": []}
    assert (found.base, found.mean, [each.rank for each in found.offices]) == (3, Decimal("3.60"), [1, 2, 3])
    assert found.has_errors


def test_without_a_register_offices_without_codes_share_none() -> None:
    assert said(recognised(office(ONE, "", "a"), office(TWO, "", "b"), register=None)) == {"a": [], "b": []}


# ---- when it was due ------------------------------------------------------------------------------------------------

LEVELS = Register((REGISTER.offices[0], *(replace(each, level="জেলা") for each in REGISTER.offices[1:])))


@pytest.mark.parametrize(
    ("level_due", "reported", "late"),
    [
        (date(2023, 10, 9), "৮/১০/২০২৩", False),
        (date(2023, 10, 9), "৯/১০/২০২৩", False),
        (date(2023, 10, 9), "১০/১০/২০২৩", True),
        (date(2023, 10, 20), "১৬/১০/২০২৩", False),
        (date(2023, 10, 20), "২১/১০/২০২৩", True),
    ],
)
def test_late_is_what_comes_after_the_due_day_of_the_offices_level(level_due: date, reported: str, late: bool) -> None:
    read = make_consolidation(office(ONE, "N-01", "a", report_date=reported))
    plan = replace(
        read.task.plan, due=(DueDay("জেলা", Quarter.Q1, level_due), DueDay("উপজেলা", Quarter.Q1, date(2023, 10, 1)))
    )
    found = recognise_offices(replace(read, task=replace(read.task, plan=plan)), LEVELS)
    findings = [finding for finding in found.offices[0].assessment.findings if finding.code == "report-late"]
    assert [finding.params["due"] for finding in findings] == [level_due] * late
    assert submissions(found, LEVELS)[0].status is (Submission.LATE if late else Submission.IN_TIME)


# ---- files that cannot be read --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        *(
            "in/N-01.xlsx",
            "in/n-০১ (1).xlsx",
            "in/Copy of N–01.xlsx",
            "in/N-01 corrected FINAL.xlsx",
            "in/Q1_N-01_2023.xlsx",
        ),
        *(
            "mail.zip/N-01.xlsx",
            r"C:\in\N‑01.xlsx",
            "in/জেলা দপ্তর এক.xlsx",
            "in/N-01/report.xlsx",
            "in/District Office One.xlsx",
        ),
    ],
)
def test_a_damaged_file_is_its_offices_by_its_name(path: str) -> None:
    found = recognise_offices(make_consolidation(office(TWO, "N-02"), refused=(make_refusal(path),)), REGISTER)
    assert statuses(found) == ["refused", "in-time", "missing"]
    assert submissions(found, REGISTER)[0].path == path


@pytest.mark.parametrize(
    "path", ["in/report.xlsx", "in/N-01 and N-02.xlsx", "in/N-011.xlsx", "in/XN-01.xlsx", "in/1.xlsx"]
)
def test_a_damaged_file_that_names_nobody_or_two_is_nobodys(path: str) -> None:
    found = recognise_offices(make_consolidation(office(THREE, "N-03"), refused=(make_refusal(path),)), REGISTER)
    assert statuses(found) == ["missing", "missing", "in-time"]


def test_one_digit_in_a_files_name_is_no_code_unless_it_stands_alone() -> None:
    numbered = Register((Registered("1", "ক"), Registered("2", "খ"), Registered("101", "গ")))
    refused = tuple(make_refusal(f"in/{name}.xlsx") for name in ("report 1", "101 (2)", "২"))
    found = recognise_offices(make_consolidation(refused=refused), numbered)
    assert [each.status.value for each in submissions(found, numbered)] == ["missing", "refused", "refused"]
