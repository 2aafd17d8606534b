"""`xl-apa doctor`: sentences for people, JSON for programs, an exit status."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.setup.fake_computer import FONTS, INTERNATIONAL, with_addin, with_registry
from xl_apa.cli import main
from xl_apa.cli.commands import doctor as command
from xl_apa.setup.doctor import ANYWHERE, ON_WINDOWS
from xl_apa.setup.environment.computer import Computer


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return with_addin(tmp_path)


@pytest.fixture
def doctor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def call(computer: Computer, *arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(command, "this_computer", lambda: computer)
        status = main([*arguments[:2], "doctor", *arguments[2:]])
        captured = capsys.readouterr()
        assert captured.err == ""
        return status, captured.out

    return call


def test_the_command_ends_with_0_when_nothing_or_little_is_wrong(doctor, computer: Computer) -> None:
    assert doctor(computer, "--lang", "en")[0] == 0
    status, told = doctor(with_registry(computer, {FONTS: {"Nirmala UI (TrueType)": "Nirmala.ttf"}}), "--lang", "bn")
    assert status == 0
    assert "Nikosh ফন্ট নেই" in told and "ত্রুটি ০টি, সতর্কতা ১টি" in told


def test_the_command_ends_with_1_and_the_next_step_when_something_is_wrong(doctor, computer: Computer) -> None:
    status, told = doctor(with_registry(computer, {INTERNATIONAL: {"sShortDate": "M/d/yyyy"}}), "--lang", "en")
    assert status == 1
    assert "05/06 means 6 May. Choose “Bengali (Bangladesh)”" in " ".join(told.split())


def test_the_json_names_every_check_in_both_languages(doctor, computer: Computer) -> None:
    status, told = doctor(with_registry(computer, {FONTS: None}), "--lang", "en", "--json")
    data = json.loads(told)
    assert (status, data["windows"], data["errors"], data["warnings"]) == (1, True, 1, 0)
    assert [check["check"] for check in data["checks"]] == [*ANYWHERE, *ON_WINDOWS]
    assert all(set(check) == {"check", "state", "code", "bn", "en"} for check in data["checks"])


def test_off_windows_it_checks_what_it_can_and_says_so(doctor, computer: Computer) -> None:
    linux = replace(computer, system="Linux")
    status, told = doctor(linux, "--lang", "en")
    assert status == 0
    assert f"Checks that need Windows: {len(ON_WINDOWS)}." in told
    data = json.loads(doctor(linux, "--lang", "en", "--json")[1])
    assert [check["state"] for check in data["checks"]] == ["ok"] * len(ANYWHERE) + ["skipped"] * len(ON_WINDOWS)


def test_the_command_runs_on_the_real_computer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "doctor"]) in (0, 1)
