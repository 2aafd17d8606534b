"""The commands on Windows' own Python say and write what they do here."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.conftest import Filler
from tests.windows.wine import Wine
from xl_apa._version import __version__
from xl_apa.cli import main
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.layout import quarter_sheet

Sample = Callable[[str], Path]


def test_the_program_starts(wine: Wine) -> None:
    done = wine.program("--version")
    assert (done.status, done.out) == (0, f"xl-apa, version {__version__}\n"), done


def test_score_finds_the_same(wine: Wine, sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    path = sample("sid_2023-24")
    there = wine.program("score", path, "--quarter", "2", "--json")
    assert main(["score", str(path), "--quarter", "2", "--json"]) == there.status, there
    here = capsys.readouterr().out
    assert json.loads(there.out.replace(json.dumps(wine.name(path))[1:-1], str(path))) == json.loads(here)


@pytest.mark.parametrize("edition", ["native", "macro"])
@pytest.mark.parametrize("layout", ["remarks", "marks"])
def test_a_form_built_there_is_the_same_bytes(wine: Wine, tmp_path: Path, layout: str, edition: str) -> None:
    ending = ".xlsx" if edition == "native" else ".xlsm"
    here, there = tmp_path / f"here{ending}", tmp_path / f"there{ending}"
    arguments = [
        "template",
        "--office-code",
        "N-01",
        "--office-name",
        "নমুনা দপ্তর",
        "--layout",
        layout,
        "--edition",
        edition,
    ]
    assert main([*arguments, "-o", str(here)]) == 0
    done = wine.program(*arguments, "-o", there)
    assert done.status == 0, done
    assert there.read_bytes() == here.read_bytes()


def test_calculate_writes_the_same_bytes(wine: Wine, sample: Sample, tmp_path: Path) -> None:
    path = sample("sid_2023-24")
    here, there = tmp_path / "here.xlsx", tmp_path / "there.xlsx"
    assert main(["calculate", str(path), "--quarter", "2", "-o", str(here)]) in (0, 1)
    done = wine.program("calculate", path, "--quarter", "2", "-o", there)
    assert done.status in (0, 1), done
    assert there.read_bytes() == here.read_bytes()


def test_consolidate_with_two_processes_writes_the_same_tables_and_letters(
    wine: Wine, filled: Filler, tmp_path: Path
) -> None:
    for number in range(4):
        filled({"1.4.1": 80 + number, "1.5.1": "চলমান"}, name=f"in/দপ্তর {number}.xlsx", code=f"N-{number}")
    written: list[dict[str, bytes | dict[str, bytes]]] = []
    for place in ("here", "there"):
        folder = tmp_path / place
        outputs = {"-o": folder / "s.xlsx", "--csv": folder / "s.csv", "--feedback": folder / "letters"}
        arguments: list[object] = ["consolidate", tmp_path / "in", "--quarter", "2", "--jobs", "2", "--fresh"]
        arguments += [part for pair in outputs.items() for part in pair]
        if place == "here":
            assert main([str(part) for part in arguments]) in (0, 1)
        else:
            done = wine.program(*arguments)
            assert done.status in (0, 1), done
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        # The summary tells where it was made and when.
        written.append({name: as_here(wine, path) for name, path in files.items() if name != "s.xlsx"})
    here, there = written
    assert sorted(there) == sorted(here)
    assert len(here) > 4
    assert [name for name in here if there[name] != here[name]] == []


def as_here(wine: Wine, path: Path) -> bytes | dict[str, bytes]:
    """Return what a file holds, of a workbook part by part, with paths as they are written here."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            return {name: package.read(name).replace(b"in\\", b"in/") for name in package.namelist()}
    root = path.parents[1] if path.parent.name in ("here", "there") else path.parents[2]
    content = path.read_bytes().replace(wine.name(root).encode(), str(root).encode())
    return content.replace(b"\\in\\", b"/in/")


def test_a_word_file_is_imported_into_the_same_workbook(wine: Wine, filled: Filler, tmp_path: Path) -> None:
    report = tmp_path / "প্রতিবেদন.docx"
    rows = list(
        openpyxl.load_workbook(filled({"1.4.1": "৯৬%", "1.5.1": 1}), data_only=True)[quarter_sheet(Quarter.Q2)].values
    )[2:18]
    document = docx.Document()
    table = document.add_table(len(rows), 14)
    for line, row in enumerate(rows):
        for place, value in enumerate(row[:14]):
            table.cell(line, place).text = "" if value is None else str(value)
    document.save(str(report))
    here, there = tmp_path / "here.xlsx", tmp_path / "there.xlsx"
    arguments: list[object] = ["import", report, "--plan", "2023-24", "--quarter", "2", "--office-code", "SID", "-o"]
    status = main([str(part) for part in (*arguments, here)])
    done = wine.program(*arguments, there)
    assert (done.status, here.exists()) == (status, True), done
    assert there.read_bytes() == here.read_bytes()
