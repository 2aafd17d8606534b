"""Whatever goes wrong becomes one sentence, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import refused


def test_a_fault_of_the_program_becomes_a_sentence_and_a_log(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("xl_apa.cli.commands.score.isolated", broken)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    refused(run("--lang", "en", "score", "x.xlsx"), "The program itself failed")
    assert "deep inside" in (tmp_path / "xl_apa-fault.log").read_text()


def test_stopping_by_hand_is_no_fault(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xl_apa.cli.commands.score.isolated", stopped)
    refused(run("--lang", "en", "score", "x.xlsx"), "Stopped")
