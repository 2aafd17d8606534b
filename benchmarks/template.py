"""How long one template takes to build, and how large it is: `python benchmarks/template.py [RUNS]`.

The aim is 60 ms (median) and 80 kB, on a computer on which XlsxWriter alone writes 343,000 plain numbers a second; its
speed here is measured in the same run, and the time is also given as it would be there. Processor time is measured, so
that other work on the computer counts for little.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from xlsxwriter import Workbook

from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.template import build_template

NUMBERS_PER_SECOND = 343_000
"""What the aim was set for."""
_ROWS, _COLUMNS = 4000, 15


def main(runs: int = 20) -> None:
    plan = load_plan()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.xlsx"
        plain = _median(lambda: _write_numbers(path), 3)
        speed = _ROWS * _COLUMNS / plain
        print(f"XlsxWriter alone: {speed:,.0f} numbers a second here")
        for layout in Layout:
            build_template(plan, path, layout=layout)
            seconds = _median(lambda layout=layout: build_template(load_plan(), path, layout=layout), runs)  # type: ignore[misc]
            there = seconds * speed / NUMBERS_PER_SECOND
            size = path.stat().st_size
            print(
                f"{layout:8} {1000 * seconds:6.1f} ms median of {runs} here, {1000 * there:5.1f} ms there,"
                f" {size / 1000:5.1f} kB"
            )


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
