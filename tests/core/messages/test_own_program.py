"""Commands in sentences can be copied on a PC where `xl-apa` stands on no PATH."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.core.messages import CATALOGUE
from xl_apa.core.messages.own_program import runnable


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "xl-apa.exe").touch()
    return tmp_path


def test_a_command_gets_the_path_of_the_program(scripts: Path) -> None:
    said = runnable("Run: xl-apa addin install", windows=True, scripts=scripts)
    assert said == f'Run: "{scripts / "xl-apa.exe"}" addin install'


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
