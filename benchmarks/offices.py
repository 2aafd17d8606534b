"""Office workbooks in any number for the benchmarks: `python benchmarks/offices.py FOLDER COUNT`.

Some forms are built and filled in with what offices really type, from nothing to sentences; each is then made over for
one office after another. No two files are equal, and every file is one that LibreOffice and Excel open.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Layout, Office, Plan, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.prototype import Prototype, placeholder
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, Info
from xl_apa.xlsx.addresses import cell_name

FORMS = 40
QUARTER = Quarter.Q2
_PER_FOLDER = 1000
_DISTRICTS = 64


def make_offices(folder: Path, count: int) -> list[Path]:
    """Return so many office workbooks in a folder, made where they are missing."""
    paths = list(_paths(folder, count))
    missing = [number for number, path in enumerate(paths) if not path.exists()]
    if missing:
        for parent in {paths[number].parent for number in missing}:
            parent.mkdir(parents=True, exist_ok=True)
        with ProcessPoolExecutor(initializer=_prepare) as executor:
            list(executor.map(_make, missing, [paths[number] for number in missing], chunksize=50))
    return paths


def _paths(folder: Path, count: int) -> Iterator[Path]:
    for number in range(count):
        yield folder / f"{number // _PER_FOLDER:02}" / f"{number:05}.xlsx"


_forms: list[Prototype] = []


def _prepare() -> None:
    plan = load_plan()
    somebody = placeholder(Office("1", "2", "3"))
    with TemporaryDirectory() as folder:
        for seed in range(FORMS):
            path = Path(folder) / "form.xlsx"
            layout = list(Layout)[seed % 2]
            build_template(plan, path, layout=layout, office=somebody, typed=_typed(plan, layout, seed))
            _forms.append(Prototype.read(BytesIO(path.read_bytes())))


def _make(number: int, path: Path) -> None:
    district = to_bangla_digits(number % _DISTRICTS + 1)
    office = Office(f"{number:05}", f"উপজেলা দপ্তর {to_bangla_digits(number + 1)}", f"জেলা কার্যালয় {district}")
    _forms[number % FORMS].write(path, office)


def make_typed(plan: Plan, seed: int) -> list[CellValue]:
    """Return what an office typed in the benchmarks' quarter, indicator by indicator."""
    chance = random.Random(seed)
    return [_achieved(indicator, QUARTER, plan, chance) for indicator in plan.indicators]


def _typed(plan: Plan, layout: Layout, seed: int) -> dict[tuple[str, str], CellValue]:
    """Return what an office typed in two quarters; every tenth has typed nothing, every other claims marks."""
    chance = random.Random(seed)
    typed: dict[tuple[str, str], CellValue] = {}
    if seed % 10 == 9:
        return typed
    for quarter in (Quarter.Q1, Quarter.Q2):
        sheet = where.quarter_sheet(quarter)
        day = plan.fiscal_year.quarter_end(quarter) + timedelta(days=chance.randint(1, 20))
        place = cell_name(where.info_row(Info.report_date(quarter)), where.INFO_VALUE_COLUMN)
        typed[where.INFO_SHEET, place] = day
        for row, indicator in enumerate(plan.indicators, start=where.FIRST_ROW):
            typed[sheet, cell_name(row, Column.ACHIEVED)] = _achieved(indicator, quarter, plan, chance)
            if chance.random() < 0.6:
                typed[sheet, cell_name(row, Column.EVIDENCE)] = f"স্মারক নং {chance.randint(100, 999)}"
            if layout is Layout.MARKS and chance.random() < 0.5:
                typed[sheet, cell_name(row, Column.LAST)] = chance.choice([0, 1, 2, 3.6, float(indicator.weight)])
    return typed


def _achieved(indicator: Indicator, quarter: Quarter, plan: Plan, chance: random.Random) -> CellValue:
    if chance.random() < 0.25:
        return chance.choice([None, "-", "চলমান", "---"])
    if chance.random() < 0.1:
        return "কর্মশালা গত মাসে আয়োজন করা হয়েছে এবং প্রতিবেদন পাঠানো হয়েছে"
    if indicator.unit is Unit.DATE:
        first, last = plan.fiscal_year.first_day, plan.fiscal_year.quarter_end(quarter)
        day = first + timedelta(days=chance.randint(0, (last - first).days))
        return chance.choice([day, _written(day), f"{_written(day)}খ্রি.", day.strftime("%d-%m-%Y")])
    if indicator.unit is Unit.PERCENT:
        percent = chance.randint(40, 100)
        return chance.choice([percent, percent / 100, f"{to_bangla_digits(percent)}%"])
    number = chance.randint(0, 5)
    return chance.choice([number, to_bangla_digits(number), f"{to_bangla_digits(number)} টি"])


def _written(day: date) -> str:
    return to_bangla_digits(day.strftime("%d/%m/%Y"))


if __name__ == "__main__":
    make_offices(Path(sys.argv[1]), int(sys.argv[2]))
