"""How long the worksheet functions take: `python benchmarks/functions.py [RUNS]`.

The aims: 50 µs for one `apa_marks`, 50 ms for `apa_table` over 1,000 rows, 60 ms for the import beside that of xlwings.
The rows are those of many offices: few sets of targets, achievements of all kinds. The first call is measured with
nothing remembered; what Excel calculates again is faster. Processor time is measured, so that other work on the
computer counts for little, and the import with bytecode in place, as on an office's computer.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from xl_apa.core.marking.rows import forget_rows
from xl_apa.excel.udfs import apa_marks, apa_table

ROWS = 1000
SETS_OF_TARGETS = 11
IMPORT = """
import time, xlwings
start = time.process_time()
import xl_apa.excel.udfs
print(time.process_time() - start)
"""


def main(runs: int = 20) -> None:
    rows = made_up_rows(ROWS)

    def marks() -> None:
        for row in rows:
            apa_marks(row[0], row[1], row[7], row[2:7])

    def table() -> None:
        apa_table(rows, "2023-24", 2)

    for name, work, unit in (("apa_marks, one call", marks, "µs"), (f"apa_table, {ROWS} rows", table, "ms")):
        times = 1e6 / ROWS if unit == "µs" else 1e3
        first = times * statistics.median(timed(work, runs, forget_rows))
        again = times * statistics.median(timed(work, runs))
        print(f"{name:22} {first:6.1f} {unit} first, {again:6.1f} {unit} again, median of {runs} (aim 50)")
    print(f"{'import':22} {1e3 * import_time(5):6.1f} ms beside xlwings, least of 5 (aim 60)")


def made_up_rows(count: int) -> list[list[object]]:
    """Return columns 6 to 13 of many offices' forms: days, counts and percents, as text and as numbers."""
    chance = random.Random(2023)
    indicators = [made_up_targets(number, chance) for number in range(SETS_OF_TARGETS)]
    return [[*indicators[number % SETS_OF_TARGETS], made_up_achievement(number, chance)] for number in range(count)]


def made_up_targets(number: int, chance: random.Random) -> list[object]:
    """Return unit, weight and targets of an indicator."""
    if number % 3 == 0:
        return ["তারিখ", 10.0, *(f"{chance.randint(1, 28):02d}/{month:02d}/2023" for month in range(8, 13))]
    best = chance.randint(40, 100)
    if number % 3 == 1:
        return ["সংখ্যা", 4.0, *(float(best - step) for step in range(4)), "-"]
    return ["%", 6.0, *(f"{best - 5 * step}%" for step in range(5))]


def made_up_achievement(number: int, chance: random.Random) -> object:
    """Return what an office typed for it."""
    kind = number % SETS_OF_TARGETS % 3
    if kind == 0:
        return f"{chance.randint(1, 28)}/{chance.randint(7, 12)}/২০২৩"
    return f"{chance.randint(0, 500)} টি" if kind == 1 else chance.randint(0, 100) / 100


def timed(work: Callable[[], None], runs: int, before: Callable[[], None] = lambda: None) -> list[float]:
    """Return processor seconds of each run."""
    times = []
    for _ in range(runs):
        before()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return times


def import_time(runs: int) -> float:
    """Return processor seconds that the functions' module adds to xlwings."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-X", f"pycache_prefix={folder}", "-c", IMPORT]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        found = [
            float(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)
            for _ in range(runs + 1)
        ]
    return min(found[1:])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
