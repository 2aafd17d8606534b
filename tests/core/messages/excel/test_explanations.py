"""Sentences that say how marks came about."""

from __future__ import annotations

import string

import pytest

from xl_apa.core.messages.excel.explanations import EXPLANATIONS


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", [code for code in EXPLANATIONS if code.endswith("-skipped")])
def test_a_missing_tier_is_named_beside_what_is_said_without_one(code: str) -> None:
    without = fields(EXPLANATIONS[code.removesuffix("-skipped")].en)
    assert fields(EXPLANATIONS[code].en) - without == {"missing"}


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_an_explanation_fits_into_a_cell_that_a_formula_returns(code: str) -> None:
    assert max(len(EXPLANATIONS[code].bn), len(EXPLANATIONS[code].en)) < 255
