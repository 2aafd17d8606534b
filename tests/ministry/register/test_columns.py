"""The columns of a register are known by what people write over them."""

from __future__ import annotations

from dataclasses import fields

import pytest

from xl_apa.ministry.register.columns import HEADINGS, column_of
from xl_apa.ministry.register.model import Registered


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("  Office   Code ", "code"),
        ("কোড", "code"),
        ("দপ্তর", "name"),
        ("ঊর্ধ্বতনের কোড", "parent"),
        ("LEVEL", "level"),
        ("ফোন", "contact"),
        ("কোড নং", "code"),
        ("দপ্তরের\nকোড:", "code"),
        ("অফিস আইডি", "code"),
        ("Office Code *", "code"),
        ("নাম (বাংলায়)", "name"),
        ("Name of the Office", "name"),
        ("কার্যালয়ের নাম", "name"),
        ("নাম (ইংরেজিতে)", "name_en"),
        ("Reports to", "parent"),
        ("REPORTING OFFICE", "parent"),
        ("ঊর্ধ্বতন", "parent"),
        ("উর্ধ্বতন অফিস", "parent"),
        ("নিয়ন্ত্রণকারী কার্যালয়ের কোড", "parent"),
        ("Parent office (code)", "parent"),
        ("প্রশাসনিক স্তর", "level"),
        ("E-mail", "contact"),
        ("মোবাইল নম্বর", "contact"),
        ("ক্রমিক নং", None),
        ("কর্মকর্তার নাম", None),
        ("মন্তব্য", None),
        ("", None),
    ],
)
def test_a_heading_is_known_in_either_language(heading: str, column: str | None) -> None:
    assert column_of(heading) == column


def test_our_own_form_has_a_column_for_every_field_of_an_office() -> None:
    assert {column_of(heading): name for name, heading in HEADINGS.items()} == {name: name for name in HEADINGS}
    assert [*HEADINGS, "row"] == [field.name for field in fields(Registered)]
