"""One file has one path; where the system cannot say which, the file is not given up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Filler
from xl_apa.cli import main
from xl_apa.ministry.collect.real_path import real_path


def test_a_link_means_the_file_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert real_path(tmp_path / "link") == (tmp_path / "file").resolve()


def test_a_link_to_itself_is_a_path_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert real_path(tmp_path / "loop") == tmp_path / "loop"


def test_a_report_whose_real_path_windows_cannot_say_counts(
    filled: Filler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (1, 2):
        filled({"1.4.1": 96}, name=f"in/{number}.xlsx", code=f"N-{number}")
    resolve = Path.resolve

    def refusing(path: Path, strict: bool = False) -> Path:
        if path.name == "2.xlsx":
            raise OSError(22, "More data available", str(path), 234)
        return resolve(path, strict)

    monkeypatch.setattr(Path, "resolve", refusing)
    command = ["--lang", "en", "consolidate", str(tmp_path / "in"), "--quarter", "2", "-o", str(tmp_path / "s.xlsx")]
    assert main(command) in (0, 1)
    said = capsys.readouterr().out
    assert "N-1" in said and "N-2" in said
