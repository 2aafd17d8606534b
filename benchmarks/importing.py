"""How long 500 reports in Word take to become office workbooks: `make bench`.

    python benchmarks/importing.py [--files 500] [--folder FOLDER] [--write FILE]

The documents are made once and kept in the folder: the form as a ministry's Word file has it, with a title, merged
headings, one indicator a row, and what offices type. They are imported as a user imports them, by one
`xl-apa import FOLDER -o FOLDER`, in a process of its own, and every workbook is there before the clock is stopped.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import docx
from docx.table import _Cell
from offices import QUARTER, make_typed

from xl_apa.core.cells import CellValue
from xl_apa.core.model import Plan, Value
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.plans import load_plan

_WANTED = 60
"""Seconds for 500 reports."""
_HEADINGS = ("ক্রম", "কর্মসম্পাদন ক্ষেত্র", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "কর্মসম্পাদন সূচকের মান")
_BEGIN, _END = "<!-- figures: importing -->", "<!-- end of figures: importing -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=Path("build") / "bench-import")
    parser.add_argument("--write", type=Path, help="write the figures into this Markdown file")
    options = parser.parse_args()
    documents, workbooks = options.folder / "documents", options.folder / "workbooks"
    make_documents(documents, options.files)
    shutil.rmtree(workbooks, ignore_errors=True)
    lines = list(_report(options.files, *_measure(documents, workbooks, options.files)))
    print("\n".join(lines))
    if options.write:
        text = options.write.read_text(encoding="utf-8")
        before, _, rest = text.partition(_BEGIN)
        figures = "\n".join([_BEGIN, "", *lines, "", _END])
        options.write.write_text(before + figures + rest.partition(_END)[2], encoding="utf-8")


def make_documents(folder: Path, count: int) -> list[Path]:
    """Return so many Word files in a folder, made where they are missing; any others there are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.docx" for number in range(count)]
    for other in set(folder.iterdir()) - set(paths):
        other.unlink()
    missing = [number for number, path in enumerate(paths) if not path.exists()]
    if missing:
        with ProcessPoolExecutor() as executor:
            list(executor.map(_make, missing, [paths[number] for number in missing], chunksize=20))
    return paths


def _make(number: int, path: Path) -> None:
    plan = load_plan()
    document = docx.Document()
    document.add_paragraph(f"উপজেলা কার্যালয়, নমুনা {to_bangla_digits(number + 1)}")
    document.add_paragraph(f"কর্মপরিকল্পনা {plan.fiscal_year.label_bn}: {QUARTER.ordinal_bn} ত্রৈমাসিক প্রতিবেদন")
    tiers = [tier.name for tier in plan.tiers]
    first = len(_HEADINGS)
    table = document.add_table(2, first + len(tiers) + 2)
    for column, heading in enumerate(_HEADINGS):
        table.cell(0, column).merge(table.cell(1, column)).text = heading
    table.cell(0, first).merge(table.cell(0, first + len(tiers) - 1)).text = "লক্ষ্যমাত্রা"
    for column, name in enumerate(tiers, start=first):
        table.cell(1, column).text = name
    for column, heading in enumerate((f"{QUARTER.ordinal_bn} ত্রৈমাসিক অর্জন", "মন্তব্য"), start=first + len(tiers)):
        table.cell(0, column).merge(table.cell(1, column)).text = heading
    for texts in _rows(plan, make_typed(plan, number)):
        _fill(table.add_row().cells, texts)
    document.save(str(path))


def _rows(plan: Plan, typed: Sequence[CellValue]) -> Iterator[list[str]]:
    answers = iter(typed)
    for area in plan.areas:
        for activity in area.activities:
            for indicator in activity.indicators:
                targets = [_shown(target) for target in indicator.targets]
                yield [
                    *(area.code, f"[{area.code}] {area.title}", f"[{activity.code}] {activity.title}"),
                    *(f"[{indicator.code}] {indicator.title}", indicator.unit_shown, _shown(indicator.weight)),
                    *(*targets, *["-"] * (len(plan.tiers) - len(targets)), _shown(next(answers)), "প্রমাণক সংযুক্ত"),
                ]


def _fill(cells: Sequence[_Cell], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text


def _shown(value: CellValue | Value) -> str:
    if value is None:
        return "-"
    return to_bangla_digits(value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value))


def _measure(documents: Path, workbooks: Path, count: int) -> tuple[float, float]:
    """Seconds by the clock and of the processors. Raise RuntimeError where a workbook is missing."""
    command = [sys.executable, "-m", "xl_apa", "import", str(documents), "-o", str(workbooks)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    clock = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    written = len(list(workbooks.glob("*.xlsx")))
    if done.returncode not in (0, 1) or written != count:
        raise RuntimeError(f"{written} of {count} workbooks: {done.stderr.decode()[:500]}")
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _report(count: int, clock: float, processor: float) -> Iterator[str]:
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    yield f"{count} Word files by one command, with a load of {os.getloadavg()[0]:.0f} beside it. {machine}."
    yield ""
    yield "| reports | seconds by the clock | wanted | processor time, ms a report |"
    yield "| ---: | ---: | ---: | ---: |"
    yield f"| {count} | {clock:.0f} | {_WANTED * count // 500} | {1000 * processor / count:.0f} |"


if __name__ == "__main__":
    main()
