"""Reports as data, typed into templates: the two real ones, and a made-up ministry for the demonstration."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Office, Plan
from xl_apa.plans import load_plan
from xl_apa.sheets import layout
from xl_apa.sheets.build.workbook import FurtherSheet, build_template
from xl_apa.sheets.layout import Column, Info
from xl_apa.xlsx.addresses import cell_name

_FIELDS = {
    "area": Column.AREA,
    "label": Column.INDICATOR,
    "unit": Column.UNIT,
    "weight": Column.WEIGHT,
    "achieved": Column.ACHIEVED,
    "last": Column.LAST,
    "accepted": Column.ACCEPTED,
    "evidence": Column.EVIDENCE,
    "attached": Column.ATTACHED,
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A filled form as data: what stands on the info sheet and in the rows of one quarter."""

    layout: Layout
    quarter: Quarter
    info: Mapping[str, CellValue]
    headings: Mapping[str, CellValue]
    rows: tuple[Mapping[str, Any], ...]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Sample:
        """Return a sample from the tables of a TOML file like `labour_2023-24.toml`."""
        return cls(
            Layout(data["layout"]),
            Quarter(data["quarter"]),
            data["info"],
            data.get("headings", {}),
            tuple(data.get("row", ())),
        )

    @property
    def office(self) -> Office:
        return Office(*(str(self.info[name]) for name in (Info.OFFICE_CODE, Info.OFFICE_NAME, Info.PARENT)))


def load_sample(name: str) -> Sample:
    """Return a sample that comes with the program: `sid_2023-24`, `labour_2023-24`, `labour_as_typed`."""
    return Sample.from_data(read_data(name))


def read_data(name: str) -> dict[str, Any]:
    """Return the tables of a data file of this folder."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def build_sample(sample: Sample, path: Path, plan: Plan | None = None, *, further: FurtherSheet | None = None) -> None:
    """Write a sample as an office workbook: the template with every value typed into its cell, and a further sheet."""
    plan, typed = plan or load_plan(), typed_cells(sample, plan or load_plan())
    build_template(plan, path, layout=sample.layout, office=sample.office, typed=typed, further=further)


def typed_cells(sample: Sample, plan: Plan) -> dict[tuple[str, str], CellValue]:
    """Return every value of a sample, by sheet and cell."""
    sheet = layout.quarter_sheet(sample.quarter)
    typed: dict[tuple[str, str], CellValue] = {}
    for name, value in sample.info.items():
        typed[layout.INFO_SHEET, cell_name(layout.info_row(Info(name)), layout.INFO_VALUE_COLUMN)] = value
    for cell, value in sample.headings.items():
        typed[sheet, cell] = value
    position = {indicator.code: place for place, indicator in enumerate(plan.indicators)}
    for row in sample.rows:
        at = layout.FIRST_ROW + position[row["code"]]
        for name, column in _FIELDS.items():
            if name in row:
                typed[sheet, cell_name(at, column)] = row[name]
        for place, target in zip(layout.TARGET_COLUMNS, row.get("targets", ())):
            typed[sheet, cell_name(at, place)] = target
    return typed
