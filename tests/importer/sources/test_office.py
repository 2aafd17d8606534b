"""Old Word files and .odt through LibreOffice, and what is said where there is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.importer.sources.shown import grid, order, read, refusal
from tests.libreoffice import convert
from xl_apa.core.messages import render
from xl_apa.importer.document import SourceKind
from xl_apa.importer.sources import office


def build(folder: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("কর্মপরিকল্পনা ২০২৩-২৪")
    table = document.add_table(2, 2)
    for place, text in enumerate(["সূচক", "অর্জন", "", "চলমান"]):
        table.cell(place // 2, place % 2).text = text
    run = table.cell(1, 0).paragraphs[0].add_run("mKj †mev")
    run.font.name = "SutonnyMJ"
    document.add_paragraph("স্বাক্ষর")
    path = folder / "report.docx"
    document.save(str(path))
    return path


@pytest.mark.office
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_what_libreoffice_reads_is_read_through_it(tmp_path: Path, ending: str) -> None:
    path = convert(build(tmp_path), ending, tmp_path / "home")
    path = path.rename(path.with_name("no ending that helps"))
    assert order(path) == ["কর্মপরিকল্পনা ২০২৩-২৪", "table 1", "স্বাক্ষর"]
    document = read(path)
    assert grid(document.tables[0]) == [["সূচক", "অর্জন"], ["সকল সেবা", "চলমান"]]
    assert document.tables[0].original == {(1, 0): "mKj †mev"}
    assert (document.path, document.kind) == (path, SourceKind.OFFICE)
    assert "LibreOffice" in render(document.notes[0], "en", {"path": path})


def doc(folder: Path) -> Path:
    """What begins as an old Word file does."""
    path = folder / "old.doc"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(600))
    return path


def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: None)
    assert refusal(doc(tmp_path)) == "source-needs-libreoffice"


def program(folder: Path, code: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{code}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "pass"])
def test_a_file_that_it_does_not_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: program(tmp_path, code))
    assert refusal(doc(tmp_path)) == "source-not-converted"


def test_it_is_ended_after_its_time_with_what_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "child"
    code = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(mark)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)"
    )
    monkeypatch.setattr(office, "find_soffice", lambda: program(tmp_path, code))
    monkeypatch.setattr(office, "SECONDS", 5)
    assert refusal(doc(tmp_path)) == "source-not-converted"
    state = subprocess.run(["ps", "-o", "stat=", "-p", mark.read_text()], capture_output=True, text=True, check=False)
    assert state.stdout.strip()[:1] in ("", "Z")


def test_a_program_that_cannot_be_started_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: str(tmp_path / "missing"))
    assert refusal(doc(tmp_path)) == "source-not-converted"
