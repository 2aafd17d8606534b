"""How long a ministry's summary takes, beside what a user would pick instead: `make bench`.

    python benchmarks/consolidation.py [--files 2000] [--growth 100,1000,10000,23667] [--folder FOLDER] [--write FILE]

Office workbooks are made once and kept in the folder. Every way of reading them runs in a process of its own, one after
the other, on the same files, so that each has its own memory; processor time is what is compared, unless processes work
side by side. A round runs every way once, and the median of the rounds counts: what disturbs the computer disturbs all
ways alike. The ways:

- calamine: bare reading of the same four sheets, nothing done with them; the measure for all others
- pandas + calamine, pandas + openpyxl: a loop of `read_excel` over the same sheets, as people write it; reading only
- pandas + openpyxl, all sheets: the same loop when nobody says which sheets (`sheet_name=None`)
- polars: its `read_excel` (calamine underneath) over the same sheets, where it is installed
- read: xl_apa reading, checking and scoring, in one process beside the program's own; the time of both
- all: the same and the whole summary workbook
- again: `xl-apa consolidate` a second time over unchanged files, cache and summary as they are
- one changed: the same after one file has changed
- grown: all once more, and after every twentieth file the same file by bare calamine, which is not counted: a run over
  23,667 files takes minutes, in which the computer's own speed changes, and this tells it for the same minutes
- feedback: all, a letter to every office and the workbook of decisions, by the clock (`--way feedback --count 500`)
- two: reading, checking and scoring with two processes, by the clock; `one` is the same with one
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from offices import QUARTER, make_offices

from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.layout import DATA_SHEET, INFO_SHEET, quarter_sheet

SHEETS = [INFO_SHEET, DATA_SHEET, *(quarter_sheet(quarter) for quarter in Quarter if quarter <= QUARTER)]
"""What the program reads for the second quarter."""
_PACE = 20
_ANSWERED = 500
_SLOW_FILES = 200
"""A loop over openpyxl takes the same time for every file; this many tell it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--growth", default="100,1000,10000,23667")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path("build") / "bench")
    parser.add_argument("--write", type=Path, help="write the table into this Markdown file")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        _run_way(options.way, options.folder, options.count)
        return
    growth = [int(count) for count in options.growth.split(",") if count]
    make_offices(options.folder, max([options.files, _ANSWERED, *growth]))
    lines = list(_report(options.folder, options.files, growth, options.rounds))
    print("\n".join(lines))
    if options.write:
        before = options.write.read_text(encoding="utf-8").partition(_MARK)[0]
        options.write.write_text(f"{before}{_MARK}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


_MARK = "<!-- figures: make bench -->"


# ---- the ways, each run in a process of its own ---------------------------------------------------------------------


def calamine(paths: Sequence[Path]) -> None:
    from python_calamine import CalamineWorkbook

    for path in paths:
        with CalamineWorkbook.from_path(path) as book:
            for sheet in SHEETS:
                book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def pandas_calamine(paths: Sequence[Path]) -> None:
    import pandas as pd

    for path in paths:
        pd.read_excel(path, sheet_name=SHEETS, header=None, engine="calamine")


def pandas_openpyxl(paths: Sequence[Path]) -> None:
    import warnings

    import pandas as pd

    warnings.simplefilter("ignore")
    for path in paths:
        pd.read_excel(path, sheet_name=SHEETS, header=None, engine="openpyxl")


def pandas_openpyxl_whole(paths: Sequence[Path]) -> None:
    import warnings

    import pandas as pd

    warnings.simplefilter("ignore")
    for path in paths:
        pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl")


def polars(paths: Sequence[Path]) -> None:
    import polars as pl

    for path in paths:
        pl.read_excel(path, sheet_name=SHEETS, has_header=False, raise_if_empty=False)


def read(paths: Sequence[Path]) -> None:
    _consolidate(paths)


def everything(paths: Sequence[Path]) -> None:
    _summarise(paths)


class Pace:
    """How fast the computer is while something else runs: every twentieth file is read by bare calamine in between."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.spent = 0.0
        self.files = 0

    def __call__(self, done: int, _total: int) -> None:
        if done and done % _PACE == 0:
            before = time.process_time()
            calamine(self._paths[done - 1 : done])
            self.spent += time.process_time() - before
            self.files += 1


def grown(paths: Sequence[Path], pace: Pace) -> None:
    _summarise(paths, pace)


def feedback(paths: Sequence[Path]) -> None:
    """Run all of it, and answer every office."""
    from datetime import date

    from xl_apa.ministry.model import Task
    from xl_apa.ministry.review.letter import LetterOptions
    from xl_apa.ministry.summarise import FeedbackRequest, ReadingOptions, summarise
    from xl_apa.plans import choose_plan

    with TemporaryDirectory() as folder:
        request = FeedbackRequest(Path(folder) / "feedback", LetterOptions(date(2024, 1, 20)))
        task = Task(QUARTER, choose_plan())
        target = Path(folder) / "summary.xlsx"
        summarise(paths, target, task, reading=ReadingOptions(fresh=True), feedback=request)


def with_one(paths: Sequence[Path]) -> None:
    _consolidate(paths, 1)


def with_two(paths: Sequence[Path]) -> None:
    _consolidate(paths, 2)


def _consolidate(paths: Sequence[Path], jobs: int = 1) -> None:
    from xl_apa.ministry.model import Task
    from xl_apa.ministry.summarise import ReadingOptions, consolidate
    from xl_apa.plans import choose_plan

    consolidate(paths, Task(QUARTER, choose_plan()), reading=ReadingOptions(jobs, fresh=True))


def _summarise(paths: Sequence[Path], progress: Pace | None = None) -> None:
    from xl_apa.ministry.model import Task
    from xl_apa.ministry.summarise import ReadingOptions, summarise
    from xl_apa.plans import choose_plan

    with TemporaryDirectory() as folder:
        target = Path(folder) / "summary.xlsx"
        summarise(paths, target, Task(QUARTER, choose_plan()), reading=ReadingOptions(1, fresh=True), progress=progress)


def command(folder: Path) -> None:
    """Run the whole command, as a person does."""
    from xl_apa.cli import main as run

    run(["consolidate", str(folder), "--quarter", "2", "--jobs", "1", "--quiet", "-o", str(folder / "summary.xlsx")])


WAYS: dict[str, Callable[[Sequence[Path]], None]] = {
    "calamine": calamine,
    "pandas + calamine": pandas_calamine,
    "pandas + openpyxl": pandas_openpyxl,
    "pandas + openpyxl, all sheets": pandas_openpyxl_whole,
    "polars": polars,
    "read": read,
    "all": everything,
    "feedback": feedback,
    "one": with_one,
    "two": with_two,
}


def _run_way(way: str, folder: Path, count: int) -> None:
    paths = make_offices(folder, count) if way != "command" else []
    pace = Pace(paths)
    before, clock = _processor_time(), time.perf_counter()
    if way == "command":
        command(folder)
    elif way == "grown":
        grown(paths, pace)
    else:
        WAYS[way](paths)
    spent, passed = _processor_time() - before, time.perf_counter() - clock
    # The program and the process that reads for it.
    memory = sum(resource.getrusage(who).ru_maxrss for who in _OWN) / 1024
    bare = pace.spent / pace.files if pace.files else 0.0
    print(json.dumps({"processor": spent - pace.spent, "clock": passed, "memory": memory, "bare": bare}))


_OWN = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def _processor_time() -> float:
    """Return seconds that this process and those it started, and that ended, have used."""
    used = [resource.getrusage(who) for who in _OWN]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _measure(way: str, folder: Path, count: int, **environment: str) -> dict[str, float]:
    called = [sys.executable, __file__, "--way", way, "--folder", str(folder), "--count", str(count)]
    ran = subprocess.run(called, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
    if ran.returncode:
        raise SystemExit(f"{way}: {ran.stderr}")
    measured: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return measured


# ---- the report -----------------------------------------------------------------------------------------------------


def _report(folder: Path, files: int, growth: Sequence[int], rounds: int) -> Iterator[str]:
    yield from _basis(files)
    alone = [way for way in WAYS if way not in ("feedback", "one", "two") and (way != "polars" or _has("polars"))]
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in (*alone, "one", "two")}
    for _ in range(rounds):
        for way, measured in runs.items():
            measured.append(_measure(way, folder, _SLOW_FILES if "openpyxl" in way else files))
    count = {way: _SLOW_FILES if "openpyxl" in way else files for way in runs}
    spent = {way: _median(measured, "processor") / count[way] for way, measured in runs.items()}
    bare = spent["calamine"]
    yield "| way | ms per file | to bare calamine | peak memory |"
    yield "| --- | ---: | ---: | ---: |"
    for way in alone:
        memory = f"{_median(runs[way], 'memory'):.0f} MB"
        yield f"| {way} | {1000 * spent[way]:.2f} | {spent[way] / bare:.2f} | {memory} |"
    yield ""
    clock = {way: _median(runs[way], "clock") for way in ("one", "two")}
    again = [_again(folder, files) for _ in range(rounds)]
    first, second, changed = (statistics.median(each) for each in zip(*again))
    yield "| aim | wanted | measured |"
    yield "| --- | ---: | ---: |"
    yield f"| reading, checking and scoring, to bare calamine | at most 4 | {spent['read'] / bare:.2f} |"
    yield f"| everything, to bare calamine | at most 8 | {spent['all'] / bare:.2f} |"
    for what, way in (("the same sheets", "pandas + openpyxl"), ("all sheets", "pandas + openpyxl, all sheets")):
        loop = spent[way] / spent["all"]
        yield f"| a loop of pandas + openpyxl that only reads {what}, to everything | at least 15 | {loop:.1f} |"
    yield f"| one process to two, by the clock | at least 1.7 | {clock['one'] / clock['two']:.2f} |"
    yield f"| the command a second time, nothing changed: first to second | at least 8 | {first / second:.1f} |"
    yield f"| the same, one file of {files:,} changed | | {first / changed:.1f} |"
    answered = statistics.median(_measure("feedback", folder, _ANSWERED)["clock"] for _ in range(rounds))
    yield f"| summary and a letter to each of {_ANSWERED} offices, seconds by the clock | at most 60 | {answered:.0f} |"
    yield ""
    if growth:
        yield from _grown(folder, growth)


def _grown(folder: Path, growth: Sequence[int]) -> Iterator[str]:
    yield "Everything, by the number of files:"
    yield ""
    yield "| files | ms per file | bare calamine meanwhile | to bare calamine | peak memory |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for count in growth:
        measured = _measure("grown", folder, count)
        spent, bare = measured["processor"] / count, measured["bare"]
        memory = f"{measured['memory']:.0f} MB"
        yield f"| {count:,} | {1000 * spent:.2f} | {1000 * bare:.2f} | {spent / bare:.2f} | {memory} |"


def _again(folder: Path, files: int) -> tuple[float, float, float]:
    """Return seconds of the whole command: first, again, and again after one file has changed."""
    with TemporaryDirectory() as place:
        reports = Path(place) / "reports"
        for path in make_offices(folder, files):
            target = reports / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(path) if _same_disk(path, target.parent) else shutil.copy(path, target)
        with _caches(Path(place)) as environment:
            times = [_measure("command", reports, 0, **environment)["processor"] for _ in range(2)]
            one, other = (reports / path.relative_to(folder) for path in make_offices(folder, files)[-2:])
            content = other.read_bytes()
            one.unlink()
            one.write_bytes(content)
            times.append(_measure("command", reports, 0, **environment)["processor"])
    return times[0], times[1], times[2]


def _same_disk(path: Path, folder: Path) -> bool:
    return path.stat().st_dev == folder.stat().st_dev


@contextmanager
def _caches(folder: Path) -> Iterator[dict[str, str]]:
    """Yield a place for caches of its own, so that the user's own knows nothing of these files."""
    yield {"XDG_CACHE_HOME": str(folder / "caches"), "LOCALAPPDATA": str(folder / "caches")}


def _basis(files: int) -> Iterator[str]:
    packages = ("xl_apa", "python-calamine", "XlsxWriter", "pandas", "openpyxl", "polars", "fastexcel")
    named = ", ".join(f"{name} {version(name)}" for name in packages if _has(name))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield f"{files:,} office workbooks, second quarter. {_processor()}, {os.cpu_count()} cores, {memory:.0f} GB;"
    yield f"{platform.system()}, Python {platform.python_version()}; {named}."
    yield ""


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _has(package: str) -> bool:
    try:
        return bool(version(package))
    except PackageNotFoundError:
        return False


def _median(measured: Sequence[dict[str, float]], what: str) -> float:
    return statistics.median(each[what] for each in measured)


if __name__ == "__main__":
    main()
