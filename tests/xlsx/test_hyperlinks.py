"""Links out of a workbook are written from its folder, so that it can move together with what they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.xlsx.hyperlinks import Links, within


def test_links_are_written_from_the_folder_of_the_summary(tmp_path: Path) -> None:
    links = Links(tmp_path / "out")
    assert links.to(str(tmp_path / "in" / "a.xlsx"), "'ক'!A1") == "../in/a.xlsx#'ক'!A1"
    assert (links.to(""), links.to("a#b.xlsx")) == ("", "")
    assert within("উপাত্ত", "A5") == "#'উপাত্ত'!A5"


@pytest.mark.parametrize(
    ("file", "target"),
    [
        ("out/a.xlsx", "a.xlsx"),
        ("out/in/a b.xlsx", "in/a b.xlsx"),
        ("in/a.xlsx", "../in/a.xlsx"),
        ("a.xlsx", "../a.xlsx"),
    ],
)
def test_a_link_names_the_file_from_the_summarys_folder(tmp_path: Path, file: str, target: str) -> None:
    links = Links(tmp_path / "out")
    assert links.to(str(tmp_path / file)) == target
    assert links.to(str(tmp_path / file), "'ক'!M8") == f"{target}#'ক'!M8"


def test_a_link_from_the_folder_one_works_in_is_the_files_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Links(tmp_path).to("a.xlsx") == "a.xlsx"
