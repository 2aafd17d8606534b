"""The offline folder from the command line: what it is made with, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call, refused
from xl_apa.addin.build import build_macro_template
from xl_apa.cli.commands import addin_bundle
from xl_apa.setup.bundle import Bundle


@pytest.mark.parametrize(("option", "extras"), [((), ()), (("--with-import",), ("import",))])
def test_what_was_asked_for_is_made_and_said(
    run: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...], extras: tuple[str, ...]
) -> None:
    asked: list[object] = []

    def build(*arguments: object) -> Bundle:
        asked.extend(arguments)
        return Bundle(tmp_path / "a [b]", ("3.12", "3.13"), wheels=20, size=61_400_000)

    monkeypatch.setattr(addin_bundle, "build_bundle", build)
    call = ("--lang", "en", "addin", "bundle", "-o", tmp_path / "a [b]", "--python", "3.12", "--python", "3.13")
    result = run(*call, *option)
    assert asked == [tmp_path / "a [b]", ("3.12", "3.13"), "win_amd64", build_macro_template, extras]
    assert result.status == 0
    assert f"Made: {tmp_path / 'a [b]'}\n20 packages for Python 3.12, 3.13, 61 MB." in result.out


def test_a_folder_with_something_in_it_is_refused(run: Call, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").touch()
    refused(run("--lang", "en", "addin", "bundle", "-o", tmp_path), "not an empty folder")


def test_a_platform_that_does_not_exist_is_refused_with_those_that_do(run: Call, tmp_path: Path) -> None:
    refused(run("addin", "bundle", "-o", tmp_path / "b", "--platform", "amiga"), "win_amd64, this")
