"""A demonstration in one folder: templates, the two real reports, a made-up ministry, its register and summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xl_apa.core.assess import Assessment
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.summarise import Consolidation, ReadingOptions, summarise
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
    consolidation: Consolidation


def demonstrate(folder: Path) -> Demonstration:
    """Build templates, samples, a made-up ministry and its register in a folder, and consolidate all reports.

    The two real reports are those of other ministries, and the summary says so. Raise OutputError when the folder
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
    task = Task(Quarter(ministry["quarter"]), plan)
    summary = summarise([reports], folder / "summary.xlsx", task, register=register, reading=ReadingOptions(fresh=True))
    return Demonstration(folder, summary.path, tuple(assess_file(path) for path in real), summary.consolidation)


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
