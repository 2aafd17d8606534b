"""Values as JSON has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xl_apa.cli.output.json_values import json_number, json_value, print_json


@pytest.mark.parametrize(
    ("number", "shown"), [("6", "6"), ("6.00", "6"), ("17.80", "17.8"), ("0", "0"), ("-3.5", "-3.5")]
)
def test_a_whole_number_has_no_fraction(number: str, shown: str) -> None:
    assert repr(json_number(Decimal(number))) == shown


def test_a_day_is_iso_and_nothing_is_null() -> None:
    assert (json_value(date(2024, 5, 16)), json_value(Decimal("2.50")), json_value(None)) == ("2024-05-16", 2.5, None)


def test_bangla_letters_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "দপ্তর"})
    assert capsys.readouterr().out == '{\n  "name": "দপ্তর"\n}\n'
