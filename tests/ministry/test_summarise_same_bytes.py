"""The same folder consolidated twice gives the same workbook, but for the time at which files were read."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_col_to_name

from tests.conftest import Filler
from tests.ministry.report.bangla import SOURCES_SHEET
from xl_apa.cli import main
from xl_apa.ministry.report.table_specs import SOURCES

Run = Callable[..., dict[str, bytes]]


@pytest.fixture
def run(filled: Filler, tmp_path: Path) -> Run:
    """Consolidates a folder by the real command; gives the parts of the summary."""
    reports = tmp_path / "reports"
    filled({"1.4.1": 90, "1.5.1": 4}, name="reports/a.xlsx", code="101", info={"report_date_2": date(2024, 1, 9)})
    filled({"1.4.1": 61, "1.1.1": "৩১/১১/২০২৩"}, name="reports/উপজেলা/b.xlsx", code="১০২")
    filled({"1.4.1": 61}, name="reports/উপজেলা/old.xlsx", code="১০১")
    filled({}, name="reports/c.xlsx", code="103")
    (reports / "broken.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "register.csv").write_text("কোড,নাম\n101,ক\n102,খ\n103,গ\n104,ঘ\n", encoding="utf-8")

    def run(*options: str) -> dict[str, bytes]:
        output = tmp_path / "summary.xlsx"
        register = str(tmp_path / "register.csv")
        status = main(
            ["consolidate", str(reports), "-o", str(output), "--quarter", "2", "--register", register, *options]
        )
        assert status == 1
        with ZipFile(output) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        sheets = CalamineWorkbook.from_path(output).sheet_names
        part = f"xl/worksheets/sheet{sheets.index(SOURCES_SHEET) + 1}.xml"
        return {("sources" if name == part else name): data for name, data in parts.items()}

    return run


def cells(sheet: bytes) -> dict[str, bytes]:
    """What stands in every cell, its look and formula included."""
    root = ElementTree.fromstring(sheet)
    return {cell.attrib["r"]: ElementTree.tostring(cell) for cell in root.iter(f"{{{_MAIN}}}c")}


READ_AT = xl_col_to_name([column.name for column in SOURCES.columns].index("read_at"))
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def differing(first: dict[str, bytes], second: dict[str, bytes]) -> set[str]:
    assert list(first) == list(second)
    return {name for name in first if first[name] != second[name]}


def wait() -> None:
    """The time of reading is told by the second."""
    time.sleep(1.1)


def test_with_the_cache_what_was_read_before_keeps_the_time_it_was_read(run: Run) -> None:
    first = run()
    wait()
    second = run()
    # A refused file is remembered like a read one, with the time at which that was found.
    assert differing(first, second) == set()


@pytest.mark.parametrize("before", [(), ("--fresh",)])
def test_files_read_anew_differ_in_the_time_of_reading_alone(run: Run, before: tuple[str, ...]) -> None:
    first = run(*before)
    wait()
    second = run("--fresh")
    assert differing(first, second) == {"docProps/core.xml", "sources"}
    one, other = cells(first["sources"]), cells(second["sources"])
    assert one.keys() == other.keys()
    changed = {cell for cell in one if one[cell] != other[cell]}
    assert {re.sub(r"\d", "", cell) for cell in changed} == {READ_AT}
    assert len(changed) == 5
    # Nothing but cells differs: not the order, the widths, the filter.
    assert _without_cells(first["sources"]) == _without_cells(second["sources"])
    core = [re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"", each["docProps/core.xml"]) for each in (first, second)]
    assert core[0] == core[1]


def test_read_by_several_processes_it_is_the_same_workbook(run: Run) -> None:
    assert differing(run("--fresh"), run("--fresh", "--jobs", "2")) <= {"docProps/core.xml", "sources"}


def test_only_the_file_that_was_sent_again_has_a_new_time(run: Run, filled: Filler) -> None:
    first = run()
    wait()
    filled({}, name="reports/c.xlsx", code="103", info={"officer": "নতুন কর্মকর্তা"})
    second = run()
    one, other = cells(first["sources"]), cells(second["sources"])
    assert differing(first, second) == {"docProps/core.xml", "sources", "xl/sharedStrings.xml"}
    # Its new SHA-256 stands among the strings, at the old one's place.
    changed = [cell for cell in one if one[cell] != other[cell]]
    assert [re.sub(r"\d", "", cell) for cell in changed] == [READ_AT]


def _without_cells(sheet: bytes) -> bytes:
    return re.sub(rb"<v>[^<]*</v>", b"", sheet)
