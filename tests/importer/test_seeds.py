"""The two real reports in every form that offices send: each indicator, value, claim and doubt of a careful reader.

Through the command line, and scored again from the office workbook that it writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import Run
from tests.cli.conftest import run as run
from tests.importer.rebuilt import BY_LIBREOFFICE, FORMS, rebuilt

FILES = Path(__file__).parents[1] / "files"
LABOUR, SID = "labour_2023-24_q1", "sid_2023-24_q2"
ALL_FORMS = (*FORMS, *(pytest.param(form, marks=pytest.mark.office) for form in BY_LIBREOFFICE))

DOUBTS = {
    LABOUR: {
        # The report is signed before the evidence that it names, and before the quarter ends.
        *(("report-before-quarter-end", ""), ("evidence-after-report", "1.5.1"), ("evidence-after-report", "2.1.2")),
        # A sixth day for five tiers; one day for two tiers.
        *(("import-cell-left-over", "1.1.1"), ("target-differs", "1.5.2")),
        *(("claimed-above-weight", "1.4.1"), ("claimed-is-count", "1.2.1"), ("claimed-is-count", "1.5.1")),
        *(("claimed-is-count", "2.1.1"), ("claimed-is-count", "2.1.2"), ("date-not-real", "1.5.2")),
        *(("code-does-not-fit", "1.5.2"), ("code-does-not-fit", "2.1.1"), ("area-does-not-fit", "1.5.2")),
    },
    SID: {
        *(("fiscal-year-differs", ""), ("import-target-joined", "1.1.1"), ("import-target-joined", "1.5.2")),
        # Of 1.3.1 both ends were written behind the second day.
        ("import-cell-left-over", "1.3.1"),
        *(("evidence-other-period", "2.1.1"), ("evidence-other-period", "2.1.2")),
    },
}
OFFICES = {
    LABOUR: ("Head Office, Department of Labour", "Ministry of Labour & Employment"),
    SID: ("পরিসংখ্যান ও তথ্য ব্যবস্থাপনা বিভাগ", "পরিকল্পনা মন্ত্রণালয়"),
}


def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FILES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return data


def counted(result: Run) -> dict[str, tuple[object, ...]]:
    names = ("status", "value", "percent", "marks", "claimed")
    return {each["code"]: tuple(each[name] for name in names) for each in result.json["indicators"]}


def wanted(name: str, *, accepted: bool) -> dict[str, tuple[object, ...]]:
    """What a careful reader finds; a sentence is no value until a person accepts what it seems to say."""
    rows = {}
    for row in expected(name)["rows"]:
        told = " " in row["achievement_cell"] and not accepted
        said = ("unreadable", None, 0, 0) if told else (row["status"], row["value"], row["percent"], row["marks"])
        rows[row["code"]] = (*said, row["claimed"])
    return rows


@pytest.mark.parametrize("form", ALL_FORMS)
@pytest.mark.parametrize(("name", "total"), [(LABOUR, 6.0), (SID, 17.8)])
def test_a_real_report_in_any_form_is_read_as_a_careful_reader_reads_it(
    run, tmp_path: Path, name: str, total: float, form: str
) -> None:
    target = tmp_path / "N-01.xlsx"
    imported = run("import", rebuilt(FILES / f"{name}.txt", form, tmp_path), "-o", target, "--json")
    assert counted(imported) == wanted(name, accepted=False)
    data = imported.json
    assert (data["total"], data["quarter"]) == (total, expected(name)["quarter"])
    assert (data["office"]["name"], data["office"]["parent"]) == OFFICES[name]
    found = {(each["code"], each["indicator"] or "") for each in [*data["findings"], *data.get("import", [])]}
    assert DOUBTS[name] - found == set()
    scored = run("score", target, "--json")
    assert counted(scored) == wanted(name, accepted=False)
    assert (scored.json["total"], scored.json["quarter"]) == (total, data["quarter"])


@pytest.mark.parametrize("form", ALL_FORMS)
def test_what_sentences_seem_to_say_counts_once_it_is_accepted(run, tmp_path: Path, form: str) -> None:
    source, target = rebuilt(FILES / f"{LABOUR}.txt", form, tmp_path), tmp_path / "N-01.xlsx"
    imported = run("import", source, "-o", target, "--accept-offers", "--json")
    scored = run("score", target, "--json")
    assert imported.json["total"] == scored.json["total"] == 17.4
    values = {code: said[1:] for code, said in wanted(LABOUR, accepted=True).items()}
    for result in (imported, scored):
        assert {code: said[1:] for code, said in counted(result).items()} == values
