"""The form, built for an office; a filled one is never replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import refused
from xl_apa.addin.build import build_macro_template
from xl_apa.core.model import Layout, Office
from xl_apa.plans import load_plan
from xl_apa.sheets.read.report import read_report


@pytest.mark.parametrize("layout", list(Layout))
def test_template_builds_a_workbook_that_can_be_read(run, tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "new" / "form.xlsx"
    result = run(
        "template", "--layout", layout.value, "--office-code", "007", "--office-name", "ক", "--parent", "খ", "-o", path
    )
    report = read_report(path)
    assert result.status == 0
    assert (report.office.code, report.office.name, report.office.parent, report.layout) == ("007", "ক", "খ", layout)


def test_template_never_replaces_a_workbook_with_achievements_in_it(run, filled) -> None:
    path = filled({"1.4.1": 96})
    before = path.read_bytes()
    refused(run("--lang", "en", "template", "-o", path), "holds achievements")
    assert path.read_bytes() == before


def test_template_replaces_a_blank_one(run, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    assert [run("template", "-o", path).status for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(
    ("options", "name", "ending"),
    [(["--edition", "macro"], "form.xlsx", ".xlsm"), ([], "form.xlsm", "--edition macro")],
)
def test_a_name_with_another_ending_is_refused(run, tmp_path: Path, options: list[str], name: str, ending: str) -> None:
    refused(run("template", *options, "-o", tmp_path / name), ending)
    assert list(tmp_path.iterdir()) == []


def test_template_builds_the_macro_edition(run, tmp_path: Path) -> None:
    office = Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")
    path = tmp_path / "form.xlsm"
    named = ("--office-code", office.code, "--office-name", office.name, "--parent", office.parent)
    assert run("template", "--edition", "macro", *named, "-o", path).status == 0
    build_macro_template(load_plan(), tmp_path / "same.xlsm", office=office)
    assert path.read_bytes() == (tmp_path / "same.xlsm").read_bytes()
    assert run("score", path, "--quarter", 1, "--json").json["office"]["code"] == office.code
