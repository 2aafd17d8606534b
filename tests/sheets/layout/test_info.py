"""The info sheet: a label and a row for every field, and guidance from the catalogue."""

from __future__ import annotations

import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import CATALOGUE
from xl_apa.sheets.layout import INFO_FIRST_ROW, INFO_GUIDANCE, INFO_LABELS, Info, info_row


def test_every_field_has_a_label_of_its_own_and_a_row() -> None:
    assert set(INFO_LABELS) == set(Info)
    assert len(set(INFO_LABELS.values())) == len(Info)
    assert [info_row(field) for field in INFO_LABELS] == list(range(INFO_FIRST_ROW, INFO_FIRST_ROW + len(Info)))


@pytest.mark.parametrize("quarter", Quarter)
def test_every_quarter_has_its_report_date(quarter: Quarter) -> None:
    field = Info.report_date(quarter)
    assert field.defined_name == f"apa_report_date_{int(quarter)}"
    assert quarter.ordinal_bn in INFO_LABELS[field]


def test_the_guidance_is_the_catalogues() -> None:
    codes = [code for code in CATALOGUE if code.startswith("guidance-")]
    assert list(INFO_GUIDANCE) == [CATALOGUE[code].bn for code in codes]
