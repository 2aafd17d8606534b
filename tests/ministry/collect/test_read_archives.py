"""Reports in archives are read as those in folders are: by one process or more, from the cache, on a cluster."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.archives.made import mailed, outlook, zipped
from tests.clusters import dask_cluster
from tests.conftest import Filler
from tests.ministry.report import bangla
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.collect import read_offices as module
from xl_apa.ministry.collect.cache import open_cache
from xl_apa.ministry.collect.dask_cluster import open_cluster
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, consolidate, summarise
from xl_apa.plans import load_plan
from xl_apa.processes.process_pool import LocalProcesses

TASK = Task(Quarter.Q2, load_plan())
ONCE = datetime(2024, 1, 1)


@pytest.fixture
def packed(filled: Filler, tmp_path: Path) -> Path:
    """Five offices, of which one file lies in the folder, and a damaged one; in every kind of archive there is one."""
    made = {code: filled({"1.4.1": 90}, name=f"made/{code}.xlsx", code=code).read_bytes() for code in "ABCDE"}
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(made["A"])
    (folder / "mail.eml").write_bytes(mailed({"প্রতিবেদন.xlsx": made["B"]}).as_bytes())
    (folder / "mail.zip").write_bytes(zipped({"জেলা/c.xlsx": made["C"], "half.xlsx": made["C"][:5000]}))
    (folder / "outlook.msg").write_bytes(outlook({"d.xlsx": made["D"]}))
    (folder / "nested.zip").write_bytes(zipped({"mail.eml": mailed({"e.xlsx": made["E"]}).as_bytes()}))
    return folder


def told(result: MinistryResult) -> tuple[object, ...]:
    return (
        [replace(each, source=replace(each.source, read_at=ONCE)) for each in result.offices],
        [(replace(each.source, read_at=ONCE), each.error.code, str(each.error)) for each in result.refused],
    )


def test_every_report_is_read_under_its_address(packed: Path) -> None:
    result = read_offices(find_workbooks([packed]), TASK)
    read = {
        office.key: (office.source.path, office.source.archive, office.assessment.total) for office in result.offices
    }
    inside = {"B": "mail.eml/প্রতিবেদন.xlsx", "C": "mail.zip/জেলা/c.xlsx", "D": "outlook.msg/d.xlsx"}
    inside["E"] = "nested.zip/mail.eml/e.xlsx"
    marks = Decimal("6.00")
    assert read == {
        "A": (str(packed / "a.xlsx"), "", marks),
        **{key: (str(packed / at), str(packed / at.partition("/")[0]), marks) for key, at in inside.items()},
    }
    (half,) = result.refused
    assert (half.error.code, half.source.path) == ("workbook-damaged", str(packed / "mail.zip/half.xlsx"))
    assert half.source.path in half.error.text("en") and tempfile.gettempdir() + "/xl_apa" not in half.error.text("en")
    assert len({office.source.sha256 for office in result.offices}) == 5


def _local() -> LocalProcesses:
    return LocalProcesses(2)


def _foreign() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2)


@pytest.mark.parametrize("pool", [_local, _foreign])
def test_processes_give_the_same_and_leave_nothing_behind(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pool: Callable[[], LocalProcesses]
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    here = read_offices(find_workbooks([packed]), TASK)
    with pool() as executor:
        there = read_offices(find_workbooks([packed]), TASK, executor)
    assert told(here) == told(there)
    assert list(scratch.iterdir()) == []


def test_the_cache_knows_what_lies_in_archives(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_cache(TASK, tmp_path / "cache") as cache:
        first = read_offices(find_workbooks([packed]), TASK, cache=cache)
    monkeypatch.setattr(module, "read_member", None)
    monkeypatch.setattr(module, "read_office", None)
    # The same report may lie elsewhere by now: where it lies is not remembered with it.
    (packed / "mail.eml").rename(packed / "second mail.eml")
    with open_cache(TASK, tmp_path / "cache") as cache:
        again = read_offices(find_workbooks([packed]), TASK, cache=cache)
    paths = {office.key: office.source.path for office in again.offices}
    assert paths["B"] == str(packed / "second mail.eml/প্রতিবেদন.xlsx")
    assert [office.assessment for office in first.offices] == [office.assessment for office in again.offices]


def test_a_cluster_gives_the_same(packed: Path) -> None:
    here = read_offices(find_workbooks([packed]), TASK)
    with dask_cluster() as made, open_cluster(made.scheduler_address) as cluster:
        assert told(read_offices(find_workbooks([packed]), TASK, cluster)) == told(here)


def test_a_link_to_a_report_in_an_archive_opens_the_archive(packed: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.xlsx"
    write_summary(consolidate([packed], TASK), summary)
    book = openpyxl.load_workbook(summary)
    for sheet in (bangla.SOURCES_SHEET, bangla.DATA_SHEET):
        formulas = [
            str(cell.value) for row in book[sheet].iter_rows() for cell in row if "HYPERLINK" in str(cell.value)
        ]
        assert formulas
        for formula in formulas:
            file, _, place = formula.partition('HYPERLINK("')[2].partition('"')[0].partition("#")
            assert (tmp_path / file).is_file()
            assert not place or file == "in/a.xlsx"
    shown = [row[0].value for row in book[bangla.SOURCES_SHEET].iter_rows(min_row=5)]
    assert any("nested.zip/mail.eml/e.xlsx" in str(each) for each in shown)


@pytest.mark.parametrize("kind", ["zip", "eml", "msg", "zip in eml", "two mails"])
def test_of_two_reports_in_archives_the_later_counts(filled: Filler, tmp_path: Path, kind: str) -> None:
    old = filled({"1.4.1": 70}, name="made/old.xlsx").read_bytes()
    new = filled({"1.4.1": 90}, name="made/new.xlsx").read_bytes()
    ninth, tenth = "Tue, 9 Jan 2024 23:00:00 +0600", "Wed, 10 Jan 2024 01:00:00 +0600"
    # What a .zip says is 10 January, 12 o'clock.
    files = {
        "zip": {"a.zip": zipped({"N-01.xlsx": new}), "z.eml": mailed({"N-01.xlsx": old}, ninth).as_bytes()},
        "eml": {
            "a.eml": mailed({"N-01.xlsx": new}, tenth).as_bytes(),
            "z.eml": mailed({"N-01.xlsx": old}, ninth).as_bytes(),
        },
        "msg": {"a.msg": outlook({"N-01.xlsx": new}, tenth), "z.msg": outlook({"N-01.xlsx": old}, ninth)},
        "zip in eml": {
            "a.eml": mailed({"x.zip": zipped({"N-01.xlsx": new})}, ninth).as_bytes(),
            "z.eml": mailed({"N-01.xlsx": old}, tenth).as_bytes(),
        },
        "two mails": {
            "mail 9.eml": mailed({"N-01.xlsx": new}, tenth).as_bytes(),
            "mail 10.eml": mailed({"N-01 FINAL.xlsx": old}, ninth).as_bytes(),
        },
    }[kind]
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    result = read_offices(find_workbooks([folder]), TASK)
    (office,), (refused,) = result.offices, result.refused
    assert office.assessment.total == Decimal("6.00")
    assert office.source.path in refused.error.text("en") and refused.source.path in refused.error.text("bn")
    assert "This file is of" in refused.error.text("en")


def test_a_copy_in_a_folder_counts_rather_than_the_one_in_a_mail(packed: Path) -> None:
    (packed / "again.eml").write_bytes(mailed({"a.xlsx": (packed / "a.xlsx").read_bytes()}).as_bytes())
    result = read_offices(find_workbooks([packed]), TASK)
    assert next(office.source.path for office in result.offices if office.key == "A") == str(packed / "a.xlsx")
    assert [each.source.path for each in result.aside] == [str(packed / "again.eml/a.xlsx")]


def test_an_earlier_summary_and_a_register_are_recognised_in_folders_and_archives(packed: Path, tmp_path: Path) -> None:
    write_summary(consolidate([packed], TASK), packed / "last quarter.xlsx")
    held = (packed / "last quarter.xlsx").read_bytes()
    (packed / "sent.zip").write_bytes(zipped({"summary.xlsx": held}))
    result = consolidate([packed], TASK)
    assert {Path(each.source.path).name: each.error.code for each in result.aside} == {
        "last quarter.xlsx": "file-is-summary",
        "summary.xlsx": "file-is-summary",
    }
    assert len(result.refused) == 1


def test_letters_and_decisions_that_lie_among_the_reports_are_recognised(packed: Path, tmp_path: Path) -> None:
    letters = packed / "feedback"
    options = LetterOptions(date(2024, 1, 20), "bn")
    summarise([packed], tmp_path / "s.xlsx", TASK, feedback=FeedbackRequest(letters, options))
    written = {path.name for path in letters.glob("*.xlsx")}
    assert len(written) >= 6
    result = consolidate([packed], TASK)
    assert {Path(each.source.path).name for each in result.aside} >= written
    assert {each.error.code for each in result.aside} == {"file-is-feedback", "file-is-decisions"}
    assert len(result.refused) == 1
