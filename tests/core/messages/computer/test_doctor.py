"""What `doctor` finds on a PC."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.computer.doctor import DOCTOR


def test_a_sentence_is_a_diagnosis_a_check_or_part_of_the_screen() -> None:
    assert {code.partition("-")[0] for code in DOCTOR} == {"doctor", "check", "findings", "said", "word"}


@pytest.mark.parametrize("code", [code for code in DOCTOR if code.startswith(("check-", "word-"))])
def test_a_check_and_a_state_fit_into_a_column(code: str) -> None:
    assert max(len(DOCTOR[code].bn), len(DOCTOR[code].en)) <= 16
