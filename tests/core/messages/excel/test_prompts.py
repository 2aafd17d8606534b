"""What a cell says when it is entered or refuses an entry: Excel takes no more than its limits."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.excel.prompts import PROMPTS

TITLE, TEXT = 32, 255
"""Characters that a data validation holds; XlsxWriter leaves a rule out that has more."""


@pytest.mark.parametrize("code", PROMPTS)
def test_a_prompt_fits_into_a_data_validation(code: str) -> None:
    most = TITLE if code.endswith("-title") else TEXT
    # What is filled in, days and limits, is longer than the braces by less than 20 characters each.
    for text in (PROMPTS[code].bn, PROMPTS[code].en):
        assert len(text) + 20 * text.count("{") <= most


def test_every_prompt_has_its_title() -> None:
    texts = {code for code in PROMPTS if not code.endswith("-title")} - {"prompt-month-first"}
    assert {f"{code}-title" for code in texts} == {code for code in PROMPTS if code.endswith("-title")}
