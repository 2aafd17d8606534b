"""Links out of a workbook are written from its folder, so that it can move together with what they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.xlsx.write.hyperlinks import Links, within


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


@pytest.mark.parametrize("inside", ["N-01.xlsx", "জেলা/N-01.xlsx", "forms.zip/N-01.xlsx", "a#b.xlsx", "N 01.xls"])
def test_a_link_to_what_lies_in_an_archive_opens_the_archive(tmp_path: Path, inside: str) -> None:
    archive = str(tmp_path / "in" / "mail.zip")
    links = Links(tmp_path / "out", {f"{archive}/{inside}": archive})
    assert links.to(f"{archive}/{inside}", "'ক'!A1") == links.to(f"{archive}/{inside}") == "../in/mail.zip"
    assert links.to(archive + "/other.xlsx", "'ক'!A1") == "../in/mail.zip/other.xlsx#'ক'!A1"
