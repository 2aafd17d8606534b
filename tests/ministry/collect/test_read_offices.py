"""Many office workbooks into one result; nothing a file contains stops the others."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.collect import read_office as reading
from xl_apa.ministry.collect import read_offices as module
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_office import read_office
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.collect.scheduler import MANY_FILES, workers
from xl_apa.ministry.model import OfficeResult, Task
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan
from xl_apa.processes import process_pool

TASK = Task(Quarter.Q2, load_plan())


def test_offices_are_ranked_by_marks_and_equal_totals_share_a_rank(ministry: Path) -> None:
    result = read_offices(find_workbooks([ministry]), TASK)
    ranks = [(office.key, office.rank, office.assessment.total, office.reported) for office in result.offices]
    assert ranks == [
        ("A", 1, Decimal("10.00"), True),
        ("B", 1, Decimal("10.00"), True),
        ("C", 2, Decimal("3.60"), True),
        ("D", 3, Decimal("0.00"), False),
    ]
    assert result.mean == Decimal("5.90")


def test_a_bad_file_is_refused_by_name_and_the_rest_goes_on(ministry: Path) -> None:
    result = read_offices(find_workbooks([ministry]), TASK)
    assert [(Path(each.source.path).name, each.error.code) for each in result.refused] == [
        ("broken.xlsx", "workbook-damaged")
    ]
    assert (result.found, len(result.offices), result.has_errors) == (5, 4, True)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_gives_the_same_result(ministry: Path, pool) -> None:
    paths = find_workbooks([ministry])
    with pool(max_workers=2) as executor:
        there = read_offices(paths, TASK, executor)
    here = read_offices(paths, TASK)
    same = datetime(2024, 1, 1)
    assert [replace(each, source=replace(each.source, read_at=same)) for each in there.offices] == [
        replace(each, source=replace(each.source, read_at=same)) for each in here.offices
    ]
    assert [each.error.code for each in there.refused] == [each.error.code for each in here.refused]


def test_progress_counts_every_file_once(ministry: Path) -> None:
    seen: list[tuple[int, int]] = []
    read_offices(find_workbooks([ministry]), TASK, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(done, 5) for done in range(1, 6)]


def test_of_two_files_of_one_office_the_later_report_counts(filled, tmp_path: Path) -> None:
    filled({"1.4.1": 90}, name="in/new.xlsx", code="A", info={"report_date_2": date(2024, 1, 9)})
    filled({"1.4.1": 61}, name="in/old.xlsx", code="A", info={"report_date_2": date(2024, 1, 2)})
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert [Path(office.source.path).name for office in result.offices] == ["new.xlsx"]
    assert [(Path(each.source.path).name, each.error.code) for each in result.refused] == [("old.xlsx", "office-twice")]
    assert "new.xlsx" in result.refused[0].error.text("bn")


def test_offices_without_a_code_are_told_apart_by_name(filled, tmp_path: Path) -> None:
    filled({"1.4.1": 90}, name="in/1.xlsx", code="", office="প্রথম")
    filled({"1.4.1": 90}, name="in/2.xlsx", code="", office="দ্বিতীয়")
    assert len(read_offices(find_workbooks([tmp_path / "in"]), TASK).offices) == 2


def _dies(path: Path, task: Task, passwords: Sequence[str] = ()) -> OfficeResult:
    if path.name == "c.xlsx":
        os._exit(9)
    return read_office(path, task)


def test_a_file_that_kills_its_worker_is_named_and_the_others_are_read(
    ministry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_office", _dies)
    with ProcessPoolExecutor(max_workers=2) as executor:
        result = read_offices(find_workbooks([ministry]), TASK, executor)
    assert [office.key for office in result.offices] == ["A", "B", "D"]
    assert [each.error.code for each in result.refused] == ["workbook-damaged", "worker-died"]


def test_workers_that_die_while_files_are_still_handed_out_stop_nothing(
    ministry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(ProcessPoolExecutor):
        def submit(self, *_: object, **__: object):
            raise BrokenProcessPool("gone")

    with Broken(max_workers=1) as executor:
        result = read_offices(find_workbooks([ministry]), TASK, executor)
    assert [office.key for office in result.offices] == ["A", "B", "C", "D"]


def test_one_code_in_two_kinds_of_digits_is_one_office(filled, tmp_path: Path) -> None:
    filled({"1.4.1": 90}, name="in/1.xlsx", code="১০১")
    filled({"1.4.1": 90}, name="in/2.xlsx", code="101 ")
    result = read_offices(find_workbooks([tmp_path / "in"]), TASK)
    assert (len(result.offices), [each.error.code for each in result.refused]) == (1, ["office-twice"])


def test_a_fault_nobody_thought_of_leaves_out_one_file_only(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.assess_file

    def faulty(path: Path, *arguments: object, **options: object):
        if path.name == "c.xlsx":
            raise RecursionError("too deep")
        return real(path, *arguments, **options)

    monkeypatch.setattr(reading, "assess_file", faulty)
    result = read_offices(find_workbooks([ministry]), TASK)
    assert [each.error.code for each in result.refused] == ["workbook-damaged", "reading-failed"]
    assert len(result.offices) == 3


def test_a_folder_that_cannot_be_looked_into_is_named_and_the_rest_goes_on(ministry: Path, closed: Path) -> None:
    result = read_offices(find_workbooks([ministry]), TASK)
    assert [office.key for office in result.offices] == ["A", "D"]
    codes = {Path(each.source.path).name: each.error.code for each in result.refused}
    assert codes == {"broken.xlsx": "workbook-damaged", "district": "folder-not-readable"}
    told = next(each.error for each in result.refused if each.error.code == "folder-not-readable")
    assert str(closed) in told.text("bn") and "Permission denied" in told.text("en")
    assert result.has_errors


def test_a_folder_whose_path_is_too_long_is_named_and_the_rest_goes_on(
    ministry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ministry)
    deep = "গভীর" * 20
    try:
        for _ in range(20):
            Path(deep).mkdir()
            os.chdir(deep)
        shutil.copy(ministry / "a.xlsx", "far.xlsx")
    finally:
        os.chdir(ministry)
    result = read_offices(find_workbooks([ministry]), TASK)
    assert [office.key for office in result.offices] == ["A", "B", "C", "D"]
    lost = [each for each in result.refused if deep in each.source.path]
    # Nobody can say whether it is a folder; to copy it elsewhere is the way out for both.
    assert [each.error.code for each in lost] == ["file-not-readable"]
    assert "too long" in lost[0].error.text("en")
    write_summary(result, ministry / "summary.xlsx")


def test_a_file_that_the_system_will_not_even_name_is_refused(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.stat

    def stat(path: Path, **options: object):
        if path.name == "c.xlsx":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path, **options)

    def unopened(path: Path) -> str:
        if path.name == "c.xlsx":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return "0" * 64

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(module, "file_digest", unopened)
    result = read_offices(find_workbooks([ministry]), TASK)
    assert [office.key for office in result.offices] == ["A", "B", "D"]
    assert [each.error.code for each in result.refused] == ["workbook-damaged", "file-not-readable"]


# ---- memory ---------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
@pytest.mark.parametrize("in_archives", [False, True])
@pytest.mark.parametrize("files", [4, MANY_FILES + 1])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_eats_memory_costs_itself_alone(
    filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, files: int, in_archives: bool
) -> None:
    """The process that read it goes on reading the others."""
    office = filled({"1.4.1": 90}, code="A")
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(files):
        shutil.copyfile(office, folder / f"{number}.xlsx")
    eaten = folder / "1.xlsx"
    if in_archives:
        with ZipFile(folder / "all.zip", "w") as archive:
            for each in sorted(folder.glob("*.xlsx")):
                archive.write(each, each.name)
                each.unlink()
        eaten = folder / "all.zip" / "1.xlsx"
    monkeypatch.setattr(process_pool, "FILE_BYTES", 100 << 20)
    reading_it = module.read_member if in_archives else module.read_office
    monkeypatch.setattr(module, reading_it.__name__, partial(greedy, really=reading_it, greedy_one=eaten))
    with workers(jobs, files) as executor:
        result = read_offices(find_workbooks([folder]), TASK, executor)
    assert [(each.source.path, each.error.code) for each in result.refused] == [(str(eaten), "memory-limit-reached")]
    # All others hold the same.
    assert len(result.offices) + len(result.aside) == files - 1


def greedy(path: Path, *given: object, really: Callable[..., object], greedy_one: Path) -> object:
    """Take memory in small pieces, of which some stay, until there is none."""
    if path == greedy_one:
        pieces: list[bytes] = []
        while True:
            pieces.append(bytes(200) + str(len(pieces)).encode())
    return really(path, *given)
