"""Every fault is told with what to do about it."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import KINDS, Severity
from xl_apa.core.messages import CATALOGUE, LANGUAGES
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.messages.next_step import parts
from xl_apa.setup.diagnosis import Diagnosis, State

NOTHING_TO_DO = frozenset(
    {"file-same-content", "file-same-report", "interrupted", "source-converted", "source-values-only"}
)
"""What is only told, besides the findings that are notes."""
IN_A_PHRASE = {"fiscal-year-wrong": "{form}", "fiscal-year-other": "{form}", "plan-wrong": "{form}"}
"""Whose next step is a phrase that is filled in; the phrases themselves are held to have one."""

FAULTS = [code for code in (*FINDINGS, *ERRORS) if code not in KINDS or KINDS[code].severity is not Severity.NOTE]
PROBLEMS = [each.value for each in Diagnosis if each.state in (State.WARNING, State.ERROR)]
NO_FORM = (
    "button-no-form",
    "button-no-office-code",
    "button-not-saved",
    "button-fault",
    "button-quarter-not-understood",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", [*FAULTS, *PROBLEMS, *NO_FORM])
def test_a_fault_says_what_to_do(code: str, lang: str) -> None:
    text = getattr(CATALOGUE[code], lang)
    step = parts(text, lang)[1]
    if code in IN_A_PHRASE:
        assert text.endswith(IN_A_PHRASE[code])
    else:
        assert bool(step) is (code not in NOTHING_TO_DO), text


@pytest.mark.parametrize(
    ("text", "lang", "meaning", "step"),
    [
        ("‘{text}’ তারিখটি পঞ্জিকায় নেই। সঠিক তারিখ লিখুন।", "bn", "‘{text}’ তারিখটি পঞ্জিকায় নেই।", "সঠিক তারিখ লিখুন।"),
        ("No date. Look here: a.xlsx. It is open.", "en", "No date.", "Look here: a.xlsx. It is open."),
        (
            "There is no plan x. There are: y; or give a file.",
            "en",
            "There is no plan x.",
            "There are: y; or give a file.",
        ),
        ("This is only so.", "en", "This is only so.", ""),
        ("শুধু জানানো হলো।", "bn", "শুধু জানানো হলো।", ""),
        ("Write it.", "en", "", "Write it."),
        ("1.5 was read as 2.", "en", "1.5 was read as 2.", ""),
    ],
)
def test_a_message_is_what_is_so_and_then_what_to_do(text: str, lang: str, meaning: str, step: str) -> None:
    assert parts(text, lang) == (meaning, step)
