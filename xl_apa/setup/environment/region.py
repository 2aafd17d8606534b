"""What Windows is set to: the order of dates, and the fonts for Bangla."""

from __future__ import annotations

from enum import StrEnum

from xl_apa.setup.environment.computer import MACHINE, USER, Computer

USUAL_FONT = "Nikosh"
"""The font of government documents."""

_FONTS = r"Software\Microsoft\Windows NT\CurrentVersion\Fonts"
_BANGLA_FONTS = (
    *("Nikosh", "Kalpurush", "SolaimanLipi", "Siyam Rupali", "Noto Sans Bengali", "Noto Serif Bengali"),
    *("Nirmala", "Vrinda", "Shonar Bangla", "Akaash", "Mukti", "Lohit Bengali"),
)


class DateOrder(StrEnum):
    """What a date typed as 05/06 means on this computer."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"
    YEAR_FIRST = "year first"


def date_order(computer: Computer) -> DateOrder | None:
    """Return the order of the short date in Windows' region, which Excel goes by."""
    pattern = computer.registry.value(rf"{USER}\Control Panel\International", "sShortDate")
    first = next((letter for letter in str(pattern or "").lower() if letter in "dmy"), "")
    orders = {"m": DateOrder.MONTH_FIRST, "d": DateOrder.DAY_FIRST, "y": DateOrder.YEAR_FIRST}
    return orders.get(first)


def bangla_fonts(computer: Computer) -> tuple[str, ...]:
    """Return the Bangla fonts that are installed, the usual one first."""
    installed = [name for root in (MACHINE, USER) for name in computer.registry.values(rf"{root}\{_FONTS}")]
    return tuple(font for font in _BANGLA_FONTS if any(name.startswith(font) for name in installed))
