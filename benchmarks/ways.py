"""Ways of reading office workbooks, each run in a process of its own: `python benchmarks/ways.py WAY FOLDER COUNT`.

Prints the seconds and the memory that the way took, as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from offices import QUARTER, make_offices

from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.layout import DATA_SHEET, INFO_SHEET, quarter_sheet

SHEETS = [INFO_SHEET, DATA_SHEET, *(quarter_sheet(quarter) for quarter in Quarter if quarter <= QUARTER)]
"""What the program reads for the second quarter."""

PROGRAM = Path(__file__)
_PACE = 20


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


def main() -> None:
    way, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
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


if __name__ == "__main__":
    main()
