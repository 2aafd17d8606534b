"""Of files and folders the workbooks are found, each once; what cannot be looked into is named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.archives.made import mailed, zipped
from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.ministry.collect.find_files import find_files, find_workbooks
from xl_apa.ministry.model import Refusal


def test_folders_are_searched_through_and_lock_files_left_out(ministry: Path) -> None:
    names = [path.relative_to(ministry).as_posix() for path in find_workbooks([ministry])]
    assert names == ["a.xlsx", "broken.xlsx", "d.xlsx", "district/b.xlsx", "district/c.xlsx"]


def test_a_file_given_twice_counts_once(ministry: Path) -> None:
    assert len(find_workbooks([ministry, ministry / "a.xlsx", ministry])) == 5


def test_a_path_that_is_missing_and_a_folder_without_workbooks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as missing:
        find_workbooks([tmp_path / "none"])
    with pytest.raises(CallError) as empty:
        find_workbooks([tmp_path])
    assert (missing.value.code, empty.value.code) == ("file-missing", "nothing-found")


def test_the_summary_of_an_earlier_run_is_no_report(ministry: Path) -> None:
    assert ministry / "a.xlsx" not in find_workbooks([ministry], leave_out=ministry / "a.xlsx")
    with pytest.raises(OutputError) as caught:
        find_workbooks([ministry / "a.xlsx"], leave_out=ministry / "a.xlsx")
    assert caught.value.code == "output-is-input"


def test_a_folder_named_in_two_ways_counts_once(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ministry.parent)
    assert len(find_workbooks([ministry, Path("reports"), ministry / ".." / "reports"])) == 5


def test_where_nothing_can_be_looked_into_there_is_no_summary(ministry: Path, closed: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_workbooks([closed, closed])
    assert (caught.value.code, str(closed) in caught.value.text("bn")) == ("folder-not-readable", True)


def test_folders_that_lead_to_themselves_are_walked_once(ministry: Path) -> None:
    (ministry / "district" / "again").symlink_to(ministry, target_is_directory=True)
    (ministry / "ring.xlsx").symlink_to(ministry / "ring.xlsx")
    os.mkfifo(ministry / "pipe.xlsx")
    assert len(find_workbooks([ministry])) == 5


def test_a_path_that_the_system_will_not_look_at_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_workbooks([tmp_path / ("ক" * 200)])
    assert caught.value.code == "file-not-readable"


def test_the_register_among_the_reports_is_no_report(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ministry)
    found = find_workbooks([ministry], register=Path("district/../a.xlsx"))
    assert ministry / "a.xlsx" not in found
    assert len(found) == 4


def test_where_there_is_nothing_but_a_register_nothing_is_found(ministry: Path) -> None:
    with pytest.raises(CallError) as caught:
        find_workbooks([ministry / "a.xlsx"], register=ministry / "a.xlsx")
    assert caught.value.code == "nothing-found"


# ---- everything else that lies there --------------------------------------------------------------------------------


def codes(refusals: Iterable[Refusal], folder: Path) -> dict[str, str]:
    return {Path(each.source.path).relative_to(folder).as_posix(): each.error.code for each in refusals}


def test_whatever_lies_in_the_folder_is_accounted_for(ministry: Path) -> None:
    (ministry / "scan.pdf").write_bytes(b"%PDF")
    (ministry / "N-09.xlsx.crdownload").write_bytes(b"PK")
    (ministry / "forms.rar").write_bytes(b"Rar!")
    (ministry / "mail.msg").write_bytes(b"half a mail")
    (ministry / "text.zip").write_bytes(zipped({"note.txt": b"x"}))
    (ministry / "Thumbs.db").write_bytes(b"x")
    (ministry / "flat.fods").write_bytes(b"<office/>")
    (ministry / "binary.xlsb").write_bytes(b"PK")
    found = find_files([ministry])
    assert [path.relative_to(ministry).as_posix() for path in found.workbooks] == [
        *("a.xlsx", "binary.xlsb", "broken.xlsx", "d.xlsx", "district/b.xlsx", "district/c.xlsx", "flat.fods"),
    ]
    assert codes(found.refused, ministry) == {
        "N-09.xlsx.crdownload": "file-unfinished",
        "forms.rar": "archive-other-kind",
        "mail.msg": "archive-damaged",
    }
    assert codes(found.aside, ministry) == {
        "scan.pdf": "file-is-pdf",
        "text.zip": "archive-without-workbook",
        "text.zip/note.txt": "file-not-read",
        "letter.docx": "file-is-document",
        "~$a.xlsx": "file-lock",
        ".hidden.xlsx": "file-hidden",
    }
    assert sum(1 for path in ministry.rglob("*") if path.is_file()) == len(found.workbooks) + 3 + 5 + 1  # Thumbs.db


def test_workbooks_in_archives_have_addresses_and_stand_once(ministry: Path) -> None:
    held = (ministry / "a.xlsx").read_bytes()
    (ministry / "mail.eml").write_bytes(mailed({"N-01.xlsx": held, "বিভাগ.zip": zipped({"N-02.xlsx": held})}).as_bytes())
    (ministry / "__MACOSX.zip").write_bytes(zipped({"__MACOSX/._N-03.xlsx": b"x", "N-03.xlsx": held, "x.pdf": b"%PDF"}))
    (ministry / "N-04.zip").write_bytes(held)
    found = find_files([ministry, ministry / "mail.eml", ministry])
    inside = [path.relative_to(ministry).as_posix() for path in found.workbooks if path.parent.suffix == ".eml"]
    assert inside == ["mail.eml/N-01.xlsx"]
    addresses = {path.relative_to(ministry).as_posix() for path in found.workbooks}
    assert {"mail.eml/বিভাগ.zip/N-02.xlsx", "__MACOSX.zip/N-03.xlsx", "N-04.zip"} <= addresses
    assert len(found.workbooks) == len(addresses) == 9
    (pdf,) = [each.source for each in found.aside if each.source.archive]
    assert (pdf.path, pdf.archive) == (str(ministry / "__MACOSX.zip/x.pdf"), str(ministry / "__MACOSX.zip"))


def test_an_archive_that_is_named_is_looked_into_and_another_file_is_opened(ministry: Path) -> None:
    archive = ministry / "a.zip"
    archive.write_bytes(zipped({"N-01.xlsx": b"PK"}))
    assert find_workbooks([archive, ministry / "letter.docx"]) == [archive / "N-01.xlsx", ministry / "letter.docx"]


def test_where_there_is_no_report_the_other_files_are_named(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF")
    with pytest.raises(CallError) as caught:
        find_files([tmp_path])
    assert caught.value.code == "nothing-but-others"
    assert "…" in caught.value.text("bn") and ".pdf" in caught.value.text("en")
    (tmp_path / "forms.zip").write_bytes(b"PK")
    assert codes(find_files([tmp_path]).refused, tmp_path) == {"forms.zip": "archive-damaged"}


@pytest.mark.parametrize("folder", [".git", ".sync", "$RECYCLE.BIN", "__MACOSX", ".Trash-1000"])
def test_folders_that_programs_keep_for_themselves_are_not_looked_into(ministry: Path, folder: str) -> None:
    held = ministry / "district" / folder / "deep" / "N-01.xlsx"
    held.parent.mkdir(parents=True)
    held.write_bytes((ministry / "a.xlsx").read_bytes())
    found = find_files([ministry])
    assert len(found.workbooks) == 5
    named = codes(found.aside, ministry).get(f"district/{folder}")
    assert named == ("file-hidden" if folder.startswith(".") else None)
    # Who names such a folder means it.
    assert find_workbooks([held.parents[1]]) == [held]
