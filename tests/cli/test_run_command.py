"""Whatever goes wrong becomes one sentence, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import refused

SID = str(Path(__file__).parents[1] / "files" / "sid_2023-24_q2.txt")


def test_a_fault_of_the_program_becomes_a_sentence_and_a_log(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("xl_apa.cli.commands.score.isolated", broken)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    refused(run("--lang", "en", "score", "x.xlsx"), "The program itself failed")
    log = (tmp_path / "xl_apa-fault.log").read_text()
    assert "ZeroDivisionError" in log and "in broken" in log


def test_stopping_by_hand_is_no_fault(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xl_apa.cli.commands.score.isolated", stopped)
    refused(run("--lang", "en", "score", "x.xlsx"), "Stopped")


LONG = "a" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ("template", "-o", f"{LONG}.xlsx"),
        ("register", "new", "-o", f"{LONG}.xlsx"),
        ("addin", "build", "-o", f"{LONG}.xlam"),
        ("import", SID, "-o", f"{LONG}.xlsx"),
        ("plan", "check", f"{LONG}.toml"),
    ],
)
def test_a_name_that_is_too_long_is_no_fault_of_the_program(run, arguments: tuple[str, ...], tmp_path: Path) -> None:
    given = [str(tmp_path / each) if LONG in each else each for each in arguments]
    result = run("--lang", "en", *given)
    refused(result, "the name of the file and its folders is too long")
    assert f"({len(given[-1])} characters in all)" in result.err
