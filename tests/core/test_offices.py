"""What tells offices apart."""

from __future__ import annotations

import pytest

from xl_apa.core.offices import office_key


@pytest.mark.parametrize("code", ["DOL-01", "dol-01", " DOL-০১ ", "Dol-0১", "DOL-01\u200b"])
def test_digits_capitals_and_blanks_tell_no_offices_apart(code: str) -> None:
    assert office_key(code) == "DOL-01"


@pytest.mark.parametrize(("one", "other"), [("DOL-01", "DOL-1"), ("DOL 01", "DOL01"), ("শ্রম", "শ্ৰম")])
def test_anything_else_does(one: str, other: str) -> None:
    assert office_key(one) != office_key(other)
