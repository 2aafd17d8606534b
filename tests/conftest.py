"""What all tests share: real office workbooks, LibreOffice where it is needed, and no surprises from the clock."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from tests.libreoffice import close_offices

# xlwings looks for it when it is imported; its engine without Excel is for tests only.
os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.samples import Sample, build_sample, load_sample

OFFICE_REQUIRED = os.environ.get("XL_APA_REQUIRE_OFFICE") == "1"
OFFICE_PRESENT = bool(shutil.which("soffice") and shutil.which("pdftoppm"))

Filler = Callable[..., Path]

# How hard made-up cases are tried: everywhere the same number, and in CI always the same ones.
settings.register_profile(
    "xl_apa",
    max_examples=60,
    deadline=None,
    derandomize="CI" in os.environ,
    # How fast the machine is says nothing about the rules.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("xl_apa")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if OFFICE_PRESENT or OFFICE_REQUIRED:
        return
    missing = pytest.mark.skip(reason="LibreOffice is missing: run `make test` as root, or see tests/office.sh")
    for item in items:
        if item.get_closest_marker("office"):
            item.add_marker(missing)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not OFFICE_PRESENT:
        terminalreporter.write_line("!!! LibreOffice is missing: tests that need it did not run", red=True, bold=True)


def pytest_unconfigure() -> None:
    close_offices()


@pytest.fixture(autouse=True)
def own_caches(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test reads is not remembered for the next one, and nothing of it stays on this computer."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "caches" / uuid4().hex))


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str], Path]:
    """Builds one of the samples that come with the program."""

    def build(name: str) -> Path:
        path = tmp_path / f"{name}.xlsx"
        build_sample(load_sample(name), path)
        return path

    return build


@pytest.fixture
def filled(tmp_path: Path) -> Filler:
    """Builds an office workbook with the given achievements typed in."""
    return partial(build_filled, tmp_path)


def build_filled(
    folder: Path,
    cells: dict[str, CellValue] | None = None,
    *,
    name: str = "office.xlsx",
    code: str = "N-01",
    office: str = "নমুনা দপ্তর",
    quarter: int = 2,
    layout: Layout = Layout.REMARKS,
    info: dict[str, CellValue] | None = None,
    **fields: dict[str, CellValue],
) -> Path:
    """An office workbook in a folder, with the given achievements typed in."""
    codes = dict.fromkeys([*(cells or {}), *(code for values in fields.values() for code in values)])
    rows: list[dict[str, object]] = []
    for indicator in codes:
        row: dict[str, object] = {"code": indicator}
        if indicator in (cells or {}):
            row["achieved"] = (cells or {})[indicator]
        row.update({field: values[indicator] for field, values in fields.items() if indicator in values})
        rows.append(row)
    whole = {"office_code": code, "office_name": office, "parent": "নমুনা মন্ত্রণালয়", **(info or {})}
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    build_sample(Sample(layout, Quarter(quarter), whole, {}, tuple(rows)), path)
    return path
