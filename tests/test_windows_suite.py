"""What Windows' own Python runs again is still there: a test that was moved or renamed is not forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.windows.suite import PARTS, UNFIT

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_there(part: str) -> None:
    assert (ROOT / part).exists()


@pytest.mark.parametrize("name", UNFIT)
def test_every_test_that_is_left_out_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")
