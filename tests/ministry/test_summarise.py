"""One way leads from offices' files to the summary: for the command, the button, the demonstration and other programs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Filler
from tests.excel.alone import run_alone
from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry import summarise as module
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.summarise import Consolidation, ReadingOptions, consolidate, summarise
from xl_apa.plans import choose_plan

TASK = Task(Quarter.Q2, choose_plan())


@pytest.fixture
def reports(filled: Filler, tmp_path: Path) -> Path:
    """Two reports and, among them, a register that knows one of these offices and one that sent nothing."""
    for number, percent in (("101", 90), ("102", 61)):
        filled({"1.4.1": percent}, name=f"reports/{number}.xlsx", code=number)
    filled({}, name="reports/register.xlsx", code="")
    (tmp_path / "reports/register.csv").write_text("কোড,নাম\n101,ক\n103,গ\n", encoding="utf-8")
    return tmp_path / "reports"


def test_the_summary_is_written_once_and_left_while_it_says_the_same(reports: Path, filled: Filler) -> None:
    target = reports / "summary.xlsx"
    first = summarise([reports], target, TASK)
    written = target.read_bytes()
    os.utime(target, (0, 0))
    second = summarise([reports], target, TASK)
    assert (first.unchanged, second.unchanged) == (False, True)
    assert first.path == second.path == target
    assert target.stat().st_mtime == 0
    filled({"1.4.1": 70}, name="reports/102.xlsx", code="102")
    assert not summarise([reports], target, TASK).unchanged
    assert target.read_bytes() != written


def test_read_afresh_the_summary_is_written_anew_and_nothing_is_remembered(reports: Path) -> None:
    target = reports / "summary.xlsx"
    fresh = ReadingOptions(fresh=True)
    assert not summarise([reports], target, TASK, reading=fresh).unchanged
    assert not summarise([reports], target, TASK, reading=fresh).unchanged
    assert not summarise([reports], target, TASK).unchanged


def test_the_register_says_who_is_missing_and_who_is_unknown(reports: Path) -> None:
    result = consolidate([reports], TASK, register=reports / "register.csv")
    assert result.register
    assert [office.code for office in result.register.offices] == ["101", "103"]
    unknown = [(office.key, finding.code) for office, finding in result.findings() if finding.code == "office-unknown"]
    assert unknown == [("102", "office-unknown"), ("নমুনা দপ্তর", "office-unknown")]


def test_a_register_among_the_reports_is_no_report_however_its_path_is_written(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(reports)
    write_register(reports / "register.xlsx", [Registered("101", "ক")])
    result = consolidate([reports], TASK, register=Path("../reports/register.xlsx"))
    assert [office.key for office in result.offices] == ["101", "102"]
    assert result.refused == ()


def test_progress_begins_with_none_done_and_counts_what_the_cache_knows(reports: Path) -> None:
    calls: list[tuple[int, int]] = []
    target = reports / "summary.xlsx"
    summarise([reports], target, TASK, progress=lambda *call: calls.append(call))
    assert calls == [(0, 3), (1, 3), (2, 3), (3, 3)]
    calls.clear()
    summarise([reports], target, TASK, progress=lambda *call: calls.append(call))
    assert calls == [(0, 3), (3, 3)]


@pytest.mark.parametrize(
    ("paths", "register", "code"),
    [
        (["gone"], None, "file-missing"),
        (["."], "gone.csv", "file-missing"),
        (["register.csv"], "register.csv", "nothing-found"),
        (["summary.xlsx"], None, "output-is-input"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_read(
    reports: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], register: str | None, code: str
) -> None:
    monkeypatch.chdir(reports)
    monkeypatch.setattr(module, "read_found", lambda *_: pytest.fail("something was read"))
    (reports / "summary.xlsx").write_bytes(b"old")
    with pytest.raises((CallError, InputError, OutputError)) as caught:
        summarise(map(Path, paths), reports / "summary.xlsx", TASK, register=Path(register) if register else None)
    assert caught.value.code == code
    assert (reports / "summary.xlsx").read_bytes() == b"old"


def test_a_consolidation_gives_its_tables_to_pandas(reports: Path) -> None:
    result = consolidate([reports], TASK, register=reports / "register.csv")
    assert isinstance(result, Consolidation)
    frames = result.frames()
    assert list(frames) == [
        *("tidy", "offices", "marks", "indicators", "submissions", "review", "by_rule"),
        *("findings", "claims", "plan_differences", "attainable", "deadlines", "sources"),
    ]
    assert list(frames["offices"]["office_code"]) == ["101", "102", ""]
    assert len(frames["tidy"]) == 3 * len(TASK.plan.indicators)
    assert list(frames["submissions"]["submission"]) == ["undated", "missing"]


# ---- what is loaded, and processes that inherit nothing -------------------------------------------------------------

HEAVY = ("pandas", "numpy", "pyarrow", "openpyxl", "dask", "distributed")


def test_the_command_needs_no_heavy_library(reports: Path) -> None:
    output = run_alone(
        f"""
        import sys
        for name in {HEAVY!r}:
            sys.modules[name] = None
        from xl_apa.cli import main
        status = main(["consolidate", {str(reports)!r}, "--quarter", "2", "-o", {str(reports / "summary.xlsx")!r},
                       "--csv", {str(reports / "data.csv")!r}, "--jobs", "2", "--quiet", "--fresh"])
        print(status, "xlwings" in sys.modules)
        """
    )
    assert output == "0 False"
    assert (reports / "summary.xlsx").stat().st_size > 0
    assert len((reports / "data.csv").read_text(encoding="utf-8-sig").splitlines()) == 1 + 3 * len(TASK.plan.indicators)


def test_the_button_needs_no_heavy_library(reports: Path) -> None:
    # xlwings itself takes pandas where it is installed; without it the button must still be there.
    output = run_alone(
        f"""
        import sys
        for name in {HEAVY!r}:
            sys.modules[name] = None
        from pathlib import Path
        from xl_apa.core.fiscal import Quarter
        from xl_apa.excel import buttons
        from xl_apa.excel.actions import ministry_button
        lines = []
        counts = ministry_button.summarise(
            Path({str(reports)!r}), Quarter.Q2, None, Path({str(reports / "summary.xlsx")!r}), lines.append
        )
        print(counts["offices"], len(lines))
        """
    )
    assert output == "৩ 1"
    assert (reports / "summary.xlsx").stat().st_size > 0


def test_processes_that_begin_with_nothing_as_on_windows_give_the_same(reports: Path) -> None:
    (reports / "broken.xlsx").write_bytes(b"PK\x03\x04")
    here, there = reports / "here.csv", reports / "there.csv"
    for how, data in (("fork", here), ("spawn", there)):
        status = run_alone(
            f"""
            import multiprocessing, sys
            multiprocessing.set_start_method({how!r})
            from xl_apa.cli import main
            print(main(["consolidate", {str(reports)!r}, "--quarter", "2", "-o", {str(reports / "s.xlsx")!r},
                        "--csv", {str(data)!r}, "--jobs", "2", "--quiet", "--fresh"]))
            """
        )
        assert status == "1"
    assert here.read_bytes() == there.read_bytes()
    assert len(here.read_text(encoding="utf-8-sig").splitlines()) == 1 + 3 * len(TASK.plan.indicators)


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe of POSIX")
def test_a_file_that_is_never_read_to_its_end_is_named_and_the_others_are_read(reports: Path) -> None:
    os.mkfifo(reports / "slow.xlsx")
    output = run_alone(
        f"""
        from pathlib import Path
        from xl_apa.core.fiscal import Quarter
        from xl_apa.processes import process_pool
        from xl_apa.ministry.model import Task
        from xl_apa.ministry.summarise import consolidate
        from xl_apa.plans import choose_plan
        process_pool.FILE_SECONDS = 2
        reports = Path({str(reports)!r})
        result = consolidate([reports, reports / "slow.xlsx"], Task(Quarter.Q2, choose_plan()))
        print(len(result.offices), [(each.error.code, each.error.text("en")) for each in result.refused])
        """
    )
    assert output.startswith("3 [('file-too-slow', '“")
    assert "slow.xlsx” could not be read within 120 seconds and was left out." in output
