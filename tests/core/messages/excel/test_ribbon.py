"""What stands on the buttons inside Excel."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.excel.ribbon import RIBBON

BUTTONS = [code.removesuffix("-tip") for code in RIBBON if code.endswith("-tip")]


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_has_a_label_a_tip_and_a_detail(button: str) -> None:
    assert {button, f"{button}-tip", f"{button}-detail"} <= set(RIBBON)
    assert len(RIBBON[button].bn) <= 30
    assert len(RIBBON[f"{button}-tip"].bn) <= 60


@pytest.mark.parametrize("code", [code for code in RIBBON if code.startswith("macro-")])
def test_the_english_of_a_macro_can_be_shown_where_excel_shows_no_bangla(code: str) -> None:
    assert RIBBON[code].en.isascii()
