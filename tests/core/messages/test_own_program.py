"""Commands in sentences can be copied on a PC where `xl-apa` stands on no PATH."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.core.findings import FindingKind
from xl_apa.core.messages import CATALOGUE, render
from xl_apa.core.messages.own_program import parts_with_commands, runnable


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "xl-apa.exe").touch()
    return tmp_path


def test_a_command_gets_the_path_of_the_program(scripts: Path) -> None:
    said = runnable("Run: xl-apa addin install", windows=True, scripts=scripts)
    command = f'"{scripts / "xl-apa.exe"}" addin install'
    assert said == f"Run: {command}"
    assert [part for part, is_command in parts_with_commands(said) if is_command] == [command]
    assert "".join(part for part, _ in parts_with_commands(said)) == said


def test_the_way_to_the_help_gets_it_too(scripts: Path) -> None:
    assert runnable("See xl-apa --help", windows=True, scripts=scripts) == f'See "{scripts / "xl-apa.exe"}" --help'


def test_a_finding_names_no_command() -> None:
    """Findings are read in Excel, in letters and summaries, by people without this program or on another computer."""
    for kind in FindingKind:
        sentence = CATALOGUE[kind]
        assert "xl-apa" not in sentence.bn + sentence.en, kind


def test_what_goes_into_a_file_has_no_path_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xl_apa.core.messages.runnable", lambda text: "a path")
    assert render("said-unhealthy", "en", {"errors": 1, "warnings": 0}) == "a path"
    assert "xl-apa score" in render("audit-some", "en", {"count": 1})
    assert "xl-apa plan check" in render("draft-plan", "en")


def test_the_program_s_name_alone_stays(scripts: Path) -> None:
    for text in ("xl-apa is a program", "তৈরি: xl-apa", "no command"):
        assert runnable(text, windows=True, scripts=scripts) == text


def test_where_it_is_found_by_name_the_name_is_enough(scripts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name)
    assert runnable("xl-apa doctor", windows=True, scripts=scripts) == "xl-apa doctor"
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert runnable("xl-apa doctor", windows=False, scripts=scripts) == "xl-apa doctor"


def test_every_command_that_a_sentence_names_is_known(scripts: Path) -> None:
    """A new command in a sentence is one that can be copied too."""
    for code, sentence in CATALOGUE.items():
        for text in (sentence.bn, sentence.en):
            left = runnable(text, windows=True, scripts=scripts).replace(f'"{scripts / "xl-apa.exe"}"', "")
            assert "xl-apa " not in left or code.startswith("help-") or "xl-apa দ" in left or "xl-apa এ" in left, (
                code,
                left,
            )
