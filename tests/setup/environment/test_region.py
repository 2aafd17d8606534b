"""What Windows is set to: dates and fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.setup.fake_computer import FONTS, INTERNATIONAL, USER_FONTS, healthy, with_registry
from xl_apa.setup.environment.region import DateOrder, bangla_fonts, date_order


@pytest.mark.parametrize(
    ("pattern", "order"),
    [
        ("dd/MM/yyyy", DateOrder.DAY_FIRST),
        ("d-MMM-yy", DateOrder.DAY_FIRST),
        ("M/d/yyyy", DateOrder.MONTH_FIRST),
        ("yyyy-MM-dd", DateOrder.YEAR_FIRST),
        ("", None),
    ],
)
def test_the_order_of_dates_comes_from_windows_region(tmp_path: Path, pattern: str, order: DateOrder | None) -> None:
    computer = with_registry(healthy(tmp_path), {INTERNATIONAL: {"sShortDate": pattern}})
    assert date_order(computer) is order


def test_the_usual_font_comes_first_wherever_it_was_installed(tmp_path: Path) -> None:
    fonts = {FONTS: {"Vrinda (TrueType)": "vrinda.ttf"}, USER_FONTS: {"Nikosh (TrueType)": "Nikosh.ttf"}}
    assert bangla_fonts(with_registry(healthy(tmp_path), fonts)) == ("Nikosh", "Vrinda")
