"""How long a template takes to build, and how large it is: `python benchmarks/template.py [RUNS]`.

The first template of a plan is built; for every further office it is filled in. The aim is 60 ms (median) and 80 kB, on
a computer on which XlsxWriter alone writes 343,000 plain numbers a second; its speed here is measured in the same run,
and the time is also given as it would be there. Processor time is measured, so that other work on the computer counts
for little.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from xlsxwriter import Workbook

from xl_apa.core.model import Layout, Office, Plan
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template

NUMBERS_PER_SECOND = 343_000
"""What the aim was set for."""
_ROWS, _COLUMNS = 4000, 15


def main(runs: int = 20) -> None:
    plan = load_plan()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.xlsx"
        offices = (Office(f"{code:05}", f"দপ্তর {code}", "অধিদপ্তর") for code in count())
        # The same in everything but a letter nobody sees: to the program it is a plan it has not met.
        plans = (replace(plan, title=plan.title + " " * blanks) for blanks in count(1))
        plain = _median(lambda: _write_numbers(path), 3)
        speed = _ROWS * _COLUMNS / plain
        print(f"XlsxWriter alone: {speed:,.0f} numbers a second here")
        for layout in Layout:
            first = _median(partial(_build_first, path, plans, layout), runs)
            build_template(plan, path, layout=layout)
            size = path.stat().st_size
            again = _median(partial(_build_again, path, plan, offices, layout), runs)
            for what, seconds in (("first of a plan", first), ("one more office", again)):
                there = seconds * speed / NUMBERS_PER_SECOND
                print(
                    f"{layout:8} {what}: {1000 * seconds:5.1f} ms median of {runs} here, {1000 * there:5.1f} ms there,"
                    f" {size / 1000:5.1f} kB"
                )


def _build_first(path: Path, plans: Iterator[Plan], layout: Layout) -> None:
    build_template(next(plans), path, layout=layout)


def _build_again(path: Path, plan: Plan, offices: Iterator[Office], layout: Layout) -> None:
    build_template(plan, path, layout=layout, office=next(offices))


def _write_numbers(path: Path) -> None:
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row in range(_ROWS):
            for column in range(_COLUMNS):
                sheet.write_number(row, column, row * column)


def _median(work: Callable[[], None], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
