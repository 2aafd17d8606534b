"""How long one template takes to build, and how large it is: `python benchmarks/template.py [RUNS]`.

The aim is 60 ms (median) and 80 kB. Processor time is measured, so that other work on the computer
counts for little.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.template import build_template


def main(runs: int = 20) -> None:
    plan = load_plan()
    with tempfile.TemporaryDirectory() as folder:
        for layout in Layout:
            path = Path(folder) / f"{layout}.xlsx"
            build_template(plan, path, layout=layout)
            times = [_timed(path, layout) for _ in range(runs)]
            milliseconds = 1000 * statistics.median(times)
            print(f"{layout:8} {milliseconds:6.1f} ms median of {runs}, {path.stat().st_size / 1000:5.1f} kB")


def _timed(path: Path, layout: Layout) -> float:
    start = time.process_time()
    build_template(load_plan(), path, layout=layout)
    return time.process_time() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
