"""The marks written into a workbook, or into a copy of it."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.calls import refused


def test_calculate_writes_in_place_or_beside(run, filled, tmp_path: Path) -> None:
    path, other = filled({"1.4.1": 96}, evidence={"1.4.1": "নথি"}), tmp_path / "other.xlsx"
    before = path.read_bytes()
    assert run("calculate", path, "--quarter", "2", "-o", other).status == 0
    assert path.read_bytes() == before
    assert run("calculate", path, "--quarter", "2").status == 0
    for each in (path, other):
        assert openpyxl.load_workbook(each, data_only=True)["২য় ত্রৈমাসিক"]["P11"].value == 6


def test_calculate_leaves_a_read_only_and_an_open_file_alone(run, filled) -> None:
    path = filled({"1.4.1": 96})
    before = path.read_bytes()
    path.chmod(0o444)
    refused(run("--lang", "en", "calculate", path), "may not be written")
    path.chmod(0o644)
    path.with_name(f"~${path.name}").touch()
    refused(run("--lang", "en", "calculate", path), "open in another program")
    assert path.read_bytes() == before
