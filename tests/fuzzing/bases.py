"""Good workbooks that mutants are made of: the two real reports, and a form in the other layout with marks calculated."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.fuzzing.judge import Base
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Office
from xl_apa.plans import load_plan
from xl_apa.samples import build_sample, load_sample
from xl_apa.sheets.assess_workbook import calculate_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, quarter_sheet
from xl_apa.xlsx.addresses import column_letters

ACCEPTED = column_letters(Column.ACCEPTED)
TYPED = {
    "M8": datetime(2023, 12, 1),
    "M9": "০৩ (তিন) টি",
    "M10": 4,
    "M11": "৯৬%",
    "M12": "চলমান",
    "M14": 2,
    f"{ACCEPTED}13": 1,
}


def bases(folder: Path) -> list[Base]:
    """Return them, built in a folder."""
    found = []
    for name, quarter in (("sid_2023-24", Quarter.Q2), ("labour_2023-24", Quarter.Q1)):
        path = folder / f"{name}.xlsx"
        build_sample(load_sample(name), path)
        found.append(Base.of(path, quarter))
    path = folder / "form.xlsx"
    typed = {(quarter_sheet(Quarter.Q2), cell): value for cell, value in TYPED.items()}
    office = Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")
    build_template(load_plan(), path, layout=Layout.MARKS, office=office, typed=typed)
    calculate_file(path, quarter=Quarter.Q2)
    return [*found, Base.of(path, Quarter.Q2)]
