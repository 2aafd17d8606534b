"""Summaries that the tests of the report share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ministry.report.ministries import MINISTRIES
from xl_apa.ministry.report.workbook import write_summary


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The summary of every made-up ministry."""
    folder = tmp_path_factory.mktemp("ministries")
    paths = {name: folder / f"{name}.xlsx" for name in MINISTRIES}
    for name, path in paths.items():
        write_summary(MINISTRIES[name], path)
    return paths


@pytest.fixture(scope="session")
def summary(written: dict[str, Path]) -> Path:
    """The summary of the small made-up ministry, for tests that only look at it."""
    return written["some"]
