"""Faults of a file or a call: one family, told in both languages, able to travel between processes."""

from __future__ import annotations

import pickle

import pytest

from xl_apa.core.errors import CallError, InputError, OutputError, PlanError, XlApaError
from xl_apa.core.messages import LANGUAGES

FAMILY = (InputError, OutputError, PlanError, CallError)


@pytest.mark.parametrize("kind", FAMILY)
def test_every_fault_is_caught_in_one_place(kind: type[XlApaError]) -> None:
    with pytest.raises(XlApaError):
        raise kind("interrupted")


def test_a_fault_is_told_in_both_languages_and_in_english_by_default() -> None:
    error = PlanError("plan-faulty", name="x", count=2)
    assert "২" in error.text("bn")
    assert "2" in error.text("en")
    assert str(error) == error.text("en")
    assert (error.code, error.params) == ("plan-faulty", {"name": "x", "count": 2})


@pytest.mark.parametrize("kind", FAMILY)
def test_a_fault_survives_the_way_from_a_worker_process(kind: type[XlApaError]) -> None:
    error = kind("file-not-readable", path="প্রতিবেদন.xlsx", reason="disk")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert (back.code, back.params) == (error.code, error.params)
    assert [back.text(lang) for lang in LANGUAGES] == [error.text(lang) for lang in LANGUAGES]


def test_a_fault_without_parameters_can_be_raised() -> None:
    assert CallError("interrupted").params == {}
    assert str(CallError("interrupted")).strip()
