"""A file that has not changed is not read again, and nothing that happens to the cache can change a result."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Filler
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Rule
from xl_apa.ministry.collect import cache as cache_module
from xl_apa.ministry.collect import read_office
from xl_apa.ministry.collect import read_office as reading
from xl_apa.ministry.collect import read_offices as module
from xl_apa.ministry.collect.cache import open_cache
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan

TASK = Task(Quarter.Q2, load_plan())


@pytest.fixture
def reports(filled: Filler, tmp_path: Path) -> list[Path]:
    """Three reports and a file that is none."""
    paths = [
        filled({"1.2.1": "৩ টি", "1.4.1": value}, name=f"in/{value}.xlsx", code=f"N-{value}", office=f"দপ্তর {value}")
        for value in (70, 80, 90)
    ]
    broken = tmp_path / "in" / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    return [*paths, broken]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are really read, as it happens."""
    names: list[str] = []
    really = module.read_office

    def noted(path: Path, task: Task, passwords: Sequence[str] = ()) -> object:
        names.append(path.name)
        return really(path, task)

    monkeypatch.setattr(module, "read_office", noted)
    return names


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., MinistryResult]:
    def run(paths: list[Path], task: Task = TASK) -> MinistryResult:
        with open_cache(task, tmp_path / "cache") as cache:
            return read_offices(paths, task, cache=cache)

    return run


Run = Callable[..., MinistryResult]


def told(consolidation: MinistryResult) -> object:
    """All there is in a consolidation but the moments of reading."""
    return (
        [
            (office.source.path, office.source.sha256, office.assessment, office.rank)
            for office in consolidation.offices
        ],
        [(each.source.path, each.source.sha256, each.error.text("bn")) for each in consolidation.refused],
    )


def test_a_second_run_reads_nothing_and_says_the_same(reports: list[Path], read: list[str], run: Run) -> None:
    first = run(reports)
    assert len(read) == 4
    second = run(reports)
    assert len(read) == 4
    assert first.offices == second.offices
    assert [each.source for each in first.refused] == [each.source for each in second.refused]
    assert told(second) == told(read_offices(reports, TASK))


def test_only_the_file_that_changed_is_read_again(
    reports: list[Path], read: list[str], run: Run, filled: Filler
) -> None:
    run(reports)
    read.clear()
    filled({"1.4.1": 85}, name="in/80.xlsx", code="N-80", office="দপ্তর 80")
    changed = run(reports)
    assert read == ["80.xlsx"]
    assert told(changed) == told(read_offices(reports, TASK))


def test_a_file_that_only_moved_is_not_read_and_has_its_new_name(
    reports: list[Path], read: list[str], run: Run, tmp_path: Path
) -> None:
    run(reports)
    read.clear()
    moved = [Path(shutil.copy(path, tmp_path / f"moved-{path.name}")) for path in reports]
    again = run(moved)
    assert read == []
    assert told(again) == told(read_offices(moved, TASK))


def test_the_same_content_under_another_ending_is_read(reports: list[Path], read: list[str], run: Run) -> None:
    run(reports[:1])
    read.clear()
    run([reports[0].rename(reports[0].with_suffix(".xlsm"))])
    assert read == ["70.xlsm"]


@pytest.mark.parametrize(
    "task",
    [
        replace(TASK, quarter=Quarter.Q3),
        replace(TASK, rule=Rule.PROPORTIONAL),
        replace(TASK, as_of=date(2024, 6, 1)),
        replace(TASK, plan=replace(TASK.plan, rule=Rule.PROPORTIONAL)),
    ],
    ids=["quarter", "rule", "day", "plan"],
)
def test_whatever_else_is_asked_is_read_anew(reports: list[Path], read: list[str], run: Run, task: Task) -> None:
    run(reports)
    read.clear()
    other = run(reports, task)
    assert len(read) == 4
    assert told(other) == told(read_offices(reports, task))


def test_another_version_of_the_program_reads_anew(
    reports: list[Path], read: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(reports)
    monkeypatch.setattr("xl_apa.ministry.collect.cache._program", lambda: "another")
    run(reports)
    assert len(read) == 8


def test_the_key_changes_with_any_module_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(cache_module._PACKAGE, tmp_path / "xl_apa", ignore=shutil.ignore_patterns("__pycache__"))
    before = cache_module._program.__wrapped__()
    monkeypatch.setattr(cache_module, "_PACKAGE", tmp_path / "xl_apa")
    assert cache_module._program.__wrapped__() == before
    packages = [path.parent for path in (tmp_path / "xl_apa").rglob("__init__.py")]
    assert len(packages) > 10
    for folder in [*packages, tmp_path / "xl_apa" / "a_package_of_tomorrow"]:
        folder.mkdir(exist_ok=True)
        (folder / "added.py").write_text("RULE = 2\n", encoding="utf-8")
        after = cache_module._program.__wrapped__()
        assert after != before, folder
        before = after


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"not a database" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(b""),
        lambda path: _execute(path, "UPDATE outcome SET packed = x'00'"),
        lambda path: _execute(path, "UPDATE outcome SET packed = 'text'"),
        lambda path: _execute(path, "DROP TABLE outcome"),
        lambda path: _execute(path, "ALTER TABLE outcome RENAME COLUMN packed TO other"),
    ],
    ids=["text", "half", "empty", "blob", "type", "no-table", "other-table"],
)
def test_a_damaged_cache_costs_time_and_nothing_else(
    reports: list[Path], read: list[str], run: Run, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    first = run(reports)
    damage(tmp_path / "cache" / "read.sqlite")
    read.clear()
    assert told(run(reports)) == told(first)
    assert len(read) == 4
    read.clear()
    assert told(run(reports)) == told(first)
    assert read == []


def _execute(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def test_one_results_place_taken_by_anothers_is_noticed(
    reports: list[Path], read: list[str], run: Run, tmp_path: Path
) -> None:
    first = run(reports)
    path = tmp_path / "cache" / "read.sqlite"
    _execute(path, "UPDATE outcome SET packed = (SELECT packed FROM outcome ORDER BY key LIMIT 1)")
    assert told(run(reports)) == told(first)


def test_a_place_that_cannot_be_written_is_done_without(reports: list[Path], read: list[str], tmp_path: Path) -> None:
    place = tmp_path / "a-file"
    place.write_text("in the way")
    for _ in range(2):
        with open_cache(TASK, place) as cache:
            assert len(read_offices(reports, TASK, cache=cache).offices) == 3
    assert len(read) == 8


def test_what_may_end_otherwise_next_time_is_not_remembered(
    reports: list[Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(reading, "assess_file", lambda *_, **__: 1 / 0)
        assert len(run(reports).refused) == 4
    assert len(run(reports).refused) == 1


def test_two_runs_at_once_share_it(reports: list[Path], tmp_path: Path) -> None:
    expected = told(read_offices(reports, TASK))
    found: list[object] = []

    def work() -> None:
        for _ in range(5):
            with open_cache(TASK, tmp_path / "cache") as cache:
                found.append(told(read_offices(reports, TASK, cache=cache)))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 20


def test_what_nobody_asked_for_in_a_long_time_is_dropped(reports: list[Path], run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cache" / "read.sqlite"
    run(reports[:2])
    _execute(path, "UPDATE outcome SET used = '2020-01-01' WHERE key IN (SELECT key FROM outcome LIMIT 1)")
    run(reports[2:3])
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM outcome").fetchone() == (2,)
    connection.close()


def test_a_result_that_was_asked_for_again_is_kept(
    reports: list[Path], read: list[str], run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "cache" / "read.sqlite"
    run(reports)
    before = date.today()
    old = date(before.year - 1, 12, 31).isoformat()
    _execute(path, f"UPDATE outcome SET used = '{old}'")
    run(reports)
    with sqlite3.connect(path) as connection:
        (used,) = {used for (used,) in connection.execute("SELECT used FROM outcome")}
    assert before.isoformat() <= used <= date.today().isoformat()
    connection.close()


def test_a_file_that_cannot_be_opened_is_refused_by_name(reports: list[Path], run: Run) -> None:
    gone = reports[0].with_name("gone.xlsx")
    gone.symlink_to(gone.with_name("nowhere"))
    (refusal,) = run([gone]).refused
    assert refusal.error.code == "file-not-readable"


@pytest.mark.parametrize(
    ("start", "code"), [(b"%PDF-1.7", "file-is-pdf"), (b"\0", "workbook-damaged"), (b"PK\x03\x04", "workbook-damaged")]
)
def test_of_a_file_of_a_terabyte_only_the_beginning_is_read(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: bytes, code: str
) -> None:
    path = tmp_path / "video.xlsx"
    with path.open("wb") as file:
        file.write(start)
        file.truncate(2**40)
    for module_read in (module, read_office):
        monkeypatch.setattr(module_read, "file_digest", lambda path: pytest.fail("all of it was read"))
    (refusal,) = run([path]).refused
    assert (refusal.error.code, refusal.source.sha256) == (code, "")


# ---- the summary ----------------------------------------------------------------------------------------------------


def test_a_summary_that_rests_on_the_same_is_known_until_something_changes(
    reports: list[Path], tmp_path: Path, filled: Filler
) -> None:
    summary = tmp_path / "summary.xlsx"

    def written_again(task: Task = TASK, register: Register | None = None) -> bool:
        with open_cache(task, tmp_path / "cache") as cache:
            consolidation = replace(read_offices(reports, task, cache=cache), register=register)
            if cache.has_summary(summary, consolidation):
                return False
            write_summary(consolidation, summary)
            cache.keep_summary(summary, consolidation)
            return True

    assert [written_again(), written_again(), written_again()] == [True, False, False]
    assert [written_again(register=Register((Registered("N-70", "দপ্তর"),))), written_again()] == [True, True]
    assert [written_again(replace(TASK, rule=Rule.PROPORTIONAL)), written_again()] == [True, True]
    assert [written_again(replace(TASK, language="en")), written_again()] == [True, True]
    filled({"1.4.1": 85}, name="in/80.xlsx", code="N-80", office="দপ্তর 80")
    assert [written_again(), written_again()] == [True, False]
    summary.write_bytes(summary.read_bytes() + b" ")
    assert [written_again(), written_again()] == [True, False]
    summary.unlink()
    assert [written_again(), written_again()] == [True, False]
