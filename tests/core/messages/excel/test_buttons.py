"""What the buttons in Excel say."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.excel.buttons import BUTTONS

STATUS_BAR = 255
"""Characters that Excel's status bar shows."""


@pytest.mark.parametrize("code", BUTTONS)
def test_what_a_button_says_fits_into_the_status_bar(code: str) -> None:
    assert max(len(BUTTONS[code].bn), len(BUTTONS[code].en)) <= STATUS_BAR


def test_what_is_said_while_it_works_ends_with_dots() -> None:
    working = [code for code in BUTTONS if BUTTONS[code].bn.endswith("…")]
    assert working == [
        *("button-calculating", "button-checking", "button-exporting", "button-consolidating", "button-importing")
    ]
    assert all(BUTTONS[code].en.endswith("…") for code in working)
