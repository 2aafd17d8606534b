"""Hostile files among a ministry's reports: the others have the marks they had, and each of these is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.xlsx.hostile.additions import additions
from tests.xlsx.hostile.cells import cells
from tests.xlsx.hostile.defect import Defect
from tests.xlsx.hostile.kinds import kinds
from tests.xlsx.hostile.offices import make_offices
from tests.xlsx.hostile.packages import packages
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.model import Task
from xl_apa.ministry.summarise import Consolidation, ReadingOptions, consolidate
from xl_apa.plans import load_plan

HOSTILE = {
    "a far cell, a row without cells' addresses": "cell-far-away",
    "200,000 empty rows": "",
    "a billion laughs": "workbook-damaged",
    "a sheet twice, in capitals, behind": "workbook-parts-doubled",
    "strings of 60 MB": "workbook-too-large",
    "styles of 30 MB": "workbook-too-large",
    "a sheet of 40 MB": "sheet-too-large",
    "a wrong checksum, xl/sharedStrings.xml": "workbook-damaged",
    "a sheet in an alternative": "workbook-damaged",
    "a password of Excel": "workbook-password",
    "a macro that runs on opening": "",
}
"""By the name of the defect: the code of the refusal, "" where the report is read."""


def _defects() -> list[Defect]:
    return [defect for part in (cells, packages, kinds, additions) for defect in part() if defect.name in HOSTILE]


def _marks(result: Consolidation, folder: Path) -> dict[str, str]:
    return {
        Path(each.source.path).name: str(each.assessment.total)
        for each in result.offices
        if Path(each.source.path).parent == folder
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_good_ones_have_the_same_marks_and_the_others_are_named(filled, tmp_path: Path, jobs: int) -> None:
    good, bad = tmp_path / "in", tmp_path / "bad"
    for number in range(12):
        filled({"1.4.1": 60 + 3 * number}, name=f"in/{number}.xlsx", code=f"N-{number}", office=f"দপ্তর {number}")
    bad.mkdir()
    made = make_offices(tmp_path)
    defects = _defects()
    assert {defect.name for defect in defects} == set(HOSTILE)
    for defect in defects:
        (bad / f"{defect.name.replace('/', ' ')}.{defect.ending}").write_bytes(defect.make(made))
    task, reading = Task(Quarter.Q2, load_plan()), ReadingOptions(jobs, fresh=True)
    alone = consolidate([good], task, reading=reading)
    among = consolidate([good, bad], task, reading=reading)
    assert _marks(among, good) == _marks(alone, good)
    assert len(_marks(alone, good)) == 12
    refused = {Path(each.source.path).stem: each.error.code for each in among.refused}
    wanted = {name.replace("/", " "): code for name, code in HOSTILE.items() if code}
    assert {name: refused.get(name) for name in wanted} == wanted
