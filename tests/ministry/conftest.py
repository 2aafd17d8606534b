"""What the tests of the ministry share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ministry.builders import Write
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report.workbook import write_summary


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a consolidation as a summary, and gives the file."""

    def to_file(consolidation: MinistryResult) -> Path:
        path = tmp_path / "summary.xlsx"
        write_summary(consolidation, path)
        return path

    return to_file
