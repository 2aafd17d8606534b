"""Workbooks that the tests of building share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.sheets.build.built import Build
from tests.sheets.build.dashboards import CODES
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, quarter_sheet
from xl_apa.xlsx.addresses import cell_name


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds a workbook in a folder of its own."""

    def built(plan: Plan | None = None, **options: object) -> Path:
        path = tmp_path / "office.xlsx"
        build_template(plan or load_plan(), path, **options)  # type: ignore[arg-type]
        return path

    return built


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Path]:
    """Builds a workbook with achievements, by quarter and indicator."""

    def build(achieved: Mapping[tuple[Quarter, str], CellValue] | None = None, plan: Plan | None = None) -> Path:
        path = tmp_path / "office.xlsx"
        typed = {
            (quarter_sheet(quarter), cell_name(where.FIRST_ROW + CODES.index(code), Column.ACHIEVED)): value
            for (quarter, code), value in (achieved or {}).items()
        }
        build_template(plan or load_plan(), path, typed=typed)
        return path

    return build
