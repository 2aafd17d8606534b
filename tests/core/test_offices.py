"""What tells offices apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.core.offices import name_key, office_key

SPELLINGS = [
    *("DOL-01", "dol-01", " DOL-০১ ", "Dol-0১", "DOL-01\u200b", "DOL- 01", "DOL -01", "DOL - 01"),
    *("DOL‐01", "DOL‑01", "DOL‒01", "DOL–01", "DOL—01", "DOL―01", "DOL−01", "DOL﹣01", "DOL－01", "DOL--01"),
    *("DOL\u00a0-\u00a001", "DOL-01\u00a0", "\u202aDOL-01\u202c", "\u2066DOL-01\u2069", "\u200eDOL\u200f-01"),
    *(
        "DOL-\u00ad01",
        "D\u00adOL-01",
        "\ufeffDOL-01",
        "ＤＯＬ-０１",
        "DOL-٠١",
        "DOL-०१",
        "DOL\t-\n01",
        "'DOL-01",
        "‘DOL-01’",
    ),
]


@pytest.mark.parametrize("code", SPELLINGS)
def test_spellings_of_one_code_tell_no_offices_apart(code: str) -> None:
    assert office_key(code) == "DOL-01"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[
            ("DOL-01", "DOL-1"),
            ("DOL 01", "DOL01"),
            ("শ্রম", "শ্ৰম"),
            ("1-11", "11-1"),
            ("1.11", "11.1"),
            ("N-01", "N01"),
        ],
        *[("N-01", "N/01"), ("N-01", "M-01"), ("N-01", "N-01A"), ("১০১", "১০১০"), ("N_01", "N-01")],
    ],
)
def test_anything_else_does(one: str, other: str) -> None:
    assert office_key(one) != office_key(other)


def test_a_dash_beside_latin_letters_is_no_old_font() -> None:
    # In the old font these are ব্ব, ক্ক and the like; `wU` and `Rb` are its words.
    assert [office_key(code) for code in ("N–03", "Rb–2", "GK-1", "wU-1")] == ["N-03", "RB-2", "GK-1", "WU-1"]


@pytest.mark.parametrize("code", ["", " ", "\u00a0", "\u200b", "\u00ad\u200e"])
def test_what_nobody_sees_is_no_code(code: str) -> None:
    assert office_key(code) == ""


@given(st.text(max_size=20))
def test_the_key_of_a_key_is_itself(code: str) -> None:
    # Capitals and digits of rare scripts have forms of their own; the code of an office has none of them.
    key = office_key(code)
    if code.isprintable() and all(ord(letter) < 0x0A00 for letter in key):
        assert office_key(key) == key


@pytest.mark.parametrize(
    "name",
    [
        *("জেলা কার্যালয়, কুমিল্লা-২", "জেলা  কার্যালয় কুমিল্লা ২", "জেলা কার্যালয়\u00a0(কুমিল্লা–2)", "জেলা কার্য্যালয়, কুমিল্লা-২"),
        *(
            "জেলা কার্যালয়. কুমিল্লা - ২",
            "জেলা কার্যালয\u09bc, কুমিল্লা\u200c-২",
            "জেলা কার্যালয়, কূমিল্লা-২",
            "‘জেলা কার্যালয়, কুমিল্লা-২’",
        ),
    ],
)
def test_a_name_is_the_same_in_its_usual_spellings(name: str) -> None:
    assert name_key(name) == name_key("জেলা কার্যালয়, কুমিল্লা-২")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("জেলা কার্যালয় ১", "জেলা কার্যালয় ২"), ("উত্তর", "উত্তরা"), ("রামগড়", "রামগতি"), ("Rampur", "Rampura")],
        *[("জেলা কার্যালয়", "জেলা কার্যালয়, ঢাকা"), ("ক শাখা", "খ শাখা"), ("দপ্তর ১১", "দপ্তর ১")],
    ],
)
def test_names_one_letter_apart_are_two_offices(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", "-", " – ", "\u200b", "(…)"])
def test_signs_alone_are_no_name(name: str) -> None:
    assert name_key(name) == ""
