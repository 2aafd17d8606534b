"""What is read from a copy, in an archive or a mail, is not lost without a word where no copy can be made."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.faults.outputs import SID
from tests.faults.states import assert_said
from xl_apa.cli import main
from xl_apa.importer.sources import office
from xl_apa.xlsx.files.leftovers import clear_leftovers


@pytest.fixture(params=["full", "read-only"])
def temporary(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, on a disk of its own that takes nothing more."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    option = "size=4k" if request.param == "full" else "ro"
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", option, "tmpfs", folder], check=False, capture_output=True
    ).returncode:
        pytest.skip("no disk can be mounted here")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    clear_leftovers.cache_clear()
    try:
        yield folder
        assert list(folder.iterdir()) == []
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def reports(filled, tmp_path: Path) -> Path:
    """A workbook by itself, and two in a .zip and a mail."""
    folder = tmp_path / "in"
    filled({"1.4.1": 90}, name="in/a.xlsx", code="A")
    for name in ("b", "c"):
        filled({"1.4.1": 80}, name=f"{name}.xlsx", code=name.upper())
    with ZipFile(folder / "zipped.zip", "w") as archive:
        archive.write(tmp_path / "b.xlsx", "b.xlsx")
    mail = EmailMessage()
    mail["Subject"] = "APA"
    mail.set_content("APA")
    mail.add_attachment(
        (tmp_path / "c.xlsx").read_bytes(),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        filename="c.xlsx",
    )
    (folder / "mailed.eml").write_bytes(mail.as_bytes())
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_in_archives_are_named_with_the_folder_that_takes_nothing(
    reports: Path, temporary: Path, jobs: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.csv"
    call = ["--lang", "en", "consolidate", str(reports), "-o", str(tmp_path / "s.xlsx"), "--csv", str(data), "--json"]
    status = main([*call, "--quarter", "2", "--fresh", "--quiet", "--jobs", str(jobs)])
    told = capsys.readouterr()
    assert "The program itself failed" not in told.err
    # XlsxWriter puts a summary together there, too: it may be refused as a whole, with the same folder named.
    if status == 2:
        assert_said(told.err, str(temporary))
        assert not (tmp_path / "s.xlsx").exists()
        return
    assert status == 1
    for name in ("b.xlsx", "c.xlsx"):
        assert name in told.out
    assert told.out.count("temporary-not-written") == 2


@pytest.mark.parametrize("kind", ["zip", "eml"])
def test_a_document_in_an_archive_is_refused_for_that_reason(
    temporary: Path, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / f"mailed.{kind}"
    if kind == "zip":
        with ZipFile(source, "w") as archive:
            archive.write(SID, "report.txt")
    else:
        mail = EmailMessage()
        mail.set_content("see the attachment")
        mail.add_attachment(SID.read_bytes(), maintype="application", subtype="octet-stream", filename="report.txt")
        source.write_bytes(mail.as_bytes())
    target = tmp_path / "imported.xlsx"
    assert main(["--lang", "en", "import", str(source), "-o", str(target)]) == 2
    assert_said(capsys.readouterr().err, str(temporary))
    assert not target.exists()


def test_a_document_that_libreoffice_converts_is_refused_for_that_reason(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: "soffice")
    source = tmp_path / "report.rtf"
    source.write_bytes(b"{\\rtf1 " + b"report " * 2000 + b"}")
    assert main(["--lang", "en", "import", str(source), "-o", str(tmp_path / "imported.xlsx")]) == 2
    assert_said(capsys.readouterr().err, str(temporary))
