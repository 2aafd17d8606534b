"""What is asked of a computer by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.setup.fake_computer import healthy
from xl_apa.core.errors import CallError


def test_variables_of_windows_are_put_in_whatever_their_case(tmp_path: Path) -> None:
    computer = healthy(tmp_path)
    home = computer.environ["USERPROFILE"]
    assert computer.expand("%UserProfile%/x %NOSUCH%") == f"{home}/x %NOSUCH%"


def test_a_folder_that_windows_does_not_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CallError) as refusal:
        healthy(tmp_path).folder("NOSUCH")
    assert refusal.value.code == "folder-unknown"


def test_off_windows_there_is_no_excel_to_install_into(tmp_path: Path) -> None:
    healthy(tmp_path).require_windows()
    with pytest.raises(CallError) as refusal:
        healthy(tmp_path, system="Linux").require_windows()
    assert refusal.value.code == "not-windows"
