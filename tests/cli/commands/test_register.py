"""A blank register, which replaces no file."""

from __future__ import annotations

from pathlib import Path

from tests.cli.calls import Call, refused
from xl_apa.ministry.register.write import write_register


def test_a_blank_register_is_written(run: Call, tmp_path: Path) -> None:
    result = run("--lang", "en", "register", "new", "-o", tmp_path / "register.xlsx")
    write_register(tmp_path / "same.xlsx")
    assert (result.status, "Written" in result.out) == (0, True)
    assert (tmp_path / "register.xlsx").read_bytes() == (tmp_path / "same.xlsx").read_bytes()


def test_a_file_that_exists_is_left_alone(run: Call, tmp_path: Path) -> None:
    register = tmp_path / "register.xlsx"
    register.write_bytes(b"somebody's")
    refused(run("--lang", "en", "register", "new", "-o", register), "exists already")
    assert register.read_bytes() == b"somebody's"


def test_a_name_with_another_ending_is_refused(run: Call, tmp_path: Path) -> None:
    refused(run("register", "new", "-o", tmp_path / "register.csv"), ".xlsx")
