"""A demonstration in one folder: templates, the two real reports, a made-up ministry, its summary and feedback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from xl_apa.core.assess import Assessment
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.review.decision_columns import TYPED, DecisionColumn
from xl_apa.ministry.review.decision_rows import read_decisions
from xl_apa.ministry.review.feedback import Feedback
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import Consolidation, FeedbackRequest, ReadingOptions, summarise
from xl_apa.plans import load_plan
from xl_apa.samples import Sample, build_sample, load_sample, read_data
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.edit.cell_editor import write_cells
from xl_apa.xlsx.files.atomic_file import replacing

_APA_WEIGHT = Decimal(10)
_LETTERS_WRITTEN = date(2024, 1, 20)
REAL_REPORTS = ("labour_2023-24", "sid_2023-24")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was built: the two real reports assessed, the ministry's consolidation, and where everything lies.

    `feedback` is what went out the second time, after the ministry had decided and an office had sent a file again.
    """

    folder: Path
    summary: Path
    real: tuple[Assessment, ...]
    consolidation: Consolidation
    feedback: Feedback


def demonstrate(folder: Path) -> Demonstration:
    """Build templates, samples, a made-up ministry and its register in a folder, and consolidate all reports.

    The offices are answered, the ministry accepts one report and returns another, that office corrects it, and all is
    consolidated and answered again. The marks are taken to count 10 in the performance agreement. The two real
    reports are those of other ministries, and the summary says so. Raise OutputError when the folder cannot be written.
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
    task = Task(Quarter(ministry["quarter"]), replace(plan, apa_weight=_APA_WEIGHT))
    run = partial(
        summarise,
        [reports],
        folder / "summary.xlsx",
        task,
        register=register,
        reading=ReadingOptions(fresh=True),
        feedback=FeedbackRequest(folder / "feedback", LetterOptions(_LETTERS_WRITTEN)),
    )
    first = run().feedback
    assert first is not None
    for notice in first.notices:
        if notice.params.get("path") == first.decisions:
            # What could not be written cannot be decided in.
            raise notice
    _decide(first.decisions, ministry)
    _correct(ministry, reports)
    summary = run()
    assert summary.feedback is not None
    assessed = tuple(assess_file(path) for path in real)
    return Demonstration(folder, summary.path, assessed, summary.consolidation, summary.feedback)


def _decide(decisions: Path, data: Mapping[str, Any]) -> None:
    """Type the ministry's decisions into their workbook."""
    sheet = read_decisions(decisions)
    rows = {row.text(DecisionColumn.CODE): row.row for row in sheet.rows}
    cells = {
        (rows[office["code"]], sheet.columns[column]): office[column.value]
        for office in data["office"]
        for column in TYPED
        if column.value in office
    }
    write_cells(decisions, decisions, {sheet.name: cells})


def _correct(data: Mapping[str, Any], folder: Path) -> None:
    """Let offices send their corrected reports, in place of the earlier ones."""
    for office in data["office"]:
        if "corrected" in office:
            corrected = {**office, "cells": {**office["cells"], **office["corrected"]}}
            build_sample(_office_sample(data, corrected), folder / f"{office['code']}.xlsx")


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
            with replacing(path) as temporary:
                temporary.write_bytes(content[: len(content) // 2])


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
