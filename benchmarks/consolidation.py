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
- feedback: all, a letter to every office and the workbook of decisions, by the clock
- two: reading, checking and scoring with two processes, by the clock; `one` is the same with one
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from offices import make_offices
from ways import PROGRAM, WAYS

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
    options = parser.parse_args()
    growth = [int(count) for count in options.growth.split(",") if count]
    make_offices(options.folder, max([options.files, _ANSWERED, *growth]))
    lines = list(_report(options.folder, options.files, growth, options.rounds))
    print("\n".join(lines))
    if options.write:
        before = options.write.read_text(encoding="utf-8").partition(_MARK)[0]
        options.write.write_text(f"{before}{_MARK}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


_MARK = "<!-- figures: make bench -->"


def _measure(way: str, folder: Path, count: int, **environment: str) -> dict[str, float]:
    called = [sys.executable, str(PROGRAM), way, str(folder), str(count)]
    ran = subprocess.run(called, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
    if ran.returncode:
        raise SystemExit(f"{way}: {ran.stderr}")
    measured: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return measured


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
    yield f"| reading, checking and scoring, to bare calamine | at most 3 | {spent['read'] / bare:.2f} |"
    yield f"| everything, to bare calamine | at most 3 | {spent['all'] / bare:.2f} |"
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
