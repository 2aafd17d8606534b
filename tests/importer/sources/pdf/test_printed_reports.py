"""The two real reports, printed by LibreOffice on many papers: read as their text is, to the last finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importer.sources.pdf.made import rewritten
from tests.importer.sources.pdf.printing import Paper, print_all
from tests.importer.sources.shown import read, refusal
from xl_apa.core.assess import assess
from xl_apa.importer.document import Document
from xl_apa.importer.findings import import_findings
from xl_apa.importer.read import read_document
from xl_apa.plans import load_plan

FILES = Path(__file__).parents[3] / "files"
SEEDS = ("labour_2023-24_q1", "sid_2023-24_q2")
PLAN = load_plan()
PAPERS = {
    "Word": [
        Paper(),
        Paper(landscape=False, size=6),
        Paper(sheet="A3", size=11),
        Paper(sheet="legal", size=8, font="Noto Serif Bengali", footer="পৃষ্ঠা ১"),
    ],
    "Word without lines": [Paper(sheet="A3", size=9, ruled=False), Paper(sheet="A3", size=8, ruled=False, footer="1")],
    "sheets": [
        Paper("xlsx", size=9, widths=(5, 18, 5, 20, 24, 7, 8, *[11] * 6, 20, 20, 8, 8)),
        Paper("xlsx", "A3", landscape=False, size=11, widths=(6,) * 17),
    ],
    "pages of the web": [Paper("html"), Paper("html", "A3", size=9), Paper("html", landscape=False)],
}


def understood(document: Document) -> dict[str, Any]:
    """All that is understood of a report: rows, marks, doubts, findings, and what it says of itself."""
    report = read_document(document, PLAN)
    scored, printed = (
        assess(report.as_report(as_printed=as_printed), PLAN, report.quarter) for as_printed in (False, True)
    )
    rows = {
        each.indicator.code: (each.status, each.value, each.offer, each.marks, each.claimed) for each in printed.results
    }
    found = {(each.code, each.indicator) for each in (*scored.findings, *import_findings(report))}
    said = report.about
    about = (said.office.text, said.parent.text, said.year, said.signed.text, report.quarter, report.layout)
    doubts = {row.indicator.code: row.confidence for row in report.rows}
    return {"total": scored.total, "rows": rows, "doubts": doubts, "findings": sorted(found), "about": about}


@pytest.mark.office
@pytest.mark.parametrize("kind", PAPERS)
def test_a_printed_report_is_understood_as_its_text_is(tmp_path: Path, kind: str) -> None:
    seeds = {name: read(FILES / f"{name}.txt") for name in SEEDS}
    wanted = {name: understood(document) for name, document in seeds.items()}
    jobs = [(name, paper) for name in SEEDS for paper in PAPERS[kind]]
    paths = print_all([(seeds[name], paper) for name, paper in jobs], tmp_path)
    for (name, paper), path in zip(jobs, paths, strict=True):
        assert understood(read(path)) == wanted[name], (name, paper)


@pytest.mark.office
def test_a_report_on_turned_pages_is_read_as_it_is_and_one_with_shapes_for_letters_is_refused(tmp_path: Path) -> None:
    seed = read(FILES / f"{SEEDS[0]}.txt")
    (path,) = print_all([(seed, Paper(sheet="A3", size=9))], tmp_path)
    wanted = understood(seed)
    for turn in (b"0", b"90", b"180", b"270"):
        turned = rewritten(path, tmp_path / "turned.pdf", {b"/Type/Page/Parent": b"/Type/Page/Rotate %s/Parent" % turn})
        assert understood(read(turned)) == wanted, turn
    # Without the texts beside them, glyphs of joined letters stand for others, or for none.
    wrong = {b"/ActualText": b"/ActualTex_"}
    for names in (wrong, wrong | {b"/ToUnicode": b"/ToUnicod_"}):
        assert refusal(rewritten(path, tmp_path / "shapes.pdf", names)) == "source-pdf-letters"
