"""Codes of plans and forms, in any digits, with the letter of mandatory objectives in any alphabet."""

from __future__ import annotations

import pytest

from xl_apa.core.text.codes import as_code, code_in, code_key


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("[১.১.১] সেবা সহজিকরণ", "1.1.1"),
        ("[১.2.১] সেবা", "1.2.1"),
        ("1.1 activity", "1.1"),
        ("[ ১ . ২ . ১ ] সেবা", "1.2.1"),
        ("[এম.১.১.১] শুদ্ধাচার", "এম.1.1.1"),
        ("[এম ১.১.১] শুদ্ধাচার", "এম.1.1.1"),
        ("এম.1.2.১ ই-গভর্ন্যান্স", "এম.1.2.1"),
        ("[M.1.1.1] integrity", "এম.1.1.1"),
        ("[m 1.১] integrity", "এম.1.1"),
        ("এম-১.৩", "এম.1.3"),
        ("এমআইএস চালু", ""),
        ("Module 1.1", ""),
        ("জুলাই ২০২৩", ""),
        ("", ""),
    ],
)
def test_the_code_of_a_label_is_read_in_any_digits_and_alphabet(label: str, code: str) -> None:
    assert code_in(label) == code


@pytest.mark.parametrize("code", ["এম.১.১.১", "এম.1.1.1", "M.1.1.1", "m.১.1.1", "[এম.১.১.১]", "এম. ১.১.১"])
def test_a_mandatory_objective_has_one_key_however_it_is_written(code: str) -> None:
    assert code_key(code) == "এম.1.1.1"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("১.২.১", "1.2.1"), ("[১.2.১]", "1.2.1"), ("এম.১.১", "এম.1.1"), ("M.1.1", "M.1.1"), (" 1.1 ", "1.1")],
)
def test_a_plan_keeps_the_letters_of_its_codes_and_gets_ascii_digits(typed: str, code: str) -> None:
    assert as_code(typed) == code


def test_an_ordinary_code_and_a_mandatory_one_are_two() -> None:
    assert code_key("1.1.1") != code_key("এম.1.1.1")
