"""The whole story on one page: templates, the two real reports, a made-up ministry, its summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xl_apa.core.assess import Assessment
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.ministry.analysis.submissions import name_unknown_offices
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.pipeline import consolidate
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan
from xl_apa.samples import Sample, build_sample, load_sample, read_data
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.build.workbook import build_template

REAL_REPORTS = ("labour_2023-24", "sid_2023-24")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was built: the two real reports assessed, the ministry's consolidation, and where everything lies."""

    folder: Path
    summary: Path
    real: tuple[Assessment, ...]
    consolidation: MinistryResult


def demonstrate(folder: Path) -> Demonstration:
    """Builds templates, samples, a made-up ministry and its register in a folder, and consolidates all reports.

    The two real reports are those of other ministries, and the summary says so. Raises OutputError when the folder
    cannot be written.
    """
    plan = load_plan()
    for each in Layout:
        build_template(plan, folder / "templates" / f"{plan.name}_{each}.xlsx", layout=each)
    reports = folder / "reports"
    real = [reports / f"{name}.xlsx" for name in REAL_REPORTS]
    for name, path in zip(REAL_REPORTS, real):
        build_sample(load_sample(name), path, plan)
    ministry = read_data("ministry")
    _build_ministry(ministry, reports)
    register = folder / "register.xlsx"
    write_register(register, [_registered(office) for office in ministry["office"]])
    consolidation = consolidate(find_workbooks([reports]), Task(Quarter(ministry["quarter"]), plan))
    consolidation = name_unknown_offices(consolidation, read_register(register))
    summary = folder / "summary.xlsx"
    write_summary(consolidation, summary)
    return Demonstration(folder, summary, tuple(assess_file(path) for path in real), consolidation)


def _registered(office: Mapping[str, Any]) -> Registered:
    return Registered(office["code"], office["name"], parent=office.get("reports_to", ""), level=office["level"])


def _build_ministry(data: Mapping[str, Any], folder: Path) -> None:
    for office in data["office"]:
        if "cells" not in office:
            continue
        path = folder / f"{office['code']}.xlsx"
        build_sample(_office_sample(data, office), path)
        if office.get("file") == "half":
            content = path.read_bytes()
            path.write_bytes(content[: len(content) // 2])


def _office_sample(data: Mapping[str, Any], office: Mapping[str, Any]) -> Sample:
    info = {"office_code": office["code"], "office_name": office["name"], "parent": data["parent"]}
    if "report_date_2" in office:
        info["report_date_2"] = office["report_date_2"]
    rows = []
    for code, achieved in office["cells"].items():
        row = {"code": code, "achieved": achieved}
        if "evidence" in office:
            row["evidence"] = office["evidence"]
        if code in office.get("claims", {}):
            row["last"] = office["claims"][code]
        rows.append(row)
    kind = Layout(office.get("layout", Layout.REMARKS))
    return Sample(kind, Quarter(data["quarter"]), info, {}, tuple(rows))
