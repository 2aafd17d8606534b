"""Sentences in the reader's language."""

from __future__ import annotations

import pytest

from tests.cli.calls import refused


@pytest.mark.parametrize(
    ("setting", "expected"), [("bn_BD.UTF-8", "পাওয়া যায়নি"), ("en_US.UTF-8", "was not found"), ("C", "was not found")]
)
def test_the_language_follows_the_computer(run, monkeypatch: pytest.MonkeyPatch, setting: str, expected: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", setting)
    refused(run("score", "none.xlsx"), expected)
