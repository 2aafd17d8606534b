"""An office is told about its own report; what only the ministry can do is not asked of it."""

from __future__ import annotations

import re

import pytest

from tests.ministry.review.conftest import Centre
from tests.ministry.review.test_letter import findings
from xl_apa.core.errors import XlApaError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import LANGUAGES, Phrase, render
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.ministry.review.for_office import (
    ERRORS_FOR_THE_MINISTRY,
    FINDINGS_FOR_THE_MINISTRY,
    finding_for_office,
    reason_for_office,
)

_TO_THE_MINISTRY = {
    "bn": re.compile("দপ্তরকে|দপ্তরের কাছে|দপ্তর থেকে|দপ্তরটি .*দেখুন|জিজ্ঞাসা|সংগ্রহ|’-কে|’-এর কাছে|ফাইলটি সরান|চান।|--"),
    "en": re.compile(r"\b[Aa]sk\b|the office has|remove (one|the other|the older)|add it to the register|--"),
}
_READING = [
    code
    for code, each in ERRORS.items()
    if ("{path}" in each.bn or "{kept}" in each.bn) and not code.startswith(("output-", "feedback-", "before-"))
]
"""Of the errors only those about a file that is read are reasons that a letter gives."""


def params_of(code: str) -> dict[str, object]:
    sentence = {**FINDINGS, **ERRORS}[code]
    return {name: name.upper() for name in re.findall(r"\{(\w+)\}", sentence.bn + sentence.en)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", FindingKind)
def test_no_finding_in_a_letter_asks_the_office_for_what_the_ministry_does(kind: FindingKind, lang: str) -> None:
    text = finding_for_office(Finding(kind, params=params_of(kind)), lang)
    assert text
    assert not _TO_THE_MINISTRY[lang].search(text), text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", _READING)
def test_no_reason_in_a_letter_asks_the_office_for_what_the_ministry_does(code: str, lang: str) -> None:
    text = reason_for_office(XlApaError(code, **params_of(code)), lang)
    assert text
    assert not _TO_THE_MINISTRY[lang].search(text.replace("xl-apa", "")), text


def test_a_phrase_inside_a_reason_asks_for_nothing_either() -> None:
    form = Phrase("form-of-other-year", {"own": "2022-23", "year": "2023-24", "plan": "2022-23"})
    error = XlApaError("fiscal-year-other", path="C:/in/a.xlsx", found="2022-23", year="2023-24", form=form)
    assert reason_for_office(error, "bn") == "‘a.xlsx’ ২০২২-২৩ অর্থবছরের, কর্মপরিকল্পনা ২০২৩-২৪-এর।"


def test_a_name_that_sounds_like_a_request_is_no_step() -> None:
    finding = Finding(FindingKind.OFFICE_UNKNOWN, params={"code": "9", "office": "নতুন দিন; Open University"})
    told = "দপ্তরের কোড ‘৯’ (নতুন দিন; Open University) তালিকায় নেই; নম্বর গড়ে ধরা হয়নি।"
    assert finding_for_office(finding, "bn") == told


def test_what_speaks_to_the_office_is_said_as_everywhere() -> None:
    finding = Finding(FindingKind.REPORTED_BEFORE, params={"before": 3})
    assert finding.kind not in FINDINGS_FOR_THE_MINISTRY
    assert finding_for_office(finding, "bn") == finding.text("bn")
    assert "workbook-too-large" not in ERRORS_FOR_THE_MINISTRY
    too_large = XlApaError("workbook-too-large", path="a.xlsx")
    assert reason_for_office(too_large, "bn") == render("workbook-too-large", "bn", {"path": "a.xlsx"})


@pytest.mark.parametrize(
    ("lang", "sheet", "heading"), [("bn", "ফলাবর্তক", "যা পাওয়া গেছে"), ("en", "Feedback", "What was found")]
)
def test_an_office_outside_the_register_is_told_what_it_can_do(
    centre: Centre, lang: str, sheet: str, heading: str
) -> None:
    centre.report("X")
    centre.run(lang)
    rows = findings(centre.letter("X"), sheet, heading)
    (told,) = [row for row in rows if "‘X’" in str(row[heading]) or "“X”" in str(row[heading])]
    assert not _TO_THE_MINISTRY[lang].search(told[heading])
    assert told["করণীয়" if lang == "bn" else "What to do"] == render("do-office", lang)
