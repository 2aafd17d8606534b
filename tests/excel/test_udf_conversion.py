"""What Excel hands over and what a cell shows."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from xl_apa.core.messages import render
from xl_apa.excel import udf_conversion, udfs
from xl_apa.excel.udfs import apa_bangla, apa_marks

FUNCTIONS = [getattr(udfs, name) for name in udfs.__all__]
PERCENTS = [0.85, 0.8, 0.75, 0.7, 0.6]


def test_a_fault_of_the_program_is_a_sentence_too_and_kept_in_a_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(udfs, "read_row", lambda *_, **__: 1 / 0)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    log = tmp_path / "xl_apa-fault.log"
    told = render("function-fault", "bn", {"reason": "ZeroDivisionError", "log": log})
    assert apa_marks("%", 6, 96, PERCENTS) == told
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given_range", "shown"),
    [
        ([1.0, 2.0], [["১", "২"]]),
        ([[1.0], [2.0]], [["১"], ["২"]]),
        ([[1.0, None], ["4"]], [["১", ""], ["৪", ""]]),
        ([[3.0]], "৩"),
        (([3.0],), "৩"),
        ([], ""),
        ([[]], ""),
        ([1.0, [2.0, 3.0]], [["১", ""], ["২", "৩"]]),
    ],
)
def test_a_range_is_answered_in_its_own_shape(given_range: object, shown: object) -> None:
    assert apa_bangla(given_range) == shown


@pytest.mark.parametrize("function", FUNCTIONS, ids=udfs.__all__)
def test_the_function_wizard_can_show_the_descriptions(function: Callable[..., object]) -> None:
    texts = [
        inspect.getdoc(function) or "",
        *(udf_conversion.ARGUMENTS[name] for name in inspect.signature(function).parameters),
    ]
    for text in texts:
        assert 0 < len(text) <= 255
        assert text.isascii()
        assert text.endswith(".")


def test_every_argument_that_is_described_is_used() -> None:
    used = {name for function in FUNCTIONS for name in inspect.signature(function).parameters}
    assert used == set(udf_conversion.ARGUMENTS)
