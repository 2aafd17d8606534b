"""Folders of a Windows user, and what VBA can do with their names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.setup.fake_computer import SHELL_FOLDERS, healthy, with_registry
from xl_apa.setup.environment.folders import (
    documents_folder,
    is_blocked,
    is_readable_by_vba,
    is_store_path,
    onedrive_folders,
    vba_path,
)


@pytest.mark.parametrize(("zone", "expected"), [("0", False), ("1", False), ("2", False), ("3", True), ("4", True)])
def test_only_the_internet_blocks(tmp_path: Path, zone: str, expected: bool) -> None:
    path = tmp_path / "প্রতিবেদন (1).xlam"
    path.touch()
    assert not is_blocked(path)
    Path(f"{path}:Zone.Identifier").write_text(
        f"[ZoneTransfer]\nHostUrl=about:internet\nZoneId={zone}\n", encoding="utf-8"
    )
    assert is_blocked(path) is expected


def test_documents_are_where_the_registry_says_with_variables_of_any_case(tmp_path: Path) -> None:
    computer = healthy(tmp_path)
    assert documents_folder(computer) == Path(computer.environ["USERPROFILE"]) / "Documents"
    moved = with_registry(computer, {SHELL_FOLDERS: {"Personal": "%UserProfile%/OneDrive/Documents"}})
    assert documents_folder(moved) == Path(computer.environ["USERPROFILE"]) / "OneDrive" / "Documents"


def test_each_onedrive_folder_is_named_once(tmp_path: Path) -> None:
    environ = {"OneDrive": "/cloud", "OneDriveCommercial": "/cloud", "OneDriveConsumer": "/home"}
    assert onedrive_folders(replace(healthy(tmp_path), environ=environ)) == (Path("/cloud"), Path("/home"))


def test_a_path_with_bangla_letters_gets_its_short_name(tmp_path: Path) -> None:
    computer = replace(healthy(tmp_path), short_path=lambda _: "C:/RAHIM~1")
    assert not is_readable_by_vba("C:/রহিম")
    assert (vba_path(computer, Path("/রহিম")), vba_path(computer, Path("/rahim"))) == ("C:/RAHIM~1", "/rahim")


def test_what_lies_below_windowsapps_is_of_the_store() -> None:
    assert is_store_path(Path("C:/Program Files/WindowsApps/Python"))
    assert not is_store_path(Path("C:/Program Files/Python311"))
