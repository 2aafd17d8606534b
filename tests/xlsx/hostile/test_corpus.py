"""Every file of the corpus comes to what it has to, and costs nobody else anything: read, refused by name, or found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pebble import ProcessExpired

from tests.xlsx.hostile.additions import additions
from tests.xlsx.hostile.cells import cells
from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.disguised import disguised
from tests.xlsx.hostile.headers import headers
from tests.xlsx.hostile.javascript_writers import javascript_writers
from tests.xlsx.hostile.kinds import kinds
from tests.xlsx.hostile.offices import MARKS, QUARTER, Offices, add_libreoffice, make_offices
from tests.xlsx.hostile.old_excel import old_excel
from tests.xlsx.hostile.opendocument import opendocument
from tests.xlsx.hostile.packages import packages
from xl_apa.ministry.collect.read_office import read_office
from xl_apa.ministry.model import OfficeResult, Task
from xl_apa.plans import load_plan
from xl_apa.processes.process_pool import LocalProcesses

CORPUS = {
    f"{part.__name__}: {defect.name} ({defect.ending})": defect
    for part in (cells, packages, headers, kinds, additions, disguised, opendocument, old_excel, javascript_writers)
    for defect in part()
}
USUAL = {"fiscal-year-differs", "evidence-other-period"}
"""What is said of the report itself."""
SECONDS = 20
"""In which the slowest of them is done with, on a computer that does other things besides."""


def _marked(name: str) -> object:
    office = CORPUS[name].writer.startswith("LibreOffice")
    return pytest.param(name, marks=pytest.mark.office if office else ())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Offices:
    return make_offices(tmp_path_factory.mktemp("offices"))


@pytest.fixture(scope="module")
def with_libreoffice(made: Offices) -> Offices:
    add_libreoffice(made)
    return made


@pytest.fixture(scope="module")
def processes() -> Iterator[LocalProcesses]:
    started = LocalProcesses(1)
    yield started
    started.kill()


def came_to(path: Path, processes: LocalProcesses) -> str:
    """What became of a file, as `Defect.comes_to` says it."""
    try:
        outcome = processes.submit(read_office, path, Task(QUARTER, load_plan())).result(timeout=SECONDS)
    except ProcessExpired as error:
        pytest.fail(f"the process ended with {error.exitcode}")
    if not isinstance(outcome, OfficeResult):
        assert path.name in outcome.error.text("en") and path.name in outcome.error.text("bn")
        return outcome.error.code
    assert str(outcome.assessment.total) == MARKS
    found = {finding.code for finding in outcome.assessment.findings} - USUAL
    return f"finding {' '.join(sorted(found))}" if found else READ


@pytest.mark.parametrize("name", [_marked(name) for name in CORPUS])
def test_what_it_comes_to(name: str, request: pytest.FixtureRequest, processes: LocalProcesses, tmp_path: Path) -> None:
    defect: Defect = CORPUS[name]
    fixture = "with_libreoffice" if defect.writer.startswith("LibreOffice") else "made"
    path = tmp_path / f"report.{defect.ending}"
    path.write_bytes(defect.make(request.getfixturevalue(fixture)))
    assert came_to(path, processes) == defect.comes_to


def test_the_corpus_has_enough_defects_by_enough_writers() -> None:
    assert len(CORPUS) >= 80
    assert len({defect.writer for defect in CORPUS.values()}) >= 5
