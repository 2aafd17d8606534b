"""What ten hostile files cost a ministry's summary: `python -m benchmarks.hostile [--files 500] [--rounds 5]`.

The same office workbooks are summarised with and without ten files that were made to be slow, large or misleading, in
turn, each run in a process of its own; the median of all rounds counts, so that what disturbs the computer disturbs
both alike. At most a tenth more time is the aim, of the processor and by the clock, and the same marks.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.offices import QUARTER, make_offices
from tests.xlsx.hostile import cells, packages
from tests.xlsx.hostile.offices import make_offices as make_good_ones
from xl_apa.ministry.model import Task
from xl_apa.ministry.summarise import ReadingOptions, summarise
from xl_apa.plans import choose_plan

HOSTILE = (
    "a far cell, a row without cells' addresses",
    "200,000 empty rows",
    "a quarter of a million comments",
    "200,000 merged ranges",
    "a billion laughs",
    "a sheet twice, in capitals, behind",
    "strings of 60 MB",
    "styles of 30 MB",
    "a sheet of 40 MB",
    "a wrong checksum, xl/sharedStrings.xml",
)
"""The slowest of the tests' corpus, and one of each kind that once ended a whole run."""

MOST = 1.10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("build") / "bench")
    parser.add_argument("--run", type=Path, nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        _run(options.run, options.jobs)
        return 0
    with TemporaryDirectory() as place:
        # Few may be part of a folder of many.
        good, bad = Path(place) / "good", Path(place) / "bad"
        good.mkdir()
        for path in make_offices(options.folder, options.files):
            shutil.copyfile(path, good / path.name)
        make_hostile(bad)
        rounds = [(_measure([good], options.jobs), _measure([good, bad], options.jobs)) for _ in range(options.rounds)]
    return _report(rounds, options.files, options.jobs)


def make_hostile(folder: Path) -> list[Path]:
    """Return ten hostile files, made in a folder."""
    folder.mkdir()
    warnings.filterwarnings("ignore", module="openpyxl")
    defects = {defect.name: defect for part in (cells.cells, packages.packages) for defect in part()}
    with TemporaryDirectory() as place:
        made = make_good_ones(Path(place))
        paths = []
        for number, name in enumerate(HOSTILE):
            paths.append(folder / f"hostile-{number}.{defects[name].ending}")
            paths[-1].write_bytes(defects[name].make(made))
    return paths


def _report(rounds: Sequence[tuple[dict[str, float], dict[str, float]]], files: int, jobs: int) -> int:
    print(f"{files} office workbooks, {len(HOSTILE)} hostile files, {jobs} process(es), {len(rounds)} rounds")
    over = False
    for what in ("processor", "clock"):
        without, among = (statistics.median(each[which][what] for each in rounds) for which in (0, 1))
        # Of each round, since a computer changes its pace from one to the next.
        ratio = statistics.median(each[1][what] / each[0][what] for each in rounds)
        over = over or ratio > MOST
        print(f"{what}: {without:.2f} s without, {among:.2f} s with them; ratio {ratio:.3f}, at most {MOST}")
    same = len({each["marks"] for pair in rounds for each in pair}) == 1
    print("marks of the good ones: the same" if same else "marks of the good ones DIFFER")
    return int(over or not same)


def _measure(paths: Sequence[Path], jobs: int) -> dict[str, float]:
    called = [sys.executable, "-m", "benchmarks.hostile", "--jobs", str(jobs), "--run", *map(str, paths)]
    ran = subprocess.run(called, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return measured


def _run(paths: Sequence[Path], jobs: int) -> None:
    task = Task(QUARTER, choose_plan())
    before, clock = _processor_time(), time.perf_counter()
    with TemporaryDirectory() as folder:
        reading = ReadingOptions(jobs, fresh=True)
        summary = summarise(paths, Path(folder) / "summary.xlsx", task, reading=reading)
    spent, passed = _processor_time() - before, time.perf_counter() - clock
    own = [each for each in summary.consolidation.offices if Path(each.source.path).parent == paths[0]]
    marks = str(sorted((each.key, str(each.assessment.total)) for each in own))
    print(json.dumps({"processor": spent, "clock": passed, "marks": f"{len(own)} {marks}"}))


def _processor_time() -> float:
    """Return seconds that this process and those it started, and that ended, have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    sys.exit(main())
