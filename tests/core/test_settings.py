"""A setting is a number above 0; whatever else stands there is as if nothing did."""

from __future__ import annotations

import pytest

from xl_apa.core.settings import number_setting


@pytest.mark.parametrize(("said", "number"), [("30", 30), ("0.5", 0.5), (" 7 ", 7), ("1e3", 1000)])
def test_a_number_counts(monkeypatch: pytest.MonkeyPatch, said: str, number: float) -> None:
    monkeypatch.setenv("XL_APA_FILE_SECONDS", said)
    assert number_setting("XL_APA_FILE_SECONDS", 120) == number


@pytest.mark.parametrize("said", ["", "0", "-5", "many", "nan", "inf", "1 2"])
def test_anything_else_does_not(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("XL_APA_FILE_SECONDS", said)
    assert number_setting("XL_APA_FILE_SECONDS", 120) == 120


def test_without_a_word_the_default_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XL_APA_FILE_SECONDS", raising=False)
    assert number_setting("XL_APA_FILE_SECONDS", 120) == 120
